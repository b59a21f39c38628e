//! The parts of a number as people write them: digits, codes, digits in words, and what stands between.

use crate::engine::fold::digit_value;
use crate::engine::lex::{Token, TokenKind};
use crate::engine::reading::Reading;

/// The longest code in capitals that can be a part: "WEST" in an IBAN.
const LONGEST_CODE: usize = 4;
/// "1-800-DENTIST"
const LONGEST_VANITY: usize = 9;

/// A token's share of a number, in capitals.
pub(super) struct Part {
    pub(super) token: u32,
    pub(super) text: String,
    pub(super) joint: Joint,
}

/// What stands between a part and the one before.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    /// Nothing.
    None,
    /// A hyphen, dot or slash: the same number goes on.
    Tight,
    /// One space between two numbers: a cue word can still tell them apart, grouping cannot.
    Spaced,
    /// A comma or bar without a space: a table, where a cue word must say what a number is.
    Listed,
    /// More: a number may begin or end here.
    Loose,
}

/// What stands before a part; before the first and behind the last, a number may begin or end.
pub(super) fn joint_at(parts: &[Part], at: usize) -> Joint {
    parts.get(at).map_or(Joint::Loose, |part| part.joint)
}

/// Numbers, words with digits, short codes in capitals, and the word of "1-800-DENTIST" can be part of a number.
pub(super) fn can_take_part(token: &Token, at: u32, parts: &[Part], reading: &Reading<'_>) -> bool {
    let word = || token.text(&reading.text).trim_start_matches('#');
    match token.kind {
        TokenKind::Number => !word().contains(','),
        TokenKind::Word if parts.is_empty() && !token.tagged && !token.may_be_code() => false,
        TokenKind::Word => {
            let word = word();
            let code = word.len() <= LONGEST_CODE && word.bytes().all(|byte| byte.is_ascii_uppercase());
            let mixed = word.bytes().any(|byte| byte.is_ascii_digit()) && word.is_ascii();
            let letter = token.glued && word.len() == 1 && word.is_ascii();
            code || mixed || letter || is_vanity(token, at, parts, reading)
        }
        _ => false,
    }
}

