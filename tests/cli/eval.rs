//! `chaperone eval`: the counts come out as a person would count them by hand.

use serde_json::{Value, json};

use super::process::{Ran, file, run};

fn eval(name: &str, rows: &[Value], options: &[&str]) -> Ran {
    let rows: String = rows.iter().map(|row| format!("{row}\n")).collect();
    let path = file(name, rows);
    let mut arguments = vec!["eval", &path];
    arguments.extend(options);
    run(&arguments, "")
}

fn line<'r>(ran: &'r Ran, start: &str) -> &'r str {
    let found = ran.out.lines().find(|line| line.trim_start().starts_with(start));
    found.unwrap_or_else(|| panic!("no line starts with {start:?} in\n{}", ran.out))
}

#[test]
fn quiet_rows_are_counted_with_their_interval() {
    let rows: Vec<Value> = (0..20)
        .map(|n| json!({"id": n.to_string(), "text": "Flu shots Monday", "label": "ordinary"}))
        .collect();
    let ran = eval("quiet.jsonl", &rows, &[]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(line(&ran, "ordinary, anything visible").contains("0.0 % (0/20, 95 %: 0.0 to 16.1)"));
    assert!(line(&ran, "ordinary, anything visible").contains("met"));
}

#[test]
fn borderline_rows_are_counted_apart_from_the_headline() {
    let row = json!({"id": "a", "text": "Rest.", "label": "advice", "borderline": true});
    let ran = eval("borderline.jsonl", &[row], &[]);
    assert!(ran.out.starts_with("1 rows, 0 of them clear"), "{}", ran.out);
    assert!(!ran.out.contains("advice, Rethink or above"), "{}", ran.out);
    assert!(line(&ran, "advice ~").contains('1'));
}

#[test]
fn faulty_rows_are_named_by_file_and_line_and_the_rest_is_counted() {
    let rows = [
        json!({"id": "a", "text": "x", "label": "advise"}),
        json!({"id": "b", "text": "x"}),
        json!({"id": "c", "text": "x", "expect": ["Z1"]}),
        json!({"id": "d", "text": "x", "label": "ordinary"}),
    ];
    let ran = eval("faulty.jsonl", &rows, &[]);
    assert_eq!(ran.code, 2);
    for (place, fault) in
        [("faulty.jsonl:1:", "advise"), ("faulty.jsonl:2:", "expect or spans"), ("faulty.jsonl:3:", "Z1")]
    {
        let complaint = ran.err.lines().find(|line| line.contains(place)).unwrap();
        assert!(complaint.contains(fault), "{complaint}");
    }
    assert!(ran.out.starts_with("1 rows, 1 of them clear"), "{}", ran.out);
}

#[test]
fn missed_identifiers_are_counted_by_kind_of_text_and_listed_in_code_points() {
    let spans =
        json!([{"start": 2, "end": 6, "label": "NAME", "hipaa": true}, {"start": 0, "end": 1, "label": "X"}]);
    let row = json!({"id": "a", "text": "🎉 Zqxj", "spans": spans, "stratum": "clinical_phi"});
    let ran = eval("missed.jsonl", &[row], &["--errors"]);
    assert!(line(&ran, "identifiers found, clinical_phi").contains("(0/1,"), "{}", ran.out);
    assert!(ran.out.contains("miss  NAME \"Zqxj\"  a clinical_phi/-: 🎉 Zqxj"), "{}", ran.out);
}

#[test]
fn finer_tables_come_when_asked_for() {
    let row =
        json!({"id": "a", "text": "x", "label": "ordinary", "subtype": "brand_tweet", "source": "ours"});
    let ran = eval("finer.jsonl", &[row], &["--by", "subtype", "--by", "source"]);
    assert!(line(&ran, "ordinary/brand_tweet").contains('1'));
    assert!(line(&ran, "ordinary < ours").contains('1'));
    assert_eq!(run(&["eval"], "").code, 2);
}

#[test]
fn every_rule_and_family_shows_precision_recall_and_false_alarms() {
    let rows = [
        json!({"id": "a", "text": "MRN 4471920 needs a callback", "label": "patient_disclosure"}),
        json!({"id": "b", "text": "Somebody told me about it", "label": "patient_disclosure"}),
        json!({"id": "c", "text": "SSN 219-09-9999 is on the sample form", "label": "ordinary"}),
        json!({"id": "d", "text": "Flu shots Monday", "label": "ordinary"}),
    ];
    let ran = eval("rules.jsonl", &rows, &[]);
    for start in ["P2 patient-number", "patient "] {
        let line = line(&ran, start);
        assert!(line.contains("50.0 % (1/2, 95 %: 9.5 to 90.5)  50.0 % (1/2"), "{line}");
        assert!(line.contains("500.0 (94.5 to 905.5)"), "{line}");
    }
    assert!(line(&ran, "ordinary  ").contains("500.0 (94.5 to 905.5)"), "{}", ran.out);
}
