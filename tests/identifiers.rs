//! Every kind of identifier proves itself on its own examples.
#![expect(clippy::string_slice, reason = "a test that cannot go on has failed")]

use std::path::Path;

use chaperone::engine::{Checker, Config};
use rule_format::{Example, PolicyBase};

/// The marked places of `identifier` and `phone` signals in a text.
fn recognized(checker: &Checker, text: &str, signal: &str) -> Vec<(usize, usize)> {
    let signals = checker.signals(text);
    let of_kind = signals.into_iter().filter(|(_, name)| *name == signal);
    of_kind.map(|(span, _)| (span.start as usize, span.end as usize)).collect()
}

#[test]
fn identifiers_are_recognized_in_their_examples_and_nowhere_else() {
    let base =
        PolicyBase::load(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the build has checked the files");
    let checker = Checker::new(Config::default());
    let mut faults = Vec::new();
    for filed in &base.identifiers {
        let identifier = &filed.identifier;
        for marked in &identifier.should_match {
            let example = Example::parse(marked).expect("the build has checked the marks");
            let found = recognized(&checker, &example.text, &identifier.signal);
            if found != example.spans {
                let found: Vec<&str> = found.iter().map(|(start, end)| &example.text[*start..*end]).collect();
                faults.push(format!("{}: {marked:?}\n    found {found:?}", filed.file.display()));
            }
        }
        for text in &identifier.should_not_match {
            let found =
                [recognized(&checker, text, "identifier"), recognized(&checker, text, "phone")].concat();
            if !found.is_empty() {
                faults.push(format!("{}: {text:?}\n    found {found:?}", filed.file.display()));
            }
        }
    }
    assert!(!base.identifiers.is_empty());
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}
