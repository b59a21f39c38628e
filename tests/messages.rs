//! The words of the extension: every key that is used has its words, every word is used, and placeholders fit.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use chaperone::engine::RuleCard;
use regex_lite::Regex;
use serde_json::{Map, Value};

const LOCALES: &str = "extension/_locales";

/// Keys that are put together at run time, by how they begin.
const COMPOSED: [&str; 8] = [
    "page_severity_",
    "page_note_",
    "page_consent_fault_",
    "page_reason_",
    "page_dismiss_",
    "records_account_",
    "options_fault_",
    "options_family_",
];

/// What `say` of the content script puts before its keys.
const PAGE: &str = "page_";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files_under(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files_under(&path, found);
        } else {
            found.push(path);
        }
    }
}

fn messages(locale: &str) -> Map<String, Value> {
    let path = root().join(LOCALES).join(locale).join("messages.json");
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// The languages of the user interface.
fn locales() -> Vec<String> {
    let folders = fs::read_dir(root().join(LOCALES)).unwrap();
    folders.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

/// All that could name a message, sources and pages, as one text.
fn sources() -> String {
    let mut files = Vec::new();
    for folder in ["src", "extension"] {
        files_under(&root().join(folder), &mut files);
    }
    let is_source = |path: &PathBuf| {
        let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        ["rs", "ts", "js", "html"].contains(&extension)
    };
    files.iter().filter(|path| is_source(path)).map(|path| fs::read_to_string(path).unwrap()).collect()
}

fn manifest() -> String {
    fs::read_to_string(root().join("manifest.json")).unwrap()
}

/// What stands in quotes and begins like a key, what the content script says, and what the manifest asks for.
fn keys_in(sources: &str, manifest: &str, known: &Map<String, Value>) -> BTreeSet<String> {
    let prefixes: BTreeSet<_> = known.keys().filter_map(|key| key.split('_').next()).collect();
    let quoted = Regex::new(r#"["'`]([a-z0-9]+)(_[a-z0-9_]*[a-z0-9])["'`]"#).unwrap();
    let said = Regex::new(r#"[^a-z]say\(\s*["']([a-z0-9_]+)["']"#).unwrap();
    let asked = Regex::new(r"__MSG_([a-z0-9_]*[a-z0-9])__").unwrap();
    let in_sources = quoted
        .captures_iter(sources)
        .filter(|found| prefixes.contains(&found[1]))
        .map(|found| found[1].to_owned() + &found[2]);
    let in_manifest = asked.captures_iter(manifest).map(|found| found[1].to_owned());
    let in_pages = said.captures_iter(sources).map(|found| format!("{PAGE}{}", &found[1]));
    in_sources.chain(in_pages).chain(in_manifest).collect()
}

#[test]
fn every_key_that_is_used_has_its_words() {
    let known = messages("en");
    let missing: Vec<_> =
        keys_in(&sources(), &manifest(), &known).into_iter().filter(|key| !known.contains_key(key)).collect();
    assert!(missing.is_empty(), "messages.json lacks {missing:?}; add them");
}

#[test]
fn every_message_is_used() {
    let sources = sources() + &manifest();
    let unused: Vec<_> = messages("en")
        .into_iter()
        .map(|(key, _)| key)
        .filter(|key| !sources.contains(key.strip_prefix(PAGE).unwrap_or(key)))
        .filter(|key| !COMPOSED.iter().any(|start| key.starts_with(start)))
        .collect();
    assert!(unused.is_empty(), "nothing uses {unused:?}; remove them from messages.json");
}

#[test]
fn placeholders_are_declared_and_used() {
    let placeholder = Regex::new(r"\$([A-Z]+)\$").unwrap();
    let english = messages("en");
    for (key, entry) in locales().iter().flat_map(|locale| messages(locale)) {
        let message = entry.get("message").and_then(Value::as_str).unwrap_or_default();
        assert!(!message.trim().is_empty(), "{key} says nothing");
        if let Some(same) = english.get(&key) {
            assert_eq!(entry.get("placeholders"), same.get("placeholders"), "{key}: not those of English");
        }
        let named: BTreeSet<_> =
            placeholder.captures_iter(message).map(|found| found[1].to_lowercase()).collect();
        let declared = entry.get("placeholders").and_then(Value::as_object).cloned().unwrap_or_default();
        let declared: BTreeSet<_> = declared.into_iter().map(|(name, _)| name).collect();
        assert_eq!(named, declared, "{key}: placeholders named and declared differ");
    }
}

/// What the rules say, by key: English stands in the rules themselves, and in no messages.json.
fn rule_keys() -> BTreeSet<String> {
    let title = Regex::new(r#"(?m)^title\s*= "(.+)"$"#).unwrap();
    let mut files = Vec::new();
    files_under(&root().join("rules"), &mut files);
    // Titles of sources are quoted as they were published.
    files.retain(|path| {
        path.extension().is_some_and(|kind| kind == "toml") && !path.ends_with("sources.toml")
    });
    let texts: String = files.iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    let titles = title.captures_iter(&texts).map(|found| {
        let words = found[1].to_lowercase();
        let words =
            words.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        format!("title_{}", words.collect::<Vec<_>>().join("_"))
    });
    let texts = RuleCard::all().into_iter().flat_map(|rule| {
        let code = rule.code.to_string().to_lowercase();
        [format!("rule_{code}_summary"), format!("rule_{code}_why")]
    });
    titles.chain(texts).collect()
}

#[test]
fn every_locale_has_the_same_keys() {
    let english: BTreeSet<_> = messages("en").into_iter().map(|(key, _)| key).collect();
    let rules = rule_keys();
    assert!(
        english.is_disjoint(&rules),
        "the rules say this in English already: {:?}",
        english.intersection(&rules)
    );
    let wanted: BTreeSet<_> = english.union(&rules).cloned().collect();
    for locale in locales().iter().filter(|locale| *locale != "en") {
        let keys: BTreeSet<_> = messages(locale).into_iter().map(|(key, _)| key).collect();
        let missing: Vec<_> = wanted.difference(&keys).collect();
        let unused: Vec<_> = keys.difference(&wanted).collect();
        assert!(missing.is_empty(), "{locale}/messages.json lacks {missing:?}; translate them");
        assert!(unused.is_empty(), "nothing uses {unused:?} of {locale}/messages.json; remove them");
    }
}
