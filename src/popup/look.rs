//! Finds the tab that the popup is about and asks its page how things stand.

use super::state::Tab;
use crate::browser::{BrowserError, active_tab, ask_page, current_tab, latest_tab_except};

/// The active tab of the window used last. When this page is itself opened in a tab, it is about the tab that was
/// looked at before it.
pub(super) async fn look_at_tab() -> Result<Tab, BrowserError> {
    let tab = match current_tab().await? {
        None => active_tab().await?,
        Some(own) => latest_tab_except(own).await?,
    };
    let Some(tab) = tab else { return Ok(Tab::Silent) };
    Ok(ask_page(tab).await.map_or(Tab::Silent, Tab::Answered))
}
