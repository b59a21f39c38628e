//! From the engine's report to what the page can use: codes for catalog places, UTF-16 code units for bytes.

use super::reply::{CardFix, CheckedFinding, DescribedFinding, ReasonProblem, Reply, SafeAnswer};
use super::request::{DismissReach, ShownFinding, TypingState};
use crate::engine::{
    Checker, Context, Described, Draft, Finding, Memory, Report, Rule, SafeTemplate, Severity, Shown, Typing,
    Utf16Index, Utf16Span, find, rule,
};
use crate::settings::RuleRange;

/// The longest draft that is checked, in UTF-16 code units; above it the page says that it was not checked.
pub const LONGEST_DRAFT: u32 = 100_000;

/// Whether a draft is longer than [`LONGEST_DRAFT`].
#[must_use]
pub fn is_too_long(text: &str) -> bool {
    let longest = LONGEST_DRAFT as usize;
    // A text never has more code units than bytes, so most drafts need no counting.
    text.len() > longest && text.encode_utf16().nth(longest).is_some()
}

/// What is gravest in the words of a reason, if anything is.
#[must_use]
pub fn check_reason(checker: &Checker, text: &str) -> Option<ReasonProblem> {
    let report = checker.check(&Draft { text, context: &Context::default() });
    let gravest = report.findings.iter().max_by_key(|finding| finding.severity)?;
    let span = Utf16Index::new(text).convert(gravest.span);
    Some(ReasonProblem { rule: rule(gravest.rule)?.code, span })
}

/// Checks a draft, with the findings marked that wait while it is being typed.
#[must_use]
pub fn check_draft(
    checker: &Checker,
    memory: &mut Memory,
    draft: &Draft<'_>,
    typing: Option<&TypingState>,
) -> Report {
    let Some(TypingState { at, shown }) = typing else { return checker.check_again(memory, draft) };
    let mut places = Utf16Index::new(draft.text);
    let shown: Vec<Shown> = shown
        .iter()
        .map(|&ShownFinding { rule, start, end }| Shown {
            rule,
            span: places.span_of(Utf16Span { start, end }),
        })
        .collect();
    checker.check_while_typing(memory, draft, &Typing { at: places.byte_at(*at), shown: &shown })
}

/// What could be answered safely where nothing has been written yet, in the language of what is answered.
#[must_use]
pub fn safe_answers(checker: &Checker, draft: &Draft<'_>) -> Vec<SafeAnswer> {
    // Some editors keep an empty line open with a character that nobody sees.
    let is_seen = |c: char| !c.is_whitespace() && !matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}');
    if draft.context.replying_to.is_none() || draft.text.contains(is_seen) {
        return Vec::new();
    }
    let language = checker.language_of(draft);
    let templates = checker.templates_for(draft.context).into_iter();
    let answer = |template: &SafeTemplate| SafeAnswer {
        title: template.title.to_owned(),
        text: checker.config().fill(template.text(language), language),
        urgent: template.is_urgent(),
    };
    templates.filter(|template| template.is_called_for()).map(answer).collect()
}

impl Reply {
    /// The answer to check `id` of `draft`; `barred` is how far nobody may dismiss anything.
    #[must_use]
    pub fn report(
        id: u32,
        draft: &Draft<'_>,
        report: &Report,
        answers: Vec<SafeAnswer>,
        barred: &[DismissReach],
    ) -> Self {
        let text = draft.text;
        let mut findings = checked_findings(text, report);
        for finding in &mut findings {
            finding.dismissible.retain(|reach| !barred.contains(reach));
        }
        let mut places = Utf16Index::new(text);
        let unsupported = report.unsupported.iter().map(|span| places.convert(*span)).collect();
        Reply::Report {
            id,
            findings,
            described: report.described.iter().filter_map(|found| beside(found, draft.context)).collect(),
            decision: report.decision,
            heated: report.heated,
            asks_consent: report.asks_consent,
            unsupported,
            answers,
            account_kind: draft.context.account,
        }
    }
}

/// The findings as a page needs them.
#[must_use]
pub fn checked_findings(text: &str, report: &Report) -> Vec<CheckedFinding> {
    // Evidence may lie anywhere; its own index keeps that of the findings moving forward only.
    let mut places = Utf16Index::new(text);
    let mut evidence = Utf16Index::new(text);
    report
        .findings
        .iter()
        .filter_map(|finding| checked(finding, report.asks_consent, &mut places, &mut evidence))
        .collect()
}

