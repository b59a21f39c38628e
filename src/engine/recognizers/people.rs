//! One person spoken of without a name: "an older guy", "this 4 year old", "a trauma patient".
//!
//! An article that picks one out, a noun or an age, and at most a few words between them. Plurals, "the" and
//! possessives pick out nobody in particular, or somebody of the writer's own.

use super::signal;
use crate::engine::reading::Reading;
use crate::engine::signal::Signal;
use crate::engine::tables::kind;

/// Words between the article and the noun: "a very sweet older lady".
const MOST_WORDS_BETWEEN: u32 = 4;

pub(super) fn recognize(reading: &Reading<'_>, found: &mut Vec<Signal>) {
    for noun in reading.signals() {
        let kind = match noun.kind {
            kind::PATIENT_NOUNS => kind::ONE_PATIENT,
            kind::PERSON_NOUNS | kind::OCCUPATION | kind::AGE => kind::ONE_PERSON,
            _ => continue,
        };
        if let Some(first) = article_before(reading, noun.first) {
            found.push(signal(kind, first, noun.end));
        }
    }
}

fn article_before(reading: &Reading<'_>, noun: u32) -> Option<u32> {
    let clause = reading.place(noun).clause;
    let nearest = noun.saturating_sub(MOST_WORDS_BETWEEN + 1);
    let article = (nearest..noun)
        .rev()
        .take_while(|at| reading.place(*at).clause == clause)
        .find(|at| reading.has(*at, kind::PICKING_ARTICLES) || is_superlative(reading, *at))?;
    // "A few of the boys": words that begin another thought do not stand between.
    let plain = (article + 1..noun).all(|at| !reading.has(at, kind::LINK_WORDS));
    plain.then_some(article)
}

/// "the sweetest old lady"
fn is_superlative(reading: &Reading<'_>, at: u32) -> bool {
    reading.word(at).eq_ignore_ascii_case("the") && reading.word(at + 1).to_ascii_lowercase().ends_with("est")
}

#[cfg(test)]
mod tests {
    use crate::engine::{Checker, Config};

    fn people(text: &str) -> Vec<&str> {
        let of = ["one-person", "one-patient"];
        let found = Checker::new(Config::default()).signals(text);
        found.into_iter().filter(|(_, kind)| of.contains(kind)).map(|(span, _)| span.of(text)).collect()
    }

    #[test]
    fn an_article_picks_one_person_out() {
        assert_eq!(people("saw a very sweet older lady"), ["a very sweet older lady"]);
        assert_eq!(
            people("our worst trauma patient, and another trauma patient"),
            ["another trauma patient"]
        );
        assert_eq!(people("the sweetest man"), ["the sweetest man"]);
    }

    #[test]
    fn plurals_and_own_people_are_nobody_in_particular() {
        assert!(people("patients and guys, my boy, the woman").is_empty());
    }
}
