//! Rust values as JavaScript's plain objects and arrays, and back.

use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

use super::error::BrowserError;

/// A value as JavaScript objects and arrays that survive both browsers' message channels.
pub(crate) fn to_plain(value: &impl Serialize) -> Result<JsValue, BrowserError> {
    value
        .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
        .map_err(|_| BrowserError::unexpected("serialization"))
}

/// A message read as the type it should be; `None` when it is something else.
pub(crate) fn from_plain<T: DeserializeOwned>(value: JsValue) -> Option<T> {
    serde_wasm_bindgen::from_value(value).ok()
}
