//! Where each kind of signal stands, for matchers that look over a whole paragraph or draft.

use super::signal::{Signal, SignalKind};

/// All signals of a reading, by kind and then by place.
#[derive(Debug)]
pub(crate) struct Occurrences(Vec<Signal>);

impl Occurrences {
    /// Sorts `signals` by kind.
    pub(crate) fn new(signals: &[Signal]) -> Self {
        let mut by_kind = signals.to_vec();
        by_kind.sort_unstable_by_key(|signal| (signal.kind, signal.first, signal.end));
        Occurrences(by_kind)
    }

    /// The signals of `kind` that begin among the tokens from `first` up to `end`, in order.
    pub(crate) fn of(&self, kind: SignalKind, first: u32, end: u32) -> &[Signal] {
        let from = self.0.partition_point(|signal| (signal.kind, signal.first) < (kind, first));
        let to = self.0.partition_point(|signal| (signal.kind, signal.first) < (kind, end));
        self.0.get(from..to).unwrap_or(&[])
    }
}
