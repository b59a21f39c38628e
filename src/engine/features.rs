//! What a model sees of a sentence: its words and word pairs, the signals in it and which of them stand together,
//! each as a hash.
//!
//! Words that a lexicon knows as a drug, a test, a body part and so on count as that signal and not as themselves, so
//! that what was learned of one drug holds for all. Training and checking read a sentence by this very code.

use super::lex::TokenKind;
use super::reading::Reading;
use super::segment::Stretch;
use super::signal::{KindSet, Signal, SignalKind};
use super::tables::{KIND_HASHES, kind};

/// Features are counted in so many buckets.
pub const MODEL_BUCKETS: usize = 1 << 14;

/// One feature of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Feature {
    /// What it is.
    pub(crate) hash: u32,
    /// First token that it rests on; see [`Feature::end`].
    pub(crate) first: u32,
    /// One past the last of those tokens; a pair of signals rests on none in particular.
    pub(crate) end: u32,
}

/// What advice is about; such words count as their signal.
const TOPICS: [SignalKind; 24] = [
    kind::DRUGS,
    kind::PRESCRIPTION_BRAND,
    kind::DRUG_CLASSES,
    kind::VACCINES,
    kind::TESTS,
    kind::PROCEDURES,
    kind::CONDITIONS,
    kind::RARE_CONDITIONS,
    kind::SYMPTOMS,
    kind::LAY_COMPLAINT,
    kind::LAY_REMEDY,
    kind::SPECIALTIES,
    kind::LAY_SPECIALIST,
    kind::BODY_PARTS,
    kind::CARE_PLACE,
    kind::EMERGENCY_LINE,
    kind::DOSE,
    kind::FREQUENCY,
    kind::AGE,
    kind::ANIMAL,
    kind::MEDICINE_IN_GENERAL,
    kind::URL,
    kind::MENTION,
    kind::NUMBER,
];

/// The same for asking of many signals.
static TOPIC_SET: KindSet = KindSet::of(&TOPICS);

/// How a sentence may stand to its topic.
const STANCES: [SignalKind; 20] = [
    kind::DIRECTIVE_MODAL,
    kind::OPTION_MODAL,
    kind::RECOMMEND_VERB,
    kind::STANCE,
    kind::GENERAL_VERB,
    kind::TREATMENT_VERB,
    kind::DIAGNOSIS_FRAME,
    kind::REASSURANCE,
    kind::HARMLESS,
    kind::TRIAGE,
    kind::CASE_ANCHOR,
    kind::CARE_PASSIVE,
    kind::SELF_CARE,
    kind::ASK_DOCTOR,
    kind::OWN_EXPERIENCE,
    kind::REPORTING_SUBJECT,
    kind::GENERAL_SUBJECT,
    kind::USUALLY,
    kind::LABEL_TALK,
    kind::QUESTION,
];

/// Sets the kinds of feature apart.
#[derive(Clone, Copy)]
#[repr(u32)]
enum Sort {
    Word = 0x9e37_79b1,
    Pair = 0x85eb_ca77,
    Signal = 0xc2b2_ae3d,
    Together = 0x27d4_eb2f,
}

impl Sort {
    fn of(self, first: u32, second: u32) -> u32 {
        let mixed = (first ^ self as u32).wrapping_mul(0x0100_0193) ^ second.rotate_left(15);
        let mixed = mixed.wrapping_mul(0x2c1b_3c6d);
        mixed ^ (mixed >> 15)
    }
}

/// Stands in word pairs for what comes before the first word of a sentence or clause.
const SENTENCE_START: u32 = 1;
const CLAUSE_START: u32 = 2;
const SENTENCE_END: u32 = 3;

/// Every feature of the sentence that reaches from the token `first` to `end`.
pub(crate) fn features(reading: &Reading<'_>, first: u32, end: u32) -> Vec<Feature> {
    let mut features = Vec::with_capacity(64);
    let mut give = |feature| features.push(feature);
    words(reading, first, end, &mut give);
    let present = reading.in_sentence(reading.place(first).sentence);
    let name = |kind: SignalKind| KIND_HASHES.get(usize::from(kind.0)).copied();
    // A signal counts once, where it stands first.
    let mut seen = KindSet::EMPTY;
    for signal in reading.between(first, end) {
        if let Some(name) = name(signal.kind).filter(|_| !seen.contains(signal.kind)) {
            seen.insert(signal.kind);
            give(Feature { hash: Sort::Signal.of(name, 0), first: signal.first, end: signal.end });
        }
    }
    let named = |kinds: &[SignalKind]| -> Vec<u32> {
        kinds.iter().filter(|kind| present.contains(**kind)).filter_map(|kind| name(*kind)).collect()
    };
    let stances = named(&STANCES);
    let topics = if stances.is_empty() { Vec::new() } else { named(&TOPICS) };
    for stance in &stances {
        for topic in topics.iter().chain(&stances) {
            give(Feature { hash: Sort::Together.of(*stance, *topic), first, end: first });
        }
    }
    features
}

/// The hashes of every sentence of a reading.
pub(super) fn of_sentences(reading: &Reading<'_>) -> Vec<Vec<u32>> {
    let begun = reading.signals().iter().filter(|signal| signal.kind == kind::SENTENCE);
    let of_sentence = |signal: &Signal| {
        let (first, end) = reading.around(signal.first, Stretch::Sentence);
        features(reading, first, end).iter().map(|feature| feature.hash).collect()
    };
    begun.map(of_sentence).collect()
}

fn words(reading: &Reading<'_>, first: u32, end: u32, give: &mut impl FnMut(Feature)) {
    let mut before = (SENTENCE_START, first);
    let mut clause = reading.place(first).clause;
    let mut at = first;
    while at < end {
        let Some((word, next)) = word(reading, at, end) else {
            at += 1;
            continue;
        };
        let here = reading.place(at).clause;
        if here != clause && before.0 != SENTENCE_START {
            give(Feature { hash: Sort::Pair.of(CLAUSE_START, word), first: at, end: next });
        }
        clause = here;
        give(Feature { hash: Sort::Word.of(word, 0), first: at, end: next });
        give(Feature { hash: Sort::Pair.of(before.0, word), first: before.1, end: next });
        before = (word, at);
        at = next.max(at + 1);
    }
    give(Feature { hash: Sort::Pair.of(before.0, SENTENCE_END), first: before.1, end });
}

/// The word or topic at a token, and one past its last token; marks are none.
fn word(reading: &Reading<'_>, at: u32, end: u32) -> Option<(u32, u32)> {
    let token = reading.token(at)?;
    let is_topic = |signal: &&Signal| signal.end <= end && TOPIC_SET.contains(signal.kind);
    let topic = reading.starting_at(at).iter().filter(is_topic).max_by_key(|signal| signal.end);
    if let Some(topic) = topic {
        return Some((*KIND_HASHES.get(usize::from(topic.kind.0))?, topic.end));
    }
    match token.kind {
        TokenKind::Word | TokenKind::Symbol => Some((reading.hash(at)?, at + 1)),
        TokenKind::Number => Some((*KIND_HASHES.get(usize::from(kind::NUMBER.0))?, at + 1)),
        _ => None,
    }
}
