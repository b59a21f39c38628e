//! Where the word "patient" means somebody, and where only a chart would put it.

use super::signal;
use crate::engine::lex::Token;
use crate::engine::reading::Reading;
use crate::engine::signal::{KindSet, Signal, SignalKind};
use crate::engine::tables::kind;

/// What follows a patient without an article: "pt in bed 14", "Patient lives in …".
const TOLD: &[SignalKind] = &[
    kind::FREQUENT_WORDS,
    kind::DAILY_LIFE,
    kind::MOVED,
    kind::PATIENT_EVENT,
    kind::CARE_EVENT,
    kind::CARE_DONE,
    kind::CHART_SHORTHAND,
    kind::DATE_ANNOUNCERS,
];

static NOUNS: KindSet = KindSet::of(&[kind::PATIENT_NOUNS, kind::PATIENT_CUE]);

pub(super) fn recognize(reading: &Reading<'_>, found: &mut Vec<Signal>) {
    for noun in reading.signals_of(&NOUNS) {
        if names_thing(noun, reading) {
            continue;
        }
        found.push(signal(kind::PATIENT_MEANT, noun.first, noun.end));
        if noun.kind == kind::PATIENT_NOUNS && is_told_as_in_chart(noun, reading) {
            found.push(signal(kind::CHART_PATIENT, noun.first, noun.end));
        }
    }
}

/// "patient safety", "be patient"
fn names_thing(noun: &Signal, reading: &Reading<'_>) -> bool {
    let near = reading.between(noun.first.saturating_sub(2), noun.end);
    near.iter().any(|thing| thing.kind == kind::PATIENT_THINGS && thing.end > noun.first)
}

/// "pt in bed 14", "Patient lives in …"
fn is_told_verb(word: &str) -> bool {
    let told = [
        "left", "fell", "went", "came", "took", "said", "had", "got", "ran", "says", "states", "reports",
        "denies", "refuses", "requests", "wants", "needs", "keeps", "threw", "told", "woke", "won't",
        "cannot", "can't",
    ];
    told.contains(&word) || (word.len() > 4 && word.ends_with("ed"))
}

fn is_told_as_in_chart(noun: &Signal, reading: &Reading<'_>) -> bool {
    let begins = noun.first.checked_sub(1).is_none_or(|before| {
        reading.place(before).clause != reading.place(noun.first).clause
            || !reading.token(before).is_some_and(Token::is_term)
            || reading.has(before, kind::LINK_WORDS)
    });
    let goes_on = is_told_verb(reading.word(noun.end))
        || !matches!(reading.word(noun.end), "and" | "or" | "to" | "for" | "of")
            && reading.starting_at(noun.end).iter().any(|signal| TOLD.contains(&signal.kind));
    let abbreviated = reading.word(noun.first).eq_ignore_ascii_case("pt") && reading.word(noun.first) != "PT";
    let articled = noun.first.checked_sub(1).is_some_and(|before| {
        reading.has(before, kind::PICKING_ARTICLES) || reading.has(before, kind::OUR_WORDS)
    });
    (begins && goes_on && !articled) || (abbreviated && goes_on)
}

#[cfg(test)]
mod tests {
    use crate::engine::{Checker, Config};

    fn has(text: &str, name: &str) -> bool {
        Checker::new(Config::default()).signals(text).iter().any(|(_, kind)| *kind == name)
    }

    #[test]
    fn a_patient_without_an_article_is_a_charts() {
        assert!(has("pt in bed 14 fell", "chart-patient"));
        assert!(has("Patient lives in Sedona", "chart-patient"));
        assert!(!has("my patient in the ward", "chart-patient"));
    }

    #[test]
    fn things_named_after_patients_and_patience_mean_nobody() {
        for text in ["patient safety week", "Please be patient with us", "the patient portal"] {
            assert!(!has(text, "patient-meant"), "{text}");
        }
        assert!(has("my patient", "patient-meant"));
    }
}
