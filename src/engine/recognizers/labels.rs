//! The labels of a record, and what stands behind one: "Name: …", "DOB: …", `"city":"…"`, the head of a table.

use crate::engine::lex::{Token, TokenKind};
use crate::engine::reading::Reading;
use crate::engine::signal::{KindSet, Signal, SignalKind};
use crate::engine::tables::kind;

/// So many labels make a record, when one of them is of a patient only.
const FEWEST_LABELS: u32 = 3;
static LABELS: KindSet = KindSet::of(&[kind::FIELD_LABELS, kind::CONTACT_LABELS, kind::PLACE_LABELS]);

/// Words that stand only in charts.
const CHARTED: &[SignalKind] = &[kind::NOTE_HEADING, kind::VITALS_AND_CHART, kind::CHART_PATIENT];

/// How many labels of a record there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Labels {
    all: u32,
    of_patients: u32,
}

impl Labels {
    /// Those of a passage.
    pub(crate) fn of(reading: &Reading<'_>) -> Labels {
        let mut labels = Labels::default();
        let mut last = None;
        for label in reading.signals_of(&LABELS).filter(|label| labels_something(reading, label)) {
            labels.all += u32::from(last != Some(label.first));
            labels.of_patients += u32::from(label.kind == kind::FIELD_LABELS);
            last = Some(label.first);
        }
        labels
    }

    /// Counts those of another passage too.
    pub(crate) fn add(&mut self, other: Labels) {
        self.all += other.all;
        self.of_patients += other.of_patients;
    }
}

/// Whether a draft with these signals and labels is a record.
pub(crate) fn is_record(present: &KindSet, labels: Labels) -> bool {
    let elsewhere = present.contains(kind::FICTION) || present.contains(kind::JOB_AD);
    let labeled = labels.all >= FEWEST_LABELS && labels.of_patients > 0;
    // "Patient Ana Ruiz, 42F, …", and a chart's words in any line.
    let charted = present.contains(kind::CASE_NAME) && present.contains_any(CHARTED);
    (labeled || charted) && !elsewhere
}

/// Whether a word that may be a label has something behind it: a colon, a number, or the next column of a table.
fn labels_something(reading: &Reading<'_>, label: &Signal) -> bool {
    let glued = |at: u32| reading.token(at).is_some_and(|token| token.glued);
    match reading.word(label.end) {
        ":" | "=" | "#" | "." | "+" | "|" | ">" => true,
        "\"" | "'" => matches!(reading.word(label.end + 1), ":" | ","),
        // "name,dob,phone": no prose has its commas so.
        "," => glued(label.end) && glued(label.end + 1),
        // The last column.
        _ if reading.token(label.end).is_none_or(|next| next.kind == TokenKind::Newline) => {
            glued(label.first) && label.first.checked_sub(1).is_some_and(|comma| reading.word(comma) == ",")
        }
        // "NAME Lucinda Farrow   SEX F"
        _ if reading.token(label.first).is_some_and(Token::is_shouted) => {
            reading.token(label.end).is_some_and(|next| next.capital || next.kind == TokenKind::Number)
        }
        _ => reading.token(label.end).is_some_and(|next| next.kind == TokenKind::Number),
    }
}

/// Where the label ends behind which the word at `at` stands: past quotation marks and the colon between them.
pub(super) fn label_end_before(reading: &Reading<'_>, at: u32) -> Option<u32> {
    let is_quote = |at: u32| matches!(reading.word(at), "\"" | "'");
    let mut mark = at.checked_sub(1)?;
    while is_quote(mark) {
        mark = mark.checked_sub(1)?;
    }
    if !matches!(reading.word(mark), ":" | "=" | ">" | "-" | "\u{2013}" | "\u{2014}" | "|") {
        return None;
    }
    while mark > 0 && is_quote(mark - 1) {
        mark -= 1;
    }
    Some(mark)
}
