//! Rust values as JavaScript's plain objects and arrays, and back. Both ways go over JSON text: it crosses in one piece,
//! and the types need no second reader and writer.

use js_sys::JSON;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use wasm_bindgen::JsValue;

use super::error::BrowserError;
use crate::json;

/// A value as JavaScript objects and arrays that survive both browsers' message channels.
pub(crate) fn to_plain(value: &impl Serialize) -> Result<JsValue, BrowserError> {
    let text = serde_json::to_string(value).map_err(|_| BrowserError::unexpected("serialization"))?;
    JSON::parse(&text).map_err(BrowserError::of("JSON.parse"))
}

/// A message read as the type it should be; `None` when it is something else.
pub(crate) fn from_plain<T: DeserializeOwned>(value: &JsValue) -> Option<T> {
    json::read(&value_of(value)?).ok()
}

/// A value as what its JSON stands for; `None` when it is none that JSON knows.
pub(super) fn value_of(value: &JsValue) -> Option<Value> {
    json::parse(&json_of(value)?).ok()
}

/// A value as JSON; `None` when it is none that JSON knows.
pub(super) fn json_of(value: &JsValue) -> Option<String> {
    JsValue::from(JSON::stringify(value).ok()?).as_string()
}
