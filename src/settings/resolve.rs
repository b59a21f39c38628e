//! From what a user has set to what a check uses.

use super::phone::PhoneEntry;
use super::stored::StoredSettings;
use crate::engine::{Config, OfficeProfile};

impl StoredSettings {
    /// The engine's configuration. Leaves out what is typed but cannot be used, such as half a phone number.
    #[must_use]
    pub fn resolve(&self) -> Config {
        Config {
            disabled: self.disabled.clone(),
            office: usable(&self.office),
            allowed: self.dismissed.words.clone(),
            allow_key: self.dismissed.key.map_or(0, |key| key.0),
            locale: self.locale,
        }
    }
}

fn usable(office: &OfficeProfile) -> OfficeProfile {
    let phone = match PhoneEntry::of(&office.phone) {
        PhoneEntry::Usable => one_line(&office.phone),
        PhoneEntry::Empty | PhoneEntry::TooShort => String::new(),
    };
    OfficeProfile {
        practice: one_line(&office.practice),
        phone,
        contact: one_line(&office.contact),
        contacts: each_line(&office.contacts),
        staff: each_line(&office.staff),
    }
}

/// Fixes are one line, and what fills them must be too.
fn one_line(typed: &str) -> String {
    typed.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn each_line(typed: &[String]) -> Vec<String> {
    typed.iter().map(|entry| one_line(entry)).filter(|entry| !entry.is_empty()).collect()
}
