//! The signals of a text in order of place, with indexes by token.

use super::ranked::ranked;
use super::signal::{Signal, SignalKind};

/// All signals, by first token, then end, then kind.
#[derive(Debug, Default)]
pub(crate) struct Signals {
    all: Vec<Signal>,
    /// How many signals begin before each token, and before the end.
    before: Vec<u32>,
    /// What begins at each token, at a glance.
    glances: Vec<Glance>,
}

/// One bit for every 64th kind: tells of most kinds that they are not there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Glance(u64);

impl Glance {
    /// The glance at one kind.
    #[inline]
    const fn at(kind: SignalKind) -> Glance {
        Glance(1 << (kind.0 & 63))
    }

    /// The glance at several kinds.
    pub(crate) const fn over(kinds: &[SignalKind]) -> Glance {
        let mut glance = Glance(0);
        let mut rest = kinds;
        while let Some((kind, others)) = rest.split_first() {
            glance.0 |= Glance::at(*kind).0;
            rest = others;
        }
        glance
    }

    #[inline]
    fn meets(self, other: Glance) -> bool {
        self.0 & other.0 != 0
    }
}

impl Signals {
    /// Brings in more, which are in order, in a text of so many tokens.
    pub(crate) fn add(&mut self, mut more: Vec<Signal>, tokens: usize) {
        debug_assert!(rises(&more), "signals come in order, each once");
        if !self.all.is_empty() {
            more.retain(|signal| !self.holds(signal));
        }
        self.glances.resize(tokens, Glance::default());
        for signal in &more {
            if let Some(glance) = self.glances.get_mut(signal.first as usize) {
                glance.0 |= Glance::at(signal.kind).0;
            }
        }
        self.before.resize(tokens + 1, 0);
        if self.all.is_empty() {
            self.count(&more);
            self.all = more;
        } else if !more.is_empty() {
            self.merge(&more);
            self.count(&more);
        }
    }

    /// Brings `more`, which is in order, among those that are there: from the back, so that what stands before the
    /// first of `more` stays where it is.
    fn merge(&mut self, more: &[Signal]) {
        let mut rest = self.all.len();
        self.all.extend_from_slice(more);
        for (left, signal) in more.iter().enumerate().rev() {
            let place = order(signal);
            let begin = self.before.get(signal.first as usize + 1).map_or(rest, |end| *end as usize);
            let behind = self.all.get(..begin.min(rest)).unwrap_or_default();
            let at = behind.iter().rposition(|other| order(other) < place).map_or(0, |last| last + 1);
            self.all.copy_within(at..rest, at + left + 1);
            if let Some(slot) = self.all.get_mut(at + left) {
                *slot = *signal;
            }
            rest = at;
        }
    }

    /// Counts `more`, which is in order, in how many begin before each token.
    fn count(&mut self, more: &[Signal]) {
        let mut rest = self.before.as_mut_slice();
        let mut at = 0;
        for (passed, signal) in (0_u32..).zip(more) {
            // The signal begins before the tokens behind its first.
            let behind = signal.first + 1;
            let Some((here, others)) = rest.split_at_mut_checked((behind - at) as usize) else { return };
            here.iter_mut().for_each(|count| *count += passed);
            (rest, at) = (others, behind);
        }
        let all = u32::try_from(more.len()).unwrap_or(u32::MAX);
        rest.iter_mut().for_each(|count| *count += all);
    }

    /// All of them.
    pub(crate) fn all(&self) -> &[Signal] {
        &self.all
    }

    /// Those that begin at a token.
    #[inline]
    pub(crate) fn starting_at(&self, token: u32) -> &[Signal] {
        let at = token as usize;
        match (self.before.get(at), self.before.get(at + 1)) {
            (Some(start), Some(end)) => self.all.get(*start as usize..*end as usize).unwrap_or_default(),
            _ => &[],
        }
    }

    /// Those that begin among the tokens from `first` up to `end`.
    pub(crate) fn between(&self, first: u32, end: u32) -> &[Signal] {
        let from = self.before.get(first as usize).map_or(self.all.len(), |at| *at as usize);
        let to = self.before.get(end as usize).map_or(self.all.len(), |at| *at as usize);
        self.all.get(from..to).unwrap_or_default()
    }

    /// The end of the one of that kind that begins at a token.
    #[inline]
    pub(crate) fn end_of(&self, token: u32, kind: SignalKind) -> Option<u32> {
        if !self.may_begin(token, Glance::at(kind)) {
            return None;
        }
        self.starting_at(token).iter().find(|signal| signal.kind == kind).map(|signal| signal.end)
    }

    /// Whether, at a glance, one of some kinds may begin at a token.
    #[inline]
    pub(crate) fn may_begin(&self, token: u32, kinds: Glance) -> bool {
        self.glances.get(token as usize).is_some_and(|glance| glance.meets(kinds))
    }

    fn holds(&self, signal: &Signal) -> bool {
        self.may_begin(signal.first, Glance::at(signal.kind))
            && self.starting_at(signal.first).contains(signal)
    }
}

/// Whether each of `signals` stands behind the one before.
fn rises(signals: &[Signal]) -> bool {
    let mut last = None;
    signals.iter().all(|signal| last.replace(order(signal)) < Some(order(signal)))
}

/// The same signals in order, each once.
pub(crate) fn in_order(signals: Vec<Signal>) -> Vec<Signal> {
    if rises(&signals) {
        return signals;
    }
    let mut signals = ranked(signals, |signal| u128::from(order(signal)));
    signals.dedup();
    signals
}

/// By first token, then end, then kind, in one number. No term is nearly as long as 65,535 tokens, and the order of two
/// quotations that are does not matter.
pub(crate) fn order(signal: &Signal) -> u64 {
    let length = signal.end.saturating_sub(signal.first).min(0xffff);
    u64::from(signal.first) << 32 | u64::from(length) << 16 | u64::from(signal.kind.0)
}
