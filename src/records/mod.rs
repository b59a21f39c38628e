//! What a practice keeps of its decisions, without content: records of holds and overrides, and its authorizations.
//!
//! Off unless somebody switches it on. Invariant: nothing here holds text, a name, an account's handle or a digest of
//! any of them; a record says which rule spoke, where and when, and what was decided. Pure: the time is passed in.

mod book;
mod calendar;
mod consent;
mod consent_list;
mod export;
mod record;

pub use book::{MOST_RECORDS, RecordBook};
pub use calendar::{Day, DayError, Minute};
pub use consent::{Channel, ConsentEntry, ConsentFault, ConsentRecord, Purpose};
pub use consent_list::{ConsentDoubt, ConsentList, ListedConsent, MOST_CONSENTS};
pub use export::ExportFormat;
pub use record::{Decision, DismissalReach, OverrideReason, Record, Subject};
