//! Settings from elsewhere: files that somebody imports and policies that an organization sets, with every fault
//! named.

use chaperone::engine::{AccountKind, Locale};
use chaperone::settings::{
    Change, Fault, LARGEST_IMPORT, Managed, OfficeField, OwnPhrase, Problem, StoredSettings, Switch,
    Treatment,
};
use serde_json::{Value, json};

const SCRIPT: &str = "<script>alert(1)</script>";

fn places(faults: &[Fault]) -> Vec<(&str, Problem)> {
    faults.iter().map(|fault| (fault.path.as_str(), fault.problem)).collect()
}

fn refused(json: &str) -> Vec<Fault> {
    StoredSettings::import(json).err().unwrap_or_default()
}

#[test]
fn what_is_exported_is_imported() {
    let mut settings = StoredSettings::default();
    let typed = |typed: &str| typed.to_owned();
    for change in [
        Change::Office { field: OfficeField::Staff, typed: typed("Zoë B.\n\n Marcus ") },
        Change::Office { field: OfficeField::Phones, typed: typed("+44 20 7946 0000") },
        Change::Office { field: OfficeField::Portal, typed: typed("https://portal.example.org/in") },
        Change::RuleSwitch { rule: "C1".parse().unwrap(), switched: Switch::Off },
        Change::Locale { locale: Locale::Au },
    ] {
        settings.apply(change).unwrap();
    }
    assert_eq!(settings.office.staff, ["Zoë B.", "Marcus"]);
    assert_eq!(StoredSettings::import(&settings.to_json().to_string()), Ok(settings));
}

