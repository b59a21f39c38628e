//! Streets with their house numbers, in the orders of several languages, and postal codes.

use super::{postcodes, signal};
use crate::engine::lex::TokenKind;
use crate::engine::reading::Reading;
use crate::engine::signal::Signal;
use crate::engine::tables::kind;
use crate::engine::token::Makeup;

/// A street's own name has at most this many words: "12 Old Saint John Mill Road".
const LONGEST_NAME: u32 = 4;
/// A house number stands at most so many tokens behind "Calle": "Calle de la Virgen del Carmen, 3".
const LONGEST_OPENED: u32 = 8;
/// A postal code stands at most so many tokens behind its street: town, state, commas.
const CODE_BEHIND: u32 = 12;
/// An address behind its label has at most so many tokens.
const LONGEST_LABELED: u32 = 12;
/// Endings of street names that are one word: "Keizersgracht 12".
const ENDINGS: [&str; 9] =
    ["straße", "strasse", "straat", "gracht", "gasse", "plein", "platz", "laan", "weg"];

pub(super) fn recognize(reading: &Reading<'_>, found: &mut Vec<Signal>) {
    let opens_streets = reading.present().contains(kind::STREET_OPENERS);
    let labels_places = reading.present().contains(kind::PLACE_LABELS);
    let has_boxes = reading.present().contains(kind::PO_BOX);
    if !(reading.inventory.may_have_digits() || opens_streets || labels_places) {
        return;
    }
    let mut last_street = None;
    for (at, token) in (0_u32..).zip(&reading.tokens) {
        let street = match token.kind {
            TokenKind::Number => numbered_end(reading, at),
            TokenKind::Word if opens_streets && reading.has(at, kind::STREET_OPENERS) => {
                opened_end(reading, at)
            }
            TokenKind::Word if has_boxes && reading.has(at, kind::PO_BOX) => box_end(reading, at),
            TokenKind::Word if token.capital => joined_end(reading, at),
            _ => None,
        };
        if let Some(end) = street {
            found.push(signal(kind::STREET_ADDRESS, at, end));
            found.extend(town_past(reading, end).map(|(first, end)| signal(kind::NAMED_PLACE, first, end)));
            last_street = Some(end);
        } else if let Some(end) = postcodes::end(reading, at) {
            found.push(signal(kind::NAMED_PLACE, at, end));
        } else if token.kind != TokenKind::Punctuation(b'.')
            && let Some(end) = postal_code_end(reading, at, last_street)
        {
            found.push(signal(kind::NAMED_PLACE, at, end));
            found.extend(town_behind(reading, end).map(|town_end| signal(kind::NAMED_PLACE, end, town_end)));
        }
        if labels_places && let Some((first, end)) = labeled(reading, at) {
            found.push(signal(kind::NAMED_PLACE, first, end));
        }
    }
}

/// What stands behind "Address:" up to the end of the sentence.
fn labeled(reading: &Reading<'_>, at: u32) -> Option<(u32, u32)> {
    let label_end = reading.end_of(at, kind::PLACE_LABELS)?;
    let first = label_end + 1;
    if !matches!(reading.word(label_end), ":" | "=")
        || !is_name_word(reading, first) && !is_number(reading, first)
    {
        return None;
    }
    let sentence = reading.place(first).sentence;
    let inside = |at: &u32| {
        reading.place(*at).sentence == sentence
            && reading.token(*at).is_some_and(|token| {
                matches!(token.kind, TokenKind::Word | TokenKind::Number | TokenKind::Punctuation(b','))
            })
    };
    let mut end = (first..first + LONGEST_LABELED).take_while(inside).last()? + 1;
    while end > first + 1 && reading.word(end - 1) == "," {
        end -= 1;
    }
    Some((first, end))
}

/// "28013 Madrid": the town behind a postal code.
fn town_behind(reading: &Reading<'_>, code_end: u32) -> Option<u32> {
    let follows = reading.place(code_end).sentence == reading.place(code_end.saturating_sub(1)).sentence;
    let named = (0..2).take_while(|ahead| is_name_word(reading, code_end + ahead)).last();
    named.filter(|_| follows).map(|last| code_end + last + 1)
}

/// ", Wetherby": the town behind a street.
fn town_past(reading: &Reading<'_>, street_end: u32) -> Option<(u32, u32)> {
    let first = street_end + u32::from(reading.word(street_end) == ",");
    let same = reading.place(first).sentence == reading.place(street_end.saturating_sub(1)).sentence;
    let known = [kind::STATES, kind::MONTHS, kind::STREET_TYPES];
    let named = |ahead: &u32| {
        is_name_word(reading, first + ahead) && !known.iter().any(|kind| reading.has(first + ahead, *kind))
    };
    let last = (0..2).take_while(named).last().filter(|_| same && first > street_end)?;
    Some((first, first + last + 1))
}

/// "PO Box 88"
fn box_end(reading: &Reading<'_>, at: u32) -> Option<u32> {
    let number = reading.end_of(at, kind::PO_BOX)?;
    is_number(reading, number).then_some(number + 1)
}

fn is_name_word(reading: &Reading<'_>, at: u32) -> bool {
    reading.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.capital)
        && !reading.has(at, kind::FREQUENT_WORDS)
}

fn is_number(reading: &Reading<'_>, at: u32) -> bool {
    reading.token(at).is_some_and(|token| token.kind == TokenKind::Number)
}

