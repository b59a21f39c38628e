//! What the extension writes to its own console: that something went wrong and of what kind, never any text.

use wasm_bindgen::JsValue;

use super::error::BrowserError;

/// A kind of mishap that is worth a line. Fixed words only, so that no draft can end up in a log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A port said something that is no request.
    MalformedRequest,
    /// A page said something that is no notice.
    MalformedNotice,
    /// An event of a kind that nobody registered.
    UnknownEvent,
    /// The stored settings could not be read and were set aside.
    SettingsSetAside,
    /// Stored records or authorizations could not be read and were set aside.
    RecordsSetAside,
    /// The browser refused a call.
    Browser(BrowserError),
}

/// Writes one line.
pub(crate) fn warn(kind: Kind) {
    let line = match kind {
        Kind::MalformedRequest => "chaperone: a malformed request was ignored".to_owned(),
        Kind::MalformedNotice => "chaperone: a malformed notice was ignored".to_owned(),
        Kind::UnknownEvent => "chaperone: an unknown event was ignored".to_owned(),
        Kind::SettingsSetAside => "chaperone: unreadable settings were set aside".to_owned(),
        Kind::RecordsSetAside => "chaperone: unreadable records were set aside".to_owned(),
        Kind::Browser(error) => format!("chaperone: {error}"),
    };
    web_sys::console::warn_1(&JsValue::from_str(&line));
}
