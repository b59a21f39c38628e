//! What an answer says of the person answered: "your crown", "you were laughing".
//!
//! Whoever answers a stranger can thank them, ask them to call and speak of everybody; all else supposes that they are
//! known. So what is recognized is every "you" and "your" that is not of that harmless kind.

use super::signal;
use crate::engine::lex::TokenKind;
use crate::engine::reading::Reading;
use crate::engine::signal::Signal;
use crate::engine::tables::kind;

/// Words in which what is theirs must be named: "your very kind words".
const WORDS_TO_NOUN: u32 = 3;
/// No harmless phrase begins so many words before its "you".
const LONGEST_PHRASE: u32 = 6;

pub(super) fn recognize(reading: &Reading<'_>, found: &mut Vec<Signal>) {
    let says_yours = reading.present().contains(kind::YOUR_WORD);
    for (at, token) in (0_u32..).zip(&reading.tokens) {
        // "you" begins with this letter, "your" in all languages is in a lexicon.
        if token.kind != TokenKind::Word || !(says_yours || token.initial == b'y') {
            continue;
        }
        if reading.has(at, kind::YOUR_WORD) {
            let noun = at + 1..at + 1 + WORDS_TO_NOUN;
            let harmless = is_covered(reading, at)
                || noun
                    .take_while(|it| reading.place(*it).clause == reading.place(at).clause)
                    .any(|it| reading.has(it, kind::GENERIC_YOURS));
            if !harmless {
                found.push(signal(kind::YOUR_OWN, at, at + 1));
            }
        } else if token.initial == b'y' && is_you(reading.word(at)) && !is_covered(reading, at) {
            found.push(signal(kind::YOU_YOURSELF, at, at + 1));
        }
    }
}

/// "you", "You're", "you’ve"
fn is_you(word: &str) -> bool {
    let mut bytes = word.bytes().map(|byte| byte.to_ascii_lowercase());
    let begins = [bytes.next(), bytes.next(), bytes.next()] == [Some(b'y'), Some(b'o'), Some(b'u')];
    begins && bytes.next().is_none_or(|next| !next.is_ascii_alphanumeric())
}

/// Whether the word stands in a phrase that is said to everybody.
fn is_covered(reading: &Reading<'_>, at: u32) -> bool {
    let phrases = reading.between(at.saturating_sub(LONGEST_PHRASE), at + 1);
    phrases.iter().any(|phrase| phrase.kind == kind::GENERIC_YOU && phrase.end > at)
}

#[cfg(test)]
mod tests {
    use crate::engine::{Checker, Config};

    fn known(text: &str) -> Vec<&str> {
        let found = Checker::new(Config::default()).signals(text);
        let of = ["your-own", "you-yourself"];
        found.into_iter().filter(|(_, kind)| of.contains(kind)).map(|(span, _)| span.of(text)).collect()
    }

    #[test]
    fn thanks_and_invitations_suppose_nothing() {
        assert!(known("Thank you for your very kind words! If you call us, we can help you.").is_empty());
    }

    #[test]
    fn all_else_supposes_that_somebody_is_known() {
        assert_eq!(
            known("You were laughing when your splint cracked, and you're still within the window."),
            ["You", "your", "you're"]
        );
    }
}
