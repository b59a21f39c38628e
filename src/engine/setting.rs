//! What a draft makes of one of its passages, beyond what the passage says by itself.

use super::gist::Gist;
use super::outside::Outside;
use super::recognizers::{Labels, holds_risks, is_about_a_patient, is_record};
use super::signal::KindSet;

/// Where a passage finds itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Setting {
    /// Anything in the draft identifies somebody once the text is about a patient.
    pub(crate) at_risk: bool,
    /// The draft is a record with its labels.
    pub(crate) in_record: bool,
    /// The passage's first paragraph is about a patient.
    pub(crate) opening: bool,
    /// The passage's last paragraph is.
    pub(crate) closing: bool,
    /// The draft begins with it.
    pub(crate) is_first: bool,
    /// Which of the passage's sentences is the draft's third.
    pub(crate) third_sentence: Option<u32>,
}

/// The setting of each of a draft's passages; `outsides` says what stands around each.
pub(crate) fn settings<'g>(
    gists: impl Iterator<Item = &'g Gist> + Clone,
    outsides: &[Outside],
) -> Vec<Setting> {
    let mut present = KindSet::EMPTY;
    let mut labels = Labels::default();
    for gist in gists.clone() {
        present.insert_all(&gist.present);
        labels.add(gist.labels);
    }
    let at_risk = holds_risks(&present);
    let in_record = is_record(&present, labels);
    let mut sentences_before = 0;
    gists
        .zip(outsides)
        .enumerate()
        .map(|(at, (gist, Outside { before, behind }))| {
            let third = 2_u32.checked_sub(sentences_before).filter(|third| *third < gist.sentences);
            sentences_before += gist.sentences;
            let mut opening = before.paragraph.with_all(&gist.opening);
            let mut closing = behind.paragraph.with_all(&gist.closing);
            if gist.is_one_paragraph {
                opening.insert_all(&closing);
                closing = opening;
            }
            Setting {
                at_risk,
                in_record,
                opening: at_risk && is_about_a_patient(&opening),
                closing: at_risk && is_about_a_patient(&closing),
                is_first: at == 0,
                third_sentence: third,
            }
        })
        .collect()
}
