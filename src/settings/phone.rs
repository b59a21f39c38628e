//! The office's phone number as somebody is typing it.

use serde::Serialize;

/// Fewer digits than this reach nobody, in any country whose formats are checked.
pub const FEWEST_PHONE_DIGITS: usize = 7;

/// How far a typed phone number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum PhoneEntry {
    /// Nothing has been typed.
    Empty,
    /// It may be put into a fix.
    Usable,
    /// It holds too few digits to be put into a fix.
    TooShort,
}

impl PhoneEntry {
    /// Judges what was typed, in whatever format.
    #[must_use]
    pub fn of(typed: &str) -> Self {
        let digits = typed.chars().filter(char::is_ascii_digit).count();
        if typed.trim().is_empty() {
            PhoneEntry::Empty
        } else if digits < FEWEST_PHONE_DIGITS {
            PhoneEntry::TooShort
        } else {
            PhoneEntry::Usable
        }
    }
}
