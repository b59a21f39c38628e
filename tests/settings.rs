//! Settings as users, older releases and broken disks leave them: what is read, what is refused and how it is said.
#![expect(clippy::panic, reason = "the reading helpers fail the test that calls them")]

use chaperone::engine::{AccountKind, Locale, RuleCode, Severity, digest};
use chaperone::json;
use chaperone::settings::{
    Accounts, AllowKey, CURRENT_VERSION, Change, OwnPhrase, PhoneEntry, RuleChoice, StoredSettings, Switch,
    Treatment,
};
use proptest::prelude::*;
use serde_json::json;

const P1: RuleCode = RuleCode { letter: b'P', number: 1 };

fn read(json: &str) -> StoredSettings {
    StoredSettings::from_json(json).unwrap_or_else(|error| panic!("{json}: {error}"))
}

fn refusal(json: &str) -> String {
    match StoredSettings::from_json(json) {
        Ok(settings) => panic!("{json} was read as {settings:?}"),
        Err(error) => error.to_string(),
    }
}

fn phrase(words: &str, treated: Treatment) -> OwnPhrase {
    OwnPhrase { phrase: words.to_owned(), treated, severity: Severity::Fix, message: "Not yet.".to_owned() }
}

fn filled() -> StoredSettings {
    let mut settings = StoredSettings::default();
    settings.office.practice = "Harbor Family Clinic".to_owned();
    settings.office.phone = "(555) 010-0199".to_owned();
    settings.office.staff = vec!["Zoë".to_owned()];
    settings.accounts.remember("x", Some("harborclinic"), AccountKind::Practice);
    settings.accounts.remember("facebook", None, AccountKind::Personal);
    settings.office.phones = vec!["(555) 010-0111".to_owned()];
    settings.rules.insert("C9".to_owned(), RuleChoice { switched: Some(Switch::Off), severity: None });
    settings.words.push(phrase("Project Falcon", Treatment::Flag));
    settings.dismissed.dismiss_words(P1, "Grace Chapel", "2026-03-31".to_owned(), AllowKey(u64::MAX - 1));
    settings.locale = Some(Locale::Uk);
    settings.switch_site_off("facebook");
    settings
}

#[test]
fn what_is_written_is_read_back() {
    for settings in [StoredSettings::default(), filled()] {
        assert_eq!(read(&settings.to_json().to_string()), settings);
    }
}

