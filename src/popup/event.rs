//! Everything that can happen to the popup.

use super::state::Tab;
use crate::browser::SettingsNotice;
use crate::engine::AccountKind;
use crate::settings::StoredSettings;

/// One event.
pub(super) enum Event {
    /// The settings have been read, and what the user has not been told of them yet.
    SettingsLoaded(StoredSettings, Option<SettingsNotice>),
    /// The tab has answered, or has not.
    TabLooked(Tab),
    /// Somebody stored settings; this popup's own changes come back this way too.
    SettingsChanged,
    /// The background or a page has news.
    PageMayHaveChanged,
    /// The user said whose account it is.
    AccountChosen(AccountKind),
    /// The user switched checking on this site on or off.
    SiteSwitched(SiteSwitch),
    /// The user typed into the office form.
    OfficeTyped,
    /// The user has read the notice.
    NoticeClosed,
    /// The browser refused to read or to store.
    StorageFailed,
}

/// Whether a site is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SiteSwitch {
    /// What is written there is checked.
    On,
    /// Nothing is.
    Off,
}

impl SiteSwitch {
    pub(super) fn apply(self, settings: &mut StoredSettings, site: &str) {
        match self {
            SiteSwitch::On => settings.switch_site_on(site),
            SiteSwitch::Off => settings.switch_site_off(site),
        }
    }
}
