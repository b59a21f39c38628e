//! Where something stands in a text: bytes inside the engine, UTF-16 code units at its edge.
//!
//! This is the one file that converts between the two. The engine counts UTF-8 bytes because Rust strings do;
//! the page counts UTF-16 code units because JavaScript strings do. A [`Span`] always lies on character
//! boundaries of the text it was made for.

use serde::{Deserialize, Serialize};

/// A half-open range of UTF-8 bytes, on character boundaries, end exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span from `start` up to, not including, `end`, in bytes.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Span { start: clamp(start), end: clamp(end.max(start)) }
    }

    /// Its place among others, by start and then by end, in 64 bits.
    pub(crate) fn rank(&self) -> u128 {
        u128::from(self.start) << 32 | u128::from(self.end)
    }

    /// The words that this span covers in `text`; empty when the span is not of this text.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or("")
    }

    /// Whether the two share at least one byte.
    #[must_use]
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside this span.
    #[must_use]
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn cover(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The same span in a text that has `bytes` more before it.
    #[must_use]
    pub(crate) fn behind(self, bytes: u32) -> Span {
        Span { start: self.start.saturating_add(bytes), end: self.end.saturating_add(bytes) }
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the span covers nothing.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }
}

/// A half-open range of UTF-16 code units: what JavaScript's `String.slice` takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Utf16Span {
    /// First code unit.
    pub start: u32,
    /// One past the last code unit.
    pub end: u32,
}

/// Converts spans of one text to UTF-16 and back.
///
/// Spans may be asked for in any order: the converter remembers where it stands and counts from there, so that a
/// conversion takes time in proportion to the distance from the one before.
#[derive(Clone, Debug)]
pub struct Utf16Index<'t> {
    text: &'t str,
    byte: usize,
    unit: u32,
}

impl<'t> Utf16Index<'t> {
    /// A converter for spans of `text`.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        Utf16Index { text, byte: 0, unit: 0 }
    }

    /// The same range in UTF-16 code units.
    pub fn convert(&mut self, span: Span) -> Utf16Span {
        let start = self.unit_at(span.start as usize);
        let end = self.unit_at(span.end as usize);
        Utf16Span { start, end }
    }

    /// The bytes of a range of UTF-16 code units; what reaches past the end is cut off.
    pub fn span_of(&mut self, range: Utf16Span) -> Span {
        let start = self.byte_at(range.start);
        Span::new(start, self.byte_at(range.end))
    }

    /// The byte at which a UTF-16 code unit begins, or the character that it is the second half of.
    pub fn byte_at(&mut self, unit: u32) -> usize {
        if unit < self.unit {
            (self.byte, self.unit) = (0, 0);
        }
        for c in self.text.get(self.byte..).unwrap_or("").chars() {
            let behind = self.unit + u32::from(c.len_utf16() > 1) + 1;
            if behind > unit {
                break;
            }
            self.unit = behind;
            self.byte += c.len_utf8();
        }
        self.byte
    }

    fn unit_at(&mut self, byte: usize) -> u32 {
        let passed = self.text.get(self.byte.min(byte)..self.byte.max(byte)).unwrap_or("");
        let units = if passed.is_ascii() { passed.len() } else { passed.encode_utf16().count() };
        let units = u32::try_from(units).unwrap_or(u32::MAX);
        self.unit = if byte < self.byte { self.unit - units } else { self.unit + units };
        self.byte = byte;
        self.unit
    }
}

/// The bytes of `text` that a range of Unicode code points covers; `None` when it reaches past the end.
///
/// Annotated corpora count code points.
#[must_use]
pub fn span_of_code_points(text: &str, start: usize, end: usize) -> Option<Span> {
    let byte_at = |n: usize| text.char_indices().map(|(at, _)| at).chain(std::iter::once(text.len())).nth(n);
    Some(Span::new(byte_at(start)?, byte_at(end)?))
}
