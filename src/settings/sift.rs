//! Parts what is sound in settings of unknown making from what is not, naming every fault.
//!
//! A fault is named and what it lies in taken out, and what is left is read again, until it can be read: so all faults
//! come to light, and what is left is what an organization's policy can still mean.

use serde_json::Value;

use super::fault::{Fault, Problem};
use super::stored::StoredSettings;
use crate::json::Step;

/// So many faults are listed; whoever has more has the wrong file.
const MOST_FAULTS: usize = 50;

/// Settings parted from their faults.
pub(super) struct Sifted {
    /// What is left, read.
    pub(super) settings: StoredSettings,
    /// The same as JSON, with only the keys that were there.
    pub(super) value: Value,
    /// Everything that is wrong.
    pub(super) faults: Vec<Fault>,
}

/// Sifts settings of the current version.
pub(super) fn sift(mut value: Value) -> Sifted {
    let mut faults: Vec<Fault> = Vec::new();
    let mut taken = Taken::default();
    while faults.len() < MOST_FAULTS {
        let (path, fault) = match StoredSettings::read(&value) {
            Ok(settings) => match settings.faults().into_iter().next() {
                None => return Sifted { settings, value, faults },
                Some(fault) => (steps(&fault.path), fault),
            },
            Err(error) => {
                let fault = Fault::at("", Problem::Misplaced).saying(error.problem());
                (error.steps(), fault)
            }
        };
        let original = taken.original(&path);
        // What is missing now because of an earlier fault is no fault of its own.
        let is_consequence = taken.holds_part_of(&original);
        if !is_consequence {
            faults.push(Fault { path: Step::path(&original), ..fault });
        }
        let mut path = path;
        if !take_out(&mut value, &path) {
            // A key with a dot in it cannot be told from two.
            path.truncate(1);
            take_out(&mut value, &path);
        }
        if path.is_empty() {
            return Sifted { settings: StoredSettings::default(), value: Value::Null, faults };
        }
        taken.places.push(original);
    }
    faults.push(Fault::at("", Problem::TooMany));
    Sifted { settings: StoredSettings::default(), value: Value::Null, faults }
}

/// What has been taken out so far, in the places where it first stood.
#[derive(Default)]
struct Taken {
    places: Vec<Vec<Step>>,
}

impl Taken {
    /// Where what stands at `path` now stood at first: entries before it may be gone.
    fn original(&self, path: &[Step]) -> Vec<Step> {
        let mut original: Vec<Step> = Vec::new();
        for step in path {
            original.push(match step {
                Step::Key(key) => Step::Key(key.clone()),
                Step::Index(at) => {
                    let behind = |at: usize, gone: usize| if gone <= at { at + 1 } else { at };
                    Step::Index(self.gone_from(&original).into_iter().fold(*at, behind))
                }
            });
        }
        original
    }

    fn holds_part_of(&self, path: &[Step]) -> bool {
        !path.is_empty() && self.places.iter().any(|place| place.starts_with(path))
    }

    /// Which entries of a list have been taken out, in order.
    fn gone_from(&self, list: &[Step]) -> Vec<usize> {
        let mut gone = Vec::new();
        for place in &self.places {
            if let Some((Step::Index(at), holder)) = place.split_last()
                && holder == list
            {
                gone.insert(gone.partition_point(|other| other < at), *at);
            }
        }
        gone
    }
}

fn take_out(value: &mut Value, path: &[Step]) -> bool {
    let Some((last, way)) = path.split_last() else { return false };
    let holder = way.iter().try_fold(value, |value, step| match step {
        Step::Key(key) => value.get_mut(key),
        Step::Index(at) => value.get_mut(at),
    });
    match (holder, last) {
        (Some(Value::Object(map)), Step::Key(key)) => map.remove(key).is_some(),
        (Some(Value::Array(list)), Step::Index(at)) if *at < list.len() => {
            list.remove(*at);
            true
        }
        _ => false,
    }
}

/// Reads `office.staff[2]`.
fn steps(path: &str) -> Vec<Step> {
    let parts = path.split(['.', '[']).filter(|part| !part.is_empty());
    let step = |part: &str| match part.strip_suffix(']').and_then(|at| at.parse().ok()) {
        Some(at) => Step::Index(at),
        None => Step::Key(part.to_owned()),
    };
    parts.map(step).collect()
}
