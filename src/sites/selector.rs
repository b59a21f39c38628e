//! A CSS selector together with the reason it was chosen, so that whoever repairs it knows what it stood for.

use serde::{Deserialize, Serialize};

/// A selector and its reason.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
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
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export, optional_fields))]
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

/// What shows that something is attached to the draft.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub struct AttachmentSign {
    /// One element each attachment, inside the composer's scope. Its `alt` or `aria-label` is the description.
    pub css: String,
    /// What is attached.
    pub kind: crate::engine::AttachmentKind,
    /// Why this one; left out of the bundle.
    #[cfg_attr(feature = "typescript", ts(skip))]
    #[serde(skip_serializing)]
    pub why: String,
}
