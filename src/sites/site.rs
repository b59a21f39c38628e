//! One site: which addresses it has, which composers, and who is signed in.

use serde::{Deserialize, Serialize};

use super::composer::Composer;
use super::match_pattern::MatchPattern;
use super::reader::Reader;
use super::selector::AttachmentSign;

/// A site's description: one file of `sites/`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export))]
pub struct Site {
    /// Its short name, the file's stem; what settings and contexts call it.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// The addresses that are this site; the manifest's matches are the union of these.
    #[cfg_attr(feature = "typescript", ts(type = "Array<string>"))]
    pub matches: Vec<MatchPattern>,
    /// Kinds of compose box. For each box the first entry that fits it counts.
    pub composers: Vec<Composer>,
    /// What shows, inside a composer's scope, that something is attached.
    pub attachments: Vec<AttachmentSign>,
    /// Where the active account is shown, best first: what the composer itself shows goes before the page's frame,
    /// which lags behind a switch of account.
    pub account: Vec<Reader>,
    /// Addresses that prove `matches`.
    #[cfg_attr(feature = "typescript", ts(skip))]
    #[serde(skip_serializing)]
    pub examples: Examples,
}

/// Addresses with a known answer; left out of the bundle.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Examples {
    /// These are the site. Every other site must reject them.
    pub is: Vec<String>,
    /// These look like the site and are not.
    pub is_not: Vec<String>,
}

impl Site {
    /// Whether an address belongs to this site.
    #[must_use]
    pub fn is_at(&self, url: &str) -> bool {
        self.matches.iter().any(|pattern| pattern.matches(url))
    }
}

/// The site an address belongs to.
#[must_use]
pub fn for_url<'s>(sites: &'s [Site], url: &str) -> Option<&'s Site> {
    sites.iter().find(|site| site.is_at(url))
}
