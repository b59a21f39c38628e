//! From the page to the background.

use serde::{Deserialize, Serialize};

use super::consent::{Authorization, Consent};
use super::doors::Doors;
use crate::engine::{AccountKind, Context, RuleCode};
use crate::records::{Decision, Subject};

/// One message of a content script.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(tag = "kind"))]
pub enum Request {
    /// Check a draft. `context.account` and `context.consent` are ignored: the background looks the account up, and
    /// the consent is what this port has said of it.
    Check {
        /// Grows by one with every check of this port.
        id: u32,
        /// The whole draft.
        text: String,
        /// Where it stands.
        context: Context,
        /// From which account it would be posted.
        account: ActiveAccount,
        /// How it is being typed; `null` once the person pauses or leaves.
        typing: Option<TypingState>,
        /// What shows of the controls that post it; `null` until that is known.
        doors: Option<Doors>,
    },
    /// The user says what an account is.
    SetAccount {
        /// The account.
        account: ActiveAccount,
        /// What it is.
        account_kind: AccountKind,
    },
    /// The user says what is true of the consent to show what is attached, in place of all that was said before on
    /// this port. Answered with a [`Reply::Consent`](super::Reply::Consent).
    ConsentGiven {
        /// All that is true.
        consent: Consent,
    },
    /// What speaks against relying on the authorization that is named in it? Answered with a
    /// [`Reply::ConsentDoubted`](super::Reply::ConsentDoubted); nothing of it is kept.
    CheckConsent {
        /// All that is going to be said.
        consent: Consent,
    },
    /// The user says that flagged words are fine.
    Dismiss {
        /// The rule that flagged them.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        rule: RuleCode,
        /// The words; only a digest of them is kept.
        words: String,
        /// The id of the site that they stand on.
        site: String,
        /// How far the dismissal reaches.
        reach: DismissReach,
    },
    /// Something was decided; a record without content is made where the practice keeps any.
    Decided {
        /// From which account it would have been posted; its handle is not recorded.
        account: ActiveAccount,
        /// What.
        decision: Decision,
        /// The rules that spoke.
        subjects: Vec<Subject>,
        /// The written authorization that was named; only a plain number is recorded.
        authorization: Option<Authorization>,
    },
    /// Look through the words of a reason, which are never kept; answered with `reason-checked`.
    CheckReason {
        /// Grows by one with every such question of this port.
        number: u32,
        /// The words.
        text: String,
    },
}

/// What the page knows of a draft that is being typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TypingState {
    /// Where the newest edit ends, in UTF-16 code units.
    pub at: u32,
    /// What is underlined, by place in the draft as it stands now.
    pub shown: Vec<ShownFinding>,
}

/// A finding that is underlined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ShownFinding {
    /// Its rule.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub rule: RuleCode,
    /// Where its words begin, in UTF-16 code units.
    pub start: u32,
    /// Where they end.
    pub end: u32,
}

/// An account as the page shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ActiveAccount {
    /// The site's id.
    pub site: String,
    /// Handle, page name or opaque id; `null` when the page does not show one.
    pub handle: Option<String>,
}

/// How far a dismissal reaches. "This time" never leaves the page, so it is not listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum DismissReach {
    /// These words under this rule, everywhere.
    TheseWords,
    /// Whatever this rule flags on this site.
    ThisRuleOnThisSite,
}
