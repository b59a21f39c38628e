//! Records without content and authorizations without names: what is kept, for how long, and what is refused.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use chaperone::engine::{AccountKind, Checker, Config, RuleCode, Severity};
use chaperone::json;
use chaperone::records::{
    Channel, ConsentDoubt, ConsentEntry, ConsentFault, ConsentList, ConsentRecord, Day, Decision,
    DismissalReach, ExportFormat, MOST_CONSENTS, MOST_RECORDS, Minute, OverrideReason, Purpose, Record,
    RecordBook, Subject,
};
use chaperone::settings::{RecordKeeping, StoredSettings, Switch};

const P1: RuleCode = RuleCode { letter: b'P', number: 1 };
const M1: RuleCode = RuleCode { letter: b'M', number: 1 };
const DAY: u32 = 24 * 60;

fn minute(days: u32) -> Minute {
    Minute(days * DAY)
}

fn held(at: Minute) -> Record {
    let subject = Subject { rule: P1, severity: Severity::Stop };
    Record::new(at, "x", AccountKind::Practice, Some(subject), Decision::Held)
}

fn entry(id: &str, expires: &str) -> ConsentEntry {
    ConsentEntry {
        id: id.to_owned(),
        channel: Channel::SocialMedia,
        purpose: Purpose::Education,
        expires: expires.to_owned(),
    }
}

fn consent(id: &str, expires: &str) -> ConsentRecord {
    entry(id, expires).read(&Checker::new(Config::default())).unwrap()
}

#[test]
fn days_are_those_of_the_calendar() {
    for (text, days) in
        [("1970-01-01", 0), ("1972-02-29", 789), ("2000-03-01", 11_017), ("2026-11-23", 20_780)]
    {
        assert_eq!(text.parse(), Ok(Day(days)));
        assert_eq!(Day(days).to_string(), text);
    }
    for days in 0..80_000 {
        assert_eq!(Day(days).to_string().parse(), Ok(Day(days)));
    }
    for wrong in [
        "",
        "2026",
        "2026-1-1",
        "2026-02-29",
        "2026-13-01",
        "2026-00-10",
        "1969-12-31",
        "26-01-01",
        "2026-01-01-",
        "2026-01-+1",
    ] {
        assert!(wrong.parse::<Day>().is_err(), "{wrong} was taken for a day");
    }
    assert_eq!(Minute(20_780 * DAY + 61).to_string(), "2026-11-23T01:01Z");
}

#[test]
fn nothing_is_kept_unless_it_is_switched_on() {
    assert_eq!(StoredSettings::default().records.switched, Switch::Off);
    assert_eq!(RecordKeeping { days: 0, ..RecordKeeping::default() }.retention(), 1);
    assert_eq!(RecordKeeping { days: u16::MAX, ..RecordKeeping::default() }.retention(), 3653);
}

#[test]
fn records_go_when_their_days_are_over_and_when_there_are_too_many() {
    let mut book = RecordBook::default();
    book.append([held(minute(10)), held(minute(20)), held(minute(30))]);
    assert!(!book.expire(minute(40), 30));
    assert!(book.expire(Minute(40 * DAY + 1), 30));
    assert_eq!(book.records(), [held(minute(20)), held(minute(30))]);
    book.append((0..u32::try_from(MOST_RECORDS).unwrap()).map(|number| held(minute(100 + number))));
    assert_eq!(book.records().len(), MOST_RECORDS);
    assert_eq!(book.records().first(), Some(&held(minute(100))));
}

#[test]
fn a_decision_leaves_one_record_for_each_rule_as_grave_as_it_was() {
    let of = |rule, severity| Subject { rule, severity };
    let subjects = [of(P1, Severity::Fix), of(M1, Severity::Rethink), of(P1, Severity::Stop)];
    let records = Record::all_of(minute(1), "facebook", AccountKind::Personal, &subjects, Decision::Held);
    let seen: Vec<_> = records.iter().map(|record| (record.rule, record.severity)).collect();
    assert_eq!(seen, [(Some(P1), Some(Severity::Stop)), (Some(M1), Some(Severity::Rethink))]);
    let records = Record::all_of(minute(1), "x", AccountKind::Unknown, &[], Decision::ConsentGiven);
    assert_eq!(records.len(), 1);
    assert_eq!(records[0].rule, None);
}

