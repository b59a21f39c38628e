//! Tabs, and one-off messages to the pages in them. Needs no permission: no address of a tab is ever read.

use js_sys::Array;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::error::BrowserError;
use super::plain::{from_plain, to_plain};
use super::port::own_address;
use crate::protocol::PageAsk;

/// A tab, while it is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct TabId(pub(crate) i32);

#[wasm_bindgen]
extern "C" {
    /// `chrome.runtime.MessageSender`.
    pub(crate) type Sender;

    #[wasm_bindgen(method, getter)]
    fn tab(this: &Sender) -> Option<Tab>;

    #[wasm_bindgen(method, getter)]
    pub(super) fn url(this: &Sender) -> Option<String>;

    /// `chrome.tabs.Tab`.
    pub(crate) type Tab;

    #[wasm_bindgen(method, getter)]
    fn id(this: &Tab) -> Option<i32>;

    #[wasm_bindgen(js_namespace = ["chrome", "tabs"], catch)]
    async fn query(filter: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "tabs"], catch)]
    async fn create(tab: &JsValue) -> Result<JsValue, JsValue>;

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

/// The tab whose number the browser handed over with an event.
pub(crate) fn tab_numbered(number: &JsValue) -> Option<TabId> {
    from_plain(number).map(TabId)
}

/// The tab that a one-off message came from.
pub(crate) fn sender_tab(sender: &JsValue) -> Option<TabId> {
    sender.is_object().then(|| sender.unchecked_ref::<Sender>()).and_then(Sender::tab_id)
}

/// Tells a page something that it does not answer. A page without a content script is no mishap.
pub(crate) async fn tell_page(tab: TabId, ask: PageAsk) {
    if let Ok(ask) = to_plain(&ask) {
        let _ = send_message(tab.0, &ask).await;
    }
}

#[derive(Serialize)]
struct Filter<'f> {
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'f [&'f String]>,
}

#[derive(Serialize)]
struct Page {
    url: String,
}

/// The open tabs; of addresses that match a pattern, where the browser lets them be known.
pub(crate) async fn tabs_at(patterns: Option<&[&String]>) -> Vec<TabId> {
    let Ok(filter) = to_plain(&Filter { url: patterns }) else { return Vec::new() };
    let found = query(&filter).await.unwrap_or_default();
    Array::from(&found).iter().filter_map(|tab| tab_of(&tab)).collect()
}

/// Opens a page of the extension in a new tab.
pub(crate) async fn open_tab(path: &str) -> Result<(), BrowserError> {
    let page = to_plain(&Page { url: own_address(path) })?;
    create(&page).await.map(drop).map_err(BrowserError::of("tabs.create"))
}
