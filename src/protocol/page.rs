//! What a page is asked and tells outside its port: for the popup, the shortcuts and the badge.
//!
//! A port exists only while a page has a composer. The popup and the shortcuts must reach a page without one, and
//! a page must be able to say that it is not checking; both go through one-off messages.

use serde::{Deserialize, Serialize};

use super::request::ActiveAccount;

/// What the popup or the background asks of a page, through `tabs.sendMessage`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum PageAsk {
    /// Say how things stand; answered with a [`PageState`].
    Describe,
    /// Open the card of the finding at the caret, or of the first one. Not answered.
    OpenCard,
    /// Open the card of the finding after the one that is open, or after the caret. Not answered.
    NextFinding,
}

/// How things stand in a page: the answer to [`PageAsk::Describe`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub struct PageState {
    /// The site's id.
    pub site: String,
    /// What people call the site.
    pub site_name: String,
    /// Whether it is checking.
    pub checking: Checking,
    /// The account a post would come from; `null` when no composer is open.
    pub account: Option<ActiveAccount>,
    /// Open findings in all composers of the page.
    pub findings: u32,
}

/// What a page tells the background without being asked, through `runtime.sendMessage`. Not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
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
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum Checking {
    /// A composer is open and is being checked.
    Checking,
    /// The user has switched this site off.
    Paused,
    /// The site is known, its composer was not recognised.
    NotCheckingHere,
    /// The site is known and no composer is open.
    NoComposer,
    /// The background does not answer.
    EngineSilent,
}
