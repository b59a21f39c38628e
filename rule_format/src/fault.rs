//! What is wrong with a rule or lexicon file.

use std::fmt;
use std::path::PathBuf;

/// One fault, by file and key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The file, relative to the repository.
    pub file: PathBuf,
    /// The key or line.
    pub key: String,
    /// What is wrong and what to do.
    pub message: String,
}

impl Fault {
    /// A fault of `file` at `key`.
    pub fn new(file: impl Into<PathBuf>, key: impl Into<String>, message: impl Into<String>) -> Self {
        Fault { file: file.into(), key: key.into(), message: message.into() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}", self.file.display(), self.key, self.message)
    }
}
