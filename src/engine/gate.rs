//! Whether a draft may be posted, given what was found.

use super::finding::Finding;
use super::report::SendDecision;
use super::rule::Severity;

/// The strictest finding decides.
#[must_use]
pub(crate) fn decide(findings: &[Finding]) -> SendDecision {
    let decision_for = |severity| match severity {
        Severity::Stop => SendDecision::Hold,
        Severity::Fix => SendDecision::Confirm,
        Severity::Rethink | Severity::Polish => SendDecision::Allow,
    };
    findings.iter().map(|finding| decision_for(finding.severity)).max().unwrap_or_default()
}
