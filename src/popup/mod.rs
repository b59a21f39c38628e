//! x
pub(crate) struct Popup;
impl Popup {
    pub(crate) fn open() -> Result<Self, crate::browser::BrowserError> {
        Ok(Popup)
    }
}
