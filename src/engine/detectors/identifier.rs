//! Numbers and addresses that stand for one person.
//!
//! An identifier with its check digit or cue word stands for itself. A telephone number or mail address is a person's
//! only beside a word that speaks of that person or in a text about one patient, a web address only in the latter;
//! the office's own and those a reader is asked to use are never flagged.

use crate::engine::matcher::Scope;
use crate::engine::matchers::{Match, scope};
use crate::engine::reading::Reading;
use crate::engine::signal::{Signal, SignalKind};
use crate::engine::tables::kind;

/// What happens to a person in care, or between the person and the practice.
const CARE: [SignalKind; 6] =
    [kind::CARE_EVENT, kind::PATIENT_EVENT, kind::VISIT_CUE, kind::TESTS, kind::RECORD_CUE, kind::KINSHIP];
/// Words for one person, or a number that stands for one.
const SOMEBODY: [SignalKind; 4] = [kind::PATIENT_CUE, kind::SOMEBODYS, kind::PATIENT_NOUNS, kind::IDENTIFIER];
/// "her page is at": whose page it is stands at most so many tokens before its address.
const PAGE_OF: u32 = 6;
/// Texts that link to what they are about.
const LINKED: [SignalKind; 3] = [kind::GENERAL_INFO_CUE, kind::NEWS_VOICE, kind::EDUCATIONAL_CUE];

/// Whether a web address is a patient's own: their profile, their fundraiser, their obituary.
fn is_somebodys_page(page: &Signal, framed: bool, reading: &Reading<'_>) -> bool {
    let before = reading.between(page.first.saturating_sub(PAGE_OF), page.first);
    let announced = before.iter().any(|signal| [kind::SOMEBODYS, kind::PERSON_NAME].contains(&signal.kind));
    let sentence = reading.in_sentence(reading.place(page.first).sentence);
    let personal = sentence.contains(kind::PERSONAL_PAGE) || is_on_personal_site(reading.word(page.first));
    (framed && announced)
        || (personal
            && (framed || announced || sentence.contains_any(&[kind::PATIENT_CUE, kind::PATIENT_MEANT])))
}

/// Sites whose pages are people's own.
fn is_on_personal_site(address: &str) -> bool {
    let address = address.to_ascii_lowercase();
    [
        "gofundme",
        "instagram.com/",
        "facebook.com/",
        "tiktok.com/@",
        "caringbridge",
        "legacy.com",
        "linkedin.com/in",
    ]
    .iter()
    .any(|site| address.contains(site))
}

pub(super) fn find(woken_by: &Signal, reading: &Reading<'_>) -> Option<Match> {
    let found = Match::plain(woken_by.first, woken_by.end);
    if woken_by.kind == kind::IDENTIFIER {
        return Some(found);
    }
    let sentence = reading.in_sentence(reading.place(woken_by.first).sentence);
    let framed = sentence.contains(kind::PATIENT_FRAME);
    let asked_to_use = [kind::REDIRECT_CUE, kind::OFFICE_CONTACT, kind::CONTACT_REQUEST];
    if woken_by.kind == kind::URL {
        let linked = sentence.contains_any(&LINKED) || sentence.contains_any(&asked_to_use);
        return (is_somebodys_page(woken_by, framed, reading) && !linked).then_some(found);
    }
    // Inside a text about a patient, what stands in another clause is not about this number.
    let (first, end) = scope(if framed { Scope::Clause } else { Scope::Sentence }, woken_by.first, reading);
    let around = reading.between(first, end);
    // A name beside a number is a colleague's as often as not; what was done with the person tells.
    let cared = sentence.contains_any(&CARE);
    let speaks_of_somebody = || {
        around.iter().any(|signal| {
            let apart = signal.end <= woken_by.first || signal.first >= woken_by.end;
            apart && (SOMEBODY.contains(&signal.kind) || (cared && signal.kind == kind::PERSON_NAME))
        })
    };
    let is_offered = || around.iter().any(|signal| asked_to_use.contains(&signal.kind));
    ((framed || speaks_of_somebody()) && !is_offered()).then_some(found)
}
