//! One record: that something was decided, and nothing of what it was about.

use serde::ser::SerializeStruct;
use serde::{Deserialize, Serialize, Serializer};

use super::calendar::{Day, Minute};
use super::consent::plain_id;
use crate::engine::{AccountKind, Checker, RuleCode, Severity};

/// Longer than any site's id or host.
const LONGEST_SITE: usize = 80;
/// A draft may hold thousands of findings; there are not so many rules.
const MOST_SUBJECTS: usize = 100;

/// One decision about one rule. Every part comes from a closed list or is checked to be a plain id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "DecisionRecord"))]
pub struct Record {
    /// When, to the minute.
    pub at: Minute,
    /// The site's id.
    pub site: String,
    /// Whose account it was.
    pub account_kind: AccountKind,
    /// The rule that spoke; `null` where none did.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub rule: Option<RuleCode>,
    /// How grave it was there.
    pub severity: Option<Severity>,
    /// What was decided.
    pub decision: Decision,
    /// The id of the authorization that was named.
    pub consent: Option<String>,
    /// Until when that authorization was said to be valid.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub expires: Option<Day>,
}

/// What was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(tag = "kind"))]
pub enum Decision {
    /// The post was held.
    Held,
    /// The held post went out all the same.
    Overridden {
        /// The kind of reason that was given; the reason's own words are never kept.
        reason: OverrideReason,
    },
    /// A finding was dismissed.
    Dismissed {
        /// How far.
        reach: DismissalReach,
    },
    /// The questions about consent were answered.
    ConsentGiven,
}

impl Decision {
    /// Its name in messages, in the browser's storage and in exports.
    pub(super) fn name(self) -> &'static str {
        match self {
            Decision::Held => "held",
            Decision::Overridden { .. } => "overridden",
            Decision::Dismissed { .. } => "dismissed",
            Decision::ConsentGiven => "consent-given",
        }
    }
}

/// As one object, the way every enum of ours with fields is written; see [`crate::json`] for why that is not derived.
impl Serialize for Decision {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Decision", 2)?;
        object.serialize_field("kind", self.name())?;
        match self {
            Decision::Overridden { reason } => object.serialize_field("reason", reason)?,
            Decision::Dismissed { reach } => object.serialize_field("reach", reach)?,
            Decision::Held | Decision::ConsentGiven => {}
        }
        object.end()
    }
}

/// The kinds of reason for posting what was held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum OverrideReason {
    /// The patient has agreed in writing.
    Permission,
    /// Nobody in it is a patient.
    NotAPatient,
    /// The warning is mistaken.
    Mistaken,
    /// Another one.
    Other,
}

impl OverrideReason {
    /// Its name in exports.
    pub(super) fn name(self) -> &'static str {
        match self {
            OverrideReason::Permission => "permission",
            OverrideReason::NotAPatient => "not-a-patient",
            OverrideReason::Mistaken => "mistaken",
            OverrideReason::Other => "other",
        }
    }
}

/// How far a dismissal reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum DismissalReach {
    /// This draft.
    ThisTime,
    /// These words under this rule.
    TheseWords,
    /// This rule on this site.
    ThisRuleOnThisSite,
}

impl DismissalReach {
    /// Its name in exports.
    pub(super) fn name(self) -> &'static str {
        match self {
            DismissalReach::ThisTime => "this-time",
            DismissalReach::TheseWords => "these-words",
            DismissalReach::ThisRuleOnThisSite => "this-rule-on-this-site",
        }
    }
}

/// A rule that spoke, for which a record is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Subject {
    /// The rule.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub rule: RuleCode,
    /// How grave it was there.
    pub severity: Severity,
}

impl Record {
    /// The records of one decision: one for each rule, as grave as its gravest finding, or one without a rule.
    #[must_use]
    pub fn all_of(
        at: Minute,
        site: &str,
        account_kind: AccountKind,
        subjects: &[Subject],
        decision: Decision,
    ) -> Vec<Self> {
        let mut gravest: Vec<Subject> = Vec::new();
        for subject in subjects.iter().take(MOST_SUBJECTS) {
            match gravest.iter_mut().find(|known| known.rule == subject.rule) {
                Some(known) => known.severity = known.severity.max(subject.severity),
                None => gravest.push(*subject),
            }
        }
        let made = |subject| Record::new(at, site, account_kind, subject, decision);
        if gravest.is_empty() {
            return vec![made(None)];
        }
        gravest.into_iter().map(|subject| made(Some(subject))).collect()
    }

    /// Adds the authorization that was named. Something that is no plain id, or holds a name, is left out.
    pub fn name_authorization(&mut self, id: &str, expires: &str, checker: &Checker) {
        self.consent = plain_id(id, checker).ok();
        self.expires = expires.parse().ok();
    }

    /// A record of a decision about one rule. A site that is no plain id is kept as "unknown".
    #[must_use]
    pub fn new(
        at: Minute,
        site: &str,
        account_kind: AccountKind,
        subject: Option<Subject>,
        decision: Decision,
    ) -> Self {
        let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b".-".contains(&byte);
        let is_id = !site.is_empty() && site.len() <= LONGEST_SITE && site.bytes().all(is_plain);
        Record {
            at,
            site: if is_id { site } else { "unknown" }.to_owned(),
            account_kind,
            rule: subject.map(|subject| subject.rule),
            severity: subject.map(|subject| subject.severity),
            decision,
            consent: None,
            expires: None,
        }
    }
}
