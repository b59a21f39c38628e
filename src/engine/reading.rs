//! A passage as the engine reads it: tokens, where each stands, and the signals found among them.

use std::borrow::Cow;

use super::language::Language;
use super::lex::{Token, TokenKind, lex};
use super::phrases::{lookup, terms};
use super::segment::{Place, Places, Stretch, places};
use super::signal::{KindSet, Signal, SignalKind};
use super::signals::{Glance, Signals, in_order, order};
use super::span::Span;
use super::tongue::{Tongue, tongues};
use super::vocabulary::Vocabulary;
use super::words::WordId;

/// Everything that recognizers and matchers look at.
#[derive(Debug)]
pub(crate) struct Reading<'t> {
    /// Its text.
    pub(crate) text: Cow<'t, str>,
    /// Its tokens.
    pub(crate) tokens: Vec<Token>,
    /// Where each token stands.
    pub(crate) places: Places,
    tongues: Vec<Tongue>,
    /// The hash of each token's folded spelling.
    hashes: Vec<Option<u32>>,
    signals: Signals,
    present: KindSet,
    by_sentence: Vec<KindSet>,
}

impl<'t> Reading<'t> {
    /// Reads `text` with the lexicons alone; [`Reading::add`] brings in what recognizers find.
    pub(crate) fn new(text: Cow<'t, str>, vocabulary: &Vocabulary) -> Self {
        let tokens = lex(&text);
        let (words, hashes): (Vec<Option<WordId>>, Vec<Option<u32>>) =
            tokens.iter().map(|token| lookup(token, &text, vocabulary)).unzip();
        let tongues = tongues(&text, &tokens, &words, vocabulary);
        let places = places(&text, &tokens, &words, &tongues, vocabulary);
        let mut reading = Reading {
            text,
            tokens,
            places,
            tongues,
            hashes,
            signals: Signals::default(),
            present: KindSet::EMPTY,
            by_sentence: Vec::new(),
        };
        let is_main = reading.tongues.iter().all(|tongue| tongue.language() == Language::MAIN);
        let language_of = |at: u32| match is_main {
            true => Language::MAIN,
            false => reading.tongue(reading.place(at).paragraph).language(),
        };
        let terms = terms(&words, language_of, &reading.tokens, vocabulary);
        // The build keeps the kinds of a term in order; those of two languages may stand side by side.
        reading.bring_in(if is_main { terms } else { in_order(terms) });
        reading
    }

    /// In which language a paragraph is written.
    pub(crate) fn tongue(&self, paragraph: u32) -> Tongue {
        self.tongues.get(paragraph as usize).copied().unwrap_or_default()
    }

    /// How many tokens stand in paragraphs of a language.
    pub(crate) fn words_in(&self, language: Language) -> usize {
        let is_in = |(_, tongue): &(u32, &Tongue)| **tongue == Tongue::Known(language);
        let paragraphs = (0_u32..).zip(&self.tongues).filter(is_in);
        paragraphs.map(|(paragraph, _)| self.tokens_of(paragraph).len()).sum()
    }

    /// The paragraphs in languages that are not checked.
    pub(crate) fn unsupported(&self) -> Vec<Span> {
        let paragraphs = (0_u32..).zip(&self.tongues).filter(|(_, tongue)| **tongue == Tongue::Unsupported);
        paragraphs
            .filter_map(|(paragraph, _)| {
                let mut tokens =
                    self.tokens_of(paragraph).iter().filter(|token| token.kind != TokenKind::Newline);
                let first = tokens.next()?;
                let last = tokens.next_back().unwrap_or(first);
                Some(Span::new(first.start as usize, last.end as usize))
            })
            .collect()
    }

    fn tokens_of(&self, paragraph: u32) -> &[Token] {
        let (first, end) = self.places.reach(Stretch::Paragraph, paragraph);
        self.tokens.get(first as usize..end as usize).unwrap_or(&[])
    }

    /// Brings in more signals.
    pub(crate) fn add(&mut self, more: Vec<Signal>) {
        self.bring_in(in_order(more));
    }

    /// Brings in more, which are in order, and renews the indexes.
    fn bring_in(&mut self, more: Vec<Signal>) {
        self.by_sentence.resize(self.places.sentence_count(), KindSet::EMPTY);
        for signal in &more {
            let sentence = self.places.of(signal.first).sentence;
            if let Some(kinds) = self.by_sentence.get_mut(sentence as usize) {
                kinds.insert(signal.kind);
            }
        }
        self.by_sentence.iter().for_each(|kinds| self.present.insert_all(kinds));
        self.signals.add(more, self.tokens.len());
    }

