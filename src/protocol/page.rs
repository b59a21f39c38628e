//! What a page is asked and tells outside its port: for the popup, the shortcuts and the badge.
//!
//! A port exists only while a page has a composer. The popup and the shortcuts must reach a page without one, and
//! a page must be able to say that it is not checking; both go through one-off messages.

use serde::{Deserialize, Serialize};

use super::request::ActiveAccount;
use crate::engine::{RuleCode, Severity};

/// What the popup or the background asks of a page, through `tabs.sendMessage`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum PageAsk {
    /// Say how things stand; answered with a [`PageState`] by one frame that is not among these. A tab has said all when
    /// nobody answers any more.
    Describe {
        /// The [`PageState::frame`]s that have answered.
        heard: Vec<String>,
    },
    /// Open the card of the finding at the caret, or of the first one. Not answered.
    OpenCard,
    /// Open the card of the finding after the one that is open, or after the caret. Not answered.
    NextFinding,
    /// Take everything of ours off the page if it is at one of these addresses: the person does not allow it there
    /// any longer. Not answered.
    Leave {
        /// Match patterns.
        origins: Vec<String>,
    },
    /// Say what was looked for and found; answered with a [`super::Diagnosis`].
    Diagnose {
        /// The [`PageState::frame`] that is meant.
        frame: String,
    },
    /// Scroll to the box of a finding and open its card, or lead to the note about it. Not answered.
    OpenFinding {
        /// The finding's [`OpenFinding::composer`].
        composer: String,
        /// Its rule.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        rule: RuleCode,
        /// Its [`OpenFinding::start`].
        start: Option<u32>,
    },
}

/// How things stand in a page, or in a frame of it: the answer to [`PageAsk::Describe`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PageState {
    /// A name that this page or frame has drawn for itself.
    pub frame: String,
    /// The site's id.
    pub site: String,
    /// What people call the site.
    pub site_name: String,
    /// The host, where it runs only because the person has allowed that; `null` on a site of the manifest.
    pub granted_host: Option<String>,
    /// Whether it is checking.
    pub checking: Checking,
    /// Whether what is typed now goes into a composer of it.
    pub focused: bool,
    /// The account a post would come from; `null` when no composer is open.
    pub account: Option<ActiveAccount>,
    /// Open findings in all composers of the page, by composer and place.
    pub findings: Vec<OpenFinding>,
}

/// One open finding, as the popup lists it. The popup shows the words and keeps nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct OpenFinding {
    /// In which composer, by a name that its page has drawn for it.
    pub composer: String,
    /// The rule.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub rule: RuleCode,
    /// How grave it is here.
    pub severity: Severity,
    /// Where its words begin, in UTF-16 code units; `null` where they describe what is attached.
    pub start: Option<u32>,
    /// The flagged words.
    pub words: String,
    /// What is wrong with them.
    pub summary: String,
}

/// What a page tells the background without being asked, through `runtime.sendMessage`. Not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(tag = "kind"))]
pub enum PageNotice {
    /// Checking began, stopped or failed; the badge shows it.
    CheckingChanged {
        /// How it is now.
        checking: Checking,
    },
}

/// Whether a page is checking what is typed there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Checking {
    /// A composer is open and is being checked.
    Checking,
    /// The user has switched this site off.
    Paused,
    /// The user has paused this tab.
    TabPaused,
    /// The site is known, its composer was not recognised.
    NotCheckingHere,
    /// The site is known and no composer is open.
    NoComposer,
    /// The background does not answer.
    EngineSilent,
}
