//! `chaperone eval --flicker`: posts that are typed key by key, and the underlines that come and stay.

use serde_json::json;

use super::process::{Ran, file, run};
use chaperone::engine::{Checker, Config, Context, Draft, Memory, Surface, Typing, rule};

/// Posts, replies and comments of all kinds, one a line.
const POSTS: &str = include_str!("posts.txt");

/// The most underlines that typing on may take away, in thousandths for each 100 characters.
const MOST_FLIPS: u32 = 20;

fn posts() -> impl Iterator<Item = String> {
    POSTS.lines().map(|line| line.replace("\\n", "\n"))
}

fn reply() -> Context {
    Context { surface: Surface::Reply, ..Context::default() }
}

/// What is shown without a pause of a text that has just been typed to its end.
fn shown_at_the_end(checker: &Checker, text: &str) -> (usize, Vec<String>) {
    let draft = Draft { text, context: &reply() };
    let report =
        checker.check_while_typing(&mut Memory::default(), &draft, &Typing { at: text.len(), shown: &[] });
    let waiting = report.findings.iter().filter(|finding| finding.waits);
    let waiting = waiting.map(|finding| rule(finding.rule).unwrap().code.to_string()).collect();
    (report.findings.len(), waiting)
}

/// The last figure of the line that begins like that, in thousandths.
fn rate(ran: &Ran, start: &str) -> u32 {
    let line = ran.out.lines().find(|line| line.trim_start().starts_with(start)).unwrap();
    let (whole, thousandths) = line.split_whitespace().last().unwrap().split_once('.').unwrap();
    whole.parse::<u32>().unwrap() * 1000 + thousandths.parse::<u32>().unwrap()
}

#[test]
fn underlines_that_have_come_stay_while_the_person_types_on() {
    assert!(posts().count() >= 120);
    let rows: String = posts()
        .map(|text| json!({"text": text, "label": "ordinary", "context": reply()}).to_string() + "\n")
        .collect();
    let ran = run(&["eval", "--flicker", &file("posts.jsonl", rows)], "");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let fluent = rate(&ran, "without a pause");
    assert!(fluent <= MOST_FLIPS, "{}", ran.out);
    let halting = rate(&ran, "with a pause every five words");
    assert!(halting <= 7 * MOST_FLIPS, "{}", ran.out);
    assert!(rate(&ran, "if nothing ever waited") > fluent + MOST_FLIPS, "{}", ran.out);
}

#[test]
fn once_a_sentence_has_ended_everything_is_shown_but_what_leans_on_absence() {
    let checker = Checker::new(Config::default());
    let mut findings = 0;
    for text in posts() {
        let (all, waiting) = shown_at_the_end(&checker, &(text.clone() + "\n"));
        findings += all;
        let left: Vec<_> =
            waiting.iter().filter(|code| !["C3", "C4", "R4"].contains(&code.as_str())).collect();
        assert!(left.is_empty(), "{left:?} still wait in {text:?}");
    }
    assert!(findings > 30, "the posts hold {findings} findings, too few to tell");
}

#[test]
fn half_a_sentence_holds_its_findings_back_but_not_a_number_that_stands_for_one_person() {
    let checker = Checker::new(Config::default());
    let waiting = |text| shown_at_the_end(&checker, text);
    assert_eq!(waiting("So proud of Marcus Bell for finishing chemo with us"), (1, vec!["P1".to_owned()]));
    assert_eq!(waiting("So proud of Marcus Bell for finishing chemo with us!"), (1, vec![]));
    assert_eq!(waiting("Please scan MRN 4471920"), (1, vec!["P2".to_owned()]));
    assert_eq!(waiting("Please scan MRN 4471920 for"), (1, vec![]));
}
