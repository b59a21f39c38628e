//! Words that a practice flags or allows on its own account, beside the rules of the policy base.

use std::sync::Arc;

use super::config::Config;
use super::finding::Finding;
use super::reading::Reading;
use super::rule::{Family, Rule, RuleIndex, Severity, When};
use super::rule_code::RuleCode;
use super::span::Span;
use super::typed_phrases::TypedPhrases;

/// The rule under which the practice's own words are flagged. It rests on no source and stands in no file: what is
/// wrong with the words is the practice's to say.
pub(crate) static OWN_WORDS: Rule = Rule {
    code: RuleCode { letter: b'W', number: 1 },
    id: "own-words",
    family: Family::Own,
    severity: Severity::Rethink,
    summary: "Uses words that your practice has chosen to flag.",
    why: "Your practice keeps a list of words and phrases of its own.",
    sources: &[],
    heated: false,
    fixes: &[],
    details: &[],
    when: When {
        surfaces: &[],
        accounts: &[],
        audiences: &[],
        locales: &[],
        attached: false,
        attachments: &[],
        replying_to: &[],
        replying_to_and: &[],
        replying_to_lacks: &[],
        consent_lacks: &[],
        attachment_shows: &[],
        attachment_lacks: &[],
    },
    raises: &[],
    matchers: &[],
};

/// Its place, behind all that a policy base could hold.
pub(crate) const OWN_WORDS_INDEX: RuleIndex = RuleIndex(u16::MAX);

/// A practice's own words, prepared for looking up.
#[derive(Debug, Default)]
pub(crate) struct OwnWords {
    flagged: TypedPhrases<Objection>,
    permitted: TypedPhrases<()>,
}

/// What a practice has against words of its own choice.
#[derive(Debug)]
struct Objection {
    severity: Severity,
    message: Arc<str>,
}

impl OwnWords {
    /// Prepares the words of a configuration.
    pub(crate) fn new(config: &Config) -> Self {
        let mut own = OwnWords::default();
        for flagged in &config.flagged {
            let objection =
                Objection { severity: flagged.severity, message: flagged.message.as_str().into() };
            own.flagged.insert(&flagged.phrase, objection);
        }
        config.permitted.iter().for_each(|phrase| own.permitted.insert(phrase, ()));
        own
    }

    /// What is flagged in a passage. Nothing around it makes it graver: the practice has said how grave it is.
    pub(crate) fn findings(&self, reading: &Reading<'_>) -> impl Iterator<Item = Finding> {
        self.flagged.find(reading).into_iter().map(|(span, objection)| Finding {
            rule: OWN_WORDS_INDEX,
            span,
            severity: objection.severity,
            fixes: Vec::new(),
            evidence: Vec::new(),
            also: Vec::new(),
            message: Some(Arc::clone(&objection.message)).filter(|message| !message.is_empty()),
            waits: false,
        })
    }

    /// Where the allowed words stand in a passage.
    pub(crate) fn permitted(&self, reading: &Reading<'_>) -> Vec<Span> {
        self.permitted.find(reading).into_iter().map(|(span, ())| span).collect()
    }
}
