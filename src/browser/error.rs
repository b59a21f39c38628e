//! A browser call that failed.

use std::fmt;

use wasm_bindgen::JsValue;

/// Names the call. The browser's own words are left out on purpose: they may repeat what was passed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct BrowserError {
    call: &'static str,
}

impl BrowserError {
    /// Turns the exception of a call into an error that names the call.
    pub(crate) fn of(call: &'static str) -> impl Fn(JsValue) -> BrowserError {
        move |_| BrowserError { call }
    }

    /// A call whose answer does not have the expected shape.
    pub(crate) fn unexpected(call: &'static str) -> BrowserError {
        BrowserError { call }
    }
}

impl fmt::Display for BrowserError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} failed; reload the extension if it stays so", self.call)
    }
}

impl std::error::Error for BrowserError {}
