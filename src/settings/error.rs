//! Why settings could not be read: names the place and the remedy.

use std::fmt;

use super::stored::CURRENT_VERSION;
use crate::json::ReadError;

/// Settings that cannot be used as they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsError {
    kind: Kind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    Syntax(String),
    NotAnObject,
    NoVersion,
    UnknownVersion(String),
    Newer(u64),
    Shape { path: String, problem: String },
}

impl SettingsError {
    pub(super) fn syntax(error: &serde_json::Error) -> Self {
        Kind::Syntax(error.to_string()).into()
    }

    pub(super) fn not_an_object() -> Self {
        Kind::NotAnObject.into()
    }

    pub(super) fn no_version() -> Self {
        Kind::NoVersion.into()
    }

    pub(super) fn unknown_version(found: String) -> Self {
        Kind::UnknownVersion(found).into()
    }

    pub(super) fn newer(found: u64) -> Self {
        Kind::Newer(found).into()
    }

    pub(super) fn shape(error: &ReadError) -> Self {
        Kind::Shape { path: error.path(), problem: error.problem().to_owned() }.into()
    }

    /// Whether the text is no JSON at all.
    pub(super) fn is_syntax(&self) -> bool {
        matches!(self.kind, Kind::Syntax(_))
    }

    /// What exactly, without the remedy.
    pub(super) fn detail(&self) -> String {
        match &self.kind {
            Kind::Syntax(problem) => problem.clone(),
            Kind::Newer(found) => found.to_string(),
            _ => self.to_string(),
        }
    }

    /// Whether a later release wrote these settings, so that updating is the remedy.
    #[must_use]
    pub fn is_newer_version(&self) -> bool {
        matches!(self.kind, Kind::Newer(_))
    }
}

impl From<Kind> for SettingsError {
    fn from(kind: Kind) -> Self {
        SettingsError { kind }
    }
}

impl fmt::Display for SettingsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            Kind::Syntax(problem) => write!(f, "settings are not JSON: {problem}; correct that place"),
            Kind::NotAnObject => {
                write!(f, "settings are not a JSON object; start from {{\"version\": {CURRENT_VERSION}}}")
            }
            Kind::NoVersion => {
                write!(f, "settings.version: missing; add \"version\": {CURRENT_VERSION}")
            }
            Kind::UnknownVersion(found) => {
                write!(f, "settings.version: {found} was never a version; use {CURRENT_VERSION}")
            }
            Kind::Newer(found) => write!(
                f,
                "settings.version: {found} is newer than this release, which reads up to {CURRENT_VERSION}; \
                 update Chaperone"
            ),
            Kind::Shape { path, problem } if path.is_empty() => {
                write!(f, "settings: {problem}; correct or remove that key")
            }
            Kind::Shape { path, problem } => {
                write!(f, "settings.{path}: {problem}; correct or remove that key")
            }
        }
    }
}

impl std::error::Error for SettingsError {}