fn beside(found: &Described, context: &Context) -> Option<DescribedFinding> {
    let Described { attachment, part, severity, span, .. } = *found;
    let text = part.of(context.attachments.get(attachment as usize)?)?;
    let Utf16Span { start, end } = Utf16Index::new(text).convert(span);
    Some(DescribedFinding { rule: rule(found.rule)?.code, severity, attachment, part, start, end })
}

/// How far a finding may be dismissed: one that must be fixed only this once, and words that the practice flags
/// itself where it does so.
fn dismissible(finding: &Finding, rule: &Rule) -> Vec<DismissReach> {
    let is_of_catalog = find(rule.id).is_some();
    let is_open = is_of_catalog && finding.severity < Severity::Stop;
    let reaches = [
        (DismissReach::TheseWords, is_open),
        (DismissReach::ThisRuleOnThisSite, is_open && RuleRange::from(rule).may_switch_off),
    ];
    reaches.into_iter().filter(|(_, may)| *may).map(|(reach, _)| reach).collect()
}

fn checked(
    finding: &Finding,
    asks_consent: bool,
    places: &mut Utf16Index<'_>,
    evidence: &mut Utf16Index<'_>,
) -> Option<CheckedFinding> {
    let fixes = finding.fixes.iter().map(|fix| CardFix {
        title: fix.title.clone().into_owned(),
        replacement: fix.edit.replacement.as_ref().to_owned(),
        applicability: fix.applicability,
    });
    let broken = rule(finding.rule)?;
    Some(CheckedFinding {
        rule: broken.code,
        severity: finding.severity,
        span: places.convert(finding.span),
        fixes: fixes.collect(),
        evidence: finding.evidence.iter().map(|span| evidence.convert(*span)).collect(),
        also: finding.also.iter().filter_map(|also| Some(rule(also.rule)?.code)).collect(),
        consent: asks_consent && broken.turns_on_consent(),
        message: finding.message.as_deref().map(str::to_owned),
        dismissible: dismissible(finding, broken),
        waits: finding.waits,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Config, ReplyingTo, Surface};

    #[test]
    fn what_is_typed_and_shown_is_placed_in_utf16_code_units() {
        let checker = Checker::new(Config::default());
        let text = "🎉👩🏽‍⚕️ é So proud of Marcus Bell for finishing chemo";
        let draft = Draft { text, context: &Context::default() };
        let units = |text: &str| u32::try_from(text.encode_utf16().count()).unwrap();
        let (start, at) = (units(text.split("Marcus").next().unwrap()), units(text));
        let waits = |shown: Vec<ShownFinding>| {
            let report =
                check_draft(&checker, &mut Memory::default(), &draft, Some(&TypingState { at, shown }));
            report.findings.iter().map(|finding| finding.waits).collect::<Vec<_>>()
        };
        let shown_at = |start: u32| {
            vec![ShownFinding { rule: "P1".parse().unwrap(), start, end: start + units("Marcus Bell") }]
        };
        assert_eq!(waits(Vec::new()), [true]);
        assert_eq!(waits(shown_at(start)), [false]);
        assert_eq!(waits(shown_at(0)), [true]);
        assert_eq!(waits(shown_at(at + 5)), [true]);
    }

    #[test]
    fn a_reason_is_looked_through_like_a_post() {
        let checker = Checker::new(Config::default());
        let text = "é: she agreed after her chemo, and her number is 078-05-1120";
        let problem = check_reason(&checker, text).unwrap();
        let units: Vec<u16> = text.encode_utf16().collect();
        let words = &units[problem.span.start as usize..problem.span.end as usize];
        assert_eq!(String::from_utf16_lossy(words), "078-05-1120");
        assert_eq!(check_reason(&checker, "It is a training film with actors"), None);
    }

    #[test]
    fn an_answer_is_offered_while_nothing_is_written() {
        let checker = Checker::new(Config::default());
        let parent = ReplyingTo { text: "Is this rash eczema?".to_owned(), ..ReplyingTo::default() };
        let context = Context { surface: Surface::Reply, replying_to: Some(parent), ..Context::default() };
        let offered = |text| safe_answers(&checker, &Draft { text, context: &context }).len();
        for empty in ["", " \n", "\u{feff}", "\u{200b}\n"] {
            assert_eq!(offered(empty), 1, "{empty:?}");
        }
        assert_eq!(offered("H"), 0);
        assert!(safe_answers(&checker, &Draft { text: "", context: &Context::default() }).is_empty());
    }

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
