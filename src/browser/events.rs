//! Events of `chrome.*`, which are listened to by another convention than those of the DOM.

use js_sys::Function;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

#[wasm_bindgen]
extern "C" {
    /// `chrome.events.Event`.
    #[derive(Clone)]
    pub(crate) type ChromeEvent;

    #[wasm_bindgen(method, js_name = addListener)]
    fn add_listener(this: &ChromeEvent, listener: &Function);

    #[wasm_bindgen(method, js_name = removeListener)]
    fn remove_listener(this: &ChromeEvent, listener: &Function);

    #[wasm_bindgen(thread_local_v2, js_namespace = ["chrome", "storage"], js_name = onChanged)]
    static STORED: ChromeEvent;

    #[wasm_bindgen(thread_local_v2, js_namespace = ["chrome", "runtime"], js_name = onMessage)]
    static MESSAGES: ChromeEvent;
}

/// Something was stored; the listener gets the changes and the storage area.
pub(crate) fn stored() -> ChromeEvent {
    STORED.with(Clone::clone)
}

/// A page or the background said something to all of the extension.
pub(crate) fn messages() -> ChromeEvent {
    MESSAGES.with(Clone::clone)
}

/// Keeps a closure registered for as long as it lives.
#[must_use = "a listener that is dropped is never called"]
pub(crate) struct ChromeListener {
    event: ChromeEvent,
    closure: Closure<dyn FnMut(JsValue, JsValue)>,
}

impl ChromeListener {
    /// Calls `handle` with the first two arguments of every such event.
    pub(crate) fn new(event: ChromeEvent, handle: impl FnMut(JsValue, JsValue) + 'static) -> Self {
        let closure = Closure::<dyn FnMut(JsValue, JsValue)>::new(handle);
        event.add_listener(closure.as_ref().unchecked_ref());
        ChromeListener { event, closure }
    }
}

impl Drop for ChromeListener {
    fn drop(&mut self) {
        self.event.remove_listener(self.closure.as_ref().unchecked_ref());
    }
}
