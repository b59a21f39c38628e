//! Recognizers say what a text contains; whether that is wrong is the rules' business.
//!
//! Each reads the lexicon signals and tokens of one passage and gives further signals. They run in the order of
//! [`recognize`]: a later one may look at what an earlier one found. What depends on the rest of the draft comes last,
//! by [`settle`].

mod addresses;
mod ages;
mod answer;
mod check_digits;
mod dates;
mod frame;
mod identifiers;
mod known_names;
mod labels;
mod marks;
mod name_company;
mod name_parts;
mod names;
mod network;
mod note_dates;
mod note_places;
mod number_parts;
mod numbers;
mod office;
mod past;
mod patients;
mod people;
mod places;
mod postcodes;
mod record_numbers;
mod rooms;
mod segments;
mod usernames;

pub(super) use check_digits::Check;
pub(super) use frame::{holds_risks, is_about_a_patient};
pub(super) use identifiers::{Identifiers, Shape};
pub(super) use labels::{Labels, is_record};
pub(super) use office::Office;

use super::reading::Reading;
use super::setting::Setting;
use super::signal::{Signal, SignalKind};
use super::tables::kind;

/// An address of the practice has at most so many tokens.
const LONGEST_ADDRESS: u32 = 24;
/// Room for as many signals as most posts give.
const FEW: usize = 16;

/// Adds everything that a passage says by itself.
pub(super) fn recognize(reading: &mut Reading<'_>, identifiers: &Identifiers, office: &Office) {
    let mut found = Vec::with_capacity(FEW);
    marks::recognize(reading, &mut found);
    office.recognize(reading, &mut found);
    dates::recognize(reading, &mut found);
    numbers::recognize(reading, &mut found);
    past::recognize(reading, &mut found);
    answer::recognize(reading, &mut found);
    identifiers.recognize(reading, office, &mut found);
    network::recognize(reading, &mut found);
    usernames::recognize(reading, &mut found);
    segments::recognize(reading, &mut found);
    reading.add(found);
    let mut found = Vec::with_capacity(FEW);
    names::recognize(reading, &mut found);
    people::recognize(reading, &mut found);
    patients::recognize(reading, &mut found);
    addresses::recognize(reading, &mut found);
    places::recognize(reading, &mut found);
    found.retain(|signal| !is_own_place(signal, reading));
    reading.add(found);
}

/// The practice's own address says nothing of a patient.
fn is_own_place(signal: &Signal, reading: &Reading<'_>) -> bool {
    let is_own = |own: &Signal| own.kind == kind::OFFICE_CONTACT && signal.first < own.end;
    [kind::STREET_ADDRESS, kind::NAMED_PLACE].contains(&signal.kind)
        && reading.between(signal.first.saturating_sub(LONGEST_ADDRESS), signal.end).iter().any(is_own)
}

/// Adds what a passage says because of where it stands in the draft; whether that is anything.
pub(super) fn settle(reading: &mut Reading<'_>, setting: &Setting, office: &Office) -> bool {
    let mut found = Vec::new();
    frame::recognize(reading, setting, office, &mut found);
    marks::mark_opening(reading, setting, &mut found);
    marks::mark_length(reading, setting, &mut found);
    if found.is_empty() {
        return false;
    }
    reading.add(found);
    true
}

fn signal(kind: SignalKind, first: u32, end: u32) -> Signal {
    Signal { kind, first, end }
}
