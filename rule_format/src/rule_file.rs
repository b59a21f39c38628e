//! A rule file as it is written; `rules/README.md` explains every key.

use std::collections::BTreeMap;

use serde::Deserialize;

/// `rules/<family>/<id>.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleFile {
    /// Short name, such as `P1`.
    pub code: String,
    /// Long name; the file's stem.
    pub id: String,
    /// `stop`, `fix`, `rethink` or `polish`.
    pub severity: String,
    /// What is wrong, in one line.
    pub summary: String,
    /// Why it matters.
    pub why: String,
    /// Keys of `rules/sources.toml`.
    pub sources: Vec<String>,
    /// Whether an answer that it flags was written in anger.
    #[serde(default)]
    pub heated: bool,
    /// Contexts in which the rule looks at all.
    #[serde(default)]
    pub when: WhenFile,
    /// Keys that several ways of finding share, by the name that they give in `like`.
    #[serde(default)]
    pub like: BTreeMap<String, MatchFile>,
    /// The ways of finding it.
    #[serde(rename = "match")]
    pub matches: OneOrMany<MatchFile>,
    /// Contexts and signals that make a finding graver by one step.
    #[serde(default)]
    pub raise: Vec<RaiseFile>,
    /// What to write instead, best first.
    #[serde(default)]
    pub fix: Vec<FixFile>,
    /// What to write instead of single details that add up.
    #[serde(default)]
    pub detail: Vec<DetailFile>,
    /// Texts that the rule must flag.
    #[serde(default)]
    pub should_match: Vec<ShouldMatch>,
    /// Texts that the rule must leave alone.
    #[serde(default)]
    pub should_not_match: Vec<ShouldNotMatch>,
}

/// One table or a list of them.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum OneOrMany<T> {
    /// `[match]`
    One(Box<T>),
    /// `[[match]]`
    Many(Vec<T>),
}

impl<T> OneOrMany<T> {
    /// All of them, to change.
    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut T> {
        match self {
            OneOrMany::One(one) => std::slice::from_mut(&mut **one).iter_mut(),
            OneOrMany::Many(many) => many.iter_mut(),
        }
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        match self {
            OneOrMany::One(one) => std::slice::from_ref(&**one).iter(),
            OneOrMany::Many(many) => many.iter(),
        }
    }
}

/// Contexts; every key that is given must hold.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WhenFile {
    /// Any of these surfaces.
    pub surface: Vec<String>,
    /// Any of these accounts.
    pub account: Vec<String>,
    /// Any of these audiences.
    pub audience: Vec<String>,
    /// Any of these locales.
    pub locale: Vec<String>,
    /// Any of these attachments; `any` for whatever kind.
    pub attachment: Vec<String>,
    /// Any of these signals in the text that is answered.
    pub replying_to: Vec<String>,
    /// And any of these there.
    pub replying_to_and: Vec<String>,
    /// None of these signals in the text that is answered.
    pub replying_to_lacks: Vec<String>,
    /// Any of these signals in the names and descriptions of what is attached.
    pub attachment_shows: Vec<String>,
    /// None of these signals in the names and descriptions of what is attached.
    pub attachment_lacks: Vec<String>,
    /// Nothing of this has been given for what is attached.
    pub consent_lacks: Vec<String>,
}

