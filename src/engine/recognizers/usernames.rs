//! The name that somebody goes by on a site or a portal: "username: jmart_1988", "skype: maria.delgado55".
//!
//! A word of letters alone may be any word, so a name must show a digit or a mark inside; the writer's own is no one
//! else's business.

use super::signal;
use crate::engine::lex::{Token, TokenKind};
use crate::engine::reading::Reading;
use crate::engine::signal::Signal;
use crate::engine::tables::kind;

/// A name stands at most so many tokens behind the word that announces it.
const FARTHEST: u32 = 3;

pub(super) fn recognize(reading: &Reading<'_>, found: &mut Vec<Signal>) {
    if !reading.present().contains(kind::USERNAME_CUE) {
        return;
    }
    for cue in reading.signals().iter().filter(|signal| signal.kind == kind::USERNAME_CUE) {
        let own = cue.first.checked_sub(1).is_some_and(|before| {
            matches!(reading.word(before), "my" | "My" | "our" | "Our")
                || reading.has(before, kind::NUMBER_TYPES)
        });
        if let Some((first, end)) = (cue.end..cue.end + FARTHEST)
            .filter(|_| !own)
            .filter(|at| !reading.token(*at).is_some_and(|token| token.glued && token.is_term()))
            .find_map(|at| name_at(reading, at))
        {
            found.push(signal(kind::IDENTIFIER, first, end));
        }
    }
}

/// The name whose first token is at `at`: "jmart_1988", "maria.delgado55".
fn name_at(reading: &Reading<'_>, at: u32) -> Option<(u32, u32)> {
    let first =
        reading.token(at).filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Mention))?;
    let joins =
        |token: &Token| token.glued && (token.is_term() || matches!(token.text(&reading.text), "." | "_"));
    let mut end = at + 1;
    while reading.token(end).is_some_and(joins) {
        end += 1;
    }
    // The mark that ends the sentence is not the name's.
    while end > at + 1 && !reading.token(end - 1).is_some_and(Token::is_term) {
        end -= 1;
    }
    let last = reading.token(end - 1)?;
    let name = reading.text.get(first.start as usize..last.end as usize)?;
    let marked = name.bytes().any(|byte| byte.is_ascii_digit()) || name.contains(['_', '.', '@']);
    (marked && name.bytes().any(|byte| byte.is_ascii_alphabetic())).then_some((at, end))
}

#[cfg(test)]
mod tests {
    use crate::engine::{Checker, Config};

    fn holds_identifier(text: &str) -> bool {
        Checker::new(Config::default()).signals(text).iter().any(|(_, kind)| *kind == "identifier")
    }

    #[test]
    fn a_name_behind_its_word_is_somebodys() {
        for text in
            ["the username is jmart_1988 there", "skype: maria.delgado55", "she goes by sk8rdave77 online"]
        {
            assert!(holds_identifier(text), "{text}");
        }
        for text in ["my username is lee_1988", "my username is taken", "username and password reset"] {
            assert!(!holds_identifier(text), "{text}");
        }
    }
}
