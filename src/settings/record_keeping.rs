//! Whether records of decisions are kept, and for how long.

use serde::{Deserialize, Serialize};

use super::change::Switch;

/// A year.
const USUAL_DAYS: u16 = 365;
/// Ten years: longer than any rule of a practice asks for.
const MOST_DAYS: u16 = 3653;

/// How records are kept. Off unless somebody switches it on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RecordKeeping {
    /// Whether new records are made.
    pub switched: Switch,
    /// For how many days they are kept, from 1 to 3653.
    pub days: u16,
}

impl Default for RecordKeeping {
    fn default() -> Self {
        RecordKeeping { switched: Switch::Off, days: USUAL_DAYS }
    }
}

impl RecordKeeping {
    /// For how many days records are kept, whatever stands in the settings.
    #[must_use]
    pub fn retention(self) -> u16 {
        self.days.clamp(1, MOST_DAYS)
    }
}
