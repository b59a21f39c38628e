//! The settings as they are stored, exported and read from a file.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::accounts::Accounts;
use super::dismissed::Dismissed;
use super::error::SettingsError;
use super::migrate::migrate;
use super::own_phrase::OwnPhrase;
use super::record_keeping::RecordKeeping;
use super::rule_choice::RuleChoice;
use crate::engine::{Locale, OfficeProfile};
use crate::json::{self, ReadError};

/// The version that this release writes.
pub const CURRENT_VERSION: u64 = 2;

/// All settings of an installation. Every key but `version` may be left out.
///
/// A part that is empty or `None` has not been set: there an organization's suggestion counts (see [`super::Managed`]).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct StoredSettings {
    /// The shape's version; [`CURRENT_VERSION`] once read.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub version: u64,
    /// The practice, as typed; [`StoredSettings::resolve`] leaves out what cannot be used.
    pub office: OfficeProfile,
    /// What the user has said of accounts.
    pub accounts: Accounts,
    /// What was decided of rules, by their codes.
    #[cfg_attr(feature = "typescript", ts(as = "std::collections::BTreeMap<String, RuleChoice>"))]
    pub rules: BTreeMap<String, RuleChoice>,
    /// Words that the practice flags or allows on its own account.
    pub words: Vec<OwnPhrase>,
    /// What the user has said is fine.
    pub dismissed: Dismissed,
    /// Whose law applies.
    pub locale: Option<Locale>,
    /// Ids of sites on which nothing is checked.
    pub sites_off: Vec<String>,
    /// Whether records of decisions are kept.
    pub records: RecordKeeping,
}

impl Default for StoredSettings {
    fn default() -> Self {
        StoredSettings {
            version: CURRENT_VERSION,
            office: OfficeProfile::default(),
            accounts: Accounts::default(),
            rules: BTreeMap::new(),
            words: Vec::new(),
            dismissed: Dismissed::default(),
            locale: None,
            sites_off: Vec::new(),
            records: RecordKeeping::default(),
        }
    }
}

impl StoredSettings {
    /// Reads settings of this or an earlier version.
    ///
    /// # Errors
    /// When the text is no JSON, the version is unknown, or a key does not hold what it should; the error names
    /// the key.
    pub fn from_json(text: &str) -> Result<Self, SettingsError> {
        StoredSettings::read(&value_of(text)?).map_err(|error| SettingsError::shape(&error))
    }

    /// Reads settings of the current version.
    pub(super) fn read(value: &Value) -> Result<Self, ReadError> {
        json::read(value)
    }

    /// The same as JSON, which [`StoredSettings::from_json`] reads back.
    #[must_use]
    pub fn to_json(&self) -> Value {
        // Cannot fail: every map key here is a string. Null would be noticed and set aside by the next reading. The way
        // over text costs a second reading and spares every type a second writer.
        json::parse(&self.to_text()).unwrap_or(Value::Null)
    }

    /// The same as text, as a file holds it.
    #[must_use]
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Whether the user has switched this site off.
    #[must_use]
    pub fn is_site_off(&self, site: &str) -> bool {
        self.sites_off.iter().any(|off| off == site)
    }

    /// Stops checking on a site.
    pub fn switch_site_off(&mut self, site: &str) {
        if !self.is_site_off(site) {
            self.sites_off.push(site.to_owned());
        }
    }

    /// Checks on a site again.
    pub fn switch_site_on(&mut self, site: &str) {
        self.sites_off.retain(|off| off != site);
    }
}

/// A text as settings of the current version, whose keys nobody has looked at.
pub(super) fn value_of(text: &str) -> Result<Value, SettingsError> {
    migrate(json::parse(text).map_err(|error| SettingsError::syntax(&error))?)
}
