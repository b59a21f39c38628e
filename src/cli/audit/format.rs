//! The formats in which sites hand out what their users wrote.

use std::io;

/// What a message names when a file is of none of them.
pub(super) const KNOWN: &str = "give an X archive (tweets.js), a Facebook or Instagram export in JSON, LinkedIn's \
     Shares.csv or Comments.csv, YouTube's comments.csv, a CSV file with a column called text, or JSON lines";

/// How a part's records are cut and read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// X: JavaScript that assigns an array of posts.
    X,
    /// Facebook and Instagram: JSON, with every UTF-8 byte written as a character of its own.
    Meta,
    /// LinkedIn's posts: CSV in which every line of a post is quoted once more.
    LinkedInShares,
    /// LinkedIn's comments: CSV with quotation marks escaped by a backslash.
    LinkedInComments,
    /// YouTube's comments: CSV with the text as JSON segments.
    YouTubeComments,
    /// Any other table with a column of texts.
    Csv,
    /// What `chaperone check --jsonl` takes.
    JsonLines,
}

impl Format {
    /// The format of a file found in an export; `None` when it holds no posts.
    ///
    /// `head` is only asked for where the name is not enough.
    pub(super) fn recognize(
        name: &str,
        head: impl FnOnce() -> io::Result<Vec<u8>>,
    ) -> io::Result<Option<Format>> {
        let name = name.to_ascii_lowercase().replace('\\', "/");
        let (folder, file) = name.rsplit_once('/').unwrap_or(("", &name));
        let Some((stem, extension)) = file.rsplit_once('.') else { return Ok(None) };
        Ok(match extension {
            "js" => is_x(stem).then_some(Format::X),
            // Conversations hold other people's words, and their files are called like everybody else's.
            "json" => (!folder.contains("messages") && is_meta(stem)).then_some(Format::Meta),
            "csv" if ["shares", "comments"].iter().any(|kind| stem.starts_with(kind)) => table(&head()?),
            _ => None,
        })
    }

    /// The format of a file that was named itself, by its head where its name says nothing.
    pub(super) fn of_named_file(name: &str, head: &[u8]) -> Option<Format> {
        let name = name.to_ascii_lowercase();
        let (_, extension) = name.rsplit_once('.')?;
        match extension {
            "js" => Some(Format::X),
            "json" => Some(Format::Meta),
            "jsonl" | "ndjson" => Some(Format::JsonLines),
            "csv" => table(head),
            _ => None,
        }
    }
}

fn is_x(stem: &str) -> bool {
    ["tweet", "tweets", "note-tweet", "community-tweet"]
        .iter()
        .any(|kind| stem.strip_prefix(kind).is_some_and(|rest| rest.is_empty() || rest.starts_with("-part")))
}

fn is_meta(stem: &str) -> bool {
    ["post", "comment", "reel", "stories", "your_photos", "your_videos"]
        .iter()
        .any(|kind| stem.contains(kind))
}

/// What kind of table begins with this line of headings.
fn table(head: &[u8]) -> Option<Format> {
    let line = head.split(|byte| matches!(byte, b'\n' | b'\r')).next()?;
    let line = String::from_utf8_lossy(line).to_ascii_lowercase();
    let headings: Vec<&str> = line
        .trim_start_matches('\u{feff}')
        .split(',')
        .map(|heading| heading.trim().trim_matches('"'))
        .collect();
    let has = |heading: &str| headings.contains(&heading);
    if has("sharecommentary") {
        Some(Format::LinkedInShares)
    } else if has("comment text") {
        Some(Format::YouTubeComments)
    } else if has("link") && has("message") {
        Some(Format::LinkedInComments)
    } else {
        has("text").then_some(Format::Csv)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(name: &str, head: &str) -> Option<Format> {
        Format::recognize(name, || Ok(head.as_bytes().to_vec())).unwrap_or(None)
    }

    #[test]
    fn the_files_of_an_export_that_hold_posts_are_told_from_the_others() {
        assert_eq!(found("data/tweets.js", ""), Some(Format::X));
        assert_eq!(found("data/tweets-part1.js", ""), Some(Format::X));
        assert_eq!(found("data/tweet-headers.js", ""), None);
        assert_eq!(found("data/tweets_media/clip.mp4", ""), None);
        assert_eq!(found("your_facebook_activity/posts/your_posts_1.json", ""), Some(Format::Meta));
        assert_eq!(found("your_activity/comments/post_comments_1.json", ""), Some(Format::Meta));
        assert_eq!(found("your_activity/messages/inbox/postoffice/message_1.json", ""), None);
        assert_eq!(found("Shares.csv", "Date,ShareLink,ShareCommentary\n"), Some(Format::LinkedInShares));
        assert_eq!(found("Comments.csv", "Date,Link,Message\r\n"), Some(Format::LinkedInComments));
        assert_eq!(
            found("comments/comments.csv", "Comment ID,Channel ID,Comment Text\n"),
            Some(Format::YouTubeComments)
        );
        assert_eq!(found("Connections.csv", "First Name,Last Name\n"), None);
    }

    #[test]
    fn a_named_table_needs_a_column_of_texts() {
        assert_eq!(Format::of_named_file("old.CSV", b"\xef\xbb\xbf\"Text\",date\n"), Some(Format::Csv));
        assert_eq!(Format::of_named_file("old.csv", b"words,date\n"), None);
        assert_eq!(Format::of_named_file("old.docx", b"PK"), None);
    }
}
