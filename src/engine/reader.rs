//! Reads texts: everything that a checker needs for it, made once.

use super::config::OfficeProfile;
use super::reading::Reading;
use super::recognizers::{self, Identifiers, Office};
use super::setting::Setting;
use super::vocabulary::Vocabulary;

/// The vocabulary and what the recognizers know of the practice.
#[derive(Debug)]
pub(crate) struct Reader {
    vocabulary: Vocabulary,
    identifiers: Identifiers,
    office: Office,
}

impl Reader {
    /// A reader for this practice. Unpacks the vocabulary, which takes about a millisecond.
    pub(crate) fn new(office: &OfficeProfile) -> Self {
        Reader {
            vocabulary: Vocabulary::load(),
            identifiers: Identifiers::default(),
            office: Office::new(office),
        }
    }

    /// What a passage says by itself.
    pub(crate) fn read<'t>(&self, text: impl Into<std::borrow::Cow<'t, str>>) -> Reading<'t> {
        let mut reading = Reading::new(text.into(), &self.vocabulary);
        recognizers::recognize(&mut reading, &self.identifiers, &self.office);
        reading
    }

    /// Where the sentences of a text are, without what stands in them.
    pub(crate) fn sentences<'t>(&self, text: &'t str) -> Reading<'t> {
        Reading::new(text.into(), &self.vocabulary)
    }

    /// Adds what a passage says in its place in the draft; whether that is anything.
    pub(crate) fn settle(&self, reading: &mut Reading<'_>, setting: &Setting) -> bool {
        recognizers::settle(reading, setting, &self.office)
    }
}
