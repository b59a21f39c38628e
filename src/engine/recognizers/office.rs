//! The practice's own people and contacts, from the office profile: never a patient's.

use super::signal;
use crate::engine::case::lowered;
use crate::engine::config::OfficeProfile;
use crate::engine::fold::{Folded, digit_value};
use crate::engine::lex::{Token, TokenKind, lex};
use crate::engine::phrases::possessor;
use crate::engine::reading::Reading;
use crate::engine::signal::{Signal, SignalKind};
use crate::engine::tables::kind;

/// Digits that a telephone number has at least, so that a house number is not taken for one.
const FEWEST_DIGITS: usize = 7;

/// The office profile, prepared for looking up.
#[derive(Debug, Default)]
pub(crate) struct Office {
    terms: Vec<(Vec<Vec<u8>>, SignalKind)>,
    numbers: Vec<String>,
    addresses: Vec<String>,
}

impl Office {
    /// Prepares a profile.
    pub(crate) fn new(profile: &OfficeProfile) -> Self {
        let mut office = Office::default();
        let contacts =
            profile.contacts.iter().chain(&profile.phones).chain([&profile.phone, &profile.portal]);
        for contact in contacts {
            let digits = keypad_digits(contact);
            if is_address(contact) {
                office.addresses.push(plain_address(contact));
            } else if digits.len() >= FEWEST_DIGITS {
                office.numbers.push(digits);
            } else {
                office.add(contact, kind::OFFICE_CONTACT);
            }
        }
        // Posts give the street alone as often as the whole address.
        let street = profile.address.split([',', '\n']).next().unwrap_or_default();
        for own in [&profile.practice, &profile.hours, &profile.address, street] {
            office.add(own, kind::OFFICE_CONTACT);
        }
        office.add(&profile.contact, kind::STAFF_NAME);
        for name in &profile.staff {
            office.add(name, kind::STAFF_NAME);
        }
        office
    }

    fn add(&mut self, text: &str, kind: SignalKind) {
        let words: Vec<Vec<u8>> = lex(text)
            .iter()
            .filter(|token| !matches!(token.kind, TokenKind::Punctuation(_) | TokenKind::Newline))
            .filter_map(|token| Folded::of(token.text(text)).map(|folded| folded.as_bytes().to_vec()))
            .collect();
        if words.is_empty() {
            return;
        }
        if kind == kind::STAFF_NAME && words.len() > 1 {
            // Colleagues go by their first name in a post.
            self.terms.extend(words.first().map(|first| (vec![first.clone()], kind)));
        }
        self.terms.push((words, kind));
    }

    /// Whether this is a number of the practice, with or without the country's prefix, in digits or a dialed word.
    pub(crate) fn has_number(&self, number: &str) -> bool {
        let digits = keypad_digits(number);
        self.numbers.iter().any(|own| {
            let (long, short) = if own.len() >= digits.len() {
                (own.as_str(), digits.as_str())
            } else {
                (digits.as_str(), own.as_str())
            };
            short.len() >= FEWEST_DIGITS && long.ends_with(short) && long.len() - short.len() <= 3
        })
    }

    /// Whether this mail or web address is one of the practice.
    pub(crate) fn has_address(&self, address: &str) -> bool {
        let address = plain_address(address);
        self.addresses.iter().any(|own| address.starts_with(own.as_str()))
    }

    pub(super) fn recognize(&self, reading: &Reading<'_>, found: &mut Vec<Signal>) {
        if self.terms.is_empty() {
            return;
        }
        for (at, token) in (0_u32..).zip(&reading.tokens) {
            if matches!(token.kind, TokenKind::Punctuation(_) | TokenKind::Newline) {
                continue;
            }
            for (words, kind) in &self.terms {
                if let Some(end) = stands_at(words, at, reading) {
                    found.push(signal(*kind, at, end));
                }
            }
        }
    }
}

fn stands_at(words: &[Vec<u8>], at: u32, reading: &Reading<'_>) -> Option<u32> {
    let mut end = at;
    for word in words {
        while end > at && reading.token(end).is_some_and(is_passed_over) {
            end += 1;
        }
        let text = reading.word(end);
        let same = |text: &str| Folded::of(text).is_some_and(|folded| folded.as_bytes() == word.as_slice());
        if !same(text) && !possessor(text).is_some_and(same) {
            return None;
        }
        end += 1;
    }
    Some(end)
}

/// "Dr. Shah", "12 Harbor Street, Springfield": marks inside what is one name or address.
fn is_passed_over(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Punctuation(b'.' | b',') | TokenKind::Newline)
}

/// Whether what somebody has typed as a contact is a mail or web address.
fn is_address(contact: &str) -> bool {
    let contact = contact.trim();
    let is_dotted = contact.contains('.') && contact.chars().any(char::is_alphabetic);
    !contact.contains(char::is_whitespace) && (contact.contains(['@', '/']) || is_dotted)
}

/// "https://www.Example.org/" and "example.org" are one place.
fn plain_address(address: &str) -> String {
    let address = lowered(address.trim());
    let host = address.split_once("://").map_or(address.as_str(), |(_, behind)| behind);
    host.strip_prefix("www.").unwrap_or(host).trim_end_matches('/').to_owned()
}

/// The digits that are dialed for a number; the capitals of "1-800-DENTIST" stand for digits, too.
fn keypad_digits(number: &str) -> String {
    let dialed = number.chars().find(char::is_ascii_alphanumeric).is_some_and(|first| first.is_ascii_digit());
    let key = |c: char| match c {
        'A'..='C' => Some('2'),
        'D'..='F' => Some('3'),
        'G'..='I' => Some('4'),
        'J'..='L' => Some('5'),
        'M'..='O' => Some('6'),
        'P'..='S' => Some('7'),
        'T'..='V' => Some('8'),
        'W'..='Z' => Some('9'),
        _ => None,
    };
    if !dialed {
        return digits(number);
    }
    let digit = |c: char| digit_value(c).map(|digit| char::from(b'0' + digit)).or_else(|| key(c));
    number.chars().filter_map(digit).collect()
}

/// The decimal digits of a text, in ASCII.
pub(crate) fn digits(text: &str) -> String {
    text.chars().filter_map(digit_value).map(|digit| char::from(b'0' + digit)).collect()
}
