//! One thing that a person changes on a page of the extension.
//!
//! Pages send what was done, never whole settings: two windows that are open at once cannot undo each other.

use serde::{Deserialize, Serialize};

use super::dismissed::AllowKey;
use super::fault::{Fault, Problem};
use super::own_phrase::{OwnPhrase, Treatment, folded};
use super::rule_choice::{RuleChoice, RuleRange};
use super::stored::StoredSettings;
use crate::engine::{AccountKind, Locale, RuleCode, Severity, find};

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(tag = "kind"))]
pub enum Change {
    /// A field of the office's profile, as typed so far.
    Office {
        /// Which.
        field: OfficeField,
        /// All that stands in it; of a list, an entry a line.
        typed: String,
    },
    /// Whose account it is.
    Account {
        /// The site's id.
        site: String,
        /// Handle, page name or opaque id; `null` stands for a page that shows none.
        handle: Option<String>,
        /// Whose; "unknown" forgets it.
        account_kind: AccountKind,
    },
    /// Whether a rule is in use.
    RuleSwitch {
        /// The rule.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        rule: RuleCode,
        /// Whether it shall be.
        switched: Switch,
    },
    /// How grave a rule is.
    RuleSeverity {
        /// The rule.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        rule: RuleCode,
        /// How grave; `null` for what the policy base says.
        severity: Option<Severity>,
    },
    /// Whose law applies.
    Locale {
        /// Which country's.
        locale: Locale,
    },
    /// Words that the practice flags or allows from now on.
    AddPhrase {
        /// They.
        phrase: OwnPhrase,
    },
    /// Words that are the rules' business again.
    RemovePhrase {
        /// The words.
        phrase: String,
        /// What became of them.
        treated: Treatment,
    },
    /// Flagged words that are fine. Pages that show settings do not send it.
    #[serde(skip)]
    DismissWords {
        /// The rule that flagged them.
        rule: RuleCode,
        /// The words; only a digest of them is kept.
        words: String,
        /// Today, such as `2026-03-31`.
        day: String,
        /// Used when no key has been drawn yet.
        fresh_key: AllowKey,
    },
    /// A rule that shall say nothing on a site.
    #[serde(skip)]
    DismissRule {
        /// The rule.
        rule: RuleCode,
        /// The site's id.
        site: String,
        /// Today.
        day: String,
    },
    /// Words that shall be flagged again.
    UndismissWords {
        /// The rule that was dismissed.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        rule: RuleCode,
        /// The digest of the words.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        digest: u64,
    },
    /// A rule that shall speak on a site again.
    UndismissRule {
        /// The rule.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        rule: RuleCode,
        /// The site's id.
        site: String,
    },
    /// Everything is as on the first day. What the organization has set stays.
    Reset,
    /// Whether a site is checked.
    Site {
        /// The site's id.
        site: String,
        /// Whether what is written there is checked.
        switched: Switch,
    },
    /// Whether records of decisions are kept.
    Records {
        /// Whether new ones are made.
        switched: Switch,
    },
    /// For how many days they are kept.
    RecordDays {
        /// From 1 to 3653; what is less or more is taken for these.
        days: u16,
    },
}

/// A field of the office's profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum OfficeField {
    /// The practice's name.
    Practice,
    /// The number for patients.
    Phone,
    /// Whom to ask for.
    Contact,
    /// Further numbers.
    Phones,
    /// Mail and web addresses, and whatever else of the practice's own stands in posts.
    Contacts,
    /// When it is open.
    Hours,
    /// Where patients log in.
    Portal,
    /// Where it is.
    Address,
    /// Who works there.
    Staff,
}

/// Whether something is in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Switch {
    /// It is.
    On,
    /// It is not.
    Off,
}

