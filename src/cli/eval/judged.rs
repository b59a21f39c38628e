//! A row and what the engine made of it.

use super::row::{Label, MarkedSpan, Row, Strength};
use crate::engine::{self, Checker, Draft, Family, RuleCode, Severity, Span, span_of_code_points};

/// One finding, as far as counting needs it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    /// The rule.
    pub(super) code: RuleCode,
    /// The rule's group.
    pub(super) family: Family,
    /// How grave it is here.
    pub(super) severity: Severity,
    /// The flagged words.
    pub(super) span: Span,
}

/// A row after its check.
#[derive(Debug)]
pub(super) struct Judged {
    /// What a person said of the text.
    pub(super) row: Row,
    /// What the engine found.
    pub(super) hits: Vec<Hit>,
}

impl Judged {
    /// Checks a row where it would have been written.
    pub(super) fn new(checker: &Checker, mut row: Row) -> Self {
        let context = row.take_context();
        let report = checker.check(&Draft { text: &row.text, context: &context });
        let leading = report.findings.iter().map(|found| (found.rule, found.severity, found.span));
        let merged = report.findings.iter().flat_map(|found| &found.also);
        let merged = merged.map(|also| (also.rule, also.severity, also.span));
        let hits = leading.chain(merged).filter_map(|(rule, severity, span)| {
            let rule = engine::rule(rule)?;
            Some(Hit { code: rule.code, family: rule.family, severity, span })
        });
        let hits = hits.collect();
        Judged { row, hits }
    }

    /// Whether anything at least that grave was found.
    pub(super) fn flagged_at(&self, least: Severity) -> bool {
        self.hits.iter().any(|hit| hit.severity >= least)
    }

    /// Whether a writer would see anything of that group.
    pub(super) fn shows(&self, family: Family) -> bool {
        self.hits.iter().any(|hit| hit.family == family && hit.severity >= Severity::Rethink)
    }

    /// Whether the row carries this label.
    pub(super) fn is(&self, label: Label) -> bool {
        self.row.label == Some(label)
    }

    /// Whether the row is a disclosure of one of these strengths.
    pub(super) fn discloses(&self, strengths: &[Strength]) -> bool {
        self.is(Label::PatientDisclosure)
            && self.row.strength.is_some_and(|strength| strengths.contains(&strength))
    }

    /// Whether a rule of this group is right to fire here.
    pub(super) fn deserves(&self, family: Family) -> bool {
        let labels = self.row.label.iter().chain(&self.row.also);
        labels.filter_map(|label| label.family()).any(|deserved| deserved == family)
            || (family == Family::Patient && self.protected().next().is_some())
    }

    /// The identifiers that HIPAA protects.
    pub(super) fn protected(&self) -> impl Iterator<Item = &MarkedSpan> {
        self.row.spans.iter().flatten().filter(|span| span.hipaa)
    }

    /// Whether a writer would see that identifier underlined, at least in part.
    pub(super) fn finds(&self, marked: &MarkedSpan) -> bool {
        let Some(span) = span_of_code_points(&self.row.text, marked.start, marked.end) else { return false };
        self.hits.iter().any(|hit| hit.severity >= Severity::Rethink && hit.span.overlaps(span))
    }
}
