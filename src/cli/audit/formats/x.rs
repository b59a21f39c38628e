//! X's archive: `window.YTD.tweets.part0 = [{"tweet": {…}}, …]`.

use serde::Deserialize;

use super::super::post::{Post, attachment};
use crate::cli::fault_of::fault_of;
use crate::engine::{ReplyingTo, Surface};

/// A record: old archives had no wrapper around a post, and long posts have one of their own.
#[derive(Deserialize)]
#[serde(untagged)]
enum Record {
    Wrapped {
        tweet: Tweet,
    },
    #[serde(rename_all = "camelCase")]
    Note {
        note_tweet: Note,
    },
    Bare(Tweet),
}

#[derive(Deserialize)]
struct Tweet {
    id_str: Option<String>,
    created_at: Option<String>,
    full_text: String,
    in_reply_to_status_id_str: Option<String>,
    #[serde(default)]
    extended_entities: Entities,
}

#[derive(Default, Deserialize)]
struct Entities {
    #[serde(default)]
    media: Vec<Media>,
}

#[derive(Deserialize)]
struct Media {
    #[serde(default)]
    media_url: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Note {
    note_tweet_id: Option<String>,
    created_at: Option<String>,
    core: NoteCore,
}

#[derive(Deserialize)]
struct NoteCore {
    text: String,
}

/// The post of a record; none when it only passes on somebody else's.
pub(super) fn posts(bytes: &[u8]) -> Result<Vec<Post>, String> {
    let record: Record = serde_json::from_slice(bytes).map_err(|error| match error.classify() {
        // An untagged enum forgets what was missing; the newest form tells it best.
        serde_json::error::Category::Data => fault_of::<Wrapper>(bytes),
        _ => error.to_string(),
    })?;
    Ok(match record {
        Record::Wrapped { tweet } | Record::Bare(tweet) => tweet.into_post().into_iter().collect(),
        Record::Note { note_tweet } => vec![Post {
            id: note_tweet.note_tweet_id,
            at: note_tweet.created_at,
            ..Post::new("x", Surface::Post, unescaped(&note_tweet.core.text))
        }],
    })
}

/// The newest form of a record, for its faults.
#[derive(Deserialize)]
struct Wrapper {
    #[serde(rename = "tweet")]
    _tweet: Tweet,
}

impl Tweet {
    fn into_post(self) -> Option<Post> {
        if self.full_text.starts_with("RT @") {
            return None;
        }
        let surface = if self.in_reply_to_status_id_str.is_some() { Surface::Reply } else { Surface::Post };
        let mut post = Post::new("x", surface, unescaped(&self.full_text));
        post.id = self.id_str;
        post.at = self.created_at;
        post.context.attachments =
            self.extended_entities.media.iter().map(|media| attachment(&media.media_url, None)).collect();
        // The archive does not hold what was answered.
        post.context.replying_to = self.in_reply_to_status_id_str.map(|_| ReplyingTo::default());
        Some(post)
    }
}

/// X writes these three characters as HTML does.
fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}
