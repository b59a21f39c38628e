//! The languages that drafts are checked in: `rules/languages.toml`.

use serde::Deserialize;

/// The language whose words stand in `lexicons/` itself, and that is assumed where nothing tells.
pub(crate) const MAIN: &str = "en";

/// The folder under `lexicons/` with the frequent words of languages that are recognized and not checked.
pub(crate) const UNSUPPORTED: &str = "unsupported";

/// One language.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LanguageFile {
    /// Its name in English.
    pub name: String,
    /// `{office}` where the practice has not given its name.
    pub office: String,
    /// `{office}` with a telephone number; holds `{name}` and `{phone}`.
    pub office_at: String,
    /// `{contact}` where nobody is named.
    pub contact: String,
    /// `{practice}` where the practice has not given its name.
    pub practice: String,
}

impl LanguageFile {
    /// What is wrong with it, by key.
    pub(crate) fn faults(&self) -> Vec<(&'static str, &'static str)> {
        let empty = [
            ("name", &self.name),
            ("office", &self.office),
            ("contact", &self.contact),
            ("practice", &self.practice),
        ];
        let mut faults: Vec<_> = empty
            .into_iter()
            .filter(|(_, text)| text.trim().is_empty() || text.contains('\n'))
            .map(|(key, _)| (key, "must be one line of text"))
            .collect();
        if !self.office_at.contains("{name}") || !self.office_at.contains("{phone}") {
            faults.push(("office_at", "needs both {name} and {phone}"));
        }
        faults
    }
}

/// A word that nobody can type, under which the terms of a language stand in the tree of terms.
pub(crate) fn marker(language: &str) -> String {
    format!(":{language}")
}
