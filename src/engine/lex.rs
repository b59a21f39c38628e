//! Cuts a text into tokens in one pass.
//!
//! Hyphens, slashes and apostrophes inside a word make no token of their own ("follow-up" is two words that stand
//! close, "don't" is one), a number never holds letters ("27F" is a number and a word that stand close), and a
//! hashtag is the words that its capitals show. Shared with `rule_format` by path, so that lexicons and drafts are
//! cut by the same code.

use super::fold::{digit_value, is_combining_mark, is_invisible};
use super::token::Makeup;
pub(crate) use super::token::{Token, TokenKind};

/// All tokens of `text`, in order.
pub(crate) fn lex(text: &str) -> Vec<Token> {
    let tokens = Vec::with_capacity(text.len() / 5 + 8);
    let mut lexer = Lexer { text, at: 0, line: 0, glued: false, tokens };
    lexer.run();
    lexer.tokens
}

/// Lines that are broken to a width have so many bytes at least, at most, and where names are torn apart.
const SHORTEST_WRAPPED: usize = 40;
const LONGEST_WRAPPED: usize = 110;
const USUAL_WRAPPED: usize = 58;
/// A label at the beginning of a line has its colon within so many bytes.
const LONGEST_LABEL: usize = 28;
/// Words that no line ends with on purpose.
const GOING_ON: [&str; 32] = [
    "a", "an", "and", "at", "by", "for", "from", "her", "his", "in", "is", "of", "on", "or", "our", "per",
    "the", "their", "to", "was", "with", "under", "since", "until", "named", "Dr", "Mr", "Mrs", "Ms", "St",
    "Miss", "that",
];

struct Lexer<'t> {
    text: &'t str,
    at: usize,
    /// Where the line begins.
    line: usize,
    glued: bool,
    tokens: Vec<Token>,
}

