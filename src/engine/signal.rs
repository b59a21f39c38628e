//! What a text contains, before anything is judged.

use super::tables::{KIND_NAMES, KIND_WORDS};

/// What a signal says; numbered by the build, names in `tables::kind`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct SignalKind(pub(crate) u16);

impl SignalKind {
    /// Its name in rule files; literal phrases of patterns have none.
    pub(crate) fn name(self) -> Option<&'static str> {
        KIND_NAMES.get(usize::from(self.0)).copied()
    }
}

/// Some tokens of the draft that mean something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Signal {
    /// What they mean.
    pub(crate) kind: SignalKind,
    /// First token.
    pub(crate) first: u32,
    /// One past the last token.
    pub(crate) end: u32,
}

/// A set of signal kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct KindSet([u64; KIND_WORDS]);

impl Default for KindSet {
    fn default() -> Self {
        KindSet::EMPTY
    }
}

impl KindSet {
    /// No kind.
    pub(crate) const EMPTY: KindSet = KindSet([0; KIND_WORDS]);

    /// These kinds.
    pub(crate) const fn of(kinds: &[SignalKind]) -> KindSet {
        let mut set = [0; KIND_WORDS];
        let mut rest = kinds;
        while let Some((kind, others)) = rest.split_first() {
            if let Some((_, [word, ..])) = set.split_at_mut_checked((kind.0 >> 6) as usize) {
                *word |= 1 << (kind.0 & 63);
            }
            rest = others;
        }
        KindSet(set)
    }

    /// Adds a kind.
    #[inline]
    pub(crate) fn insert(&mut self, kind: SignalKind) {
        if let Some(word) = self.0.get_mut(usize::from(kind.0 >> 6)) {
            *word |= 1 << (kind.0 & 63);
        }
    }

    /// Adds all kinds of another set.
    pub(crate) fn insert_all(&mut self, other: &KindSet) {
        for (word, more) in self.0.iter_mut().zip(other.0) {
            *word |= more;
        }
    }

    /// All kinds of both.
    pub(crate) fn with_all(mut self, other: &KindSet) -> KindSet {
        self.insert_all(other);
        self
    }

    /// Whether one of `kinds` is in one of the two sets only.
    pub(crate) fn differs_in(&self, kinds: &KindSet, other: &KindSet) -> bool {
        self.0.iter().zip(other.0).zip(kinds.0).any(|((one, two), kinds)| (one ^ two) & kinds != 0)
    }

    /// Whether a kind is in it.
    #[inline]
    pub(crate) fn contains(&self, kind: SignalKind) -> bool {
        self.0.get(usize::from(kind.0 >> 6)).is_some_and(|word| word & (1 << (kind.0 & 63)) != 0)
    }

    /// Whether some kind is in both.
    pub(crate) fn meets(&self, other: &KindSet) -> bool {
        self.0.iter().zip(&other.0).any(|(one, two)| one & two != 0)
    }

    /// Whether any of `kinds` is in it.
    pub(crate) fn contains_any(&self, kinds: &[SignalKind]) -> bool {
        kinds.iter().any(|kind| self.contains(*kind))
    }
}
