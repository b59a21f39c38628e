//! Cuts a JSON file into the objects of its list, one at a time, without holding the file.
//!
//! Exports are one list of records, or an object around one list, sometimes behind a JavaScript assignment. A parser
//! would give up at the first damaged byte; this only follows brackets and quotation marks, so that a damaged record
//! costs itself alone wherever records begin on lines of their own, as in every export seen so far.

use std::io::{self, BufRead, BufReader, Read};

/// The longest record that is read, in bytes.
const LONGEST: usize = 16 << 20;

/// One record of the list.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Element {
    /// Its bytes, from brace to brace.
    Whole(Vec<u8>),
    /// Where it should be, its bytes cannot be told from what follows.
    Damaged(&'static str),
}

/// The records of one file.
pub(super) struct JsonElements<R> {
    reader: BufReader<R>,
    /// The brackets around the records.
    around: Vec<u8>,
    /// The line up to here, while it is nothing but blanks.
    indent: Option<Vec<u8>>,
    /// The blanks before the brace of every record that begins on a line of its own.
    opening: Option<Vec<u8>>,
}

impl<R: Read> JsonElements<R> {
    /// The records that `reader` gives.
    pub(super) fn new(reader: R) -> Self {
        let reader = BufReader::with_capacity(1 << 17, reader);
        JsonElements { reader, around: Vec::new(), indent: Some(Vec::new()), opening: None }
    }

    /// The next record; `None` at the end.
    pub(super) fn next_element(&mut self) -> io::Result<Option<Element>> {
        if !self.find_brace()? {
            return Ok(None);
        }
        self.rest_of_record().map(Some)
    }

    /// Goes on behind the opening brace of the next record; false when there is none.
    fn find_brace(&mut self) -> io::Result<bool> {
        while let Some(byte) = self.byte()? {
            match byte {
                b'{' if matches!(self.around.as_slice(), [b'['] | [b'{', b'[']) => {
                    if self.opening.is_none() {
                        self.opening = self.indent.take();
                    }
                    return Ok(true);
                }
                b'[' | b'{' => self.around.push(byte),
                b']' | b'}' => drop(self.around.pop()),
                b'"' => self.skip_string()?,
                _ => {}
            }
            match (byte, &mut self.indent) {
                (b'\n', indent) => *indent = Some(Vec::new()),
                (b' ' | b'\t', Some(blanks)) => blanks.push(byte),
                (_, indent) => *indent = None,
            }
        }
        Ok(false)
    }

    fn rest_of_record(&mut self) -> io::Result<Element> {
        let mut record = vec![b'{'];
        let mut open = vec![b'{'];
        let mut in_string = false;
        while let Some(byte) = self.byte()? {
            record.push(byte);
            match (in_string, byte) {
                // Strings hold no raw line end, so a quotation mark is missing or one too many.
                (true, b'\n') => return self.damaged("a quotation mark is missing in it"),
                (true, b'\\') => record.extend(self.byte()?),
                (_, b'"') => in_string = !in_string,
                (false, b'{' | b'[') => open.push(byte),
                (false, b'}' | b']') => {
                    let expected = if byte == b'}' { b'{' } else { b'[' };
                    if open.pop() != Some(expected) {
                        return self.damaged("its brackets do not match");
                    }
                    if open.is_empty() {
                        return Ok(Element::Whole(record));
                    }
                }
                _ => {}
            }
            if record.len() > LONGEST {
                return self.damaged("it does not end within 16 MB");
            }
        }
        Ok(Element::Damaged("the file ends in the middle of it; export it again"))
    }

    /// Goes on before the next line that opens a record as the first one did.
    fn damaged(&mut self, what: &'static str) -> io::Result<Element> {
        while let Some(opening) = &self.opening {
            let buffer = self.reader.fill_buf()?;
            if buffer.is_empty() {
                break;
            }
            // The line is only looked at, never taken, when a record begins on it.
            let begins = buffer.strip_prefix(opening.as_slice()).is_some_and(|rest| rest.starts_with(b"{"));
            if begins {
                return Ok(Element::Damaged(what));
            }
            self.skip_line()?;
        }
        io::copy(&mut self.reader, &mut io::sink())?;
        Ok(Element::Damaged(what))
    }

    fn skip_line(&mut self) -> io::Result<()> {
        while let Some(byte) = self.byte()? {
            if byte == b'\n' {
                break;
            }
        }
        Ok(())
    }

    fn skip_string(&mut self) -> io::Result<()> {
        while let Some(byte) = self.byte()? {
            match byte {
                b'"' => break,
                b'\\' => drop(self.byte()?),
                _ => {}
            }
        }
        Ok(())
    }

    fn byte(&mut self) -> io::Result<Option<u8>> {
        let byte = self.reader.fill_buf()?.first().copied();
        self.reader.consume(usize::from(byte.is_some()));
        Ok(byte)
    }
}
