//! `storage.local`, a key at a time, and the one value in `storage.session`, which the browser keeps in memory only.

use js_sys::{Object, Reflect};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::error::BrowserError;
use super::plain::{from_plain, to_plain};

/// Under this key lies all that lasts until the browser closes.
const SESSION: &str = "session";

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["chrome", "storage", "local"], js_name = get, catch)]
    async fn local_get(key: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "storage", "local"], js_name = set, catch)]
    async fn local_set(items: &JsValue) -> Result<(), JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "storage", "local"], js_name = remove, catch)]
    async fn local_remove(key: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "storage", "session"], js_name = get, catch)]
    async fn session_get(key: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "storage", "session"], js_name = set, catch)]
    async fn session_set(items: &JsValue) -> Result<(), JsValue>;
}

/// What is stored under a key; `None` when nothing is.
pub(super) async fn get(key: &str) -> Result<Option<JsValue>, BrowserError> {
    const CALL: &str = "storage.local.get";
    let items = local_get(key).await.map_err(BrowserError::of(CALL))?;
    value_in(&items, key).map_err(BrowserError::of(CALL))
}

fn value_in(items: &JsValue, key: &str) -> Result<Option<JsValue>, JsValue> {
    let value = Reflect::get(items, &key.into())?;
    Ok((!value.is_undefined()).then_some(value))
}

/// Stores values, all of them or none.
pub(super) async fn set(entries: &[(&str, JsValue)]) -> Result<(), BrowserError> {
    const CALL: &str = "storage.local.set";
    let items = items_of(entries).map_err(BrowserError::of(CALL))?;
    local_set(&items).await.map_err(BrowserError::of(CALL))
}

fn items_of(entries: &[(&str, JsValue)]) -> Result<JsValue, JsValue> {
    let items = Object::new();
    for (key, value) in entries {
        Reflect::set(&items, &JsValue::from_str(key), value)?;
    }
    Ok(items.into())
}

/// Takes a key away.
pub(super) async fn remove(key: &str) -> Result<(), BrowserError> {
    local_remove(key).await.map_err(BrowserError::of("storage.local.remove"))
}

/// What was kept until the browser closes; `None` when nothing was.
pub(crate) async fn load_session<T: DeserializeOwned>() -> Result<Option<T>, BrowserError> {
    const CALL: &str = "storage.session.get";
    let items = session_get(SESSION).await.map_err(BrowserError::of(CALL))?;
    Ok(value_in(&items, SESSION).map_err(BrowserError::of(CALL))?.and_then(|kept| from_plain(&kept)))
}

/// Keeps a value until the browser closes.
pub(crate) async fn store_session(value: &impl Serialize) -> Result<(), BrowserError> {
    const CALL: &str = "storage.session.set";
    let items = items_of(&[(SESSION, to_plain(value)?)]).map_err(BrowserError::of(CALL))?;
    session_set(&items).await.map_err(BrowserError::of(CALL))
}
