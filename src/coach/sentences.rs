//! A text in sentences and words, as far as finding phrases needs it.

/// One sentence: bytes from its first word to behind its last mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sentence {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) is_question: bool,
}

/// One word, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The sentences of a text: up to a mark with a space behind it, or a new line.
pub(super) fn sentences(text: &str) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut start = None;
    let mut marks_from = None;
    for (at, character) in text.char_indices() {
        if let Some(from) = start
            && (character == '\n' || (marks_from.is_some() && character.is_whitespace()))
        {
            found.push(sentence(text, from, at));
            (start, marks_from) = (None, None);
        }
        match character {
            '.' | '!' | '?' | '…' => marks_from = marks_from.or(Some(at)),
            // Quotes and brackets that close belong to the mark before them.
            '"' | '”' | '’' | '\'' | ')' => {}
            _ => marks_from = None,
        }
        if start.is_none() && !character.is_whitespace() {
            start = Some(at);
        }
    }
    found.extend(start.map(|from| sentence(text, from, text.len())));
    found
}

fn sentence(text: &str, start: usize, end: usize) -> Sentence {
    let words = text.get(start..end).unwrap_or_default().trim_end();
    let marks = words.trim_end_matches(['"', '”', '’', '\'', ')']);
    let marks = marks.get(marks.trim_end_matches(['.', '!', '?', '…']).len()..).unwrap_or_default();
    Sentence { start, end: start + words.len(), is_question: marks.contains('?') }
}

/// The words of a sentence: letters and digits, with apostrophes between them.
pub(super) fn words(text: &str, sentence: Sentence) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::new();
    let inside = text.get(sentence.start..sentence.end).unwrap_or_default();
    for (offset, character) in inside.char_indices() {
        let (at, end) = (sentence.start + offset, sentence.start + offset + character.len_utf8());
        let is_apostrophe = matches!(character, '\'' | '’');
        match found.last_mut() {
            Some(word) if word.end == at && (character.is_alphanumeric() || is_apostrophe) => word.end = end,
            _ if character.is_alphanumeric() => found.push(Word { start: at, end }),
            _ => {}
        }
    }
    for word in &mut found {
        let kept = text.get(word.start..word.end).unwrap_or_default().trim_end_matches(['\'', '’']);
        word.end = word.start + kept.len();
    }
    found
}

/// Whether nothing but a space, a hyphen or a mark inside an abbreviation separates two words.
pub(super) fn touch(text: &str, before: Word, behind: Word) -> bool {
    let gap = text.get(before.end..behind.start).unwrap_or_default();
    matches!(gap, "-" | "." | "/") || gap.chars().all(char::is_whitespace)
}

/// Whether a word of a text is the word of a phrase. One with a capital letter has to stand just as it is.
pub(super) fn is_word(found: &str, wanted: &str) -> bool {
    let is_exact = wanted.bytes().any(|byte| byte.is_ascii_uppercase());
    let folded = found.chars().map(|character| match character {
        '’' => '\'',
        _ if is_exact => character,
        _ => character.to_ascii_lowercase(),
    });
    folded.eq(wanted.chars())
}
