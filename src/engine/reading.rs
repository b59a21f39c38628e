//! A passage as the engine reads it: tokens, where each stands, and the signals found among them.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::language::Language;
use super::lex::{Token, TokenKind, lex};
use super::occurrences::Occurrences;
use super::phrases::{lookup, terms};
use super::segment::{Place, places};
use super::signal::{KindSet, Signal, SignalKind};
use super::signals::{Glance, Signals, order};
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
    pub(crate) places: Vec<Place>,
    tongues: Vec<Tongue>,
    signals: Signals,
    present: KindSet,
    by_sentence: Vec<KindSet>,
    occurrences: OnceCell<Occurrences>,
}

impl<'t> Reading<'t> {
    /// Reads `text` with the lexicons alone; [`Reading::add`] brings in what recognizers find.
    pub(crate) fn new(text: Cow<'t, str>, vocabulary: &Vocabulary) -> Self {
        let tokens = lex(&text);
        let words: Vec<Option<WordId>> =
            tokens.iter().map(|token| lookup(token, &text, vocabulary)).collect();
        let tongues = tongues(&text, &tokens, &words, vocabulary);
        let places = places(&text, &tokens, &words, &tongues, vocabulary);
        let mut reading = Reading {
            text,
            tokens,
            places,
            tongues,
            signals: Signals::default(),
            present: KindSet::EMPTY,
            by_sentence: Vec::new(),
            occurrences: OnceCell::new(),
        };
        let languages = reading.places.iter().map(|place| reading.tongue(place.paragraph).language());
        let terms = terms(&words, languages, &reading.tokens, vocabulary);
        reading.add(terms);
        reading
    }

    /// In which language a paragraph is written.
    pub(crate) fn tongue(&self, paragraph: u32) -> Tongue {
        self.tongues.get(paragraph as usize).copied().unwrap_or_default()
    }

    /// How many tokens stand in paragraphs of a language.
    pub(crate) fn words_in(&self, language: Language) -> usize {
        let is_in = |place: &&Place| self.tongue(place.paragraph) == Tongue::Known(language);
        self.places.iter().filter(is_in).count()
    }

    /// The paragraphs in languages that are not checked.
    pub(crate) fn unsupported(&self) -> Vec<Span> {
        let paragraphs = (0_u32..).zip(&self.tongues).filter(|(_, tongue)| **tongue == Tongue::Unsupported);
        let tokens_of = |paragraph: u32| {
            let first = self.places.partition_point(|place| place.paragraph < paragraph);
            let end = self.places.partition_point(|place| place.paragraph <= paragraph);
            self.tokens.get(first..end).unwrap_or(&[])
        };
        paragraphs
            .filter_map(|(paragraph, _)| {
                let mut tokens = tokens_of(paragraph).iter().filter(|token| token.kind != TokenKind::Newline);
                let first = tokens.next()?;
                let last = tokens.next_back().unwrap_or(first);
                Some(Span::new(first.start as usize, last.end as usize))
            })
            .collect()
    }

    /// Brings in more signals and renews the indexes.
    pub(crate) fn add(&mut self, more: Vec<Signal>) {
        let sentences = self.places.last().map_or(0, |place| place.sentence as usize + 1);
        self.by_sentence.resize(sentences, KindSet::EMPTY);
        self.occurrences.take();
        self.signals.add(more, self.tokens.len(), |signal| {
            self.present.insert(signal.kind);
            let sentence = self.places.get(signal.first as usize).map_or(0, |place| place.sentence as usize);
            if let Some(kinds) = self.by_sentence.get_mut(sentence) {
                kinds.insert(signal.kind);
            }
        });
    }

    /// The signals, by first token.
    pub(crate) fn signals(&self) -> &[Signal] {
        self.signals.all()
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
        present.filter_map(|kind| self.of_kind(*kind, first, end).first()).min_by_key(|signal| order(signal))
    }

    /// The signals of one kind that begin among the tokens from `first` up to `end`; quick over any distance.
    pub(crate) fn of_kind(&self, kind: SignalKind, first: u32, end: u32) -> &[Signal] {
        self.occurrences.get_or_init(|| Occurrences::new(self.signals.all())).of(kind, first, end)
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
        self.places.get(token as usize).copied().unwrap_or_default()
    }

    /// A token; past the end there is none.
    pub(crate) fn token(&self, at: u32) -> Option<&Token> {
        self.tokens.get(at as usize)
    }

    /// The text of a token; past the end it is empty.
    pub(crate) fn word(&self, at: u32) -> &str {
        self.token(at).map_or("", |token| token.text(&self.text))
    }

    /// The bytes from the token `first` up to the token `end`.
    pub(crate) fn span(&self, first: u32, end: u32) -> Span {
        let start = self.token(first).map_or(self.text.len(), |token| token.start as usize);
        let last =
            end.checked_sub(1).and_then(|last| self.token(last)).map_or(start, |token| token.end as usize);
        Span::new(start, last)
    }

    /// The tokens around `token` whose place is the same by `of`: first, and one past the last.
    pub(crate) fn around(&self, token: u32, of: fn(&Place) -> u32) -> (u32, u32) {
        let here = of(&self.place(token));
        let first = self.places.partition_point(|place| of(place) < here);
        let end = self.places.partition_point(|place| of(place) <= here);
        (u32::try_from(first).unwrap_or(0), u32::try_from(end).unwrap_or(0))
    }
}
