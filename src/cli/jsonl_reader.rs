//! Reads a file of lines with a bounded amount of memory, however long the file and whatever its bytes.

use std::io::{self, BufRead, BufReader, Read};

use super::input::BYTE_ORDER_MARK;

/// The longest line that is read, in bytes; thousands of times the longest post of any site.
pub(super) const LONGEST_LINE: usize = 16 << 20;

/// One line of the input.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line<'b> {
    /// Its bytes, without the line's end.
    Bytes(&'b [u8]),
    /// It was longer than [`LONGEST_LINE`] and was passed over.
    TooLong,
}

/// Gives one line after the other; blank lines are passed over.
pub(super) struct JsonlReader<R> {
    reader: BufReader<R>,
    line: Vec<u8>,
    number: u64,
}

impl<R: Read> JsonlReader<R> {
    /// The lines that `reader` gives.
    pub(super) fn new(reader: R) -> Self {
        JsonlReader { reader: BufReader::with_capacity(1 << 17, reader), line: Vec::new(), number: 0 }
    }

    /// Whether the next line is already here, so that asking for it will not wait on whoever writes it.
    pub(super) fn has_line_ready(&self) -> bool {
        self.reader.buffer().contains(&b'\n')
    }

    /// The number of the line given last, from 1.
    pub(super) fn number(&self) -> u64 {
        self.number
    }

    /// The next line that is not blank; `None` at the end.
    pub(super) fn next_line(&mut self) -> io::Result<Option<Line<'_>>> {
        loop {
            self.line.clear();
            let limit = LONGEST_LINE as u64 + 1;
            let mut limited = (&mut self.reader).take(limit);
            let read = limited.read_until(b'\n', &mut self.line)?;
            if read == 0 {
                return Ok(None);
            }
            self.number += 1;
            if self.line.len() > LONGEST_LINE && self.line.last() != Some(&b'\n') {
                self.skip_rest()?;
                return Ok(Some(Line::TooLong));
            }
            if self.number == 1 && self.line.starts_with(BYTE_ORDER_MARK) {
                self.line.drain(..BYTE_ORDER_MARK.len());
            }
            self.line.truncate(self.line.trim_ascii_end().len());
            if !self.line.is_empty() {
                break;
            }
        }
        Ok(Some(Line::Bytes(&self.line)))
    }

    fn skip_rest(&mut self) -> io::Result<()> {
        loop {
            let part = self.reader.fill_buf()?;
            let end = part.iter().position(|byte| *byte == b'\n');
            let length = end.map_or(part.len(), |at| at + 1);
            self.reader.consume(length);
            if end.is_some() || length == 0 {
                return Ok(());
            }
        }
    }
}