/// "12 Oak St", "4410 Old Mill Road Apt. 3".
fn numbered_end(reading: &Reading<'_>, at: u32) -> Option<u32> {
    let digits = reading.word(at);
    // "14a Tollgate Rd"
    let lettered = reading.token(at + 1).is_some_and(|it| it.glued && it.end - it.start == 1 && !it.capital);
    let at = at + u32::from(lettered);
    if digits.len() > 5 || !digits.bytes().all(|byte| byte.is_ascii_digit()) || !is_name_word(reading, at + 1)
    {
        return None;
    }
    let named = (1..=LONGEST_NAME).take_while(|ahead| is_name_word(reading, at + ahead)).last()?;
    let last = (2..=named).rev().find(|last| reading.has(at + last, kind::STREET_TYPES))?;
    Some(past_unit(reading, at + last + 1))
}

/// Past "Apt. 12", "Suite 800", "#4".
fn past_unit(reading: &Reading<'_>, end: u32) -> u32 {
    let mut at = end;
    while matches!(reading.word(at), "." | ",") {
        at += 1;
    }
    let unit = matches!(
        reading.word(at).to_ascii_lowercase().as_str(),
        "apt" | "apartment" | "suite" | "ste" | "unit" | "#"
    );
    let number = if reading.word(at + 1) == "." { at + 2 } else { at + 1 };
    if unit && is_number(reading, number) { number + 1 } else { end }
}

/// "Calle Mayor, 3", "C/ Colombia 33", "Av. San Martín s/n".
fn opened_end(reading: &Reading<'_>, at: u32) -> Option<u32> {
    let mut next = reading.end_of(at, kind::STREET_OPENERS)?;
    let marked = matches!(reading.word(next), "/" | ".");
    if reading.word(at).len() == 1 && reading.word(next) != "/" {
        return None;
    }
    next += u32::from(marked);
    let sentence = reading.place(next).sentence;
    let far = next + LONGEST_OPENED;
    let mut named = false;
    while next < far && reading.place(next).sentence == sentence {
        let token = reading.token(next)?;
        match token.kind {
            TokenKind::Number if named => return Some(next + 1),
            TokenKind::Word if token.text(&reading.text) == "s" && reading.word(next + 1) == "n" => {
                return named.then_some(next + 2);
            }
            TokenKind::Word => named |= token.capital,
            TokenKind::Punctuation(b',' | b'.') => {}
            _ => return None,
        }
        next += 1;
    }
    None
}

/// "Keizersgracht 123", "Hauptstraße 5".
fn joined_end(reading: &Reading<'_>, at: u32) -> Option<u32> {
    let word = reading.word(at);
    let ends = || ENDINGS.iter().any(|ending| word.len() > ending.len() && word.ends_with(ending));
    (is_number(reading, at + 1) && ends()).then_some(at + 2)
}

/// A code behind a word that announces one, behind a state, or in the line of an address.
fn postal_code_end(reading: &Reading<'_>, at: u32, last_street: Option<u32>) -> Option<u32> {
    let token = reading.token(at).filter(|token| token.makeup.has(Makeup::DIGITS))?;
    let word = token.text(&reading.text);
    let before = (1..=2)
        .filter_map(|back| at.checked_sub(back))
        .find(|before| !matches!(reading.word(*before), ":" | "=" | "#" | "."))
        .map_or(at, |before| before + 1);
    let behind = |wanted| {
        reading
            .between(before.saturating_sub(3), before)
            .iter()
            .any(|it| it.end == before && it.kind == wanted)
    };
    if behind(kind::POSTAL_CUES) {
        return Some(past_second_half(reading, at));
    }
    let five =
        token.kind == TokenKind::Number && word.len() == 5 && word.bytes().all(|byte| byte.is_ascii_digit());
    let state = || behind(kind::STATES) || is_state_abbreviation(reading, at);
    let in_address = || last_street.is_some_and(|street| at >= street && at - street <= CODE_BEHIND);
    let before_town =
        || reading.has(at + 1, kind::PLACES) && reading.token(at + 1).is_some_and(|town| town.capital);
    // "Sedona, 86336."
    let behind_town = || {
        let comma = at.checked_sub(2).filter(|town| reading.word(town + 1) == ",");
        let stops = reading.token(at + 1).is_none_or(|next| !next.is_term());
        stops && comma.is_some_and(|town| is_name_word(reading, town) && !reading.has(town, kind::MONTHS))
    };
    (five && (state() || in_address() || before_town() || behind_town())).then_some(at + 1)
}

/// "1012 AB", "SW1A 1AA": what is glued to a code or follows it in the same fashion.
fn past_second_half(reading: &Reading<'_>, at: u32) -> u32 {
    let second = |at: u32| {
        let word = reading.word(at);
        (2..=4).contains(&word.len())
            && word.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
    };
    let mut end = at + 1;
    while end < at + 4 && second(end) && reading.place(end).sentence == reading.place(at).sentence {
        end += 1;
    }
    end
}

/// ", IL" before a code.
fn is_state_abbreviation(reading: &Reading<'_>, code: u32) -> bool {
    let Some(state) = code.checked_sub(1) else { return false };
    let word = reading.word(state);
    let comma = state.checked_sub(1).is_some_and(|comma| reading.word(comma) == ",");
    comma && word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_uppercase())
}
