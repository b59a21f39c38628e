//! A signal without another that should go with it.

use super::{Match, stands_within};
use crate::engine::matcher::Scope;
use crate::engine::signal::{Signal, SignalKind};
use crate::engine::view::View;

/// The signal itself, when nothing of `without` stands in scope.
pub(super) fn find(
    without: &[SignalKind],
    within: Scope,
    woken_by: &Signal,
    view: &View<'_>,
) -> Option<Match> {
    let there = stands_within(without, within, woken_by.first, view);
    (!there).then(|| Match::plain(woken_by.first, woken_by.end))
}