/// One way of finding.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MatchFile {
    /// `pattern`, `near`, `score`, `missing`, `model` or `detector`.
    pub kind: String,
    /// Contexts in which this way looks, beside the rule's own.
    pub when: Option<WhenFile>,
    /// The language of the paragraphs that it is for and of the patterns' own words; none for what holds in all.
    pub language: Option<String>,
    /// Severity of what this way finds, where it differs from the rule's.
    pub severity: Option<String>,
    /// Signals in the same scope that cancel a match.
    pub unless: Vec<String>,
    /// Signals up to four words before the match, in its clause, that cancel it.
    pub unless_before: Vec<String>,
    /// Signals that end right before the match and cancel it.
    pub unless_right_before: Vec<String>,
    /// Signals in the sentence of the match that cancel it, however wide the scope.
    pub unless_sentence: Vec<String>,
    /// Signals anywhere in the draft that cancel it.
    pub unless_anywhere: Vec<String>,
    /// Signals on the flagged words themselves that cancel it.
    pub except: Vec<String>,
    /// `clause`, `sentence`, `paragraph`, `draft` or `N words`.
    pub within: Option<String>,
    /// What is underlined: `match`, `clause` or `sentence`.
    pub flag: Option<String>,
    /// pattern: the patterns.
    pub any: Vec<String>,
    /// near and missing: what to look for.
    pub signal: Vec<String>,
    /// near: one of these must stand in scope; score: what counts, one point each.
    pub of: Vec<String>,
    /// near and score: and one of these too, where given.
    pub and: Vec<String>,
    /// score: one of these must be there.
    pub anchor: Vec<String>,
    /// score: points needed.
    pub at_least: Option<u8>,
    /// score: points from which it is graver by one step.
    pub raise_at: Option<u8>,
    /// missing: what should be there.
    pub without: Vec<String>,
    /// The model that must be sure enough of the sentence.
    pub model: Option<String>,
    /// How sure it must be, in percent.
    pub sure: Option<u8>,
    /// The name of shared keys; those given here go before them.
    pub like: Option<String>,
    /// detector: its name.
    pub name: Option<String>,
    /// model and detector: the signals that wake it.
    pub on: Vec<String>,
}

impl MatchFile {
    /// Takes from `shared` every key that it does not have itself.
    pub(crate) fn complete(&mut self, shared: &MatchFile) {
        let lists: [(&mut Vec<String>, &Vec<String>); 6] = [
            (&mut self.unless, &shared.unless),
            (&mut self.unless_before, &shared.unless_before),
            (&mut self.unless_right_before, &shared.unless_right_before),
            (&mut self.unless_sentence, &shared.unless_sentence),
            (&mut self.unless_anywhere, &shared.unless_anywhere),
            (&mut self.except, &shared.except),
        ];
        for (own, shared) in lists {
            if own.is_empty() {
                own.clone_from(shared);
            }
        }
        let own = std::mem::take(self);
        *self = MatchFile {
            when: own.when.or_else(|| shared.when.clone()),
            severity: own.severity.or_else(|| shared.severity.clone()),
            within: own.within.or_else(|| shared.within.clone()),
            language: own.language.or_else(|| shared.language.clone()),
            flag: own.flag.or_else(|| shared.flag.clone()),
            model: own.model.or_else(|| shared.model.clone()),
            sure: own.sure.or(shared.sure),
            ..own
        };
    }
}

/// What makes a finding graver by one step.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RaiseFile {
    /// In this context.
    pub when: WhenFile,
    /// With one of these signals in the sentence, where given.
    pub with: Vec<String>,
}

/// A suggestion.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FixFile {
    /// What the button says.
    pub title: String,
    /// The new words, one line.
    pub replace: String,
    /// The new words for a paragraph in another language, by its code.
    #[serde(default)]
    pub replace_in: BTreeMap<String, String>,
    /// `safe` or `needs-review`.
    pub applicability: String,
}

/// A suggestion for one of several details that add up.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DetailFile {
    /// The signals that are such a detail.
    pub signal: Vec<String>,
    /// What the button says, before the detail itself.
    pub title: String,
    /// What the detail becomes; empty when it is left out.
    #[serde(default)]
    pub replace: String,
}

/// A text with every expected span in « ».
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShouldMatch {
    /// The text; « » around each flagged place.
    pub text: String,
    /// Where it stands, as in `check --jsonl`.
    #[serde(default)]
    pub context: Option<toml::Value>,
    /// Whose law applies, where not the United States'.
    #[serde(default)]
    pub locale: Option<String>,
    /// The severity expected, where it differs from the rule's.
    #[serde(default)]
    pub severity: Option<String>,
    /// Other rules that flag it too.
    #[serde(default)]
    pub also: Vec<String>,
}

/// A text that the rule must leave alone, and why.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShouldNotMatch {
    /// The text.
    pub text: String,
    /// Why it is fine.
    pub why: String,
    /// Where it stands.
    #[serde(default)]
    pub context: Option<toml::Value>,
    /// Whose law applies, where not the United States'.
    #[serde(default)]
    pub locale: Option<String>,
    /// Other rules that do flag it.
    #[serde(default)]
    pub also: Vec<String>,
}
