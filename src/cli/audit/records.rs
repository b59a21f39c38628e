//! The records of a part, cut but not yet read.

use std::io::{self, Read};

use super::csv_rows::{CsvRows, Row, RowOrFault};
use super::format::Format;
use super::json_elements::{Element, JsonElements};
use crate::cli::jsonl_reader::{JsonlReader, Line};

/// One record as it stands in the file.
pub(super) enum Raw {
    /// A JSON object.
    Json(Vec<u8>),
    /// A row of a table.
    Row(Row),
    /// Bytes that are no record, and why.
    Damaged(&'static str),
}

impl Raw {
    /// Its size in bytes, roughly.
    pub(super) fn len(&self) -> usize {
        match self {
            Raw::Json(bytes) => bytes.len(),
            Raw::Row(row) => row.len(),
            Raw::Damaged(_) => 0,
        }
    }
}

/// Gives one record after the other.
pub(super) enum Records<R> {
    /// Of a list in JSON.
    Elements(JsonElements<R>),
    /// Of a table.
    Rows(Box<CsvRows<R>>),
    /// Of JSON lines.
    Lines(JsonlReader<R>),
}

impl<R: Read> Records<R> {
    /// Begins to read a part of that format.
    pub(super) fn new(format: Format, reader: R) -> io::Result<Self> {
        Ok(match format {
            Format::X | Format::Meta => Records::Elements(JsonElements::new(reader)),
            Format::LinkedInComments => Records::Rows(Box::new(CsvRows::new(reader, Some(b'\\'))?)),
            Format::LinkedInShares | Format::YouTubeComments | Format::Csv => {
                Records::Rows(Box::new(CsvRows::new(reader, None)?))
            }
            Format::JsonLines => Records::Lines(JsonlReader::new(reader)),
        })
    }

    /// The next record; `None` at the end.
    pub(super) fn next_record(&mut self) -> io::Result<Option<Raw>> {
        Ok(match self {
            Records::Elements(elements) => elements.next_element()?.map(|element| match element {
                Element::Whole(bytes) => Raw::Json(bytes),
                Element::Damaged(what) => Raw::Damaged(what),
            }),
            Records::Rows(rows) => rows.next_row()?.map(|row| match row {
                RowOrFault::Row(row) => Raw::Row(row),
                RowOrFault::Fault(what) => Raw::Damaged(what),
            }),
            Records::Lines(lines) => lines.next_line()?.map(|line| match line {
                Line::Bytes(bytes) => Raw::Json(bytes.to_vec()),
                Line::TooLong => Raw::Damaged("the line is longer than 16 MB; split the text"),
            }),
        })
    }
}
