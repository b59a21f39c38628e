//! What an interrupted audit must have in common with the one that goes on from it.

use std::hash::{Hash, Hasher};

use serde::{Deserialize, Serialize};
use siphasher::sip::SipHasher13;

use super::part::Part;
use crate::engine::{AccountKind, Checker};

/// The exports and the settings of one audit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Sitting {
    version: String,
    parts: Vec<(String, u64)>,
    account: AccountKind,
    settings: u64,
}

impl Sitting {
    /// Of these exports under this configuration.
    pub(super) fn of(parts: &[Part], checker: &Checker, account: AccountKind) -> Sitting {
        let mut settings = SipHasher13::new();
        format!("{:?}", checker.config()).hash(&mut settings);
        Sitting {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            parts: parts.iter().map(|part| (part.name.clone(), part.bytes)).collect(),
            account,
            settings: settings.finish(),
        }
    }
}
