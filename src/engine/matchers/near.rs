//! A signal in the scope of another.

use super::{Match, scope};
use crate::engine::matcher::Scope;
use crate::engine::reading::Reading;
use crate::engine::signal::{Signal, SignalKind};

/// The signal itself, when one of `of`, and one of `and` where any is given, stands in scope.
///
/// A signal that covers the same words does not count: a name is not near itself.
pub(super) fn find(
    of: &[SignalKind],
    and: &[SignalKind],
    within: Scope,
    woken_by: &Signal,
    reading: &Reading<'_>,
) -> Option<Match> {
    let (first, end) = scope(within, woken_by.first, reading);
    let others = reading.between(first, end);
    let stands = |kinds: &[SignalKind]| {
        others.iter().any(|other| {
            let apart = other.end <= woken_by.first || other.first >= woken_by.end;
            apart && kinds.contains(&other.kind)
        })
    };
    (stands(of) && (and.is_empty() || stands(and))).then(|| Match::plain(woken_by.first, woken_by.end))
}