impl Lexer<'_> {
    fn run(&mut self) {
        while let Some(byte) = self.text.as_bytes().get(self.at) {
            // Most of a text is these; they need no decoding.
            match byte {
                b' ' => self.skip_apart(self.at + 1),
                b'a'..=b'z' | b'A'..=b'Z' => {
                    if !self.plain_word() {
                        self.word();
                    }
                }
                b'0'..=b'9' => self.number(),
                _ => self.other(),
            }
        }
    }

    fn other(&mut self) {
        let Some(c) = self.char_at(self.at) else {
            self.at += 1;
            return;
        };
        let next = self.at + c.len_utf8();
        let behind_word = self.glued && self.tokens.last().is_some_and(Token::is_term);
        match c {
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => self.line_break(next),
            _ if c.is_whitespace() => self.skip_apart(next),
            _ if is_invisible(c) || is_combining_mark(c) => self.at = next,
            _ if digit_value(c).is_some() => self.number(),
            _ if c.is_alphabetic() => self.word(),
            // The apostrophe of "Graves' disease"; those inside words are the words' own.
            '\'' | '\u{2019}' if behind_word => self.at = next,
            '@' => self.at_sign(next),
            '#' => self.hash_sign(next),
            '-' | '/' | '_' | '\u{2010}' | '\u{2011}' | '&' | '+' if behind_word && self.joins(next) => {
                self.at = next
            }
            _ => self.mark(c, next),
        }
    }

    /// A line's end is a token, but not where a mail program or a record has broken a sentence to its width.
    fn line_break(&mut self, next: usize) {
        let (at, rest) = (self.at, self.text.as_bytes().get(next..).unwrap_or_default());
        let pair = self.text.as_bytes().get(at) == Some(&b'\r') && rest.first() == Some(&b'\n');
        let behind = next + usize::from(pair);
        if self.is_wrapped(behind) {
            self.skip_apart(behind);
        } else {
            self.emit(next, TokenKind::Newline);
        }
        self.line = behind;
    }

    /// Whether the line that ends here goes on at `next`: it is as long as such lines are, and the words do not stop.
    fn is_wrapped(&self, next: usize) -> bool {
        let length = self.at.saturating_sub(self.line);
        let Some(last) = self.tokens.last().filter(|_| length >= SHORTEST_WRAPPED) else { return false };
        let Some(first) = self.text.as_bytes().get(next).copied() else { return false };
        let goes_on = last.is_term() && !last.tagged || last.kind == TokenKind::Punctuation(b',');
        let word = last.text(self.text);
        if !goes_on || !first.is_ascii_alphanumeric() {
            return false;
        }
        let is_usual = length <= LONGEST_WRAPPED;
        let is_name = || last.capital && first.is_ascii_uppercase() && !self.is_label(next);
        (is_usual && first.is_ascii_lowercase())
            || GOING_ON.contains(&word)
            || (is_usual && length >= USUAL_WRAPPED && is_name())
    }

    /// "Age: 92": a line that begins so stands for itself.
    fn is_label(&self, start: usize) -> bool {
        let line = self.text.as_bytes().get(start..).unwrap_or_default();
        line.iter().take(LONGEST_LABEL).take_while(|byte| **byte != b'\n').any(|byte| *byte == b':')
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    fn skip_apart(&mut self, next: usize) {
        self.at = next;
        self.glued = false;
    }

    fn emit(&mut self, end: usize, kind: TokenKind) {
        self.push(self.at, end, kind, false);
        self.at = end;
        self.glued = kind != TokenKind::Newline;
    }

    fn push(&mut self, start: usize, end: usize, kind: TokenKind, tagged: bool) {
        let offset = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let letter =
            if tagged { start + usize::from(self.text.as_bytes().get(start) == Some(&b'#')) } else { start };
        let capital = match self.text.as_bytes().get(letter) {
            Some(byte) if byte.is_ascii() => byte.is_ascii_uppercase(),
            _ => self.char_at(letter).is_some_and(char::is_uppercase),
        };
        let bytes = self.text.as_bytes().get(start..end).unwrap_or_default();
        self.tokens.push(Token {
            makeup: Makeup::of(bytes),
            initial: bytes.first().map_or(0, u8::to_ascii_lowercase),
            start: offset(start),
            end: offset(end),
            kind,
            glued: self.glued,
            tagged,
            capital,
        });
    }

    /// Whether a joining mark behind a word stands directly before another.
    fn joins(&self, next: usize) -> bool {
        self.char_at(next).is_some_and(char::is_alphanumeric)
    }

    fn number(&mut self) {
        let mut end = self.at;
        let mut rest = self.text.get(self.at..).unwrap_or("").chars().peekable();
        while let Some(c) = rest.next() {
            let separator = match c {
                '.' => rest.peek().is_some_and(|c| digit_value(*c).is_some()),
                ',' => self.separates(end),
                _ => false,
            };
            if digit_value(c).is_none() && !separator && !is_invisible(c) {
                break;
            }
            end += c.len_utf8();
        }
        self.emit(end, TokenKind::Number);
    }

    /// Whether the comma at `comma` stands inside a number: "1,000" and "3,5", but not "02,312" or "0101,2024".
    fn separates(&self, comma: usize) -> bool {
        let digits = |text: &str| text.chars().take_while(|c| digit_value(*c).is_some()).count();
        let behind = self.text.get(comma + 1..).map_or(0, digits);
        let before = self.text.get(self.at..comma).unwrap_or("");
        (1..=3).contains(&behind) && !(before.len() > 1 && before.starts_with('0'))
    }

    /// Takes a word of ASCII letters and digits behind which nothing stands that could be a part of it, as most are.
    fn plain_word(&mut self) -> bool {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let (length, makeup) = Makeup::of_alphanumerics(rest);
        let ends =
            rest.get(length).is_none_or(|next| next.is_ascii() && !matches!(next, b'\'' | b':' | b'.'));
        if let Some(first) = rest.first().filter(|_| ends) {
            let offset = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            self.tokens.push(Token {
                makeup,
                initial: first.to_ascii_lowercase(),
                start: offset(self.at),
                end: offset(self.at + length),
                kind: TokenKind::Word,
                glued: self.glued,
                tagged: false,
                capital: first.is_ascii_uppercase(),
            });
            self.at += length;
            self.glued = true;
        }
        ends
    }

    fn word(&mut self) {
        let end = self.word_end(self.at);
        let url_end = match self.text.as_bytes().get(end) {
            Some(b':' | b'.') => self.url_end(end),
            _ => None,
        };
        match url_end {
            Some(end) => self.emit(end, TokenKind::Url),
            None => self.emit(end, TokenKind::Word),
        }
    }

    /// Where the word that begins at `start` ends: letters and digits, and apostrophes between them.
    fn word_end(&self, start: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut end = start;
        loop {
            end += Makeup::of_alphanumerics(bytes.get(end..).unwrap_or_default()).0;
            if bytes.get(end).is_some_and(|byte| byte.is_ascii() && *byte != b'\'') {
                return end;
            }
            let Some(c) = self.char_at(end) else { return end };
            let next = end + c.len_utf8();
            let apostrophe = matches!(c, '\'' | '\u{2019}' | '\u{2bc}');
            let inside = apostrophe && self.char_at(next).is_some_and(char::is_alphabetic);
            let invisible = is_invisible(c) && self.char_at(next).is_some_and(char::is_alphanumeric);
            if !(inside || invisible || is_combining_mark(c) || (!c.is_ascii() && c.is_alphanumeric())) {
                return end;
            }
            end = next;
        }
    }

    /// Where the address ends whose first word ends at `end`; `None` when it is no address.
    fn url_end(&self, end: usize) -> Option<usize> {
        let word = self.text.get(self.at..end)?;
        let rest = self.text.get(end..)?;
        let scheme = rest.starts_with("://") && (3..=6).contains(&word.len());
        let bare = rest.starts_with('.') && rest.as_bytes().get(1).is_some_and(u8::is_ascii_alphabetic);
        if !scheme && !(bare && (word.eq_ignore_ascii_case("www") || is_domain_ending(rest))) {
            return None;
        }
        let length = rest
            .find(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | ')'))
            .unwrap_or(rest.len());
        let address = rest.get(..length)?.trim_end_matches(['.', ',', '!', '?', ';', ':', '\'']);
        Some(end + address.len())
    }

    fn at_sign(&mut self, next: usize) {
        let bytes = self.text.as_bytes();
        let is_name = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-');
        let mut end = next;
        while bytes.get(end).is_some_and(is_name) {
            end += 1;
        }
        while end > next && bytes.get(end - 1).is_some_and(|b| matches!(b, b'.' | b'-')) {
            end -= 1;
        }
        let mut start = self.at;
        while start > 0 && bytes.get(start - 1).is_some_and(|b| is_name(b) || matches!(b, b'%' | b'+')) {
            start -= 1;
        }
        if start < self.at && bytes.get(next..end).is_some_and(|domain| domain.contains(&b'.')) {
            while self.tokens.last().is_some_and(|token| token.start as usize >= start) {
                self.tokens.pop();
            }
            self.at = start;
            self.emit(end, TokenKind::Email);
        } else if start == self.at && end > next {
            self.emit(end, TokenKind::Mention);
        } else {
            self.mark('@', next);
        }
    }

    /// A hashtag becomes the words that its capitals and digits show.
    fn hash_sign(&mut self, next: usize) {
        if self.glued || !self.char_at(next).is_some_and(char::is_alphabetic) {
            return self.mark('#', next);
        }
        let end = self.word_end(next);
        let mut start = self.at;
        let mut before = '#';
        let mut word_start = next;
        for (offset, c) in self.text.get(next..end).unwrap_or("").char_indices() {
            let at = next + offset;
            let follows = self.char_at(at + c.len_utf8()).is_some_and(char::is_lowercase);
            let new_word = c.is_uppercase() && at > word_start && (before.is_lowercase() || follows);
            if new_word {
                self.push(start, at, TokenKind::Word, true);
                self.glued = true;
                start = at;
                word_start = at;
            }
            before = c;
        }
        self.push(start, end, TokenKind::Word, true);
        self.at = end;
        self.glued = true;
    }

    fn mark(&mut self, c: char, next: usize) {
        let kind = match c {
            _ if c.is_ascii() => TokenKind::Punctuation(u8::try_from(c).unwrap_or(b'.')),
            '“' | '”' | '„' | '«' | '»' | '\u{ff02}' => TokenKind::Punctuation(b'"'),
            '‘' | '’' => TokenKind::Punctuation(b'\''),
            '–' | '—' | '―' | '\u{2010}' | '\u{2011}' => TokenKind::Punctuation(b'-'),
            '…' => TokenKind::Punctuation(b'.'),
            '。' => TokenKind::Punctuation(b'.'),
            '¿' => TokenKind::Punctuation(b'('),
            '！' => TokenKind::Punctuation(b'!'),
            '？' => TokenKind::Punctuation(b'?'),
            '•' | '·' => TokenKind::Punctuation(b'*'),
            '\u{1f3fb}'..='\u{1f3ff}' => {
                self.at = next;
                return;
            }
            _ if c >= '\u{2190}' => TokenKind::Symbol,
            _ => TokenKind::Punctuation(b'*'),
        };
        self.emit(next, kind);
    }
}

