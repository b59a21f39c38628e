//! Words and phrases that a practice flags or allows on its own account.

use serde::{Deserialize, Serialize};

use crate::engine::{Severity, lowered};

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct OwnPhrase {
    /// The words; case, accents and spacing do not matter.
    pub phrase: String,
    /// What becomes of them.
    pub treated: Treatment,
    /// How grave it is to write them, where they are flagged.
    #[serde(default = "rethink")]
    pub severity: Severity,
    /// Why; may be empty.
    #[serde(default)]
    pub message: String,
}

/// What becomes of words of the practice's own choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Treatment {
    /// They are flagged.
    Flag,
    /// They are not flagged, whatever the rules say, unless it must be fixed.
    Allow,
}

impl OwnPhrase {
    /// Whether this is about the same words.
    #[must_use]
    pub fn is(&self, phrase: &str) -> bool {
        folded(&self.phrase) == folded(phrase)
    }
}

/// One spelling for what stands at the same places of a draft.
pub(super) fn folded(phrase: &str) -> String {
    lowered(phrase).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn rethink() -> Severity {
    Severity::Rethink
}
