//! An event listener that is taken out when it is dropped.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

use super::error::BrowserError;

/// Keeps a closure registered for as long as it lives.
#[must_use = "a listener that is dropped is never called"]
pub(crate) struct Listener {
    target: EventTarget,
    event: &'static str,
    closure: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Calls `handle` for every such event of `target`.
    pub(crate) fn new(
        target: &EventTarget,
        event: &'static str,
        handle: impl FnMut(Event) + 'static,
    ) -> Result<Self, BrowserError> {
        let closure = Closure::<dyn FnMut(Event)>::new(handle);
        target
            .add_event_listener_with_callback(event, closure.as_ref().unchecked_ref())
            .map_err(BrowserError::of("addEventListener"))?;
        Ok(Listener { target: target.clone(), event, closure })
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        // Fails only for an argument that is no function, which a closure is.
        let _ = self
            .target
            .remove_event_listener_with_callback(self.event, self.closure.as_ref().unchecked_ref());
    }
}
