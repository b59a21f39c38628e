//! Places that only a text about one patient makes known: "lives in Port Orford", "flown to us from Gresham", "at UCH".
//!
//! Elsewhere a capitalized word behind "in" or "at" may be anything; in a note it is where somebody was.

use super::signal;
use crate::engine::lex::TokenKind;
use crate::engine::reading::Reading;
use crate::engine::signal::{Signal, SignalKind};
use crate::engine::tables::kind;

/// A place has at most so many words: "Our Lady of Mercy".
const LONGEST: u32 = 5;
/// What a word may be besides and still name a place.
const INNOCENT: &[SignalKind] = &[
    kind::SURNAMES,
    kind::SURNAMES_AMBIGUOUS,
    kind::GIVEN_NAMES_AMBIGUOUS,
    kind::POSSIBLE_NAME,
    kind::NO_NAME,
    kind::STREET_TYPES,
    kind::NAMED_THINGS,
    kind::ROOM_WORDS,
    kind::SHOUTING,
];
/// What ends a place's name: "in Gresham March 3".
const STOPS: [SignalKind; 5] =
    [kind::MONTHS, kind::WEEKDAY, kind::SHOUTING, kind::FREQUENT_WORDS, kind::PERSON_NAME];
const PREPOSITIONS: [&str; 7] = ["in", "from", "at", "near", "outside", "@", "à"];
/// In English, Dutch, German and Spanish.
const ARTICLES: [&str; 5] = ["the", "het", "der", "el", "la"];
/// What stands at most so far before "to" when somebody was brought there.
const FARTHEST: u32 = 8;
const BROUGHT: &[SignalKind] = &[kind::CARE_EVENT, kind::PATIENT_EVENT, kind::MOVED];
/// Words of places that mean something else alone: "New", "St".
const OPENING: [&str; 9] = ["New", "Old", "Good", "Our", "San", "Santa", "St", "Fort", "Mount"];

/// Looks at the tokens from `first` to `end`.
pub(super) fn recognize(first: u32, end: u32, reading: &Reading<'_>, found: &mut Vec<Signal>) {
    for before in first..end {
        let word = reading.word(before);
        let brought = || {
            let said = reading.between(before.saturating_sub(FARTHEST), before);
            said.iter().any(|it| BROUGHT.contains(&it.kind))
        };
        // "Mr. Killen, 44, of Wagga Wagga", "transferred from here to Vanderbilt"
        let tells = match word {
            "of" => before.checked_sub(1).is_some_and(|comma| reading.word(comma) == ","),
            "to" => brought(),
            _ => PREPOSITIONS.iter().any(|it| it.eq_ignore_ascii_case(word)),
        };
        if !tells {
            continue;
        }
        let at = before + 1 + u32::from(ARTICLES.contains(&reading.word(before + 1)));
        if let Some(end) = place_end(reading, at, end, word) {
            found.push(signal(kind::NAMED_PLACE, at, end));
        }
    }
}

fn place_end(reading: &Reading<'_>, at: u32, limit: u32, preposition: &str) -> Option<u32> {
    let opens = OPENING.contains(&reading.word(at)) && is_capital(reading, at + 1);
    if !is_capital(reading, at) || !(opens || is_innocent(reading, at)) {
        return None;
    }
    // "in AFib", "from PT": capitals are short for something; a house is known by them only behind "at".
    let house = match preposition {
        "at" | "@" => !end_of_short(reading, at),
        "to" => is_capital(reading, at + 1) && !is_acronym(reading, at + 1),
        _ => false,
    };
    if is_acronym(reading, at) && !house {
        return None;
    }
    let sentence = reading.place(at).sentence;
    let mut end = at + 1;
    let mut next = end;
    while next < limit.min(at + LONGEST) && reading.place(next).sentence == sentence {
        if is_capital(reading, next) && !STOPS.iter().any(|stop| reading.has(next, *stop)) {
            end = next + 1;
        } else if !matches!(reading.word(next), "of" | "the" | ".") {
            break;
        }
        next += 1;
    }
    let wide =
        [kind::STATES, kind::MONTHS, kind::WEEKDAY].iter().any(|it| reading.end_of(at, *it) == Some(end));
    // "in the Framingham study"
    let is_thing = reading.has(end, kind::NAMED_THINGS);
    (!wide && !is_thing).then_some(end)
}

fn is_acronym(reading: &Reading<'_>, at: u32) -> bool {
    let word = reading.word(at);
    word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Two letters are short for a ward or a state.
fn end_of_short(reading: &Reading<'_>, at: u32) -> bool {
    reading.word(at).len() < 3
}

fn is_capital(reading: &Reading<'_>, at: u32) -> bool {
    reading.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.capital && !token.tagged)
}

fn is_innocent(reading: &Reading<'_>, at: u32) -> bool {
    reading.means_only(INNOCENT, at)
}

#[cfg(test)]
mod tests {
    use crate::engine::{Checker, Config};

    fn places(text: &str) -> Vec<&str> {
        let found = Checker::new(Config::default()).signals(text);
        found.into_iter().filter(|(_, kind)| *kind == "named-place").map(|(span, _)| span.of(text)).collect()
    }

    #[test]
    fn where_a_patient_is_from_needs_no_list_of_towns() {
        assert_eq!(
            places("Pt turned 91 last week, lives alone in Port Orford, refuses walker"),
            ["Port Orford"]
        );
        assert_eq!(places("pt was admitted in March, is in AFib, wants this in Spanish"), [""; 0]);
    }
}
