//! One kind of compose box on a site: how to find it, what it is, what posts it.

use serde::{Deserialize, Serialize};

use super::reader::Reader;
use super::selector::{AttachmentSign, Selector, SubmitControl};
use crate::engine::{Audience, Surface};

/// A kind of compose box. Which editor runs in it is seen from the editor's own marks, not from the site.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export, optional_fields))]
pub struct Composer {
    /// Its short name, unique on the site.
    pub id: String,
    /// What kind of text it makes.
    pub surface: Surface,
    /// Who will see it: the first entry whose condition holds.
    pub audience: Vec<WhichAudience>,
    /// The element that is typed in. Boxes without a visible area never count.
    pub boxes: Vec<Selector>,
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
    /// What posts it by key.
    pub submit_keys: Vec<SubmitKey>,
    /// What shows that something is attached; without it, the site's own signs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attachments: Option<Vec<AttachmentSign>>,
    /// The words being answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replying_to: Option<Vec<Reader>>,
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
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export, optional_fields))]
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
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum DialogRule {
    /// Wherever it is visible.
    Anywhere,
    /// While a visible dialog holds a box, only in that dialog: what is behind it is a twin.
    DialogFirst,
    /// Only inside a dialog.
    DialogOnly,
}

/// A key that posts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub enum SubmitKey {
    /// Ctrl or Cmd with Enter.
    #[serde(rename = "mod+enter")]
    ModEnter,
    /// Enter alone; with Shift it is a line break.
    #[serde(rename = "enter")]
    Enter,
}
