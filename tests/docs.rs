//! The documents say what the tree does: pages made from the catalog are fresh, and what is named exists.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// The documents that a newcomer reads.
const DOCUMENTS: &[&str] = &[
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "PRIVACY.md",
    "SECURITY.md",
    "CHANGELOG.md",
    "docs/decisions/README.md",
    "docs/store/README.md",
    "docs/store/listing.md",
    "docs/store/permissions.md",
    "docs/store/privacy.md",
    "docs/store/review.md",
];

fn top() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(top().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn assert_none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// Folders of a folder, without what is built, fetched or hidden.
fn folders(path: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(top().join(path)).unwrap().map(Result::unwrap);
    let folders = entries.filter(|entry| entry.file_type().unwrap().is_dir());
    let names = folders.map(|entry| entry.file_name().into_string().unwrap());
    let is_made = |name: &str| matches!(name, "target" | "node_modules" | ".git") || name.starts_with("dist");
    names.filter(|name| !is_made(name)).collect()
}

/// What stands between backticks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.lines().flat_map(|line| line.split('`').skip(1).step_by(2))
}

#[test]
fn the_rules_page_is_fresh() {
    let made = Command::new(env!("CARGO_BIN_EXE_chaperone")).args(["rules", "--markdown"]).output().unwrap();
    let is_fresh = read("docs/rules.md").as_bytes() == made.stdout;
    assert!(is_fresh, "docs/rules.md is stale; run: cargo run --quiet -- rules --markdown > docs/rules.md");
}

#[test]
fn every_command_that_a_document_tells_to_run_exists() {
    let dispatcher = read("build.sh");
    let mut faults = Vec::new();
    for document in DOCUMENTS {
        let text = read(document);
        for words in text.split("./build.sh ").skip(1) {
            let word: String = words.chars().take_while(char::is_ascii_lowercase).collect();
            if !dispatcher.lines().any(|line| line.trim().starts_with(&format!("{word})"))) {
                faults.push(format!("{document}: build.sh has no command {word:?}"));
            }
        }
        let called = quoted(&text).filter_map(|code| code.strip_prefix("chaperone "));
        for word in called.filter_map(|words| words.split(' ').next()).filter(|word| !word.starts_with('-')) {
            if !is_subcommand(word) {
                faults.push(format!("{document}: chaperone has no command {word:?}"));
            }
        }
    }
    assert_none(&faults);
}

fn is_subcommand(word: &str) -> bool {
    let ran = Command::new(env!("CARGO_BIN_EXE_chaperone")).args([word, "--help"]).output().unwrap();
    ran.status.success()
}

#[test]
fn the_map_shows_every_room() {
    let map = read("ARCHITECTURE.md");
    let mut faults = Vec::new();
    for folder in folders(".") {
        if !map.contains(&format!("`{folder}/")) {
            faults.push(format!("ARCHITECTURE.md: the code map has no `{folder}/`"));
        }
    }
    for module in folders("src") {
        if !map.contains(&format!("`src/{module}/")) {
            faults.push(format!("ARCHITECTURE.md: the code map has no `src/{module}/`"));
        }
    }
    assert_none(&faults);
}