#[test]
fn every_fault_is_listed_with_its_path_in_the_file() {
    let file = json!({
        "version": 2,
        "office": {
            "phone": "call us", "phones": ["555-010-0199", "12", "(555) 010-0199"], "fax": "1",
            "portal": SCRIPT, "staff": ["Ann Lee", 5, "ann  lee", "Bo", ""], "practice": ["a"],
        },
        "locale": "fr",
        "rules": { "P1": { "switched": "off" }, "C1": { "severity": "loud" }, "Q9": {} },
        "accounts": [
            { "site": "x", "handle": "a", "account_kind": "practice" },
            { "site": "x", "handle": "b" },
            { "site": "x", "handle": "@A", "account_kind": "boss" },
        ],
        "words": [
            { "phrase": "of", "treated": "flag" }, { "phrase": "", "treated": "flag" },
            { "phrase": "Falcon", "treated": "flag" }, { "phrase": "falcon", "treated": "allow" },
            { "phrase": "falcon", "treated": "flag" },
        ],
        "dismissed": { "sites": [{ "rule": "P1", "site": "x" }, { "rule": "C1", "site": "x", "day": "May" }] },
        "color": "red",
    });
    let faults = refused(&file.to_string());
    let mut found = places(&faults);
    found.sort_unstable_by_key(|(path, _)| *path);
    let expected = [
        ("accounts[1]", Problem::Misplaced),
        ("accounts[2].account_kind", Problem::Misplaced),
        ("color", Problem::Misplaced),
        ("dismissed.sites[0]", Problem::NeverHidden),
        ("dismissed.sites[1].day", Problem::NoDay),
        ("locale", Problem::Misplaced),
        ("office.fax", Problem::Misplaced),
        ("office.phone", Problem::NoPhone),
        ("office.phones[1]", Problem::NoPhone),
        ("office.portal", Problem::NoAddress),
        ("office.practice", Problem::Misplaced),
        ("office.staff[1]", Problem::Misplaced),
        ("office.staff[2]", Problem::Repeated),
        ("office.staff[4]", Problem::Empty),
        ("rules.C1.severity", Problem::Misplaced),
        ("rules.P1.switched", Problem::NeverHidden),
        ("rules.Q9", Problem::UnknownRule),
        ("words[0].phrase", Problem::TooShort),
        ("words[1].phrase", Problem::Empty),
        ("words[3].phrase", Problem::Contradiction),
        ("words[4].phrase", Problem::Repeated),
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_file_that_is_none_is_refused_as_a_whole() {
    let alone = |json: &str| {
        let faults = refused(json);
        assert_eq!(faults.len(), 1, "{faults:?}");
        (faults[0].problem, faults[0].detail.clone())
    };
    let full = StoredSettings::default().to_json().to_string();
    let half: String = full.chars().take(full.len() / 2).collect();
    assert_eq!(alone(&half).0, Problem::NotJson);
    assert_eq!(alone(""), (Problem::NotJson, "EOF while parsing a value at line 1 column 0".to_owned()));
    assert_eq!(alone("[]").0, Problem::NotSettings);
    assert_eq!(alone("{}").0, Problem::NotSettings);
    assert_eq!(alone(r#"{"version": 99}"#), (Problem::NewerVersion, "99".to_owned()));
    let huge = "x".repeat(50_000_000);
    assert_eq!(alone(&huge), (Problem::TooLarge, "50000000".to_owned()));
    let many = json!({ "version": 2, "sites_off": vec![7; LARGEST_IMPORT as usize / 4] }).to_string();
    assert_eq!(refused(&many).last().unwrap().problem, Problem::TooMany);
}

#[test]
fn markup_is_text_wherever_text_may_stand() {
    let file = json!({ "version": 2, "office": { "practice": SCRIPT, "staff": [SCRIPT], "hours": SCRIPT } });
    assert_eq!(StoredSettings::import(&file.to_string()).unwrap().office.practice, SCRIPT);
    let elsewhere = json!({
        "version": 2, "office": { "phone": SCRIPT, "phones": [SCRIPT], "portal": SCRIPT }, "locale": SCRIPT,
        "rules": { SCRIPT: {} }, SCRIPT: 1, "dismissed": { "key": SCRIPT },
    });
    assert_eq!(refused(&elsewhere.to_string()).len(), 7);
}

#[test]
fn own_words_are_judged_while_they_are_typed() {
    let mut settings = StoredSettings::default();
    let phrase = |phrase: &str, treated| OwnPhrase {
        phrase: phrase.to_owned(),
        treated,
        severity: chaperone::engine::Severity::Polish,
        message: String::new(),
    };
    let judge = |settings: &StoredSettings, words: &str, treated| {
        places(&settings.phrase_faults(&phrase(words, treated))).iter().map(|(_, it)| *it).collect::<Vec<_>>()
    };
    assert_eq!(judge(&settings, " ", Treatment::Flag), [Problem::Empty]);
    assert_eq!(judge(&settings, "ad", Treatment::Flag), [Problem::TooShort]);
    for fine in ["#ad", "🩺", "予約", "Project Falcon"] {
        assert_eq!(judge(&settings, fine, Treatment::Flag), [], "{fine}");
    }
    settings.apply(Change::AddPhrase { phrase: phrase("Falcon", Treatment::Flag) }).unwrap();
    assert_eq!(judge(&settings, "FALCON", Treatment::Flag), [Problem::Repeated]);
    let again = settings.apply(Change::AddPhrase { phrase: phrase(" falcon ", Treatment::Allow) });
    assert_eq!(places(&again.unwrap_err()), [("phrase", Problem::Contradiction)]);
    assert_eq!(settings.words.len(), 1);
    settings.apply(Change::RemovePhrase { phrase: "falcon".to_owned(), treated: Treatment::Flag }).unwrap();
    assert_eq!(settings, StoredSettings::default());
}

#[test]
fn a_change_that_may_not_be_made_changes_nothing() {
    let mut settings = StoredSettings::default();
    let (p1, p4) = ("P1".parse().unwrap(), "P4".parse().unwrap());
    let off = settings.apply(Change::RuleSwitch { rule: p1, switched: Switch::Off }).unwrap_err();
    assert_eq!(places(&off), [("rules.P1.switched", Problem::NeverHidden)]);
    let severity = Some(chaperone::engine::Severity::Polish);
    let milder = settings.apply(Change::RuleSeverity { rule: p4, severity }).unwrap_err();
    assert_eq!(places(&milder), [("rules.P4.severity", Problem::NotMilder)]);
    let site = "x".to_owned();
    let hidden = settings.apply(Change::DismissRule { rule: p1, site, day: String::new() }).unwrap_err();
    assert_eq!(places(&hidden), [("dismissed.sites", Problem::NeverHidden)]);
    assert_eq!(settings, StoredSettings::default());
}

fn policy() -> Value {
    json!({
        "locked": {
            "office": { "practice": "Harbor Health" },
            "rules": { "C1": { "switched": "on" } },
            "accounts": [{ "site": "x", "handle": "harbor", "account_kind": "practice" }],
            "sites_off": [],
        },
        "suggested": {
            "office": { "phone": "555-010-0100", "practice": "Suggested" },
            "locale": "uk",
            "words": [{ "phrase": "Project Falcon", "treated": "flag", "severity": "fix" }],
            "accounts": [{ "site": "x", "handle": "dr", "account_kind": "practice" }],
        },
    })
}

#[test]
fn what_is_locked_counts_and_what_is_suggested_fills_what_is_not_set() {
    let managed = Managed::read(policy());
    assert_eq!(managed.faults(), []);
    let mut own = StoredSettings::default();
    own.office.practice = "Mine".to_owned();
    own.switch_site_off("x");
    let counting = managed.over(&own);
    assert_eq!(counting.office.practice, "Harbor Health");
    assert_eq!(counting.office.phone, "555-010-0100");
    assert_eq!(counting.locale, Some(Locale::Uk));
    assert!(!counting.is_site_off("x"));
    assert_eq!(counting.accounts.kind_of("x", Some("@Harbor")), AccountKind::Practice);
    own.office.phone = "555-010-0199".to_owned();
    own.locale = Some(Locale::Us);
    own.accounts.remember("x", Some("dr"), AccountKind::Personal);
    let counting = managed.over(&own);
    assert_eq!((counting.office.phone.as_str(), counting.locale), ("555-010-0199", Some(Locale::Us)));
    assert_eq!(counting.accounts.kind_of("x", Some("dr")), AccountKind::Personal);
    assert_eq!(managed.locks(), ["office.practice", "rules.C1.switched", "sites_off", "accounts.x/harbor"]);
    assert_eq!(Managed::default().over(&own), own);
}

#[test]
fn a_change_of_what_is_locked_is_refused_and_the_rest_is_free() {
    let managed = Managed::read(policy());
    let c1 = "C1".parse().unwrap();
    let account = |handle: &str| Change::Account {
        site: "x".to_owned(),
        handle: Some(handle.to_owned()),
        account_kind: AccountKind::Personal,
    };
    let office = |field| Change::Office { field, typed: String::new() };
    let off = Change::Site { site: "x".to_owned(), switched: Switch::Off };
    for locked in [
        office(OfficeField::Practice),
        Change::RuleSwitch { rule: c1, switched: Switch::Off },
        account("@Harbor"),
        off,
    ] {
        assert_eq!(managed.refusal(&locked).unwrap().problem, Problem::Locked, "{locked:?}");
    }
    for free in [
        office(OfficeField::Phone),
        Change::RuleSeverity { rule: c1, severity: None },
        account("dr"),
        Change::Reset,
    ] {
        assert_eq!(managed.refusal(&free), None, "{free:?}");
    }
}

#[test]
fn a_list_of_ones_own_begins_with_what_is_suggested() {
    let managed = Managed::read(policy());
    let mut own = StoredSettings::default();
    let phrase = OwnPhrase {
        phrase: "secret sauce".to_owned(),
        treated: Treatment::Allow,
        severity: chaperone::engine::Severity::Polish,
        message: String::new(),
    };
    let change = Change::AddPhrase { phrase };
    managed.found_on(&mut own, &change);
    own.apply(change).unwrap();
    assert_eq!(own.words.len(), 2);
}

#[test]
fn a_malformed_policy_is_named_and_the_rest_of_it_counts() {
    let managed = Managed::read(json!({
        "locked": {
            "office": { "phone": "call us", "practice": "Harbor Health", "staff": ["Ann", 7] },
            "rules": { "P1": { "switched": "off" }, "C1": { "switched": "off" } },
            "theme": "dark",
        },
        "suggested": 5,
        "forced": {},
    }));
    let mut found = places(managed.faults());
    found.sort_unstable_by_key(|(path, _)| *path);
    let expected = [
        ("forced", Problem::Misplaced),
        ("locked.office.phone", Problem::NoPhone),
        ("locked.office.staff[1]", Problem::Misplaced),
        ("locked.rules.P1.switched", Problem::NeverHidden),
        ("locked.theme", Problem::Misplaced),
        ("suggested", Problem::NotSettings),
    ];
    assert_eq!(found, expected);
    let counting = managed.over(&StoredSettings::default());
    assert_eq!((counting.office.practice.as_str(), counting.office.phone.as_str()), ("Harbor Health", ""));
    assert_eq!(counting.office.staff, ["Ann"]);
    assert_eq!(counting.resolve().disabled, ["C1".parse().unwrap()]);
    assert_eq!(Managed::read(json!([1])).faults().len(), 1);
}

#[test]
fn the_schema_that_browsers_hold_policies_to_names_every_setting() {
    let schema = include_str!("../extension/managed_schema.json");
    let schema: Value = serde_json::from_str(schema).unwrap();
    let known = |pointer: &str| {
        let properties = schema.pointer(pointer).and_then(Value::as_object).unwrap();
        properties.keys().cloned().collect::<Vec<_>>()
    };
    let settings = StoredSettings::default().to_json();
    let stored = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let mut all = stored(&settings);
    all.retain(|key| key != "version");
    let mut named = known("/properties/locked/properties");
    named.sort_unstable();
    all.sort_unstable();
    assert_eq!(named, all);
    let mut named = known("/properties/locked/properties/office/properties");
    let mut all = stored(&settings["office"]);
    named.sort_unstable();
    all.sort_unstable();
    assert_eq!(named, all);
}
