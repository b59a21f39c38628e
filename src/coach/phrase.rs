//! One entry of the files in `coach/`: words, how much of their sentence they take in, and what to say instead.

use serde::{Deserialize, Serialize};

/// Takes in the rest of the sentence on its side.
const REST: &str = "…";
/// Stands for the end of a question.
const QUESTION: &str = "?";

/// One file of `coach/`. The coach's page carries them, so that only who opens it loads them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct WordList {
    /// What is the matter with its words.
    pub kind: SuggestionKind,
    /// All of it.
    pub entries: String,
}

/// What could be said better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum SuggestionKind {
    /// Words that a patient cannot be expected to know.
    Jargon,
    /// Words that blame, doubt or brush off.
    Blame,
    /// A question that invites a polite "yes".
    ClosedQuestion,
    /// Forbidding or threatening over a recording.
    RecordingRefused,
}

/// Where an entry ends in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// With its last word.
    Words,
    /// With the sentence, whatever stands in between.
    Sentence,
    /// With the sentence, which its last word ends.
    QuestionMark,
}

/// One entry.
#[derive(Clone, Copy, Debug)]
pub(super) struct Phrase<'w> {
    pub(super) kind: SuggestionKind,
    /// Words with single spaces between them.
    pub(super) words: &'w str,
    pub(super) takes_beginning: bool,
    pub(super) ending: Ending,
    /// What to say instead; empty to leave the words out.
    pub(super) plain: &'w str,
}

/// Every entry of every file.
pub(super) fn phrases(lists: &[WordList]) -> impl Iterator<Item = Phrase<'_>> {
    lists.iter().flat_map(|WordList { kind, entries }| {
        let entries = entries.lines().filter(|line| !line.starts_with('#'));
        let entries = entries.filter_map(|line| line.split_once('='));
        entries.flat_map(move |(all, plain)| {
            all.split('|').map(move |words| Phrase::read(*kind, words.trim(), plain.trim()))
        })
    })
}

impl<'w> Phrase<'w> {
    fn read(kind: SuggestionKind, entry: &'w str, plain: &'w str) -> Self {
        let (takes_beginning, rest) = match entry.strip_prefix(REST) {
            Some(rest) => (true, rest.trim_start()),
            None => (false, entry),
        };
        let (ending, words) = match (rest.strip_suffix(REST), rest.strip_suffix(QUESTION)) {
            (Some(words), _) => (Ending::Sentence, words.trim_end()),
            (_, Some(words)) => (Ending::QuestionMark, words.trim_end()),
            _ => (Ending::Words, rest),
        };
        Phrase { kind, words, takes_beginning, ending, plain }
    }

    /// Whether what it stands for becomes a sentence of its own.
    pub(super) fn is_sentence(&self) -> bool {
        self.ending != Ending::Words
    }

    /// Whether it is one word at the end of a question, which says nothing unless a comma sets it off.
    pub(super) fn is_tag(&self) -> bool {
        self.ending == Ending::QuestionMark && !self.words.contains(' ')
    }
}
