//! A signal in the scope of another.

use super::{Match, scope};
use crate::engine::matcher::Scope;
use crate::engine::signal::{Signal, SignalKind};
use crate::engine::view::View;

/// The signal itself, when one of `of`, and one of `and` where any is given, stands in scope.
///
/// A signal that covers the same words does not count: a name is not near itself.
pub(super) fn find(
    of: &[SignalKind],
    and: &[SignalKind],
    within: Scope,
    woken_by: &Signal,
    view: &View<'_>,
) -> Option<Match> {
    let stands = |kinds: &[SignalKind]| stands_apart(kinds, within, woken_by, view);
    (stands(of) && (and.is_empty() || stands(and))).then(|| Match::plain(woken_by.first, woken_by.end))
}

fn stands_apart(kinds: &[SignalKind], within: Scope, woken_by: &Signal, view: &View<'_>) -> bool {
    if view.holds_outside(within, woken_by.first, kinds) {
        return true;
    }
    let reading = view.reading;
    let apart = |other: &Signal| other.end <= woken_by.first || other.first >= woken_by.end;
    match within {
        Scope::Paragraph | Scope::Draft => {
            let (first, end) = scope(within, woken_by.first, reading);
            kinds.iter().filter(|kind| reading.present().contains(**kind)).any(|kind| {
                // If neither the first nor the last stands apart, all between them cover the same words.
                let mut others = reading.of_kind(*kind, first, end);
                others.next().is_some_and(apart) || others.next_back().is_some_and(apart)
            })
        }
        Scope::Clause | Scope::Sentence | Scope::Words(_) => {
            let sentence = reading.place(woken_by.first).sentence;
            if !reading.in_sentence(sentence).contains_any(kinds) {
                return false;
            }
            let (first, end) = scope(within, woken_by.first, reading);
            reading.between(first, end).iter().any(|other| apart(other) && kinds.contains(&other.kind))
        }
    }
}