#[test]
fn a_record_has_no_room_for_text() {
    let site = "x\",\"=HYPERLINK(1)";
    let record = Record::new(minute(1), site, AccountKind::Practice, None, Decision::Held);
    assert_eq!(record.site, "unknown");
    let held = serde_json::to_value(held(minute(1))).unwrap();
    let keys: Vec<_> = held.as_object().unwrap().keys().cloned().collect();
    assert_eq!(keys, ["account_kind", "at", "consent", "decision", "expires", "rule", "severity", "site"]);
    for (place, value) in [("decision", "\"because of Marcus Bell\""), ("text", "\"Marcus Bell\"")] {
        let mut json = held.clone();
        json[place] = serde_json::from_str(value).unwrap();
        assert!(json::read::<Record>(&json).is_err(), "{place} took {value}");
    }
}

#[test]
fn a_record_names_an_authorization_by_its_number_or_not_at_all() {
    let checker = Checker::new(Config::default());
    let named = |id: &str, expires: &str| {
        let mut record = Record::new(minute(1), "x", AccountKind::Practice, None, Decision::ConsentGiven);
        record.name_authorization(id, expires, &checker);
        (record.consent, record.expires)
    };
    assert_eq!(named(" 2026-017 ", "2027-01-31"), (Some("2026-017".to_owned()), "2027-01-31".parse().ok()));
    assert_eq!(named("Marcus Bell 7", "some day"), (None, None));
    assert_eq!(named("in the drawer, under 7", "2027-01-31").0, None);
}

#[test]
fn what_is_stored_is_read_back_and_nothing_else_is() {
    let mut book = RecordBook::default();
    let overridden = Decision::Overridden { reason: OverrideReason::Mistaken };
    let subject = Some(Subject { rule: M1, severity: Severity::Stop });
    book.append([
        held(minute(3)),
        Record::new(minute(4), "reddit", AccountKind::Unknown, subject, overridden),
        Record {
            consent: Some("A-17".to_owned()),
            expires: Some(Day(99)),
            ..Record::new(minute(5), "x", AccountKind::Practice, None, Decision::ConsentGiven)
        },
    ]);
    let text = serde_json::to_string(&book).unwrap();
    let read = |text: &str| json::read::<RecordBook>(&json::parse(text).unwrap());
    assert_eq!(read(&text).unwrap(), book);
    let fault = |text: &str| read(text).unwrap_err().to_string();
    assert!(
        fault(&text.replace("reddit\"", "reddit\",\"text\":\"x\"")).contains("].text: unknown field `text`")
    );
    assert!(fault(&text.replace("\"version\":1", "\"version\":2")).contains("update Chaperone"));
}

#[test]
fn records_are_exported_for_a_spreadsheet_and_for_a_program() {
    let mut book = RecordBook::default();
    let dismissed = Decision::Dismissed { reach: DismissalReach::TheseWords };
    let subject = Some(Subject { rule: M1, severity: Severity::Fix });
    book.append([held(minute(3)), Record::new(minute(4), "x", AccountKind::Personal, subject, dismissed)]);
    assert_eq!(
        book.export(ExportFormat::Csv),
        "time,site,account,rule,severity,decision,reason,reach,consent,expires\r\n\
         1970-01-04T00:00Z,x,practice,P1,stop,held,,,,\r\n\
         1970-01-05T00:00Z,x,personal,M1,fix,dismissed,,these-words,,\r\n"
    );
    let json: serde_json::Value = serde_json::from_str(&book.export(ExportFormat::Json)).unwrap();
    assert_eq!(json[0]["time"], "1970-01-04T00:00Z");
    assert_eq!(json[0]["reason"], serde_json::Value::Null);
    assert_eq!(json[1]["decision"], "dismissed");
}

