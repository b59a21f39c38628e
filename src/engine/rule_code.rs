//! A rule's short name.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A rule's short name: the family's letter and a number, such as `P1`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleCode {
    /// The letter: P, M, A, R or C; W for a practice's own words.
    pub letter: u8,
    /// The number behind it, from 1.
    pub number: u8,
}

impl fmt::Display for RuleCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", char::from(self.letter), self.number)
    }
}

impl fmt::Debug for RuleCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The text is no rule code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleCodeError(String);

impl fmt::Display for RuleCodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\" is no rule code; use one of P, M, A, R, C and a number, such as P1", self.0)
    }
}

impl std::error::Error for RuleCodeError {}

impl FromStr for RuleCode {
    type Err = RuleCodeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let error = || RuleCodeError(text.to_owned());
        let mut chars = text.chars();
        let letter = chars
            .next()
            .map(|c| c.to_ascii_uppercase())
            .filter(|c| "PMARCW".contains(*c))
            .ok_or_else(error)?;
        let number = chars.as_str().parse().ok().filter(|n| *n > 0).ok_or_else(error)?;
        Ok(RuleCode { letter: u8::try_from(letter).map_err(|_| error())?, number })
    }
}

impl Serialize for RuleCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for RuleCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}
