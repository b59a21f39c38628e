//! Findings as they come out: exact places, decisions and exit codes, whatever stands around the words.

use serde_json::{Value, json};

use super::process::{file, run};

const NAMED: &str = "So proud of Marcus Bell for finishing chemo with us!";

fn answer(text: &str, context: &Value) -> Value {
    let line = json!({"id": "a", "text": text, "context": context});
    run(&["check", "--jsonl"], line.to_string()).lines().pop().unwrap()
}

/// The words at a finding's offsets, taken as JavaScript's `slice` would.
fn sliced(text: &str, finding: &Value) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    let at = |key: &str| usize::try_from(finding[key].as_u64().unwrap()).unwrap();
    String::from_utf16(&units[at("start")..at("end")]).unwrap()
}

fn finding_of<'a>(answer: &'a Value, rule: &str) -> &'a Value {
    let findings = answer["findings"].as_array().unwrap();
    findings.iter().find(|finding| finding["rule"] == rule).unwrap_or_else(|| panic!("no {rule} in {answer}"))
}

#[test]
fn a_named_patient_holds_the_post_with_exit_code_1() {
    let ran = run(&["check", "--jsonl"], json!({"id": "17", "text": NAMED}).to_string());
    assert_eq!(ran.code, 1);
    let expected = json!({
        "id": "17",
        "decision": "hold",
        "findings": [{
            "rule": "P1",
            "id": "named-patient",
            "family": "patient",
            "severity": "stop",
            "start": 12,
            "end": 23,
            "excerpt": "Marcus Bell",
            "summary": chaperone::engine::find("P1").unwrap().summary,
        }],
    });
    assert_eq!(ran.lines(), [expected]);
}

#[test]
fn keys_come_in_the_order_of_the_contract() {
    let ran = run(&["check", "--jsonl"], json!({"id": "17", "text": NAMED}).to_string());
    let keys = [
        "id", "decision", "findings", "rule", "id", "family", "severity", "start", "end", "excerpt",
        "summary",
    ];
    let mut rest = ran.out.as_str();
    for key in keys {
        let marked = format!("\"{key}\":");
        rest =
            rest.split_once(&marked).unwrap_or_else(|| panic!("{key} is missing or late in {}", ran.out)).1;
    }
}

#[test]
fn offsets_count_utf_16_code_units_behind_emoji_and_accents() {
    for lead in ["", "🎉 ", "👩\u{200d}⚕️👩\u{200d}⚕️ ", "e\u{301}é ñ 中文 ", "\u{1f1fa}\u{1f1f8}\n\n"]
    {
        let text = format!("{lead}{NAMED} 🎉");
        let answer = answer(&text, &json!({}));
        let finding = finding_of(&answer, "P1");
        assert_eq!(sliced(&text, finding), "Marcus Bell", "behind {lead:?}");
        assert_eq!(finding["excerpt"], "Marcus Bell");
        assert_eq!(finding["start"], lead.encode_utf16().count() + 12);
    }
}

#[test]
fn findings_come_by_place() {
    let text = "So proud of Marcus Bell for finishing chemo! So proud of Priya Patel for finishing chemo!";
    let answer = answer(text, &json!({}));
    let starts: Vec<u64> = answer["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["start"].as_u64().unwrap())
        .collect();
    assert!(starts.len() >= 2 && starts.is_sorted(), "{answer}");
}

#[test]
fn a_fault_outranks_findings_in_the_exit_code() {
    let input = format!("{}\n{{\n", json!({"id": "a", "text": NAMED}));
    assert_eq!(run(&["check", "--jsonl"], input).code, 2);
}

#[test]
fn a_person_sees_the_words_underlined_in_their_line() {
    let ran = run(&["check"], format!("Good morning!\n{NAMED}\n"));
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    let lines: Vec<&str> = ran.out.lines().collect();
    let shown = lines.iter().position(|line| line.contains("| So proud of")).unwrap();
    assert!(lines[shown - 1].ends_with("standard input:2:13"), "{}", ran.out);
    let (words, carets) = (lines[shown], lines[shown + 1]);
    assert_eq!(words.find("Marcus Bell"), carets.find("^^^^^^^^^^^"), "{}", ran.out);
    assert_eq!(carets.matches('^').count(), "Marcus Bell".len());
    assert!(ran.out.starts_with("P1 named-patient (stop): "), "{}", ran.out);
    assert!(ran.out.ends_with("1 finding; the browser would hold the post\n"), "{}", ran.out);
}

#[test]
fn a_rule_that_is_switched_off_stays_quiet() {
    let path = file("off.json", r#"{"version":1,"disabled":["C1", "P1"]}"#);
    let text = format!("{NAMED} Our clinic is the best dentist in town, 100% painless, guaranteed!");
    let rules_under = |options: &[&str]| {
        let ran =
            run(&[options, &["check", "--jsonl"]].concat(), json!({"id": "a", "text": text}).to_string());
        let findings = ran.lines().pop().unwrap()["findings"].clone();
        let rules = findings.as_array().unwrap().iter().map(|finding| finding["rule"].to_string());
        rules.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(rules_under(&[]), r#""P1" "C1""#);
    // What stops a post can be justified, not switched off.
    assert_eq!(rules_under(&["--settings", &path]), r#""P1""#);
}

#[test]
fn staff_of_the_settings_are_no_patients() {
    let path = file("staff.json", r#"{"version":1,"office":{"staff":["Marcus Bell"]}}"#);
    let ran = run(&["check", "--jsonl", "--settings", &path], json!({"id": "a", "text": NAMED}).to_string());
    let findings = ran.lines().pop().unwrap()["findings"].clone();
    assert!(findings.as_array().unwrap().iter().all(|finding| finding["rule"] != "P1"), "{findings}");
}

#[test]
fn eval_counts_a_found_identifier_and_a_fulfilled_expectation() {
    let spans = json!([{"start": 14, "end": 25, "label": "NAME", "hipaa": true}]);
    let rows = [
        json!({"id": "a", "text": format!("🎉 {NAMED}"), "spans": spans, "stratum": "clinical_phi"}),
        json!({"id": "b", "text": NAMED, "expect": ["P1"]}),
        json!({"id": "c", "text": "Flu shots Monday 9-4", "expect": ["P1"]}),
    ];
    let path = file("found.jsonl", rows.map(|row| format!("{row}\n")).concat());
    let out = run(&["eval", &path, "--by", "identifier"], "").out;
    assert!(out.contains("clinical_phi/NAME"), "{out}");
    assert!(out.contains("identifiers found, clinical_phi") && out.contains("(1/1,"), "{out}");
    let expected = out.lines().find(|line| line.contains("P1 named-patient") && line.contains("(1/2,"));
    assert!(expected.is_some_and(|line| line.contains("(1/1,")), "{out}");
}
