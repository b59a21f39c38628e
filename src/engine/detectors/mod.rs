//! Judgements that no other matcher can express, one file each.

mod identifier;

use super::matcher::DetectorKind;
use super::matchers::Match;
use super::reading::Reading;
use super::signal::Signal;

/// What a detector says of the signal that woke it.
pub(super) fn find(detector: DetectorKind, woken_by: &Signal, reading: &Reading<'_>) -> Option<Match> {
    match detector {
        DetectorKind::Identifier => identifier::find(woken_by, reading),
    }
}
