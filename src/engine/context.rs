//! What is known of a draft besides its words: where it will appear, from whose account, with what attached.

use serde::{Deserialize, Serialize};

/// Where a draft stands. Every part may be unknown; rules that need a part stay quiet without it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "snake_case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
pub struct Context {
    /// The site's id, the file stem under `sites/`; `None` off any known site.
    pub site: Option<String>,
    /// What kind of text this is.
    pub surface: Surface,
    /// In whose name it is posted.
    pub account: AccountKind,
    /// Who will see it.
    pub audience: Audience,
    /// Pictures, video or a live stream that go with the text.
    pub attachments: Vec<Attachment>,
    /// What has been said of the consent to show what is attached; empty when nothing has.
    pub consent: Vec<ConsentPart>,
    /// What the draft answers.
    pub replying_to: Option<ReplyingTo>,
}

impl Context {
    /// Whether a rated review is answered.
    pub(crate) fn answers_rating(&self) -> bool {
        let rated = self.replying_to.as_ref().is_some_and(|parent| parent.rating.is_some());
        rated && matches!(self.surface, Surface::Reply | Surface::Comment)
    }

    /// Whether the practice answers somebody in public, who may be telling of their care.
    pub(crate) fn may_answer_review(&self) -> bool {
        self.account == AccountKind::Practice && matches!(self.surface, Surface::Reply | Surface::Comment)
    }
}

/// What kind of text a draft is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Surface {
    /// A post of its own.
    #[default]
    Post,
    /// An answer to somebody's post.
    Reply,
    /// A comment under a post.
    Comment,
    /// A direct message.
    Message,
    /// A public answer to a review of the practice.
    ReviewReply,
    /// The caption of a picture or video.
    Caption,
    /// Live chat or a live stream's title.
    Live,
    /// The account's own description.
    Profile,
}

/// In whose name an account speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum AccountKind {
    /// The practice's account or page.
    Practice,
    /// A person's own account.
    Personal,
    /// Nobody has said yet.
    #[default]
    Unknown,
}

/// Who will see a draft once posted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Audience {
    /// Everyone.
    #[default]
    Public,
    /// The account's followers or friends.
    Followers,
    /// The members of a group.
    Group,
    /// The people of one conversation.
    Direct,
}

/// One thing that goes with the text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
pub struct Attachment {
    /// What it is.
    pub kind: AttachmentKind,
    /// The file's name, as the page shows it.
    pub name: Option<String>,
    /// Its description for people who cannot see it.
    pub alt: Option<String>,
}

/// What an attachment is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum AttachmentKind {
    /// A still picture.
    #[default]
    Image,
    /// A recorded clip.
    Video,
    /// A running broadcast.
    Live,
    /// A location tag.
    Location,
    /// Anything else.
    Other,
}

/// One thing that can be said of the consent to show what is attached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum ConsentPart {
    /// Everybody who was cared for has authorized it in writing, before the camera ran, and it is still valid.
    Authorization,
    /// Nobody can be recognized, by face, voice, mark, room or screen.
    IdentityHidden,
    /// Everybody else who can be seen or heard has agreed.
    EveryoneAgreed,
    /// It teaches something.
    Educational,
}

/// What a draft answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
pub struct ReplyingTo {
    /// The words being answered.
    pub text: String,
    /// Who wrote them, as the page shows the name; `None` where it does not.
    pub author: Option<String>,
    /// The stars of a review, 1 to 5.
    pub rating: Option<u8>,
}
