//! Places smaller than a state: streets, rooms, hospitals, schools, towns.
//!
//! A town is known by its name or by standing capitalized behind "from" or "near" with no other meaning; a state or
//! country is no identifier and never one of these.

use super::signal;
use crate::engine::lex::{Token, TokenKind};
use crate::engine::reading::Reading;
use crate::engine::signal::Signal;
use crate::engine::tables::kind;

/// A place's own name has at most this many words before its kind: "Our Lady of Mercy Hospital".
const LONGEST_NAME: u32 = 4;

pub(super) fn recognize(reading: &Reading<'_>, found: &mut Vec<Signal>) {
    let names_rooms = reading.present().contains(kind::ROOM_WORDS);
    for (at, token) in (0_u32..).zip(&reading.tokens) {
        match token.kind {
            TokenKind::Number => {
                if let Some(end) = street_end(reading, at) {
                    found.push(signal(kind::STREET_ADDRESS, at, end));
                } else if is_postal_code(reading, at) {
                    found.push(signal(kind::NAMED_PLACE, at, at + 1));
                }
            }
            TokenKind::Word if token.capital || names_rooms => {
                let end = numbered_end(reading, at)
                    .or_else(|| facility_end(reading, at))
                    .or_else(|| town_end(reading, at));
                if let Some(end) = end {
                    found.push(signal(kind::NAMED_PLACE, at, end));
                }
            }
            _ => {}
        }
    }
}

fn is_name_word(reading: &Reading<'_>, at: u32) -> bool {
    reading.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.capital)
        && !reading.has(at, kind::FREQUENT_WORDS)
}

/// "12 Oak St", "4410 Old Mill Road".
fn street_end(reading: &Reading<'_>, at: u32) -> Option<u32> {
    let is_number = reading.word(at).len() <= 5 && reading.word(at).bytes().all(|byte| byte.is_ascii_digit());
    let named = (1..=LONGEST_NAME).take_while(|ahead| is_name_word(reading, at + ahead)).count();
    let named = u32::try_from(named).unwrap_or(0);
    let end =
        (2..=named).rev().find(|last| reading.has(at + last, kind::STREET_TYPES)).map(|last| at + last + 1);
    end.filter(|_| is_number)
}

/// Five digits behind "ZIP" or a state.
fn is_postal_code(reading: &Reading<'_>, at: u32) -> bool {
    let word = reading.word(at);
    let five = word.len() == 5 && word.bytes().all(|byte| byte.is_ascii_digit());
    let cued = || {
        reading.between(at.saturating_sub(3), at).iter().any(|before| {
            before.end == at && (before.kind == kind::STATES || before.kind == kind::POSTAL_CUES)
        })
    };
    five && cued()
}

/// "Room 12", "bed B", "Ward 4".
fn numbered_end(reading: &Reading<'_>, at: u32) -> Option<u32> {
    let next = reading.end_of(at, kind::ROOM_WORDS)?;
    let token: &Token = reading.token(next)?;
    let word = token.text(reading.text);
    let is_number = token.kind == TokenKind::Number && word.len() <= 4;
    let is_letter =
        token.kind == TokenKind::Word && word.len() == 1 && token.capital && word != "I" && word != "A";
    (is_number || is_letter).then_some(next + 1)
}

/// "Elm Clinic", "St. Mary's Hospital", "Lincoln High".
fn facility_end(reading: &Reading<'_>, at: u32) -> Option<u32> {
    if !is_name_word(reading, at) || reading.has(at, kind::EPONYMS) {
        return None;
    }
    let mut end = at + 1;
    while end < at + LONGEST_NAME {
        if let Some(head_end) = reading.end_of(end, kind::PLACE_HEADS).filter(|_| is_name_word(reading, end))
        {
            return Some(head_end);
        }
        let linked = matches!(reading.word(end), "of" | "the" | "and" | ".");
        if !linked && !is_name_word(reading, end) {
            return None;
        }
        end += 1;
    }
    None
}

/// A known town, or a capitalized word behind "from" or "near" that means nothing else.
fn town_end(reading: &Reading<'_>, at: u32) -> Option<u32> {
    let token = reading.token(at)?;
    if let Some(end) = reading.end_of(at, kind::PLACES) {
        return token.capital.then_some(end);
    }
    let behind = at.checked_sub(1).is_some_and(|before| reading.has(before, kind::PLACE_PREPOSITIONS));
    let means_nothing = || {
        let harmless = [kind::SURNAMES, kind::SURNAMES_AMBIGUOUS, kind::SHOUTING];
        reading.starting_at(at).iter().all(|signal| harmless.contains(&signal.kind))
    };
    (behind && is_name_word(reading, at) && means_nothing()).then_some(at + 1)
}