impl StoredSettings {
    /// Makes a change. What is typed into the office's profile is kept as it is, half a phone number too; resolving
    /// leaves out what cannot be used, and [`StoredSettings::faults`] names it.
    ///
    /// # Errors
    /// Everything that keeps it from being made; then nothing has changed.
    pub fn apply(&mut self, change: Change) -> Result<(), Vec<Fault>> {
        match change {
            Change::Office { field, typed } => self.write_office(field, typed),
            Change::Account { site, handle, account_kind } => {
                self.accounts.remember(&site, handle.as_deref(), account_kind);
            }
            Change::Records { switched } => self.records.switched = switched,
            Change::RecordDays { days } => {
                self.records.days = days;
                self.records.days = self.records.retention();
            }
            Change::RuleSwitch { rule, switched } => {
                let choice = RuleChoice { switched: Some(switched), ..self.choice(rule) };
                return self.choose(rule, choice);
            }
            Change::RuleSeverity { rule, severity } => {
                let choice = RuleChoice { severity, ..self.choice(rule) };
                return self.choose(rule, choice);
            }
            Change::Locale { locale } => self.locale = Some(locale),
            Change::AddPhrase { phrase } => {
                let faults = self.phrase_faults(&phrase);
                if !faults.is_empty() {
                    return Err(faults);
                }
                self.words.push(phrase);
            }
            Change::RemovePhrase { phrase, treated } => {
                let phrase = folded(&phrase);
                self.words.retain(|own| own.treated != treated || folded(&own.phrase) != phrase);
            }
            Change::DismissWords { rule, words, day, fresh_key } => {
                self.dismissed.dismiss_words(rule, &words, day, fresh_key);
            }
            Change::DismissRule { rule, site, day } => {
                if !find(&rule.to_string()).is_some_and(|rule| RuleRange::from(rule).may_switch_off) {
                    return Err(vec![
                        Fault::at("dismissed.sites", Problem::NeverHidden).saying(rule.to_string()),
                    ]);
                }
                self.dismissed.dismiss_rule(rule, site, day);
            }
            Change::UndismissWords { rule, digest } => {
                self.dismissed.words.retain(|entry| (entry.rule, entry.digest) != (rule, digest));
            }
            Change::UndismissRule { rule, site } => {
                self.dismissed.sites.retain(|entry| entry.rule != rule || entry.site != site);
            }
            Change::Reset => *self = StoredSettings::default(),
            Change::Site { site, switched: Switch::On } => self.switch_site_on(&site),
            Change::Site { site, switched: Switch::Off } => self.switch_site_off(&site),
        }
        Ok(())
    }

    fn choice(&self, rule: RuleCode) -> RuleChoice {
        self.rules.get(&rule.to_string()).copied().unwrap_or_default()
    }

    fn choose(&mut self, rule: RuleCode, choice: RuleChoice) -> Result<(), Vec<Fault>> {
        let code = rule.to_string();
        let before = self.rules.insert(code.clone(), choice);
        let own = format!("rules.{code}");
        let mut faults = self.faults();
        let is_own = |rest: &str| rest.is_empty() || rest.starts_with('.');
        faults.retain(|fault| fault.path.strip_prefix(&own).is_some_and(is_own));
        if faults.is_empty() {
            return Ok(());
        }
        match before {
            Some(before) => self.rules.insert(code, before),
            None => self.rules.remove(&code),
        };
        Err(faults)
    }

    fn write_office(&mut self, field: OfficeField, typed: String) {
        let office = &mut self.office;
        let line = match field {
            OfficeField::Practice => &mut office.practice,
            OfficeField::Phone => &mut office.phone,
            OfficeField::Contact => &mut office.contact,
            OfficeField::Hours => &mut office.hours,
            OfficeField::Portal => &mut office.portal,
            OfficeField::Address => &mut office.address,
            OfficeField::Phones => return office.phones = lines(&typed),
            OfficeField::Contacts => return office.contacts = lines(&typed),
            OfficeField::Staff => return office.staff = lines(&typed),
        };
        *line = typed;
    }
}

impl Change {
    /// The path of the setting that it changes, such as `office.phone`; empty when it is all of them.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Change::Office { field, .. } => format!("office.{}", field.key()),
            Change::Account { site, handle, .. } => {
                let known = super::KnownAccount {
                    site: site.clone(),
                    handle: handle.clone(),
                    account_kind: AccountKind::Unknown,
                };
                format!("accounts.{site}/{}", known.name())
            }
            Change::RuleSwitch { rule, .. } => format!("rules.{rule}.switched"),
            Change::RuleSeverity { rule, .. } => format!("rules.{rule}.severity"),
            Change::Locale { .. } => "locale".to_owned(),
            Change::AddPhrase { .. } | Change::RemovePhrase { .. } => "words".to_owned(),
            Change::DismissWords { .. } | Change::UndismissWords { .. } => "dismissed.words".to_owned(),
            Change::DismissRule { .. } | Change::UndismissRule { .. } => "dismissed.sites".to_owned(),
            Change::Records { .. } => "records.switched".to_owned(),
            Change::RecordDays { .. } => "records.days".to_owned(),
            Change::Reset => String::new(),
            Change::Site { .. } => "sites_off".to_owned(),
        }
    }
}

impl OfficeField {
    fn key(self) -> &'static str {
        match self {
            OfficeField::Practice => "practice",
            OfficeField::Phone => "phone",
            OfficeField::Contact => "contact",
            OfficeField::Phones => "phones",
            OfficeField::Contacts => "contacts",
            OfficeField::Hours => "hours",
            OfficeField::Portal => "portal",
            OfficeField::Address => "address",
            OfficeField::Staff => "staff",
        }
    }
}

/// The lines of a text that say something.
fn lines(typed: &str) -> Vec<String> {
    typed.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
