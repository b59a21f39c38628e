//! What a rule is once compiled: fixed data, made by `build.rs` from `rules/` and never parsed at run time.

use serde::{Deserialize, Serialize};

use super::config::Locale;
use super::context::{AccountKind, AttachmentKind, Audience, ConsentPart, Context, Surface};
use super::language::Language;
use super::matcher::Matcher;
use super::rule_code::RuleCode;
use super::signal::{KindSet, SignalKind};

/// One rule of the policy base.
#[derive(Debug)]
pub struct Rule {
    /// Its short name, such as `P1`.
    pub code: RuleCode,
    /// Its long name, the file's stem; reads after "allow …".
    pub id: &'static str,
    /// The folder it stands in.
    pub family: Family,
    /// How grave a finding is before the context raises it.
    pub severity: Severity,
    /// What is wrong, in one line.
    pub summary: &'static str,
    /// Why it matters, in one or two sentences.
    pub why: &'static str,
    /// Whose rule it is.
    pub sources: &'static [&'static Source],
    /// Whether an answer that it flags was written in anger, which some minutes may cool.
    pub heated: bool,
    /// What to write instead, best first.
    pub fixes: &'static [FixTemplate],
    /// What single details become, where several add up.
    pub(crate) details: &'static [DetailTemplate],
    /// In which contexts it looks at all.
    pub(crate) when: When,
    /// What makes a finding graver.
    pub(crate) raises: &'static [Raise],
    /// The ways of finding it; any one suffices.
    pub(crate) matchers: &'static [Matcher],
}

impl Rule {
    /// Whether what has been said of the consent decides if it looks, in some way of finding.
    #[must_use]
    pub fn turns_on_consent(&self) -> bool {
        let whens = self.matchers.iter().map(|matcher| &matcher.when).chain([&self.when]);
        whens.into_iter().any(|when| !when.consent_lacks.is_empty())
    }

    /// How grave its gravest way of finding is, before the context raises it.
    #[must_use]
    pub fn gravest(&self) -> Severity {
        let ways = self.matchers.iter().filter_map(|matcher| matcher.severity);
        ways.max().unwrap_or(self.severity).max(self.severity)
    }
}

/// Contexts; every list that is not empty must hold the context's value.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct When {
    /// Surfaces.
    pub(crate) surfaces: &'static [Surface],
    /// Kinds of account.
    pub(crate) accounts: &'static [AccountKind],
    /// Audiences.
    pub(crate) audiences: &'static [Audience],
    /// Locales.
    pub(crate) locales: &'static [Locale],
    /// Whether something must be attached.
    pub(crate) attached: bool,
    /// Of these kinds, where any is given.
    pub(crate) attachments: &'static [AttachmentKind],
    /// Signals in the text that is answered.
    pub(crate) replying_to: &'static [SignalKind],
    /// Signals of which one must stand there too.
    pub(crate) replying_to_and: &'static [SignalKind],
    /// Signals that must not stand there.
    pub(crate) replying_to_lacks: &'static [SignalKind],
    /// Signals in the names and descriptions of what is attached.
    pub(crate) attachment_shows: &'static [SignalKind],
    /// Signals that must not stand there.
    pub(crate) attachment_lacks: &'static [SignalKind],
    /// What must not have been given for what is attached.
    pub(crate) consent_lacks: &'static [ConsentPart],
}

/// What stands around a draft, as signals.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Surroundings {
    /// Of the text that is answered.
    pub(crate) answered: KindSet,
    /// Of the names and descriptions of what is attached.
    pub(crate) attached: KindSet,
    /// Whether the practice answers somebody who tells of their care, on whatever surface.
    pub(crate) answers_review: bool,
}

impl When {
    /// Whether it only holds where something is attached.
    pub(crate) fn asks_for_attachment(&self) -> bool {
        self.attached || !self.attachment_shows.is_empty()
    }

    /// Whether it asks for nothing and so always holds. Every field is named, so that a new one is not forgotten here.
    pub(crate) fn is_always(&self) -> bool {
        let Self {
            surfaces,
            accounts,
            audiences,
            locales,
            attached,
            // Says of what kind, where something must be attached.
            attachments: _,
            replying_to,
            replying_to_and,
            replying_to_lacks,
            attachment_shows,
            attachment_lacks,
            consent_lacks,
        } = self;
        surfaces.is_empty()
            && accounts.is_empty()
            && audiences.is_empty()
            && locales.is_empty()
            && !attached
            && [replying_to, replying_to_and, replying_to_lacks, attachment_shows, attachment_lacks]
                .iter()
                .all(|signals| signals.is_empty())
            && consent_lacks.is_empty()
    }

