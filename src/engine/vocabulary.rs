//! Every known word, and which terms begin with it.

use super::fold::Folded;
use super::hints::{Hint, Hints};
use super::language::Language;
use super::packed::Packed;
use super::signal::SignalKind;
use super::tables::{LANGUAGE_COUNT, VOCABULARY};
use super::terms::{Node, Terms};
use super::words::{WordId, Words};

/// The words and the terms made of them, unpacked once per checker from the table that the build made.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    words: Words,
    terms: Terms,
    begins_at: Vec<u16>,
    roots: [Option<Node>; LANGUAGE_COUNT],
    hints: Hints,
}

impl Vocabulary {
    /// Unpacks the table.
    pub(crate) fn load() -> Self {
        let mut packed = Packed(VOCABULARY);
        let count = packed.u32() as usize;
        let mut words = Words::unpack(count, &mut packed);
        let mut begins_at = Vec::with_capacity(count);
        let (mut node, mut begun) = (0, 0);
        for _ in 0..count {
            node = match packed.small() {
                0 => {
                    begun += 1;
                    begun
                }
                1 => 0,
                2 => node,
                number => u16::try_from(number - 2).unwrap_or(0),
            };
            begins_at.push(node);
        }
        for _ in 0..packed.u32() {
            let (typed, read) = (WordId(packed.u16()), WordId(packed.u16()));
            words.read_as(typed, read);
        }
        let terms = Terms::unpack(&mut packed, begun);
        let mut roots = [None; LANGUAGE_COUNT];
        let mut vocabulary = Vocabulary { words, terms, begins_at, roots, hints: Hints::default() };
        for (language, root) in Language::all().zip(&mut roots) {
            *root = vocabulary.lookup(language.words().marker).and_then(|marker| vocabulary.begin(marker));
        }
        vocabulary.roots = roots;
        vocabulary.hints = Hints::new(&vocabulary);
        vocabulary
    }

    /// The word with this spelling, read as what it stands for ("u" as "you").
    #[inline]
    pub(crate) fn lookup(&self, word: &str) -> Option<WordId> {
        self.find(&Folded::of(word)?)
    }

    /// The word with this folded spelling, read as what it stands for.
    #[inline]
    pub(crate) fn find(&self, folded: &Folded) -> Option<WordId> {
        self.words.find(folded)
    }

    /// Where terms that begin with `word` stand; `None` when none does.
    #[inline]
    pub(crate) fn begin(&self, word: WordId) -> Option<Node> {
        self.begins_at.get(word.index()).copied().filter(|node| *node != 0).map(Node)
    }

    /// Where the terms of `language` alone that begin with `word` stand.
    #[inline]
    pub(crate) fn begin_in(&self, language: Language, word: WordId) -> Option<Node> {
        self.root(language).and_then(|root| self.terms.step(root, word))
    }

    /// Whether `word` by itself is a word of `language` and no term of another: Spanish "son" is nobody's son.
    #[inline]
    pub(crate) fn is_taken(&self, word: WordId, language: Language) -> bool {
        language != Language::MAIN && self.hints.is_frequent(word, language)
    }

    /// Whether `word` is by itself a term of `kind` in a text of `language`.
    pub(crate) fn is(&self, word: WordId, language: Language, kind: SignalKind) -> bool {
        let ends = |node: Node| self.terms.kinds(node).contains(&kind);
        self.begin(word).is_some_and(|node| ends(node) && !self.is_taken(word, language))
            || self.begin_in(language, word).is_some_and(ends)
    }

    /// Where the terms of a language other than the main one stand.
    pub(crate) fn root(&self, language: Language) -> Option<Node> {
        self.roots.get(language.index()).copied().flatten()
    }

    /// What a word says about the language of its text.
    #[inline]
    pub(crate) fn hint(&self, word: WordId) -> Hint {
        self.hints.of(word)
    }

    /// The words.
    pub(crate) fn words(&self) -> &Words {
        &self.words
    }

    /// The terms.
    #[inline]
    pub(crate) fn terms(&self) -> &Terms {
        &self.terms
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::tables::kind;

    #[test]
    fn terms_are_found_word_by_word_in_any_case() {
        let vocabulary = Vocabulary::load();
        let is = |word: &str, kind: SignalKind| {
            let node = vocabulary.lookup(word).and_then(|word| vocabulary.begin(word));
            node.is_some_and(|node| vocabulary.terms().kinds(node).contains(&kind))
        };
        assert!(is("March", kind::MONTHS));
        assert!(!is("patient", kind::MONTHS));
        assert!(!is("zzzz", kind::MONTHS));
    }
}
