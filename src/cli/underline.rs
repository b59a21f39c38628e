//! Draws the lines of a text with the flagged words marked beneath them.

use std::io::{self, Write};
use std::ops::Range;

use unicode_width::UnicodeWidthChar;

use crate::engine::Span;

/// The most characters of one line that are shown; a longer line is cut around the flagged words.
const WIDEST: usize = 110;
/// How much of a longer line is kept ahead of the flagged words.
const LEAD: usize = 40;

/// A named text, ready to show places of.
pub(super) struct Underline<'t> {
    name: String,
    text: &'t str,
    line_starts: Vec<usize>,
}

impl<'t> Underline<'t> {
    /// For places of this text.
    pub(super) fn new(name: &str, text: &'t str) -> Self {
        let line_starts =
            std::iter::once(0).chain(text.match_indices('\n').map(|(end, _)| end + 1)).collect();
        Underline { name: name.to_owned(), text, line_starts }
    }

    /// Shows the lines that `span` touches.
    pub(super) fn draw(&self, span: Span, out: &mut impl Write) -> io::Result<()> {
        let (start, end) = (span.start as usize, span.end as usize);
        let mut is_first = true;
        let before = self.line_starts.partition_point(|line_start| *line_start <= start).saturating_sub(1);
        for (index, line_start) in self.line_starts.iter().enumerate().skip(before) {
            if *line_start >= end {
                break;
            }
            let rest = self.text.get(*line_start..).unwrap_or_default();
            let full_line = rest.split('\n').next().unwrap_or_default();
            let line = Line::new(full_line, start.saturating_sub(*line_start), end - line_start);
            if line.marked.is_empty() {
                continue;
            }
            if is_first {
                writeln!(out, "  --> {}:{}:{}", self.name, index + 1, line.column)?;
                is_first = false;
            }
            line.draw(index + 1, out)?;
        }
        Ok(())
    }
}

/// One line as far as it is shown, and which of the shown characters are marked.
struct Line {
    shown: Vec<char>,
    marked: Range<usize>,
    /// Where the marked characters begin in the whole line, counted from 1.
    column: usize,
    is_cut_left: bool,
    is_cut_right: bool,
}

impl Line {
    /// Of the whole line, with the bytes from `start` to `end` of it marked; `end` may lie behind it.
    fn new(full_line: &str, start: usize, end: usize) -> Self {
        let line = full_line.trim_end_matches('\r');
        let characters_before =
            |byte: usize| line.get(..byte.min(line.len())).map_or(0, |lead| lead.chars().count());
        let (first, last) = (characters_before(start), characters_before(end));
        let length = line.chars().count();
        let skipped = first.saturating_sub(LEAD).min(length.saturating_sub(WIDEST));
        Line {
            shown: line.chars().skip(skipped).take(WIDEST).map(visible).collect(),
            marked: first - skipped..(last - skipped).min(WIDEST),
            column: first + 1,
            is_cut_left: skipped > 0,
            is_cut_right: skipped + WIDEST < length,
        }
    }

    fn draw(&self, number: usize, out: &mut impl Write) -> io::Result<()> {
        let cut_left = if self.is_cut_left { "…" } else { "" };
        let cut_right = if self.is_cut_right { "…" } else { "" };
        let shown: String = self.shown.iter().collect();
        let indent = self.width(0..self.marked.start) + cut_left.chars().count();
        let carets = self.width(self.marked.clone()).max(1);
        writeln!(out, "{number:>4} | {cut_left}{shown}{cut_right}")?;
        writeln!(out, "     | {:indent$}{:^<carets$}", "", "")
    }

    /// Terminal columns, which are not characters: an emoji takes two, a combining mark none.
    fn width(&self, range: Range<usize>) -> usize {
        self.shown.get(range).unwrap_or_default().iter().filter_map(|character| character.width()).sum()
    }
}

/// The character itself, unless a terminal would obey it instead of showing it.
fn visible(character: char) -> char {
    match character {
        '\t' => ' ',
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => char::REPLACEMENT_CHARACTER,
        other if other.is_control() => char::REPLACEMENT_CHARACTER,
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(marked_text: &str) -> String {
        let start = marked_text.find('«').unwrap();
        let end = marked_text.find('»').unwrap() - '«'.len_utf8();
        let text = marked_text.replace(['«', '»'], "");
        let mut out = Vec::new();
        Underline::new("post.txt", &text).draw(Span::new(start, end), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn carets_stand_under_the_flagged_words() {
        assert_eq!(drawn("one\nsee «Ann» now\n"), "  --> post.txt:2:5\n   2 | see Ann now\n     |     ^^^\n");
    }

    #[test]
    fn a_wide_character_takes_two_columns() {
        assert_eq!(drawn("🎉 «Ann»"), "  --> post.txt:1:3\n   1 | 🎉 Ann\n     |    ^^^\n");
    }

    #[test]
    fn every_line_of_the_span_is_marked_and_line_ends_are_not() {
        let expected = "  --> post.txt:1:3\n   1 | a bc\n     |   ^^\n   2 | de f\n     | ^^\n";
        assert_eq!(drawn("a «bc\r\nde» f"), expected);
    }

    #[test]
    fn a_long_line_is_cut_around_the_flagged_words() {
        let text = format!("{}«Ann»{}", "x ".repeat(200), " y".repeat(200));
        let drawn = drawn(&text);
        assert!(drawn.lines().all(|line| line.chars().count() < 125), "{drawn}");
        assert!(drawn.contains("x Ann y"), "{drawn}");
    }

    #[test]
    fn characters_that_steer_a_terminal_are_shown_as_replaced() {
        assert!(!drawn("\u{1b}[2J«Ann»\u{202e}").contains(['\u{1b}', '\u{202e}']));
    }
}
