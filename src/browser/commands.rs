//! The keyboard shortcuts of the manifest.

use crate::protocol::PageAsk;

/// A shortcut that the user pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Command {
    /// `open-card`.
    OpenCard,
    /// `next-finding`.
    NextFinding,
}

impl Command {
    /// The shortcut of that name in the manifest.
    pub(crate) fn named(name: &str) -> Option<Self> {
        match name {
            "open-card" => Some(Command::OpenCard),
            "next-finding" => Some(Command::NextFinding),
            _ => None,
        }
    }

    /// What the page is asked to do.
    pub(crate) fn ask(self) -> PageAsk {
        match self {
            Command::OpenCard => PageAsk::OpenCard,
            Command::NextFinding => PageAsk::NextFinding,
        }
    }
}
