//! Calendar dates finer than a year, and times of day, in the ways people write them.
//!
//! A year alone is no date; neither is a fraction, a score or a blood pressure: two bare numbers around a slash
//! count only behind a word that announces a date.

use super::signal;
use crate::engine::lex::TokenKind;
use crate::engine::reading::Reading;
use crate::engine::signal::Signal;
use crate::engine::tables::kind;

const SHORT_MONTH: usize = 3;
const SHORT_MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const ROMAN_MONTHS: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
/// Days in words.
const ORDINALS: [&str; 21] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "thirtieth",
];

pub(super) fn recognize(reading: &Reading<'_>, found: &mut Vec<Signal>) {
    let names_months = reading.present().contains(kind::MONTHS);
    if !names_months && !reading.inventory.has_numbers() {
        return;
    }
    for (at, token) in (0_u32..).zip(&reading.tokens) {
        if token.kind == TokenKind::Word && names_months {
            if let Some((first, end)) = around_month(reading, at) {
                found.push(signal(kind::DATE, first, end));
            } else if let Some(first) = month_alone(reading, at) {
                found.push(signal(kind::MONTH, first, at + 1));
            }
        } else if token.kind == TokenKind::Number {
            if let Some(end) = numeric_end(reading, at).or_else(|| named_month_end(reading, at)) {
                found.push(signal(kind::DATE, at, end));
            } else if let Some((first, end)) = clock(reading, at) {
                found.push(signal(kind::CLOCK_TIME, first, end));
            } else if is_bare_birth_date(reading, at) {
                found.push(signal(kind::DATE, at, at + 1));
            } else if let Some(end) = bare_day_end(reading, at) {
                found.push(signal(kind::DATE, at, end));
            }
        }
    }
}

fn value(reading: &Reading<'_>, at: u32) -> Option<u32> {
    reading.token(at).filter(|token| token.kind == TokenKind::Number)?;
    reading.word(at).parse().ok()
}

fn is_day(value: u32) -> bool {
    (1..=31).contains(&value)
}

fn is_year(value: u32) -> bool {
    (1900..=2100).contains(&value)
}

/// Past "st", "nd", "rd" or "th" glued to a number that ends before `at`.
fn past_ordinal(reading: &Reading<'_>, at: u32) -> u32 {
    let glued = reading.token(at).is_some_and(|token| token.glued);
    let ordinal = matches!(reading.word(at).to_ascii_lowercase().as_str(), "st" | "nd" | "rd" | "th");
    if glued && ordinal { at + 1 } else { at }
}

/// A date around the month's name at `at`: "March 3rd, 2014", "3rd of March", "early March 2014".
fn around_month(reading: &Reading<'_>, at: u32) -> Option<(u32, u32)> {
    if !reading.has(at, kind::MONTHS) || is_verb(reading, at) {
        return None;
    }
    let day_before = day_ending_at(reading, at);
    let mut next = at + 1;
    if reading.word(next) == "." {
        next += 1;
    }
    let day_after = value(reading, next).filter(|day| is_day(*day)).map(|_| past_ordinal(reading, next + 1));
    if let Some(end) = day_after {
        return Some((at, past_year(reading, end)));
    }
    if let Some(first) = day_before {
        return Some((first, past_year(reading, at + 1)));
    }
    let end = past_year(reading, next);
    (end > next).then_some((at, end))
}

/// Where a month begins that tells when something was: "last October", "in May", "mid-August".
fn month_alone(reading: &Reading<'_>, at: u32) -> Option<u32> {
    if !reading.has(at, kind::MONTHS) || is_verb(reading, at) {
        return None;
    }
    let told = |before: u32| {
        let word = reading.word(before).to_ascii_lowercase();
        matches!(
            word.as_str(),
            "last" | "this" | "past" | "in" | "since" | "until" | "early" | "mid" | "late" | "around" | "en"
        )
    };
    let before =
        (1..=2).filter_map(|back| at.checked_sub(back)).find(|before| reading.word(*before) != "-")?;
    told(before).then_some(before)
}

/// "may" and "march" are verbs when they are not capitalized, "May" is one behind a pronoun.
fn is_verb(reading: &Reading<'_>, at: u32) -> bool {
    let ambiguous = matches!(
        reading.word(at).to_ascii_lowercase().as_str(),
        "may" | "march" | "mar" | "sep" | "dec" | "mayo" | "julio"
    );
    ambiguous
        && !reading.token(at).is_some_and(|token| token.capital)
        && value(reading, at + 1).is_none()
        && past_year(reading, at + 1) == at + 1
}

