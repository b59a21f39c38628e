//! What the toolbar button of every tab shows.

use std::collections::BTreeMap;

use crate::browser::{Icon, TabId, message, show_badge, show_icon, show_title, tell_popup};
use crate::protocol::Checking;

const OPEN_FINDINGS: &str = "#b45309";
const NOT_CHECKING: &str = "#6b7280";

/// The counts that are on show, so that a keystroke that changes none costs no call to the browser.
#[derive(Default)]
pub(super) struct Badges(BTreeMap<TabId, usize>);

/// Why a page is not checking.
#[derive(Clone, Copy)]
pub(super) enum NotChecking {
    Paused,
    UnknownComposer,
    EngineSilent,
}

impl NotChecking {
    pub(super) fn of(checking: Checking) -> Option<Self> {
        match checking {
            Checking::Checking | Checking::NoComposer => None,
            Checking::Paused => Some(NotChecking::Paused),
            Checking::NotCheckingHere => Some(NotChecking::UnknownComposer),
            Checking::EngineSilent => Some(NotChecking::EngineSilent),
        }
    }

    fn title(self) -> String {
        let key = match self {
            NotChecking::Paused => "background_title_paused",
            NotChecking::UnknownComposer => "background_title_not_checking_here",
            NotChecking::EngineSilent => "background_title_engine_silent",
        };
        message(key, &[])
    }
}

impl Badges {
    /// A new page stands in the tab, and the browser has cleared what the last one showed.
    pub(super) fn forget(&mut self, tab: TabId) {
        self.0.remove(&tab);
    }

    /// Shows that a tab is being checked and how many findings are open there.
    pub(super) fn show_findings(&mut self, tab: TabId, findings: usize) {
        if self.0.insert(tab, findings) == Some(findings) {
            return;
        }
        let count = if findings == 0 { String::new() } else { findings.to_string() };
        let title = match findings {
            0 => message("manifest_name", &[]),
            1 => message("background_title_one_finding", &[]),
            _ => message("background_title_findings", &[&count]),
        };
        show_badge(tab, &count, OPEN_FINDINGS);
        show_icon(tab, Icon::Mark);
        show_title(tab, &title);
        tell_popup();
    }

    /// Shows that a tab is not being checked and why.
    pub(super) fn show_reason(&mut self, tab: TabId, reason: NotChecking) {
        self.forget(tab);
        show_badge(tab, "–", NOT_CHECKING);
        show_icon(tab, Icon::Idle);
        show_title(tab, &reason.title());
    }
}
