//! Chaperone checks what a medical practice is about to post, while it is being typed, in the browser.
//!
//! Start at [`engine::Checker`]: it turns a draft into a report. `ARCHITECTURE.md` has the map of the tree. The
//! functions at the end are all that the extension's pages call; everything behind them is WASM only.

#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
pub mod engine;
pub mod protocol;
pub mod settings;
pub mod sites;

#[cfg(target_arch = "wasm32")]
mod background;
#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
mod popup;

#[cfg(target_arch = "wasm32")]
pub use page::{background_event, open_popup};

#[cfg(target_arch = "wasm32")]
mod page {
    //! The one handle that outlives a call from JavaScript: the page this instance of the WASM runs in.

    use std::cell::OnceCell;

    use wasm_bindgen::JsValue;
    use wasm_bindgen::prelude::wasm_bindgen;

    use crate::background::Background;
    use crate::browser::{BrowserError, Kind, warn};
    use crate::popup::Popup;

    enum Page {
        Background(Background),
        Popup(#[expect(dead_code, reason = "kept for its listeners, which go with it")] Popup),
    }

    thread_local! {
        static PAGE: OnceCell<Page> = const { OnceCell::new() };
    }

    fn open(page: &OnceCell<Page>, make: impl FnOnce() -> Result<Page, BrowserError>) {
        if page.get().is_none() {
            match make() {
                // Cannot be occupied: it was empty a line ago, and there is one thread.
                Ok(made) => drop(page.set(made)),
                Err(error) => warn(Kind::Browser(error)),
            }
        }
    }

    /// Hands an event to the background; called by `background.js` only.
    #[wasm_bindgen]
    pub fn background_event(kind: &str, subject: JsValue, detail: JsValue) {
        PAGE.with(|page| {
            open(page, || Background::open().map(Page::Background));
            if let Some(Page::Background(background)) = page.get() {
                background.receive(kind, subject, detail);
            }
        });
    }

    /// Brings the popup to life; called by `popup.js` only.
    #[wasm_bindgen]
    pub fn open_popup() {
        PAGE.with(|page| open(page, || Popup::open().map(Page::Popup)));
    }
}
