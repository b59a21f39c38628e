//! Lexicons: `lexicons/<signal>.txt` and `lexicons/<language>/<signal>.txt`, one term a line.

use std::collections::BTreeMap;
use std::path::Path;

use crate::fault::Fault;
use crate::fold::Folded;
use crate::lex::{TokenKind, lex};

/// The most spellings that the alternatives of one line may unfold to.
const MOST_SPELLINGS: usize = 2_000;

/// One lexicon, its alternatives unfolded.
#[derive(Clone, Debug)]
pub struct Lexicon {
    /// The file's stem, which is the signal's name.
    pub name: String,
    /// The folder it stands in, which says in which language its terms hold; none for the main language.
    pub language: Option<String>,
    /// What it holds, from the file's head.
    pub what: String,
    /// Every term as folded words.
    pub terms: Vec<Vec<String>>,
}

impl Lexicon {
    /// Reads a lexicon; faults are added to `faults`.
    pub(crate) fn parse(file: &Path, text: &str, faults: &mut Vec<Fault>) -> Lexicon {
        let name = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let folder = file.parent().and_then(Path::file_name).filter(|folder| *folder != "lexicons");
        let language = folder.map(|folder| folder.to_string_lossy().into_owned());
        let mut lexicon = Lexicon { name, language, what: String::new(), terms: Vec::new() };
        let (mut sourced, mut has_terms) = (false, false);
        let mut seen: BTreeMap<Vec<String>, usize> = BTreeMap::new();
        for (number, line) in text.lines().enumerate() {
            let line = line.trim();
            if let Some(comment) = line.strip_prefix('#') {
                if let Some(what) = comment.trim().strip_prefix("What:") {
                    what.trim().clone_into(&mut lexicon.what);
                }
                sourced |= comment.trim().starts_with("Source:");
            } else if !line.is_empty() {
                has_terms = true;
                let key = format!("line {}", number + 1);
                match unfold(line) {
                    Ok(terms) => {
                        if let Some(earlier) = line_that_holds_all(&terms, &seen) {
                            let message =
                                format!("\"{line}\" says nothing that line {earlier} does not; remove it");
                            faults.push(Fault::new(file, key, message));
                        }
                        for term in &terms {
                            seen.entry(term.clone()).or_insert(number + 1);
                        }
                        lexicon.terms.extend(terms);
                    }
                    Err(message) => faults.push(Fault::new(file, key, message)),
                }
            }
        }
        if lexicon.what.is_empty() || !sourced {
            faults.push(Fault::new(file, "head", "needs the comments \"# What: …\" and \"# Source: …\""));
        }
        if !has_terms {
            faults.push(Fault::new(file, "terms", "holds no term; add one a line, or remove the file"));
        }
        lexicon.terms.sort();
        lexicon.terms.dedup();
        lexicon
    }

    /// Reads `spelling.txt`: pairs of (as typed, as read), folded.
    pub(crate) fn parse_spelling(file: &Path, text: &str, faults: &mut Vec<Fault>) -> Vec<(String, String)> {
        let mut pairs = Vec::new();
        for (number, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let pair = line.split_once('=').and_then(|(typed, read)| {
                Some((single_word(typed)?, single_word(read)?)).filter(|(typed, read)| typed != read)
            });
            match pair {
                Some(pair) => pairs.push(pair),
                None => faults.push(Fault::new(
                    file,
                    format!("line {}", number + 1),
                    format!("\"{line}\" is not of the form \"typed = read\" with one word on each side"),
                )),
            }
        }
        pairs
    }
}

/// The line that first had any of the terms, when earlier lines have every one of them.
fn line_that_holds_all(terms: &[Vec<String>], seen: &BTreeMap<Vec<String>, usize>) -> Option<usize> {
    let lines: Option<Vec<usize>> = terms.iter().map(|term| seen.get(term).copied()).collect();
    lines?.into_iter().max()
}

