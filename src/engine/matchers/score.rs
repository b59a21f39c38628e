//! Details that harm nobody alone and point at one person together.

use super::{Match, scope};
use crate::engine::judge::Side;
use crate::engine::matcher::Scope;
use crate::engine::ranked::ranked;
use crate::engine::signal::{Signal, SignalKind};
use crate::engine::view::View;

/// One point for each group of signals that stands in the scope of the anchor that woke it.
///
/// What is flagged reaches from the first to the last detail of the anchor's own sentence.
pub(super) fn find(
    groups: &[&'static [SignalKind]],
    at_least: u8,
    raise_at: u8,
    within: Scope,
    woken_by: &Signal,
    view: &View<'_>,
) -> Option<Match> {
    let reading = view.reading;
    let (first, end) = scope(within, woken_by.first, reading);
    let mut evidence: Vec<&Signal> = Vec::new();
    let mut distant = Vec::new();
    for group in groups {
        if let Some(signal) = reading.first_of(group, first, end) {
            evidence.push(signal);
        } else if view.holds_before(within, woken_by.first, group) {
            distant.push((*group, Side::Before));
        } else if view.holds_behind(within, woken_by.first, group) {
            distant.push((*group, Side::Behind));
        }
    }
    let points = evidence.len() + distant.len();
    if points < usize::from(at_least) {
        return None;
    }
    let sentence = reading.place(woken_by.first).sentence;
    let near = evidence.iter().filter(|signal| reading.place(signal.first).sentence == sentence);
    let (from, to) = near.fold((woken_by.first, woken_by.end), |(from, to), signal| {
        (from.min(signal.first), to.max(signal.end))
    });
    let graver = points >= usize::from(raise_at);
    let evidence = evidence.into_iter().copied().collect();
    let mut evidence: Vec<Signal> =
        ranked(evidence, |signal| u128::from(signal.first) << 32 | u128::from(signal.end));
    evidence.dedup_by_key(|signal| (signal.first, signal.end));
    Some(Match { first: from, end: to, evidence, distant, graver })
}
