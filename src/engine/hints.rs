//! What each known word says about the language of the text it stands in.

use super::language::Language;
use super::tables::{LANGUAGE_COUNT, UNSUPPORTED_MARKER, kind};
use super::terms::Node;
use super::vocabulary::Vocabulary;
use super::words::WordId;

/// One bit a language, and one more for all that are not supported.
type Bits = u8;

const _: () = assert!(LANGUAGE_COUNT < Bits::BITS as usize, "the bits of a hint are used up; widen them");

/// Hints by word.
#[derive(Debug, Default)]
pub(crate) struct Hints {
    frequent: Vec<Bits>,
    occurring: Vec<Bits>,
}

/// What one word says: in which languages it is frequent, and in whose terms it occurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hint {
    frequent: Bits,
    occurring: Bits,
}

impl Hint {
    /// Its weight for the language with this number; the number behind the last language stands for all that are not
    /// supported.
    pub(crate) fn weight(self, language: usize) -> u32 {
        let bit = 1 << language;
        match (self.frequent & bit != 0, self.occurring & bit != 0) {
            (true, _) => 2,
            // What is frequent somewhere tells no less than what merely occurs elsewhere.
            (false, true) if self.frequent == 0 => 1,
            _ => 0,
        }
    }

    /// Whether it is frequent in languages that are not supported and in no other.
    pub(crate) fn is_foreign(self) -> bool {
        self.frequent == 1 << LANGUAGE_COUNT
    }

    /// Whether it says nothing at all.
    pub(crate) fn is_silent(self) -> bool {
        self.frequent | self.occurring == 0
    }
}

impl Hints {
    /// Reads them off the terms of `vocabulary`.
    pub(crate) fn new(vocabulary: &Vocabulary) -> Hints {
        let words = vocabulary.words().all();
        let mut hints = Hints { frequent: vec![0; words.len()], occurring: vec![0; words.len()] };
        for (word, bits) in words.zip(&mut hints.frequent) {
            let is_frequent = |node| vocabulary.terms().kinds(node).contains(&kind::FREQUENT_WORDS);
            *bits = Bits::from(vocabulary.begin(word).is_some_and(is_frequent));
        }
        for language in Language::all().skip(1) {
            if let Some(root) = vocabulary.root(language) {
                hints.learn(vocabulary, root, 1 << language.index());
            }
        }
        let unsupported = vocabulary.lookup(UNSUPPORTED_MARKER).and_then(|marker| vocabulary.begin(marker));
        if let Some(root) = unsupported {
            hints.learn(vocabulary, root, 1 << LANGUAGE_COUNT);
        }
        // "in" and "was" are German too, and say English all the same: most drafts are.
        for bits in hints.frequent.iter_mut().filter(|bits| **bits & 1 != 0) {
            *bits &= !(1 << LANGUAGE_COUNT);
        }
        hints
    }

    /// Marks the words of all terms under `root`.
    fn learn(&mut self, vocabulary: &Vocabulary, root: Node, bit: Bits) {
        let terms = vocabulary.terms();
        for (word, node) in terms.steps_from(root) {
            if terms.kinds(node).contains(&kind::FREQUENT_WORDS) {
                mark(&mut self.frequent, word, bit);
            }
        }
        // Terms are at most a few words long; what ends alike is one node, but looking at it twice costs nothing.
        let mut open = vec![root];
        let mut seen = vec![false; terms.node_count()];
        while let Some(node) = open.pop() {
            for (word, next) in terms.steps_from(node) {
                if vocabulary.begin(word).is_none() {
                    mark(&mut self.occurring, word, bit);
                }
                if let Some(seen) = seen.get_mut(next.index()).filter(|seen| !**seen) {
                    *seen = true;
                    open.push(next);
                }
            }
        }
    }

    /// Whether `word` is frequent in `language`, whatever it is in others.
    pub(crate) fn is_frequent(&self, word: WordId, language: Language) -> bool {
        let bits = self.frequent.get(word.index()).copied().unwrap_or(0);
        bits & 1 << language.index() != 0
    }

    /// What `word` says.
    #[inline]
    pub(crate) fn of(&self, word: WordId) -> Hint {
        let bits = |of: &[Bits]| of.get(word.index()).copied().unwrap_or(0);
        Hint { frequent: bits(&self.frequent), occurring: bits(&self.occurring) }
    }
}

fn mark(hints: &mut [Bits], word: WordId, bit: Bits) {
    if let Some(bits) = hints.get_mut(word.index()) {
        *bits |= bit;
    }
}
