//! What punctuation and capitals say: questions, quotations, prices, shouting, @handles, addresses, length.

use super::signal;
use crate::engine::lex::{Token, TokenKind};
use crate::engine::reading::Reading;
use crate::engine::segment::Stretch;
use crate::engine::setting::Setting;
use crate::engine::signal::Signal;
use crate::engine::tables::kind;

/// A quotation is at least this many tokens; shorter ones are scare quotes.
const SHORTEST_QUOTATION: u32 = 3;
/// Marks that say something; signs of currency beyond ASCII count as asterisks.
const MARKS: &[u8] = b"?\"$*";

pub(super) fn recognize(reading: &Reading<'_>, found: &mut Vec<Signal>) {
    begin_sentences(reading, found);
    let all = reading.inventory;
    if !(all.has_links() || all.has_shouting() || all.has_mark(MARKS)) {
        return;
    }
    let mut open_quote = None;
    for (at, token) in (0_u32..).zip(&reading.tokens) {
        match token.kind {
            TokenKind::Mention => found.push(signal(kind::MENTION, at, at + 1)),
            TokenKind::Url => found.push(signal(kind::URL, at, at + 1)),
            TokenKind::Newline => open_quote = None,
            TokenKind::Punctuation(_) if begins_price(reading, at) => {
                found.push(signal(kind::PRICE, at, at + 2));
            }
            TokenKind::Punctuation(b'?') => found.push(signal(kind::QUESTION, at, at + 1)),
            TokenKind::Punctuation(b'"') => match open_quote.take() {
                Some(open) if at - open > SHORTEST_QUOTATION => {
                    found.push(signal(kind::QUOTATION, open, at + 1));
                }
                Some(_) => {}
                None => open_quote = Some(at),
            },
            TokenKind::Word if token.is_shouted() => {
                found.push(signal(kind::SHOUTING, at, at + 1));
            }
            _ => {}
        }
    }
}

fn begin_sentences(reading: &Reading<'_>, found: &mut Vec<Signal>) {
    for sentence in (0..).take(reading.places.sentence_count()) {
        let (first, end) = reading.places.reach(Stretch::Sentence, sentence);
        let word = (first..end).find(|at| reading.token(*at).is_some_and(Token::is_term));
        found.extend(word.map(|at| signal(kind::SENTENCE, at, at + 1)));
    }
}

/// Marks the draft's first word, where it stands in this passage.
pub(super) fn mark_opening(reading: &Reading<'_>, setting: &Setting, found: &mut Vec<Signal>) {
    let first_word = (0_u32..).zip(&reading.tokens).find(|(_, token)| token.is_term());
    if let Some((at, _)) = first_word.filter(|_| setting.is_first) {
        found.push(signal(kind::FIRST_WORD, at, at + 1));
    }
}

/// Marks the draft's third sentence, where it begins in this passage.
pub(super) fn mark_length(reading: &Reading<'_>, setting: &Setting, found: &mut Vec<Signal>) {
    let Some(third) = setting.third_sentence else { return };
    let (at, _) = reading.places.reach(Stretch::Sentence, third);
    found.push(signal(kind::MANY_WORDS, at, at + 1));
}

fn begins_price(reading: &Reading<'_>, at: u32) -> bool {
    matches!(reading.word(at), "$" | "£" | "€")
        && reading.token(at + 1).is_some_and(|next| next.glued && next.kind == TokenKind::Number)
}
