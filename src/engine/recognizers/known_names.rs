//! Surnames that were said in full, by which the same people are called later on: "Ferrante slept through the night".

use super::name_parts::{Part, Parts};
use crate::engine::lex::TokenKind;
use crate::engine::phrases::possessor;
use crate::engine::reading::Reading;

/// "Li" may be anything.
const SHORTEST: usize = 3;
/// So many are known again, so that looking through them is bounded work.
const MOST: usize = 16;

/// The surnames of one passage.
#[derive(Default)]
pub(super) struct KnownNames<'t> {
    surnames: Vec<&'t str>,
}

impl<'t> KnownNames<'t> {
    /// Takes the surname of the full name from `first` to `end`.
    pub(super) fn learn(&mut self, first: u32, end: u32, parts: &Parts<'t, '_>) {
        let reading = parts.reading;
        // "OLSEN, Birgitte"
        let turned = (first..end).find(|comma| reading.word(*comma) == ",");
        let last = (first..turned.unwrap_or(end))
            .rev()
            .find(|at| is_large_word(*at, reading) && parts.part(*at) != Part::Initial);
        let surname = last.map_or("", |last| without_ending(reading.word(last)));
        if surname.len() >= SHORTEST && self.surnames.len() < MOST {
            self.surnames.push(surname);
        }
    }

    /// Whether the word at `at` is one of them.
    pub(super) fn holds(&self, at: u32, reading: &Reading<'_>) -> bool {
        let word = without_ending(reading.word(at));
        is_large_word(at, reading) && self.surnames.iter().any(|known| known.eq_ignore_ascii_case(word))
    }
}

fn is_large_word(at: u32, reading: &Reading<'_>) -> bool {
    reading.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.capital && !token.tagged)
}

fn without_ending(word: &str) -> &str {
    possessor(word).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use crate::engine::{Checker, Config};

    fn names(text: &str) -> Vec<&str> {
        let found = Checker::new(Config::default()).signals(text);
        found.into_iter().filter(|(_, kind)| *kind == "person-name").map(|(span, _)| span.of(text)).collect()
    }

    #[test]
    fn who_was_named_in_full_is_known_by_the_surname() {
        assert_eq!(
            names("FROST, CARLA was seen. Frost improved, and Frost's drain is out."),
            ["FROST, CARLA", "Frost", "Frost's"]
        );
        assert_eq!(names("Frost tonight. Hill country."), [""; 0]);
    }
}
