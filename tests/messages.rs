//! The words of the extension: every key that is used has its words, every word is used, and placeholders fit.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use regex_lite::Regex;
use serde_json::{Map, Value};

const LOCALES: &str = "extension/_locales";

/// Keys that are put together at run time, by how they begin.
const COMPOSED: [&str; 3] = ["page_severity_", "page_note_", "page_consent_fault_"];

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
    for (key, entry) in messages("en") {
        let message = entry.get("message").and_then(Value::as_str).unwrap_or_default();
        assert!(!message.trim().is_empty(), "{key} says nothing");
        let named: BTreeSet<_> =
            placeholder.captures_iter(message).map(|found| found[1].to_lowercase()).collect();
        let declared = entry.get("placeholders").and_then(Value::as_object).cloned().unwrap_or_default();
        let declared: BTreeSet<_> = declared.into_iter().map(|(name, _)| name).collect();
        assert_eq!(named, declared, "{key}: placeholders named and declared differ");
    }
}

#[test]
fn every_locale_has_the_same_keys() {
    let keys = |locale: &str| messages(locale).into_iter().map(|(key, _)| key).collect::<BTreeSet<_>>();
    for entry in fs::read_dir(root().join(LOCALES)).unwrap() {
        let locale = entry.unwrap().file_name();
        let locale = locale.to_str().unwrap_or_else(|| panic!("{locale:?} is no locale"));
        assert_eq!(keys(locale), keys("en"), "{locale} and en differ");
    }
}
