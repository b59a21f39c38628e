//! The report of an audit, one file a form. Each is written as the journal is read, so its length does not matter.

mod csv;
mod html;
mod json;

use std::io::{self, Write};
use std::path::Path;

use super::journal::Line;
use super::tally::Tally;
use crate::cli::error::CliError;

/// In which form a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A table, one line a finding.
    Csv,
    /// One object, for programs.
    Json,
    /// A page, for people.
    Html,
}

impl Form {
    /// The form that a report's name asks for.
    pub(super) fn of(report: &Path) -> Result<Form, CliError> {
        let extension = report.extension().map(|extension| extension.to_string_lossy().to_ascii_lowercase());
        match extension.as_deref() {
            Some("csv") => Ok(Form::Csv),
            Some("json") => Ok(Form::Json),
            Some("html" | "htm") => Ok(Form::Html),
            _ => Err(CliError::Report {
                name: report.display().to_string(),
                what: "its name tells no form; let it end in .html, .csv or .json".to_owned(),
            }),
        }
    }
}

/// Writes the lines of a journal as the report called `name`.
pub(super) fn write(
    name: &Path,
    tally: &Tally,
    lines: impl Iterator<Item = io::Result<Line>>,
    mut out: impl Write,
) -> io::Result<()> {
    match Form::of(name) {
        Ok(Form::Csv) => csv::write(lines, &mut out)?,
        Ok(Form::Json) => json::write(tally, lines, &mut out)?,
        Ok(Form::Html) => html::write(tally, lines, &mut out)?,
        // Asked when the audit began.
        Err(error) => return Err(io::Error::other(error)),
    }
    out.flush()
}
