//! Ages, doses, and numbers that are neither.

use super::signal;
use crate::engine::lex::TokenKind;
use crate::engine::reading::Reading;
use crate::engine::signal::Signal;
use crate::engine::tables::kind;

/// Safe Harbor lets ages up to 89 stand; a birth year up to this one shows an age over it.
const LATEST_YEAR_OF_A_NINETY_YEAR_OLD: u32 = 1936;
const EARLIEST_YEAR_OF_A_LIVING_PERSON: u32 = 1905;
const OLDEST_PLAIN_AGE: u32 = 89;
const OLDEST_PERSON: u32 = 120;

pub(super) fn recognize(reading: &Reading<'_>, found: &mut Vec<Signal>) {
    let spells_numbers = reading.present().contains(kind::NUMBER_WORDS);
    for (at, token) in (0_u32..).zip(&reading.tokens) {
        if token.kind == TokenKind::Number {
            recognize_at(reading, at, found);
        } else if spells_numbers && reading.has(at, kind::NUMBER_WORDS) {
            let end = reading.end_of(at, kind::NUMBER_WORDS).unwrap_or(at + 1);
            if let Some(end) = age_end(reading, at, end) {
                found.push(signal(kind::AGE, at, end));
                if reading.has(at, kind::NINETIES) {
                    found.push(signal(kind::AGE_90_PLUS, at, end));
                }
            }
        }
    }
}

fn recognize_at(reading: &Reading<'_>, at: u32, found: &mut Vec<Signal>) {
    let value = reading.word(at).parse::<u32>().ok();
    if let Some(end) = reading.end_of(at + 1, kind::DOSE_UNIT) {
        found.push(signal(kind::DOSE, at, end));
    } else if let Some(end) =
        value.filter(|value| *value <= OLDEST_PERSON).and_then(|_| age_end(reading, at, at + 1))
    {
        found.push(signal(kind::AGE, at, end));
        if value.is_some_and(|value| value > OLDEST_PLAIN_AGE) && !counts_children(reading, at) {
            found.push(signal(kind::AGE_90_PLUS, at, end));
        }
    } else if value.is_some_and(|year| is_old_birth_year(reading, at, year)) {
        found.push(signal(kind::AGE_90_PLUS, at, at + 1));
    } else {
        found.push(signal(kind::NUMBER, at, at + 1));
    }
}

/// Where an age that begins with the number before `unit` ends: "45-year-old", "45 yo", "27F", "(27, F)", "aged 45".
fn age_end(reading: &Reading<'_>, at: u32, unit: u32) -> Option<u32> {
    if let Some(end) = reading.end_of(unit, kind::AGE_UNIT) {
        return Some(end);
    }
    let aged = at.checked_sub(1).is_some_and(|before| {
        matches!(
            reading.word(before).to_ascii_lowercase().as_str(),
            "aged" | "age" | "turned" | "turns" | "turning"
        )
    });
    if aged {
        return Some(unit);
    }
    let sex = |at: u32| matches!(reading.word(at), "F" | "M" | "f" | "m" | "yo" | "YO");
    let glued = reading.token(unit).is_some_and(|token| token.glued);
    let listed = reading.word(unit) == ","
        && sex(unit + 1)
        && !reading.token(unit + 2).is_some_and(|t| t.glued && t.is_term());
    if glued && sex(unit) && !reading.token(unit + 1).is_some_and(|next| next.glued && next.is_term()) {
        Some(unit + 1)
    } else if listed {
        Some(unit + 2)
    } else {
        None
    }
}

/// "95 weeks old" is a child's age.
fn counts_children(reading: &Reading<'_>, at: u32) -> bool {
    let unit = reading.word(at + 1);
    ["month", "week", "day", "mo", "wk"].iter().any(|short| unit.to_ascii_lowercase().starts_with(short))
}

fn is_old_birth_year(reading: &Reading<'_>, at: u32, year: u32) -> bool {
    let born = (1..=3_u32)
        .filter_map(|back| at.checked_sub(back))
        .any(|before| matches!(reading.word(before).to_ascii_lowercase().as_str(), "born" | "dob" | "b"));
    (EARLIEST_YEAR_OF_A_LIVING_PERSON..=LATEST_YEAR_OF_A_NINETY_YEAR_OLD).contains(&year) && born
}
