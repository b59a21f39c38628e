//! Tabs, and one-off messages to the pages in them. Needs no permission: no address of a tab is ever read.

use js_sys::Array;
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::error::BrowserError;
use super::plain::{from_plain, to_plain};
use crate::protocol::{PageAsk, PageState};

/// A tab, while it is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct TabId(pub(crate) i32);

#[wasm_bindgen]
extern "C" {
    /// `chrome.runtime.MessageSender`.
    pub(crate) type Sender;

    #[wasm_bindgen(method, getter)]
    fn tab(this: &Sender) -> Option<Tab>;

    /// `chrome.tabs.Tab`.
    pub(crate) type Tab;

    #[wasm_bindgen(method, getter)]
    fn id(this: &Tab) -> Option<i32>;

    #[wasm_bindgen(method, getter, js_name = lastAccessed)]
    fn last_accessed(this: &Tab) -> Option<f64>;

    #[wasm_bindgen(js_namespace = ["chrome", "tabs"], js_name = query, catch)]
    async fn query(filter: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "tabs"], js_name = getCurrent, catch)]
    async fn get_current() -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "tabs"], js_name = sendMessage, catch)]
    async fn send_message(tab: i32, message: &JsValue) -> Result<JsValue, JsValue>;
}

impl Sender {
    pub(super) fn tab_id(&self) -> Option<TabId> {
        self.tab().and_then(|tab| tab_id(&tab))
    }
}

fn tab_id(tab: &Tab) -> Option<TabId> {
    tab.id().map(TabId)
}

/// The tab that the browser handed over with an event.
pub(crate) fn tab_of(tab: &JsValue) -> Option<TabId> {
    tab.is_object().then(|| tab.unchecked_ref::<Tab>()).and_then(tab_id)
}

/// The tab that a one-off message came from.
pub(crate) fn sender_tab(sender: &JsValue) -> Option<TabId> {
    sender.is_object().then(|| sender.unchecked_ref::<Sender>()).and_then(Sender::tab_id)
}

/// The tab this very page stands in; `None` in the popup proper, which stands in none.
pub(crate) async fn current_tab() -> Result<Option<TabId>, BrowserError> {
    let tab = get_current().await.map_err(BrowserError::of("tabs.getCurrent"))?;
    Ok(tab_of(&tab))
}

/// The active tab of the normal window that was used last.
pub(crate) async fn active_tab() -> Result<Option<TabId>, BrowserError> {
    let filter = Filter { active: Some(true), last_focused_window: Some(true), window_type: "normal" };
    Ok(find(&filter).await?.first().and_then(tab_id))
}

/// The tab that was looked at last, other than this one.
pub(crate) async fn latest_tab_except(own: TabId) -> Result<Option<TabId>, BrowserError> {
    let filter = Filter { active: None, last_focused_window: None, window_type: "normal" };
    let tabs = find(&filter).await?;
    let looked_at = |tab: &&Tab| tab.last_accessed().unwrap_or(0.0);
    let others = tabs.iter().filter(|tab| tab_id(tab) != Some(own));
    Ok(others.max_by(|a, b| looked_at(a).total_cmp(&looked_at(b))).and_then(tab_id))
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Filter {
    #[serde(skip_serializing_if = "Option::is_none")]
    active: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_focused_window: Option<bool>,
    window_type: &'static str,
}

async fn find(filter: &Filter) -> Result<Vec<Tab>, BrowserError> {
    const CALL: &str = "tabs.query";
    let found = query(&to_plain(filter)?).await.map_err(BrowserError::of(CALL))?;
    let tabs = found.dyn_into::<Array>().map_err(BrowserError::of(CALL))?;
    Ok(tabs.iter().map(JsCast::unchecked_into).collect())
}

/// Asks a page how things stand; `None` when no content script answers there.
pub(crate) async fn ask_page(tab: TabId) -> Option<PageState> {
    let ask = to_plain(&PageAsk::Describe).ok()?;
    send_message(tab.0, &ask).await.ok().and_then(from_plain)
}

/// Tells a page something that it does not answer. A page without a content script is no mishap.
pub(crate) async fn tell_page(tab: TabId, ask: PageAsk) {
    if let Ok(ask) = to_plain(&ask) {
        let _ = send_message(tab.0, &ask).await;
    }
}
