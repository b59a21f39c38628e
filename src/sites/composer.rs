//! One kind of compose box on a site: how to find it, what it is, what posts it.

use serde::{Deserialize, Serialize};

use super::reader::Reader;
use super::selector::{AttachmentSign, Selector, SubmitControl};
use crate::engine::{AttachmentKind, Audience, Surface};

/// A kind of compose box. Which editor runs in it is seen from the editor's own marks, not from the site.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
pub struct Composer {
    /// Its short name, unique on the site.
    pub id: String,
    /// What kind of text it makes.
    pub surface: Surface,
    /// Who will see it: the first entry whose condition holds.
    pub audience: Vec<WhichAudience>,
    /// The element that is typed in. Boxes without a visible area never count.
    pub boxes: Vec<Selector>,
    /// Where one draft is typed in several elements, as in a thread: those elements, inside the box. Their texts are
    /// judged together, in the page's order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parts: Option<Vec<Selector>>,
    /// The editor that runs in the box, where its own marks are missing; without it, it is seen from its marks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub editor: Option<EditorKind>,
    /// How it stands to dialogs.
    pub dialog: DialogRule,
    /// The composer as a whole: the box's nearest ancestor that fits the first fitting entry. Submit controls,
    /// attachments and the answered post are looked for inside it; without one, in the whole page.
    pub scope: Vec<Selector>,
    /// Only on these paths (`*` stands for anything); without it, on all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when_path: Option<Vec<String>>,
    /// Only if the scope holds one of these; without it, always.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when_scope_has: Option<Vec<Selector>>,
    /// What posts it by click.
    pub submit: Vec<SubmitControl>,
    /// Whether the page may do without such a control, so that it says nothing when none is there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub submit_optional: Option<bool>,
    /// What stands in place of a control that posts and posts nothing yet: it leads on to a second step, or puts the
    /// draft aside for a later time. It is not held up; what was found so far is shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leads_on: Option<Vec<SubmitControl>>,
    /// Which controls fit `submit` and neither post nor lead on: they cancel, go back, or save a draft.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_posting: Option<Vec<SubmitControl>>,
    /// What posts it by key.
    pub submit_keys: Vec<SubmitKey>,
    /// What shows that something is attached; without it, the site's own signs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attachments: Option<Vec<AttachmentSign>>,
    /// What every draft of this kind comes with, such as an upload's video, whether the page shows it or not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub always_attached: Option<AttachmentKind>,
    /// The words being answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replying_to: Option<Vec<Reader>>,
    /// Who wrote the words being answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<Vec<Reader>>,
    /// The stars of the review being answered; the first digit counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating: Option<Vec<Reader>>,
    /// The most characters the site takes from an ordinary account; without it, the site's limit is unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub longest: Option<u32>,
}

/// An audience and when it holds.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
pub struct WhichAudience {
    /// Who will see it.
    pub is: Audience,
    /// Only on these paths; without it, always.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when_path: Option<Vec<String>>,
}

/// How a composer stands to dialogs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum DialogRule {
    /// Wherever it is visible.
    Anywhere,
    /// While a visible dialog holds a box, only in that dialog: what is behind it is a twin.
    DialogFirst,
    /// Only inside a dialog.
    DialogOnly,
}

/// A kind of editor, named after the library that most sites use for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum EditorKind {
    /// Draft.js.
    Draft,
    /// Lexical.
    Lexical,
    /// ProseMirror, also as TipTap.
    Prosemirror,
    /// Quill, of either major version.
    Quill,
    /// Slate.
    Slate,
    /// Editable text without a library.
    Plain,
}

/// A key that posts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum SubmitKey {
    /// Ctrl or Cmd with Enter.
    #[serde(rename = "mod+enter")]
    ModEnter,
    /// Enter alone; with Shift it is a line break.
    #[serde(rename = "enter")]
    Enter,
}
