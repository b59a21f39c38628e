//! What the toolbar button of every tab shows.

use crate::browser::{Icon, TabId, message, show_badge, show_icon, show_title, tell_popup};
use crate::protocol::Checking;

const OPEN_FINDINGS: &str = "#b45309";
const NOT_CHECKING: &str = "#6b7280";
/// Stands on the badge while a draft may go out unheld.
const UNGUARDED: &str = "!";

/// What is on show, so that a keystroke that changes nothing costs no call to the browser.
#[derive(Default)]
pub(super) struct Badges(Vec<(TabId, Badge)>);

/// What one button shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Badge {
    /// The page is being checked; so many findings are open, and a draft may go out unheld or not.
    Checking { findings: usize, is_unguarded: bool },
    /// It is not, and why.
    Reason(NotChecking),
}

/// Why a page is not checking.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum NotChecking {
    Paused,
    TabPaused,
    UnknownComposer,
    EngineSilent,
}

impl NotChecking {
    pub(super) fn of(checking: Checking) -> Option<Self> {
        match checking {
            Checking::Checking | Checking::NoComposer => None,
            Checking::Paused => Some(NotChecking::Paused),
            Checking::TabPaused => Some(NotChecking::TabPaused),
            Checking::NotCheckingHere => Some(NotChecking::UnknownComposer),
            Checking::EngineSilent => Some(NotChecking::EngineSilent),
        }
    }

    fn icon(self) -> Icon {
        match self {
            NotChecking::Paused | NotChecking::TabPaused => Icon::Paused,
            NotChecking::UnknownComposer | NotChecking::EngineSilent => Icon::Idle,
        }
    }

    fn title(self) -> String {
        let key = match self {
            NotChecking::Paused => "background_title_paused",
            NotChecking::TabPaused => "background_title_tab_paused",
            NotChecking::UnknownComposer => "background_title_not_checking_here",
            NotChecking::EngineSilent => "background_title_engine_silent",
        };
        message(key, &[])
    }
}

impl Badges {
    /// A new page stands in the tab, and the browser has cleared what the last one showed.
    pub(super) fn forget(&mut self, tab: TabId) {
        self.0.retain(|(other, _)| *other != tab);
    }

    /// Shows it, unless it is on show already.
    pub(super) fn show(&mut self, tab: TabId, badge: Badge) {
        if self.0.contains(&(tab, badge)) {
            return;
        }
        self.forget(tab);
        self.0.push((tab, badge));
        match badge {
            Badge::Checking { findings, is_unguarded } => show_checking(tab, findings, is_unguarded),
            Badge::Reason(reason) => {
                show_badge(tab, "–", NOT_CHECKING);
                show_icon(tab, reason.icon());
                show_title(tab, &reason.title());
            }
        }
        tell_popup();
    }
}

fn show_checking(tab: TabId, findings: usize, is_unguarded: bool) {
    let count = if findings == 0 { String::new() } else { findings.to_string() };
    let counted = match findings {
        0 => message("manifest_name", &[]),
        1 => message("background_title_one_finding", &[]),
        _ => message("background_title_findings", &[&count]),
    };
    let unguarded = is_unguarded.then(|| message("background_title_unguarded", &[]));
    let (text, title) = match unguarded {
        Some(unguarded) if findings == 0 => (UNGUARDED.to_owned(), unguarded),
        Some(unguarded) => (count + UNGUARDED, format!("{counted}\n{unguarded}")),
        None => (count, counted),
    };
    show_badge(tab, &text, OPEN_FINDINGS);
    show_icon(tab, Icon::Mark);
    show_title(tab, &title);
}
