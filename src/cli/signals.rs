//! `chaperone signals`: what the engine recognizes in a text before it judges, for people who write rules.

use std::io::Write;

use super::error::CliError;
use super::outcome::Outcome;
use crate::engine::Checker;

/// One signal a line: its name and its words.
pub(super) fn run(checker: &Checker, text: &str, out: &mut impl Write) -> Result<Outcome, CliError> {
    for (span, name) in checker.signals(text) {
        writeln!(out, "{name:24} {}", span.of(text))?;
    }
    Ok(Outcome::Clean)
}
