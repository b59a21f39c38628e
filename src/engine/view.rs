//! What a matcher sees: its passage, and whatever lies beyond as far as its scope reaches.

use std::cell::RefCell;

use super::matcher::Scope;
use super::outside::{Beyond, Outside};
use super::reading::Reading;
use super::signal::{KindSet, SignalKind};

/// A passage in its place. Remembers what was asked of its surroundings: as long as those answers hold, so does
/// everything that was concluded.
#[derive(Debug)]
pub(crate) struct View<'r> {
    /// The passage.
    pub(crate) reading: &'r Reading<'r>,
    outside: &'r Outside,
    asked: RefCell<KindSet>,
}

impl<'r> View<'r> {
    /// A passage with what stands around it.
    pub(crate) fn new(reading: &'r Reading<'r>, outside: &'r Outside) -> Self {
        View { reading, outside, asked: RefCell::new(KindSet::EMPTY) }
    }

    /// The kinds that were asked for outside of the passage.
    pub(crate) fn into_asked(self) -> KindSet {
        self.asked.into_inner()
    }

    /// Whether one of `kinds` stands anywhere in the draft.
    pub(crate) fn holds_anywhere(&self, kinds: &[SignalKind]) -> bool {
        self.reading.present().contains_any(kinds) || self.holds_outside(Scope::Draft, 0, kinds)
    }

    /// Whether one of `kinds` stands in the scope around a token, outside of the passage.
    pub(crate) fn holds_outside(&self, scope: Scope, token: u32, kinds: &[SignalKind]) -> bool {
        if kinds.is_empty() || matches!(scope, Scope::Clause | Scope::Sentence | Scope::Words(_)) {
            return false;
        }
        self.holds_before(scope, token, kinds) || self.holds_behind(scope, token, kinds)
    }

    /// Whether one of `kinds` stands in the scope around a token, before the passage.
    pub(crate) fn holds_before(&self, scope: Scope, token: u32, kinds: &[SignalKind]) -> bool {
        let in_first = || self.reading.place(token).paragraph == 0;
        self.holds_beyond(&self.outside.before, scope, kinds, in_first)
    }

    /// Whether one of `kinds` stands in the scope around a token, behind the passage.
    pub(crate) fn holds_behind(&self, scope: Scope, token: u32, kinds: &[SignalKind]) -> bool {
        let last = || self.reading.places.last().paragraph;
        self.holds_beyond(&self.outside.behind, scope, kinds, || {
            self.reading.place(token).paragraph == last()
        })
    }

    fn holds_beyond(
        &self,
        side: &Beyond,
        scope: Scope,
        kinds: &[SignalKind],
        is_at_edge: impl Fn() -> bool,
    ) -> bool {
        let there = match scope {
            Scope::Draft => &side.draft,
            Scope::Paragraph if is_at_edge() => &side.paragraph,
            Scope::Paragraph | Scope::Clause | Scope::Sentence | Scope::Words(_) => return false,
        };
        let mut asked = self.asked.borrow_mut();
        kinds.iter().for_each(|kind| asked.insert(*kind));
        there.contains_any(kinds)
    }
}
