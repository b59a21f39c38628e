//! The command line as other programs meet it: a process, its output, its exit code.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

mod audit;
mod check_lines;
mod check_text;
mod eval;
mod findings;
mod flicker;
mod process;
mod reference;
mod train;
