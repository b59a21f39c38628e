//! Ages, in digits and in words, and birth years that show one over 89.
//!
//! Safe Harbor lets ages up to 89 stand, so a number that only its sentence makes an age ("he is 97", "her 101st
//! birthday") is looked for from 90 on.

use super::signal;
use crate::engine::lex::TokenKind;
use crate::engine::reading::Reading;
use crate::engine::signal::{Signal, SignalKind};
use crate::engine::tables::kind;

/// A birth year up to this one shows an age over 89.
const LATEST_YEAR_OF_A_NINETY_YEAR_OLD: u32 = 1936;
const EARLIEST_YEAR_OF_A_LIVING_PERSON: u32 = 1905;
const OLDEST_PLAIN_AGE: u32 = 89;
const OLDEST_PERSON: u32 = 120;
/// "born on the 2nd of Feb 1933": "born" stands at most so many tokens before its year.
const BORN_BEFORE: u32 = 6;
/// Nouns and names of one person, behind which a number in brackets or between commas is an age.
const PERSON: [SignalKind; 6] = [
    kind::PATIENT_NOUNS,
    kind::PERSON_NOUNS,
    kind::KINSHIP,
    kind::SURNAMES,
    kind::GIVEN_NAMES,
    kind::OCCUPATION,
];

/// Adds the age that the number at a token is; whether it is one.
pub(super) fn in_digits(reading: &Reading<'_>, at: u32, found: &mut Vec<Signal>) -> bool {
    let Ok(value) = reading.word(at).parse::<u32>() else { return false };
    let very_old = (OLDEST_PLAIN_AGE + 1..=OLDEST_PERSON).contains(&value);
    let plain = (value <= OLDEST_PERSON).then(|| age_end(reading, at, at + 1)).flatten();
    let end = plain.or_else(|| if very_old { told_end(reading, at, at + 1) } else { None });
    if let Some(end) = end {
        found.push(signal(kind::AGE, at, end));
        if matches!(reading.word(end - 1), "F" | "M") {
            found.push(signal(kind::PERSON_SEX, end - 1, end));
        }
        if very_old && !counts_children(reading, at) {
            found.push(signal(kind::AGE_90_PLUS, at, end));
        }
    } else if is_old_birth_year(reading, at, value) {
        found.push(signal(kind::AGE_90_PLUS, at, at + 1));
    } else {
        return false;
    }
    true
}

/// Adds the age that the number words from `at` to `end` are, if they are one.
pub(super) fn in_words(reading: &Reading<'_>, at: u32, end: u32, found: &mut Vec<Signal>) {
    let very_old = reading.has(at, kind::NINETIES);
    let told = age_end(reading, at, end).or_else(|| if very_old { told_end(reading, at, end) } else { None });
    if let Some(end) = told {
        found.push(signal(kind::AGE, at, end));
        if very_old {
            found.push(signal(kind::AGE_90_PLUS, at, end));
        }
    }
}

/// Where an age that begins with the number before `unit` ends: "45-year-old", "45 yo", "27F", "(27, F)", "aged 45".
fn age_end(reading: &Reading<'_>, at: u32, unit: u32) -> Option<u32> {
    if let Some(end) = reading.end_of(unit, kind::AGE_UNIT) {
        return Some(end);
    }
    let before = at.checked_sub(1).map(|before| reading.word(before).to_ascii_lowercase());
    if matches!(before.as_deref(), Some("aged" | "age" | "turned" | "turns" | "turning")) {
        return Some(unit);
    }
    sex_end(reading, unit)
}

