//! Words for a visit that a patient records: jargon, blame and closed questions, and what says the same in plain words.
//!
//! The words are data, in `coach/`; here is the one way of looking for them. Invariant: pure like the engine, and the
//! places it answers are those of the text it was given.

mod phrase;
mod rewording;
mod sentences;

pub use phrase::{SuggestionKind, WordList};
pub use rewording::{Rewording, Suggestion, reword};
