//! Long numbers in a text about one patient: nobody counts that far there, so they stand for the person.

use super::{Office, signal};
use crate::engine::fold::digit_value;
use crate::engine::lex::TokenKind;
use crate::engine::reading::Reading;
use crate::engine::signal::{Signal, SignalKind};
use crate::engine::tables::kind;

/// A count of cells or units has fewer digits.
const FEWEST_DIGITS: usize = 7;
const MOST_DIGITS: usize = 20;
/// What a number may be already.
const KNOWN: &[SignalKind] = &[
    kind::IDENTIFIER,
    kind::PHONE,
    kind::OFFICE_CONTACT,
    kind::DATE,
    kind::CLOCK_TIME,
    kind::DOSE,
    kind::AGE,
    kind::NUMBER_TYPES,
    kind::DOSE_UNIT,
];

/// Looks at the tokens from `first` to `end`.
pub(super) fn recognize(
    first: u32,
    end: u32,
    reading: &Reading<'_>,
    office: &Office,
    found: &mut Vec<Signal>,
) {
    let mut at = first;
    while at < end {
        let (run_end, digits) = run(at, end, reading);
        if (FEWEST_DIGITS..=MOST_DIGITS).contains(&digits.len())
            && digits.bytes().any(|digit| digit != b'0')
            && !is_known(at, run_end, reading)
            && !office.has_number(&digits)
        {
            found.push(signal(kind::IDENTIFIER, at, run_end));
        }
        at = run_end.max(at + 1);
    }
}

/// The end and the digits of the numbers that follow one another from `at`: "27 6545 6795", "MRN8593275".
fn run(at: u32, end: u32, reading: &Reading<'_>) -> (u32, String) {
    let mut digits = String::new();
    let mut next = at;
    while next < end && takes_part(next, reading) {
        digits
            .extend(reading.word(next).chars().filter_map(digit_value).map(|value| char::from(b'0' + value)));
        next += 1;
    }
    (next, digits)
}

fn takes_part(at: u32, reading: &Reading<'_>) -> bool {
    let Some(token) = reading.token(at) else { return false };
    let word = token.text(&reading.text);
    match token.kind {
        TokenKind::Number => !word.contains([',', '.']),
        TokenKind::Word => word.chars().any(|c| digit_value(c).is_some()),
        _ => false,
    }
}

fn is_known(first: u32, end: u32, reading: &Reading<'_>) -> bool {
    reading
        .between(first.saturating_sub(8), end + 1)
        .iter()
        .any(|signal| KNOWN.contains(&signal.kind) && signal.end >= first)
}
