//! LinkedIn's export: tables whose texts are quoted in ways of their own.

use super::super::csv_rows::Row;
use super::super::post::{Post, attachment};
use super::table::{optional, text_under};
use crate::engine::{ReplyingTo, Surface};

/// A row of Shares.csv.
pub(super) fn share(row: &Row) -> Result<Vec<Post>, String> {
    let text = text_under(row, "sharecommentary")?;
    // Every line of a post is quoted once more, so that its line ends stand between two quotation marks.
    let text = text.replace("\"\r\n\"", "\n").replace("\"\n\"", "\n");
    let mut post = Post::new("linkedin", Surface::Post, text.trim_matches('"').to_owned());
    post.id = optional(row, "sharelink");
    post.at = optional(row, "date");
    post.context.attachments = optional(row, "mediaurl").iter().map(|url| attachment(url, None)).collect();
    Ok(vec![post])
}

/// A row of Comments.csv.
pub(super) fn comment(row: &Row) -> Result<Vec<Post>, String> {
    let mut post = Post::new("linkedin", Surface::Comment, text_under(row, "message")?);
    post.id = optional(row, "link");
    post.at = optional(row, "date");
    post.context.replying_to = Some(ReplyingTo::default());
    Ok(vec![post])
}
