//! Why a compose box was not recognized, for whoever repairs a site's description: what was looked for and how often
//! it was there. Holds no text of the page and none of the person.

use serde::Serialize;

use super::page::Checking;

/// What a page answers to [`super::PageAsk::Diagnose`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Diagnosis {
    /// The site's id.
    pub site: String,
    /// The page's path; every part that could be somebody's name or number is a `*`.
    pub path: String,
    /// Whether it is checking.
    pub checking: Checking,
    /// The field in question and what surrounds it, outermost first: tags, roles and the names of attributes. Empty
    /// when there is none.
    pub field: Vec<String>,
    /// Every selector that was tried.
    pub lookups: Vec<Lookup>,
}

/// One selector of the description and what it found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Lookup {
    /// Its place in the description, such as `composers[0].boxes[1]`.
    pub key: String,
    /// The selector, and the words that an element must say, where there are such.
    pub css: String,
    /// How many elements fit it.
    pub hits: u32,
    /// How many of those can be seen.
    pub visible: u32,
}
