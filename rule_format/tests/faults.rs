//! A malformed rule, identifier or lexicon is refused by file and key, and all faults come at once.

use std::fs;
use std::path::Path;

use rule_format::PolicyBase;
use tempfile::TempDir;

const SOURCES: &str = "[H1]\ntitle = \"T\"\nbody = \"B\"\ndate = \"2020\"\nurl = \"https://example.org\"\n";

const TEMPLATES: &str = "[[template]]\ncode = \"T1\"\ntitle = \"Thank\"\nwhen = { surface = [\"reply\"] }\n\
                         answers = [\"Hi\"]\ntext = { en = \"Thank you.\" }\n";

const LANGUAGES: &str = "[en]\nname = \"English\"\noffice = \"our office\"\noffice_at = \"{name} at {phone}\"\n\
                         contact = \"the manager\"\npractice = \"our practice\"\n";

const RULE: &str = r#"
code = "P1"
id = "named-patient"
severity = "stop"
summary = "S."
why = "W."
sources = ["H1"]
match = { kind = "pattern", any = ["{care}"] }
should_match = [{ text = "«a»" }, { text = "«b»" }, { text = "«c»" }, { text = "«d»" }]
should_not_match = [
  { text = "e", why = "w" }, { text = "f", why = "w" }, { text = "g", why = "w" }, { text = "h", why = "w" },
]
"#;

/// A small sound tree, with some files replaced.
fn tree(files: &[(&str, &str)]) -> TempDir {
    let root = tempfile::tempdir().expect("a folder for the tree");
    let sound = [
        ("rules/sources.toml", SOURCES),
        ("rules/templates.toml", TEMPLATES),
        ("rules/languages.toml", LANGUAGES),
        ("rules/patient/named-patient.toml", RULE),
        ("lexicons/care.txt", "# What: words of care\n# Source: written for this test\nchemo\n"),
    ];
    for folder in ["identifiers", "models"] {
        fs::create_dir_all(root.path().join(folder)).expect("a folder that may be empty");
    }
    for (file, text) in sound.iter().chain(files) {
        let path = root.path().join(file);
        fs::create_dir_all(path.parent().expect("every file has a folder")).expect("a folder for the file");
        fs::write(path, text).expect("the file is written");
    }
    root
}

fn faults(root: &Path) -> Vec<String> {
    match PolicyBase::load(root).and_then(|base| base.compile()) {
        Ok(_) => Vec::new(),
        Err(faults) => faults.iter().map(ToString::to_string).collect(),
    }
}

/// The faults of the sound tree with one file replaced.
fn faults_with(file: &str, text: &str) -> Vec<String> {
    faults(tree(&[(file, text)]).path())
}

/// The faults of the sound rule with one piece of text replaced.
fn faults_of_rule(from: &str, to: &str) -> Vec<String> {
    assert!(RULE.contains(from));
    faults_with("rules/patient/named-patient.toml", &RULE.replace(from, to))
}

#[test]
fn a_sound_tree_has_no_faults() {
    assert_eq!(faults(tree(&[]).path()), Vec::<String>::new());
}

#[test]
fn a_fault_names_file_key_and_remedy() {
    let file = "rules/patient/named-patient.toml";
    assert_eq!(
        faults_of_rule("\"stop\"", "\"high\""),
        [format!("{file}: severity: unknown severity \"high\"; use stop, fix, rethink or polish")]
    );
    assert_eq!(
        faults_of_rule("{care}", "{cure}"),
        [format!(
            "{file}: match[0].any: unknown signal \"cure\"; add lexicons/cure.txt or use an existing one"
        )]
    );
    assert_eq!(
        faults_of_rule("[\"H1\"]", "[\"H9\"]"),
        [format!("{file}: sources: \"H9\" is not in rules/sources.toml")]
    );
}

