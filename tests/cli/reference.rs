//! `chaperone explain` and `chaperone rules`: the policy base as a reference book.

use chaperone::engine;
use serde_json::Value;

use super::process::run;

#[test]
fn every_rule_is_explained_by_code_and_by_id() {
    for rule in engine::rules() {
        let by_code = run(&["explain", &rule.code.to_string().to_lowercase()], "");
        let by_id = run(&["explain", rule.id], "");
        assert_eq!((by_code.code, &by_code.out), (0, &by_id.out));
        for part in [rule.id, rule.summary, rule.why, rule.severity.name()] {
            assert!(by_id.out.contains(part), "{part} is missing in\n{}", by_id.out);
        }
        for source in rule.sources {
            assert!(by_id.out.contains(source.title) && by_id.out.contains(source.url), "{}", by_id.out);
        }
    }
}

#[test]
fn an_unknown_rule_is_answered_with_where_to_look() {
    let ran = run(&["explain", "Z9"], "");
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert_eq!(ran.err, "chaperone: no rule is called \"Z9\"; `chaperone rules` lists them all\n");
}

#[test]
fn the_list_has_one_line_a_rule_in_the_catalog_s_order() {
    let ran = run(&["rules"], "");
    let codes: Vec<&str> = ran.out.lines().filter_map(|line| line.split_whitespace().next()).collect();
    let expected: Vec<String> = engine::rules().iter().map(|rule| rule.code.to_string()).collect();
    assert_eq!((ran.code, codes), (0, expected.iter().map(String::as_str).collect()));
}

#[test]
fn the_json_list_holds_everything_a_rule_says() {
    let ran = run(&["rules", "--json"], "");
    let listed: Vec<Value> = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((ran.code, listed.len()), (0, engine::rules().len()));
    for (card, rule) in listed.iter().zip(engine::rules()) {
        assert_eq!(card["code"], rule.code.to_string());
        assert_eq!(card["id"], rule.id);
        assert_eq!(card["family"], rule.family.name());
        assert_eq!(card["severity"], rule.severity.name());
        assert_eq!(card["sources"].as_array().unwrap().len(), rule.sources.len());
    }
}

#[test]
fn a_call_without_a_command_shows_the_commands() {
    let ran = run(&[], "");
    assert_eq!(ran.code, 2);
    for command in ["check", "explain", "rules", "eval"] {
        assert!(ran.err.contains(command), "{}", ran.err);
    }
}
