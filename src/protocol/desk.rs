//! What the extension's own pages (popup, options and the like) and the background say to each other.
//!
//! A page opens one port. The background answers at once with how things stand, says so again whenever that changes,
//! and does what it is asked: pages show and send, every decision is made here. Only pages of the extension are let in.

use serde::{Deserialize, Serialize};

use super::records::{RecordsAnswer, RecordsAsk};
use super::reply::CheckedFinding;
use super::request::ActiveAccount;
use crate::coach::{Rewording, WordList};
use crate::engine::{Context, RuleCard, SendDecision};
use crate::settings::{
    Change, Fault, KnownAccount, OwnPhrase, PhoneEntry, RuleRange, StoredSettings, Switch,
};

/// The name that the extension's own pages give their port.
pub const DESK_NAME: &str = "desk";

/// One message of a page of the extension.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(tag = "kind"))]
pub enum DeskRequest {
    /// Change the settings; answered with `done`, `refused` or `failed`.
    Change {
        /// Grows by one with every question of this port.
        id: u32,
        /// What to change.
        change: Change,
    },
    /// Put the settings of a file in place of all there are; answered with `done`, `refused` or `failed`.
    Import {
        /// Grows by one with every question of this port.
        id: u32,
        /// The file's text.
        text: String,
    },
    /// Say the settings as a file holds them; answered with `exported` or `failed`.
    Export {
        /// Grows by one with every question of this port.
        id: u32,
    },
    /// Say whether words can be added to the practice's own; answered with `judged`.
    JudgePhrase {
        /// Grows by one with every question of this port.
        id: u32,
        /// The words.
        phrase: OwnPhrase,
    },
    /// Check a text that somebody has pasted to see what becomes of it; answered with `tried` or `refused`.
    Try {
        /// Grows by one with every question of this port.
        id: u32,
        /// The text.
        text: String,
        /// Where it is meant to stand.
        context: Context,
    },
    /// Say what is known of a tab and of its site; answered with `tab`.
    LookAtTab {
        /// Grows by one with every question of this port.
        id: u32,
        /// The browser's number of the tab.
        tab: i32,
        /// The id of its site; `null` where no page answers.
        site: Option<String>,
        /// The account that a post would come from; `null` when no composer is open.
        account: Option<ActiveAccount>,
    },
    /// Pause a tab until it closes, or take it up again; answered with `done`.
    SwitchTab {
        /// Grows by one with every question of this port.
        id: u32,
        /// The browser's number of the tab.
        tab: i32,
        /// Whether what is written there is checked.
        switched: Switch,
    },
    /// Put words for a patient more plainly; answered with `reworded`.
    Reword {
        /// Grows by one with every question of this port.
        id: u32,
        /// What would be said.
        text: String,
        /// What to look for, and what to say instead.
        lists: Vec<WordList>,
    },
    /// Something about records or authorizations; answered with `records`.
    Records {
        /// Grows by one with every question of this port.
        id: u32,
        /// What.
        ask: RecordsAsk,
    },
    /// The person has read that settings were set aside. Not answered.
    CloseNotice,
}

/// One message of the background to a page of the extension.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum DeskReply {
    /// Sent once when a port opens.
    Ready {
        /// Every rule.
        catalog: Vec<RuleCard>,
        /// What may be decided of each.
        ranges: Vec<RuleRange>,
    },
    /// How the settings are; sent when they are known and after each change, whoever made it.
    Settings {
        /// All of them, as they count: what the organization has set, too.
        settings: Box<StoredSettings>,
        /// What of them cannot be used.
        faults: Vec<Fault>,
        /// The paths of those that only the organization can change.
        locks: Vec<String>,
        /// What is wrong with the organization's policy.
        policy_faults: Vec<Fault>,
        /// How far the office's phone number is.
        phone: PhoneEntry,
        /// What was wrong with settings that had to be set aside, until the person has read it.
        notice: Option<String>,
    },
    /// A change has been stored.
    Done {
        /// The request it answers.
        id: u32,
    },
    /// The request cannot be granted, and nothing has changed.
    Refused {
        /// The request it answers.
        id: u32,
        /// Why not, all of it.
        faults: Vec<Fault>,
    },
    /// The browser refused to store a change.
    Failed {
        /// The request it answers.
        id: u32,
        /// Whether its store is full.
        is_full: bool,
    },
    /// The settings as a file holds them.
    Exported {
        /// The request it answers.
        id: u32,
        /// The file's text.
        text: String,
    },
    /// Whether words can be added.
    Judged {
        /// The request it answers.
        id: u32,
        /// What keeps them from it; places are those of the phrase.
        faults: Vec<Fault>,
    },
    /// What was found in a pasted text.
    Tried {
        /// The request it answers.
        id: u32,
        /// What was found, by place.
        findings: Vec<CheckedFinding>,
        /// Whether it might be posted.
        decision: SendDecision,
    },
    /// What is known of a tab and of its site.
    Tab {
        /// The request it answers.
        id: u32,
        /// Whether the person has paused the tab.
        is_paused: bool,
        /// Whether a draft in it is checked and may go out unheld, as nothing that posts it is recognized.
        is_unguarded: bool,
        /// The active account, then every other that was answered for or seen since the browser started.
        accounts: Vec<KnownAccount>,
    },
    /// What could be said more plainly.
    Reworded {
        /// The request it answers.
        id: u32,
        /// How.
        rewording: Rewording,
    },
    /// The answer about records or authorizations.
    Records {
        /// The request it answers.
        id: u32,
        /// What it is.
        answer: RecordsAnswer,
    },
    /// The browser refuses to read the settings; the defaults are in use.
    Unreadable,
}
