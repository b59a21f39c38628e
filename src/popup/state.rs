//! What the popup knows.

use crate::browser::SettingsNotice;
use crate::protocol::{ActiveAccount, PageState};
use crate::settings::StoredSettings;

/// All of it. Starts out knowing nothing.
#[derive(Default)]
pub(super) struct State {
    pub(super) settings: Option<StoredSettings>,
    pub(super) tab: Tab,
    pub(super) notice: Option<SettingsNotice>,
    pub(super) is_storage_failing: bool,
}

/// The tab that the popup is about.
#[derive(Default)]
pub(super) enum Tab {
    /// It has been asked.
    #[default]
    Asked,
    /// No content script runs there.
    Silent,
    /// Its page's answer.
    Answered(PageState),
}

impl State {
    /// The page's answer, if there is one.
    pub(super) fn page(&self) -> Option<&PageState> {
        match &self.tab {
            Tab::Answered(page) => Some(page),
            Tab::Asked | Tab::Silent => None,
        }
    }

    /// The account a post would come from.
    pub(super) fn account(&self) -> Option<ActiveAccount> {
        self.page()?.account.clone()
    }

    /// The site's id.
    pub(super) fn site(&self) -> Option<String> {
        self.page().map(|page| page.site.clone())
    }
}