#[test]
fn every_path_that_a_document_names_exists() {
    let rooms = folders(".");
    let mut faults = Vec::new();
    for document in DOCUMENTS {
        let text = read(document);
        for path in quoted(&text) {
            let room = path.split('/').next().unwrap_or("");
            let is_pattern = path.contains(['<', '*', '…', ' ', '{']);
            let is_path = path.contains('/') && rooms.contains(room) && !is_pattern;
            if is_path && !top().join(path).exists() {
                faults.push(format!("{document}: `{path}` does not exist"));
            }
        }
        for link in text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(link, _)| link) {
            let file = link.split('#').next().unwrap_or("");
            let here = top().join(document).parent().map(Path::to_path_buf).unwrap();
            if !link.contains(':') && !file.is_empty() && !here.join(file).exists() {
                faults.push(format!("{document}: the link to {link} leads nowhere"));
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn every_invariant_promise_and_threat_names_the_test_that_holds_it() {
    let mut faults = Vec::new();
    for (document, heading) in [
        ("ARCHITECTURE.md", "Invariants"),
        ("PRIVACY.md", "How this is proved"),
        ("SECURITY.md", "Threat model"),
    ] {
        let text = read(document);
        let section =
            text.split(&format!("\n## {heading}\n")).nth(1).and_then(|rest| rest.split("\n## ").next());
        let is_head = |line: &&str| line.contains("| held by |") || line.contains("| covered by |");
        let rows: Vec<&str> =
            section.unwrap().lines().filter(|line| line.starts_with("| ") && !is_head(line)).collect();
        assert!(rows.len() > 5, "{document}: the table under {heading:?} was not found");
        faults.extend(rows.iter().flat_map(|row| faults_of(document, row)));
    }
    assert_none(&faults);
}

/// What is wrong with the tests that a row names, as `path` › `test`.
fn faults_of(document: &str, row: &str) -> Vec<String> {
    let parts: Vec<&str> = row.split(" › ").collect();
    let pairs = parts.iter().zip(parts.iter().skip(1));
    let tests: Vec<(&str, &str)> =
        pairs.map(|(before, after)| (last_quoted(before), first_quoted(after))).collect();
    if tests.is_empty() {
        return vec![format!("{document}: no test holds: {row}")];
    }
    let is_missing = |(path, name): &(&str, &str)| {
        let text = fs::read_to_string(top().join(path)).unwrap_or_default();
        let declarations =
            [format!("fn {name}("), format!("\"{name}\""), format!("'{name}'"), format!("`{name}`")];
        !declarations.iter().any(|declaration| text.contains(declaration))
    };
    let missing = tests.into_iter().filter(is_missing);
    missing.map(|(path, name)| format!("{document}: {path} has no test called {name:?}")).collect()
}

#[test]
fn every_permission_and_cookie_stands_in_the_privacy_page() {
    let page = read("PRIVACY.md");
    let manifest: Value = serde_json::from_str(&read("manifest.json")).unwrap();
    let lists = ["permissions", "optional_permissions", "host_permissions", "optional_host_permissions"];
    let asked = lists.iter().filter_map(|key| manifest.get(key)?.as_array()).flatten();
    let mut wanted: BTreeSet<String> = asked.map(|name| name.as_str().unwrap().to_owned()).collect();
    assert!(wanted.contains("storage"), "the permissions were not found");
    for entry in fs::read_dir(top().join("sites")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "json") {
            let site: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
            cookies_in(&site, &mut wanted);
        }
    }
    assert!(wanted.contains("c_user"), "the cookies were not found");
    let is_missing = |name: &&String| !page.contains(&format!("`{name}`"));
    let faults: Vec<String> = wanted
        .iter()
        .filter(is_missing)
        .map(|name| format!("PRIVACY.md: `{name}` is not mentioned"))
        .collect();
    assert_none(&faults);
}

/// The names of cookies that a site's description reads.
fn cookies_in(value: &Value, names: &mut BTreeSet<String>) {
    if value.get("from").is_some_and(|from| from == "cookie") {
        let after = value.get("after").and_then(Value::as_str).unwrap();
        names.insert(after.trim_end_matches('=').to_owned());
    }
    match value {
        Value::Array(values) => values.iter().for_each(|value| cookies_in(value, names)),
        Value::Object(values) => values.values().for_each(|value| cookies_in(value, names)),
        _ => {}
    }
}

#[test]
fn the_stores_take_the_names_and_descriptions() {
    for locale in folders("extension/_locales") {
        let messages: Value =
            serde_json::from_str(&read(&format!("extension/_locales/{locale}/messages.json"))).unwrap();
        for (key, longest) in [("manifest_name", 75), ("manifest_description", 132)] {
            let text = messages.pointer(&format!("/{key}/message")).and_then(Value::as_str).unwrap();
            let length = text.chars().count();
            assert!(length <= longest, "{locale}: {key} has {length} characters; a store takes {longest}");
        }
    }
}

fn last_quoted(text: &str) -> &str {
    quoted(text).last().unwrap_or("")
}

fn first_quoted(text: &str) -> &str {
    quoted(text).next().unwrap_or("")
}

#[test]
fn the_changelog_knows_the_current_version() {
    let version = env!("CARGO_PKG_VERSION");
    assert!(read("CHANGELOG.md").contains(&format!("## {version}")), "CHANGELOG.md has no section {version}");
    for file in ["manifest.json", "package.json"] {
        assert!(read(file).contains(&format!("\"version\": \"{version}\"")), "{file} has another version");
    }
}
