//! Sentences, clauses and paragraphs: how far one thought reaches.

use super::lex::{Token, TokenKind};
use super::signal::SignalKind;
use super::tables::kind;
use super::vocabulary::Vocabulary;

/// In which clause, sentence and paragraph a token stands; each counted from 0 over the draft.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place {
    /// Clause.
    pub(crate) clause: u32,
    /// Sentence.
    pub(crate) sentence: u32,
    /// Paragraph: a line.
    pub(crate) paragraph: u32,
}

/// A sentence without an end is cut after so many tokens, so that looking through one is bounded work.
const LONGEST_SENTENCE: u32 = 256;

/// The place of every token.
pub(crate) fn places(text: &str, tokens: &[Token], vocabulary: &Vocabulary) -> Vec<Place> {
    let mut places = Vec::with_capacity(tokens.len());
    let mut place = Place::default();
    let mut words_in_clause = 0;
    let mut tokens_in_sentence = 0;
    for (at, token) in tokens.iter().enumerate() {
        if token.kind == TokenKind::Word && words_in_clause > 1 && opens_clause(token.text(text), vocabulary)
        {
            place.clause += 1;
            words_in_clause = 0;
        }
        if tokens_in_sentence == LONGEST_SENTENCE {
            place = Place { clause: place.clause + 1, sentence: place.sentence + 1, ..place };
            tokens_in_sentence = 0;
        }
        places.push(place);
        tokens_in_sentence += 1;
        match token.kind {
            TokenKind::Newline => {
                place = Place {
                    clause: place.clause + 1,
                    sentence: place.sentence + 1,
                    paragraph: place.paragraph + 1,
                };
                words_in_clause = 0;
                tokens_in_sentence = 0;
            }
            TokenKind::Punctuation(mark) if ends_sentence(mark, text, tokens, at, vocabulary) => {
                place.clause += 1;
                place.sentence += 1;
                words_in_clause = 0;
                tokens_in_sentence = 0;
            }
            TokenKind::Punctuation(b',' | b';' | b':' | b'(' | b')' | b'[' | b']' | b'-') => {
                place.clause += 1;
                words_in_clause = 0;
            }
            _ => words_in_clause += 1,
        }
    }
    places
}

fn opens_clause(word: &str, vocabulary: &Vocabulary) -> bool {
    word.len() <= 8 && vocabulary.is(word, kind::CLAUSE_OPENERS)
}

fn ends_sentence(mark: u8, text: &str, tokens: &[Token], at: usize, vocabulary: &Vocabulary) -> bool {
    match mark {
        b'!' | b'?' => true,
        b'.' => {
            let before = at.checked_sub(1).and_then(|before| tokens.get(before));
            let next = tokens.get(at + 1);
            let run_on = next.is_some_and(|next| next.glued && next.kind == TokenKind::Word && !next.capital);
            !run_on && !before.is_some_and(|word| is_abbreviation(word.text(text), word, vocabulary))
        }
        _ => false,
    }
}

/// A dot behind an abbreviation or a single initial ends no sentence.
fn is_abbreviation(word: &str, token: &Token, vocabulary: &Vocabulary) -> bool {
    let known = |list: SignalKind| vocabulary.is(word, list);
    let initial = token.kind == TokenKind::Word && word.chars().count() == 1 && word != "I" && word != "i";
    initial || (token.kind == TokenKind::Word && known(kind::ABBREVIATIONS))
}
