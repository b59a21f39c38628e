//! The coach's words: every line of `coach/` is found and needs no rewriting itself, and whole sentences come out right.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use chaperone::coach::{Rewording, SuggestionKind, WordList};
use chaperone::engine::find;
use serde_json::Value;

const FILES: [(&str, SuggestionKind); 4] = [
    ("plain-words.txt", SuggestionKind::Jargon),
    ("kinder-words.txt", SuggestionKind::Blame),
    ("open-questions.txt", SuggestionKind::ClosedQuestion),
    ("welcome-recording.txt", SuggestionKind::RecordingRefused),
];

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("coach").join(name)).unwrap()
}

fn lists() -> &'static [WordList] {
    static LISTS: OnceLock<Vec<WordList>> = OnceLock::new();
    LISTS.get_or_init(|| FILES.map(|(name, kind)| WordList { kind, entries: read(name) }).to_vec())
}

fn reword(text: &str) -> Rewording {
    chaperone::coach::reword(text, lists())
}

/// Every entry of a file, as the words it stands for, and its answer.
fn entries(file: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for line in file.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let (all, plain) = line.split_once('=').unwrap_or_else(|| panic!("{line}: write \"words = answer\""));
        for words in all.split('|') {
            found.push((words.trim().to_owned(), plain.trim().to_owned()));
        }
    }
    found
}

#[test]
fn every_entry_is_found_and_its_answer_needs_no_rewriting() {
    let mut seen = BTreeSet::new();
    let mut faults = Vec::new();
    for (name, kind) in FILES {
        for (words, plain) in entries(&read(name)) {
            if !seen.insert(words.clone()) {
                faults.push(format!("{name}: {words:?} stands twice; remove one"));
            }
            let said = words.replace('…', "").replace(" ?", "").trim().to_owned();
            let mark = if kind == SuggestionKind::ClosedQuestion { "?" } else { "." };
            let found = reword(&format!("{said}{mark}")).suggestions;
            if !matches!(&*found, [one] if one.kind == kind) {
                faults.push(format!("{name}: {words:?} is not found as a whole, but {found:?}"));
            }
            let again = reword(&plain).suggestions;
            if !again.is_empty() {
                faults.push(format!("{name}: the answer {plain:?} to {words:?} needs rewriting: {again:?}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn whole_sentences_come_out_as_a_person_would_say_them() {
    for (said, better) in [
        ("You have hypertension.", "You have high blood pressure."),
        ("Hypertension runs in families.", "High blood pressure runs in families."),
        ("An acute pain, a hematoma and an etiology.", "A sudden pain, a bruise and a cause."),
        ("Take 20 mg PO BID, PRN pain.", "Take 20 mg by mouth twice a day, when you need it pain."),
        ("Stay npo, says the OR.", "Stay npo, says the OR."),
        ("We put in a bid for the house.", "We put in a bid for the house."),
        ("You failed to take your pills.", "It may have been hard to take your pills."),
        ("Why didn’t you come sooner?", "What made it hard to come sooner?"),
        ("Obviously, you need to rest.", "You need to rest."),
        ("You need, obviously, to rest.", "You need, to rest."),
        ("He is non-compliant.", "He is not able to follow the plan so far."),
        (
            "Take it with food, okay?",
            "Take it with food. I want to be sure that I was clear. In your own words, what will you do?",
        ),
        ("Is it the left knee or the right?", "Is it the left knee or the right?"),
        ("So, any questions? Good.", "What questions do you have? Good."),
        (
            "Do you know how to use the inhaler?",
            "To see whether I showed it well, how will you use the inhaler?",
        ),
        ("Tell me if you understand this.", "Tell me if you understand this."),
        (
            "Sorry, but you can't record this visit! Sit down.",
            "You're welcome to record, so that you can listen again at home. Please keep other people out of it. \
             Sit down.",
        ),
        ("", ""),
        ("🩺 Edema 🎉?", "🩺 Swelling 🎉?"),
    ] {
        assert_eq!(reword(said).rewritten, better, "{said}");
    }
}

#[test]
fn plain_speech_is_left_alone() {
    for said in [
        "You're welcome to record so you can listen again; please keep others out of it.",
        "I want to be sure I explained this well. In your own words, how will you take it?",
        "What questions do you have? It is right on the corner, so take your time.",
        "Rest for two days, drink water, and call us if the fever comes back.",
    ] {
        assert_eq!(reword(said).suggestions, [], "{said}");
    }
}

#[test]
fn places_are_utf_16_code_units_of_the_text() {
    let said = "🎉 é: the etiology";
    let units: Vec<u16> = said.encode_utf16().collect();
    let [one] = &*reword(said).suggestions else { panic!("one suggestion in {said}") };
    let words = &units[one.span.start as usize..one.span.end as usize];
    assert_eq!(String::from_utf16_lossy(words), "etiology");
}

#[test]
fn teach_back_is_noticed() {
    assert!(!reword("Take it with food.").asks_back);
    assert!(reword("Take it with food. Got it?").asks_back);
    assert!(reword("In your own words, how will you take it?").asks_back);
}

#[test]
fn every_sentence_of_a_long_text_is_read() {
    let text = "Take 5 mg PRN for the edema, okay? ".repeat(200);
    assert_eq!(reword(&text).suggestions.len(), 600);
}

#[test]
fn the_states_and_their_source_are_those_of_the_rule() {
    let states: Value = serde_json::from_str(&read("states.json")).unwrap();
    let rule = find("R6").unwrap();
    let source = &states["source"];
    let cited = rule.sources.iter().any(|cited| {
        [cited.title, cited.body, cited.date, cited.url]
            == ["title", "body", "date", "url"].map(|key| source[key].as_str().unwrap())
    });
    assert!(cited, "R6 does not cite {source}");
    for state in states["everybody_must_agree"].as_array().unwrap() {
        let name = state["en"].as_str().unwrap();
        assert!(rule.why.contains(name), "{name} is not among the states that R6 names");
    }
}
