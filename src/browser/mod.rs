//! The browser as this extension sees it: a thin, typed layer over `chrome.*` and locks. WASM only.
//!
//! Invariant: nothing here decides anything about a draft.

mod action;
mod background_task;
mod clock;
mod commands;
mod console;
mod error;
mod grants;
mod i18n;
mod kept;
mod lock;
mod lull;
mod managed_policy;
mod plain;
mod port;
mod random;
mod runtime;
mod settings_store;
mod storage;
mod tabs;

pub(crate) use action::{Icon, show_badge, show_icon, show_title};
pub(crate) use background_task::go_on_with;
pub(crate) use clock::{now, today};
pub(crate) use commands::Command;
pub(crate) use console::{Kind, warn};
pub(crate) use error::BrowserError;
pub(crate) use grants::{Origins, register_granted, run_in_open_tabs};
pub(crate) use i18n::message;
pub(crate) use kept::{change, load};
pub(crate) use lull::Lull;
pub(crate) use managed_policy::managed_policy;
pub(crate) use plain::from_plain;
pub(crate) use port::Port;
pub(crate) use random::random_key;
pub(crate) use runtime::tell_popup;
pub(crate) use settings_store::{SettingsNotice, SettingsStore, changes_settings};
pub(crate) use storage::{load_session, store_session};
pub(crate) use tabs::{TabId, open_tab, sender_tab, tab_numbered, tab_of, tabs_at, tell_page};
