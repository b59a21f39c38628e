//! The sentence and the word that somebody is in the middle of writing.

use super::reading::Reading;
use super::segment::Stretch;
use super::span::Span;

/// A sentence is looked for within so many bytes before the place; what goes on for longer is none.
const LONGEST_SENTENCE: usize = 4096;

/// What is not finished at a place in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Unfinished {
    /// The sentence, as far as it stands there.
    pub(crate) sentence: Span,
    /// The word in it; empty behind a space.
    pub(crate) word: Span,
}

impl Unfinished {
    /// What is unfinished at `at`, a place in bytes; `None` where a sentence has just ended.
    ///
    /// It has ended when a letter typed right there would begin another one.
    pub(crate) fn at(text: &str, at: usize, read: impl Fn(&str) -> Reading<'_>) -> Option<Unfinished> {
        let at = text.floor_char_boundary(at);
        let (before, behind) = text.split_at_checked(at)?;
        let line_start = behind_last(before, is_line_end);
        let from = line_start.max(text.ceil_char_boundary(at.saturating_sub(LONGEST_SENTENCE)));
        let typed_on = [text.get(from..at)?, "a"].concat();
        let start = from + sentence_around(&read(&typed_on), typed_on.len())?.start as usize;
        if start == at {
            return None;
        }
        let line_end = at + behind.find(is_line_end).unwrap_or(behind.len());
        let end = sentence_around(&read(text.get(start..line_end)?), at - start)?.end as usize;
        let word_start = start + behind_last(text.get(start..at)?, char::is_whitespace);
        let word_end = at + behind.find(char::is_whitespace).unwrap_or(behind.len());
        let sentence = Span::new(start, at.max(start + end));
        Some(Unfinished { sentence, word: Span::new(word_start, word_end) })
    }
}

/// Where the part of `text` begins that stands behind the last of such characters.
fn behind_last(text: &str, is_one: fn(char) -> bool) -> usize {
    text.rfind(is_one).map_or(0, |last| text.ceil_char_boundary(last + 1))
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

/// The sentence of the last token that begins before `at`.
fn sentence_around(reading: &Reading<'_>, at: usize) -> Option<Span> {
    let begun = reading.tokens.partition_point(|token| (token.start as usize) < at);
    let last = u32::try_from(begun.checked_sub(1)?).ok()?;
    let (first, end) = reading.around(last, Stretch::Sentence);
    Some(reading.span(first, end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::vocabulary::Vocabulary;

    /// The sentence and the word that are unfinished at the bar.
    fn unfinished(text: &str) -> Option<(String, String)> {
        let vocabulary = Vocabulary::load();
        let at = text.find('|').unwrap();
        let text = text.replacen('|', "", 1);
        let found = Unfinished::at(&text, at, |text| Reading::new(text.into(), &vocabulary))?;
        Some((found.sentence.of(&text).to_owned(), found.word.of(&text).to_owned()))
    }

    fn is(text: &str, sentence: &str, word: &str) {
        assert_eq!(unfinished(text), Some((sentence.to_owned(), word.to_owned())), "{text:?}");
    }

    #[test]
    fn a_sentence_is_unfinished_up_to_its_mark() {
        is("So proud of Marc|", "So proud of Marc", "Marc");
        is("We are open. So proud |", "So proud ", "");
        is("First line\nsecond li|", "second li", "li");
        assert_eq!(unfinished("So proud!|"), None);
        assert_eq!(unfinished("So proud. |"), None);
        assert_eq!(unfinished("So proud\n|"), None);
        assert_eq!(unfinished("|"), None);
    }

    #[test]
    fn a_dot_ends_a_sentence_once_a_space_shows_that_it_is_no_point() {
        is("Take 2.|", "Take 2.", "2.");
        is("See example.|", "See example.", "example.");
        is("Thank you Dr. |", "Thank you Dr. ", "");
        assert_eq!(unfinished("Take 2. |"), None);
    }

    #[test]
    fn in_the_middle_of_a_text_the_sentence_reaches_to_its_end() {
        is("Hello all. So proud of Mar|cus Bell. See you!", "So proud of Marcus Bell.", "Marcus");
        is("So pr|oud\nSee you!", "So proud", "proud");
        assert_eq!(unfinished("Hello all. | See you!"), None);
    }

    #[test]
    fn places_between_characters_are_no_trouble() {
        let vocabulary = Vocabulary::load();
        let text = "Big day 🎉 für José\u{301}";
        for at in 0..text.len() + 9 {
            let found = Unfinished::at(text, at, |text| Reading::new(text.into(), &vocabulary));
            assert!(found.is_none_or(|found| !found.sentence.of(text).is_empty()), "{at}");
        }
    }
}
