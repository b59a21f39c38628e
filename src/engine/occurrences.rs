//! Where each kind of signal stands, for matchers that look over a whole paragraph or draft.

use super::signal::{Signal, SignalKind};
use super::tables::KIND_WORDS;

/// So many kinds there are at most.
const KINDS: usize = KIND_WORDS * 64;

/// All signals of a reading, by kind and then by place.
#[derive(Debug)]
pub(crate) struct Occurrences {
    by_kind: Vec<Signal>,
    /// Where the signals of each kind end; they begin where those of the kind before end.
    ends: Vec<u32>,
}

impl Occurrences {
    /// Groups `signals`, which stand in order of place, by kind.
    pub(crate) fn new(signals: &[Signal]) -> Self {
        let mut free = vec![0_u32; KINDS + 1];
        for signal in signals {
            if let Some(count) = free.get_mut(usize::from(signal.kind.0) + 1) {
                *count += 1;
            }
        }
        let mut total = 0;
        for count in &mut free {
            total += *count;
            *count = total;
        }
        let mut by_kind = signals.to_vec();
        for signal in signals {
            let place = free.get_mut(usize::from(signal.kind.0));
            let Some(place) = place else { continue };
            if let Some(slot) = by_kind.get_mut(*place as usize) {
                *slot = *signal;
            }
            *place += 1;
        }
        Occurrences { by_kind, ends: free }
    }

    /// The signals of `kind` that begin among the tokens from `first` up to `end`, in order.
    pub(crate) fn of(&self, kind: SignalKind, first: u32, end: u32) -> &[Signal] {
        let at = usize::from(kind.0);
        let until = |at: usize| self.ends.get(at).map_or(0, |end| *end as usize);
        let start = at.checked_sub(1).map_or(0, until);
        let all = self.by_kind.get(start..until(at)).unwrap_or_default();
        let from = all.partition_point(|signal| signal.first < first);
        let to = all.partition_point(|signal| signal.first < end);
        all.get(from..to).unwrap_or_default()
    }
}
