//! All rules, as data: the one text behind the card, the options page, `chaperone explain` and `docs/rules.md`.

use serde::Serialize;

use super::own_words::{OWN_WORDS, OWN_WORDS_INDEX};
use super::rule::{Family, Rule, RuleIndex, Severity};
use super::rule_code::RuleCode;
use super::tables::{RULES, TEMPLATES};
use super::template::SafeTemplate;

/// Every rule, ordered by family and number.
#[must_use]
pub fn rules() -> &'static [Rule] {
    RULES
}

/// Every safe template, most urgent first.
#[must_use]
pub fn templates() -> &'static [SafeTemplate] {
    TEMPLATES
}

/// The rule of a finding: one of the catalog, or the one for the practice's own words.
#[must_use]
pub fn rule(index: RuleIndex) -> Option<&'static Rule> {
    if index == OWN_WORDS_INDEX { Some(&OWN_WORDS) } else { RULES.get(usize::from(index.0)) }
}

/// The rule of that code or id; case does not matter.
#[must_use]
pub fn find(name: &str) -> Option<&'static Rule> {
    let code = name.parse::<RuleCode>().ok();
    RULES.iter().find(|rule| Some(rule.code) == code || rule.id.eq_ignore_ascii_case(name))
}

/// A rule as shown to people and to other programs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RuleCard {
    /// Its short name.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub code: RuleCode,
    /// Its long name.
    pub id: &'static str,
    /// Its group.
    pub family: Family,
    /// How grave it is before the context raises it.
    pub severity: Severity,
    /// What is wrong, in one line.
    pub summary: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// Whose rule it is.
    pub sources: Vec<SourceCard>,
}

/// A source as shown to people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SourceCard {
    /// What it is called.
    pub title: &'static str,
    /// Who issued it.
    pub body: &'static str,
    /// When.
    pub date: &'static str,
    /// Where it can be read.
    pub url: &'static str,
}

impl RuleCard {
    /// A card for each rule that a finding may name: those of the catalog, and the one for the practice's own words.
    #[must_use]
    pub fn all() -> Vec<RuleCard> {
        RULES.iter().chain([&OWN_WORDS]).map(RuleCard::from).collect()
    }
}

impl From<&Rule> for RuleCard {
    fn from(rule: &Rule) -> Self {
        let sources = rule
            .sources
            .iter()
            .map(|source| SourceCard {
                title: source.title,
                body: source.body,
                date: source.date,
                url: source.url,
            })
            .collect();
        RuleCard {
            code: rule.code,
            id: rule.id,
            family: rule.family,
            severity: rule.severity,
            summary: rule.summary,
            why: rule.why,
            sources,
        }
    }
}
