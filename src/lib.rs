//! Chaperone checks what a medical practice is about to post, while it is being typed, in the browser.
//!
//! Start at [`engine::Checker`]: it turns a draft into a report. `ARCHITECTURE.md` has the map of the tree.

#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
pub mod engine;
pub mod protocol;
pub mod settings;
pub mod sites;
