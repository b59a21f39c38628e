//! Checks any text in any context and holds what the checker promises of every report.
//!
//! The first two bytes choose the context, a NUL byte parts the text from what it answers, and bytes that are no
//! UTF-8 become U+FFFD, as a browser's unpaired surrogates do.
#![no_main]

use std::sync::LazyLock;

use chaperone::engine::{
    AccountKind, Attachment, AttachmentKind, Audience, Checker, Config, ConsentPart, Context, Draft, Locale,
    OfficeProfile, ReplyingTo, Report, SendDecision, Severity, Span, Surface, Utf16Index,
};
use libfuzzer_sys::fuzz_target;

const SURFACES: [Surface; 8] = [
    Surface::Post,
    Surface::Reply,
    Surface::Comment,
    Surface::Message,
    Surface::ReviewReply,
    Surface::Caption,
    Surface::Live,
    Surface::Profile,
];
const ACCOUNTS: [AccountKind; 3] = [AccountKind::Practice, AccountKind::Personal, AccountKind::Unknown];
const AUDIENCES: [Audience; 4] = [Audience::Public, Audience::Followers, Audience::Group, Audience::Direct];
const ATTACHED: [Option<AttachmentKind>; 4] =
    [None, Some(AttachmentKind::Image), Some(AttachmentKind::Video), Some(AttachmentKind::Location)];
const CONSENT: [ConsentPart; 4] = [
    ConsentPart::Authorization,
    ConsentPart::IdentityHidden,
    ConsentPart::EveryoneAgreed,
    ConsentPart::Educational,
];

/// Made once: a checker reads the whole vocabulary.
static CHECKER: LazyLock<Checker> = LazyLock::new(|| {
    let office = OfficeProfile {
        practice: "Elm Clinic".to_owned(),
        phone: "(212) 555-0100".to_owned(),
        staff: vec!["Lena Shah".to_owned()],
        ..OfficeProfile::default()
    };
    Checker::new(Config { office, locale: Locale::Us, ..Config::default() })
});

fuzz_target!(|data: &[u8]| {
    let [first, second, rest @ ..] = data else { return };
    let (text, answered) = match rest.iter().position(|byte| *byte == 0) {
        Some(at) => (&rest[..at], Some(&rest[at + 1..])),
        None => (rest, None),
    };
    let text = String::from_utf8_lossy(text);
    let answered = answered.map(String::from_utf8_lossy);
    let context = context(*first, *second, answered.as_deref());
    let draft = Draft { text: &text, context: &context };
    let report = CHECKER.check(&draft);
    assert_eq!(report, CHECKER.check(&draft), "the same draft got another report");
    holds(&report, &text);
    for (span, _) in CHECKER.signals(&text) {
        assert!(is_place(span, &text), "a signal stands at {span:?}, no place of the text");
    }
});

fn context(first: u8, second: u8, answered: Option<&str>) -> Context {
    let pick = |byte: u8, shift: u32, count: usize| usize::from(byte >> shift) % count;
    let name = answered.map(str::to_owned);
    let attachments = ATTACHED[pick(second, 2, 4)]
        .map(|kind| Attachment { kind, alt: name.clone(), name: None })
        .into_iter()
        .collect();
    let consent =
        (4..).zip(CONSENT).filter(|(bit, _)| second >> bit & 1 == 1).map(|(_, part)| part).collect();
    Context {
        site: None,
        surface: SURFACES[pick(first, 0, 8)],
        account: ACCOUNTS[pick(first, 3, 3)],
        audience: AUDIENCES[pick(second, 0, 4)],
        attachments,
        consent,
        replying_to: name.map(|text| ReplyingTo { text, rating: Some(second % 5 + 1), author: None }),
    }
}

fn holds(report: &Report, text: &str) {
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut index = Utf16Index::new(text);
    let mut last = 0;
    for finding in &report.findings {
        assert!(!finding.span.is_empty(), "a finding covers nothing");
        assert!(finding.span.start >= last, "findings are out of order");
        last = finding.span.start;
        assert!(is_place(finding.span, text), "{:?} is no place of the text", finding.span);
        let edits = finding.fixes.iter().map(|fix| fix.edit.span);
        for span in finding.evidence.iter().copied().chain(edits) {
            assert!(is_place(span, text), "{span:?} is no place of the text");
        }
        assert!(finding.fixes.iter().all(|fix| !fix.edit.replacement.contains(['\n', '\r'])));
        let place = index.convert(finding.span);
        let excerpt =
            String::from_utf16(&units[place.start as usize..place.end as usize]).unwrap_or_default();
        assert_eq!(excerpt, finding.span.of(text), "UTF-16 places other words");
    }
    assert_eq!(report.decision, decision(report), "the decision is not the findings'");
}

fn is_place(span: Span, text: &str) -> bool {
    text.get(span.start as usize..span.end as usize).is_some()
}

fn decision(report: &Report) -> SendDecision {
    let in_text = report.findings.iter().map(|finding| finding.severity);
    let found: Vec<Severity> = in_text.chain(report.described.iter().map(|found| found.severity)).collect();
    let has = |severity| found.contains(&severity);
    if has(Severity::Stop) {
        SendDecision::Hold
    } else if has(Severity::Fix) {
        SendDecision::Confirm
    } else {
        SendDecision::Allow
    }
}
