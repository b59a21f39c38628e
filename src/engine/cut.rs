//! Cuts a long text into passages that are read one by one.
//!
//! A text up to [`LONGEST`] bytes is one passage. A longer one is cut where no thought is torn: behind a line, else
//! behind a sentence, else between two words. Where a passage ends depends on the text from its beginning on and on
//! nothing else, and among equally good places the words behind them decide, not their distance: so an edit moves the
//! cuts around it and leaves those further on where they were.

/// A passage has at least so many bytes when the text goes on.
const SHORTEST: usize = 512;
/// A passage ends after so many bytes when it can.
const LONGEST: usize = 1536;
/// It ends after so many bytes in any case: one word, an address or a string of emoji, may fill more than a passage.
const LONGEST_WORD: usize = 16_384;
/// The words behind a cut take part in choosing it so far.
const AHEAD: usize = 16;

/// The first passage of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cut {
    /// Where it ends, in bytes; on a character boundary.
    pub(crate) end: usize,
    /// It ends there whatever stands behind so many bytes of the text; more than the text has when its end mattered.
    pub(crate) seen: usize,
}

/// How well a text can be cut at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fitness {
    Word,
    RaggedLine,
    Sentence,
    Line,
}

/// Cuts the first passage off; the text is not empty.
pub(crate) fn cut(text: &str) -> Cut {
    if text.len() <= LONGEST {
        return Cut { end: text.len(), seen: text.len() + 1 };
    }
    let seen = |looked: usize| if looked >= text.len() { text.len() + 1 } else { looked };
    let bytes = text.as_bytes();
    match best(bytes) {
        Some(end) => Cut { end, seen: seen(LONGEST + AHEAD) },
        None => {
            let last = text.len().min(LONGEST_WORD);
            let is_space = |at: &usize| bytes.get(*at).is_some_and(u8::is_ascii_whitespace);
            let end = (LONGEST..last).find(is_space).map_or(last, |space| space + 1);
            let end = (end..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
            Cut { end, seen: seen(end + AHEAD) }
        }
    }
}

/// The best place in reach.
fn best(bytes: &[u8]) -> Option<usize> {
    let mut quoted = false;
    let mut best: Option<(Fitness, u32, usize)> = None;
    for (at, byte) in bytes.iter().enumerate().take(LONGEST - 1) {
        match byte {
            b'#'.. => continue,
            b'"' => quoted = !quoted,
            b'\n' => quoted = false,
            b' ' => {}
            _ => continue,
        }
        let end = at + 1;
        let is_last_space = !matches!(bytes.get(end), Some(b' ' | b'\n'));
        if end < SHORTEST || *byte == b'"' || !is_last_space {
            continue;
        }
        // Most places lie between two words and are of no interest once there is a better one.
        let between_words =
            at.checked_sub(1).and_then(|before| bytes.get(before)).is_some_and(u8::is_ascii_lowercase);
        if *byte == b' ' && between_words && best.is_some_and(|(other, ..)| other > Fitness::Word) {
            continue;
        }
        let Some(fitness) = fitness(bytes, end, quoted) else { continue };
        if best.is_some_and(|(other, ..)| other > fitness) {
            continue;
        }
        let words = spread(bytes.get(end..end + AHEAD).unwrap_or_default());
        if best.is_none_or(|(other, least, _)| fitness > other || words < least) {
            best = Some((fitness, words, end));
        }
    }
    best.map(|(.., end)| end)
}

/// How well the text can be cut at `end`, which stands behind white space.
fn fitness(bytes: &[u8], end: usize, quoted: bool) -> Option<Fitness> {
    let before = bytes.get(..end)?.trim_ascii_end();
    let white = bytes.get(before.len()..end)?;
    let opens = opens_with_a_word(bytes.get(end..)?);
    if white.contains(&b'\n') {
        return if opens {
            Some(Fitness::Line)
        } else {
            bytes.get(end).filter(|next| !next.is_ascii_digit()).map(|_| Fitness::RaggedLine)
        };
    }
    if !opens {
        return None;
    }
    match before {
        [.., b'!' | b'?'] if !quoted => Some(Fitness::Sentence),
        // Four small letters make a word, three may be the rest of "Prof." or "Sept.".
        [.., a, b, c, d, b'.'] if !quoted && [a, b, c, d].iter().all(|byte| byte.is_ascii_lowercase()) => {
            Some(Fitness::Sentence)
        }
        [.., letter] if letter.is_ascii_lowercase() => Some(Fitness::Word),
        _ => None,
    }
}

/// Whether a word begins here that can be no part of a number or code.
fn opens_with_a_word(rest: &[u8]) -> bool {
    match rest {
        [b'I' | b'A' | b'a', b' ' | b'\'', ..] => true,
        [first, second, ..] => {
            (first.is_ascii_alphabetic() || !first.is_ascii())
                && (second.is_ascii_lowercase() || !second.is_ascii())
        }
        _ => false,
    }
}

/// A number that differs from words to words (FNV-1a).
fn spread(words: &[u8]) -> u32 {
    words.iter().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passages(text: &str) -> Vec<&str> {
        let mut rest = text;
        let mut passages = Vec::new();
        while !rest.is_empty() {
            let (passage, behind) = rest.split_at(cut(rest).end);
            passages.push(passage);
            rest = behind;
        }
        passages
    }

    #[test]
    fn a_post_is_one_passage() {
        let post = "A post of usual length. ".repeat(60);
        assert_eq!(passages(&post), [post.as_str()]);
    }

    #[test]
    fn a_long_text_is_cut_behind_lines_before_sentences_before_words() {
        let lines = "We were open.\nThey were not. ".repeat(200);
        assert!(passages(&lines).iter().rev().skip(1).all(|passage| passage.ends_with('\n')));
        let sentences = "We closed. They opened, Dr. Shah says. ".repeat(200);
        assert!(
            passages(&sentences)
                .iter()
                .rev()
                .skip(1)
                .all(|passage| passage.ends_with("closed. ") || passage.ends_with("says. "))
        );
        let words = "on and on ".repeat(1000);
        assert!(passages(&words).len() > 5);
    }

    #[test]
    fn numbers_and_quotations_are_not_torn() {
        let text = format!("{}\n555\n0142\n{}", "talk ".repeat(199), "more talk ".repeat(200));
        assert!(passages(&text).iter().any(|passage| passage.contains("555\n0142")));
        let quoted = format!("{}\"{}\"", "Talk. ".repeat(80), "They said that we left early. ".repeat(30));
        assert!(passages(&quoted).iter().any(|passage| passage.contains("\"They said")));
    }

    #[test]
    fn passages_end_between_characters_whatever_the_text() {
        for text in ["é".repeat(40_000), "a".repeat(40_000), "👩‍⚕️ ".repeat(9_000)] {
            assert_eq!(passages(&text).concat(), text);
        }
    }

    #[test]
    fn an_edit_leaves_the_cuts_behind_it() {
        let text: String =
            (0..900).map(|n| format!("Sentence number {n} is about {}. ", n * 7919 % 1000)).collect();
        let edited = format!("x{text}");
        let before = passages(&text);
        let same =
            passages(&edited).iter().rev().zip(before.iter().rev()).take_while(|(a, b)| a == b).count();
        assert!(same + 6 > before.len(), "{same} of {}", before.len());
    }
}
