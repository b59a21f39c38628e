//! Numbers that stand for one person: `identifiers/*.toml` says what each kind looks like.
//!
//! Digits are first brought into one form: tokens that stand close, with whatever people put between them (spaces,
//! dots, dashes, brackets, line breaks, pictographs), become parts joined by single hyphens. A kind's grouped shape
//! is compared with the hyphens, its cued shape without them; the latter counts only when one of its cue words
//! stands up to five words before or two behind. A word that says what else a number is ("order", "invoice")
//! directly before it settles the matter.

use std::sync::OnceLock;

use regex::Regex;

use super::check_digits::Check;
use super::office::Office;
use super::signal;
use crate::engine::fold::digit_value;
use crate::engine::lex::{Token, TokenKind};
use crate::engine::reading::Reading;
use crate::engine::signal::{Signal, SignalKind};
use crate::engine::tables::{IDENTIFIERS, kind};

/// One kind of number, as compiled.
#[derive(Debug)]
pub(crate) struct Shape {
    /// The signal it gives.
    pub(crate) signal: SignalKind,
    /// Its shape with hyphens between parts, and how long it may be without them.
    pub(crate) grouped: Option<(&'static str, u8, u8)>,
    /// Its shape without hyphens, and how long it may be.
    pub(crate) cued: Option<(&'static str, u8, u8)>,
    /// What it must pass.
    pub(crate) check: Check,
    /// The words that announce it.
    pub(crate) cue: Option<SignalKind>,
}

/// Cue words stand at most so many tokens before a number, or so many behind.
const CUE_BEFORE: u32 = 6;
const CUE_BEHIND: u32 = 3;
/// No identifier has more parts or characters.
const MOST_PARTS: usize = 10;
const LONGEST: usize = 34;
const SHORTEST: usize = 4;

/// The shapes' expressions, compiled when a checker first meets a number.
#[derive(Debug, Default)]
pub(crate) struct Identifiers {
    compiled: OnceLock<Vec<Expressions>>,
}

#[derive(Debug)]
struct Expressions {
    grouped: Option<Regex>,
    cued: Option<Regex>,
}

/// A token's share of a number, in capitals.
struct Part {
    token: u32,
    text: String,
    joint: Joint,
}

/// What stands between a part and the one before.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
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

/// What stands on either side of a run of parts.
struct Edges {
    before: Joint,
    behind: Joint,
}

impl Edges {
    fn allow_cued(&self) -> bool {
        [self.before, self.behind]
            .iter()
            .all(|joint| matches!(joint, Joint::Loose | Joint::Spaced | Joint::Listed))
    }

    fn allow_grouped(&self) -> bool {
        self.before == Joint::Loose && self.behind == Joint::Loose
    }
}

fn joint_at(parts: &[Part], at: usize) -> Joint {
    parts.get(at).map_or(Joint::Loose, |part| part.joint)
}

impl Identifiers {
    fn expressions(&self) -> &[Expressions] {
        self.compiled.get_or_init(|| {
            let compile =
                |shape: &Option<(&str, u8, u8)>| shape.and_then(|(pattern, ..)| Regex::new(pattern).ok());
            IDENTIFIERS
                .iter()
                .map(|shape| Expressions { grouped: compile(&shape.grouped), cued: compile(&shape.cued) })
                .collect()
        })
    }

    pub(super) fn recognize(&self, reading: &Reading<'_>, office: &Office, found: &mut Vec<Signal>) {
        let mut parts: Vec<Part> = Vec::new();
        for (at, token) in (0_u32..).zip(&reading.tokens) {
            if token.kind == TokenKind::Email && !office.has_address(reading.word(at)) {
                found.push(signal(kind::EMAIL, at, at + 1));
            }
            if !can_take_part(token, reading.text) {
                let bridge = !parts.is_empty() && is_bridge(token);
                if !bridge {
                    self.look(&parts, reading, office, found);
                    parts.clear();
                }
                continue;
            }
            if !parts.is_empty() && is_extension(token.text(reading.text)) {
                self.look(&parts, reading, office, found);
                parts.clear();
                continue;
            }
            let joint = joint_before(token, at, reading);
            push_parts(&mut parts, at, token.text(reading.text), joint);
        }
        self.look(&parts, reading, office, found);
    }

    fn look(&self, parts: &[Part], reading: &Reading<'_>, office: &Office, found: &mut Vec<Signal>) {
        let mut from = 0;
        while from < parts.len() {
            let longest = parts.len().min(from + MOST_PARTS);
            let hit = (from + 1..=longest).rev().find_map(|end| {
                let edges = Edges { before: joint_at(parts, from), behind: joint_at(parts, end) };
                let window = parts.get(from..end).filter(|_| edges.allow_cued())?;
                self.identify(window, &edges, reading, office).map(|signal| (end, signal))
            });
            match hit {
                Some((end, signal)) => {
                    found.push(signal);
                    from = end;
                }
                None => from += 1,
            }
        }
    }

    fn identify(
        &self,
        window: &[Part],
        edges: &Edges,
        reading: &Reading<'_>,
        office: &Office,
    ) -> Option<Signal> {
        let length: usize = window.iter().map(|part| part.text.len()).sum();
        if !(SHORTEST..=LONGEST).contains(&length) {
            return None;
        }
        let compact: String = window.iter().map(|part| part.text.as_str()).collect();
        // "000000000" is what a form shows before anybody has filled it in.
        if !compact.bytes().any(|byte| (b'1'..=b'9').contains(&byte)) {
            return None;
        }
        let (first, end) = (window.first()?.token, window.last()?.token + 1);
        let fits = |bounds: &Option<(&str, u8, u8)>| {
            bounds.is_some_and(|(_, least, most)| (usize::from(least)..=usize::from(most)).contains(&length))
        };
        let has =
            |expression: &Option<Regex>, text: &str| expression.as_ref().is_some_and(|e| e.is_match(text));
        let shapes = || IDENTIFIERS.iter().zip(self.expressions());
        let named_otherwise = is_something_else(first, 0, reading) || is_date(window);
        let announced = shapes().filter(|_| !named_otherwise).find(|(shape, expressions)| {
            fits(&shape.cued)
                && shape.cue.is_some_and(|cue| is_announced(first, end, cue, reading))
                && has(&expressions.cued, &compact)
                && shape.check.passes(&compact)
        });
        let joined = join(window);
        let by_grouping = || {
            shapes().filter(|_| edges.allow_grouped() && !is_something_else(first, 2, reading)).find(
                |(shape, expressions)| {
                    fits(&shape.grouped) && has(&expressions.grouped, &joined) && shape.check.passes(&compact)
                },
            )
        };
        let (shape, _) = announced.or_else(by_grouping)?;
        let own = shape.signal == kind::PHONE && office.has_number(&compact);
        let first = with_opening(first, end, reading);
        Some(signal(if own { kind::OFFICE_CONTACT } else { shape.signal }, first, end))
    }
}

fn join(window: &[Part]) -> String {
    let mut joined = String::with_capacity(LONGEST);
    for part in window {
        if part.joint != Joint::None && !joined.is_empty() {
            joined.push('-');
        }
        joined.push_str(&part.text);
    }
    joined
}

/// Numbers, words with digits, and short codes in capitals can be part of a number.
fn can_take_part(token: &Token, text: &str) -> bool {
    let word = token.text(text).trim_start_matches('#');
    match token.kind {
        TokenKind::Number => !word.contains(','),
        TokenKind::Word => {
            let code = word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_uppercase());
            let mixed = word.bytes().any(|byte| byte.is_ascii_digit()) && word.is_ascii();
            code || mixed || (token.glued && word.len() == 1 && word.is_ascii())
        }
        _ => false,
    }
}

/// "x204" behind a telephone number.
fn is_extension(word: &str) -> bool {
    let digits = word.strip_prefix(['x', 'X']);
    digits.is_some_and(|digits| {
        (1..=6).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// What may stand between two parts of one number.
fn is_bridge(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Symbol | TokenKind::Newline)
        || matches!(token.kind, TokenKind::Punctuation(b'-' | b'.' | b'/' | b'(' | b')' | b'+' | b'*'))
}

/// What stands between a token and the word or number before it.
fn joint_before(token: &Token, at: u32, reading: &Reading<'_>) -> Joint {
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
fn push_parts(parts: &mut Vec<Part>, token: u32, text: &str, joint: Joint) {
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

fn is_announced(first: u32, end: u32, cue: SignalKind, reading: &Reading<'_>) -> bool {
    let paragraph = reading.place(first).paragraph;
    reading.between(first.saturating_sub(CUE_BEFORE + 2), end + CUE_BEHIND).iter().any(|signal| {
        signal.kind == cue
            && signal.end + CUE_BEFORE > first
            && (signal.end <= first || signal.first >= end)
            && reading.place(signal.first).paragraph == paragraph
    })
}

/// A plus sign or bracket that opens a number belongs to it, or a fix would leave it behind.
fn with_opening(first: u32, end: u32, reading: &Reading<'_>) -> u32 {
    let glued = reading.token(first).is_some_and(|token| token.glued);
    let Some(before) = first.checked_sub(1).filter(|_| glued) else { return first };
    match reading.word(before) {
        "(" if (first..end).any(|at| reading.word(at) == ")") => with_opening(before, end, reading),
        "+" => before,
        _ => first,
    }
}

/// "16.11.1975", "2024-03-14": a date beside a cue for numbers is still a date.
fn is_date(window: &[Part]) -> bool {
    let [first, second, third] = window else { return false };
    let joined = second.joint == Joint::Tight && third.joint == Joint::Tight;
    let day =
        |part: &Part| part.text.len() <= 2 && part.text.parse().is_ok_and(|day: u32| (1..=31).contains(&day));
    let year =
        |part: &Part| part.text.len() == 4 && (part.text.starts_with("19") || part.text.starts_with("20"));
    joined && day(second) && ((day(first) && year(third)) || (year(first) && day(third)))
}

/// "order 123-45-6789": a word before it, at most `apart` tokens away, says what else the number is.
fn is_something_else(first: u32, apart: u32, reading: &Reading<'_>) -> bool {
    reading
        .between(first.saturating_sub(4), first)
        .iter()
        .any(|signal| signal.kind == kind::NUMBER_TYPES && signal.end + apart >= first)
}
