//! Every rule proves itself on its own examples, and keeps quiet on everybody else's.
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test that cannot go on has failed"
)]

use std::collections::BTreeSet;
use std::path::Path;

use chaperone::engine::{Checker, Config, Context, Draft, Locale, rule};
use rule_format::{Example, PolicyBase};

struct Firing {
    code: String,
    span: (usize, usize),
    severity: &'static str,
    /// Whether it has a card of its own, or comes along with a graver one.
    leads: bool,
}

struct Case<'b> {
    rule: &'b str,
    text: String,
    context: Context,
    locale: Locale,
    spans: Vec<(usize, usize)>,
    severity: Option<&'b str>,
    also: &'b [String],
}

fn firings(checker: &Checker, case: &Case<'_>) -> Vec<Firing> {
    let report = checker.check(&Draft { text: &case.text, context: &case.context });
    let leading = report.findings.iter().map(|found| (found.rule, found.span, found.severity, true));
    let merged = report.findings.iter().flat_map(|found| &found.also);
    leading
        .chain(merged.map(|also| (also.rule, also.span, also.severity, false)))
        .map(|(index, span, severity, leads)| Firing {
            code: rule(index).expect("a finding's rule is in the catalog").code.to_string(),
            span: (span.start as usize, span.end as usize),
            severity: severity.name(),
            leads,
        })
        .collect()
}

fn context(value: Option<&toml::Value>) -> Context {
    value.map_or_else(Context::default, |value| {
        value.clone().try_into().unwrap_or_else(|error| panic!("example context {value}: {error}"))
    })
}

fn locale(name: Option<&str>) -> Locale {
    name.map_or(Locale::Us, |name| {
        let known = toml::Value::from(name).try_into();
        known.unwrap_or_else(|error| panic!("example locale {name}: {error}"))
    })
}

fn cases(base: &PolicyBase) -> Vec<Case<'_>> {
    let mut cases = Vec::new();
    for filed in &base.rules {
        let code = filed.rule.code.as_str();
        for example in &filed.rule.should_match {
            let parsed = Example::parse(&example.text).expect("the build has checked the marks");
            let severity = example.severity.as_deref();
            let context = context(example.context.as_ref());
            let locale = locale(example.locale.as_deref());
            let (text, spans) = (parsed.text, parsed.spans);
            cases.push(Case { rule: code, text, context, locale, spans, severity, also: &example.also });
        }
        for example in &filed.rule.should_not_match {
            let context = context(example.context.as_ref());
            let text = example.text.clone();
            cases.push(Case {
                rule: code,
                text,
                context,
                locale: locale(example.locale.as_deref()),
                spans: Vec::new(),
                severity: None,
                also: &example.also,
            });
        }
    }
    cases
}

fn faults_of(case: &Case<'_>, firings: &[Firing]) -> Vec<String> {
    let mut faults = Vec::new();
    let own: BTreeSet<(usize, usize)> =
        firings.iter().filter(|firing| firing.code == case.rule).map(|firing| firing.span).collect();
    let expected: BTreeSet<(usize, usize)> = case.spans.iter().copied().collect();
    let words = |spans: &BTreeSet<(usize, usize)>| -> Vec<String> {
        spans.iter().map(|(start, end)| case.text[*start..*end].to_owned()).collect()
    };
    if own != expected {
        faults.push(format!(
            "{}: {:?}\n    expected {:?}, found {:?}",
            case.rule,
            case.text,
            words(&expected),
            words(&own)
        ));
    }
    if let Some(severity) = case.severity {
        for firing in firings.iter().filter(|firing| firing.code == case.rule && firing.severity != severity)
        {
            faults.push(format!(
                "{}: {:?}\n    expected {severity}, found {}",
                case.rule, case.text, firing.severity
            ));
        }
    }
    let stray: BTreeSet<&str> = firings
        .iter()
        .filter(|firing| firing.leads)
        .map(|firing| firing.code.as_str())
        .filter(|code| *code != case.rule && !case.also.iter().any(|also| also == code))
        .collect();
    if !stray.is_empty() {
        faults.push(format!(
            "{}: {:?}\n    also flagged by {stray:?}, which \"also\" does not list",
            case.rule, case.text
        ));
    }
    for also in case.also.iter().filter(|also| !firings.iter().any(|firing| firing.code == **also)) {
        faults.push(format!(
            "{}: {:?}\n    \"also\" lists {also}, which does not flag it",
            case.rule, case.text
        ));
    }
    faults
}

#[test]
fn rules_flag_their_examples_exactly_and_nothing_else() {
    let base =
        PolicyBase::load(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the build has checked the rules");
    let checkers = [Locale::Us, Locale::Uk, Locale::Au]
        .map(|locale| Checker::new(Config { locale, ..Config::default() }));
    let checker = |locale| {
        checkers.iter().find(|checker| checker.config().locale == locale).expect("one for each locale")
    };
    let cases = cases(&base);
    assert!(!cases.is_empty());
    let faults: Vec<String> =
        cases.iter().flat_map(|case| faults_of(case, &firings(checker(case.locale), case))).collect();
    assert!(faults.is_empty(), "{} faults in {} examples:\n{}", faults.len(), cases.len(), faults.join("\n"));
}
