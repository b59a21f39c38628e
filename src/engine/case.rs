//! Small letters for large ones and back, as Unicode has them but a letter for a letter: "ß" has no large one.
//!
//! The table is the standard library's, written down as runs when the build makes the tables: its own are 24 KB, a tenth
//! of all code to download.

use super::tables::LOWER;

/// Large letters with the same distance to their small ones.
#[derive(Debug)]
pub(crate) struct LetterRun {
    pub(crate) first: u32,
    pub(crate) last: u32,
    /// From one large letter to the next.
    pub(crate) stride: u32,
    pub(crate) to_lower: i32,
}

impl LetterRun {
    fn holds(&self, c: u32) -> bool {
        (self.first..=self.last).contains(&c) && (c - self.first).is_multiple_of(self.stride)
    }
}

/// A character as a small letter.
pub(crate) fn lower(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let number = u32::from(c);
    let run = LOWER.get(LOWER.partition_point(|run| run.last < number)).filter(|run| run.holds(number));
    run.and_then(|run| char::from_u32(number.wrapping_add_signed(run.to_lower))).unwrap_or(c)
}

/// A character as a large letter.
pub(crate) fn upper(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_uppercase();
    }
    let large = |run: &LetterRun| {
        let number = u32::from(c).wrapping_add_signed(-run.to_lower);
        char::from_u32(number).filter(|_| run.holds(number))
    };
    LOWER.iter().find_map(large).unwrap_or(c)
}

/// A text in small letters.
pub(crate) fn lowered(text: &str) -> String {
    text.chars().map(lower).collect()
}

/// A text with a large first letter.
pub(crate) fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(upper).into_iter().chain(chars).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_those_of_the_standard_library() {
        for c in '\0'..=char::MAX {
            assert_eq!(Some(lower(c)), c.to_lowercase().next(), "{c:?}");
        }
        for c in ('\0'..='\u{24f}').chain('\u{370}'..='\u{52f}').filter(|c| c.is_lowercase()) {
            let mut large = c.to_uppercase();
            if let (Some(large), None) = (large.next(), large.next())
                && large.to_lowercase().next() == Some(c)
            {
                assert_eq!(upper(c), large, "{c:?}");
            }
        }
    }

    #[test]
    fn texts_keep_what_is_no_letter() {
        assert_eq!(lowered("ÉTÉ 2027, ΣΑΣ, İzmir 🩺"), "été 2027, σασ, izmir 🩺");
        assert_eq!(capitalized("émile D."), "Émile D.");
        assert_eq!(capitalized(""), "");
    }
}
