//! The answer to a check.

use serde::{Deserialize, Serialize};

use super::described::Described;
use super::finding::Finding;
use super::span::Span;

/// Everything a check found and what it means for posting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The findings, by place in the text.
    pub findings: Vec<Finding>,
    /// Patients who are given away in the names and descriptions of what is attached.
    pub described: Vec<Described>,
    /// Whether the draft may be posted.
    pub decision: SendDecision,
    /// Paragraphs in languages that are not checked, in order; only identifiers are looked for in them.
    pub unsupported: Vec<Span>,
    /// Whether it is an answer written in anger, for which a person is offered some minutes to cool off.
    pub heated: bool,
    /// Whether somebody may be shown in what is attached, whose consent has to be asked for.
    pub asks_consent: bool,
}

/// Whether a draft may be posted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum SendDecision {
    /// Let it go.
    #[default]
    Allow,
    /// Ask once.
    Confirm,
    /// Hold it until it is fixed or somebody gives a reason.
    Hold,
}
