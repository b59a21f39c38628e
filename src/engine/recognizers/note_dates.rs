//! Days without a year in a text about one patient: "s/p THA 10/28".
//!
//! Elsewhere two numbers around a slash are a fraction or a score; in a note they are when something was done, unless
//! the word before says what was scored.

use super::signal;
use crate::engine::lex::TokenKind;
use crate::engine::reading::Reading;
use crate::engine::signal::{Signal, SignalKind};
use crate::engine::tables::kind;

/// What a number may be already.
const KNOWN: &[SignalKind] =
    &[kind::DATE, kind::IDENTIFIER, kind::PHONE, kind::DOSE, kind::AGE, kind::STREET_ADDRESS];
/// Words before a score.
const SCORES: [&str; 16] = [
    "gcs", "mmse", "moca", "phq", "gad", "braden", "audit", "score", "scored", "scores", "epds", "morse",
    "vision", "pain", "bp", "strength",
];

/// Looks at the tokens from `first` to `end`.
pub(super) fn recognize(first: u32, end: u32, reading: &Reading<'_>, found: &mut Vec<Signal>) {
    for at in first..end {
        if is_day(reading, at) {
            found.push(signal(kind::DATE, at, at + 2));
        }
    }
}

fn is_day(reading: &Reading<'_>, at: u32) -> bool {
    let (Some(month), Some(day)) = (value(reading, at), value(reading, at + 1)) else { return false };
    let joint = |at: u32| {
        let before = at.checked_sub(1).and_then(|before| reading.token(before))?;
        let token = reading.token(at)?;
        reading.text.get(before.end as usize..token.start as usize)
    };
    let ends = !reading.token(at + 2).is_some_and(|next| next.glued && next.is_term())
        && reading.word(at + 2) != "%";
    let begins = !matches!(joint(at), Some("/" | "-" | "."));
    let known = || {
        reading.between(at.saturating_sub(4), at + 2).iter().any(|it| KNOWN.contains(&it.kind) && it.end > at)
    };
    let scored = || {
        at.checked_sub(1)
            .is_some_and(|before| SCORES.iter().any(|score| score.eq_ignore_ascii_case(reading.word(before))))
    };
    joint(at + 1) == Some("/")
        && begins
        && ends
        && is_calendar(month, day, reading.word(at).starts_with('0'))
        && !known()
        && !scored()
}

/// "6/10" may be a score and "1/12" a month; "06/10", "6/28", "28/6" and "6/2" are days.
fn is_calendar(first: u32, second: u32, padded: bool) -> bool {
    let month = 1..=12;
    match (month.contains(&first), month.contains(&second)) {
        (true, true) => first > second || padded,
        (true, false) => (13..=31).contains(&second),
        (false, true) => (13..=31).contains(&first),
        (false, false) => false,
    }
}

fn value(reading: &Reading<'_>, at: u32) -> Option<u32> {
    reading.token(at).filter(|token| token.kind == TokenKind::Number && token.end - token.start <= 2)?;
    reading.word(at).parse().ok()
}

#[cfg(test)]
mod tests {
    use crate::engine::{Checker, Config};

    fn dates(text: &str) -> Vec<&str> {
        let found = Checker::new(Config::default()).signals(text);
        found.into_iter().filter(|(_, kind)| *kind == "date").map(|(span, _)| span.of(text)).collect()
    }

    #[test]
    fn a_day_in_a_note_needs_no_word_before_it() {
        assert_eq!(dates("72 yo man from Duluth, s/p R THA 10/28, pain 6/10, MMSE 12/30"), ["10/28"]);
        assert_eq!(dates("72 yo man from Duluth, norco filled 6/1, strength 4/5"), ["6/1"]);
        assert_eq!(
            dates("72 yo man from Duluth, norco filled 30/9, took 4/10 of a bag, MMSE 28/30, review 1/12"),
            ["30/9"]
        );
        assert!(dates("rated 10/28 by nobody").is_empty());
    }
}
