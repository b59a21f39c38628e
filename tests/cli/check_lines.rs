//! `chaperone check --jsonl`: the contract that other programs build on.

use std::io::{BufRead, BufReader, Write};

use serde_json::{Value, json};

use super::process::{chaperone, file, run};

fn answers(input: impl AsRef<[u8]>) -> Vec<Value> {
    run(&["check", "--jsonl"], input).lines()
}

fn error_of(line: &str) -> (Value, String) {
    let ran = run(&["check", "--jsonl"], line);
    assert_eq!(ran.code, 2, "{line}");
    let answer = ran.lines().pop().unwrap();
    let mut keys: Vec<&String> = answer.as_object().unwrap().keys().collect();
    keys.sort();
    assert_eq!(keys, ["error", "id"], "{line}");
    (answer["id"].clone(), answer["error"].as_str().unwrap().to_owned())
}

#[test]
fn a_clean_draft_is_allowed_with_exit_code_0() {
    let ran = run(&["check", "--jsonl"], "{\"id\":\"a\",\"text\":\"Flu shots Monday 9-4\"}\n");
    assert_eq!(ran.out, "{\"id\":\"a\",\"decision\":\"allow\",\"findings\":[]}\n");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
}

#[test]
fn nothing_in_is_nothing_out() {
    let ran = run(&["check", "--jsonl"], "");
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
}

#[test]
fn every_key_of_the_context_is_understood() {
    let line = json!({
        "id": "a",
        "text": "Thank you for the kind words.",
        "context": {
            "site": "x",
            "surface": "review-reply",
            "account": "practice",
            "audience": "public",
            "attachments": [{"kind": "video", "name": "clip.mp4", "alt": "our hallway"}],
            "replying_to": {"text": "Great place", "rating": 5},
        },
    });
    assert_eq!(answers(line.to_string())[0]["id"], "a");
    assert_eq!(run(&["check", "--jsonl"], line.to_string()).code, 0);
}

#[test]
fn a_patient_in_a_description_is_found_beside_the_text() {
    let alt = "🩺 Maria Lopez after surgery";
    let line = json!({"id": "a", "text": "", "context": {"attachments": [{"name": "a.jpg"}, {"alt": alt}]}});
    let ran = run(&["check", "--jsonl"], line.to_string());
    let answer = ran.lines().pop().unwrap();
    assert_eq!((ran.code, &answer["decision"], &answer["findings"]), (1, &json!("hold"), &json!([])));
    let [found] = answer["described"].as_array().unwrap().as_slice() else { panic!("{answer}") };
    let told = ["attachment", "part", "rule", "start", "end", "excerpt"].map(|key| &found[key]);
    assert_eq!(json!(told), json!([1, "alt", "P1", 3, 14, "Maria Lopez"]));
}

