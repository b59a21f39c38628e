//! Places, over texts nobody would think of: on character boundaries, in order, and the same whoever counts.

use std::sync::LazyLock;

use chaperone::engine::{
    AccountKind, Checker, Config, Context, Draft, Span, Surface, Utf16Index, span_of_code_points,
};
use proptest::prelude::*;

/// Made once: it reads the whole vocabulary.
static CHECKER: LazyLock<Checker> = LazyLock::new(|| Checker::new(Config::default()));

/// Words that rules look at, and characters that break careless counting.
const PIECES: &[&str] = &[
    "So proud of Marcus Bell for finishing chemo with us!",
    "Mrs. Okafor in bed 6",
    "MRN 4471920",
    "call 212-555-0142",
    "DM me a pic of the rash",
    "you need to stop your metformin",
    "Guaranteed pain-free implants",
    "our patient José",
    "my 97-year-old patient",
    "admitted 3 March 2024",
    "@dana_runs",
    "#chemo",
    "https://example.com/a?b=c",
    "Dr. Shah",
    "🎉",
    "👩\u{200d}⚕️",
    "🇺🇸",
    "e\u{301}",
    "ﬁ",
    "ß",
    "İ",
    "中文",
    "\u{200b}",
    "\u{202e}",
    "\u{feff}",
    "\u{0}",
    "\r\n",
    "\n\n",
    "\t",
    " ",
    "  ",
    ".",
    "?!",
    "…",
    "“",
    "’",
    "—",
    "5",
    "٣",
    "½",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => proptest::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => "[ -~]{0,12}",
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn context() -> impl Strategy<Value = Context> {
    let surface = proptest::sample::select(&[Surface::Post, Surface::Reply, Surface::ReviewReply][..]);
    let account = proptest::sample::select(&[AccountKind::Practice, AccountKind::Personal][..]);
    (surface, account).prop_map(|(surface, account)| Context { surface, account, ..Context::default() })
}

proptest! {
    #[test]
    fn findings_lie_on_characters_of_their_text_and_come_by_place(text in text(), context in context()) {
        let report = CHECKER.check(&Draft { text: &text, context: &context });
        prop_assert!(report.findings.is_sorted_by_key(|finding| finding.span.start));
        for finding in &report.findings {
            let evidence = finding.evidence.iter().copied();
            let edits = finding.fixes.iter().map(|fix| fix.edit.span);
            for span in evidence.chain(edits).chain([finding.span]) {
                let words = text.get(span.start as usize..span.end as usize);
                prop_assert!(words.is_some(), "{span:?} is no place of {text:?}");
            }
            prop_assert!(!finding.span.is_empty());
            let lines = finding.fixes.iter().all(|fix| !fix.edit.replacement.contains(['\n', '\r']));
            prop_assert!(lines, "a fix holds a line break");
        }
    }

    #[test]
    fn the_same_draft_gets_the_same_report(text in text(), context in context()) {
        let draft = Draft { text: &text, context: &context };
        prop_assert_eq!(CHECKER.check(&draft), CHECKER.check(&draft));
    }

    #[test]
    fn utf_16_places_are_those_of_the_text_in_utf_16(text in text(), cuts in proptest::collection::vec(any::<prop::sample::Index>(), 2..8)) {
        let boundaries: Vec<usize> =
            text.char_indices().map(|(at, _)| at).chain(std::iter::once(text.len())).collect();
        let mut index = Utf16Index::new(&text);
        // Any order: the converter has to go back as well.
        for pair in cuts.windows(2) {
            let mut ends = [*pair[0].get(&boundaries), *pair[1].get(&boundaries)];
            ends.sort_unstable();
            let span = Span::new(ends[0], ends[1]);
            let units: Vec<u16> = text.encode_utf16().collect();
            let place = index.convert(span);
            let words = String::from_utf16(&units[place.start as usize..place.end as usize]);
            prop_assert_eq!(words.unwrap_or_default(), span.of(&text));
        }
    }

    #[test]
    fn code_points_count_characters(text in text(), start in 0_usize..40, length in 0_usize..40) {
        let expected: String = text.chars().skip(start).take(length).collect();
        match span_of_code_points(&text, start, start + length) {
            Some(span) => prop_assert_eq!(span.of(&text), expected),
            None => prop_assert!(start + length > text.chars().count()),
        }
    }
}
