//! A content script's end of the line, as the background holds it.

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

    #[wasm_bindgen(method, catch, js_name = postMessage)]
    fn post_message(this: &Port, message: &JsValue) -> Result<(), JsValue>;
}

impl Port {
    /// The tab on the other end.
    pub(crate) fn tab(&self) -> Option<TabId> {
        self.sender().and_then(|sender| sender.tab_id())
    }

    /// Sends a message as plain objects and arrays.
    pub(crate) fn post(&self, message: &impl Serialize) -> Result<(), BrowserError> {
        self.post_message(&to_plain(message)?).map_err(BrowserError::of("Port.postMessage"))
    }
}
