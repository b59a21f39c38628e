//! One word, number, mark or address of a text. Shared with `rule_format` by path, as `lex` is.

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// Letters, perhaps with digits and apostrophes behind them.
    Word,
    /// Digits, perhaps with decimal points and thousands separators between them.
    Number,
    /// `@handle`.
    Mention,
    /// A web address.
    Url,
    /// A mail address.
    Email,
    /// A pictograph, without its modifiers.
    Symbol,
    /// One punctuation mark, as its ASCII likeness.
    Punctuation(u8),
    /// The end of a line.
    Newline,
}

/// One token; its text is the draft's bytes from `start` to `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// First byte.
    pub(crate) start: u32,
    /// One past the last byte.
    pub(crate) end: u32,
    /// What it is.
    pub(crate) kind: TokenKind,
    /// No space stands between it and the token before (perhaps a hyphen or slash does).
    pub(crate) glued: bool,
    /// It stands in a hashtag.
    pub(crate) tagged: bool,
    /// It begins with a capital letter.
    pub(crate) capital: bool,
    /// What it is written with.
    pub(crate) makeup: Makeup,
    /// Its first byte, an ASCII letter as a small one; most words are told from another by it.
    pub(crate) initial: u8,
}

/// What the bytes of a token are: a glance that spares looking at most of them again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Makeup(u8);

/// The sort of every byte.
static SORTS: [u8; 256] = {
    let mut sorts = [0; 256];
    let mut rest = sorts.as_mut_slice();
    let mut byte = 0;
    while let Some((sort, others)) = rest.split_first_mut() {
        *sort = match byte {
            b'A'..=b'Z' => Makeup::CAPITALS.0,
            b'0'..=b'9' => Makeup::DIGITS.0,
            b'a'..=b'z' => Makeup::SMALL.0,
            0..=0x7f => Makeup::PLAIN.0,
            _ => Makeup::FOREIGN.0,
        };
        byte = byte.wrapping_add(1);
        rest = others;
    }
    sorts
};

impl Makeup {
    /// ASCII capitals.
    pub(crate) const CAPITALS: Makeup = Makeup(1);
    /// ASCII digits.
    pub(crate) const DIGITS: Makeup = Makeup(2);
    /// Small ASCII letters.
    const SMALL: Makeup = Makeup(16);
    /// Any other ASCII.
    const PLAIN: Makeup = Makeup(4);
    /// Parts of characters beyond ASCII.
    pub(crate) const FOREIGN: Makeup = Makeup(8);

    /// That of these bytes.
    #[inline]
    pub(crate) fn of(bytes: &[u8]) -> Makeup {
        let mut makeup = 0;
        for byte in bytes {
            makeup |= SORTS.get(usize::from(*byte)).copied().unwrap_or_default();
        }
        Makeup(makeup)
    }

    /// How many ASCII letters and digits `bytes` begin with, and what these are.
    #[inline]
    pub(crate) fn of_alphanumerics(bytes: &[u8]) -> (usize, Makeup) {
        const ALPHANUMERIC: u8 = Makeup::CAPITALS.0 | Makeup::DIGITS.0 | Makeup::SMALL.0;
        let mut makeup = 0;
        let is_other = |byte: &u8| {
            let sort = SORTS.get(usize::from(*byte)).copied().unwrap_or_default();
            let is_one = sort & ALPHANUMERIC != 0;
            makeup |= if is_one { sort } else { 0 };
            !is_one
        };
        let length = bytes.iter().position(is_other).unwrap_or(bytes.len());
        (length, Makeup(makeup))
    }

    /// That of both together.
    #[inline]
    pub(crate) fn and(self, other: Makeup) -> Makeup {
        Makeup(self.0 | other.0)
    }

    /// Whether there is one of that sort.
    #[inline]
    pub(crate) fn has(self, sort: Makeup) -> bool {
        self.0 & sort.0 != 0
    }

    /// Whether there is nothing but capitals.
    #[inline]
    pub(crate) fn is_capitals(self) -> bool {
        self == Makeup::CAPITALS
    }

    /// Whether there is nothing but capitals and digits.
    #[inline]
    pub(crate) fn is_code(self) -> bool {
        self.0 & !(Makeup::CAPITALS.0 | Makeup::DIGITS.0) == 0
    }
}

impl Token {
    /// The token's text.
    pub(crate) fn text<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start as usize..self.end as usize).unwrap_or("")
    }

    /// Whether it is a word of four or more capitals and nothing else.
    pub(crate) fn is_shouted(&self) -> bool {
        self.end - self.start > 3 && self.makeup.is_capitals()
    }

    /// Whether, at a glance, it may be a part of a number or code: capitals, digits, one letter behind something else.
    pub(crate) fn may_be_code(&self) -> bool {
        self.makeup.is_capitals() || self.makeup.has(Makeup::DIGITS) || self.glued
    }

    /// Whether it can be looked up: a word, number or symbol.
    pub(crate) fn is_term(&self) -> bool {
        matches!(self.kind, TokenKind::Word | TokenKind::Number | TokenKind::Symbol)
    }
}
