//! An extension match pattern, such as `https://*.example.com/*`: the manifest's own way to say "these addresses".

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A match pattern of scheme `https`, a host and a path; `*` in the path stands for anything.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MatchPattern {
    host: String,
    with_subdomains: bool,
    path: String,
}

impl MatchPattern {
    /// Whether an address fits. Query and fragment take no part, as in browsers the fragment does not and no
    /// pattern of ours names a query.
    #[must_use]
    pub fn matches(&self, url: &str) -> bool {
        let Some(rest) = url.strip_prefix("https://") else { return false };
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (authority, tail) = rest.split_at(end);
        let host = authority.rsplit('@').next().unwrap_or(authority);
        let host = host.split(':').next().unwrap_or(host).to_ascii_lowercase();
        let path = tail.split(['?', '#']).next().unwrap_or("");
        self.matches_host(&host) && glob(&self.path, if path.is_empty() { "/" } else { path })
    }

    fn matches_host(&self, host: &str) -> bool {
        host == self.host
            || self.with_subdomains && host.strip_suffix(&self.host).is_some_and(|head| head.ends_with('.'))
    }
}

fn glob(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = text.strip_prefix(parts.next().unwrap_or("")) else { return false };
    let mut parts = parts.peekable();
    if parts.peek().is_none() {
        return rest.is_empty();
    }
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return rest.ends_with(part);
        }
        match rest.split_once(part) {
            Some((_, tail)) => rest = tail,
            None => return false,
        }
    }
    true
}

/// The text is no match pattern that the manifest could hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatchPatternError(String);

impl fmt::Display for MatchPatternError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "\"{}\" is no match pattern; write https://host/path, such as https://example.com/*",
            self.0
        )
    }
}

impl std::error::Error for MatchPatternError {}

impl FromStr for MatchPattern {
    type Err = MatchPatternError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let error = || MatchPatternError(text.to_owned());
        let rest = text.strip_prefix("https://").ok_or_else(error)?;
        let (host, path) = rest.split_once('/').ok_or_else(error)?;
        let (with_subdomains, host) = match host.strip_prefix("*.") {
            Some(host) => (true, host),
            None => (false, host),
        };
        let is_host_char = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '.' || c == '-';
        if host.is_empty() || !host.contains('.') || !host.chars().all(is_host_char) {
            return Err(error());
        }
        Ok(MatchPattern { host: host.to_owned(), with_subdomains, path: format!("/{path}") })
    }
}

impl fmt::Display for MatchPattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "https://{}{}{}", if self.with_subdomains { "*." } else { "" }, self.host, self.path)
    }
}

impl Serialize for MatchPattern {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for MatchPattern {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}
