//! Something that somebody posted, as far as its export tells.

use crate::engine::{Attachment, AttachmentKind, Context, Surface};

/// One post, comment or caption.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Post {
    /// What the site calls it, where it says so.
    pub(super) id: Option<String>,
    /// When it was posted, as the export writes it.
    pub(super) at: Option<String>,
    /// Its words.
    pub(super) text: String,
    /// Where it stood.
    pub(super) context: Context,
}

impl Post {
    /// A post of that kind on that site.
    pub(super) fn new(site: &str, surface: Surface, text: String) -> Post {
        Post {
            text,
            context: Context { site: Some(site.to_owned()), surface, ..Context::default() },
            ..Post::default()
        }
    }
}

/// A file that went with a post, its kind told by its name.
pub(super) fn attachment(name: &str, alt: Option<String>) -> Attachment {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension).to_ascii_lowercase();
    let kind = match extension.as_str() {
        "jpg" | "jpeg" | "png" | "gif" | "webp" | "heic" => AttachmentKind::Image,
        "mp4" | "mov" | "webm" | "m4v" => AttachmentKind::Video,
        _ => AttachmentKind::Other,
    };
    let file = name.rsplit(['/', '\\']).next().filter(|file| !file.is_empty());
    Attachment { kind, name: file.map(str::to_owned), alt }
}
