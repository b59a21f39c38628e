//! Settings as the engine uses them: resolved, nothing left to look up.

use serde::{Deserialize, Serialize};

use super::language::Language;
use super::rule::Severity;
use super::rule_code::RuleCode;

/// What a check takes from the settings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// Rules that are switched off.
    pub disabled: Vec<RuleCode>,
    /// The practice: its own numbers and people are never flagged, and fill the fixes.
    pub office: OfficeProfile,
    /// Words a user has allowed, per rule.
    pub allowed: Vec<AllowedWords>,
    /// The key of the digests in `allowed`; drawn once per installation.
    pub allow_key: u64,
    /// Whose law applies.
    pub locale: Locale,
    /// How grave rules are for this practice, where it thinks otherwise than the policy base.
    pub severities: Vec<(RuleCode, Severity)>,
    /// Rules that say nothing on a site, unless it must be fixed.
    pub silenced: Vec<SilencedRule>,
    /// Words that the practice flags on its own account.
    pub flagged: Vec<FlaggedPhrase>,
    /// Words that the practice allows whatever the rules say, unless it must be fixed.
    pub permitted: Vec<String>,
}

impl Config {
    /// A text in a language, with the office's own words and the country's emergency lines in place of its
    /// placeholders.
    #[must_use]
    pub fn fill(&self, text: &str, language: Language) -> String {
        let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let or = |text: String, otherwise: &str| if text.is_empty() { otherwise.to_owned() } else { text };
        let words = language.words();
        let (practice, phone) = (one_line(&self.office.practice), one_line(&self.office.phone));
        let name = or(practice.clone(), words.office);
        let office = if phone.is_empty() {
            name
        } else {
            words.office_at.replace("{phone}", &phone).replace("{name}", &name)
        };
        let lines = self.locale.emergency_lines();
        text.replace("{office}", &office)
            .replace("{office_phone}", &or(phone, words.office))
            .replace("{contact}", &or(one_line(&self.office.contact), words.contact))
            .replace("{practice}", &or(practice, words.practice))
            .replace("{emergency}", lines.emergency)
            .replace("{crisis_line}", lines.crisis_line)
            .replace("{call_crisis_line}", lines.call_crisis_line)
            .replace("{urgent_help}", lines.urgent_help)
    }
}

/// A rule that somebody has dismissed on a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SilencedRule {
    /// The rule.
    pub rule: RuleCode,
    /// The site's id.
    pub site: String,
}

/// Words that a practice flags on its own account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlaggedPhrase {
    /// The words; case, accents and spacing do not matter.
    pub phrase: String,
    /// How grave it is to write them.
    pub severity: Severity,
    /// Why; may be empty.
    pub message: String,
}

/// The practice. All parts may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct OfficeProfile {
    /// The practice's name.
    pub practice: String,
    /// The number that patients should call; fills `{office_phone}`.
    pub phone: String,
    /// Whom to ask for; fills `{contact}`.
    pub contact: String,
    /// Further numbers of the practice.
    pub phones: Vec<String>,
    /// Mail and web addresses of the practice, and whatever else of its own it writes in posts.
    pub contacts: Vec<String>,
    /// When it is open.
    pub hours: String,
    /// Where patients log in.
    pub portal: String,
    /// Where it is.
    pub address: String,
    /// People who work here; never taken for patients.
    pub staff: Vec<String>,
}

/// Words that a user has said are fine under one rule.
///
/// The words themselves are not kept, only a keyed digest of their folded form, so that settings never hold
/// text of a draft (see `allow`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct AllowedWords {
    /// The rule that was dismissed.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub rule: RuleCode,
    /// Digest of the folded words; below 2^53, so that JavaScript keeps it exactly.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub digest: u64,
}

/// Whose law and number formats apply.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Locale {
    /// United States.
    #[default]
    Us,
    /// United Kingdom.
    Uk,
    /// Australia.
    Au,
}

impl Locale {
    /// Whom to call there when it cannot wait.
    #[must_use]
    pub fn emergency_lines(self) -> EmergencyLines {
        match self {
            Locale::Us => EmergencyLines {
                emergency: "911",
                crisis_line: "988",
                call_crisis_line: "call or text 988",
                urgent_help: "In an emergency call 911.",
            },
            Locale::Uk => EmergencyLines {
                emergency: "999",
                crisis_line: "116 123",
                call_crisis_line: "call Samaritans on 116 123",
                urgent_help: "In an emergency call 999; for urgent help call 111.",
            },
            Locale::Au => EmergencyLines {
                emergency: "000",
                crisis_line: "13 11 14",
                call_crisis_line: "call Lifeline on 13 11 14",
                urgent_help: "In an emergency call 000.",
            },
        }
    }
}

/// A country's lines for people in danger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EmergencyLines {
    /// The number for emergencies.
    pub emergency: &'static str,
    /// The number for people in despair.
    pub crisis_line: &'static str,
    /// How to reach it, in English: not every one takes texts, and not everybody knows whose number it is.
    pub call_crisis_line: &'static str,
    /// A sentence in English on where to turn.
    pub urgent_help: &'static str,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(practice: &str, phone: &str, text: &str) -> String {
        let office = OfficeProfile {
            practice: practice.to_owned(),
            phone: phone.to_owned(),
            ..OfficeProfile::default()
        };
        Config { office, ..Config::default() }.fill(text, Language::MAIN)
    }

    #[test]
    fn the_office_is_named_as_far_as_it_is_known() {
        let call = |practice, phone| filled(practice, phone, "Please call {office}.");
        assert_eq!(call("", ""), "Please call our office.");
        assert_eq!(call("", "212-555-0100"), "Please call our office at 212-555-0100.");
        assert_eq!(call("Lakeview Dental", ""), "Please call Lakeview Dental.");
        assert_eq!(call("Lakeview Dental", "212-555-0100"), "Please call Lakeview Dental at 212-555-0100.");
    }

    #[test]
    fn what_is_filled_in_is_one_line() {
        assert_eq!(filled("Lakeview\n Dental", "", "{practice}"), "Lakeview Dental");
    }
}
