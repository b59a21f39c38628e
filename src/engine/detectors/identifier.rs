//! Numbers and addresses that stand for one person.
//!
//! An identifier with its check digit or cue word stands for itself. A telephone number, mail or web address is a
//! person's only beside a word that speaks of that person; the office's own and those a reader is asked to use are
//! never flagged.

use crate::engine::matcher::Scope;
use crate::engine::matchers::{Match, scope};
use crate::engine::reading::Reading;
use crate::engine::signal::Signal;
use crate::engine::tables::kind;

pub(super) fn find(woken_by: &Signal, reading: &Reading<'_>) -> Option<Match> {
    let found = Match { first: woken_by.first, end: woken_by.end, evidence: Vec::new(), graver: false };
    if woken_by.kind == kind::IDENTIFIER {
        return Some(found);
    }
    let (first, end) = scope(Scope::Sentence, woken_by.first, reading);
    let around = reading.between(first, end);
    let speaks_of_somebody = around.iter().any(|signal| {
        let apart = signal.end <= woken_by.first || signal.first >= woken_by.end;
        apart && [kind::PATIENT_CUE, kind::PERSON_NAME, kind::SOMEBODYS].contains(&signal.kind)
    });
    let is_offered =
        around.iter().any(|signal| [kind::REDIRECT_CUE, kind::OFFICE_CONTACT].contains(&signal.kind));
    (speaks_of_somebody && !is_offered).then_some(found)
}
