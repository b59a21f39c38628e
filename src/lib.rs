//! Chaperone checks what a medical practice is about to post, while it is being typed, in the browser.
//!
//! Start at [`engine::Checker`]: it turns a draft into a report. `ARCHITECTURE.md` has the map of the tree. The
//! function at the end is all that JavaScript calls; everything behind it is WASM only.

#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
pub mod coach;
pub mod engine;
pub mod json;
pub mod protocol;
pub mod records;
pub mod settings;
pub mod sites;

#[cfg(target_arch = "wasm32")]
mod background;
#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
pub use page::background_event;

#[cfg(target_arch = "wasm32")]
mod page {
    //! The one handle that outlives a call from JavaScript: the background that this instance of the WASM is.

    use std::cell::OnceCell;

    use wasm_bindgen::JsValue;
    use wasm_bindgen::prelude::wasm_bindgen;

    use crate::background::Background;
    use crate::browser::{Kind, warn};

    thread_local! {
        static BACKGROUND: OnceCell<Background> = const { OnceCell::new() };
    }

    fn open(background: &OnceCell<Background>) {
        if background.get().is_none() {
            match Background::open() {
                // Cannot be occupied: it was empty a line ago, and there is one thread.
                Ok(opened) => drop(background.set(opened)),
                Err(error) => warn(Kind::Browser(error)),
            }
        }
    }

    /// Hands an event to the background; called by `background.js` only.
    #[wasm_bindgen]
    pub fn background_event(kind: &str, subject: JsValue, detail: JsValue) {
        BACKGROUND.with(|background| {
            open(background);
            if let Some(background) = background.get() {
                background.receive(kind, subject, detail);
            }
        });
    }
}
