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
}

impl Token {
    /// The token's text.
    pub(crate) fn text<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start as usize..self.end as usize).unwrap_or("")
    }

    /// Whether it can be looked up: a word, number or symbol.
    pub(crate) fn is_term(&self) -> bool {
        matches!(self.kind, TokenKind::Word | TokenKind::Number | TokenKind::Symbol)
    }
}
