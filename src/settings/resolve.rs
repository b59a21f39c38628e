//! From what a user has set to what a check uses.

use super::change::Switch;
use super::own_phrase::{OwnPhrase, Treatment};
use super::phone::PhoneEntry;
use super::rule_choice::RuleRange;
use super::stored::StoredSettings;
use crate::engine::{Config, FlaggedPhrase, OfficeProfile, SilencedRule};

impl StoredSettings {
    /// The engine's configuration. Leaves out what is typed but cannot be used, such as half a phone number, and what
    /// nobody may decide, such as to switch off a rule that stops posts.
    #[must_use]
    pub fn resolve(&self) -> Config {
        let mut config = Config {
            office: usable(&self.office),
            allowed: self.dismissed.allowed(),
            allow_key: self.dismissed.key.map_or(0, |key| key.0),
            locale: self.locale.unwrap_or_default(),
            ..Config::default()
        };
        for range in RuleRange::all() {
            let choice = self.rules.get(&range.rule.to_string()).copied().unwrap_or_default();
            let severity = choice.severity.filter(|severity| range.severities.contains(severity));
            config.severities.extend(severity.map(|severity| (range.rule, severity)));
            if !range.may_switch_off {
                continue;
            }
            if choice.switched == Some(Switch::Off) {
                config.disabled.push(range.rule);
            }
            let here = self.dismissed.sites.iter().filter(|entry| entry.rule == range.rule);
            let silenced = here.map(|entry| SilencedRule { rule: entry.rule, site: entry.site.clone() });
            config.silenced.extend(silenced);
        }
        for OwnPhrase { phrase, treated, severity, message } in &self.words {
            let (phrase, message) = (one_line(phrase), one_line(message));
            match treated {
                Treatment::Flag => {
                    config.flagged.push(FlaggedPhrase { phrase, severity: *severity, message });
                }
                Treatment::Allow => config.permitted.push(phrase),
            }
        }
        config
    }
}

fn usable(office: &OfficeProfile) -> OfficeProfile {
    let phone = |typed: &String| PhoneEntry::of(typed) == PhoneEntry::Usable;
    OfficeProfile {
        practice: one_line(&office.practice),
        phone: Some(&office.phone)
            .filter(|typed| phone(typed))
            .map(|typed| one_line(typed))
            .unwrap_or_default(),
        contact: one_line(&office.contact),
        phones: each_line(office.phones.iter().filter(|typed| phone(typed))),
        contacts: each_line(&office.contacts),
        hours: one_line(&office.hours),
        portal: one_line(&office.portal),
        address: one_line(&office.address),
        staff: each_line(&office.staff),
    }
}

/// Fixes are one line, and what fills them must be too.
fn one_line(typed: &str) -> String {
    typed.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn each_line<'t>(typed: impl IntoIterator<Item = &'t String>) -> Vec<String> {
    typed.into_iter().map(|entry| one_line(entry)).filter(|entry| !entry.is_empty()).collect()
}