/// Capitals behind "1-800-" or an area code.
fn is_vanity(token: &Token, at: u32, parts: &[Part], reading: &Reading<'_>) -> bool {
    let word = token.text(&reading.text);
    let dialed = parts.last().is_some_and(|part| {
        part.token + 1 >= at.saturating_sub(1)
            && part.text.len() == 3
            && part.text.bytes().all(|byte| byte.is_ascii_digit())
    });
    dialed && word.len() <= LONGEST_VANITY && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// "x204" behind a telephone number.
pub(super) fn is_extension(word: &str) -> bool {
    let digits = word.strip_prefix(['x', 'X']);
    digits.is_some_and(|digits| {
        (1..=6).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// What may stand between two parts of one number.
pub(super) fn is_bridge(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Symbol | TokenKind::Newline)
        || matches!(token.kind, TokenKind::Punctuation(b'-' | b'.' | b'/' | b'(' | b')' | b'+' | b'*'))
}

/// What stands between a token and the word or number before it.
pub(super) fn joint_before(token: &Token, at: u32, reading: &Reading<'_>) -> Joint {
    let before =
        (0..at).rev().take(3).filter_map(|before| reading.token(before)).find(|before| before.is_term());
    let between = before.and_then(|before| reading.text.get(before.end as usize..token.start as usize));
    let numbers =
        token.kind == TokenKind::Number && before.is_some_and(|before| before.kind == TokenKind::Number);
    match between {
        Some("") => Joint::None,
        Some("-" | "." | "/" | "\u{2010}" | "\u{2011}" | "\u{2013}") => Joint::Tight,
        Some(" ") if numbers => Joint::Spaced,
        Some("," | "|" | ";") => Joint::Listed,
        _ => Joint::Loose,
    }
}

/// A number with dots inside has several parts.
pub(super) fn push_parts(parts: &mut Vec<Part>, token: u32, text: &str, joint: Joint) {
    for (number, piece) in text.split('.').enumerate() {
        let text = piece
            .chars()
            .filter_map(|c| {
                digit_value(c)
                    .map(|digit| char::from(b'0' + digit))
                    .or(Some(c).filter(char::is_ascii_alphabetic))
            })
            .map(|c| c.to_ascii_uppercase())
            .collect();
        parts.push(Part { token, text, joint: if number > 0 { Joint::Tight } else { joint } });
    }
}

/// A digit in words; words one behind the other are one group: "five five five, oh one four two".
pub(super) fn push_spoken(parts: &mut Vec<Part>, token: u32, digit: char, reading: &Reading<'_>) {
    let before = token.checked_sub(1);
    let follows = before.is_some_and(|before| digit_word(reading, before).is_some());
    let goes_on = follows && parts.last().is_some_and(|part| Some(part.token) == before);
    parts.push(Part { token, text: digit.into(), joint: if goes_on { Joint::None } else { Joint::Loose } });
}

/// The digit that a word is, when another digit in words is its neighbor; alone it is a word.
pub(super) fn spoken_digit(reading: &Reading<'_>, at: u32) -> Option<char> {
    let digit = digit_word(reading, at)?;
    let neighbor = |at: Option<u32>| at.is_some_and(|at| digit_word(reading, at).is_some());
    let past_mark = |at: u32| stands_between_spoken(reading, at);
    (neighbor(at.checked_sub(1))
        || neighbor(at.checked_add(1))
        || at.checked_sub(1).is_some_and(past_mark)
        || past_mark(at + 1))
    .then_some(digit)
}

/// Whether a comma or dash stands between two digits in words.
pub(super) fn stands_between_spoken(reading: &Reading<'_>, at: u32) -> bool {
    matches!(reading.word(at), "," | "-" | "–" | "—" | ".")
        && at.checked_sub(1).is_some_and(|before| digit_word(reading, before).is_some())
        && digit_word(reading, at + 1).is_some()
}

fn digit_word(reading: &Reading<'_>, at: u32) -> Option<char> {
    let token = reading.token(at).filter(|token| token.kind == TokenKind::Word)?;
    // Every word of a draft is asked, so its first letter and length are looked at before its text.
    let alike: &[(&str, char)] = match (token.initial, token.end - token.start) {
        (b'z', 4) => &[("zero", '0')],
        (b'o', 2) => &[("oh", '0')],
        (b'o', 3) => &[("one", '1')],
        (b't', 3) => &[("two", '2')],
        (b't', 5) => &[("three", '3')],
        (b'f', 4) => &[("four", '4'), ("five", '5')],
        (b's', 3) => &[("six", '6')],
        (b's', 5) => &[("seven", '7')],
        (b'e', 5) => &[("eight", '8')],
        (b'n', 4) => &[("nine", '9')],
        _ => return None,
    };
    let is_one = |(digit, _): &&(&str, char)| digit.eq_ignore_ascii_case(reading.word(at));
    alike.iter().find(is_one).map(|(_, value)| *value)
}

/// The same with letters that look like digits as digits; `None` when there are none beside a digit.
pub(super) fn without_lookalikes(number: &str) -> Option<String> {
    let digits = |c: char| match c {
        'O' => '0',
        'I' | 'L' => '1',
        c => c,
    };
    let plain: String = number.chars().map(digits).collect();
    (plain != number && number.bytes().any(|byte| byte.is_ascii_digit())).then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::without_lookalikes;

    #[test]
    fn only_letters_like_digits_are_replaced() {
        assert_eq!(without_lookalikes("44719O2").as_deref(), Some("4471902"));
        assert_eq!(without_lookalikes("4471902"), None);
        assert_eq!(without_lookalikes("OIL"), None);
    }
}
