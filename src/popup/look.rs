//! Finds the tab that the popup is about and asks its page how things stand.

use super::state::Tab;
use crate::browser::{BrowserError, active_tab, ask_page, current_tab, latest_tab_except};

/// The active tab of the window used last. When that tab is this very page, it is about the tab that was looked
/// at before it.
pub(super) async fn look_at_tab() -> Result<Tab, BrowserError> {
    let (own, active) = (current_tab().await?, active_tab().await?);
    let tab = match own {
        Some(own) if active == Some(own) => latest_tab_except(own).await?,
        _ => active,
    };
    let Some(tab) = tab else { return Ok(Tab::Silent) };
    Ok(ask_page(tab).await.map_or(Tab::Silent, Tab::Answered))
}
