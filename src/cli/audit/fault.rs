//! A record that could not be read.

use serde::{Deserialize, Serialize};

/// Which record, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Fault {
    /// The part's name.
    pub(super) part: String,
    /// Its place in the part, from 1.
    pub(super) record: u64,
    /// What is wrong with it.
    pub(super) what: String,
}
