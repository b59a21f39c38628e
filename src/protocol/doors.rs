//! Whether a draft could be held when it is posted: what its page shows of the controls that post it.

use serde::Deserialize;

/// What a composer shows, once typing has paused and its page has settled, of the controls that its site's description
/// names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Doors {
    /// Whether one should be there: the description names what posts by click, and no page does without.
    pub expected: bool,
    /// Whether one is there that posts.
    pub posts: bool,
    /// Whether one is there that leads on to another step, or puts the draft aside for later.
    pub leads_on: bool,
}

impl Doors {
    /// Whether a draft may go out through a control that nobody knows, and so unheld. An empty one goes nowhere.
    #[must_use]
    pub fn leave_unguarded(self, text: &str) -> bool {
        self.expected && !self.posts && !self.leads_on && !text.trim().is_empty()
    }
}
