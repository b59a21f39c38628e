//! The extension's words in the browser's language.

use js_sys::Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["chrome", "i18n"], js_name = getMessage)]
    fn get_message(key: &str, substitutions: &Array) -> String;
}

/// The message of that key in `_locales/`, its placeholders filled in order.
pub(crate) fn message(key: &str, substitutions: &[&str]) -> String {
    let filled: Array = substitutions.iter().map(|text| JsValue::from_str(text)).collect();
    get_message(key, &filled)
}
