//! Postal codes whose shape alone gives them away: British "LS22 6QT", Canadian "K1A 0B1".

use crate::engine::reading::Reading;
use crate::engine::token::Makeup;

/// The end of the code that begins at a token; capitals only, in two halves, with or without a space.
pub(super) fn end(reading: &Reading<'_>, at: u32) -> Option<u32> {
    let first = reading.token(at).filter(|token| token.capital && !token.glued && token.makeup.is_code())?;
    let word = first.text(&reading.text);
    let letters = word.bytes().take_while(u8::is_ascii_uppercase).count();
    if !(1..=2).contains(&letters) {
        return None;
    }
    let has_digits = |at: u32| reading.token(at).is_some_and(|token| token.makeup.has(Makeup::DIGITS));
    if !(at..at + 4).any(has_digits) {
        return None;
    }
    // The halves are two to four tokens: "LS22", "6", "QT".
    (at + 2..=at + 4).find(|end| {
        let code: Option<Vec<&str>> = (at..*end)
            .map(|at| reading.token(at).filter(|token| token.is_term()).map(|_| reading.word(at)))
            .collect();
        let ends_word = !reading.token(*end).is_some_and(|next| next.glued && next.is_term());
        ends_word && code.is_some_and(|parts| is_code(&parts.concat()))
    })
}

/// "LS226QT" and its like: one or two letters, a digit or two, perhaps a letter; then a digit and two letters.
fn is_code(code: &str) -> bool {
    let shape: Vec<u8> = code
        .bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' => b'A',
            b'0'..=b'9' => b'9',
            _ => b' ',
        })
        .collect();
    let british = shape
        .strip_suffix(b"9AA")
        .is_some_and(|area| [&b"A9"[..], b"A99", b"AA9", b"AA99", b"A9A", b"AA9A"].contains(&area));
    british || shape == b"A9A9A9"
}

#[cfg(test)]
mod tests {
    use super::is_code;

    #[test]
    fn codes_have_one_of_few_shapes() {
        for good in ["LS226QT", "M11AE", "SW1A1AA", "K1A0B1"] {
            assert!(is_code(good), "{good}");
        }
        for bad in ["LS22", "ABC123", "B12", "E119", "A1A1A"] {
            assert!(!is_code(bad), "{bad}");
        }
    }
}
