//! Tabs, and one-off messages to the pages in them. Needs no permission: no address of a tab is ever read.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::error::BrowserError;
use super::port::{from_plain, to_plain};
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

    #[wasm_bindgen(method, getter)]
    fn active(this: &Tab) -> bool;

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

/// The tabs of the window that was used last: the active one first, then by how recently each was looked at.
pub(crate) async fn tabs_by_last_use() -> Result<Vec<TabId>, BrowserError> {
    const CALL: &str = "tabs.query";
    let filter = Object::new();
    Reflect::set(&filter, &"lastFocusedWindow".into(), &true.into()).map_err(BrowserError::of(CALL))?;
    let found = query(&filter).await.map_err(BrowserError::of(CALL))?;
    let mut tabs: Vec<(bool, f64, TabId)> = found
        .dyn_into::<Array>()
        .map_err(BrowserError::of(CALL))?
        .iter()
        .map(JsCast::unchecked_into::<Tab>)
        .filter_map(|tab| Some((tab.active(), tab.last_accessed().unwrap_or(0.0), tab_id(&tab)?)))
        .collect();
    tabs.sort_by(|a, b| b.0.cmp(&a.0).then(b.1.total_cmp(&a.1)));
    Ok(tabs.into_iter().map(|(_, _, id)| id).collect())
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
