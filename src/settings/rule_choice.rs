//! What a practice has decided of a rule, and how far it may go.
//!
//! A rule that stops posts is never hidden for good: it can be justified post by post. What is said of patients
//! is never made milder than the policy base has it.

use serde::{Deserialize, Serialize};

use super::change::Switch;
use crate::engine::{Family, Rule, RuleCode, Severity, rules};

/// What was decided; a part that is left out stays with the policy base.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RuleChoice {
    /// Whether the rule is in use.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub switched: Option<Switch>,
    /// How grave it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub severity: Option<Severity>,
}

/// What may be decided of a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RuleRange {
    /// The rule.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub rule: RuleCode,
    /// Whether it may be switched off, or dismissed on a site.
    pub may_switch_off: bool,
    /// How grave it may be made, gravest first; the policy base's own severity is among them.
    pub severities: Vec<Severity>,
}

impl RuleRange {
    /// What may be decided of every rule.
    #[must_use]
    pub fn all() -> Vec<RuleRange> {
        rules().iter().map(RuleRange::from).collect()
    }
}

impl From<&Rule> for RuleRange {
    fn from(rule: &Rule) -> Self {
        let stops = rule.gravest() == Severity::Stop;
        let mildest = if stops || rule.family == Family::Patient { rule.severity } else { Severity::Polish };
        let all = [Severity::Stop, Severity::Fix, Severity::Rethink, Severity::Polish];
        RuleRange {
            rule: rule.code,
            may_switch_off: !stops,
            severities: all.into_iter().filter(|severity| *severity >= mildest).collect(),
        }
    }
}
