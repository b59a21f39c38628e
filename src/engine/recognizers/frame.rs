//! Texts about one person in care: what is harmless elsewhere (a date, a town, a number) identifies somebody there.
//!
//! A paragraph is such a text when it holds a person and what happened to them; a whole draft is when it is a record
//! with its labels ("Name: … DOB: … MRN: …"). One's own story, fiction, news and animals are none.

use super::{Office, note_dates, note_places, record_numbers, signal};
use crate::engine::reading::Reading;
use crate::engine::segment::Stretch;
use crate::engine::setting::Setting;
use crate::engine::signal::{KindSet, Signal, SignalKind};
use crate::engine::tables::kind;

/// What only a frame makes an identifier.
const AT_RISK: &[SignalKind] = &[
    kind::DATE,
    kind::MONTH,
    kind::PHONE,
    kind::EMAIL,
    kind::URL,
    kind::NUMBER,
    kind::NAMED_PLACE,
    kind::STREET_ADDRESS,
    kind::AGE_90_PLUS,
    kind::CLOCK_TIME,
    kind::TIME_CUE,
    kind::WEEKDAY,
    kind::PERSON_NAME,
    kind::STAFF_NAME,
];
/// Texts that are about something else.
const ELSEWHERE: &[SignalKind] = &[
    kind::OWN_STORY,
    kind::FICTION,
    kind::LONG_AGO,
    kind::ANIMAL,
    kind::JOB_AD,
    kind::NEWS_VOICE,
    kind::POLICY_TALK,
    kind::STAFF_ANNOUNCEMENT,
    kind::BIOGRAPHY,
];
/// What makes a text without a patient the writer's own.
const OWN: &[SignalKind] = &[kind::OWN_EXPERIENCE, kind::CUSTOMER_VOICE, kind::SELF_INTRO];
/// What happens to a person in care.
const CARE: &[SignalKind] = &[kind::CARE_EVENT, kind::PATIENT_EVENT, kind::VISIT_CUE];
/// What is done or found about a body.
const BODY: &[SignalKind] = &[
    kind::CONDITIONS,
    kind::RARE_CONDITIONS,
    kind::SYMPTOMS,
    kind::PROCEDURES,
    kind::TESTS,
    kind::DRUGS,
    kind::DOSE,
];
/// A patient in so many words.
const PATIENT: &[SignalKind] = &[kind::PATIENT_CUE, kind::ONE_PATIENT, kind::RECORD_CUE];
/// What a person weighs in a text that does not say "patient".
const PERSON_POINTS: &[(SignalKind, u32)] = &[
    (kind::FULL_NAME, 1),
    (kind::PERSON_NAME, 1),
    (kind::AGE, 1),
    (kind::AGE_90_PLUS, 1),
    (kind::BARE_AGE, 1),
    (kind::ONE_PERSON, 1),
    (kind::PERSON_SEX, 1),
    (kind::SOMEBODYS, 1),
    (kind::KINSHIP, 1),
    (kind::IDENTIFIER, 2),
    (kind::PATIENT_MEANT, 2),
    (kind::CHART_PATIENT, 1),
    (kind::RECORD_CUE, 2),
];
/// What care weighs.
const CARE_POINTS: &[(SignalKind, u32)] = &[
    (kind::CARE_EVENT, 1),
    (kind::PATIENT_EVENT, 2),
    (kind::VISIT_CUE, 1),
    (kind::CARE_DONE, 1),
    (kind::CONDITIONS, 1),
    (kind::RARE_CONDITIONS, 1),
    (kind::SYMPTOMS, 1),
    (kind::PROCEDURES, 1),
    (kind::TESTS, 1),
    (kind::DRUGS, 1),
    (kind::DOSE, 1),
    (kind::VITALS_AND_CHART, 2),
    (kind::NOTE_HEADING, 2),
    (kind::CHART_SHORTHAND, 2),
    (kind::CARE_SETTINGS, 1),
    (kind::DAILY_LIFE, 1),
    (kind::MOVED, 1),
    (kind::MECHANISM, 1),
    (kind::NAMED_PLACE, 1),
];
/// Neither a person nor their care alone is enough.
const MOST_OF_EITHER: u32 = 3;
const ENOUGH: u32 = 4;

/// Marks the paragraphs of a passage that are about one patient; `setting` speaks for the first and the last, which
/// may reach beyond it.
pub(super) fn recognize(reading: &Reading<'_>, setting: &Setting, office: &Office, found: &mut Vec<Signal>) {
    if !setting.at_risk {
        return;
    }
    let count = u32::try_from(reading.tokens.len()).unwrap_or(u32::MAX);
    let mut at = 0;
    while at < count {
        let (first, end) = reading.around(at, Stretch::Paragraph);
        let is_framed = setting.in_record
            || match (first, end) {
                (0, _) => setting.opening,
                (_, end) if end >= count => setting.closing,
                _ => is_about_a_patient(&kinds_between(first, end, reading)),
            };
        if is_framed {
            mark_sentences(kind::PATIENT_FRAME, first, end, reading, found);
            if setting.in_record {
                mark_sentences(kind::RECORD_FRAME, first, end, reading, found);
            }
            record_numbers::recognize(first, end, reading, office, found);
            note_dates::recognize(first, end, reading, found);
            note_places::recognize(first, end, reading, found);
        }
        at = end.max(at + 1);
    }
}

