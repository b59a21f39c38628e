//! A finding together with everything a reader of the output wants to know of it.

use crate::engine::{self, Finding, Report, Rule};

/// One finding, its rule and its words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Flagged<'r> {
    /// The rule that it breaks.
    pub(super) rule: &'static Rule,
    /// Where and how gravely.
    pub(super) finding: &'r Finding,
    /// The flagged words.
    pub(super) excerpt: &'r str,
}

/// The findings of a report on `text`, in the report's order.
pub(super) fn flagged<'r>(report: &'r Report, text: &'r str) -> impl Iterator<Item = Flagged<'r>> {
    // Invariant: the engine only gives out places of its own catalog, so no finding is lost here.
    report.findings.iter().filter_map(move |finding| {
        let rule = engine::rule(finding.rule)?;
        Some(Flagged { rule, finding, excerpt: finding.span.of(text) })
    })
}
