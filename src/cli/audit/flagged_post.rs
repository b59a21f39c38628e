//! A post with findings, as far as a report shows it.

use serde::{Deserialize, Serialize};

use super::post::Post;
use crate::cli::flagged::{Flagged, flagged};
use crate::engine::{Report, Severity, Span};

/// So many characters around the flagged words go into the report.
const AROUND: usize = 60;

/// One post and what was found in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct FlaggedPost {
    /// The part's name.
    pub(super) part: String,
    /// Its place in the part, from 1.
    pub(super) record: u64,
    /// What the site calls it.
    pub(super) post: Option<String>,
    /// When it was posted, as the export writes it.
    pub(super) at: Option<String>,
    /// What was found, by place.
    pub(super) findings: Vec<Excerpt>,
}

/// One finding and the words around it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Excerpt {
    /// The rule's code.
    pub(super) rule: String,
    /// How grave.
    pub(super) severity: Severity,
    /// The words before.
    pub(super) before: String,
    /// The flagged words.
    pub(super) words: String,
    /// The words behind.
    pub(super) after: String,
}

impl FlaggedPost {
    /// What the report says of that post.
    pub(super) fn new(part: &str, record: u64, post: &Post, report: &Report) -> Self {
        FlaggedPost {
            part: part.to_owned(),
            record,
            post: post.id.clone(),
            at: post.at.clone(),
            findings: flagged(report, &post.text).map(|found| Excerpt::new(found, &post.text)).collect(),
        }
    }
}

impl Excerpt {
    fn new(found: Flagged<'_>, text: &str) -> Excerpt {
        let Span { start, end } = found.finding.span;
        let before = text.get(..start as usize).unwrap_or_default();
        let after = text.get(end as usize..).unwrap_or_default();
        let from = before.char_indices().rev().take(AROUND).last().map_or(0, |(at, _)| at);
        let to = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
        Excerpt {
            rule: found.rule.code.to_string(),
            severity: found.finding.severity,
            before: before.get(from..).unwrap_or_default().to_owned(),
            words: found.excerpt.to_owned(),
            after: after.get(..to).unwrap_or_default().to_owned(),
        }
    }
}
