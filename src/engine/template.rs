//! Safe answers, kept ready for the places where people usually say too much.

use super::context::{Context, Surface};
use super::language::Language;
use super::rule::When;
use super::tables::kind;

/// A whole answer that says nothing about anybody's care.
#[derive(Debug)]
pub struct SafeTemplate {
    /// Its short name, such as `T1`.
    pub code: &'static str,
    /// What the button says.
    pub title: &'static str,
    /// Its words by language, placeholders still open.
    pub texts: &'static [(&'static str, &'static str)],
    pub(crate) when: When,
    pub(crate) ratings: &'static [u8],
}

impl SafeTemplate {
    /// The words in a language, in the main one where they have not been written in it.
    #[must_use]
    pub fn text(&self, language: Language) -> &'static str {
        let written = |wanted: Language| {
            self.texts.iter().find(|(code, _)| *code == wanted.code()).map(|(_, text)| *text)
        };
        written(language).or_else(|| written(Language::MAIN)).unwrap_or_default()
    }

    /// Whether it is written for what is answered, and not just for the place that the answer stands in.
    #[must_use]
    pub fn is_called_for(&self) -> bool {
        !self.when.replying_to.is_empty() || !self.ratings.is_empty()
    }

    /// Whether somebody may be in danger.
    #[must_use]
    pub fn is_urgent(&self) -> bool {
        self.when.replying_to.contains(&kind::CRISIS)
    }

    /// Whether it fits the stars of the review that is answered. A review whose stars are unknown may be of any kind.
    pub(crate) fn fits_rating(&self, context: &Context) -> bool {
        let rating = context.replying_to.as_ref().and_then(|parent| parent.rating);
        self.ratings.is_empty()
            || match rating {
                Some(rating) => self.ratings.contains(&rating),
                None => context.surface == Surface::ReviewReply,
            }
    }
}
