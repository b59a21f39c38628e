//! An identifier file: what one kind of number looks like, what proves it, and which words announce it.

use serde::Deserialize;

/// `identifiers/<id>.toml`; `identifiers/README.md` explains every key.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IdentifierFile {
    /// What it is, in a few words.
    pub what: String,
    /// Who defines the format.
    pub source: String,
    /// The signal it gives: `identifier`, `phone` or `clinician-number`.
    pub signal: String,
    /// Its shape with separators as single hyphens, where the usual grouping alone gives it away.
    #[serde(default)]
    pub grouped: Option<String>,
    /// Its shape without separators; it counts only beside a cue.
    #[serde(default)]
    pub cued: Option<String>,
    /// The check that it must pass; `none` when there is none.
    pub check: String,
    /// Words that announce it, in lexicon notation.
    #[serde(default)]
    pub cues: Vec<String>,
    /// Texts that hold one, in « ».
    pub should_match: Vec<String>,
    /// Texts that hold none.
    pub should_not_match: Vec<String>,
}
