//! A draft and its context as one line of JSON: what `chaperone check --jsonl` takes.

use std::borrow::Cow;

use serde::Deserialize;

use super::fault_of::fault_of;
use crate::engine::Context;

/// A draft as it comes in.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DraftLine<'l> {
    /// What the writer of the line calls it.
    #[serde(borrow)]
    pub(super) id: Cow<'l, str>,
    /// Its words.
    #[serde(borrow)]
    pub(super) text: Cow<'l, str>,
    /// Where it stands.
    pub(super) context: Option<Context>,
}

impl DraftLine<'_> {
    /// Reads a line; an error names the key at fault.
    pub(super) fn read(bytes: &[u8]) -> Result<DraftLine<'_>, String> {
        let text = std::str::from_utf8(bytes).map_err(|error| {
            format!("the line is not UTF-8 after byte {}; convert it", error.valid_up_to())
        })?;
        // Serde would also read an array of the three values, which nobody means.
        if !text.trim_start().starts_with('{') {
            return Err("the line is no JSON object; give one object with id and text a line".to_owned());
        }
        let draft: DraftLine<'_> =
            serde_json::from_str(text).map_err(|_| fault_of::<DraftLine<'_>>(bytes))?;
        let answered = draft.context.as_ref().and_then(|context| context.replying_to.as_ref());
        match answered.and_then(|answered| answered.rating) {
            Some(rating) if !(1..=5).contains(&rating) => {
                Err(format!("rating {rating} is no number of stars; use 1 to 5"))
            }
            _ => Ok(draft),
        }
    }
}
