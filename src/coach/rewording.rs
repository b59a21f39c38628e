//! Finds what could be said better in a text, and says it.

use serde::Serialize;

use super::phrase::{Ending, Phrase, SuggestionKind, WordList, phrases};
use super::sentences::{Sentence, Word, is_word, sentences, touch, words};
use crate::engine::{Span, Utf16Index, Utf16Span, capitalized, lowered, ranked, upper};

/// Words before a question that say nothing: the question begins the sentence all the same.
const OPENERS: [&str; 7] = ["so", "ok", "okay", "now", "and", "well", "alright"];

/// How a question begins or goes on that asks for the patient's own words.
const TEACH_BACK: [&str; 5] = ["own words", "how will you", "how would you", "show me", "what will you"];

/// What a text becomes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Rewording {
    /// What could be said better, by place; no two overlap.
    pub suggestions: Vec<Suggestion>,
    /// The text with every suggestion carried out.
    pub rewritten: String,
    /// Whether it asks the patient to say it back in their own words.
    pub asks_back: bool,
}

/// One thing that could be said better.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Suggestion {
    /// What is the matter.
    pub kind: SuggestionKind,
    /// The words, in UTF-16 code units.
    #[serde(flatten)]
    pub span: Utf16Span,
    /// What to put exactly there; empty to leave the words out.
    pub plain: String,
}

/// A phrase that was found, and what stands there instead.
struct Match {
    kind: SuggestionKind,
    span: Span,
    plain: String,
}

/// Rewrites a text by the words of these lists: the longest phrase first where several overlap.
#[must_use]
pub fn reword(text: &str, lists: &[WordList]) -> Rewording {
    let phrases: Vec<Phrase<'_>> = phrases(lists).collect();
    let mut found = Vec::new();
    for sentence in sentences(text) {
        let words = words(text, sentence);
        for phrase in &phrases {
            let starts = 0..words.len();
            found.extend(starts.filter_map(|at| match_at(text, sentence, &words, at, phrase)));
        }
    }
    let found = ranked(found, |one| u128::from(u32::MAX - one.span.end + one.span.start));
    let mut kept: Vec<Match> = Vec::new();
    for one in found {
        if !kept.iter().any(|other| other.span.overlaps(one.span)) {
            kept.push(one);
        }
    }
    carry_out(text, ranked(kept, |one| one.span.rank()))
}

fn carry_out(text: &str, kept: Vec<Match>) -> Rewording {
    let mut rewritten = String::new();
    let mut behind = 0;
    for one in &kept {
        rewritten.push_str(text.get(behind..one.span.start as usize).unwrap_or_default());
        rewritten.push_str(&one.plain);
        behind = one.span.end as usize;
    }
    rewritten.push_str(text.get(behind..).unwrap_or_default());
    let lower = lowered(&rewritten);
    let mut places = Utf16Index::new(text);
    Rewording {
        suggestions: kept
            .into_iter()
            .map(|one| Suggestion { kind: one.kind, span: places.convert(one.span), plain: one.plain })
            .collect(),
        asks_back: TEACH_BACK.iter().any(|asked| lower.contains(asked)),
        rewritten,
    }
}

fn match_at(text: &str, sentence: Sentence, words: &[Word], at: usize, phrase: &Phrase<'_>) -> Option<Match> {
    if phrase.kind == SuggestionKind::ClosedQuestion && !sentence.is_question {
        return None;
    }
    let mut matched = Vec::new();
    for (wanted, word) in phrase.words.split(' ').zip(words.iter().skip(at)) {
        let is_next = matched.last().is_none_or(|before| touch(text, *before, *word));
        if !is_next || !is_word(text.get(word.start..word.end)?, wanted) {
            return None;
        }
        matched.push(*word);
    }
    if matched.len() < phrase.words.split(' ').count() {
        return None;
    }
    let (first, last) = (matched.first()?, matched.last()?);
    let ends_sentence = words.last() == Some(last);
    if phrase.ending == Ending::QuestionMark && !ends_sentence {
        return None;
    }
    let earlier = words.get(..at)?;
    if phrase.is_sentence() {
        in_place_of_sentence(text, sentence, earlier, *first, phrase)
    } else {
        in_place_of_words(text, earlier, *first, *last, phrase)
    }
}

/// A sentence of its own: in place of the whole one, or of its end with a full stop before it.
fn in_place_of_sentence(
    text: &str,
    sentence: Sentence,
    earlier: &[Word],
    first: Word,
    phrase: &Phrase<'_>,
) -> Option<Match> {
    let plain = capitalized(phrase.plain);
    let is_opener = |word: &Word| {
        text.get(word.start..word.end).is_some_and(|word| OPENERS.iter().any(|opener| is_word(word, opener)))
    };
    if phrase.takes_beginning || earlier.iter().all(is_opener) {
        let span = Span::new(sentence.start, sentence.end);
        return Some(Match { kind: phrase.kind, span, plain });
    }
    let gap = text.get(earlier.last()?.end..first.start)?;
    if phrase.is_tag() && !gap.contains([',', '–', '—', ';']) {
        return None;
    }
    let span = Span::new(first.start - gap.len(), sentence.end);
    Some(Match { kind: phrase.kind, span, plain: format!(". {plain}") })
}

fn in_place_of_words(
    text: &str,
    earlier: &[Word],
    first: Word,
    last: Word,
    phrase: &Phrase<'_>,
) -> Option<Match> {
    let is_capital = text.get(first.start..)?.starts_with(char::is_uppercase);
    // Shorthand in capitals says nothing about where it stands.
    let begins_sentence = earlier.is_empty() && is_capital;
    if phrase.plain.is_empty() {
        return left_out(text, first, last, is_capital, phrase.kind);
    }
    let is_shorthand = phrase.words.starts_with(|letter: char| letter.is_ascii_uppercase());
    let raised = begins_sentence || (is_capital && !is_shorthand && earlier.is_empty());
    let plain = if raised { capitalized(phrase.plain) } else { phrase.plain.to_owned() };
    let (start, plain) = match earlier.last() {
        Some(article) if touch(text, *article, first) => with_article(text, *article, first, plain),
        _ => (first.start, plain),
    };
    Some(Match { kind: phrase.kind, span: Span::new(start, last.end), plain })
}

/// Takes the article in where it no longer fits.
fn with_article(text: &str, article: Word, first: Word, plain: String) -> (usize, String) {
    let before = text.get(article.start..article.end).unwrap_or_default();
    let wanted = if plain.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    if (is_word(before, "a") || is_word(before, "an")) && !is_word(before, wanted) {
        let is_capital = before.starts_with('A');
        let wanted = if is_capital { capitalized(wanted) } else { wanted.to_owned() };
        return (article.start, format!("{wanted} {plain}"));
    }
    (first.start, plain)
}

/// Leaves words out, with the comma and space behind them; what follows takes over their capital letter.
fn left_out(text: &str, first: Word, last: Word, is_capital: bool, kind: SuggestionKind) -> Option<Match> {
    let rest = text.get(last.end..)?;
    let kept = rest.trim_start_matches([',', ' ']);
    let end = text.len() - kept.len();
    let next = kept.chars().next().filter(|next| is_capital && next.is_alphabetic());
    let plain = next.map(|next| upper(next).to_string()).unwrap_or_default();
    let span = Span::new(first.start, end + next.map_or(0, char::len_utf8));
    Some(Match { kind, span, plain })
}
