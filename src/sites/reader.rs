//! Reads one short text off a page: an account's handle, the post being answered, a review's stars.

use serde::{Deserialize, Serialize};

/// One way to read a text. Of a list of readers, the first that finds something counts.
///
/// It goes to a place, there perhaps to the elements of a selector, takes the text or an attribute, and cuts out
/// what stands between `after` and `until`. A reader whose `after` is not there found nothing.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
pub struct Reader {
    /// Where to look.
    pub from: Place,
    /// Which elements there; the first that yields something counts. Needed for `scope`, `page` and `around`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub css: Option<String>,
    /// For `around`: which elements inside that ancestor. Whatever belongs to the composer itself never counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inside: Option<String>,
    /// Which of the elements counts first; without it, the page's first one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub begin: Option<Begin>,
    /// Which attribute; without it, the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attribute: Option<String>,
    /// Keep only what follows this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// Keep only what precedes this, if it occurs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// Why this one; left out of the bundle.
    #[cfg_attr(feature = "typescript", ts(skip))]
    #[serde(skip_serializing)]
    pub why: String,
}

/// From which end a reader tries the elements it finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Begin {
    /// In the page's order.
    First,
    /// Backwards: in a conversation the newest message is the last.
    Last,
    /// The only one: where there are several, it is not known which is meant.
    Only,
}

/// Where a reader looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Place {
    /// The compose box itself.
    Box,
    /// Inside the composer's scope.
    Scope,
    /// The box's nearest ancestor that fits the selector.
    Around,
    /// Anywhere on the page, inline scripts included.
    Page,
    /// The page's cookies, as one text.
    Cookie,
    /// The page's address.
    Address,
}

impl Place {
    /// Whether the place holds many elements, so that a selector must choose.
    #[must_use]
    pub fn needs_selector(self) -> bool {
        matches!(self, Place::Scope | Place::Around | Place::Page)
    }
}
