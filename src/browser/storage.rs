//! `storage.local`, a key at a time.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::error::BrowserError;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["chrome", "storage", "local"], js_name = get, catch)]
    async fn local_get(key: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "storage", "local"], js_name = set, catch)]
    async fn local_set(items: &JsValue) -> Result<(), JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "storage", "local"], js_name = remove, catch)]
    async fn local_remove(key: &str) -> Result<(), JsValue>;
}

/// What is stored under a key; `None` when nothing is.
pub(super) async fn get(key: &str) -> Result<Option<JsValue>, BrowserError> {
    const CALL: &str = "storage.local.get";
    let items = local_get(key).await.map_err(BrowserError::of(CALL))?;
    let value = Reflect::get(&items, &key.into()).map_err(BrowserError::of(CALL))?;
    Ok((!value.is_undefined()).then_some(value))
}

/// Stores values, all of them or none.
pub(super) async fn set(entries: &[(&str, JsValue)]) -> Result<(), BrowserError> {
    const CALL: &str = "storage.local.set";
    let items = Object::new();
    for (key, value) in entries {
        Reflect::set(&items, &JsValue::from_str(key), value).map_err(BrowserError::of(CALL))?;
    }
    local_set(&items).await.map_err(BrowserError::of(CALL))
}

/// Takes a key away.
pub(super) async fn remove(key: &str) -> Result<(), BrowserError> {
    local_remove(key).await.map_err(BrowserError::of("storage.local.remove"))
}
