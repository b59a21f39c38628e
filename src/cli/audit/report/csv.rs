//! The report as a table that spreadsheets open.

use std::borrow::Cow;
use std::io::{self, Write};

use super::super::journal::Line;
use crate::engine;

/// One line a finding or damaged record, below its headings.
pub(super) fn write(lines: impl Iterator<Item = io::Result<Line>>, out: &mut impl Write) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(out);
    table
        .write_record(["file", "record", "post", "date", "severity", "rule", "summary", "words", "around"])?;
    for line in lines {
        match line? {
            Line::Flagged(post) => {
                for finding in &post.findings {
                    let summary = engine::find(&finding.rule).map_or("", |rule| rule.summary);
                    let around = format!("{}[{}]{}", finding.before, finding.words, finding.after);
                    let record = post.record.to_string();
                    let cells = [
                        post.part.as_str(),
                        &record,
                        post.post.as_deref().unwrap_or_default(),
                        post.at.as_deref().unwrap_or_default(),
                        finding.severity.name(),
                        &finding.rule,
                        summary,
                        &finding.words,
                        &around,
                    ];
                    table.write_record(cells.map(|cell| harmless(cell).into_owned()))?;
                }
            }
            Line::Fault(fault) => {
                let record = fault.record.to_string();
                let cells = [fault.part.as_str(), &record, "", "", "not read", "", &fault.what, "", ""];
                table.write_record(cells.map(|cell| harmless(cell).into_owned()))?;
            }
            Line::Sitting(_) | Line::Closed(_) => {}
        }
    }
    table.flush()
}

/// A cell that a spreadsheet takes for text: one that begins like a formula would be run by whoever opens the table.
fn harmless(cell: &str) -> Cow<'_, str> {
    match cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => Cow::Owned(format!("'{cell}")),
        false => Cow::Borrowed(cell),
    }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn no_cell_begins_like_a_formula() {
        assert_eq!(harmless("=HYPERLINK(\"https://example.com\")"), "'=HYPERLINK(\"https://example.com\")");
        assert_eq!(harmless("@dana"), "'@dana");
        assert_eq!(harmless("plain = text"), "plain = text");
    }
}
