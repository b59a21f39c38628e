//! The languages that drafts are checked in; `rules/languages.toml` lists them.

use super::tables::LANGUAGES;

/// A language that drafts are checked in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(u8);

/// What the build knows of a language.
#[derive(Debug)]
pub(crate) struct LanguageWords {
    /// Its code, such as `es`.
    pub(crate) code: &'static str,
    /// Its name in English.
    pub(crate) name: &'static str,
    /// The word under which its terms stand in the vocabulary.
    pub(crate) marker: &'static str,
    /// `{office}` where the practice has no name.
    pub(crate) office: &'static str,
    /// `{office}` with `{name}` and `{phone}`.
    pub(crate) office_at: &'static str,
    /// `{contact}` where nobody is named.
    pub(crate) contact: &'static str,
    /// `{practice}` where it has no name.
    pub(crate) practice: &'static str,
}

impl Language {
    /// English: what is not known to be another language is read as this one.
    pub const MAIN: Language = Language(0);

    /// The one at this place in the table.
    pub(crate) const fn at(at: u8) -> Language {
        Language(at)
    }

    /// All of them, the main one first.
    pub fn all() -> impl DoubleEndedIterator<Item = Language> + ExactSizeIterator {
        let count = u8::try_from(LANGUAGES.len()).unwrap_or(u8::MAX);
        (0..count).map(Language)
    }

    /// The one with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Language> {
        Language::all().find(|language| language.code() == code)
    }

    /// Its code, such as `es`.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.words().code
    }

    /// Its name in English.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.words().name
    }

    /// Its place in tables by language.
    pub(crate) fn index(self) -> usize {
        usize::from(self.0)
    }

    pub(crate) fn words(self) -> &'static LanguageWords {
        let [main, ..] = &LANGUAGES;
        LANGUAGES.get(self.index()).unwrap_or(main)
    }
}