#[test]
fn unknown_keys_are_faults() {
    let found = faults_of_rule("why = \"W.\"", "why = \"W.\"\nurgency = 3");
    assert!(
        matches!(found.as_slice(), [fault] if fault.contains("line 7") && fault.contains("urgency")),
        "{found:?}"
    );
}

#[test]
fn names_must_fit_the_file() {
    assert_eq!(faults_of_rule("\"P1\"", "\"M1\"").len(), 1);
    assert_eq!(faults_of_rule("\"named-patient\"", "\"named\"").len(), 1);
}

#[test]
fn a_rule_needs_four_examples_of_each_kind() {
    let found = faults_of_rule(", { text = \"«d»\" }", "");
    assert!(matches!(found.as_slice(), [fault] if fault.contains("at least four")), "{found:?}");
}

#[test]
fn a_lexicon_needs_a_head_and_closed_brackets() {
    let found = faults_with("lexicons/care.txt", "chemo (a|b\n");
    assert!(found.iter().any(|fault| fault.contains("lexicons/care.txt: head")), "{found:?}");
    assert!(
        found
            .iter()
            .any(|fault| fault.contains("lexicons/care.txt: line 1") && fault.contains("without its )"))
    );
}

#[test]
fn an_identifier_must_be_measurable_and_announced() {
    let identifier = "what = \"w\"\nsource = \"s\"\nsignal = \"identifier\"\ncued = '\\d+'\ncheck = \"sum\"\n\
                      should_match = [\"«1»\", \"«2»\"]\nshould_not_match = [\"a\", \"b\"]\n";
    let found = faults_with("identifiers/file-number.toml", identifier);
    for (key, words) in [("check", "unknown \"sum\""), ("cued", "no longest match"), ("cues", "announce it")]
    {
        let place = format!("identifiers/file-number.toml: {key}: ");
        assert!(
            found.iter().any(|fault| fault.starts_with(&place) && fault.contains(words)),
            "{key}: {found:?}"
        );
    }
}

#[test]
fn faults_of_several_files_come_together() {
    let bad_rule = RULE.replace("\"stop\"", "\"high\"");
    let root = tree(&[
        ("rules/patient/named-patient.toml", bad_rule.as_str()),
        ("lexicons/empty-head.txt", "word\n"),
        ("rules/advice/loose.toml", "code = "),
    ]);
    let found = faults(root.path());
    for place in [
        "lexicons/empty-head.txt: head: ",
        "rules/advice/loose.toml: line 1: ",
        "rules/patient/named-patient.toml: severity: ",
    ] {
        assert!(found.iter().any(|fault| fault.starts_with(place)), "{place}: {found:?}");
    }
    assert_eq!(found.len(), 3, "{found:?}");
}

#[test]
fn a_template_is_checked_like_a_rule() {
    let when = TEMPLATES.replace("[\"reply\"]", "[\"billboard\"]");
    let found = faults_with("rules/templates.toml", &when);
    assert!(
        matches!(found.as_slice(), [only] if only.contains("T1.when.surface: unknown \"billboard\"")),
        "{found:?}"
    );
    let open = TEMPLATES.replace("Thank you.", "Call {phone}.");
    let found = faults_with("rules/templates.toml", &open);
    assert!(
        matches!(found.as_slice(), [only] if only.contains("T1.text.en: holds an unknown placeholder")),
        "{found:?}"
    );
}

#[test]
fn a_file_that_would_be_passed_over_is_a_fault() {
    let strays = [
        ("rules/patients/named-patient.toml", "is not read; put rules into a folder named patient, advice,"),
        ("rules/stray.toml", "is not read; put rules into a folder named patient, advice,"),
        ("rules/patient/second.TOML", "is not read; its name must end in .toml"),
        ("lexicons/more.csv", "is not read; its name must end in .txt"),
        ("identifiers/more.json", "is not read; its name must end in .toml"),
    ];
    for (file, fault) in strays {
        let faults = faults_with(file, "");
        let folder = file.strip_suffix("/named-patient.toml").unwrap_or(file);
        let expected = format!("{folder}: file: {fault}");
        assert!(faults.len() == 1 && faults[0].starts_with(&expected), "{file}: {faults:?}");
    }
    assert!(faults_with("lexicons/README.md", "For people.").is_empty());
}

