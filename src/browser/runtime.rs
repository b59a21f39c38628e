//! One-off messages between the extension's own pages.

use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::background_task::go_on_with;
use super::plain::to_plain;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["chrome", "runtime"], js_name = sendMessage, catch)]
    async fn send_message(message: &JsValue) -> Result<JsValue, JsValue>;
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum News {
    FindingsChanged,
}

/// Tells the popup, if one is open, that what it shows may be out of date. Nobody listening is no mishap.
pub(crate) fn tell_popup() {
    if let Ok(news) = to_plain(&News::FindingsChanged) {
        go_on_with(async move {
            let _ = send_message(&news).await;
        });
    }
}
