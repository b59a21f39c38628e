//! Sentences, clauses and paragraphs: how far one thought reaches.

use super::language::Language;
use super::lex::{Token, TokenKind};
use super::signal::SignalKind;
use super::tables::kind;
use super::tongue::Tongue;
use super::vocabulary::Vocabulary;
use super::words::WordId;

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

/// The place of every token; `words` holds each token's word in the vocabulary, `tongues` each paragraph's.
pub(crate) fn places(
    text: &str,
    tokens: &[Token],
    words: &[Option<WordId>],
    tongues: &[Tongue],
    vocabulary: &Vocabulary,
) -> Vec<Place> {
    let tongue = |place: &Place| tongues.get(place.paragraph as usize).copied().unwrap_or_default();
    let mut segmenter =
        Segmenter { text, tokens, words, language: tongue(&Place::default()).language(), vocabulary };
    let mut places = Vec::with_capacity(tokens.len());
    let mut place = Place::default();
    let mut tokens_in_clause = 0;
    let mut tokens_in_sentence = 0;
    for (at, token) in tokens.iter().enumerate() {
        if tokens_in_clause > 1 && segmenter.is(at, kind::CLAUSE_OPENERS) {
            place.clause += 1;
            tokens_in_clause = 0;
        }
        if tokens_in_sentence == LONGEST_SENTENCE {
            place = Place { clause: place.clause + 1, sentence: place.sentence + 1, ..place };
            tokens_in_sentence = 0;
        }
        places.push(place);
        tokens_in_sentence += 1;
        let ends = match token.kind {
            TokenKind::Newline => {
                place.paragraph += 1;
                segmenter.language = tongue(&place).language();
                true
            }
            TokenKind::Punctuation(mark) => segmenter.ends_sentence(mark, at),
            _ => false,
        };
        let closes = matches!(
            token.kind,
            TokenKind::Punctuation(b',' | b';' | b':' | b'(' | b')' | b'[' | b']' | b'-')
        );
        tokens_in_clause += 1;
        if ends || closes {
            place.clause += 1;
            tokens_in_clause = 0;
        }
        if ends {
            place.sentence += 1;
            tokens_in_sentence = 0;
        }
    }
    places
}

struct Segmenter<'s> {
    text: &'s str,
    tokens: &'s [Token],
    words: &'s [Option<WordId>],
    language: Language,
    vocabulary: &'s Vocabulary,
}

impl Segmenter<'_> {
    /// Whether the token is by itself a term of that kind.
    fn is(&self, at: usize, kind: SignalKind) -> bool {
        let word = self.words.get(at).copied().flatten();
        word.is_some_and(|word| self.vocabulary.is(word, self.language, kind))
    }

    fn ends_sentence(&self, mark: u8, at: usize) -> bool {
        match mark {
            b'!' | b'?' => true,
            b'.' => {
                let next = self.tokens.get(at + 1);
                let runs_on =
                    next.is_some_and(|next| next.glued && next.kind == TokenKind::Word && !next.capital);
                !runs_on && !at.checked_sub(1).is_some_and(|before| self.is_abbreviation(before))
            }
            _ => false,
        }
    }

    /// A dot behind an abbreviation or a single initial ends no sentence.
    fn is_abbreviation(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at).filter(|token| token.kind == TokenKind::Word) else {
            return false;
        };
        let word = token.text(self.text);
        let initial = word.chars().count() == 1 && word != "I" && word != "i";
        initial || self.is(at, kind::ABBREVIATIONS)
    }
}
