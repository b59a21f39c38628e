//! A CSS selector together with the reason it was chosen, so that whoever repairs it knows what it stood for.
//!
//! Every selector of a description may step into open shadow roots: `host >>> inside` is `inside` in the root of
//! `host`. Such a step splits the whole selector, lists included: `a, b >>> c` is `c` in the root of an `a` or a `b`.

use serde::{Deserialize, Serialize};

/// A selector and its reason.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Selector {
    /// The selector. Prefers role, aria and data-testid; class names that a build hashes are never used.
    pub css: String,
    /// Why this one; left out of the bundle.
    #[cfg_attr(feature = "typescript", ts(skip))]
    #[serde(skip_serializing)]
    pub why: String,
}

/// A control that posts the draft.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
pub struct SubmitControl {
    /// The selector, inside the composer's scope.
    pub css: String,
    /// Where the selector alone is too wide: the control's whole text is one of these.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Vec<String>>,
    /// Why this one; left out of the bundle.
    #[cfg_attr(feature = "typescript", ts(skip))]
    #[serde(skip_serializing)]
    pub why: String,
}

/// What shows that something is attached to the draft. A file input counts once for each file that was chosen in it,
/// with the file's name and kind.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
pub struct AttachmentSign {
    /// One element each attachment, inside the composer's scope. Its `alt` or `aria-label` is the description.
    pub css: String,
    /// What is attached.
    pub kind: crate::engine::AttachmentKind,
    /// Where the file's name stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<FileName>,
    /// Why this one; left out of the bundle.
    #[cfg_attr(feature = "typescript", ts(skip))]
    #[serde(skip_serializing)]
    pub why: String,
}

/// Where the page shows the name of an attached file.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
pub struct FileName {
    /// The nearest ancestor of the sign that holds the name; without it, the sign itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub around: Option<String>,
    /// The element that shows the name, inside that; without it, that one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub css: Option<String>,
    /// Which attribute; without it, the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attribute: Option<String>,
}
