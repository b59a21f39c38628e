//! The report as one JSON object.

use std::io::{self, Write};

use super::super::journal::Line;
use super::super::tally::Tally;

/// The counts first, then every flagged post and damaged record in the order of the export.
pub(super) fn write(
    tally: &Tally,
    lines: impl Iterator<Item = io::Result<Line>>,
    out: &mut impl Write,
) -> io::Result<()> {
    write!(
        out,
        "{{\"posts\":{},\"flagged_posts\":{},\"findings\":{},\"not_read\":{},\"entries\":[",
        tally.posts, tally.flagged, tally.findings, tally.faults
    )?;
    let mut between = "\n";
    for line in lines {
        let line = line?;
        if matches!(line, Line::Flagged(_) | Line::Fault(_)) {
            out.write_all(between.as_bytes())?;
            serde_json::to_writer(&mut *out, &line)?;
            between = ",\n";
        }
    }
    out.write_all(b"\n]}\n")
}
