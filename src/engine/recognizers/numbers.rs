//! Doses, and numbers that are neither a dose nor an age.

use super::{ages, signal};
use crate::engine::lex::TokenKind;
use crate::engine::reading::Reading;
use crate::engine::signal::Signal;
use crate::engine::tables::kind;

pub(super) fn recognize(reading: &Reading<'_>, found: &mut Vec<Signal>) {
    let spells_numbers = reading.present().contains(kind::NUMBER_WORDS);
    if !spells_numbers && !reading.inventory.has_numbers() {
        return;
    }
    for (at, token) in (0_u32..).zip(&reading.tokens) {
        if token.kind == TokenKind::Number {
            if let Some(end) = reading.end_of(at + 1, kind::DOSE_UNIT) {
                found.push(signal(kind::DOSE, at, end));
            } else if !ages::in_digits(reading, at, found) {
                found.push(signal(kind::NUMBER, at, at + 1));
            }
        } else if spells_numbers && let Some(end) = reading.end_of(at, kind::NUMBER_WORDS) {
            ages::in_words(reading, at, end, found);
        }
    }
}
