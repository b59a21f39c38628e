//! What is wrong with settings, place by place, in words that a page can say in any language.

use std::fmt;

use serde::{Deserialize, Serialize};

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Fault {
    /// Where, such as `office.staff[2]`; empty when it is the whole.
    pub path: String,
    /// What.
    pub problem: Problem,
    /// What exactly, where that can be said: the entry it repeats, the version, the reader's own words.
    pub detail: String,
}

/// Kinds of fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Problem {
    /// The text is larger than settings ever are.
    TooLarge,
    /// The text is no JSON, or ends too early.
    NotJson,
    /// It is JSON, but not settings of any version.
    NotSettings,
    /// A later release has written it.
    NewerVersion,
    /// A key holds what it cannot hold, or nobody knows it.
    Misplaced,
    /// More faults than are worth listing.
    TooMany,
    /// A phone number that reaches nobody.
    NoPhone,
    /// No web address.
    NoAddress,
    /// No day of a calendar.
    NoDay,
    /// Nothing stands there.
    Empty,
    /// Longer than anything that is used.
    TooLong,
    /// Words so short that they would be found everywhere.
    TooShort,
    /// It stands there twice.
    Repeated,
    /// The same words are flagged and allowed.
    Contradiction,
    /// There is no such rule.
    UnknownRule,
    /// A rule that stops posts can be justified post by post, not hidden for good.
    NeverHidden,
    /// A rule that may not be made so mild.
    NotMilder,
    /// Digests of dismissed words without the key that they were made with.
    NoKey,
    /// The organization has set it.
    Locked,
}

impl Fault {
    pub(super) fn at(path: impl Into<String>, problem: Problem) -> Self {
        Fault { path: path.into(), problem, detail: String::new() }
    }

    /// What is wrong with a text that is no setting; `limit` is how much would be right.
    #[must_use]
    pub fn about_text(problem: Problem, limit: u32) -> Self {
        Fault::at("", problem).saying(limit.to_string())
    }

    pub(super) fn saying(self, detail: impl Into<String>) -> Self {
        Fault { detail: detail.into(), ..self }
    }
}

/// For logs of tests and tools; pages have their own words.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {:?} {}", self.path, self.problem, self.detail)
    }
}
