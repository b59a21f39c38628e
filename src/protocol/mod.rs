//! What pages and the background say to each other over their ports. The TypeScript side is generated from here.
//!
//! A content script opens one port per frame once it has found a composer. It numbers its checks; a report carries
//! the number it answers, and the content script drops every report but the newest. Text travels only from the
//! page to the background; offsets, in UTF-16 code units, travel back.

mod answer;
mod consent;
mod desk;
mod diagnosis;
mod doors;
mod page;
mod records;
mod reply;
mod request;

pub use answer::{LONGEST_DRAFT, check_draft, check_reason, checked_findings, is_too_long, safe_answers};
pub use consent::{Authorization, Consent, ConsentRefusal, LONGEST_RECORD};
pub use desk::{DESK_NAME, DeskReply, DeskRequest};
pub use diagnosis::{Diagnosis, Lookup};
pub use doors::Doors;
pub use page::{Checking, OpenFinding, PageAsk, PageNotice, PageState};
pub use records::{RecordsAnswer, RecordsAsk};
pub use reply::{CardFix, CheckedFinding, DeclineReason, ReasonProblem, Reply, SafeAnswer};
pub use request::{ActiveAccount, DismissReach, Request, ShownFinding, TypingState};

/// The name content scripts give their port.
pub const PORT_NAME: &str = "composer";
