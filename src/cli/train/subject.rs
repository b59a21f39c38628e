//! What each model is for, and which other texts it learns to leave alone.

use std::path::Path;

use crate::engine::Surface;

/// The models, each from the folder of its name.
pub(super) const SUBJECTS: [Subject; 3] = [
    Subject {
        model: "advice",
        rules: &["M1"],
        surface: Surface::Reply,
        beside: Some("patient-story"),
        known: &[],
    },
    Subject {
        model: "review-answer",
        rules: &["P6", "P7"],
        surface: Surface::ReviewReply,
        beside: None,
        known: &[],
    },
    Subject {
        model: "patient-story",
        rules: &["P5", "P13"],
        surface: Surface::Post,
        beside: Some("advice"),
        known: &[
            "clinician-anecdotes",
            "clinician-shoptalk",
            "clinicians-discussing",
            "reported-and-fiction",
        ],
    },
];

/// What a model is for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Subject {
    /// Its name.
    pub(super) model: &'static str,
    /// The rules that ask it.
    pub(super) rules: &'static [&'static str],
    /// Where its texts stand.
    pub(super) surface: Surface,
    /// The model whose texts are near misses of this one, whatever they are to that.
    pub(super) beside: Option<&'static str>,
    /// The files among those that hold what this one looks for as well.
    pub(super) known: &'static [&'static str],
}

impl Subject {
    /// Whether a file of the other model holds what this one looks for as well.
    pub(super) fn knows(&self, file: &Path) -> bool {
        file.file_stem().is_some_and(|stem| self.known.iter().any(|known| stem == *known))
    }
}
