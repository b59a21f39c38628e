//! What a text is written with at all: a glance that spares recognizers their look through all tokens.

use super::token::{Makeup, Token, TokenKind};

/// The sorts of token of a text.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Inventory {
    /// What its tokens are written with, all together.
    makeup: Makeup,
    /// One bit for each ASCII mark.
    marks: u128,
    has_numbers: bool,
    has_links: bool,
    has_shouting: bool,
    glued: u32,
}

impl Inventory {
    /// Of these tokens.
    pub(crate) fn of(tokens: &[Token]) -> Inventory {
        let mut all = Inventory::default();
        for token in tokens {
            all.makeup = all.makeup.and(token.makeup);
            all.glued += u32::from(token.glued);
            match token.kind {
                TokenKind::Word => all.has_shouting |= token.is_shouted(),
                TokenKind::Number => all.has_numbers = true,
                TokenKind::Punctuation(mark) => all.marks |= 1_u128.checked_shl(mark.into()).unwrap_or(0),
                TokenKind::Mention | TokenKind::Url | TokenKind::Email => all.has_links = true,
                TokenKind::Symbol | TokenKind::Newline => {}
            }
        }
        all
    }

    /// Whether there is a number.
    pub(crate) fn has_numbers(self) -> bool {
        self.has_numbers
    }

    /// Whether there may be a digit, in whatever script.
    pub(crate) fn may_have_digits(self) -> bool {
        self.has_numbers || self.makeup.has(Makeup::DIGITS) || self.makeup.has(Makeup::FOREIGN)
    }

    /// Whether there is one of these marks.
    pub(crate) fn has_mark(self, marks: &[u8]) -> bool {
        marks.iter().any(|mark| self.marks & 1_u128.checked_shl((*mark).into()).unwrap_or(0) != 0)
    }

    /// Whether there is a mention, or a web or mail address.
    pub(crate) fn has_links(self) -> bool {
        self.has_links
    }

    /// Whether there is a word in capitals.
    pub(crate) fn has_shouting(self) -> bool {
        self.has_shouting
    }

    /// How many tokens stand close to the one before.
    pub(crate) fn glued(self) -> u32 {
        self.glued
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::lex::lex;

    fn of(text: &str) -> Inventory {
        Inventory::of(&lex(text))
    }

    #[test]
    fn what_stands_somewhere_is_told() {
        let plain = of("We are open, and the door is blue.");
        assert!(
            !plain.has_numbers() && !plain.may_have_digits() && !plain.has_links() && !plain.has_shouting()
        );
        assert!(plain.has_mark(b",?") && !plain.has_mark(b"?|"));
        assert!(of("Bed 12").has_numbers());
        assert!(of("call x204").may_have_digits() && of("٣ days").may_have_digits());
        assert!(of("see @dana").has_links() && of("a@b.org").has_links() && of("see www.b.org").has_links());
        assert!(of("we are OPEN").has_shouting());
        assert_eq!(of("3C-5A").glued(), 3);
    }
}
