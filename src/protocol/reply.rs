//! From the background to the page.

use serde::Serialize;

use super::consent::ConsentRefusal;
use super::request::DismissReach;
use crate::engine::{
    AccountKind, Applicability, Description, RuleCard, RuleCode, SendDecision, Severity, Utf16Span,
};
use crate::records::ConsentDoubt;

/// One message of the background.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Reply {
    /// Sent once when a port opens.
    Ready {
        /// Every rule, for the card.
        catalog: Vec<RuleCard>,
        /// Longest draft that is checked, in UTF-16 code units.
        longest_draft: u32,
    },
    /// Answers a check.
    Report {
        /// The check it answers.
        id: u32,
        /// What was found, by place.
        findings: Vec<CheckedFinding>,
        /// Patients who are given away in the names and descriptions of what is attached, in order.
        described: Vec<DescribedFinding>,
        /// Whether the draft may be posted.
        decision: SendDecision,
        /// Whether it is an answer written in anger, for which the person is offered ten minutes to cool off.
        heated: bool,
        /// Paragraphs in languages that are not checked, by place.
        unsupported: Vec<Utf16Span>,
        /// Whether somebody may be shown in what is attached, whose consent has to be asked for.
        asks_consent: bool,
        /// What could be answered safely, most urgent first; only while nothing is written.
        answers: Vec<SafeAnswer>,
        /// What the account is known to be.
        account_kind: AccountKind,
    },
    /// Answers what speaks against relying on an authorization.
    ConsentDoubted {
        /// By the practice's own list; `null` when nothing does, or none are listed.
        doubt: Option<ConsentDoubt>,
    },
    /// Answers what was said of a consent.
    Consent {
        /// Why it was not taken; `null` when it was.
        refused: Option<ConsentRefusal>,
    },
    /// The draft was not checked; it may be posted, and the page says so.
    Declined {
        /// The check it answers.
        id: u32,
        /// Why not.
        reason: DeclineReason,
    },
    /// Answers the looking through a reason.
    ReasonChecked {
        /// The question it answers.
        number: u32,
        /// What should not be said there either; `null` when nothing was found.
        problem: Option<ReasonProblem>,
    },
    /// Settings changed: whatever is on screen must be checked again.
    SettingsChanged,
}

/// What was found in the words of a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ReasonProblem {
    /// The gravest rule that speaks.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub rule: RuleCode,
    /// The words that it flags.
    #[serde(flatten)]
    pub span: Utf16Span,
}

/// Why a draft was not checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum DeclineReason {
    /// Longer than `longestDraft`.
    TooLong,
    /// The user has switched this site off.
    SiteOff,
    /// The user has paused this tab.
    TabPaused,
}

/// A finding as the page needs it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct CheckedFinding {
    /// The rule; its words are in the catalog.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub rule: RuleCode,
    /// How grave it is here.
    pub severity: Severity,
    /// The flagged words.
    #[serde(flatten)]
    pub span: Utf16Span,
    /// What could stand there instead, best first.
    pub fixes: Vec<CardFix>,
    /// Details that add up, where the rule counts several, or the words that a model weighed.
    pub evidence: Vec<Utf16Span>,
    /// What else is wrong with the same words: rules of other families.
    #[cfg_attr(feature = "typescript", ts(type = "string[]"))]
    pub also: Vec<RuleCode>,
    /// Whether it may go once something is said of the consent to show what is attached.
    pub consent: bool,
    /// What the practice says of words that it flags on its own account.
    pub message: Option<String>,
    /// How far it may be dismissed beyond this once.
    pub dismissible: Vec<DismissReach>,
    /// Whether it waits for the end of the sentence being typed, or a pause, before it is shown.
    pub waits: bool,
}

/// A patient who is given away in the description of what is attached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct DescribedFinding {
    /// The rule; its words are in the catalog.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub rule: RuleCode,
    /// How grave it is here.
    pub severity: Severity,
    /// Which attachment of the check's context, by its place there.
    pub attachment: u32,
    /// Where it is described.
    pub part: Description,
    /// Where the flagged words begin there, in UTF-16 code units.
    pub start: u32,
    /// Where they end.
    pub end: u32,
}

/// A whole answer that is safe where the draft stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SafeAnswer {
    /// What it is for, in a few words.
    pub title: String,
    /// The answer, one line.
    pub text: String,
    /// Whether it helps somebody who may be in danger.
    pub urgent: bool,
}

/// One button of the card: replaces the flagged words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct CardFix {
    /// What the button says.
    pub title: String,
    /// The new words, one line; empty to delete.
    pub replacement: String,
    /// Whether a person must read the result before posting it.
    pub applicability: Applicability,
}
