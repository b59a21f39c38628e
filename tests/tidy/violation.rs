//! One broken house rule, and how all of them are shown.

use std::fmt;

use crate::tree::SourceFile;

/// Where a rule is broken, how, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Violation {
    path: String,
    line: usize,
    what: String,
    remedy: &'static str,
}

impl Violation {
    /// A violation on a line of a file, counted from 1.
    pub(crate) fn new(file: &SourceFile, line: usize, what: impl Into<String>, remedy: &'static str) -> Self {
        Violation { path: file.path.clone(), line, what: what.into(), remedy }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}; {}", self.path, self.line, self.what, self.remedy)
    }
}

/// Fails with all of them at once.
pub(crate) fn assert_none(violations: Vec<Violation>) {
    if !violations.is_empty() {
        let lines: Vec<String> = violations.iter().map(ToString::to_string).collect();
        panic!("{} broken house rules\n{}", lines.len(), lines.join("\n"));
    }
}
