//! What was done, and when nobody living was there: verbs of the past, by their ending or by a list, and years long ago.
//!
//! An answer to a review that tells what happened confirms that it did; an offer or a promise does not.

use super::signal;
use crate::engine::lex::{Token, TokenKind};
use crate::engine::reading::Reading;
use crate::engine::signal::Signal;
use crate::engine::tables::kind;

/// "Fed" and "red" are none of them regular verbs.
const SHORTEST_REGULAR: usize = 5;
/// Years of which no patient is protected any more.
const LONG_AGO: std::ops::Range<u32> = 1000..1930;
/// Nobody alive was born before.
const OLDEST_BIRTH: u32 = 1905;

pub(super) fn recognize(reading: &Reading<'_>, found: &mut Vec<Signal>) {
    for (at, token) in (0_u32..).zip(&reading.tokens) {
        if token.kind == TokenKind::Word
            && (is_regular(token, at, reading) || reading.has(at, kind::PAST_FORMS))
        {
            found.push(signal(kind::PAST_VERB, at, at + 1));
        } else if token.kind == TokenKind::Number && is_long_ago(reading, at) {
            found.push(signal(kind::LONG_AGO, at, at + 1));
        }
    }
}

/// "In 1846": a bare year behind a word that years follow.
fn is_long_ago(reading: &Reading<'_>, at: u32) -> bool {
    let is_year = || reading.word(at).parse::<u32>().is_ok_and(|year| LONG_AGO.contains(&year));
    let follows = |before: u32| {
        ["in", "since", "of", "circa", "by", "around"]
            .iter()
            .any(|it| reading.word(before).eq_ignore_ascii_case(it))
    };
    // "April 14, 1865": so old a date is nobody's.
    let dated = || {
        let is_older = reading.word(at).parse::<u32>().is_ok_and(|year| year < OLDEST_BIRTH);
        is_older && (1..=3).filter_map(|back| at.checked_sub(back)).any(|it| reading.has(it, kind::MONTHS))
    };
    is_year() && (at.checked_sub(1).is_some_and(follows) || dated())
}

/// "called", but neither "need" nor "hundred".
fn is_regular(token: &Token, at: u32, reading: &Reading<'_>) -> bool {
    let word = reading.text.as_bytes().get(token.start as usize..token.end as usize).unwrap_or_default();
    word.len() >= SHORTEST_REGULAR
        && word.last_chunk::<2>().is_some_and(|end| end.eq_ignore_ascii_case(b"ed"))
        && !word.last_chunk::<3>().is_some_and(|end| end.eq_ignore_ascii_case(b"eed"))
        && !reading.has(at, kind::NOT_PAST)
}

#[cfg(test)]
mod tests {
    use crate::engine::{Checker, Config};

    #[test]
    fn endings_and_a_list_tell_the_past() {
        let text = "We called, you agreed and left; we need a hundred beds, indeed.";
        let found = Checker::new(Config::default()).signals(text);
        let past: Vec<&str> = found
            .into_iter()
            .filter(|(_, kind)| *kind == "past-verb")
            .map(|(span, _)| span.of(text))
            .collect();
        assert_eq!(past, ["called", "agreed", "left"]);
    }
}
