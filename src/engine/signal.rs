//! What a text contains, before anything is judged.

use super::tables::{FIRST_PHRASE, KIND_NAMES, KIND_WORDS, PHRASE_WORDS};

/// What a signal says; numbered by the build, names in `tables::kind`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct SignalKind(pub(crate) u16);

impl SignalKind {
    /// Its name in rule files; literal phrases of patterns have none.
    pub(crate) fn name(self) -> Option<&'static str> {
        KIND_NAMES.get(usize::from(self.0)).copied()
    }

    /// Whether it is a literal phrase of some pattern.
    #[inline]
    pub(crate) fn is_phrase(self) -> bool {
        self.0 >= FIRST_PHRASE
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

/// A set of signal kinds, of those that are no phrases: what is asked of a whole passage or draft.
pub(crate) type KindSet = Set<0, KIND_WORDS>;

/// A set of literal phrases, of which only patterns ask, and only within a sentence.
pub(crate) type PhraseSet = Set<FIRST_PHRASE, PHRASE_WORDS>;

/// A set of signal kinds from the one with the number `FROM` on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Set<const FROM: u16, const WORDS: usize>([u64; WORDS]);

impl<const FROM: u16, const WORDS: usize> Default for Set<FROM, WORDS> {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl<const FROM: u16, const WORDS: usize> Set<FROM, WORDS> {
    /// No kind.
    pub(crate) const EMPTY: Self = Set([0; WORDS]);

    /// These kinds.
    pub(crate) const fn of(kinds: &[SignalKind]) -> Self {
        let mut set = [0; WORDS];
        let mut rest = kinds;
        while let Some((kind, others)) = rest.split_first() {
            let (at, bit) = Self::place(*kind);
            if let Some((_, [word, ..])) = set.split_at_mut_checked(at) {
                *word |= bit;
            }
            rest = others;
        }
        Set(set)
    }

    /// The word and the bit of a kind.
    #[inline]
    const fn place(kind: SignalKind) -> (usize, u64) {
        let number = kind.0.wrapping_sub(FROM);
        ((number >> 6) as usize, 1 << (number & 63))
    }

    /// Adds a kind.
    #[inline]
    pub(crate) fn insert(&mut self, kind: SignalKind) {
        let (at, bit) = Self::place(kind);
        if let Some(word) = self.0.get_mut(at) {
            *word |= bit;
        }
    }

    /// Adds all kinds of another set.
    pub(crate) fn insert_all(&mut self, other: &Self) {
        for (word, more) in self.0.iter_mut().zip(other.0) {
            *word |= more;
        }
    }

    /// All kinds of both.
    pub(crate) fn with_all(mut self, other: &Self) -> Self {
        self.insert_all(other);
        self
    }

    /// Whether one of `kinds` is in one of the two sets only.
    pub(crate) fn differs_in(&self, kinds: &Self, other: &Self) -> bool {
        self.0.iter().zip(other.0).zip(kinds.0).any(|((one, two), kinds)| (one ^ two) & kinds != 0)
    }

    /// Whether a kind is in it.
    #[inline]
    pub(crate) fn contains(&self, kind: SignalKind) -> bool {
        let (at, bit) = Self::place(kind);
        self.0.get(at).is_some_and(|word| word & bit != 0)
    }

    /// Whether some kind is in both.
    pub(crate) fn meets(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).any(|(one, two)| one & two != 0)
    }

    /// Gives the kinds that are in both, in order.
    #[inline]
    pub(crate) fn each_shared(&self, other: &Self, mut take: impl FnMut(SignalKind)) {
        for (from, (one, two)) in (FROM..).step_by(64).zip(self.0.iter().zip(&other.0)) {
            let mut left = one & two;
            while left != 0 {
                // Below 64.
                take(SignalKind(from + u16::try_from(left.trailing_zeros()).unwrap_or(0)));
                left &= left - 1;
            }
        }
    }

    /// Whether any of `kinds` is in it.
    pub(crate) fn contains_any(&self, kinds: &[SignalKind]) -> bool {
        kinds.iter().any(|kind| self.contains(*kind))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_two_sets_share_comes_in_order() {
        let kinds = |numbers: &[u16]| numbers.iter().map(|number| SignalKind(*number)).collect::<Vec<_>>();
        let one = KindSet::of(&kinds(&[0, 5, 63, 64, 130]));
        let other = KindSet::of(&kinds(&[5, 6, 63, 64, 129, 130]));
        let mut shared = Vec::new();
        one.each_shared(&other, |kind| shared.push(kind));
        assert_eq!(shared, kinds(&[5, 63, 64, 130]));
    }

    #[test]
    fn phrases_are_counted_from_the_first_of_them() {
        let phrases = [SignalKind(FIRST_PHRASE), SignalKind(FIRST_PHRASE + 70)];
        let set = PhraseSet::of(&phrases);
        assert!(phrases.iter().all(|phrase| set.contains(*phrase) && phrase.is_phrase()));
        assert!(!set.contains(SignalKind(FIRST_PHRASE + 1)) && !set.contains(SignalKind(0)));
        let mut shared = Vec::new();
        set.each_shared(&set, |phrase| shared.push(phrase));
        assert_eq!(shared, phrases);
    }
}
