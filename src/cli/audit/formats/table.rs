//! Plain tables and JSON lines, which any other program can write.

use super::super::csv_rows::Row;
use super::super::post::Post;
use crate::cli::draft_line::DraftLine;
use crate::engine::Surface;

/// A row of any table with a column called text; columns called id and date are kept.
pub(super) fn row(row: &Row) -> Result<Vec<Post>, String> {
    let mut post = Post::new("", Surface::Post, text_under(row, "text")?);
    post.context.site = optional(row, "site");
    post.id = optional(row, "id");
    post.at = optional(row, "date");
    Ok(vec![post])
}

/// A line that `chaperone check --jsonl` would take.
pub(super) fn line(bytes: &[u8]) -> Result<Vec<Post>, String> {
    let draft = DraftLine::read(bytes)?;
    Ok(vec![Post {
        id: Some(draft.id.into_owned()),
        at: None,
        text: draft.text.into_owned(),
        context: draft.context.unwrap_or_default(),
    }])
}

/// The text under a heading, which a row must have.
pub(super) fn text_under(row: &Row, heading: &str) -> Result<String, String> {
    let bytes = row.get(heading).ok_or_else(|| format!("it has no field for the column {heading:?}"))?;
    let text = std::str::from_utf8(bytes).map_err(|error| {
        format!("its {heading} is not UTF-8 after byte {}; convert it", error.valid_up_to())
    })?;
    Ok(text.to_owned())
}

/// The text under a heading, where there is one.
pub(super) fn optional(row: &Row, heading: &str) -> Option<String> {
    row.get(heading)
        .filter(|bytes| !bytes.is_empty())
        .map(|bytes| String::from_utf8_lossy(bytes).into_owned())
}
