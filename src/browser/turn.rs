//! Asks for another turn of the event loop, behind whatever has already arrived.
//!
//! Several keystrokes may be waiting when the background gets to run. Checking in a turn of its own lets all of
//! them arrive first, so that only the newest is checked. A message channel does that without the delay of a timer.

use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use web_sys::MessageChannel;

use super::console::{Kind, warn};
use super::error::BrowserError;

/// Calls its closure once for every [`Turn::ask`].
pub(crate) struct Turn {
    channel: MessageChannel,
    _handle: Closure<dyn FnMut()>,
}

impl Turn {
    /// A way to have `handle` called later.
    pub(crate) fn new(handle: impl FnMut() + 'static) -> Result<Self, BrowserError> {
        let channel = MessageChannel::new().map_err(BrowserError::of("MessageChannel"))?;
        let handle = Closure::<dyn FnMut()>::new(handle);
        channel.port1().set_onmessage(Some(handle.as_ref().unchecked_ref()));
        Ok(Turn { channel, _handle: handle })
    }

    /// Has the closure called when everything that has already arrived is through.
    pub(crate) fn ask(&self) {
        if let Err(error) = self.channel.port2().post_message(&JsValue::NULL) {
            warn(Kind::Browser(BrowserError::of("MessagePort.postMessage")(error)));
        }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.channel.port1().close();
    }
}
