//! What an organization sets for everybody, read from the browser's managed policy.
//!
//! A policy has two parts, each in the shape of an export: `locked` counts whatever a person has set, and cannot be
//! changed; `suggested` counts where a person has set nothing. What cannot be used in a policy is named and left out,
//! and the rest counts. Invariant: a policy cannot do what a person may not, such as switch off a rule that stops posts.

use serde_json::{Map, Value};

use super::accounts::Accounts;
use super::change::Change;
use super::fault::{Fault, Problem};
use super::migrate::migrate;
use super::sift::{Sifted, sift};
use super::stored::{CURRENT_VERSION, StoredSettings};

/// An organization's policy.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Managed {
    locked: Part,
    suggested: Part,
    faults: Vec<Fault>,
}

/// One part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Part {
    /// What it sets, and nothing else. Accounts stand apart: each is a setting of its own.
    value: Value,
    accounts: Accounts,
}

impl Default for Part {
    fn default() -> Self {
        Part { value: Map::new().into(), accounts: Accounts::default() }
    }
}

impl Managed {
    /// Reads a policy; whatever is wrong with it is in [`Managed::faults`].
    #[must_use]
    pub fn read(policy: Value) -> Self {
        let mut managed = Managed::default();
        let Value::Object(parts) = policy else {
            managed.faults.push(Fault::at("", Problem::NotSettings));
            return managed;
        };
        for (name, value) in parts {
            let part = match name.as_str() {
                "locked" => &mut managed.locked,
                "suggested" => &mut managed.suggested,
                _ => {
                    managed.faults.push(Fault::at(name, Problem::Misplaced));
                    continue;
                }
            };
            let (read, faults) = Part::read(value);
            *part = read;
            let placed = |fault: Fault| {
                let dot = if fault.path.is_empty() { "" } else { "." };
                Fault { path: format!("{name}{dot}{}", fault.path), ..fault }
            };
            managed.faults.extend(faults.into_iter().map(placed));
        }
        managed
    }

    /// What is wrong with the policy.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// The settings that count where a person has stored `own`.
    #[must_use]
    pub fn over(&self, own: &StoredSettings) -> StoredSettings {
        if self.locked == Part::default() && self.suggested == Part::default() {
            return own.clone();
        }
        let mut value = self.suggested.value.clone();
        overlay(&mut value, set_parts(own.to_json()));
        overlay(&mut value, self.locked.value.clone());
        if let Value::Object(keys) = &mut value {
            keys.insert("version".to_owned(), CURRENT_VERSION.into());
        }
        // Cannot fail: all three have been read before.
        let mut settings = StoredSettings::read(&value).unwrap_or_else(|_| own.clone());
        settings.accounts =
            self.locked.accounts.clone().before(&own.accounts).before(&self.suggested.accounts);
        settings
    }

    /// The paths of all settings that nobody but the organization can change, such as `office.phone`.
    #[must_use]
    pub fn locks(&self) -> Vec<String> {
        let mut locks = Vec::new();
        leaves(String::new(), &self.locked.value, &mut locks);
        let account = |known: &super::KnownAccount| format!("accounts.{}/{}", known.site, known.name());
        locks.extend(self.locked.accounts.iter().map(account));
        locks
    }

    /// Lets a change to a list begin with what the organization suggests, where the person has no list of their own.
    pub fn found_on(&self, own: &mut StoredSettings, change: &Change) {
        let counting = self.over(own);
        match change.path().as_str() {
            "words" => own.words = counting.words,
            "sites_off" => own.sites_off = counting.sites_off,
            _ => {}
        }
    }

    /// Why a change cannot be made, when the organization has set what it changes.
    #[must_use]
    pub fn refusal(&self, change: &Change) -> Option<Fault> {
        let path = change.path();
        let is_locked = |lock: &String| {
            path == *lock || path.strip_prefix(lock.as_str()).is_some_and(|rest| rest.starts_with('.'))
        };
        self.locks().iter().any(is_locked).then(|| Fault::at(path, Problem::Locked))
    }
}

impl Part {
    fn read(value: Value) -> (Part, Vec<Fault>) {
        let value = match value {
            Value::Object(mut keys) => {
                keys.entry("version").or_insert_with(|| CURRENT_VERSION.into());
                migrate(Value::Object(keys))
            }
            other => migrate(other),
        };
        let Sifted { settings, value, faults } = match value {
            Ok(value) => sift(value),
            Err(error) => return (Part::default(), vec![Fault::from(&error)]),
        };
        let Value::Object(mut keys) = value else { return (Part::default(), faults) };
        keys.remove("version");
        keys.remove("accounts");
        (Part { value: keys.into(), accounts: settings.accounts }, faults)
    }
}

/// Lays values over others: objects key by key, everything else as a whole.
fn overlay(below: &mut Value, above: Value) {
    match (below, above) {
        (Value::Object(below), Value::Object(above)) => {
            for (key, value) in above {
                overlay(below.entry(key).or_insert(Value::Null), value);
            }
        }
        (below, above) => *below = above,
    }
}

/// Settings without what has not been set.
fn set_parts(value: Value) -> Value {
    let is_set = |value: &Value| match value {
        Value::Null => false,
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(list) => !list.is_empty(),
        _ => true,
    };
    match value {
        Value::Object(keys) => {
            // Key by key: collecting sorts, and sorting is code for each type.
            let mut set = Map::new();
            for (key, value) in keys.into_iter().filter(|(_, value)| is_set(value)) {
                set.insert(key, set_parts(value));
            }
            Value::Object(set)
        }
        other => other,
    }
}

fn leaves(path: String, value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(keys) => {
            for (key, value) in keys {
                let dot = if path.is_empty() { "" } else { "." };
                leaves(format!("{path}{dot}{key}"), value, found);
            }
        }
        _ => found.push(path),
    }
}