#[test]
fn unknown_keys_are_errors_that_name_the_key() {
    let (id, error) = error_of(r#"{"id":"a","text":"x","contxt":{}}"#);
    assert_eq!(id, "a");
    assert!(error.contains("contxt") && error.contains("`context`"), "{error}");
    let (_, error) = error_of(r#"{"id":"a","text":"x","context":{"site":"x","mood":"good"}}"#);
    assert!(error.contains("context.mood"), "{error}");
    let (_, error) = error_of(r#"{"id":"a","text":"x","context":{"replying_to":{"text":"x","stars":2}}}"#);
    assert!(error.contains("context.replying_to.stars"), "{error}");
}

#[test]
fn unknown_words_are_errors_that_list_the_known_ones() {
    let (_, error) = error_of(r#"{"id":"a","text":"x","context":{"surface":"tweet"}}"#);
    assert!(error.contains("context.surface") && error.contains("`review-reply`"), "{error}");
    let (_, error) = error_of(r#"{"id":"a","text":"x","context":{"replying_to":{"text":"x","rating":6}}}"#);
    assert!(error.contains("rating 6") && error.contains("1 to 5"), "{error}");
}

#[test]
fn a_faulty_line_keeps_its_id_wherever_it_can_be_made_out() {
    assert_eq!(error_of(r#"{"id":"early","text":"cut of"#).0, "early");
    assert_eq!(error_of(r#"{"text":7,"id":"late"}"#).0, "late");
    assert_eq!(error_of(r#"{"id":7,"text":"x"}"#).0, 7);
    assert_eq!(error_of(r#"{"id":"no text"}"#).0, "no text");
    assert_eq!(error_of(r#"{"text":"no id"}"#).0, Value::Null);
    assert_eq!(error_of("not json").0, Value::Null);
    assert_eq!(error_of(r#"["a","an array is no object"]"#).0, Value::Null);
    assert_eq!(error_of(r#"{"id":"a","text":"half a pair \ud83d"}"#).0, "a");
    assert_eq!(error_of(r#"{"id":"a","text":"x"} {"id":"b"}"#).0, "a");
}

#[test]
fn bytes_that_are_not_utf_8_are_one_faulty_line() {
    let ran =
        run(&["check", "--jsonl"], b"{\"id\":\"a\",\"text\":\"caf\xe9\"}\n{\"id\":\"b\",\"text\":\"x\"}\n");
    let lines = ran.lines();
    assert_eq!((ran.code, lines.len()), (2, 2));
    assert_eq!(lines[0]["id"], "a");
    assert!(lines[0]["error"].as_str().unwrap().contains("UTF-8"));
    assert_eq!(lines[1]["decision"], "allow");
}

#[test]
fn answers_come_in_the_order_of_the_lines_and_faults_stop_nothing() {
    let mut input = String::new();
    for number in 0..500 {
        match number % 7 {
            3 => input.push_str("{\"broken\n"),
            _ => input
                .push_str(&format!("{}\n", json!({"id": number.to_string(), "text": "Flu shots Monday"}))),
        }
    }
    let ran = run(&["check", "--jsonl"], input);
    let lines = ran.lines();
    assert_eq!((ran.code, lines.len()), (2, 500));
    for (number, line) in lines.iter().enumerate() {
        match number % 7 {
            3 => assert!(line["error"].is_string()),
            _ => assert_eq!(line["id"], number.to_string()),
        }
    }
}

#[test]
fn windows_line_ends_a_byte_order_mark_and_blank_lines_are_no_faults() {
    let input = "\u{feff}{\"id\":\"a\",\"text\":\"x\"}\r\n\r\n{\"id\":\"b\",\"text\":\"x\"}";
    let ran = run(&["check", "--jsonl"], input);
    let lines = ran.lines();
    assert_eq!((ran.code, lines.len()), (0, 2));
    assert_eq!((&lines[0]["id"], &lines[1]["id"]), (&json!("a"), &json!("b")));
}

#[test]
fn a_line_beyond_the_stated_length_is_declined_and_the_next_one_checked() {
    let mut input = vec![b' '; (16 << 20) + 10];
    input.extend_from_slice(b"\n{\"id\":\"b\",\"text\":\"x\"}\n");
    let ran = run(&["check", "--jsonl"], input);
    let lines = ran.lines();
    assert_eq!((ran.code, lines.len()), (2, 2));
    assert!(lines[0]["error"].as_str().unwrap().contains("split the text"));
    assert_eq!(lines[1]["id"], "b");
}

#[test]
fn a_program_that_waits_for_each_answer_gets_it() {
    let mut child = chaperone(&["check", "--jsonl"]).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    for id in ["a", "b", "c"] {
        writeln!(stdin, "{}", json!({"id": id, "text": "x"})).unwrap();
        let mut answer = String::new();
        stdout.read_line(&mut answer).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&answer).unwrap()["id"], id);
    }
    drop(stdin);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_reader_that_leaves_early_is_no_reason_to_complain() {
    let mut child = chaperone(&["check", "--jsonl"]).spawn().unwrap();
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().unwrap();
    let line = format!("{}\n", json!({"id": "a", "text": "x"}));
    // The writing side may be cut off at any line; that is the point.
    let _ = stdin.write_all(line.repeat(5000).as_bytes());
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_file_is_read_like_standard_input() {
    let path = file("drafts.jsonl", "{\"id\":\"a\",\"text\":\"x\"}\n");
    assert_eq!(run(&["check", "--jsonl", &path], "").lines()[0]["id"], "a");
    assert_eq!(run(&["check", "--jsonl", "-"], "{\"id\":\"b\",\"text\":\"x\"}").lines()[0]["id"], "b");
}

#[test]
fn context_options_are_refused_because_lines_carry_their_own() {
    let ran = run(&["check", "--jsonl", "--surface", "reply"], "");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("--surface"), "{}", ran.err);
}
