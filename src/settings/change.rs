//! One thing that a person changes on a page of the extension.
//!
//! Pages send what was done, never whole settings: two windows that are open at once cannot undo each other.

use serde::{Deserialize, Serialize};

use super::stored::StoredSettings;
use crate::engine::AccountKind;

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum Change {
    /// A field of the office's profile, as typed so far.
    Office {
        /// Which.
        field: OfficeField,
        /// All that stands in it; of a list, an entry a line.
        typed: String,
    },
    /// Whose account it is.
    Account {
        /// The site's id.
        site: String,
        /// Handle, page name or opaque id; `null` stands for a page that shows none.
        handle: Option<String>,
        /// Whose; "unknown" forgets it.
        account_kind: AccountKind,
    },
    /// Whether a site is checked.
    Site {
        /// The site's id.
        site: String,
        /// Whether what is written there is checked.
        switched: Switch,
    },
    /// Whether records of decisions are kept.
    Records {
        /// Whether new ones are made.
        switched: Switch,
    },
    /// For how many days they are kept.
    RecordDays {
        /// From 1 to 3653; what is less or more is taken for these.
        days: u16,
    },
}

/// A field of the office's profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum OfficeField {
    /// The practice's name.
    Practice,
    /// The number for patients.
    Phone,
    /// Whom to ask for.
    Contact,
}

/// Whether something is in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum Switch {
    /// It is.
    On,
    /// It is not.
    Off,
}

impl StoredSettings {
    /// Makes a change. What is typed is kept as it is, half a phone number too; resolving leaves out what cannot
    /// be used.
    pub fn apply(&mut self, change: Change) {
        match change {
            Change::Office { field, typed } => {
                let kept = match field {
                    OfficeField::Practice => &mut self.office.practice,
                    OfficeField::Phone => &mut self.office.phone,
                    OfficeField::Contact => &mut self.office.contact,
                };
                *kept = typed;
            }
            Change::Account { site, handle, account_kind } => {
                self.accounts.remember(&site, handle.as_deref(), account_kind);
            }
            Change::Records { switched } => self.records.switched = switched,
            Change::RecordDays { days } => {
                self.records.days = days;
                self.records.days = self.records.retention();
            }
            Change::Site { site, switched: Switch::On } => self.switch_site_on(&site),
            Change::Site { site, switched: Switch::Off } => self.switch_site_off(&site),
        }
    }
}
