//! Whether a draft may be posted, given what was found.

use super::context::{Context, Surface};
use super::described::Described;
use super::finding::Finding;
use super::report::SendDecision;
use super::rule::Severity;

/// The strictest finding decides, in the text or in the description of what goes with it.
#[must_use]
pub(crate) fn decide(findings: &[Finding], described: &[Described]) -> SendDecision {
    let decision_for = |severity| match severity {
        Severity::Stop => SendDecision::Hold,
        Severity::Fix => SendDecision::Confirm,
        Severity::Rethink | Severity::Polish => SendDecision::Allow,
    };
    let in_text = findings.iter().map(|finding| finding.severity);
    let beside = described.iter().map(|found| found.severity);
    in_text.chain(beside).map(decision_for).max().unwrap_or_default()
}

/// Whether a draft there answers somebody.
#[must_use]
pub(crate) fn is_answer(context: &Context) -> bool {
    matches!(context.surface, Surface::Reply | Surface::Comment | Surface::Message | Surface::ReviewReply)
}

#[cfg(test)]
mod tests {
    use crate::engine::{AccountKind, Checker, Config, Context, Draft, SendDecision, Surface};

    #[test]
    fn an_answer_in_anger_is_heated_and_the_same_words_to_nobody_are_not() {
        let checker = Checker::new(Config::default());
        let check = |text, surface| {
            let context = Context { surface, account: AccountKind::Practice, ..Context::default() };
            checker.check(&Draft { text, context: &context })
        };
        let angry = "You skipped two visits and your insurance denied the crown";
        let report = check(angry, Surface::ReviewReply);
        assert_eq!((report.heated, report.decision), (true, SendDecision::Hold));
        assert!(!check(angry, Surface::Post).heated);
        assert!(!check("Thank you for the kind words!", Surface::ReviewReply).heated);
        assert!(!check("So glad your knee is better, Walt!", Surface::ReviewReply).heated);
    }
}
