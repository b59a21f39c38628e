//! A browser call that failed.

use std::fmt;

use js_sys::Error;
use wasm_bindgen::{JsCast, JsValue};

/// Names the call. The browser's own words are left out on purpose: they may repeat what was passed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct BrowserError {
    call: &'static str,
    is_full: bool,
}

impl BrowserError {
    /// Turns the exception of a call into an error that names the call.
    pub(crate) fn of(call: &'static str) -> impl Fn(JsValue) -> BrowserError {
        move |exception| BrowserError { call, is_full: is_about_room(&exception) }
    }

    /// A call whose answer does not have the expected shape.
    pub(crate) fn unexpected(call: &'static str) -> BrowserError {
        BrowserError { call, is_full: false }
    }

    /// Whether the browser has no room left to store anything.
    pub(crate) fn is_full(self) -> bool {
        self.is_full
    }
}

/// Browsers name it "QuotaExceededError", or say so in the message alone.
fn is_about_room(exception: &JsValue) -> bool {
    exception.dyn_ref::<Error>().is_some_and(|error| {
        let said = [String::from(error.name()), String::from(error.message())];
        said.iter().any(|text| text.to_ascii_lowercase().contains("quota"))
    })
}

impl fmt::Display for BrowserError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} failed; reload the extension if it stays so", self.call)
    }
}

impl std::error::Error for BrowserError {}
