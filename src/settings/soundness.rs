//! What can be read and still cannot be used: half a phone number, a name that stands there twice, a rule that stops
//! posts and is switched off.

use serde_json::{Map, Value};

use super::change::Switch;
use super::fault::{Fault, Problem};
use super::own_phrase::{OwnPhrase, Treatment, folded};
use super::phone::PhoneEntry;
use super::rule_choice::RuleRange;
use super::stored::StoredSettings;
use crate::engine::{OfficeProfile, find};

/// The longest entry of any field that is a line, in characters.
const LONGEST_LINE: usize = 200;
/// The longest word or mark of a phrase, in UTF-8 bytes of its folded spelling: no draft's are looked up beyond.
const LONGEST_WORD: usize = 32;
/// A phrase has at least so many letters or digits; "of" would be found everywhere.
const FEWEST_LETTERS: usize = 3;
/// More digits than any phone number has with its prefix and extension.
const MOST_PHONE_DIGITS: usize = 20;

impl StoredSettings {
    /// Everything that cannot be used, in the order of the keys.
    #[must_use]
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = office(&self.office);
        let accounts = self.accounts.iter().map(|known| format!("{}/{}", known.site, known.name()));
        faults.extend(repeated("accounts", accounts));
        faults.extend(self.rule_faults());
        faults.extend(phrases(&self.words));
        faults.extend(self.dismissal_faults());
        faults.extend(repeated("sites_off", self.sites_off.iter().cloned()));
        faults
    }

    /// What keeps a phrase from being added.
    #[must_use]
    pub fn phrase_faults(&self, phrase: &OwnPhrase) -> Vec<Fault> {
        let mut with_it = self.words.clone();
        with_it.push(phrase.clone());
        let own = format!("words[{}]", self.words.len());
        let mut faults = phrases(&with_it);
        faults.retain(|fault| fault.path.starts_with(&own));
        for fault in &mut faults {
            fault.path = fault.path.trim_start_matches(&own).trim_start_matches('.').to_owned();
        }
        faults
    }

    fn rule_faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        for (code, choice) in &self.rules {
            let Some(range) = find(code).map(RuleRange::from).filter(|range| range.rule.to_string() == *code)
            else {
                faults.push(Fault::at(format!("rules.{code}"), Problem::UnknownRule).saying(code));
                continue;
            };
            if choice.switched == Some(Switch::Off) && !range.may_switch_off {
                faults.push(Fault::at(format!("rules.{code}.switched"), Problem::NeverHidden).saying(code));
            }
            if choice.severity.is_some_and(|severity| !range.severities.contains(&severity)) {
                faults.push(Fault::at(format!("rules.{code}.severity"), Problem::NotMilder).saying(code));
            }
        }
        faults
    }

    fn dismissal_faults(&self) -> Vec<Fault> {
        let dismissed = &self.dismissed;
        let mut faults = Vec::new();
        if dismissed.key.is_none() && !dismissed.words.is_empty() {
            faults.push(Fault::at("dismissed.words", Problem::NoKey));
        }
        let words = dismissed.words.iter().enumerate().map(|(at, entry)| ("words", at, &entry.day));
        let sites = dismissed.sites.iter().enumerate().map(|(at, entry)| ("sites", at, &entry.day));
        for (list, at, day) in words.chain(sites).filter(|(_, _, day)| !is_day(day)) {
            faults.push(Fault::at(format!("dismissed.{list}[{at}].day"), Problem::NoDay).saying(day));
        }
        for (at, entry) in dismissed.sites.iter().enumerate() {
            let code = entry.rule.to_string();
            if !find(&code).is_some_and(|rule| RuleRange::from(rule).may_switch_off) {
                faults.push(Fault::at(format!("dismissed.sites[{at}]"), Problem::NeverHidden).saying(code));
            }
        }
        faults
    }
}

