//! Waits until nothing more is arriving.
//!
//! Several keystrokes may be on their way when the background gets to run, and only the newest is worth a check.
//! Passing one turn of the event loop is not enough: Chromium holds a port's messages elsewhere and delivers the
//! next one a moment after the last. So a few turns are passed, anew with every arrival. A message channel passes
//! them without the delay of a timer.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::MessageChannel;

use super::console::{Kind, warn};
use super::error::BrowserError;

/// So many turns without an arrival are a lull. With twenty drafts of 90,000 characters waiting, Chromium 156 was
/// seen to need three; twice as many still pass well within a millisecond.
const QUIET_TURNS: u8 = 6;

/// Calls its closure at the next lull after a [`Lull::wait`].
pub(crate) struct Lull {
    turns: Rc<Turns>,
    _handle: Closure<dyn FnMut()>,
}

struct Turns {
    channel: MessageChannel,
    /// Turns still to pass; 0 when nobody waits.
    left: Cell<u8>,
}

impl Lull {
    /// A way to have `handle` called later.
    pub(crate) fn new(mut handle: impl FnMut() + 'static) -> Result<Self, BrowserError> {
        let channel = MessageChannel::new().map_err(BrowserError::of("MessageChannel"))?;
        let turns = Rc::new(Turns { channel, left: Cell::new(0) });
        let passing = Rc::clone(&turns);
        let closure = Closure::<dyn FnMut()>::new(move || {
            let left = passing.left.get().saturating_sub(1);
            passing.left.set(left);
            if left == 0 { handle() } else { passing.pass() }
        });
        turns.channel.port1().set_onmessage(Some(closure.as_ref().unchecked_ref()));
        Ok(Lull { turns, _handle: closure })
    }

    /// Something has arrived: has the closure called once nothing more does.
    pub(crate) fn wait(&self) {
        if self.turns.left.replace(QUIET_TURNS) == 0 {
            self.turns.pass();
        }
    }
}

impl Turns {
    /// Lets everything that is queued run first.
    fn pass(&self) {
        if let Err(error) = self.channel.port2().post_message(&JsValue::NULL) {
            warn(Kind::Browser(BrowserError::of("MessagePort.postMessage")(error)));
        }
    }
}

impl Drop for Lull {
    fn drop(&mut self) {
        self.turns.channel.port1().set_onmessage(None);
        self.turns.channel.port1().close();
    }
}
