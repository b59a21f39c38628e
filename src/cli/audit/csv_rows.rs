//! Cuts a CSV file into rows, one at a time, with a bounded amount of memory whatever its quotation marks do.

use std::io::{self, BufRead, BufReader, Read};
use std::sync::Arc;

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// The longest row that is read, in bytes; thousands of times the longest post.
const LONGEST: usize = 1 << 20;
/// More fields than any export has.
const MOST_FIELDS: usize = 1024;

/// One row and the headings of its table.
#[derive(Clone, Debug)]
pub(super) struct Row {
    headings: Arc<Vec<String>>,
    fields: Vec<u8>,
    ends: Vec<usize>,
}

impl Row {
    /// The bytes under a heading, whose letters are small here; `None` without that heading or field.
    pub(super) fn get(&self, heading: &str) -> Option<&[u8]> {
        let at = self.headings.iter().position(|known| known == heading)?;
        let start = match at.checked_sub(1) {
            Some(before) => *self.ends.get(before)?,
            None => 0,
        };
        self.fields.get(start..*self.ends.get(at)?)
    }

    /// The size of what it holds, in bytes.
    pub(super) fn len(&self) -> usize {
        self.fields.len()
    }
}

/// What stands where a row should be.
pub(super) enum RowOrFault {
    /// A row.
    Row(Row),
    /// A row whose end cannot be found.
    Fault(&'static str),
}

/// The rows of one file, below its headings.
pub(super) struct CsvRows<R> {
    source: BufReader<R>,
    cutter: Reader,
    headings: Arc<Vec<String>>,
    is_done: bool,
}

impl<R: Read> CsvRows<R> {
    /// Reads the headings. A quotation mark inside a field is doubled, or follows `escape` where one is given.
    pub(super) fn new(reader: R, escape: Option<u8>) -> io::Result<Self> {
        let cutter = ReaderBuilder::new().escape(escape).build();
        let source = BufReader::with_capacity(1 << 17, reader);
        let mut rows = CsvRows { source, cutter, headings: Arc::default(), is_done: false };
        if let Some(RowOrFault::Row(first)) = rows.next_row()? {
            let mut start = 0;
            let heading = |end: &usize| {
                let bytes = first.fields.get(start..*end).unwrap_or_default();
                start = *end;
                String::from_utf8_lossy(bytes).trim_start_matches('\u{feff}').trim().to_lowercase()
            };
            rows.headings = Arc::new(first.ends.iter().map(heading).collect());
        }
        Ok(rows)
    }

    /// The next row; `None` at the end.
    pub(super) fn next_row(&mut self) -> io::Result<Option<RowOrFault>> {
        if self.is_done {
            return Ok(None);
        }
        let (mut fields, mut ends) = (vec![0; 1024], vec![0; 64]);
        let (mut filled, mut ended) = (0, 0);
        loop {
            let input = self.source.fill_buf()?;
            let (into, into_ends) =
                (fields.get_mut(filled..).unwrap_or_default(), ends.get_mut(ended..).unwrap_or_default());
            let (result, read, wrote, closed) = self.cutter.read_record(input, into, into_ends);
            self.source.consume(read);
            filled += wrote;
            ended += closed;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull if fields.len() < LONGEST => fields.resize(fields.len() * 2, 0),
                ReadRecordResult::OutputEndsFull if ends.len() < MOST_FIELDS => {
                    ends.resize(ends.len() * 2, 0)
                }
                ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull => {
                    self.skip_to_next_line()?;
                    let what = "its end is not found; a quotation mark is missing near it";
                    return Ok(Some(RowOrFault::Fault(what)));
                }
                ReadRecordResult::Record => {
                    fields.truncate(filled);
                    ends.truncate(ended);
                    let headings = Arc::clone(&self.headings);
                    return Ok(Some(RowOrFault::Row(Row { headings, fields, ends })));
                }
                ReadRecordResult::End => {
                    self.is_done = true;
                    return Ok(None);
                }
            }
        }
    }

    fn skip_to_next_line(&mut self) -> io::Result<()> {
        self.cutter.reset();
        loop {
            let buffer = self.source.fill_buf()?;
            let end = buffer.iter().position(|byte| *byte == b'\n');
            let length = end.map_or(buffer.len(), |at| at + 1);
            self.source.consume(length);
            if end.is_some() || length == 0 {
                return Ok(());
            }
        }
    }
}
