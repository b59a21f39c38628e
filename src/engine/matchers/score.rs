//! Details that harm nobody alone and point at one person together.

use super::{Match, scope};
use crate::engine::matcher::Scope;
use crate::engine::reading::Reading;
use crate::engine::signal::{Signal, SignalKind};

/// One point for each group of signals that stands in the scope of the anchor that woke it.
///
/// What is flagged reaches from the first to the last detail of the anchor's own sentence.
pub(super) fn find(
    groups: &[&[SignalKind]],
    at_least: u8,
    raise_at: u8,
    within: Scope,
    woken_by: &Signal,
    reading: &Reading<'_>,
) -> Option<Match> {
    let (first, end) = scope(within, woken_by.first, reading);
    let inside = reading.between(first, end);
    let evidence: Vec<&Signal> =
        groups.iter().filter_map(|group| inside.iter().find(|signal| group.contains(&signal.kind))).collect();
    if evidence.len() < usize::from(at_least) {
        return None;
    }
    let sentence = reading.place(woken_by.first).sentence;
    let near = evidence.iter().filter(|signal| reading.place(signal.first).sentence == sentence);
    let (from, to) = near.fold((woken_by.first, woken_by.end), |(from, to), signal| {
        (from.min(signal.first), to.max(signal.end))
    });
    let graver = evidence.len() >= usize::from(raise_at);
    let mut evidence: Vec<Signal> = evidence.into_iter().copied().collect();
    evidence.sort_unstable_by_key(|signal| (signal.first, signal.end));
    evidence.dedup_by_key(|signal| (signal.first, signal.end));
    Some(Match { first: from, end: to, evidence, graver })
}
