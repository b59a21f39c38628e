//! Eight times the text takes about eight times the time, whatever is pasted.

use std::time::{Duration, Instant};

use chaperone::engine::{AccountKind, Checker, Config, Context, Draft, Surface};

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

/// Of a few runs, the one that other work on the machine disturbed least.
fn fastest(checker: &Checker, text: &str) -> Duration {
    let context = Context { surface: Surface::Post, account: AccountKind::Practice, ..Context::default() };
    let run = || {
        let start = Instant::now();
        std::hint::black_box(checker.check(&Draft { text, context: &context }));
        start.elapsed()
    };
    (0..3).map(|_| run()).min().unwrap_or_default()
}
