//! What a record of each format says, one file a site.

mod linkedin;
mod meta;
mod table;
mod x;
mod youtube;

use super::format::Format;
use super::post::Post;
use super::records::Raw;

/// The posts of a record; none when it holds nothing that its owner wrote, an error when it cannot be read.
pub(super) fn posts(format: Format, raw: &Raw) -> Result<Vec<Post>, String> {
    let posts = match (format, raw) {
        (Format::X, Raw::Json(bytes)) => x::posts(bytes),
        (Format::Meta, Raw::Json(bytes)) => meta::posts(bytes),
        (Format::LinkedInShares, Raw::Row(row)) => linkedin::share(row),
        (Format::LinkedInComments, Raw::Row(row)) => linkedin::comment(row),
        (Format::YouTubeComments, Raw::Row(row)) => youtube::comment(row),
        (Format::Csv, Raw::Row(row)) => table::row(row),
        (Format::JsonLines, Raw::Json(bytes)) => table::line(bytes),
        (_, Raw::Damaged(what)) => return Err((*what).to_owned()),
        (_, Raw::Json(_) | Raw::Row(_)) => return Err("it is of another format than its file".to_owned()),
    }?;
    Ok(posts.into_iter().filter(|post| !post.text.trim().is_empty()).collect())
}
