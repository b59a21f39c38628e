//! Eight times the text takes about eight times the time, whatever is pasted.
//!
//! What is measured is the processor's time for this thread, so that it does not matter how busy the machine is.
#![cfg(unix)]

use std::time::Duration;

use chaperone::engine::{AccountKind, Checker, Config, Context, Draft, Surface};
use rustix::time::{ClockId, clock_gettime};

/// Texts that wake many matchers, or have a careless one look through everything again and again.
const PASTED: &[&str] = &[
    "a ",
    "1 ",
    "Marcus ",
    "John, ",
    "John\n",
    "Dr. Smith and ",
    "patient John ",
    "I saw her today. ",
    "before and after, ",
    "don't worry about it. ",
];

/// What a matcher that searches the whole draft finds only at its end.
const TAIL: &str = "\nDischarge summary: MRN 4471920, admitted for chest pain, results may vary.";

const SHORT: usize = 4_000;
const TIMES_LONGER: usize = 8;
/// Between 8, which is linear, and 64, which is quadratic.
const MOST_GROWTH: f64 = 20.0;

#[test]
fn time_grows_with_the_text_and_not_with_its_square() {
    let checker = Checker::new(Config::default());
    for piece in PASTED {
        let text = |length: usize| piece.repeat(length / piece.len()) + TAIL;
        let short = fastest(&checker, &text(SHORT));
        let long = fastest(&checker, &text(SHORT * TIMES_LONGER));
        let growth = long.as_secs_f64() / short.as_secs_f64();
        assert!(
            growth < MOST_GROWTH,
            "{piece:?}: {growth:.0} times the time for {TIMES_LONGER} times the text"
        );
    }
}

/// Of a few runs, the one that found the caches fullest.
fn fastest(checker: &Checker, text: &str) -> Duration {
    let context = Context { surface: Surface::Post, account: AccountKind::Practice, ..Context::default() };
    let run = || {
        let start = worked();
        std::hint::black_box(checker.check(&Draft { text, context: &context }));
        worked().saturating_sub(start)
    };
    (0..3).map(|_| run()).min().unwrap_or_default()
}

/// For how long a processor has worked for this thread.
fn worked() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    let part = |number: i64| number.unsigned_abs();
    Duration::from_secs(part(time.tv_sec)) + Duration::from_nanos(part(time.tv_nsec))
}
