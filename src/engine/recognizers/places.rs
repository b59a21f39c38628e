//! Places smaller than a state: hospitals, schools, streets, towns; rooms and beds by `rooms`.
//!
//! A town is known by its name or by standing capitalized behind "from" or "near" with no other meaning; a state or
//! country is no identifier and never one of these.

use super::{rooms, signal};
use crate::engine::lex::TokenKind;
use crate::engine::reading::Reading;
use crate::engine::signal::{Signal, SignalKind};
use crate::engine::tables::kind;

/// A place's own name has at most this many words before its kind: "Our Lady of Mercy Hospital".
const LONGEST_NAME: u32 = 4;

/// What a text about somebody's care holds; there, "at" with a name behind it says where.
const CARE: &[SignalKind] = &[
    kind::CARE_EVENT,
    kind::PATIENT_EVENT,
    kind::VISIT_CUE,
    kind::PATIENT_NOUNS,
    kind::AGE,
    kind::CONDITIONS,
    kind::RARE_CONDITIONS,
    kind::PROCEDURES,
];
/// What a capitalized word behind "at" is, when it is no place.
const NO_PLACE: &[SignalKind] = &[
    kind::HOLIDAY_NAMES,
    kind::CONDITIONS,
    kind::RARE_CONDITIONS,
    kind::DRUGS,
    kind::DRUG_CLASSES,
    kind::PROCEDURES,
    kind::TESTS,
    kind::SYMPTOMS,
    kind::CARE_SETTINGS,
    kind::CLINICIAN_TITLES,
    kind::NAME_TITLES,
    kind::STAFF_ROLES,
    kind::SPECIALTIES,
    kind::TIME_CUE,
    kind::PERSON_NOUNS,
    kind::KINSHIP,
    kind::ROOM_WORDS,
];

/// Who or what stands before "at" where somebody spends their days.
const WORKS: &[SignalKind] = &[kind::OCCUPATION, kind::DAILY_LIFE, kind::PERSON_NOUNS, kind::PATIENT_NOUNS];
/// What stands before "to", "from" and "in" where somebody was brought.
const MOVED: &[SignalKind] = &[kind::CARE_EVENT, kind::PATIENT_EVENT, kind::MOVED];

pub(super) fn recognize(reading: &Reading<'_>, found: &mut Vec<Signal>) {
    let names_rooms = reading.present().contains(kind::ROOM_WORDS);
    let tells_of_care = [CARE, WORKS, MOVED].iter().any(|kinds| reading.present().contains_any(kinds));
    for (at, token) in (0_u32..).zip(&reading.tokens) {
        match token.kind {
            TokenKind::Word if token.capital || names_rooms => {
                if let Some(end) = rooms::numbered_end(reading, at) {
                    found.push(signal(kind::ROOM, at, end));
                    found.push(signal(kind::NAMED_PLACE, at, end));
                    continue;
                }
                if !token.capital {
                    continue;
                }
                let end = facility_end(reading, at)
                    .or_else(|| street_end(reading, at))
                    .or_else(|| town_end(reading, at))
                    .or_else(|| if tells_of_care { care_place_end(reading, at) } else { None });
                if let Some(end) = end {
                    found.push(signal(kind::NAMED_PLACE, at, end));
                    if is_spoken_to(reading, at, end) {
                        found.push(signal(kind::TO_EVERYBODY, at, end));
                    }
                }
            }
            TokenKind::Number if tells_of_care => {
                if let Some(end) = rooms::bare_end(reading, at) {
                    found.push(signal(kind::ROOM, at, end));
                    found.push(signal(kind::NAMED_PLACE, at, end));
                }
            }
            _ => {}
        }
    }
}

/// "…, Tacoma!": a town that is greeted or thanked, and no person of that name.
fn is_spoken_to(reading: &Reading<'_>, at: u32, end: u32) -> bool {
    let set_off = at.checked_sub(1).is_some_and(|before| reading.word(before) == ",");
    let person = [kind::GIVEN_NAMES, kind::GIVEN_NAMES_AMBIGUOUS].iter().any(|it| reading.has(at, *it));
    set_off && !person && reading.word(end) == "!"
}

fn is_name_word(reading: &Reading<'_>, at: u32) -> bool {
    reading.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.capital)
        && !reading.has(at, kind::FREQUENT_WORDS)
}

