//! `chaperone eval`: runs the rules over labeled texts and counts what they got right.
//!
//! Rows are judged once and kept; every table is a way of counting them.

mod by_group;
mod by_rule;
mod flicker;
mod headline;
mod judged;
mod mistakes;
mod row;
mod table;

use std::io::{self, Write};

use super::arguments::{Breakdown, EvalArguments};
use super::error::CliError;
use super::fault_of::fault_of;
use super::input::Input;
use super::jsonl_reader::{JsonlReader, Line};
use super::outcome::Outcome;
use crate::engine::Checker;
use flicker::Flicker;
use judged::Judged;
use row::Row;

/// Judges every row of the files and prints the tables asked for.
pub(super) fn run(
    checker: &Checker,
    arguments: &EvalArguments,
    out: &mut impl Write,
) -> Result<Outcome, CliError> {
    let mut outcome = Outcome::Clean;
    if arguments.flicker {
        let mut flicker = Flicker::default();
        for file in &arguments.files {
            outcome = outcome.max(read_rows(file, |row| flicker.watch(checker, row))?);
        }
        flicker.write(out)?;
        return Ok(outcome);
    }
    let mut judged = Vec::new();
    for file in &arguments.files {
        outcome = outcome.max(read_rows(file, |row| judged.push(Judged::new(checker, row)))?);
    }
    headline::write(&judged, out)?;
    by_group::write_labels(&judged, out)?;
    by_rule::write(&judged, out)?;
    for breakdown in &arguments.by {
        match breakdown {
            Breakdown::Subtype => by_group::write_subtypes(&judged, out)?,
            Breakdown::Source => by_group::write_sources(&judged, out)?,
            Breakdown::Identifier => by_group::write_identifiers(&judged, out)?,
            Breakdown::Rule => by_rule::write_groups(&judged, out)?,
        }
    }
    if arguments.errors {
        mistakes::write(&judged, out)?;
    }
    Ok(outcome)
}

fn read_rows(file: &Input, mut take: impl FnMut(Row)) -> Result<Outcome, CliError> {
    let mut outcome = Outcome::Clean;
    let mut reader = JsonlReader::new(file.open()?);
    while let Some(line) = reader.next_line().map_err(|error| file.unreadable(error))? {
        let row = match line {
            Line::Bytes(bytes) => read(bytes),
            Line::TooLong => Err("the line is too long; split the text".to_owned()),
        };
        match row {
            Ok(row) => take(row),
            Err(fault) => {
                outcome = Outcome::Failure;
                // With standard error closed the exit code still says that rows were left out.
                let _ = writeln!(io::stderr(), "chaperone: {}:{}: {fault}", file.name(), reader.number());
            }
        }
    }
    Ok(outcome)
}

fn read(bytes: &[u8]) -> Result<Row, String> {
    let row: Row = serde_json::from_slice(bytes).map_err(|_| fault_of::<Row>(bytes))?;
    if row.label.is_none() && row.expect.is_none() && row.spans.is_none() {
        return Err("the row says nothing to measure against; give it a label, expect or spans".to_owned());
    }
    Ok(row)
}