/// Whether `.rest` begins with the last part of a host name that people write without `www`.
fn is_domain_ending(rest: &str) -> bool {
    const ENDINGS: [&str; 14] =
        ["com", "org", "net", "gov", "edu", "io", "co", "health", "uk", "au", "clinic", "care", "me", "ly"];
    let name = rest.trim_start_matches('.');
    let length = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
    name.get(..length).is_some_and(|ending| ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        lex(text).iter().map(|token| token.text(text)).collect()
    }

    #[test]
    fn joining_marks_make_no_token() {
        assert_eq!(words("a 45-year-old's follow-up"), ["a", "45", "year", "old's", "follow", "up"]);
        assert_eq!(words("and/or don’t"), ["and", "or", "don’t"]);
    }

    #[test]
    fn numbers_hold_no_letters() {
        assert_eq!(
            words("800mg 27F 3.5 ml 1,000 4."),
            ["800", "mg", "27", "F", "3.5", "ml", "1,000", "4", "."]
        );
        assert_eq!(words("02,312 0101,2024"), ["02", ",", "312", "0101", ",", "2024"]);
    }

    #[test]
    fn addresses_stay_whole() {
        assert_eq!(
            words("mail jo.b@clinic.org, see https://x.com/a?b."),
            ["mail", "jo.b@clinic.org", ",", "see", "https://x.com/a?b", "."]
        );
        assert_eq!(words("myclinic.com/book him.He"), ["myclinic.com/book", "him", ".", "He"]);
        assert_eq!(words("hi @dana_runs!"), ["hi", "@dana_runs", "!"]);
    }

    #[test]
    fn a_hashtag_is_its_words() {
        assert_eq!(words("#FluShotDay #fyp #MRI"), ["#Flu", "Shot", "Day", "#fyp", "#MRI"]);
        assert!(lex("#FluShot").iter().all(|token| token.tagged));
    }

    #[test]
    fn pictographs_lose_their_modifiers() {
        let text = "ok 👍🏽 🤢️!";
        let kinds: Vec<TokenKind> = lex(text).iter().map(|token| token.kind).collect();
        assert_eq!(
            kinds,
            [TokenKind::Word, TokenKind::Symbol, TokenKind::Symbol, TokenKind::Punctuation(b'!')]
        );
    }

    #[test]
    fn tokens_lie_on_character_boundaries() {
        for text in ["", "\u{200b}", "é@ñ.co", "a\u{301}b", "# @ -", "\u{fffd}x", "👩‍⚕️said"] {
            for token in lex(text) {
                assert!(text.get(token.start as usize..token.end as usize).is_some());
            }
        }
    }
}