/// Where a day that ends directly before the month begins: "3", "3rd", "3rd of".
fn day_ending_at(reading: &Reading<'_>, month: u32) -> Option<u32> {
    let mut at = month.checked_sub(1)?;
    // "17. August"
    if reading.word(at) == "." && past_year(reading, month + 1) > month + 1 {
        at = at.checked_sub(1)?;
    }
    let linked = matches!(reading.word(at), "of" | "Of" | "OF" | "de" | "di");
    if linked {
        at = at.checked_sub(1)?;
    }
    if reading.token(at)?.kind == TokenKind::Word {
        // "the third of May", "twenty-first of May"
        if linked && ORDINALS.iter().any(|day| day.eq_ignore_ascii_case(reading.word(at))) {
            let tens = at.checked_sub(1).filter(|tens| {
                ["twenty", "thirty"].iter().any(|it| it.eq_ignore_ascii_case(reading.word(*tens)))
            });
            return Some(tens.unwrap_or(at));
        }
        at = at.checked_sub(1)?;
        if past_ordinal(reading, at + 1) == at + 1 {
            return None;
        }
    }
    value(reading, at).filter(|day| is_day(*day)).map(|_| at)
}

/// Past a year and the comma or "of" before it: ", 2014", " '14", " del 2014".
fn past_year(reading: &Reading<'_>, at: u32) -> u32 {
    let year_at = if matches!(reading.word(at), "," | "of" | "de" | "del") { at + 1 } else { at };
    let short = reading.word(year_at) == "'" && reading.word(year_at + 1).len() == 2;
    if value(reading, year_at).is_some_and(is_year) {
        year_at + 1
    } else if short && value(reading, year_at + 1).is_some() {
        year_at + 2
    } else {
        at
    }
}

/// "3/4/2021", "2021-03-04", "03.04.21", and behind an announcing word also "3/4".
fn numeric_end(reading: &Reading<'_>, at: u32) -> Option<u32> {
    if goes_on(reading, at) {
        return None;
    }
    let dotted: Vec<u32> = reading.word(at).split('.').map(|part| part.parse().unwrap_or(u32::MAX)).collect();
    if let [a, b, c] = dotted.as_slice() {
        return is_calendar(*a, *b, *c).then_some(at + 1);
    }
    let (first, second) = (value(reading, at)?, joined_value(reading, at + 1)?);
    match joined_value(reading, at + 2) {
        Some(third)
            if !reading.token(at + 3).is_some_and(|token| token.glued && token.kind == TokenKind::Number) =>
        {
            is_calendar(first, second, third).then_some(at + 3)
        }
        Some(_) => None,
        // "11/2021" and "2021-11" are months.
        None if is_year(first) && (1..=12).contains(&second) && reading.word(at + 1).len() == 2 => {
            Some(at + 2)
        }
        None if (1..=12).contains(&first) && is_year(second) && reading.word(at + 1).len() == 4 => {
            Some(at + 2)
        }
        None => {
            let announced = (1..=2)
                .filter_map(|back| at.checked_sub(back))
                .find(|before| reading.word(*before) != ":")
                .is_some_and(|before| reading.has(before, kind::DATE_ANNOUNCERS));
            let fits = (first <= 12 && is_day(second)) || (second <= 12 && is_day(first));
            (announced && fits && first > 0 && second > 0).then_some(at + 2)
        }
    }
}

/// "12/iii/26" and "14FEB2026": a month in Roman numerals, and one that is glued to its day.
fn named_month_end(reading: &Reading<'_>, at: u32) -> Option<u32> {
    let day = value(reading, at).filter(|day| is_day(*day) && !goes_on(reading, at)).map(|_| at)?;
    let month = reading.token(day + 1).filter(|month| month.glued && month.kind == TokenKind::Word)?;
    let word = month.text(&reading.text);
    let joint = reading.text.get(reading.token(day)?.end as usize..month.start as usize)?;
    if joint.is_empty() {
        let (letters, year) = word.split_at_checked(SHORT_MONTH)?;
        let named = SHORT_MONTHS.iter().any(|month| month.eq_ignore_ascii_case(letters));
        let dated = matches!(year.len(), 2 | 4) && year.bytes().all(|digit| digit.is_ascii_digit());
        return (named && dated).then_some(day + 2);
    }
    let roman = ROMAN_MONTHS.iter().any(|month| month.eq_ignore_ascii_case(word));
    (roman && joined_value(reading, day + 2).is_some_and(|year| year <= 99 || is_year(year)))
        .then_some(day + 3)
}

