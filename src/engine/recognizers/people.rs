//! One person spoken of without a name: "an older guy", "this 4 year old", "a trauma patient".
//!
//! An article that picks one out, a noun or an age, and at most a few words between them; "the" picks one out with a
//! clause behind it ("the man who …"), and in a hurry no article is needed ("lady in her fifties drove …"). Plurals and
//! possessives pick out nobody in particular, or somebody of the writer's own.

use super::signal;
use crate::engine::lex::TokenKind;
use crate::engine::reading::Reading;
use crate::engine::segment::Stretch;
use crate::engine::signal::{KindSet, Signal};
use crate::engine::tables::kind;

/// Words between the article and the noun: "a very sweet older lady".
const MOST_WORDS_BETWEEN: u32 = 4;
/// Words before a noun that begins a telling: "frat kid came in".
const MOST_WORDS_BEFORE: u32 = 2;
/// Numbers that may be an age where nothing says so.
const LIKELY_AGES: std::ops::RangeInclusive<u8> = 12..=109;
/// Words between such a noun and its verb: "lady in her fifties drove".
const MOST_WORDS_TO_VERB: u32 = 6;

/// What somebody is spoken of by.
static NOUNS: KindSet = KindSet::of(&[
    kind::PATIENT_NOUNS,
    kind::PERSON_NOUNS,
    kind::OCCUPATION,
    kind::AGE,
    kind::CARE_SEEKER,
    kind::KINSHIP,
    kind::DECADE,
]);

pub(super) fn recognize(reading: &Reading<'_>, found: &mut Vec<Signal>) {
    bare_ages(reading, found);
    for noun in reading.signals_of(&NOUNS) {
        if counts_things(reading, noun) {
            continue;
        }
        let kind = match noun.kind {
            kind::PATIENT_NOUNS => kind::ONE_PATIENT,
            _ => kind::ONE_PERSON,
        };
        let first = article_before(reading, noun.first)
            .or_else(|| definite_before(reading, noun))
            .or_else(|| begins_telling(reading, noun).then_some(noun.first));
        if let Some(first) = first {
            found.push(signal(kind, first, noun.end));
            // "Say a 58 year old comes in": a case made up to ask about.
            if let Some(say) = first.checked_sub(1).filter(|say| supposes(reading, *say)) {
                found.push(signal(kind::HYPOTHETICAL, say, first));
            }
            if let Some(verb) = first.checked_sub(1).filter(|verb| reading.has(*verb, kind::ENCOUNTER_VERB)) {
                found.push(signal(kind::ENCOUNTER, verb, noun.end));
            }
        }
    }
}

/// "A couple of days", "a couple weeks", "a family of apps": a word for people that counts things. "A client of ours" is somebody.
fn counts_things(reading: &Reading<'_>, noun: &Signal) -> bool {
    let is = |at: u32, words: &[&str]| words.iter().any(|it| reading.word(at).eq_ignore_ascii_case(it));
    let counts = is(noun.end, &["of"]) && !is(noun.end + 1, &["mine", "ours"]);
    let times =
        is(noun.end, &["minutes", "hours", "days", "nights", "shifts", "weeks", "months", "years", "times"]);
    noun.kind == kind::CARE_SEEKER && (counts || times)
}

/// "Say", "picture" and the like at the beginning of a sentence.
fn supposes(reading: &Reading<'_>, at: u32) -> bool {
    reading.has(at, kind::SENTENCE)
        && ["say", "picture", "suppose"].iter().any(|it| reading.word(at).eq_ignore_ascii_case(it))
}

/// "The man who fell", "the lady from last night": a clause behind the noun says which one.
fn definite_before(reading: &Reading<'_>, noun: &Signal) -> Option<u32> {
    let clause = reading.place(noun.first).clause;
    let article = (noun.first.saturating_sub(MOST_WORDS_BETWEEN)..noun.first)
        .rev()
        .take_while(|at| reading.place(*at).clause == clause)
        .find(|at| ["the", "that"].iter().any(|the| reading.word(*at).eq_ignore_ascii_case(the)))?;
    let plain = (article + 1..noun.first).all(|at| !reading.has(at, kind::LINK_WORDS));
    let told = noun.kind == kind::AGE || reading.has(noun.end, kind::CLAUSE_OF_WHOM);
    (plain && told).then_some(article)
}

/// "Frat kid came in", "8yo broke both wrists": a bare noun that begins the sentence, and soon a verb.
fn begins_telling(reading: &Reading<'_>, noun: &Signal) -> bool {
    if noun.kind == kind::KINSHIP {
        return false;
    }
    let place = reading.place(noun.first);
    let (sentence, _) = reading.around(noun.first, Stretch::Sentence);
    let near = noun.first - sentence <= MOST_WORDS_BEFORE;
    let bare = (sentence..noun.first).all(|at| {
        !reading.has(at, kind::LINK_WORDS)
            && !reading.has(at, kind::OUR_WORDS)
            && reading.token(at).is_some_and(|it| it.kind == TokenKind::Word)
    });
    near && bare
        && (noun.end..noun.end + MOST_WORDS_TO_VERB)
            .take_while(|at| reading.place(*at).sentence == place.sentence)
            .any(|at| reading.has(at, kind::PAST_VERB) || reading.has(at, kind::TELLING_VERB))
}

/// "82," or "(38)": a number apart, which beside a person is an age.
fn bare_ages(reading: &Reading<'_>, found: &mut Vec<Signal>) {
    if !reading.inventory.has_numbers() {
        return;
    }
    for (at, token) in (0_u32..).zip(&reading.tokens) {
        let apart = |at: u32| matches!(reading.word(at), "," | "(" | ")" | ".");
        let is_age = || reading.word(at).parse().is_ok_and(|value: u8| LIKELY_AGES.contains(&value));
        let is_set_apart = || at.checked_sub(1).is_some_and(apart) && apart(at + 1);
        if token.kind == TokenKind::Number && is_set_apart() && is_age() {
            found.push(signal(kind::BARE_AGE, at, at + 1));
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

    #[test]
    fn a_couple_of_days_is_nobody() {
        assert!(people("after a couple of hard days").is_empty());
        assert!(people("I start in a couple weeks").is_empty());
        assert_eq!(people("a client of ours fainted"), ["a client"]);
        assert_eq!(people("a couple came in"), ["a couple"]);
    }
}