    /// The signals, by first token.
    pub(crate) fn signals(&self) -> &[Signal] {
        self.signals.all()
    }

    /// The signals of some kinds, by place; sentences that hold none are passed over.
    pub(crate) fn signals_of(&self, kinds: &'static KindSet) -> impl Iterator<Item = &Signal> {
        let holding = (0_u32..).zip(&self.by_sentence).filter(|(_, present)| present.meets(kinds));
        holding.flat_map(move |(sentence, _)| {
            let (first, end) = self.places.reach(Stretch::Sentence, sentence);
            self.between(first, end).iter().filter(|signal| kinds.contains(signal.kind))
        })
    }

    /// The signals that begin at a token.
    #[inline]
    pub(crate) fn starting_at(&self, token: u32) -> &[Signal] {
        self.signals.starting_at(token)
    }

    /// The end of the signal of that kind that begins at a token.
    #[inline]
    pub(crate) fn end_of(&self, token: u32, kind: SignalKind) -> Option<u32> {
        self.signals.end_of(token, kind)
    }

    /// Whether, at a glance, a signal of one of some kinds may begin at a token.
    #[inline]
    pub(crate) fn may_begin(&self, token: u32, kinds: Glance) -> bool {
        self.signals.may_begin(token, kinds)
    }

    /// Whether a signal of that kind begins at a token.
    pub(crate) fn has(&self, token: u32, kind: SignalKind) -> bool {
        self.end_of(token, kind).is_some()
    }

    /// The signals that begin among the tokens from `first` up to `end`.
    pub(crate) fn between(&self, first: u32, end: u32) -> &[Signal] {
        self.signals.between(first, end)
    }

    /// The first signal of one of `kinds` among the tokens from `first` up to `end`; quick over any distance.
    pub(crate) fn first_of(&self, kinds: &[SignalKind], first: u32, end: u32) -> Option<&Signal> {
        let present = kinds.iter().filter(|kind| self.present.contains(**kind));
        present.filter_map(|kind| self.of_kind(*kind, first, end).next()).min_by_key(|signal| order(signal))
    }

    /// The signals of one kind that begin among the tokens from `first` up to `end`; sentences that hold none are passed
    /// over.
    pub(crate) fn of_kind(
        &self,
        kind: SignalKind,
        first: u32,
        end: u32,
    ) -> impl DoubleEndedIterator<Item = &Signal> {
        let sentences = self.place(first).sentence..self.place(end.saturating_sub(1)).sentence + 1;
        let holding = sentences.filter(move |sentence| self.in_sentence(*sentence).contains(kind));
        holding.flat_map(move |sentence| {
            let (begin, behind) = self.places.reach(Stretch::Sentence, sentence);
            let signals = self.between(begin.max(first), behind.min(end)).iter();
            signals.filter(move |signal| signal.kind == kind)
        })
    }

    /// The kinds of signal anywhere in the passage.
    pub(crate) fn present(&self) -> &KindSet {
        &self.present
    }

    /// The kinds of signal in a sentence.
    pub(crate) fn in_sentence(&self, sentence: u32) -> &KindSet {
        self.by_sentence.get(sentence as usize).unwrap_or(&KindSet::EMPTY)
    }

    /// Where a token stands.
    pub(crate) fn place(&self, token: u32) -> Place {
        self.places.of(token)
    }

    /// A token; past the end there is none.
    pub(crate) fn token(&self, at: u32) -> Option<&Token> {
        self.tokens.get(at as usize)
    }

    /// The text of a token; past the end it is empty.
    pub(crate) fn word(&self, at: u32) -> &str {
        self.token(at).map_or("", |token| token.text(&self.text))
    }

    /// The hash of a token's folded spelling; none of marks, and of what is longer than any word.
    #[inline]
    pub(crate) fn hash(&self, at: u32) -> Option<u32> {
        self.hashes.get(at as usize).copied().flatten()
    }

    /// The bytes from the token `first` up to the token `end`.
    pub(crate) fn span(&self, first: u32, end: u32) -> Span {
        let start = self.token(first).map_or(self.text.len(), |token| token.start as usize);
        let last =
            end.checked_sub(1).and_then(|last| self.token(last)).map_or(start, |token| token.end as usize);
        Span::new(start, last)
    }

    /// The tokens of the clause, sentence or paragraph around a token: first, and one past the last.
    pub(crate) fn around(&self, token: u32, stretch: Stretch) -> (u32, u32) {
        let place = self.place(token);
        let number = match stretch {
            Stretch::Clause => place.clause,
            Stretch::Sentence => place.sentence,
            Stretch::Paragraph => place.paragraph,
        };
        self.places.reach(stretch, number)
    }
}
