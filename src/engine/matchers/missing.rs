//! A signal without another that should go with it.

use super::{Match, scope};
use crate::engine::matcher::Scope;
use crate::engine::reading::Reading;
use crate::engine::signal::{Signal, SignalKind};

/// The signal itself, when nothing of `without` stands in scope.
pub(super) fn find(
    without: &[SignalKind],
    within: Scope,
    woken_by: &Signal,
    reading: &Reading<'_>,
) -> Option<Match> {
    let (first, end) = scope(within, woken_by.first, reading);
    let there = reading.between(first, end).iter().any(|other| without.contains(&other.kind));
    (!there).then(|| Match::plain(woken_by.first, woken_by.end))
}