/// Past a letter for the sex: "27F", "27, F", "94 M with".
fn sex_end(reading: &Reading<'_>, unit: u32) -> Option<u32> {
    let is_glued = |at: u32| reading.token(at).is_some_and(|token| token.glued);
    let ends_there = |at: u32| !is_glued(at) || !reading.token(at).is_some_and(|token| token.is_term());
    let sex = |at: u32| matches!(reading.word(at), "F" | "M" | "f" | "m" | "yo" | "YO");
    if sex(unit) && is_glued(unit) && ends_there(unit + 1) {
        return Some(unit + 1);
    }
    if reading.word(unit) == "," && sex(unit + 1) && ends_there(unit + 2) {
        return Some(unit + 2);
    }
    let tells_on = matches!(
        reading.word(unit + 1),
        "with"
            | "w"
            | "s"
            | "c"
            | "h"
            | "who"
            | "from"
            | "here"
            | "presents"
            | "presenting"
            | "admitted"
            | "POD"
    );
    (matches!(reading.word(unit), "F" | "M") && tells_on).then_some(unit + 1)
}

/// Where a number ends that the words around it make an age: "he is 97", "(91, sharp as a tack)", "101st birthday".
fn told_end(reading: &Reading<'_>, at: u32, end: u32) -> Option<u32> {
    let ordinal = reading.token(end).is_some_and(|token| token.glued)
        && matches!(reading.word(end).to_ascii_lowercase().as_str(), "st" | "nd" | "rd" | "th");
    if ordinal {
        let birthday = matches!(reading.word(end + 1).to_ascii_lowercase().as_str(), "birthday" | "bday");
        return birthday.then_some(end + 2);
    }
    let stops = reading.token(end).is_none_or(|next| match next.kind {
        TokenKind::Word => !next.glued && matches!(reading.word(end), "and" | "but" | "with" | "now" | "so"),
        TokenKind::Number => false,
        TokenKind::Punctuation(mark) => mark != b'%' && mark != b':',
        _ => true,
    });
    (stops && (is_of_pronoun(reading, at) || is_apposed(reading, at, end))).then_some(end)
}

/// "he is 97", "she's 94", "who was 101", "pt is 96"
fn is_of_pronoun(reading: &Reading<'_>, at: u32) -> bool {
    let back = |n: u32| at.checked_sub(n).map_or("", |before| reading.word(before)).to_ascii_lowercase();
    let person = |word: &str| matches!(word, "he" | "she" | "who" | "patient" | "pt");
    let last = back(1);
    match last.as_str() {
        "he's" | "she's" | "he’s" | "she’s" => true,
        "is" | "was" | "s" | "now" if person(&back(2)) => true,
        // "pt 93, still farms"
        "pt" => reading.word(at + 1) == ",",
        "almost" | "nearly" | "now" | "just" => matches!(back(2).as_str(), "is" | "he's" | "she's"),
        _ => false,
    }
}

/// "a regular (91, …)", "Marcus Bell, 96, …"
fn is_apposed(reading: &Reading<'_>, at: u32, end: u32) -> bool {
    let Some(mark) = at.checked_sub(1) else { return false };
    let closed = match reading.word(mark) {
        "(" => matches!(reading.word(end), ")" | ","),
        "," => reading.word(end) == ",",
        _ => false,
    };
    let behind_person = || {
        let ends_there = |signal: &Signal| signal.end == mark && PERSON.contains(&signal.kind);
        let mine = matches!(reading.word(mark.saturating_sub(1)), "mine" | "ours");
        mine || reading.between(mark.saturating_sub(4), mark).iter().any(ends_there)
    };
    closed && behind_person()
}

/// "95 weeks old" is a child's age.
fn counts_children(reading: &Reading<'_>, at: u32) -> bool {
    let unit = reading.word(at + 1).to_ascii_lowercase();
    ["month", "week", "day", "mo", "wk"].iter().any(|short| unit.starts_with(short))
}

fn is_old_birth_year(reading: &Reading<'_>, at: u32, year: u32) -> bool {
    let clause = reading.place(at).clause;
    let born = || {
        (1..=BORN_BEFORE)
            .filter_map(|back| at.checked_sub(back))
            .take_while(|before| reading.place(*before).clause == clause || at - before <= 3)
            .any(|before| matches!(reading.word(before).to_ascii_lowercase().as_str(), "born" | "dob" | "b"))
    };
    (EARLIEST_YEAR_OF_A_LIVING_PERSON..=LATEST_YEAR_OF_A_NINETY_YEAR_OLD).contains(&year) && born()
}
