//! YouTube's comments.csv, whose texts are JSON: one object a piece, with commas between, or a list inside an object.

use serde::Deserialize;

use super::super::csv_rows::Row;
use super::super::post::Post;
use super::table::{optional, text_under};
use crate::engine::{ReplyingTo, Surface};

#[derive(Deserialize)]
#[serde(untagged)]
enum Piece {
    #[serde(rename_all = "camelCase")]
    List {
        takeout_segments: Vec<Text>,
    },
    One(Text),
}

#[derive(Deserialize)]
struct Text {
    text: String,
}

/// A row of comments.csv.
pub(super) fn comment(row: &Row) -> Result<Vec<Post>, String> {
    let pieces = format!("[{}]", text_under(row, "comment text")?);
    let pieces: Vec<Piece> = serde_json::from_str(&pieces)
        .map_err(|error| format!("its comment text is no list of texts: {error}"))?;
    let texts = pieces.into_iter().flat_map(|piece| match piece {
        Piece::List { takeout_segments } => takeout_segments,
        Piece::One(text) => vec![text],
    });
    let mut post = Post::new("youtube", Surface::Comment, texts.map(|piece| piece.text).collect());
    post.id = optional(row, "comment id");
    post.at = optional(row, "comment create timestamp");
    post.context.replying_to = optional(row, "parent comment id").map(|_| ReplyingTo::default());
    Ok(vec![post])
}
