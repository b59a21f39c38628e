//! One at a time: changes of settings come from every open page, and none may overwrite another.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use js_sys::{Function, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use super::error::BrowserError;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["navigator", "locks"], js_name = request, catch)]
    fn request(name: &str, granted: &Function) -> Result<Promise, JsValue>;
}

/// Does `work` while no other page of the extension holds the lock of that name.
pub(crate) async fn alone<T: 'static>(
    name: &str,
    work: impl Future<Output = Result<T, BrowserError>> + 'static,
) -> Result<T, BrowserError> {
    const CALL: &str = "navigator.locks.request";
    let done = Rc::new(RefCell::new(None));
    let outcome = Rc::clone(&done);
    // In a box, so that the machinery around it is compiled once.
    let work: Pin<Box<dyn Future<Output = Result<JsValue, JsValue>>>> = Box::pin(async move {
        outcome.replace(Some(work.await));
        Ok(JsValue::UNDEFINED)
    });
    let granted = Closure::once(move || future_to_promise(work));
    let released = request(name, granted.as_ref().unchecked_ref()).map_err(BrowserError::of(CALL))?;
    JsFuture::from(released).await.map_err(BrowserError::of(CALL))?;
    let outcome = done.take();
    outcome.unwrap_or(Err(BrowserError::unexpected(CALL)))
}