/// Behind "DOB" six or eight digits are a day: "DOB 120374".
fn is_bare_birth_date(reading: &Reading<'_>, at: u32) -> bool {
    let word = reading.word(at);
    let before =
        (1..=2).filter_map(|back| at.checked_sub(back)).find(|it| !matches!(reading.word(*it), ":" | "."));
    let announced = before.is_some_and(|before| {
        let birth = ["dob", "birth", "born", "b"];
        birth.iter().any(|it| reading.word(before).eq_ignore_ascii_case(it))
            || reading.between(before.saturating_sub(4), before + 1).iter().any(|it| {
                it.kind == kind::FIELD_LABELS
                    && it.end == before + 1
                    && reading.has(it.first, kind::PATIENT_EVENT)
            })
    });
    announced && matches!(word.len(), 6 | 8) && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a number is joined to the one before it; a bracket before it is no joint.
fn goes_on(reading: &Reading<'_>, at: u32) -> bool {
    let glued = reading.token(at).is_some_and(|token| token.glued);
    glued && at.checked_sub(1).and_then(|before| reading.token(before)).is_some_and(|before| before.is_term())
}

/// The value of a number joined to the one before by a slash or hyphen.
fn joined_value(reading: &Reading<'_>, at: u32) -> Option<u32> {
    let before = reading.token(at.checked_sub(1)?)?;
    let token = reading.token(at).filter(|token| token.glued)?;
    let joint = reading.text.get(before.end as usize..token.start as usize)?;
    if matches!(joint, "/" | "-" | "\u{2010}" | "\u{2011}") { value(reading, at) } else { None }
}

/// Whether three numbers are a day, a month and a year in some usual order.
fn is_calendar(a: u32, b: u32, c: u32) -> bool {
    let day_and_month =
        |x: u32, y: u32| (is_day(x) && (1..=12).contains(&y)) || (is_day(y) && (1..=12).contains(&x));
    (is_year(a) && (1..=12).contains(&b) && is_day(c)) || (day_and_month(a, b) && (is_year(c) || c <= 99))
}

/// "the 15th" behind a word that announces a date.
fn bare_day_end(reading: &Reading<'_>, at: u32) -> Option<u32> {
    let end = past_ordinal(reading, at + 1);
    let the = at.checked_sub(1).filter(|before| reading.word(*before).eq_ignore_ascii_case("the"))?;
    let announced = the.checked_sub(1).is_some_and(|before| reading.has(before, kind::DATE_ANNOUNCERS));
    (announced && end > at + 1 && value(reading, at).is_some_and(is_day)).then_some(end)
}

/// "0340", and "1430" behind "at": four digits that are no year.
fn is_military(reading: &Reading<'_>, at: u32, value: u32) -> bool {
    let word = reading.word(at);
    let before = at.checked_sub(1).map_or("", |before| reading.word(before));
    let announced = matches!(before, "at" | "At" | "@" | "since" | "ETA" | "by" | "until");
    let morning = word.starts_with('0') && announced;
    let later = (1000..1860).contains(&value) && matches!(before, "at" | "@" | "ETA");
    word.len() == 4 && value % 100 < 60 && (morning || later)
}

/// "3:14 am", "at 9pm", "1430 hrs", "at 0340".
fn clock(reading: &Reading<'_>, at: u32) -> Option<(u32, u32)> {
    let hour = value(reading, at)?;
    if is_military(reading, at, hour) {
        return Some((at, at + 1));
    }
    let mut end = at + 1;
    let minutes = reading.word(end) == ":"
        && reading.token(end).is_some_and(|colon| colon.glued)
        && reading.word(end + 1).len() == 2
        && value(reading, end + 1).is_some_and(|minutes| minutes < 60);
    if minutes {
        end += 2;
    }
    // "1430 hours" is a time, "2 hours" is none.
    let counted = reading.word(at).len() < 4 && matches!(reading.word(end), "hours" | "hrs");
    let half = reading.end_of(end, kind::DAY_HALVES).filter(|_| !counted);
    match half {
        Some(end) if hour <= 12 || minutes => Some((at, end)),
        _ if minutes && hour < 24 => Some((at, end)),
        _ => None,
    }
}
