//! What a practice decides for itself: its own words, how grave rules are, what it has dismissed, its own address; and
//! that nothing of it hides what must be fixed.

use chaperone::engine::{Checker, Config, Context, Draft, Finding, Severity, rule};
use chaperone::settings::{AllowKey, OwnPhrase, RuleChoice, StoredSettings, Switch, Treatment};

const CLAIM: &str = "Our clinic is the best dentist in town, 100% painless, guaranteed!";
const NAMED: &str = "So proud of Marcus Bell for finishing chemo with us!";

fn findings_on(site: &str, settings: &StoredSettings, text: &str) -> Vec<Finding> {
    let context = Context { site: Some(site.to_owned()), ..Context::default() };
    Checker::new(settings.resolve()).check(&Draft { text, context: &context }).findings
}

/// Each finding as its rule, its words and how grave it is.
fn flagged(settings: &StoredSettings, text: &str) -> Vec<String> {
    let said = |finding: &Finding| {
        let code = rule(finding.rule).map(|rule| rule.code.to_string()).unwrap_or_default();
        format!("{code} {:?} {}", finding.span.of(text), finding.severity.name())
    };
    findings_on("x", settings, text).iter().map(said).collect()
}

fn with_words(words: &[(&str, Treatment)]) -> StoredSettings {
    let own = |(phrase, treated): &(&str, Treatment)| OwnPhrase {
        phrase: (*phrase).to_owned(),
        treated: *treated,
        severity: Severity::Fix,
        message: "The launch is secret.".to_owned(),
    };
    StoredSettings { words: words.iter().map(own).collect(), ..StoredSettings::default() }
}

fn choosing(code: &str, switched: Option<Switch>, severity: Option<Severity>) -> StoredSettings {
    let mut settings = StoredSettings::default();
    settings.rules.insert(code.to_owned(), RuleChoice { switched, severity });
    settings
}

#[test]
fn own_words_are_flagged_with_their_message_and_severity() {
    let settings = with_words(&[("Project Falcon", Treatment::Flag)]);
    let text = "Soon: 🎉 PROJECT\tfalcon! Not projects, not falconry.";
    let findings = findings_on("x", &settings, text);
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].span.of(text), "PROJECT\tfalcon");
    assert_eq!(findings[0].severity, Severity::Fix);
    assert_eq!(findings[0].message.as_deref(), Some("The launch is secret."));
    assert!(findings_on("x", &StoredSettings::default(), text).is_empty());
}

#[test]
fn allowed_words_are_not_flagged_unless_they_must_be_fixed() {
    assert_eq!(flagged(&StoredSettings::default(), CLAIM).len(), 1);
    let words = flagged(&StoredSettings::default(), CLAIM)[0].split('"').nth(1).unwrap().to_owned();
    assert!(flagged(&with_words(&[(&words, Treatment::Allow)]), CLAIM).is_empty());
    let named = with_words(&[("Marcus Bell", Treatment::Allow)]);
    assert_eq!(flagged(&named, NAMED), ["P1 \"Marcus Bell\" stop"]);
    let own = with_words(&[("falcon", Treatment::Flag), ("falcon heights", Treatment::Allow)]);
    assert_eq!(flagged(&own, "Falcon at Falcon Heights"), ["W1 \"Falcon\" fix"]);
}

#[test]
fn a_rule_is_as_grave_as_the_practice_says_where_it_may() {
    let own = flagged(&StoredSettings::default(), CLAIM);
    assert!(own[0].ends_with("fix"), "{own:?}");
    assert!(flagged(&choosing("C1", None, Some(Severity::Polish)), CLAIM)[0].ends_with("polish"));
    assert!(flagged(&choosing("C1", None, Some(Severity::Stop)), CLAIM)[0].ends_with("stop"));
    assert!(flagged(&choosing("C1", Some(Switch::Off), None), CLAIM).is_empty());
    for forbidden in [choosing("P1", Some(Switch::Off), None), choosing("P1", None, Some(Severity::Polish))] {
        assert_eq!(flagged(&forbidden, NAMED), ["P1 \"Marcus Bell\" stop"]);
        assert_eq!(forbidden.faults().len(), 1);
    }
}

#[test]
fn a_rule_dismissed_on_a_site_speaks_on_the_others_and_one_that_stops_posts_everywhere() {
    let mut settings = StoredSettings::default();
    for code in ["C1", "P1"] {
        settings.dismissed.dismiss_rule(code.parse().unwrap(), "x".to_owned(), String::new());
    }
    assert!(findings_on("x", &settings, CLAIM).is_empty());
    assert_eq!(findings_on("facebook", &settings, CLAIM).len(), 1);
    assert_eq!(findings_on("x", &settings, NAMED).len(), 1);
}

#[test]
fn dismissed_words_come_back_where_they_must_be_fixed() {
    let p1 = "P1".parse().unwrap();
    let mut settings = StoredSettings::default();
    settings.dismissed.dismiss_words(p1, "Marcus Bell", String::new(), AllowKey(5));
    assert!(settings.resolve().allows(p1, "marcus bell"));
    assert_eq!(flagged(&settings, NAMED), ["P1 \"Marcus Bell\" stop"]);
}

#[test]
fn what_is_the_offices_own_is_never_flagged() {
    let text = "My patient came to 48 Harbor Street, Springfield. Her phone is 555-010-0111 and 555-010-0199, \
                her page is portal.harborclinic.example/login";
    let before = flagged(&StoredSettings::default(), text).join("; ");
    let mut settings = StoredSettings::default();
    settings.office.phone = "555-010-0199".to_owned();
    settings.office.phones = vec!["(555) 010-0111".to_owned()];
    settings.office.portal = "https://portal.harborclinic.example".to_owned();
    settings.office.address = "48 Harbor Street, Springfield".to_owned();
    let mut after = flagged(&settings, text);
    // What is told of the patient stays told, whoever's the address in it is.
    after.retain(|flag| !flag.starts_with("P5 "));
    let after = after.join("; ");
    assert!(before.contains("P4 \"48 Harbor Street"), "{before}");
    for own in ["Harbor Street", "0199", "0111", "portal."] {
        assert!(!after.contains(own), "{after}");
    }
}

#[test]
fn words_that_do_not_occur_change_nothing() {
    let context = Context::default();
    let draft = Draft { text: NAMED, context: &context };
    let report = Checker::new(Config::default()).check(&draft);
    assert_eq!(
        report,
        Checker::new(with_words(&[("zebra crossing", Treatment::Flag)]).resolve()).check(&draft)
    );
}
