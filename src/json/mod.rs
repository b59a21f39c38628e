//! JSON text as Rust values: the one way in for messages of pages, for what a browser has stored and for settings out of
//! files.
//!
//! Every type that is read is compiled once for each reader there is, and an enum that serde tells apart by a key of its
//! own (`#[serde(tag = "kind")]`) even twice for each, so there is one reader, and it knows that key by itself: an enum
//! that is read has variants without fields or with named ones, no `tag`, and nothing that is read is flattened or
//! untagged. What is written may be all that.

mod read_error;
mod reader;
mod step;
mod surrogates;

use serde::de::DeserializeOwned;
use serde_json::Value;

pub use read_error::ReadError;
use reader::Reader;
pub use step::Step;
use surrogates::mended;

/// The key that says which variant of an enum an object is.
const KIND: &str = "kind";

/// The value that a text stands for. Halves of surrogate pairs, which JavaScript allows, become U+FFFD: as long in
/// UTF-16 as they were.
///
/// # Errors
/// When the text is no JSON; the error names line and column.
pub fn parse(text: &str) -> Result<Value, serde_json::Error> {
    serde_json::from_str(&mended(text))
}

/// A value as the type that it should be.
///
/// # Errors
/// When it is something else; the error names the place.
pub fn read<T: DeserializeOwned>(value: &Value) -> Result<T, ReadError> {
    T::deserialize(Reader(value))
}
