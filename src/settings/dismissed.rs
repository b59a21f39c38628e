//! Words the user has said are fine, kept as keyed digests.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::engine::{AllowedWords, RuleCode, digest};

/// The digests, and the key without which they say nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub struct DismissedWords {
    /// Drawn with the first dismissal.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub key: Option<AllowKey>,
    /// What was dismissed, under which rule.
    pub words: Vec<AllowedWords>,
}

impl DismissedWords {
    /// Keeps that these words are fine under this rule. `fresh_key` is used when none has been drawn yet.
    pub fn dismiss(&mut self, rule: RuleCode, words: &str, fresh_key: AllowKey) {
        let key = *self.key.get_or_insert(fresh_key);
        let entry = AllowedWords { rule, digest: digest(key.0, rule, words) };
        if !self.words.contains(&entry) {
            self.words.push(entry);
        }
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
