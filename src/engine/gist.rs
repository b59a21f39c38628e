//! What the rest of a draft has to know of a passage.

use super::lex::TokenKind;
use super::reading::Reading;
use super::recognizers::Labels;
use super::segment::Stretch;
use super::signal::KindSet;

/// The kinds of signal in a passage, and how far its first and last paragraph reach.
#[derive(Clone, Debug)]
pub(crate) struct Gist {
    /// Kinds anywhere in it.
    pub(crate) present: KindSet,
    /// Kinds in its first paragraph, which may have begun before it.
    pub(crate) opening: KindSet,
    /// Kinds in its last paragraph, which may go on behind it.
    pub(crate) closing: KindSet,
    /// Its first paragraph is its last.
    pub(crate) is_one_paragraph: bool,
    /// Its last paragraph ends in it.
    pub(crate) ends_paragraph: bool,
    /// Sentences.
    pub(crate) sentences: u32,
    /// Labels of a record.
    pub(crate) labels: Labels,
}

impl Gist {
    /// Sums a reading up.
    pub(crate) fn of(reading: &Reading<'_>) -> Gist {
        let last = reading.places.last();
        let paragraph = |paragraph: u32| {
            let mut kinds = KindSet::EMPTY;
            let (first, end) = reading.places.reach(Stretch::Paragraph, paragraph);
            for sentence in reading.place(first).sentence..=reading.place(end.saturating_sub(1)).sentence {
                kinds.insert_all(reading.in_sentence(sentence));
            }
            kinds
        };
        Gist {
            present: *reading.present(),
            opening: paragraph(0),
            closing: paragraph(last.paragraph),
            is_one_paragraph: last.paragraph == 0,
            ends_paragraph: reading.tokens.last().is_some_and(|token| token.kind == TokenKind::Newline),
            sentences: if reading.tokens.is_empty() { 0 } else { last.sentence + 1 },
            labels: Labels::of(reading),
        }
    }
}
