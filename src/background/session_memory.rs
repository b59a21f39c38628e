//! What is remembered until the browser closes: which tabs are paused and which accounts were seen.
//!
//! The browser keeps it in its own memory, so that the background may end meanwhile; it is never written to disk.

use serde::{Deserialize, Serialize};

use crate::browser::{BrowserError, Kind, TabId, go_on_with, load_session, store_session, warn};
use crate::protocol::ActiveAccount;
use crate::settings::Switch;

/// Nobody has so many; a page that makes up names must not fill the memory.
const MOST_SEEN: usize = 100;

/// The memory of one session of the browser.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct SessionMemory {
    paused: Vec<TabId>,
    seen: Vec<ActiveAccount>,
}

impl SessionMemory {
    /// What was remembered before the background ended.
    pub(super) async fn load() -> Result<Self, BrowserError> {
        Ok(load_session().await?.unwrap_or_default())
    }

    pub(super) fn is_paused(&self, tab: TabId) -> bool {
        self.paused.contains(&tab)
    }

    /// Handles that were seen on a site, the first one first.
    pub(super) fn seen_on<'a>(&'a self, site: &'a str) -> impl Iterator<Item = &'a str> {
        self.seen.iter().filter(move |seen| seen.site == site).filter_map(|seen| seen.handle.as_deref())
    }

    /// Pauses a tab, or takes it up again.
    pub(super) fn switch_tab(&mut self, tab: TabId, switched: Switch) {
        let was_paused = self.is_paused(tab);
        self.paused.retain(|paused| *paused != tab);
        if switched == Switch::Off {
            self.paused.push(tab);
        }
        if was_paused != self.is_paused(tab) {
            self.store();
        }
    }

    /// Remembers an account that somebody writes from.
    pub(super) fn see(&mut self, account: &ActiveAccount) {
        if account.handle.is_none() || self.seen.contains(account) || self.seen.len() >= MOST_SEEN {
            return;
        }
        self.seen.push(account.clone());
        self.store();
    }

    fn store(&self) {
        let memory = self.clone();
        go_on_with(async move {
            if let Err(error) = store_session(&memory).await {
                warn(Kind::Browser(error));
            }
        });
    }
}
