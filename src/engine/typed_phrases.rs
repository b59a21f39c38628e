//! TypedPhrases that somebody has typed, found in a text as whole words, whatever their case, accents and spacing.

use std::collections::BTreeMap;

use super::fold::Folded;
use super::lex::{Token, TokenKind, lex};
use super::phrases::possessor;
use super::reading::Reading;
use super::span::Span;

/// A word or mark in its folded spelling.
type Word = Box<[u8]>;

/// TypedPhrases with what each stands for, by their first word.
#[derive(Debug)]
pub(crate) struct TypedPhrases<V>(BTreeMap<Word, Vec<(Vec<Word>, V)>>);

impl<V> Default for TypedPhrases<V> {
    fn default() -> Self {
        TypedPhrases(BTreeMap::new())
    }
}

impl<V> TypedPhrases<V> {
    /// Adds a phrase. One without a word, or with a word longer than any text's, stands nowhere.
    pub(crate) fn insert(&mut self, phrase: &str, value: V) {
        let words = lex(phrase).into_iter().filter(|token| token.kind != TokenKind::Newline);
        let words: Option<Vec<Word>> = words.map(|token| folded(token.text(phrase))).collect();
        let mut words = words.unwrap_or_default().into_iter();
        if let Some(first) = words.next() {
            self.0.entry(first).or_default().push((words.collect(), value));
        }
    }

    /// Every place where one stands, in order of their beginnings.
    pub(crate) fn find<'p>(&'p self, reading: &Reading<'_>) -> Vec<(Span, &'p V)> {
        let mut found = Vec::new();
        if self.0.is_empty() {
            return found;
        }
        for (at, token) in reading.tokens.iter().enumerate() {
            for first in spellings(token, &reading.text) {
                let phrases = folded(first.of(&reading.text)).and_then(|word| self.0.get(&word));
                for (rest, value) in phrases.into_iter().flatten() {
                    let span = end_of(rest, at + 1, reading)
                        .map(|end| Span { start: first.start, end: end.unwrap_or(first.end) });
                    found.extend(
                        span.filter(|span| is_apart(*span, token, reading)).map(|span| (span, value)),
                    );
                }
            }
        }
        found
    }
}

/// Where the other words of a phrase end when they stand from token `at` on; `None` inside when there are none.
fn end_of(words: &[Word], mut at: usize, reading: &Reading<'_>) -> Option<Option<u32>> {
    let mut end = None;
    for word in words {
        while reading.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Newline) {
            at += 1;
        }
        let spellings = spellings(reading.tokens.get(at)?, &reading.text);
        let same = |span: &Span| folded(span.of(&reading.text)).as_ref() == Some(word);
        end = Some(spellings.into_iter().find(same)?.end);
        at += 1;
    }
    Some(end)
}

/// What a token may be written for: itself, the word behind its "#", the one before its "'s".
fn spellings(token: &Token, text: &str) -> Vec<Span> {
    let whole = Span { start: token.start, end: token.end };
    let mut spellings = vec![whole];
    let mut word = token.text(text);
    let mut start = token.start;
    if token.tagged
        && let Some(stripped) = word.strip_prefix('#')
    {
        (word, start) = (stripped, start + 1);
        spellings.push(Span { start, end: token.end });
    }
    if let Some(end) = possessor(word).and_then(|stem| u32::try_from(stem.len()).ok()) {
        spellings.push(Span { start, end: start + end });
    }
    spellings
}

/// "27ad" and "adé" hold no "ad"; a hashtag's words are told apart by their capitals.
fn is_apart(span: Span, first: &Token, reading: &Reading<'_>) -> bool {
    let (before, behind) = (reading.text.get(..span.start as usize), reading.text.get(span.end as usize..));
    let ends_in_letter = before.and_then(|text| text.chars().next_back()).is_some_and(char::is_alphanumeric);
    let goes_on = behind.and_then(|text| text.chars().next()).is_some_and(char::is_alphanumeric);
    first.tagged || !(ends_in_letter || goes_on)
}

fn folded(word: &str) -> Option<Word> {
    Folded::of(word).map(|folded| folded.as_bytes().into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::vocabulary::Vocabulary;

    fn found(phrases: &[&str], text: &str) -> Vec<String> {
        let mut prepared = TypedPhrases::default();
        phrases.iter().for_each(|phrase| prepared.insert(phrase, ()));
        let reading = Reading::new(text.to_owned().into(), &Vocabulary::load());
        prepared.find(&reading).into_iter().map(|(span, ())| span.of(text).to_owned()).collect()
    }

    #[test]
    fn whole_words_are_found_whatever_their_case_accents_and_spacing() {
        assert_eq!(found(&["cheap fillers"], "No CHEAP\n fillers, ever"), ["CHEAP\n fillers"]);
        assert_eq!(found(&["clinica norte"], "la Clínica Norte's team"), ["Clínica Norte"]);
        assert_eq!(found(&["falcon"], "falcons, falconry and a falcon."), ["falcon"]);
        assert_eq!(found(&["ad"], "27ad, ade and #ad"), ["ad"]);
        assert_eq!(found(&["#ad"], "an ad, an #ad"), ["#ad"]);
        assert_eq!(found(&["project falcon"], "#ProjectFalcon"), ["ProjectFalcon"]);
        assert_eq!(found(&["no show", "show up"], "a no-show up here"), ["no-show", "show up"]);
        assert_eq!(found(&["falcon project"], "a falcon. Project two"), Vec::<String>::new());
        assert_eq!(found(&["🩺 day", "  ", "?!"], "it is 🩺 day"), ["🩺 day"]);
    }
}
