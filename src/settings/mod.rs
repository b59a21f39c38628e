//! What a user has set: read from JSON, brought up to the current version, resolved for the engine.
//!
//! The extension keeps it in the browser's storage and the command line reads it from a file; both through
//! [`StoredSettings::from_json`]. Invariant: nothing typed into a draft is ever kept here, dismissed words only as
//! keyed digests. Invariant: reading never panics and never throws a value away; whoever reads decides what
//! becomes of one that cannot be read.

mod accounts;
mod change;
mod dismissed;
mod error;
mod fault;
mod import;
mod managed;
mod migrate;
mod own_phrase;
mod phone;
mod record_keeping;
mod resolve;
mod rule_choice;
mod sift;
mod soundness;
mod stored;

pub use accounts::{Accounts, KnownAccount};
pub use change::{Change, OfficeField, Switch};
pub use dismissed::{AllowKey, Dismissed, DismissedRule, DismissedWords};
pub use error::SettingsError;
pub use fault::{Fault, Problem};
pub use import::LARGEST_IMPORT;
pub use managed::Managed;
pub use own_phrase::{OwnPhrase, Treatment};
pub use phone::{FEWEST_PHONE_DIGITS, PhoneEntry};
pub use record_keeping::RecordKeeping;
pub use rule_choice::{RuleChoice, RuleRange};
pub use stored::{CURRENT_VERSION, StoredSettings};