/// Whether anything here would identify somebody in a text about a patient.
pub(crate) fn holds_risks(present: &KindSet) -> bool {
    present.contains_any(AT_RISK)
}

/// The kinds of signal in the sentences from one token to another.
fn kinds_between(first: u32, end: u32, reading: &Reading<'_>) -> KindSet {
    let mut kinds = KindSet::EMPTY;
    for sentence in reading.place(first).sentence..=reading.place(end.saturating_sub(1)).sentence {
        kinds.insert_all(reading.in_sentence(sentence));
    }
    kinds
}

/// Whether a paragraph with these signals is about one patient.
pub(crate) fn is_about_a_patient(kinds: &KindSet) -> bool {
    let has = |kind| kinds.contains(kind);
    let (cared, body) = (kinds.contains_any(CARE), kinds.contains_any(BODY));
    let named = has(kind::FULL_NAME);
    let patient = has(kind::RECORD_CUE) || (has(kind::PATIENT_MEANT) && kinds.contains_any(PATIENT));
    let offered = has(kind::GENERAL_SUBJECT) || has(kind::OFFICE_CUE) || has(kind::PUBLIC_FIGURES);
    let aged = has(kind::AGE) && (has(kind::PERSON_SEX) || has(kind::ONE_PERSON));
    let labeled = has(kind::FIELD_LABELS) || has(kind::PERSON_NAME);
    let numbered = has(kind::IDENTIFIER) && (labeled || cared || patient || aged);
    let told = (has(kind::AGE) && (cared || body)) || (cared && (body || has(kind::KINSHIP))) || patient;
    let noted = has(kind::RECORD_CUE) && (aged || has(kind::PERSON_NAME));
    // "Patient: …" names one; "son Keith, 503 …" is how a chart says whom to call.
    let known = noted || (named && told) || has(kind::CASE_NAME);
    let kin_contact =
        has(kind::KIN_NAME) && (has(kind::PHONE) || has(kind::EMAIL)) && !kinds.contains_any(OWN);
    let reachable = named && aged && (has(kind::PHONE) || has(kind::EMAIL));
    // "This is Ana Ruiz, calling to cancel my appointment": a call to the practice, written down.
    let called = (has(kind::CALLER_VOICE) && (named || has(kind::PHONE) || has(kind::IDENTIFIER)))
        || (named && has(kind::RECORD_CUE) && has(kind::PHONE) && has(kind::DATE));
    let housed = has(kind::HOME_ADDRESS) && (has(kind::STREET_ADDRESS) || has(kind::PHONE));
    let described = (patient || aged || has(kind::PATIENT_MEANT)) && cared && !offered;
    let adds_up = || !is_of_somebody_else(kinds) && points(kinds) >= ENOUGH;
    called
        || (numbered
            || known
            || kin_contact
            || reachable
            || housed
            || is_bedded(kinds)
            || described
            || adds_up())
            && !is_elsewhere(kinds)
}

/// Whether the text is about something else; gowns for the room where somebody lies are about that person.
fn is_elsewhere(kinds: &KindSet) -> bool {
    kinds.contains_any(ELSEWHERE) || (kinds.contains(kind::ROOM_MATTERS) && !is_bedded(kinds))
}

/// "Mrs K in bay 4"
fn is_bedded(kinds: &KindSet) -> bool {
    kinds.contains(kind::ROOM) && kinds.contains(kind::VEILED_NAME)
}

/// Whether details that add up are the practice's, the writer's own or a public person's.
fn is_of_somebody_else(kinds: &KindSet) -> bool {
    kinds.contains_any(&[kind::OFFICE_CUE, kind::PUBLIC_FIGURES])
        || (!kinds.contains(kind::PATIENT_MEANT) && kinds.contains_any(OWN))
        || (!kinds.contains(kind::CHART_PATIENT) && kinds.contains(kind::GENERAL_SUBJECT))
}

/// How much a person and what is done or found about a body add up to; none when one of the two is missing.
fn points(kinds: &KindSet) -> u32 {
    let sum = |weighed: &[(SignalKind, u32)]| -> u32 {
        weighed.iter().filter(|(kind, _)| kinds.contains(*kind)).map(|(_, points)| points).sum()
    };
    let (person, care) = (sum(PERSON_POINTS), sum(CARE_POINTS));
    if person == 0 || care == 0 { 0 } else { person.min(MOST_OF_EITHER) + care.min(MOST_OF_EITHER) }
}

/// One mark on either end of each sentence, so that one of them stands apart from whatever it is about.
fn mark_sentences(mark: SignalKind, first: u32, end: u32, reading: &Reading<'_>, found: &mut Vec<Signal>) {
    let mut at = first;
    while at < end {
        let (_, next) = reading.around(at, Stretch::Sentence);
        let next = next.clamp(at + 1, end);
        found.push(signal(mark, at, at + 1));
        if next - at > 1 {
            found.push(signal(mark, next - 1, next));
        }
        at = next;
    }
}
