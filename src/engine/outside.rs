//! What stands in a draft outside of one of its passages.

use super::gist::Gist;
use super::signal::KindSet;

/// The kinds of signal on either side of a passage.
#[derive(Clone, Debug, Default)]
pub(crate) struct Outside {
    /// Before it.
    pub(crate) before: Beyond,
    /// Behind it.
    pub(crate) behind: Beyond,
}

/// The kinds of signal on one side.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Beyond {
    /// In the part of the passage's own paragraph that lies there.
    pub(crate) paragraph: KindSet,
    /// In the whole draft there.
    pub(crate) draft: KindSet,
}

impl Outside {
    /// Whether it differs from `other` in any of `kinds`.
    pub(crate) fn differs_in(&self, kinds: &KindSet, other: &Outside) -> bool {
        let sides = [(&self.before, &other.before), (&self.behind, &other.behind)];
        sides.iter().any(|(one, two)| {
            one.paragraph.differs_in(kinds, &two.paragraph) || one.draft.differs_in(kinds, &two.draft)
        })
    }
}

/// What stands outside of each of a draft's passages, in order.
pub(crate) fn outsides<'g>(
    gists: impl ExactSizeIterator<Item = &'g Gist> + DoubleEndedIterator + Clone,
) -> Vec<Outside> {
    let mut outsides = Vec::new();
    let mut before = Beyond::default();
    for gist in gists.clone() {
        outsides.push(Outside { before, behind: Beyond::default() });
        before.draft.insert_all(&gist.present);
        before.paragraph = match (gist.ends_paragraph, gist.is_one_paragraph) {
            (true, _) => KindSet::EMPTY,
            (false, true) => before.paragraph.with_all(&gist.closing),
            (false, false) => gist.closing,
        };
    }
    let mut behind = Beyond::default();
    for (outside, gist) in outsides.iter_mut().zip(gists).rev() {
        if gist.ends_paragraph {
            behind.paragraph = KindSet::EMPTY;
        }
        outside.behind = behind;
        behind.draft.insert_all(&gist.present);
        behind.paragraph =
            if gist.is_one_paragraph { behind.paragraph.with_all(&gist.opening) } else { gist.opening };
    }
    outsides
}
