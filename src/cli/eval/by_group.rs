//! How many rows of each kind were flagged, and how gravely.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::judged::Judged;
use super::row::Row;
use super::table::Table;
use crate::cli::proportion::Proportion;
use crate::engine::Severity;

const HEADS: &[&str] =
    &["", "rows", "≥ rethink", "", "≥ fix", "", "stop", "", "own family", "≥ rethink per 1,000 (95 %)"];

/// One line a label, or a kind of text where only identifiers are marked.
pub(super) fn write_labels(judged: &[Judged], out: &mut impl Write) -> io::Result<()> {
    write(judged, "By label, borderline rows marked ~", out, |row| mark(row, row.group()))
}

/// One line a label and subtype.
pub(super) fn write_subtypes(judged: &[Judged], out: &mut impl Write) -> io::Result<()> {
    write(judged, "By subtype", out, |row| {
        mark(row, &format!("{}/{}", row.group(), row.subtype.as_deref().unwrap_or("-")))
    })
}

/// One line a label and source.
pub(super) fn write_sources(judged: &[Judged], out: &mut impl Write) -> io::Result<()> {
    write(judged, "By source", out, |row| {
        mark(row, &format!("{} < {}", row.group(), row.source.as_deref().unwrap_or("-")))
    })
}

/// One line a kind of text and kind of identifier.
pub(super) fn write_identifiers(judged: &[Judged], out: &mut impl Write) -> io::Result<()> {
    let mut kinds: BTreeMap<String, Proportion> = BTreeMap::new();
    for judged in judged {
        for span in judged.protected() {
            let found = Proportion { hits: u32::from(judged.finds(span)), total: 1 };
            *kinds.entry(format!("{}/{}", judged.row.group(), span.label)).or_default() += found;
        }
    }
    let mut table = Table::new(&["", "found"]);
    for (kind, found) in kinds {
        table.push(vec![kind, found.to_string()]);
    }
    table.write("By identifier", out)
}

fn mark(row: &Row, name: &str) -> String {
    if row.borderline { format!("{name} ~") } else { name.to_owned() }
}

fn write(
    judged: &[Judged],
    title: &str,
    out: &mut impl Write,
    name: impl Fn(&Row) -> String,
) -> io::Result<()> {
    let mut groups: BTreeMap<String, Vec<&Judged>> = BTreeMap::new();
    for judged in judged {
        groups.entry(name(&judged.row)).or_default().push(judged);
    }
    let mut table = Table::new(HEADS);
    for (name, rows) in groups {
        let mut cells = vec![name, rows.len().to_string()];
        let at = |least| Proportion::of(&rows, |row| row.flagged_at(least));
        for least in [Severity::Rethink, Severity::Fix, Severity::Stop] {
            cells.extend([at(least).hits.to_string(), at(least).percent()]);
        }
        cells.push(own_family(&rows));
        cells.push(at(Severity::Rethink).per_thousand());
        table.push(cells);
    }
    table.write(title, out)
}

/// How many rows were flagged for what they are, not for something else.
fn own_family(rows: &[&Judged]) -> String {
    let meant = rows.iter().filter_map(|judged| Some((judged, judged.row.label?.family()?)));
    let share = Proportion::of(meant, |(judged, family)| judged.shows(family));
    if share.total == 0 { String::new() } else { share.hits.to_string() }
}