#[test]
fn a_faulty_expression_is_told_in_one_line() {
    let text = "what = \"w\"\nsource = \"s\"\nsignal = \"identifier\"\ngrouped = '('\ncheck = \"none\"\n\
                should_match = [\"«1»\", \"«2»\"]\nshould_not_match = [\"a\", \"b\"]\n";
    let faults = faults_with("identifiers/number.toml", text);
    let expected = "identifiers/number.toml: grouped: \"(\" is no regular expression: unclosed group";
    assert_eq!(faults, [expected]);
}

#[test]
fn crossed_and_empty_marks_name_the_example() {
    let file = "rules/patient/named-patient.toml: should_match: ";
    for (marked, fault) in [
        ("»a«", "\"»a«\": a » has no « before it"),
        ("«a «b»»", "\"«a «b»»\": a « stands inside another"),
        ("a «»", "\"a «»\": « and » stand around nothing"),
    ] {
        let found = faults_of_rule("«a»", marked);
        assert!(found.len() == 1 && found[0].starts_with(&format!("{file}{fault}")), "{marked}: {found:?}");
    }
    let found = faults_of_rule("text = \"e\"", "text = \"«e»\"");
    assert!(matches!(found.as_slice(), [only] if only.contains("should_not_match: \"«e»\"")), "{found:?}");
    let found = faults_of_rule("{care}", "a» {care} «b");
    assert!(
        matches!(found.as_slice(), [only] if only.contains("match[0].any") && only.contains("»")),
        "{found:?}"
    );
}

#[test]
fn a_scope_of_no_words_is_a_fault() {
    let near = "kind = \"near\", signal = [\"care\"], of = [\"care\"], within = \"0 words\"";
    let found = faults_of_rule("kind = \"pattern\", any = [\"{care}\"]", near);
    assert!(
        matches!(found.as_slice(), [only] if only.contains("match[0].within: unknown \"0 words\"")),
        "{found:?}"
    );
}

#[test]
fn a_key_of_another_kind_of_matcher_is_a_fault() {
    for (key, value) in [
        ("signal", "[\"care\"]"),
        ("of", "[\"care\"]"),
        ("and", "[\"care\"]"),
        ("anchor", "[\"care\"]"),
        ("at_least", "2"),
        ("raise_at", "3"),
        ("without", "[\"care\"]"),
        ("name", "\"identifier\""),
        ("on", "[\"care\"]"),
    ] {
        let found = faults_of_rule("any = [", &format!("{key} = {value}, any = ["));
        let place =
            format!("rules/patient/named-patient.toml: match[0].{key}: a pattern matcher does not read it");
        assert!(found.len() == 1 && found[0].starts_with(&place), "{key}: {found:?}");
    }
}

#[test]
fn a_lexicon_says_nothing_twice_and_something_at_all() {
    let head = "# What: w\n# Source: s\n";
    let found = faults_with("lexicons/care.txt", &format!("{head}chemo\n(chemo|dialysis)\nChemo\n"));
    assert_eq!(found, ["lexicons/care.txt: line 5: \"Chemo\" says nothing that line 3 does not; remove it"]);
    let found = faults_with("lexicons/care.txt", head);
    assert!(
        found.iter().any(|fault| fault.starts_with("lexicons/care.txt: terms: holds no term")),
        "{found:?}"
    );
}

#[test]
fn an_invisible_mark_in_a_term_is_a_fault() {
    let text = "# What: w\n# Source: s\nche\u{200b}mo\n";
    assert_eq!(
        faults_with("lexicons/care.txt", text),
        ["lexicons/care.txt: line 3: \"chemo\" holds the invisible mark U+200B; type the term anew"]
    );
}
