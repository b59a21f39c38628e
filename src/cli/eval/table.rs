//! Columns that line up in a terminal: words to the left, figures to the right.

use std::io::{self, Write};

/// A table under construction.
pub(super) struct Table {
    heads: &'static [&'static str],
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with these columns; the first one holds words.
    pub(super) fn new(heads: &'static [&'static str]) -> Self {
        Table { heads, rows: Vec::new() }
    }

    /// Adds a line, one cell a column.
    pub(super) fn push(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }

    /// Writes it under a title; nothing when it has no lines.
    pub(super) fn write(&self, title: &str, out: &mut impl Write) -> io::Result<()> {
        if self.rows.is_empty() {
            return Ok(());
        }
        writeln!(out, "\n{title}")?;
        let heads: Vec<String> = self.heads.iter().map(|head| (*head).to_owned()).collect();
        let widths: Vec<usize> = (0..heads.len()).map(|column| self.width(column)).collect();
        for line in std::iter::once(&heads).chain(&self.rows) {
            let mut written = String::new();
            for (column, (cell, width)) in line.iter().zip(&widths).enumerate() {
                let padding = " ".repeat(width.saturating_sub(cell.chars().count()));
                let parts = if column == 0 { [cell, &padding] } else { [&padding, cell] };
                written.push_str("  ");
                written.extend(parts.map(String::as_str));
            }
            writeln!(out, "{}", written.trim_end())?;
        }
        Ok(())
    }

    fn width(&self, column: usize) -> usize {
        let cells = self.rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count());
        let head = self.heads.get(column).map_or(0, |head| head.chars().count());
        cells.chain(std::iter::once(head)).max().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_left_and_figures_right() {
        let mut table = Table::new(&["label", "rows"]);
        table.push(vec!["advice".to_owned(), "7".to_owned()]);
        let mut out = Vec::new();
        table.write("Labels", &mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "\nLabels\n  label   rows\n  advice     7\n");
    }
}