#[test]
fn an_authorization_id_holds_no_name() {
    let checker = Checker::new(Config::default());
    for (id, fault) in [
        ("  ", ConsentFault::NoId),
        ("Marcus Bell", ConsentFault::Name),
        ("Marcus-Bell-2026", ConsentFault::Name),
        ("maria.lopez.3", ConsentFault::Name),
        ("form 7 for Marcus Bell", ConsentFault::Name),
        ("signed", ConsentFault::NotAnId),
        ("=1+1", ConsentFault::NotAnId),
        ("-1", ConsentFault::NotAnId),
        ("12,13", ConsentFault::NotAnId),
        ("7777777777777777777777777777777777777777777", ConsentFault::NotAnId),
    ] {
        assert_eq!(entry(id, "").read(&checker), Err(fault), "{id}");
    }
    for id in ["2026-017", "AUTH/0042", "form-7.b", "17"] {
        assert_eq!(entry(&format!(" {id} "), "").read(&checker).unwrap().id, id);
    }
    assert_eq!(entry("17", "next year").read(&checker), Err(ConsentFault::NotADay));
    assert_eq!(consent("17", "2027-01-31").expires, "2027-01-31".parse().ok());
}

#[test]
fn an_authorization_is_doubted_for_what_speaks_against_it() {
    let mut list = ConsentList::default();
    let today: Day = "2026-06-01".parse().unwrap();
    for one in [
        consent("A-1", ""),
        consent("A-2", "2026-05-31"),
        consent("A-3", "2026-06-01"),
        consent("A-4", "2026-07-02"),
        consent("A-5", ""),
    ] {
        list.add(one).unwrap();
    }
    list.revoke("a-5", today);
    list.revoke("A-5", Day(today.0 + 3));
    let doubts: Vec<_> = list.listed(today).into_iter().map(|listed| listed.doubt).collect();
    let expected =
        [None, Some(ConsentDoubt::Expired), Some(ConsentDoubt::EndsSoon), None, Some(ConsentDoubt::Revoked)];
    assert_eq!(doubts, expected);
    assert_eq!(list.listed(today)[4].consent.revoked, Some(today));
    let doubt = |id, channel, purpose| list.doubt(id, channel, purpose, today);
    let social = Channel::SocialMedia;
    assert_eq!(doubt("a-1", social, Purpose::Education), None);
    assert_eq!(doubt("A-1", social, Purpose::Marketing), Some(ConsentDoubt::OtherPurpose));
    assert_eq!(doubt("A-3", Channel::Press, Purpose::Education), Some(ConsentDoubt::OtherChannel));
    assert_eq!(doubt("A-2", Channel::Press, Purpose::Education), Some(ConsentDoubt::Expired));
    assert_eq!(doubt("A-9", social, Purpose::Education), Some(ConsentDoubt::Unknown));
    let in_post = |id, teaches| list.doubt_in_post(id, teaches, today);
    assert_eq!(in_post("A-1", true), None);
    assert_eq!(in_post("A-1", false), Some(ConsentDoubt::OtherPurpose));
    assert_eq!(in_post("A-3", true), None);
    assert_eq!(in_post("A-2", false), Some(ConsentDoubt::Expired));
    assert_eq!(in_post("A-9", true), Some(ConsentDoubt::Unknown));
    assert_eq!(ConsentList::default().doubt_in_post("A-9", false, today), None);
    let text = serde_json::to_string(&list).unwrap();
    assert_eq!(json::read::<ConsentList>(&json::parse(&text).unwrap()).unwrap(), list);
}

#[test]
fn an_authorization_is_listed_once() {
    let mut list = ConsentList::default();
    assert_eq!(list.add(consent("A-1", "")), Ok(()));
    assert_eq!(list.add(consent("A-1", "")), Ok(()));
    assert_eq!(list.add(consent("a-1", "2027-01-01")), Err(ConsentFault::Twice));
    assert_eq!(list.listed(Day(0)).len(), 1);
    list.remove("a-1");
    assert_eq!(list.listed(Day(0)), []);
    let one = consent("A-1", "");
    for number in 0..MOST_CONSENTS {
        list.add(ConsentRecord { id: number.to_string(), ..one.clone() }).unwrap();
    }
    assert_eq!(list.add(one), Err(ConsentFault::Full));
}