    /// Whether `context` is such a context.
    pub(crate) fn holds(&self, context: &Context, locale: Locale, around: &Surroundings) -> bool {
        let attached = || {
            context
                .attachments
                .iter()
                .any(|a| self.attachments.is_empty() || self.attachments.contains(&a.kind))
        };
        let review = around.answers_review && self.surfaces.contains(&Surface::ReviewReply);
        (self.surfaces.is_empty() || self.surfaces.contains(&context.surface) || review)
            && (self.accounts.is_empty() || self.accounts.contains(&context.account))
            && (self.audiences.is_empty() || self.audiences.contains(&context.audience))
            && (self.locales.is_empty() || self.locales.contains(&locale))
            && (!self.attached || attached())
            && (self.replying_to.is_empty() || around.answered.contains_any(self.replying_to))
            && (self.replying_to_and.is_empty() || around.answered.contains_any(self.replying_to_and))
            && !around.answered.contains_any(self.replying_to_lacks)
            && (self.attachment_shows.is_empty() || around.attached.contains_any(self.attachment_shows))
            && !around.attached.contains_any(self.attachment_lacks)
            && !self.consent_lacks.iter().any(|part| context.consent.contains(part))
    }
}

/// What makes a finding graver by one step.
#[derive(Debug)]
pub(crate) struct Raise {
    /// In this context.
    pub(crate) when: When,
    /// With one of these signals in the sentence, where any is given.
    pub(crate) with: &'static [SignalKind],
}

/// A rule's place in the catalog.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleIndex(pub u16);

/// A fix before the office's own words are filled in.
#[derive(Debug)]
pub struct FixTemplate {
    /// What the button says.
    pub title: &'static str,
    /// The new words, with `{office}`, `{contact}` and the like still open.
    pub replace: &'static str,
    /// The new words for a paragraph in another language, by its code.
    pub replace_in: &'static [(&'static str, &'static str)],
    /// Whether a person must read the result before posting it.
    pub applicability: Applicability,
}

impl FixTemplate {
    /// The new words in a language and the language that they are in: the main one where nobody has written them.
    pub(crate) fn words(&self, language: Language) -> (&'static str, Language) {
        let written = self.replace_in.iter().find(|(code, _)| *code == language.code());
        written.map_or((self.replace, Language::MAIN), |(_, words)| (*words, language))
    }
}

/// What to do about one of several details that add up.
#[derive(Debug)]
pub(crate) struct DetailTemplate {
    /// The signals that are such a detail.
    pub(crate) signals: &'static [SignalKind],
    /// What the button says, before the detail itself.
    pub(crate) title: &'static str,
    /// What the detail becomes; empty when it is left out.
    pub(crate) replace: &'static str,
}

/// A law, code or case that a rule rests on.
#[derive(Debug, PartialEq, Eq)]
pub struct Source {
    /// Its key in `rules/sources.toml`.
    pub key: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// Who issued it.
    pub body: &'static str,
    /// When, as precisely as is known.
    pub date: &'static str,
    /// Where it can be read.
    pub url: &'static str,
}

/// A group of rules: the folder under `rules/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Family {
    /// Patient information.
    Patient,
    /// Advice to one person.
    Advice,
    /// Accounts and relations.
    Boundaries,
    /// Pictures, video, recordings.
    Recording,
    /// Claims, reviews, money.
    Claims,
    /// What a practice flags on its own account.
    Own,
}

impl Family {
    /// Its name in files and output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Family::Patient => "patient",
            Family::Advice => "advice",
            Family::Boundaries => "boundaries",
            Family::Recording => "recording",
            Family::Claims => "claims",
            Family::Own => "own",
        }
    }
}

/// How grave a finding is; greater is graver.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Severity {
    /// Better wording exists.
    Polish,
    /// A judgement call.
    Rethink,
    /// Breaks a code or advertising law, or starts care online.
    Fix,
    /// Exposes a patient.
    Stop,
}

impl Severity {
    /// Its name in files and output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Severity::Stop => "stop",
            Severity::Fix => "fix",
            Severity::Rethink => "rethink",
            Severity::Polish => "polish",
        }
    }

    /// One step graver; `Stop` stays.
    #[must_use]
    pub fn raised(self) -> Severity {
        match self {
            Severity::Polish => Severity::Rethink,
            Severity::Rethink => Severity::Fix,
            Severity::Fix | Severity::Stop => Severity::Stop,
        }
    }

    /// As much graver or milder as `to` is than `from`, as far as there are steps.
    #[must_use]
    pub fn moved(self, from: Severity, to: Severity) -> Severity {
        const STEPS: [Severity; 4] = [Severity::Polish, Severity::Rethink, Severity::Fix, Severity::Stop];
        let at = (self as usize + to as usize).saturating_sub(from as usize);
        STEPS.get(at).copied().unwrap_or(Severity::Stop)
    }
}

/// Whether a fix may be applied unread.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Applicability {
    /// The result reads well wherever the words stood.
    Safe,
    /// A person must read the sentence again.
    NeedsReview,
}
