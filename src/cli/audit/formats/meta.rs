//! Facebook's and Instagram's exports, whose many files hold a few shapes of record.

use serde::Deserialize;

use super::super::mojibake::repaired;
use super::super::post::{Post, attachment};
use crate::engine::{Attachment, Audience, Surface};

/// Every shape at once: what a file does not have is empty.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Record {
    timestamp: Option<i64>,
    creation_timestamp: Option<i64>,
    /// Facebook: what was written, among other facts.
    data: Vec<Datum>,
    /// Facebook: pictures and links.
    attachments: Vec<Attached>,
    /// Instagram: pictures of a post.
    media: Vec<Media>,
    /// Instagram: a picture's own record.
    uri: Option<String>,
    /// Instagram: a caption. Facebook: a sentence about what happened, which nobody wrote.
    title: Option<String>,
    description: Option<String>,
    /// Instagram: comments.
    string_map_data: Option<StringMap>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Datum {
    post: Option<String>,
    comment: Option<Comment>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Comment {
    comment: Option<String>,
    group: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Attached {
    data: Vec<AttachedDatum>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct AttachedDatum {
    media: Option<Media>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Media {
    uri: String,
    title: Option<String>,
    description: Option<String>,
    creation_timestamp: Option<i64>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
struct StringMap {
    comment: Option<Value>,
    time: Option<Value>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Value {
    value: Option<String>,
    timestamp: Option<i64>,
}

/// What the owner of the export wrote in a record: a post, a comment, captions.
pub(super) fn posts(bytes: &[u8]) -> Result<Vec<Post>, String> {
    let record: Record = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    let when = record.timestamp.or(record.creation_timestamp);
    let mut posts = Vec::new();
    let is_facebook = !record.data.is_empty() || !record.attachments.is_empty();
    let attached: Vec<Attachment> = record
        .attachments
        .iter()
        .flat_map(|attached| &attached.data)
        .filter_map(|datum| datum.media.as_ref())
        .chain(&record.media)
        .map(Media::attachment)
        .collect();
    for datum in record.data {
        if let Some(text) = datum.post {
            let mut post = made("facebook", Surface::Post, text, when);
            post.context.attachments.clone_from(&attached);
            posts.push(post);
        }
        if let Some(Comment { comment: Some(text), group }) = datum.comment {
            let mut post = made("facebook", Surface::Comment, text, when);
            if group.is_some() {
                post.context.audience = Audience::Group;
            }
            posts.push(post);
        }
    }
    for media in record.attachments.into_iter().flat_map(|a| a.data).filter_map(|datum| datum.media) {
        if let Some(text) = &media.description {
            let own = posts.iter().any(|post| post.text == repaired(text.clone()));
            // Facebook repeats a post's words as the description of its only picture.
            if !own {
                posts.push(caption(
                    "facebook",
                    text.clone(),
                    media.creation_timestamp.or(when),
                    vec![media.attachment()],
                ));
            }
        }
    }
    if let Some(StringMap { comment: Some(Value { value: Some(text), .. }), time }) = record.string_map_data {
        let at = time.and_then(|time| time.timestamp).or(when);
        posts.push(made("instagram", Surface::Comment, text, at));
    }
    if is_facebook {
        return Ok(posts);
    }
    for media in &record.media {
        if let Some(text) = &media.title {
            posts.push(caption(
                "instagram",
                text.clone(),
                media.creation_timestamp.or(when),
                vec![media.attachment()],
            ));
        }
    }
    if let Some(text) = record.title.filter(|_| !record.media.is_empty() || record.uri.is_some()) {
        let own = record.uri.iter().map(|uri| attachment(uri, None));
        posts.push(caption("instagram", text, when, attached.into_iter().chain(own).collect()));
    } else if let (Some(uri), Some(text)) = (&record.uri, record.description) {
        posts.push(caption("facebook", text, when, vec![attachment(uri, None)]));
    }
    Ok(posts)
}

impl Media {
    fn attachment(&self) -> Attachment {
        attachment(&self.uri, None)
    }
}

fn made(site: &str, surface: Surface, text: String, at: Option<i64>) -> Post {
    Post { at: at.map(|seconds| seconds.to_string()), ..Post::new(site, surface, repaired(text)) }
}

fn caption(site: &str, text: String, at: Option<i64>, attachments: Vec<Attachment>) -> Post {
    let mut post = made(site, Surface::Caption, text, at);
    post.context.attachments = attachments;
    post
}
