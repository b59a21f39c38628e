//! Rooms and beds: "Room 12", "bed B", "OR 3", "rm 7B", and a bare number behind "patient in".

use crate::engine::lex::TokenKind;
use crate::engine::reading::Reading;
use crate::engine::signal::{Signal, SignalKind};
use crate::engine::tables::kind;

/// Room numbers have at most so many digits.
const MOST_DIGITS: usize = 4;
/// A bare number of fewer digits is a count ("one patient in 20") more often than a room.
const FEWEST_BARE_DIGITS: usize = 3;
/// Who lies in a room.
const PERSON: [SignalKind; 2] = [kind::PATIENT_NOUNS, kind::PERSON_NOUNS];

/// The end of a room's word and number.
pub(super) fn numbered_end(reading: &Reading<'_>, at: u32) -> Option<u32> {
    let may_be = reading.token(at).is_some_and(|token| matches!(token.initial, b'o' | b'u'));
    if may_be && matches!(reading.word(at), "OR" | "unit") {
        // "OR 3" in capitals only; "unit 4C" with its letter only.
        let with_letter =
            |end: &u32| reading.word(at) == "OR" || *end > at + 2 || !is_digits(reading, at + 1);
        return code_end(reading, at + 1).filter(with_letter);
    }
    code_end(reading, reading.end_of(at, kind::ROOM_WORDS)?)
}

/// Past "12", "7B", "N12", "B".
fn code_end(reading: &Reading<'_>, at: u32) -> Option<u32> {
    let at = if reading.word(at) == "#" { at + 1 } else { at };
    let token = reading.token(at)?;
    let word = token.text(&reading.text);
    match token.kind {
        TokenKind::Number if word.len() <= MOST_DIGITS && !word.contains(['.', ',']) => {
            Some(past_letter(reading, at + 1))
        }
        TokenKind::Word if token.capital && word.len() == 1 => (word != "I" && word != "A").then_some(at + 1),
        TokenKind::Word => {
            let digits = word.trim_start_matches(|c: char| c.is_ascii_uppercase());
            let short = word.len() - digits.len() == 1 && (1..=3).contains(&digits.len());
            (short && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(at + 1)
        }
        _ => None,
    }
}

fn past_letter(reading: &Reading<'_>, at: u32) -> u32 {
    let letter = reading.token(at).is_some_and(|token| token.glued) && reading.word(at).len() == 1;
    if letter && reading.token(at).is_some_and(|token| token.kind == TokenKind::Word) { at + 1 } else { at }
}

fn is_digits(reading: &Reading<'_>, at: u32) -> bool {
    reading.token(at).is_some_and(|token| token.kind == TokenKind::Number)
}

/// "pt in 412", "the lady in 12B": the end of the number that is a room there.
pub(super) fn bare_end(reading: &Reading<'_>, at: u32) -> Option<u32> {
    let word = reading.word(at);
    let before = at.checked_sub(1).filter(|before| matches!(reading.word(*before), "in" | "from" | "of"))?;
    let person = |signal: &&Signal| PERSON.contains(&signal.kind) && signal.end == before;
    // "Mrs. Liu in 12A"
    let titled = || {
        (before.saturating_sub(3)..before).find(|at| reading.has(*at, kind::NAME_TITLES)).filter(|_| {
            before.checked_sub(1).and_then(|last| reading.token(last)).is_some_and(|name| name.capital)
        })
    };
    let nouns = reading.between(before.saturating_sub(3), before);
    let first = nouns.iter().find(person).map(|noun| noun.first).or_else(titled)?;
    let end = past_letter(reading, at + 1);
    let numbered = word.len() == FEWEST_BARE_DIGITS || (end > at + 1 && word.len() < FEWEST_BARE_DIGITS);
    let counted = first.checked_sub(1).is_some_and(|count| {
        reading.has(count, kind::NUMBER_WORDS)
            || is_digits(reading, count)
            || matches!(reading.word(count).to_ascii_lowercase().as_str(), "every" | "each" | "per" | "any")
    });
    let is_count = reading.has(end, kind::DOSE_UNIT) || reading.has(end, kind::AGE_UNIT);
    (numbered && !counted && !is_count && word.bytes().all(|byte| byte.is_ascii_digit())).then_some(end)
}
