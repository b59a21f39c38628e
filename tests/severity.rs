//! Severity by context: what makes every family's findings graver, and that nothing makes them less grave.

use chaperone::engine::{
    AccountKind, Attachment, AttachmentKind, Audience, Checker, Config, Context, Draft, SendDecision,
    Severity, Surface, rule,
};

/// One text of each family whose own severity leaves room for a step.
const TEXTS: [(&str, &str, AccountKind); 5] = [
    ("P13", "My ick: moms who want to eat during induction", AccountKind::Personal),
    ("M6", "Zero side effects, promise", AccountKind::Unknown),
    ("A2", "My ex is the worst", AccountKind::Practice),
    ("R6", "Recording is illegal", AccountKind::Unknown),
    ("C5", "Dr. Vance butchers noses", AccountKind::Unknown),
];

fn severity(code: &str, text: &str, context: &Context) -> Option<Severity> {
    let report = Checker::new(Config::default()).check(&Draft { text, context });
    let leading = report.findings.iter().map(|finding| (finding.rule, finding.severity));
    let merged = report.findings.iter().flat_map(|finding| &finding.also);
    leading
        .chain(merged.map(|also| (also.rule, also.severity)))
        .find(|(index, _)| rule(*index).is_some_and(|rule| rule.code.to_string() == code))
        .map(|(_, severity)| severity)
}

fn attached(kind: AttachmentKind) -> Vec<Attachment> {
    vec![Attachment { kind, ..Attachment::default() }]
}

#[test]
fn a_public_answer_to_a_review_a_location_and_a_live_stream_make_every_family_graver() {
    for (code, text, account) in TEXTS {
        let plain = Context { account, ..Context::default() };
        let own = severity(code, text, &plain);
        assert!(own.is_some_and(|own| own < Severity::Stop), "{code}: {own:?}");
        let raised = own.map(|own| match own {
            Severity::Polish => Severity::Rethink,
            Severity::Rethink => Severity::Fix,
            Severity::Fix | Severity::Stop => Severity::Stop,
        });
        for (what, context) in [
            ("location", Context { attachments: attached(AttachmentKind::Location), ..plain.clone() }),
            ("live video", Context { attachments: attached(AttachmentKind::Live), ..plain.clone() }),
            ("live stream", Context { surface: Surface::Live, ..plain.clone() }),
        ] {
            assert_eq!(severity(code, text, &context), raised, "{code} with {what}");
        }
        let tagged = format!("{text} @dana_runs");
        assert_eq!(severity(code, &tagged, &plain), raised, "{code} with somebody tagged");
    }
    let threat = "You will hear from our lawyer";
    let reply = |surface| Context { surface, account: AccountKind::Practice, ..Context::default() };
    assert_eq!(severity("C5", threat, &reply(Surface::Message)), Some(Severity::Rethink));
    assert_eq!(severity("C5", threat, &reply(Surface::ReviewReply)), Some(Severity::Fix));
}

#[test]
fn a_picture_beside_clinical_words_makes_a_finding_graver_and_one_beside_others_does_not() {
    let picture = Context { attachments: attached(AttachmentKind::Image), ..Context::default() };
    let clinical = "My ick: moms who want to eat during induction";
    let plain = severity("P13", clinical, &Context::default());
    assert!(severity("P13", clinical, &picture) > plain);
    let ex = "My ex is the worst";
    let practice = Context { account: AccountKind::Practice, ..Context::default() };
    let with_picture = Context { attachments: attached(AttachmentKind::Image), ..practice.clone() };
    assert_eq!(severity("A2", ex, &with_picture), severity("A2", ex, &practice));
}

#[test]
fn a_smaller_audience_makes_nothing_less_grave() {
    for text in ["So proud of Marcus Bell for finishing chemo with us!", "MRN 4471920 needs a callback"] {
        for audience in [Audience::Public, Audience::Followers, Audience::Group, Audience::Direct] {
            let context = Context { audience, ..Context::default() };
            let report = Checker::new(Config::default()).check(&Draft { text, context: &context });
            assert_eq!(report.decision, SendDecision::Hold, "{text} for {audience:?}");
        }
    }
}

#[test]
fn the_gravest_finding_decides_on_posting() {
    let decision = |text: &str, account| {
        let context = Context { account, ..Context::default() };
        Checker::new(Config::default()).check(&Draft { text, context: &context }).decision
    };
    assert_eq!(decision("Proud to be a nurse", AccountKind::Personal), SendDecision::Allow);
    assert_eq!(decision("My ex is the worst", AccountKind::Practice), SendDecision::Allow);
    assert_eq!(decision("5 stars = $20 off", AccountKind::Practice), SendDecision::Confirm);
    assert_eq!(decision("5 stars = $20 off. MRN 4471920 too", AccountKind::Practice), SendDecision::Hold);
}

#[test]
fn findings_that_overlap_are_one_with_the_gravest_in_front() {
    let text = "5 stars = $20 off for MRN 4471920, and thank you for coming in, Mrs. Okafor in bed 6!";
    let context =
        Context { account: AccountKind::Practice, surface: Surface::ReviewReply, ..Context::default() };
    let report = Checker::new(Config::default()).check(&Draft { text, context: &context });
    assert!(!report.findings.is_empty());
    for (at, finding) in report.findings.iter().enumerate() {
        for later in report.findings.iter().skip(at + 1) {
            assert!(!finding.span.overlaps(later.span), "{finding:?} and {later:?}");
        }
        for also in &finding.also {
            assert!(also.severity <= finding.severity && also.span.overlaps(finding.span), "{finding:?}");
        }
    }
}
