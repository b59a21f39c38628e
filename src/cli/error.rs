//! Everything that can end a command early.

use std::fmt;
use std::io;

use crate::settings::SettingsError;

/// Why a command could not do its work.
#[derive(Debug)]
pub(super) enum CliError {
    /// An input could not be read.
    Read {
        /// The file, or "standard input".
        name: String,
        /// What the system says.
        source: io::Error,
    },
    /// An input that must be text is not.
    NotUtf8 {
        /// The file, or "standard input".
        name: String,
        /// Bytes before the first fault.
        valid: usize,
    },
    /// A settings file holds something else.
    Settings {
        /// The file.
        name: String,
        /// What is wrong with it.
        source: SettingsError,
    },
    /// An export, or a file of it, cannot be audited.
    Export {
        /// The export or file.
        name: String,
        /// What is wrong, and the remedy where there is one.
        what: String,
    },
    /// The report of an audit cannot be written.
    Report {
        /// The report or its journal.
        name: String,
        /// What is wrong.
        what: String,
    },
    /// The journal beside a report is of an audit with other exports or settings.
    OtherAudit {
        /// The journal.
        journal: String,
    },
    /// No rule has that code or id.
    UnknownRule(String),
    /// A file could not be written.
    WriteFile {
        /// The file.
        name: String,
        /// What the system says.
        source: io::Error,
    },
    /// The output could not be written.
    Write(io::Error),
}

impl CliError {
    /// Whether the reader of our output has gone, as `head` does: no reason to complain.
    pub(super) fn is_closed_output(&self) -> bool {
        matches!(self, CliError::Write(source) if source.kind() == io::ErrorKind::BrokenPipe)
    }
}

impl fmt::Display for CliError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CliError::Read { name, source } => {
                write!(f, "{name} cannot be read: {source}; give a text file, or - for standard input")
            }
            CliError::NotUtf8 { name, valid } => {
                write!(f, "{name} is not UTF-8 text after byte {valid}; convert it, for example with iconv")
            }
            CliError::Settings { name, source } => write!(f, "{name}: {source}"),
            CliError::Export { name, what } => write!(f, "{name} cannot be audited: {what}"),
            CliError::Report { name, what } => write!(f, "the report {name} cannot be written: {what}"),
            CliError::OtherAudit { journal } => write!(
                f,
                "{journal} is of an audit of other exports or under other settings; add --restart to begin anew"
            ),
            CliError::UnknownRule(rule) => {
                write!(f, "no rule is called {rule:?}; `chaperone rules` lists them all")
            }
            CliError::WriteFile { name, source } => {
                write!(f, "{name} cannot be written: {source}; run it at the top of the source tree")
            }
            CliError::Write(source) => write!(f, "the output cannot be written: {source}"),
        }
    }
}

impl std::error::Error for CliError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            CliError::Read { source, .. } | CliError::WriteFile { source, .. } | CliError::Write(source) => {
                Some(source)
            }
            CliError::Settings { source, .. } => Some(source),
            CliError::NotUtf8 { .. }
            | CliError::Export { .. }
            | CliError::Report { .. }
            | CliError::OtherAudit { .. }
            | CliError::UnknownRule(_) => None,
        }
    }
}

impl From<io::Error> for CliError {
    fn from(source: io::Error) -> Self {
        CliError::Write(source)
    }
}