fn office(office: &OfficeProfile) -> Vec<Fault> {
    let mut faults = Vec::new();
    let lines = [
        ("practice", &office.practice),
        ("phone", &office.phone),
        ("contact", &office.contact),
        ("hours", &office.hours),
        ("portal", &office.portal),
        ("address", &office.address),
    ];
    for (field, line) in lines {
        faults.extend(too_long(&format!("office.{field}"), line));
    }
    if !office.phone.trim().is_empty() && !is_phone(&office.phone) {
        faults.push(Fault::at("office.phone", Problem::NoPhone).saying(&office.phone));
    }
    if !office.portal.trim().is_empty() && !is_web_address(office.portal.trim()) {
        faults.push(Fault::at("office.portal", Problem::NoAddress).saying(&office.portal));
    }
    let lists = [("phones", &office.phones), ("contacts", &office.contacts), ("staff", &office.staff)];
    for (field, list) in lists {
        let path = format!("office.{field}");
        for (at, entry) in list.iter().enumerate() {
            let path = format!("{path}[{at}]");
            faults.extend(too_long(&path, entry));
            if entry.trim().is_empty() {
                faults.push(Fault::at(path, Problem::Empty));
            } else if field == "phones" && !is_phone(entry) {
                faults.push(Fault::at(path, Problem::NoPhone).saying(entry));
            }
        }
        faults.extend(repeated(&path, list.iter().cloned()));
    }
    faults
}

fn phrases(list: &[OwnPhrase]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (at, phrase) in list.iter().enumerate() {
        let path = format!("words[{at}].phrase");
        let letters: usize = phrase.phrase.chars().map(weight).sum();
        if phrase.phrase.trim().is_empty() {
            faults.push(Fault::at(path, Problem::Empty));
        } else if letters < FEWEST_LETTERS {
            faults.push(Fault::at(path, Problem::TooShort).saying(&phrase.phrase));
        } else if phrase.phrase.split_whitespace().any(|word| word.len() > LONGEST_WORD) {
            faults.push(Fault::at(path, Problem::TooLong).saying(LONGEST_WORD.to_string()));
        } else {
            faults.extend(too_long(&path, &phrase.phrase));
            let before = list.iter().take(at).find(|before| before.is(&phrase.phrase));
            let problem = before.map(|before| match before.treated == phrase.treated {
                true => Problem::Repeated,
                false => Problem::Contradiction,
            });
            faults.extend(problem.map(|problem| Fault::at(path, problem).saying(&phrase.phrase)));
        }
        if phrase.treated == Treatment::Flag {
            faults.extend(too_long(&format!("words[{at}].message"), &phrase.message));
        }
    }
    faults
}

/// How much a character says: a pictograph or a sign of a writing with many says as much as a word.
fn weight(c: char) -> usize {
    match c {
        '\u{2600}'.. => FEWEST_LETTERS,
        '#' => 1,
        _ => usize::from(c.is_alphanumeric()),
    }
}

fn too_long(path: &str, line: &str) -> Option<Fault> {
    let is_too_long = line.chars().nth(LONGEST_LINE).is_some();
    is_too_long.then(|| Fault::at(path, Problem::TooLong).saying(LONGEST_LINE.to_string()))
}

fn repeated<'l>(list: &str, entries: impl Iterator<Item = String> + 'l) -> Vec<Fault> {
    // The same kind of map that settings are read through.
    let mut seen = Map::new();
    let mut is_again =
        |entry: &str| !entry.trim().is_empty() && seen.insert(folded(entry), Value::Null).is_some();
    let again = entries.enumerate().filter(move |(_, entry)| is_again(entry));
    again.map(|(at, entry)| Fault::at(format!("{list}[{at}]"), Problem::Repeated).saying(entry)).collect()
}

fn is_phone(typed: &str) -> bool {
    let digits = typed.chars().filter(char::is_ascii_digit).count();
    PhoneEntry::of(typed) == PhoneEntry::Usable && digits <= MOST_PHONE_DIGITS
}

fn is_web_address(typed: &str) -> bool {
    let host = typed.split_once("://").map_or(typed, |(scheme, host)| match scheme {
        "https" | "http" => host,
        _ => "",
    });
    let is_plain = |c: char| c.is_alphanumeric() || "-._~/?#@:%&=+".contains(c);
    let host_name = host.split('/').next().unwrap_or_default();
    host.chars().all(is_plain) && host_name.contains('.') && !host_name.starts_with('.')
}

fn is_day(day: &str) -> bool {
    let is_shaped = day.len() == 10
        && day.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    day.is_empty() || is_shaped
}
