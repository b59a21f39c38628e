//! Follows what the person allows and takes back: the content script runs on allowed hosts, and leaves those that are
//! allowed no longer. The browser remembers the hosts; nothing of them is stored here.

use crate::browser::{
    BrowserError, Kind, Origins, register_granted, run_in_open_tabs, tabs_at, tell_page, tell_popup, warn,
};
use crate::protocol::PageAsk;

/// The extension has been installed or updated; browsers drop registered scripts with an update.
pub(super) async fn renew() {
    note(register_granted().await);
}

/// The person has allowed hosts, in the popup or in the browser's own settings.
pub(super) async fn begin(origins: Origins) {
    note(register_granted().await);
    run_in_open_tabs(&origins).await;
    tell_popup();
}

/// The person has taken hosts back: their pages let go of everything.
pub(super) async fn end(origins: Origins) {
    note(register_granted().await);
    for tab in tabs_at(None).await {
        tell_page(tab, PageAsk::Leave { origins: origins.patterns().to_vec() }).await;
    }
    tell_popup();
}

fn note(outcome: Result<(), BrowserError>) {
    if let Err(error) = outcome {
        warn(Kind::Browser(error));
    }
}