fn single_word(text: &str) -> Option<String> {
    match fold_words(text).ok()?.as_slice() {
        [word] => Some(word.clone()),
        _ => None,
    }
}

/// All spellings of a term with `(a|b|)` alternatives, as folded words.
pub(crate) fn unfold(term: &str) -> Result<Vec<Vec<String>>, String> {
    let mut spellings = vec![String::new()];
    let mut rest = term;
    while !rest.is_empty() {
        if let Some(group) = rest.strip_prefix('(') {
            let (inside, after) =
                group.split_once(')').ok_or_else(|| format!("\"{term}\" has a ( without its )"))?;
            if inside.contains('(') {
                return Err(format!("\"{term}\" has a ( inside another; write the alternatives out"));
            }
            spellings = spellings
                .iter()
                .flat_map(|before| inside.split('|').map(move |choice| format!("{before}{choice}")))
                .collect();
            rest = after;
        } else {
            let length = rest.find('(').unwrap_or(rest.len());
            let (plain, after) = rest.split_at(length);
            if plain.contains(')') || plain.contains('|') {
                return Err(format!("\"{term}\" has a ) or | outside of ( )"));
            }
            for spelling in &mut spellings {
                spelling.push_str(plain);
            }
            rest = after;
        }
        if spellings.len() > MOST_SPELLINGS {
            return Err(format!("\"{term}\" unfolds to more than {MOST_SPELLINGS} spellings; split it"));
        }
    }
    let mut terms = Vec::new();
    for spelling in &spellings {
        terms.push(fold_words(spelling)?);
    }
    terms.sort();
    terms.dedup();
    Ok(terms)
}

/// Marks without a width, which nobody sees in a list and which part a word in two.
const INVISIBLE: [char; 9] = [
    '\u{200b}', '\u{200c}', '\u{200e}', '\u{200f}', '\u{2060}', '\u{feff}', '\u{ad}', '\u{202a}', '\u{202e}',
];

fn fold_words(text: &str) -> Result<Vec<String>, String> {
    if let Some(mark) = text.chars().find(|c| INVISIBLE.contains(c)) {
        let visible: String = text.chars().filter(|c| !INVISIBLE.contains(c)).collect();
        return Err(format!(
            "\"{visible}\" holds the invisible mark U+{:04X}; type the term anew",
            u32::from(mark)
        ));
    }
    let mut words = Vec::new();
    for token in lex(text) {
        let word = token.text(text);
        let term = match token.kind {
            TokenKind::Word | TokenKind::Number | TokenKind::Symbol => word,
            TokenKind::Newline => continue,
            _ => return Err(format!("\"{text}\" holds \"{word}\", which is no word")),
        };
        let folded = Folded::of(term).ok_or_else(|| format!("\"{term}\" is longer than a word may be"))?;
        words.push(String::from_utf8_lossy(folded.as_bytes()).into_owned());
    }
    Ok(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alternatives_unfold() {
        let terms = unfold("thank(s| you) for (coming|visiting)").unwrap();
        let joined: Vec<String> = terms.iter().map(|words| words.join(" ")).collect();
        assert_eq!(
            joined,
            ["thank you for coming", "thank you for visiting", "thanks for coming", "thanks for visiting"]
        );
        assert_eq!(unfold("patient(s|)").unwrap().len(), 2);
    }

    #[test]
    fn hyphens_are_spaces_and_accents_fold() {
        assert_eq!(unfold("Follow-up Café").unwrap(), [["follow", "up", "cafe"]]);
    }

    #[test]
    fn faults_say_what_is_wrong() {
        assert!(unfold("a (b").unwrap_err().contains("without its )"));
        assert!(unfold("what?").unwrap_err().contains("\"?\""));
        let mut faults = Vec::new();
        Lexicon::parse(Path::new("lexicons/x.txt"), "a b\n", &mut faults);
        assert_eq!(faults.len(), 1);
    }
}
