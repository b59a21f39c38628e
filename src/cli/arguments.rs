//! The words of the command line, and what they mean before any work is done.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::Error as NameError;

use super::error::CliError;
use super::input::Input;
use crate::engine::{AccountKind, Audience, Config, Context, Locale, ReplyingTo, Surface};
use crate::settings::StoredSettings;

/// Checks what a medical practice is about to post.
#[derive(Debug, Parser)]
#[command(version, about, after_help = "Exit code: 0 clean, 1 findings, 2 something could not be checked.")]
pub(super) struct Arguments {
    /// Settings as the extension exports them, in JSON
    #[arg(long, global = true, value_name = "FILE")]
    settings: Option<PathBuf>,
    /// Whose law and number formats apply: us, uk or au
    #[arg(long, global = true, value_parser = named::<Locale>)]
    locale: Option<Locale>,
    #[command(subcommand)]
    pub(super) command: Command,
}

impl Arguments {
    /// The configuration that the options ask for.
    pub(super) fn config(&self) -> Result<Config, CliError> {
        let mut config = match &self.settings {
            // Always a file: standard input is for what is checked.
            Some(path) => read_settings(&Input::File(path.clone()))?.resolve(),
            None => Config::default(),
        };
        if let Some(locale) = self.locale {
            config.locale = locale;
        }
        Ok(config)
    }
}

fn read_settings(file: &Input) -> Result<StoredSettings, CliError> {
    StoredSettings::from_json(&file.read_text()?)
        .map_err(|source| CliError::Settings { name: file.name(), source })
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Check one text, or with --jsonl one text a line
    Check(CheckArguments),
    /// List what the engine recognizes in a text, for people who write rules
    Signals {
        /// The text
        text: String,
    },
    /// Say what a rule asks, why, and who says so
    Explain {
        /// A rule's code or id, such as P1 or named-patient
        rule: String,
    },
    /// List every rule
    Rules(RulesArguments),
    /// Measure the rules on labeled texts
    Eval(EvalArguments),
    /// Check years of old posts in the exports that sites hand out
    Audit(AuditArguments),
    /// Learn the models anew from the texts under training/, and say what they are worth
    Train(TrainArguments),
}

/// The words after `check`.
#[derive(Debug, Args)]
pub(super) struct CheckArguments {
    /// What to check; - is standard input
    #[arg(default_value = "-")]
    pub(super) file: Input,
    /// One JSON object a line in, one a line out; each line carries its own context
    #[arg(long, conflicts_with_all = ["site", "surface", "account", "audience", "replying_to", "rating"])]
    pub(super) jsonl: bool,
    /// The site's id, such as x or facebook
    #[arg(long)]
    site: Option<String>,
    /// What the text is: post, reply, comment, message, review-reply, caption, live or profile
    #[arg(long, value_parser = named::<Surface>)]
    surface: Option<Surface>,
    /// Who posts it: practice, personal or unknown
    #[arg(long, value_parser = named::<AccountKind>)]
    account: Option<AccountKind>,
    /// Who will see it: public, followers, group or direct
    #[arg(long, value_parser = named::<Audience>)]
    audience: Option<Audience>,
    /// The words that it answers
    #[arg(long, value_name = "TEXT")]
    replying_to: Option<String>,
    /// The stars of the review that it answers
    #[arg(long, value_name = "1-5", value_parser = clap::value_parser!(u8).range(1..=5))]
    rating: Option<u8>,
}

impl CheckArguments {
    /// Where the text stands, as far as the options say.
    pub(super) fn context(&self) -> Context {
        let answers = self.replying_to.is_some() || self.rating.is_some();
        Context {
            site: self.site.clone(),
            surface: self.surface.unwrap_or_default(),
            account: self.account.unwrap_or_default(),
            audience: self.audience.unwrap_or_default(),
            attachments: Vec::new(),
            consent: Vec::new(),
            replying_to: answers.then(|| ReplyingTo {
                text: self.replying_to.clone().unwrap_or_default(),
                author: None,
                rating: self.rating,
            }),
        }
    }
}

/// The words after `rules`.
#[derive(Debug, Args)]
pub(super) struct RulesArguments {
    /// As JSON, with the reasons and sources of each
    #[arg(long, conflicts_with = "markdown")]
    json: bool,
    /// As the page that stands in docs/rules.md
    #[arg(long)]
    markdown: bool,
}

/// In which form rules are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RuleListing {
    /// One line a rule, for people.
    Table,
    /// For programs.
    Json,
    /// For `docs/rules.md`.
    Markdown,
}

impl RulesArguments {
    /// The form asked for.
    pub(super) fn form(&self) -> RuleListing {
        match (self.json, self.markdown) {
            (true, _) => RuleListing::Json,
            (false, true) => RuleListing::Markdown,
            (false, false) => RuleListing::Table,
        }
    }
}

/// The words after `eval`.
#[derive(Debug, Args)]
pub(super) struct EvalArguments {
    /// Files of labeled lines; - is standard input
    #[arg(required = true)]
    pub(super) files: Vec<Input>,
    /// Also list every miss and every false alarm
    #[arg(long)]
    pub(super) errors: bool,
    /// Also count by subtype, source, rule or identifier
    #[arg(long, value_name = "WHAT", value_parser = named::<Breakdown>)]
    pub(super) by: Vec<Breakdown>,
    /// Instead, type every text key by key and count the underlines that typing on takes away
    #[arg(long, conflicts_with_all = ["errors", "by"])]
    pub(super) flicker: bool,
}

/// The words after `audit`.
#[derive(Debug, Args)]
pub(super) struct AuditArguments {
    /// Exports of X, Facebook, Instagram, LinkedIn or YouTube as folders, ZIP files or single files; or CSV or JSONL
    #[arg(required = true, value_name = "EXPORT")]
    pub(super) exports: Vec<PathBuf>,
    /// Where to list what was found: FILE.html, FILE.csv or FILE.json
    ///
    /// An audit that was interrupted goes on where it stood when it is called again with the same report.
    #[arg(long, value_name = "FILE")]
    pub(super) report: Option<PathBuf>,
    /// Begin anew instead of going on with an interrupted audit
    #[arg(long, requires = "report")]
    pub(super) restart: bool,
    /// Whose account it was: practice, personal or unknown
    #[arg(long, value_parser = named::<AccountKind>)]
    account: Option<AccountKind>,
}

impl AuditArguments {
    /// Whose account it was.
    pub(super) fn account(&self) -> AccountKind {
        self.account.unwrap_or_default()
    }
}

/// The words after `train`.
#[derive(Debug, Args)]
pub(super) struct TrainArguments {
    /// Where the source tree stands
    #[arg(long, value_name = "FOLDER", default_value = ".")]
    pub(super) root: PathBuf,
    /// Only say whether the models are what their texts teach; exit code 1 when one is not
    #[arg(long)]
    pub(super) check: bool,
}

/// A finer table of `eval`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Breakdown {
    /// One line a label and subtype.
    Subtype,
    /// One line a source.
    Source,
    /// One line a rule and label.
    Rule,
    /// One line a kind of identifier.
    Identifier,
}

/// The value that JSON calls by this name: the command line and the JSON lines never disagree about a word.
fn named<T: for<'n> Deserialize<'n>>(name: &str) -> Result<T, NameError> {
    T::deserialize(name.into_deserializer())
}
