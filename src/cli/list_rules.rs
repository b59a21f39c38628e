//! `chaperone rules`: what is checked, at a glance or for another program.

use std::io::Write;

use super::error::CliError;
use super::outcome::Outcome;
use crate::engine::{self, RuleCard};

/// One line a rule.
pub(super) fn table(out: &mut impl Write) -> Result<Outcome, CliError> {
    let longest_id = engine::rules().iter().map(|rule| rule.id.len()).max().unwrap_or(0);
    for rule in engine::rules() {
        let (code, severity) = (rule.code.to_string(), rule.severity.name());
        writeln!(out, "{code:<4} {:<longest_id$}  {severity:<7}  {}", rule.id, rule.summary)?;
    }
    Ok(Outcome::Clean)
}

/// One array with what the card of each rule says.
pub(super) fn json(out: &mut impl Write) -> Result<Outcome, CliError> {
    let cards: Vec<RuleCard> = engine::rules().iter().map(RuleCard::from).collect();
    serde_json::to_writer_pretty(&mut *out, &cards).map_err(|error| CliError::Write(error.into()))?;
    writeln!(out)?;
    Ok(Outcome::Clean)
}
