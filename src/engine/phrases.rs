//! Finds the words of a text in the vocabulary, and the terms that they make.

use super::fold::Folded;
use super::language::Language;
use super::lex::{Token, TokenKind};
use super::ranked::ranked;
use super::signal::{Signal, SignalKind};
use super::terms::{Meaning, Node};
use super::vocabulary::Vocabulary;
use super::words::WordId;

/// A token's word, and the hash of its folded spelling; neither of what is longer than any word.
///
/// A possessive is looked up without its ending when it is no word itself.
pub(crate) fn lookup(token: &Token, text: &str, vocabulary: &Vocabulary) -> (Option<WordId>, Option<u32>) {
    if !token.is_term() {
        return (None, None);
    }
    let text = token.text(text);
    let folded = Folded::of(text);
    let hash = folded.as_ref().map(Folded::hash);
    let bare = if token.tagged { text.trim_start_matches('#') } else { text };
    let word = if token.tagged {
        vocabulary.lookup(bare)
    } else {
        folded.as_ref().and_then(|it| vocabulary.find(it))
    };
    (word.or_else(|| vocabulary.lookup(possessor(bare)?)), hash)
}

/// "Ortega's" without its ending.
pub(crate) fn possessor(word: &str) -> Option<&str> {
    let stem = word.strip_suffix(['s', 'S'])?;
    stem.strip_suffix(['\'', '\u{2019}'])
}

/// What the vocabulary says of a text, in order.
pub(crate) struct Terms {
    /// The terms of lexicons.
    pub(crate) signals: Vec<Signal>,
    /// The literal phrases of patterns.
    pub(crate) phrases: Vec<Signal>,
}

/// The terms of the vocabulary among `words`; `language_of` says in which language a word stands.
///
/// Of two terms of one kind that begin at a word, only the longer counts.
pub(crate) fn terms(
    words: &[Option<WordId>],
    language_of: impl Fn(u32) -> Language,
    tokens: &[Token],
    vocabulary: &Vocabulary,
) -> Terms {
    let offset = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    // A word begins two or three of each.
    let room = || Vec::with_capacity(words.len() * 3);
    let mut found = Terms { signals: room(), phrases: room() };
    let mut passed: Vec<(usize, Meaning<'_>)> = Vec::new();
    for (first, word) in words.iter().enumerate() {
        let Some(word) = *word else { continue };
        passed.clear();
        if let Some(node) = vocabulary.begin(word) {
            walk(node, first, words, tokens, vocabulary, &mut passed);
        }
        let language = language_of(offset(first));
        if language != Language::MAIN {
            if vocabulary.is_taken(word, language) {
                passed.retain(|(end, _)| *end > first + 1);
            }
            if let Some(node) = vocabulary.begin_in(language, word) {
                walk(node, first, words, tokens, vocabulary, &mut passed);
                passed = ranked(passed, |(end, _)| *end as u128);
            }
        }
        let mut rest = passed.as_slice();
        while let Some(((end, meaning), longer)) = rest.split_first() {
            let signal = |kind: &SignalKind| Signal { kind: *kind, first: offset(first), end: offset(*end) };
            if longer.is_empty() {
                found.signals.extend(meaning.kinds.iter().map(signal));
                found.phrases.extend(meaning.phrases.iter().map(signal));
            } else {
                let is_left =
                    |kind: &&SignalKind| !longer.iter().any(|(_, longer)| longer.kinds.contains(kind));
                found.signals.extend(meaning.kinds.iter().filter(is_left).map(signal));
                let is_left =
                    |kind: &&SignalKind| !longer.iter().any(|(_, longer)| longer.phrases.contains(kind));
                found.phrases.extend(meaning.phrases.iter().filter(is_left).map(signal));
            }
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
    passed: &mut Vec<(usize, Meaning<'v>)>,
) {
    let mut end = first + 1;
    loop {
        let (meaning, steps) = vocabulary.terms().at(node);
        if !(meaning.kinds.is_empty() && meaning.phrases.is_empty()) {
            passed.push((end, meaning));
        }
        if steps.is_empty() {
            break;
        }
        let next = words.get(end).copied().flatten().or_else(|| {
            end += 1;
            words.get(end).copied().flatten().filter(|_| is_dotted(tokens, end))
        });
        let Some(next) = next.and_then(|word| steps.to(word)) else { break };
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
