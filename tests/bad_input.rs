//! Texts that nobody means to write and every box will hold one day: the checker answers each, with places that fit.

use std::sync::LazyLock;

use chaperone::engine::{AccountKind, Checker, Config, Context, Draft, ReplyingTo, SendDecision, Surface};

/// Made once: it reads the whole vocabulary.
static CHECKER: LazyLock<Checker> = LazyLock::new(|| Checker::new(Config::default()));

/// Checks a text in a context that wakes many rules; returns what was flagged.
fn flagged(text: &str) -> Vec<String> {
    let context = Context {
        surface: Surface::ReviewReply,
        account: AccountKind::Practice,
        replying_to: Some(ReplyingTo {
            text: text.chars().take(2_000).collect(),
            rating: Some(1),
            ..ReplyingTo::default()
        }),
        ..Context::default()
    };
    let report = CHECKER.check(&Draft { text, context: &context });
    let words = |start: u32, end: u32| text.get(start as usize..end as usize);
    for finding in &report.findings {
        assert!(words(finding.span.start, finding.span.end).is_some_and(|words| !words.is_empty()));
        for span in &finding.evidence {
            assert!(words(span.start, span.end).is_some());
        }
    }
    assert!(!report.findings.is_empty() || report.decision == SendDecision::Allow);
    report.findings.iter().map(|finding| finding.span.of(text).to_owned()).collect()
}

#[test]
fn nothing_is_found_where_nothing_is_said() {
    let texts = [
        String::new(),
        " \t\u{a0}\u{3000}\r\n".repeat(50),
        "\0".repeat(1_000),
        "\u{200b}\u{200d}\u{feff}\u{2060}\u{ad}".repeat(200),
        "\u{202a}\u{202e}\u{2066}\u{2069}\u{200e}\u{200f}".repeat(200),
        "\u{fffd}".repeat(1_000),
        "\n".repeat(5_000),
        "\r".repeat(5_000),
        "😂".repeat(10_000),
        "👩🏽\u{200d}⚕️".repeat(2_000),
        "> ".repeat(3_000),
        "\"(“‘«[{".repeat(1_000),
        "e\u{301}\u{301}\u{301}".repeat(1_000),
        "-./()+#@:,;|*".repeat(1_000),
    ];
    for text in texts {
        let start: String = text.chars().take(8).collect();
        assert_eq!(flagged(&text), Vec::<String>::new(), "{start:?}…");
    }
}

#[test]
fn a_megabyte_of_one_letter_is_answered() {
    for letter in ["a", "1", "É", "中"] {
        assert_eq!(flagged(&letter.repeat(1_000_000 / letter.len())), Vec::<String>::new());
    }
}

#[test]
fn a_number_is_found_behind_a_mountain_of_rubbish() {
    for rubbish in ["\n", "😂", "\0", "> ", "\u{202e}", "\u{200b}", "(", "\u{fffd} "] {
        let text = format!("{} SSN 219-09-9999 is hers", rubbish.repeat(3_000));
        assert!(flagged(&text).iter().any(|words| words.contains("219-09-9999")), "{rubbish:?}");
    }
}

#[test]
fn bidirectional_and_invisible_marks_hide_nothing() {
    for text in [
        "M\u{200b}RN 44\u{200d}71\u{2060}920",
        "\u{202e}MRN 4471920\u{202c}",
        "MRN \u{2066}4471920\u{2069}",
        "\u{feff}MRN\u{a0}4471920",
        "ＭＲＮ ４４７１９２０",
        "МRN 4471920",
    ] {
        let found = CHECKER.signals(text);
        assert!(found.iter().any(|(_, signal)| *signal == "identifier"), "{text:?}: {found:?}");
    }
}
