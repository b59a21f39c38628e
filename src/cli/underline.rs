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
}

impl<'t> Underline<'t> {
    /// For places of this text.
    pub(super) fn new(name: &str, text: &'t str) -> Self {
        Underline { name: name.to_owned(), text }
    }

    /// Shows the lines that `span` touches.
    pub(super) fn draw(&self, span: Span, out: &mut impl Write) -> io::Result<()> {
        let mut line_start = 0;
        let mut is_first = true;
        for (index, full_line) in self.text.split_inclusive('\n').enumerate() {
            let line = Line::new(full_line, line_start..line_start + full_line.len(), span);
            line_start += full_line.len();
            if line.marked.is_empty() {
                continue;
            }
            if is_first {
                writeln!(out, "  --> {}:{}:{}", self.name, index + 1, line.marked.start + 1)?;
                is_first = false;
            }
            line.draw(index + 1, out)?;
        }
        Ok(())
    }
}

/// One line as it is shown, and which of its characters are marked.
struct Line {
    shown: Vec<char>,
    marked: Range<usize>,
}

impl Line {
    fn new(full_line: &str, bytes: Range<usize>, span: Span) -> Self {
        let line = full_line.trim_end_matches(['\n', '\r']);
        let characters_before = |byte: u32| {
            let byte = (byte as usize).saturating_sub(bytes.start);
            line.char_indices().take_while(|(at, _)| *at < byte).count()
        };
        let marked = characters_before(span.start)..characters_before(span.end);
        Line { shown: line.chars().map(visible).collect(), marked }
    }

    fn draw(&self, number: usize, out: &mut impl Write) -> io::Result<()> {
        let window = self.window();
        let cut_left = if window.start > 0 { "…" } else { "" };
        let cut_right = if window.end < self.shown.len() { "…" } else { "" };
        let shown: String = self.part(&window).iter().collect();
        let lead = window.start..self.marked.start;
        let marked = self.marked.start..self.marked.end.min(window.end);
        let indent = self.width(&lead) + cut_left.chars().count();
        let carets = self.width(&marked).max(1);
        writeln!(out, "{number:>4} | {cut_left}{shown}{cut_right}")?;
        writeln!(out, "     | {:indent$}{:^<carets$}", "", "")
    }

    fn window(&self) -> Range<usize> {
        if self.shown.len() <= WIDEST {
            return 0..self.shown.len();
        }
        let start = self.marked.start.saturating_sub(LEAD).min(self.shown.len() - WIDEST);
        start..start + WIDEST
    }

    fn part(&self, range: &Range<usize>) -> &[char] {
        self.shown.get(range.clone()).unwrap_or_default()
    }

    /// Terminal columns, which are not characters: an emoji takes two, a combining mark none.
    fn width(&self, range: &Range<usize>) -> usize {
        self.part(range).iter().filter_map(|character| character.width()).sum()
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
