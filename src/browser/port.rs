//! A page's end of the line, as the background holds it.

use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::error::BrowserError;
use super::plain::to_plain;
use super::tabs::{Sender, TabId};

#[wasm_bindgen]
extern "C" {
    /// `chrome.runtime.Port`.
    #[derive(Clone, Debug, PartialEq)]
    pub(crate) type Port;

    #[wasm_bindgen(method, getter)]
    pub(crate) fn name(this: &Port) -> String;

    #[wasm_bindgen(method, getter)]
    fn sender(this: &Port) -> Option<Sender>;

    #[wasm_bindgen(js_namespace = ["chrome", "runtime"], js_name = getURL)]
    pub(super) fn own_address(path: &str) -> String;

    #[wasm_bindgen(method, catch, js_name = postMessage)]
    fn post_message(this: &Port, message: &JsValue) -> Result<(), JsValue>;
}

impl Port {
    /// The tab on the other end.
    pub(crate) fn tab(&self) -> Option<TabId> {
        self.sender().and_then(|sender| sender.tab_id())
    }

    /// Whether a page of the extension is on the other end, and not a script in somebody else's page.
    pub(crate) fn is_own_page(&self) -> bool {
        self.sender().and_then(|sender| sender.url()).is_some_and(|url| url.starts_with(&own_address("")))
    }

    /// Sends a message as plain objects and arrays.
    pub(crate) fn post(&self, message: &impl Serialize) -> Result<(), BrowserError> {
        self.post_message(&to_plain(message)?).map_err(BrowserError::of("Port.postMessage"))
    }
}
