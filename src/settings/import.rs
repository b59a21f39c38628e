//! Settings out of a file, all or none, and into one.

use super::error::SettingsError;
use super::fault::{Fault, Problem};
use super::sift::{Sifted, sift};
use super::stored::{StoredSettings, value_of};

/// The largest text that is read as settings, in UTF-8 bytes; browsers store little more.
pub const LARGEST_IMPORT: u32 = 2_000_000;

impl StoredSettings {
    /// Settings out of a file of this or an earlier release.
    ///
    /// # Errors
    /// Every fault with its place; then nothing of the file may be used.
    pub fn import(json: &str) -> Result<Self, Vec<Fault>> {
        if json.len() > LARGEST_IMPORT as usize {
            return Err(vec![Fault::at("", Problem::TooLarge).saying(json.len().to_string())]);
        }
        let value = value_of(json).map_err(|error| vec![Fault::from(&error)])?;
        let Sifted { settings, faults, .. } = sift(value);
        if faults.is_empty() { Ok(settings) } else { Err(faults) }
    }
}

impl From<&SettingsError> for Fault {
    fn from(error: &SettingsError) -> Self {
        let problem = if error.is_newer_version() {
            Problem::NewerVersion
        } else if error.is_syntax() {
            Problem::NotJson
        } else {
            Problem::NotSettings
        };
        Fault::at("", problem).saying(error.detail())
    }
}
