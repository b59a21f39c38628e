//! What the user has said is fine: words, kept as keyed digests, and rules on a site.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::engine::{AllowedWords, RuleCode, digest};

/// All that was dismissed, and the key without which the digests say nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Dismissed {
    /// Drawn with the first dismissal.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub key: Option<AllowKey>,
    /// Words, each under one rule.
    pub words: Vec<DismissedWords>,
    /// Rules, each on one site.
    pub sites: Vec<DismissedRule>,
}

/// Words that are fine under a rule, wherever they stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct DismissedWords {
    /// The rule that was dismissed.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub rule: RuleCode,
    /// Digest of the folded words; below 2^53, so that JavaScript keeps it exactly.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub digest: u64,
    /// The day, such as `2026-03-31`; empty for what an older release kept.
    #[serde(default)]
    pub day: String,
}

/// A rule that says nothing on a site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct DismissedRule {
    /// The rule that was dismissed.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub rule: RuleCode,
    /// The site's id.
    pub site: String,
    /// The day, such as `2026-03-31`.
    #[serde(default)]
    pub day: String,
}

impl Dismissed {
    /// Keeps that these words are fine under this rule. `fresh_key` is used when none has been drawn yet.
    pub fn dismiss_words(&mut self, rule: RuleCode, words: &str, day: String, fresh_key: AllowKey) {
        let key = *self.key.get_or_insert(fresh_key);
        let digest = digest(key.0, rule, words);
        if !self.words.iter().any(|entry| (entry.rule, entry.digest) == (rule, digest)) {
            self.words.push(DismissedWords { rule, digest, day });
        }
    }

    /// Keeps that a rule says nothing on a site.
    pub fn dismiss_rule(&mut self, rule: RuleCode, site: String, day: String) {
        if !self.sites.iter().any(|entry| entry.rule == rule && entry.site == site) {
            self.sites.push(DismissedRule { rule, site, day });
        }
    }

    /// The words as the engine compares them.
    pub(super) fn allowed(&self) -> Vec<AllowedWords> {
        self.words.iter().map(|entry| AllowedWords { rule: entry.rule, digest: entry.digest }).collect()
    }
}

/// The key of the digests: 16 hexadecimal digits in JSON, because JavaScript rounds numbers of that size.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct AllowKey(pub u64);

impl fmt::Debug for AllowKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AllowKey(…)")
    }
}

impl FromStr for AllowKey {
    type Err = AllowKeyError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_key = text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        if !is_key {
            return Err(AllowKeyError);
        }
        u64::from_str_radix(text, 16).map(AllowKey).map_err(|_| AllowKeyError)
    }
}

impl Serialize for AllowKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{:016x}", self.0))
    }
}

impl<'de> Deserialize<'de> for AllowKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// The text is no key. Does not repeat the text: a key is nobody's to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AllowKeyError;

impl fmt::Display for AllowKeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a key of 16 hexadecimal digits; remove it, and dismiss the words again")
    }
}

impl std::error::Error for AllowKeyError {}
