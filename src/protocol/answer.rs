//! From the engine's report to what the page can use: codes for catalog places, UTF-16 code units for bytes.

use super::reply::{CardFix, CheckedFinding, Reply};
use crate::engine::{AccountKind, Finding, Report, Utf16Index, rule};

/// The longest draft that is checked, in UTF-16 code units; above it the page says that it was not checked.
pub const LONGEST_DRAFT: u32 = 100_000;

/// Whether a draft is longer than [`LONGEST_DRAFT`].
#[must_use]
pub fn is_too_long(text: &str) -> bool {
    let longest = LONGEST_DRAFT as usize;
    // A text never has more code units than bytes, so most drafts need no counting.
    text.len() > longest && text.encode_utf16().nth(longest).is_some()
}

impl Reply {
    /// The answer to check `id` of `text`.
    #[must_use]
    pub fn report(id: u32, text: &str, report: &Report, account_kind: AccountKind) -> Self {
        // Evidence may lie anywhere; its own index keeps that of the findings moving forward only.
        let mut places = Utf16Index::new(text);
        let mut evidence = Utf16Index::new(text);
        let findings = report
            .findings
            .iter()
            .filter_map(|finding| checked(finding, &mut places, &mut evidence))
            .collect();
        Reply::Report { id, findings, decision: report.decision, account_kind }
    }
}

fn checked(
    finding: &Finding,
    places: &mut Utf16Index<'_>,
    evidence: &mut Utf16Index<'_>,
) -> Option<CheckedFinding> {
    let fixes = finding.fixes.iter().map(|fix| CardFix {
        title: fix.title.clone().into_owned(),
        replacement: fix.edit.replacement.as_ref().to_owned(),
        applicability: fix.applicability,
    });
    Some(CheckedFinding {
        rule: rule(finding.rule)?.code,
        severity: finding.severity,
        span: places.convert(finding.span),
        fixes: fixes.collect(),
        evidence: finding.evidence.iter().map(|span| evidence.convert(*span)).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn length_is_counted_in_utf16_code_units() {
        let longest = LONGEST_DRAFT as usize;
        assert!(!is_too_long(&"a".repeat(longest)));
        assert!(is_too_long(&"a".repeat(longest + 1)));
        assert!(!is_too_long(&"é".repeat(longest)));
        assert!(!is_too_long(&"🩺".repeat(longest / 2)));
        assert!(is_too_long(&"🩺".repeat(longest / 2 + 1)));
    }
}
