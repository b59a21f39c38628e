//! Lines of the messages that hospitals' systems send each other: "PID|1||884213^^^MRN||DOE^JANE||19480917|F".
//!
//! Such a line says who somebody is in a form that no prose has, so all of it counts as one number that stands for them.

use super::signal;
use crate::engine::lex::TokenKind;
use crate::engine::reading::Reading;
use crate::engine::signal::Signal;
use crate::engine::tables::kind;

/// The segments that say who a patient is, who is kin to them, who pays and who cares.
const PERSONAL: [&str; 8] = ["PID", "NK1", "PV1", "IN1", "GT1", "MRG", "ORC", "OBR"];
/// A line with fewer bars is a heading or a note.
const FEWEST_BARS: usize = 3;

pub(super) fn recognize(reading: &Reading<'_>, found: &mut Vec<Signal>) {
    if !reading.inventory.has_mark(b"|") {
        return;
    }
    // Behind the last line that was found: what it holds is not looked at again, so this stays linear in the text.
    let mut behind = 0;
    for (at, token) in (0_u32..).zip(&reading.tokens) {
        if at < behind {
            continue;
        }
        // "NK1" is one token or two.
        let bar = (at + 1..at + 3).find(|bar| reading.word(*bar) == "|");
        let Some(bar) = bar.and_then(|bar| reading.token(bar)).filter(|bar| bar.glued) else { continue };
        let name = reading.text.get(token.start as usize..bar.start as usize).unwrap_or_default();
        if !PERSONAL.contains(&name) {
            continue;
        }
        let ends = |token: &&crate::engine::lex::Token| token.kind == TokenKind::Newline;
        let count = u32::try_from(reading.tokens.len()).unwrap_or(u32::MAX);
        let end = (at..count).find(|end| reading.token(*end).as_ref().is_some_and(ends)).unwrap_or(count);
        if (at..end).filter(|it| reading.word(*it) == "|").count() >= FEWEST_BARS {
            found.push(signal(kind::IDENTIFIER, at, end));
            behind = end;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::engine::{Checker, Config};

    #[test]
    fn a_line_of_a_message_stands_for_one_person_as_a_whole() {
        let whole = |text: &str| {
            let found = Checker::new(Config::default()).signals(text);
            found.iter().any(|(span, kind)| *kind == "identifier" && span.of(text) == text)
        };
        assert!(whole("PID|1||55120^^^MRN||ROE^ADA^M||19510302|F"));
        assert!(whole("NK1|1|ROE^TOM|SPOUSE|||5550142"));
        assert!(!whole("PID|fever|what to do"));
        assert!(!whole("The PID segment holds the name"));
    }
}