#[test]
fn the_version_alone_is_enough() {
    assert_eq!(read(r#"{"version": 1}"#), StoredSettings::default());
    assert_eq!(read(r#"{"version": 2}"#), StoredSettings::default());
    assert_eq!(CURRENT_VERSION, 2, "a new version needs its own reading test here");
}

#[test]
fn settings_of_version_1_mean_what_they_meant() {
    let old = r#"{"version": 1, "disabled": ["C1"], "locale": "us", "sites_off": ["x"],
        "dismissed": {"key": "00000000000000ff", "words": [{"rule": "P1", "digest": 7}]}}"#;
    let settings = read(old);
    assert_eq!(settings.resolve().disabled, ["C1".parse().unwrap()]);
    assert_eq!(settings.locale, None, "nobody chose the country that everybody had");
    assert_eq!(settings.resolve().allowed[0].digest, 7);
    assert_eq!(settings.dismissed.words[0].day, "");
    assert_eq!(read(r#"{"version": 1, "locale": "au"}"#).locale, Some(Locale::Au));
}

#[test]
fn a_refusal_names_the_place_and_the_remedy() {
    for (json, place, remedy) in [
        ("", "settings are not JSON", "correct that place"),
        (r#"{"version": 1, "office": {"phone": "55"#, "line 1 column", "correct that place"),
        ("[]", "not a JSON object", r#"{"version": 2}"#),
        ("null", "not a JSON object", r#"{"version": 2}"#),
        ("{}", "settings.version: missing", r#"add "version": 2"#),
        (r#"{"version": 0}"#, "settings.version: 0", "use 2"),
        (r#"{"version": "1"}"#, "settings.version: \"1\"", "use 2"),
        (r#"{"version": -1}"#, "settings.version: -1", "use 2"),
        (r#"{"version": 3}"#, "settings.version: 3 is newer", "update Chaperone"),
        (r#"{"version": 1, "office": true}"#, "settings.office", "correct or remove"),
        (r#"{"version": 1, "office": {"phone": 5}}"#, "settings.office.phone", "correct or remove"),
        (r#"{"version": 1, "office": {"fax": ""}}"#, "settings.office.fax", "correct or remove"),
        (r#"{"version": 1, "colour": 1}"#, "colour", "correct or remove"),
        (r#"{"version": 2, "disabled": ["C9"]}"#, "settings.disabled", "correct or remove"),
        (r#"{"version": 2, "rules": {"C9": {"switched": "no"}}}"#, "settings.rules.C9.switched", "`off`"),
        (r#"{"version": 1, "locale": "fr"}"#, "settings.locale", "`us`"),
        (
            r#"{"version": 1, "accounts": [{"site": "x", "handle": null, "account_kind": "boss"}]}"#,
            "settings.accounts[0].account_kind",
            "`practice`",
        ),
        (r#"{"version": 1, "accounts": [{"site": "x"}]}"#, "settings.accounts[0]", "account_kind"),
        (r#"{"version": 1, "dismissed": {"key": "xyz"}}"#, "settings.dismissed.key", "16 hexadecimal"),
        (r#"{"version": 1, "dismissed": {"key": "+123456789abcdef"}}"#, "settings.dismissed.key", "16 hex"),
    ] {
        let refusal = refusal(json);
        assert!(refusal.contains(place), "{json}: {refusal:?} does not name {place:?}");
        assert!(refusal.contains(remedy), "{json}: {refusal:?} does not offer {remedy:?}");
    }
}

#[test]
fn deep_nesting_is_refused_without_a_crash() {
    let deep = format!(r#"{{"version": 1, "office": {}}}"#, "[".repeat(100_000));
    assert!(refusal(&deep).contains("not JSON"));
}

#[test]
fn an_account_is_known_by_site_and_handle() {
    let mut accounts = filled().accounts;
    assert_eq!(accounts.kind_of("x", Some("@HarborClinic ")), AccountKind::Practice);
    assert_eq!(accounts.kind_of("facebook", Some("harborclinic")), AccountKind::Unknown);
    assert_eq!(accounts.kind_of("x", None), AccountKind::Unknown);
    assert_eq!(accounts.kind_of("facebook", None), AccountKind::Personal);
    accounts.remember("x", Some("HARBORCLINIC"), AccountKind::Personal);
    assert_eq!(accounts.kind_of("x", Some("harborclinic")), AccountKind::Personal);
    assert_eq!(accounts.iter().count(), 2);
    accounts.remember("x", Some("harborclinic"), AccountKind::Unknown);
    assert_eq!(accounts.iter().count(), 1);
}

#[test]
fn the_accounts_of_a_site_are_listed_once_with_the_active_one_first() {
    let mut accounts = Accounts::default();
    accounts.remember("x", Some("clinic"), AccountKind::Practice);
    accounts.remember("x", None, AccountKind::Personal);
    accounts.remember("facebook", Some("other"), AccountKind::Practice);
    let listed = |active: Option<Option<&str>>| -> Vec<(String, AccountKind)> {
        let all = accounts.on_site("x", active, ["@Alice", "Clinic", "alice"].into_iter());
        let name = |handle: Option<String>| handle.unwrap_or_else(|| "nameless".to_owned());
        all.into_iter().map(|known| (name(known.handle), known.account_kind)).collect()
    };
    let clinic = ("clinic".to_owned(), AccountKind::Practice);
    let nameless = ("nameless".to_owned(), AccountKind::Personal);
    let alice = |handle: &str| (handle.to_owned(), AccountKind::Unknown);
    assert_eq!(listed(None), [clinic.clone(), nameless.clone(), alice("@Alice")]);
    assert_eq!(listed(Some(Some("alice"))), [alice("alice"), clinic.clone(), nameless.clone()]);
    assert_eq!(listed(Some(None)), [nameless, clinic, alice("@Alice")]);
}

#[test]
fn dismissed_words_are_kept_as_digests_only() {
    let mut settings = StoredSettings::default();
    settings.dismissed.dismiss_words(P1, "Grace Chapel", String::new(), AllowKey(41));
    settings.dismissed.dismiss_words(P1, "grace  chapel", String::new(), AllowKey(42));
    assert_eq!(settings.dismissed.words.len(), 1);
    assert_eq!(settings.dismissed.key, Some(AllowKey(41)), "the first key stays");
    assert!(!settings.to_json().to_string().to_lowercase().contains("grace"));
    let config = settings.resolve();
    assert!(config.allows(P1, "GRACE CHAPEL"));
    assert_eq!(config.allowed[0].digest, digest(41, P1, "grace chapel"));
}

#[test]
fn half_a_phone_number_is_kept_but_not_used() {
    assert_eq!(PhoneEntry::of("  "), PhoneEntry::Empty);
    assert_eq!(PhoneEntry::of("555-01"), PhoneEntry::TooShort);
    assert_eq!(PhoneEntry::of("front desk"), PhoneEntry::TooShort);
    assert_eq!(PhoneEntry::of("+44 20 7946 0000"), PhoneEntry::Usable);
    let mut settings = filled();
    assert_eq!(settings.resolve().office.phone, "(555) 010-0199");
    settings.office.phone = "(555) 01".to_owned();
    assert_eq!(read(&settings.to_json().to_string()).office.phone, "(555) 01");
    assert_eq!(settings.resolve().office.phone, "");
}

#[test]
fn what_fills_a_fix_is_one_line() {
    let mut settings = StoredSettings::default();
    settings.office.practice = " Harbor\nClinic ".to_owned();
    settings.office.staff = vec![" ".to_owned(), "Zoë  B.".to_owned()];
    let office = settings.resolve().office;
    assert_eq!((office.practice.as_str(), office.staff), ("Harbor Clinic", vec!["Zoë B.".to_owned()]));
}

#[test]
fn a_site_is_switched_off_once_and_on_again() {
    let mut settings = StoredSettings::default();
    settings.switch_site_off("x");
    settings.switch_site_off("x");
    assert_eq!(settings.sites_off, ["x"]);
    assert!(settings.is_site_off("x") && !settings.is_site_off("facebook"));
    settings.switch_site_on("x");
    assert_eq!(settings, StoredSettings::default());
}

#[test]
fn a_change_touches_one_thing_and_arrives_as_pages_write_it() {
    let mut settings = filled();
    let before = settings.clone();
    let change = |json: serde_json::Value| json::read::<Change>(&json).unwrap();
    settings.apply(change(json!({ "kind": "office", "field": "phone", "typed": "555-01" }))).unwrap();
    assert_eq!(settings.office.phone, "555-01");
    let phone = json!({ "kind": "office", "field": "phone", "typed": before.office.phone });
    settings.apply(change(phone)).unwrap();
    settings.apply(change(json!({ "kind": "site", "site": "x", "switched": "off" }))).unwrap();
    assert!(settings.is_site_off("x") && settings.is_site_off("facebook"));
    settings.apply(change(json!({ "kind": "site", "site": "x", "switched": "on" }))).unwrap();
    let account = json!({ "kind": "account", "site": "x", "handle": "dr", "accountKind": "personal" });
    settings.apply(change(account)).unwrap();
    assert_eq!(settings.accounts.kind_of("x", Some("@Dr")), AccountKind::Personal);
    let forgotten = json!({ "kind": "account", "site": "x", "handle": "dr", "accountKind": "unknown" });
    settings.apply(change(forgotten)).unwrap();
    assert_eq!(settings, before);
    let unknown = json!({ "kind": "site", "site": "x", "switched": "on", "and": "more" });
    assert!(json::read::<Change>(&unknown).is_err());
}

proptest! {
    #[test]
    fn reading_any_text_never_panics(json in ".*") {
        let _ = StoredSettings::from_json(&json);
    }

    #[test]
    fn reading_damaged_settings_never_panics(at in 0usize..400, byte in any::<u8>(), cut in any::<bool>()) {
        let mut json = filled().to_json().to_string().into_bytes();
        let at = at % json.len();
        if cut { json.truncate(at) } else { json[at] = byte }
        if let Err(error) = StoredSettings::from_json(&String::from_utf8_lossy(&json)) {
            prop_assert!(!error.to_string().is_empty());
        }
    }

    #[test]
    fn a_wrong_type_is_refused_at_its_key(key in "office|accounts|rules|words|dismissed|locale|sites_off") {
        let refusal = refusal(&json!({ "version": 2, key.clone(): 7 }).to_string());
        prop_assert!(refusal.contains(&format!("settings.{key}")), "{refusal}");
    }
}
