//! A passage as the engine reads it: tokens, where each stands, and the signals found among them.

use std::borrow::Cow;

use super::inventory::Inventory;
use super::language::Language;
use super::lex::{Token, TokenKind, lex};
use super::phrases::{Terms, lookup, terms};
use super::segment::{Place, Places, Stretch, places};
use super::signal::{KindSet, PhraseSet, Set, Signal, SignalKind};
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
    /// What its tokens are, at a glance.
    pub(crate) inventory: Inventory,
    /// Where each token stands.
    pub(crate) places: Places,
    tongues: Vec<Tongue>,
    /// The hash of each token's folded spelling.
    hashes: Vec<Option<u32>>,
    signals: Signals,
    present: KindSet,
    by_sentence: Vec<KindSet>,
    /// The literal phrases of patterns, by first token, and those of each sentence.
    phrases: Vec<Signal>,
    phrases_by_sentence: Vec<PhraseSet>,
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
            inventory: Inventory::of(&tokens),
            tokens,
            places,
            tongues,
            hashes,
            signals: Signals::default(),
            present: KindSet::EMPTY,
            by_sentence: Vec::new(),
            phrases: Vec::new(),
            phrases_by_sentence: Vec::new(),
        };
        let is_main = reading.tongues.iter().all(|tongue| tongue.language() == Language::MAIN);
        let language_of = |at: u32| match is_main {
            true => Language::MAIN,
            false => reading.tongue(reading.place(at).paragraph).language(),
        };
        let Terms { signals, phrases } = terms(&words, language_of, &reading.tokens, vocabulary);
        // The build keeps the kinds of a term in order; those of two languages may stand side by side.
        reading.bring_in(if is_main { signals } else { in_order(signals) });
        reading.bring_in_phrases(if is_main { phrases } else { in_order(phrases) });
        reading
    }

    fn bring_in_phrases(&mut self, phrases: Vec<Signal>) {
        self.phrases_by_sentence = vec![PhraseSet::EMPTY; self.places.sentence_count()];
        note(&mut self.phrases_by_sentence, &phrases, &self.places);
        self.phrases = phrases;
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
        note(&mut self.by_sentence, &more, &self.places);
        self.by_sentence.iter().for_each(|kinds| self.present.insert_all(kinds));
        self.signals.add(more, self.tokens.len());
    }

    /// The signals or phrases of one kind in a sentence.
    pub(crate) fn kind_in_sentence(&self, kind: SignalKind, sentence: u32) -> impl Iterator<Item = &Signal> {
        let (first, end) = self.places.reach(Stretch::Sentence, sentence);
        let all = match kind.is_phrase() {
            true => self.phrases_between(first, end),
            false => self.between(first, end),
        };
        all.iter().filter(move |signal| signal.kind == kind)
    }

    /// The literal phrases that begin at a token.
    pub(crate) fn phrases_at(&self, token: u32) -> &[Signal] {
        self.phrases_between(token, token + 1)
    }

    fn phrases_between(&self, first: u32, end: u32) -> &[Signal] {
        let before = |token: u32| self.phrases.partition_point(|phrase| phrase.first < token);
        self.phrases.get(before(first)..before(end)).unwrap_or_default()
    }

    /// The literal phrases in a sentence.
    pub(crate) fn phrases_in_sentence(&self, sentence: u32) -> &PhraseSet {
        self.phrases_by_sentence.get(sentence as usize).unwrap_or(&PhraseSet::EMPTY)
    }

    /// Whether the word at a token means nothing but `kinds`, neither to a lexicon nor to a pattern.
    pub(crate) fn means_only(&self, kinds: &[SignalKind], token: u32) -> bool {
        self.starting_at(token).iter().all(|signal| kinds.contains(&signal.kind))
            && self.phrases_at(token).is_empty()
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

/// Notes in the sets of the sentences what begins in each; `signals` are in order of place.
fn note<const FROM: u16, const WORDS: usize>(
    by_sentence: &mut [Set<FROM, WORDS>],
    signals: &[Signal],
    places: &Places,
) {
    let mut rest = signals;
    for (sentence, kinds) in (0..).zip(by_sentence) {
        let (_, end) = places.reach(Stretch::Sentence, sentence);
        while let Some((signal, others)) = rest.split_first().filter(|(signal, _)| signal.first < end) {
            kinds.insert(signal.kind);
            rest = others;
        }
    }
}
