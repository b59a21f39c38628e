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

/// What a token stands in.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Stretch {
    /// Its clause.
    Clause,
    /// Its sentence.
    Sentence,
    /// Its paragraph.
    Paragraph,
}

/// The places of all tokens of a text, and where each clause, sentence and paragraph begins.
#[derive(Debug, Default)]
pub(crate) struct Places {
    by_token: Vec<Place>,
    clauses: Vec<u32>,
    sentences: Vec<u32>,
    paragraphs: Vec<u32>,
}

impl Places {
    fn push(&mut self, place: Place) {
        let last = self.by_token.last();
        if last.is_none_or(|last| last.clause != place.clause) {
            self.begin(place);
        }
        self.by_token.push(place);
    }

    /// Notes what begins at the next token, which has this place; a sentence or paragraph begins with a clause.
    fn begin(&mut self, place: Place) {
        let at = self.count();
        let begin = |begins: &mut Vec<u32>, number: u32| {
            if begins.len() <= number as usize {
                begins.resize(number as usize + 1, at);
            }
        };
        begin(&mut self.clauses, place.clause);
        begin(&mut self.sentences, place.sentence);
        begin(&mut self.paragraphs, place.paragraph);
    }

    /// How many tokens there are.
    pub(crate) fn count(&self) -> u32 {
        u32::try_from(self.by_token.len()).unwrap_or(u32::MAX)
    }

    /// How many sentences there are.
    pub(crate) fn sentence_count(&self) -> usize {
        self.sentences.len()
    }

    /// The place of a token; past the end that of the first.
    #[inline]
    pub(crate) fn of(&self, token: u32) -> Place {
        self.by_token.get(token as usize).copied().unwrap_or_default()
    }

    /// The place of the last token.
    pub(crate) fn last(&self) -> Place {
        self.by_token.last().copied().unwrap_or_default()
    }

    /// The tokens of the clause, sentence or paragraph with this number: first, and one past the last.
    #[inline]
    pub(crate) fn reach(&self, stretch: Stretch, number: u32) -> (u32, u32) {
        let begins = match stretch {
            Stretch::Clause => &self.clauses,
            Stretch::Sentence => &self.sentences,
            Stretch::Paragraph => &self.paragraphs,
        };
        let begin = |number: usize| begins.get(number).copied().unwrap_or_else(|| self.count());
        (begin(number as usize), begin(number as usize + 1))
    }
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
) -> Places {
    let tongue = |place: &Place| tongues.get(place.paragraph as usize).copied().unwrap_or_default();
    let mut segmenter =
        Segmenter { text, tokens, words, language: tongue(&Place::default()).language(), vocabulary };
    let mut places = Places { by_token: Vec::with_capacity(tokens.len()), ..Places::default() };
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
