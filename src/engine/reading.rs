//! A passage as the engine reads it: tokens, where each stands, and the signals found among them.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::language::Language;
use super::lex::{Token, TokenKind, lex};
use super::occurrences::Occurrences;
use super::segment::{Place, places};
use super::signal::{KindSet, Signal, SignalKind};
use super::span::Span;
use super::tongue::{Tongue, tongues};
use super::vocabulary::{Node, Vocabulary, WordId};

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
    signals: Vec<Signal>,
    signals_at: Vec<u32>,
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
            signals: Vec::new(),
            signals_at: Vec::new(),
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
    pub(crate) fn add(&mut self, mut more: Vec<Signal>) {
        if !more.is_sorted_by_key(order) {
            more.sort_unstable_by_key(order);
        }
        more.dedup();
        more.retain(|signal| !self.starting_at(signal.first).contains(signal));
        if more.is_empty() && !self.signals_at.is_empty() {
            return;
        }
        let sentences = self.places.last().map_or(0, |place| place.sentence as usize + 1);
        self.by_sentence.resize(sentences, KindSet::EMPTY);
        for signal in &more {
            self.present.insert(signal.kind);
            let sentence = self.places.get(signal.first as usize).map_or(0, |place| place.sentence as usize);
            if let Some(kinds) = self.by_sentence.get_mut(sentence) {
                kinds.insert(signal.kind);
            }
        }
        self.occurrences.take();
        merge(&mut self.signals, more);
        self.signals_at.clear();
        self.signals_at.reserve(self.tokens.len() + 1);
        let mut at = 0;
        let mut from = 0_u32;
        // One step for each token, over the signals that begin there.
        for token in 0..=self.tokens.len() {
            self.signals_at.push(from);
            while self.signals.get(at).is_some_and(|signal| signal.first as usize <= token) {
                at += 1;
                from += 1;
            }
        }
    }

    /// The signals, by first token.
    pub(crate) fn signals(&self) -> &[Signal] {
        &self.signals
    }

    /// The signals that begin at a token.
    pub(crate) fn starting_at(&self, token: u32) -> &[Signal] {
        let at = token as usize;
        match (self.signals_at.get(at), self.signals_at.get(at + 1)) {
            (Some(start), Some(end)) => self.signals.get(*start as usize..*end as usize).unwrap_or(&[]),
            _ => &[],
        }
    }

    /// The end of the signal of that kind that begins at a token.
    pub(crate) fn end_of(&self, token: u32, kind: SignalKind) -> Option<u32> {
        self.starting_at(token).iter().find(|signal| signal.kind == kind).map(|signal| signal.end)
    }

    /// Whether a signal of that kind begins at a token.
    pub(crate) fn has(&self, token: u32, kind: SignalKind) -> bool {
        self.end_of(token, kind).is_some()
    }

    /// The signals that begin among the tokens from `first` up to `end`.
    pub(crate) fn between(&self, first: u32, end: u32) -> &[Signal] {
        let from = self.signals_at.get(first as usize).map_or(self.signals.len(), |at| *at as usize);
        let to = self.signals_at.get(end as usize).map_or(self.signals.len(), |at| *at as usize);
        self.signals.get(from..to).unwrap_or(&[])
    }

    /// The signals of one kind that begin among the tokens from `first` up to `end`; quick over any distance.
    pub(crate) fn of_kind(&self, kind: SignalKind, first: u32, end: u32) -> &[Signal] {
        self.occurrences.get_or_init(|| Occurrences::new(&self.signals)).of(kind, first, end)
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

/// The terms of the vocabulary among `words`, in order; `languages` says in which language each stands.
///
/// Of two terms of one kind that begin at a word, only the longer counts.
fn terms(
    words: &[Option<WordId>],
    languages: impl Iterator<Item = Language>,
    tokens: &[Token],
    vocabulary: &Vocabulary,
) -> Vec<Signal> {
    let offset = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let mut found = Vec::with_capacity(words.len() * 4);
    let mut passed: Vec<(usize, &[SignalKind])> = Vec::new();
    for (first, (word, language)) in words.iter().zip(languages).enumerate() {
        let Some(word) = *word else { continue };
        passed.clear();
        if let Some(node) = vocabulary.begin(word) {
            walk(node, first, words, tokens, vocabulary, &mut passed);
        }
        if language != Language::MAIN {
            if vocabulary.is_taken(word, language) {
                passed.retain(|(end, _)| *end > first + 1);
            }
            if let Some(node) = vocabulary.begin_in(language, word) {
                walk(node, first, words, tokens, vocabulary, &mut passed);
                passed.sort_by_key(|(end, _)| *end);
            }
        }
        let mut rest = passed.as_slice();
        while let Some(((end, kinds), longer)) = rest.split_first() {
            let outdone = |kind: &SignalKind| longer.iter().any(|(_, kinds)| kinds.contains(kind));
            let counts = kinds.iter().filter(|kind| longer.is_empty() || !outdone(kind));
            found.extend(counts.map(|kind| Signal { kind: *kind, first: offset(first), end: offset(*end) }));
            rest = longer;
        }
    }
    found
}

/// Notes where the terms that begin at the word `first`, whose first step leads to `node`, end, and their kinds.
fn walk<'v>(
    mut node: Node,
    first: usize,
    words: &[Option<WordId>],
    tokens: &[Token],
    vocabulary: &'v Vocabulary,
    passed: &mut Vec<(usize, &'v [SignalKind])>,
) {
    let mut end = first + 1;
    loop {
        let kinds = vocabulary.kinds(node);
        if !kinds.is_empty() {
            passed.push((end, kinds));
        }
        if vocabulary.ends(node) {
            break;
        }
        let next = words.get(end).copied().flatten().or_else(|| {
            end += 1;
            words.get(end).copied().flatten().filter(|_| is_dotted(tokens, end))
        });
        let Some(next) = next.and_then(|word| vocabulary.step(node, word)) else { break };
        node = next;
        end += 1;
    }
}

/// Whether a letter stands behind another and its dot, as in "D.O.B.".
fn is_dotted(tokens: &[Token], at: usize) -> bool {
    let letter = |token: &Token| token.end - token.start == 1;
    match at.checked_sub(2).and_then(|first| tokens.get(first..=at)) {
        Some([before, dot, here]) => {
            dot.kind == TokenKind::Punctuation(b'.')
                && dot.glued
                && here.glued
                && letter(before)
                && letter(here)
        }
        _ => false,
    }
}

/// By first token, then end, then kind, in one number. No term is nearly as long as 65,535 tokens, and the order of two
/// quotations that are does not matter.
fn order(signal: &Signal) -> u64 {
    let length = signal.end.saturating_sub(signal.first).min(0xffff);
    u64::from(signal.first) << 32 | u64::from(length) << 16 | u64::from(signal.kind.0)
}

/// Brings `more` into `signals`; both are in order. From the back, so that what stands before the first of `more` stays
/// where it is.
fn merge(signals: &mut Vec<Signal>, more: Vec<Signal>) {
    let mut old = signals.len();
    if signals.last().zip(more.first()).is_none_or(|(last, first)| order(last) < order(first)) {
        signals.extend(more);
        return;
    }
    signals.extend_from_slice(&more);
    let mut to = signals.len();
    for signal in more.into_iter().rev() {
        let place = order(&signal);
        while let Some(last) =
            old.checked_sub(1).and_then(|at| signals.get(at)).copied().filter(|it| order(it) > place)
        {
            old -= 1;
            to -= 1;
            if let Some(slot) = signals.get_mut(to) {
                *slot = last;
            }
        }
        to -= 1;
        if let Some(slot) = signals.get_mut(to) {
            *slot = signal;
        }
    }
}

/// A token's word; a possessive is looked up without its ending when it is no word itself.
fn lookup(token: &Token, text: &str, vocabulary: &Vocabulary) -> Option<WordId> {
    if !matches!(token.kind, TokenKind::Word | TokenKind::Number | TokenKind::Symbol) {
        return None;
    }
    let text = token.text(text);
    let word = if token.tagged { text.trim_start_matches('#') } else { text };
    vocabulary.lookup(word).or_else(|| vocabulary.lookup(possessor(word)?))
}

/// "Ortega's" without its ending.
pub(crate) fn possessor(word: &str) -> Option<&str> {
    let stem = word.strip_suffix(['s', 'S'])?;
    stem.strip_suffix(['\'', '\u{2019}'])
}
