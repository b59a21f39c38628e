//! All records, in a bounded space, for as long as the practice wants to keep them.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

use super::calendar::Minute;
use super::record::Record;

/// When there are more, the oldest go: about a megabyte of the browser's storage.
pub const MOST_RECORDS: usize = 5000;

pub(super) const CURRENT_VERSION: u32 = 1;
const MINUTES_A_DAY: u32 = 24 * 60;

/// The records, oldest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordBook {
    #[serde(deserialize_with = "current_version")]
    version: u32,
    records: Vec<Record>,
}

impl Default for RecordBook {
    fn default() -> Self {
        RecordBook { version: CURRENT_VERSION, records: Vec::new() }
    }
}

impl RecordBook {
    /// Oldest first.
    #[must_use]
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// Adds records behind the others; where there are too many, the oldest go.
    pub fn append(&mut self, records: impl IntoIterator<Item = Record>) {
        self.records.extend(records);
        let surplus = self.records.len().saturating_sub(MOST_RECORDS);
        self.records.drain(..surplus);
    }

    /// Takes away what is older than so many days; answers whether there was any.
    pub fn expire(&mut self, now: Minute, days: u16) -> bool {
        let oldest = now.0.saturating_sub(u32::from(days) * MINUTES_A_DAY);
        let before = self.records.len();
        self.records.retain(|record| record.at.0 >= oldest);
        self.records.len() < before
    }
}

/// Reads a version, which has to be the only one there has been.
pub(super) fn current_version<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    match u32::deserialize(deserializer)? {
        CURRENT_VERSION => Ok(CURRENT_VERSION),
        found => {
            Err(D::Error::custom(format_args!("version {found} is not {CURRENT_VERSION}; update Chaperone")))
        }
    }
}