/// "Elm Clinic", "St. Mary's Hospital", "Lincoln High".
fn facility_end(reading: &Reading<'_>, at: u32) -> Option<u32> {
    if !is_name_word(reading, at) || reading.has(at, kind::EPONYMS) {
        return None;
    }
    // "Community Hospital", "General Hospital": a kind that serves as the name.
    let whole = reading.end_of(at, kind::PLACE_HEADS);
    if let Some(end) = whole.filter(|end| *end > at + 1 && is_name_word(reading, end - 1)) {
        return Some(past_of(reading, end));
    }
    // "Hospital San Rafael"
    if matches!(reading.word(at), "Hospital" | "Clínica" | "Clinica" | "Hôpital" | "Ospedale" | "Klinikum")
    {
        let named = |ahead: &u32| {
            is_name_word(reading, at + ahead)
                || matches!(reading.word(at + ahead), "de" | "del" | "la" | "las" | "los")
        };
        let last =
            (1..=2 * LONGEST_NAME).take_while(named).filter(|ahead| is_name_word(reading, at + ahead)).last();
        if let Some(last) = last {
            return Some(at + last + 1);
        }
    }
    let mut end = at + 1;
    while end < at + LONGEST_NAME {
        if let Some(head_end) = reading.end_of(end, kind::PLACE_HEADS).filter(|_| is_name_word(reading, end))
        {
            return Some(past_of(reading, head_end));
        }
        let linked = matches!(reading.word(end), "of" | "the" | "and" | ".");
        if !linked && !is_name_word(reading, end) {
            return None;
        }
        end += 1;
    }
    None
}

/// "Children's Hospital of Springfield"
fn past_of(reading: &Reading<'_>, end: u32) -> u32 {
    if reading.word(end) == "of" && is_name_word(reading, end + 1) { end + 2 } else { end }
}

/// "Delancey Street" behind "on": a street without its number.
fn street_end(reading: &Reading<'_>, at: u32) -> Option<u32> {
    let before = at.checked_sub(1)?;
    if !is_name_word(reading, at)
        || !matches!(reading.word(before), "on" | "off" | "at" | "of" | "near" | "down")
    {
        return None;
    }
    let named = (1..LONGEST_NAME).take_while(|ahead| is_name_word(reading, at + ahead)).last()?;
    (1..=named).rev().find(|last| reading.has(at + last, kind::STREET_TYPES)).map(|last| at + last + 1)
}

/// "seen at UCLA", "transferred to Northgate", "@ Mercy & St. Luke": a name where care happens.
fn care_place_end(reading: &Reading<'_>, at: u32) -> Option<u32> {
    let mut before = at.checked_sub(1)?;
    if reading.word(before).eq_ignore_ascii_case("the") {
        before = before.checked_sub(1)?;
    }
    let sentence = reading.place(at).sentence;
    let is_place_of_care = match reading.word(before) {
        "at" | "At" | "@" => {
            let works = |signal: &Signal| WORKS.contains(&signal.kind) && signal.end == before;
            reading.in_sentence(sentence).contains_any(CARE)
                || reading.between(before.saturating_sub(4), before).iter().any(works)
        }
        "to" | "from" | "in" => {
            let short =
                reading.word(at).len() < 4 && reading.word(at).bytes().all(|b| b.is_ascii_uppercase());
            let means_another = short
                || reading.has(at, kind::GIVEN_NAMES)
                || (reading.word(before) == "in" && reading.has(at, kind::SHOUTING));
            let behind_event = |event: &Signal| {
                MOVED.contains(&event.kind) && (event.end == before || event.end == before + 1)
            };
            !means_another && reading.between(before.saturating_sub(4), before + 1).iter().any(behind_event)
        }
        _ => false,
    };
    let is_something_else = || reading.starting_at(at).iter().any(|signal| NO_PLACE.contains(&signal.kind));
    // "New York Presbyterian", "Good Samaritan", "Our Lady of Mercy"
    let opens = || {
        matches!(reading.word(at), "New" | "Old" | "Good" | "Our" | "All") && is_name_word(reading, at + 1)
    };
    if !is_place_of_care || !(is_name_word(reading, at) || opens()) || is_something_else() {
        return None;
    }
    let mut end = at + 1;
    let mut next = end;
    while next < at + 2 * LONGEST_NAME && reading.place(next).sentence == sentence {
        if is_name_word(reading, next) && !reading.has(next, kind::MONTHS) {
            end = next + 1;
        } else if !matches!(reading.word(next), "of" | "the" | "and" | "&" | ".") {
            break;
        }
        next += 1;
    }
    // "in Texas" is wide enough, "at New York Presbyterian" is not; "at May" is nothing.
    let too_wide = [kind::STATES, kind::MONTHS].iter().any(|wide| reading.end_of(at, *wide) == Some(end));
    (!too_wide).then_some(end)
}

/// A known town, or a capitalized word behind "from" or "near" that means nothing else.
fn town_end(reading: &Reading<'_>, at: u32) -> Option<u32> {
    let token = reading.token(at)?;
    if let Some(end) = reading.end_of(at, kind::PLACES) {
        return token.capital.then_some(end);
    }
    let behind = || {
        reading
            .between(at.saturating_sub(3), at)
            .iter()
            .any(|words| words.end == at && words.kind == kind::PLACE_PREPOSITIONS)
    };
    let means_nothing = || {
        let harmless = [kind::SURNAMES, kind::SURNAMES_AMBIGUOUS, kind::SHOUTING, kind::STREET_TYPES];
        reading.means_only(&harmless, at)
    };
    (is_name_word(reading, at) && means_nothing() && behind()).then_some(at + 1)
}
