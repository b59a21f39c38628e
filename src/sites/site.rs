//! One site: which addresses it has, which composers, and who is signed in.

use serde::{Deserialize, Serialize};

use super::composer::Composer;
use super::match_pattern::MatchPattern;
use super::reader::Reader;
use super::selector::{AttachmentSign, Selector};

/// A site's description: one file of `sites/`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Site {
    /// Its short name, the file's stem; what settings and contexts call it.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// The addresses that are this site; the build writes them into the manifest. Empty where `reach` is `granted`.
    #[serde(skip_serializing)]
    #[cfg_attr(feature = "typescript", ts(skip))]
    pub matches: Vec<MatchPattern>,
    /// Those addresses of the site that are also read inside frames of other pages, such as a live chat; all others
    /// only where they are the whole tab.
    #[serde(default, skip_serializing)]
    #[cfg_attr(feature = "typescript", ts(skip))]
    pub frames: Vec<MatchPattern>,
    /// Where it runs: at `matches`, or wherever the person has allowed it.
    #[serde(default, skip_serializing_if = "Reach::is_listed")]
    #[cfg_attr(feature = "typescript", ts(as = "Option<Reach>", optional))]
    pub reach: Reach,
    /// What a page must show to be this site, for software that runs on many hosts; without it, any page is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub signs: Option<Vec<Selector>>,
    /// Kinds of compose box. For each box the first entry that fits it counts.
    pub composers: Vec<Composer>,
    /// What shows, inside a composer's scope, that something is attached.
    pub attachments: Vec<AttachmentSign>,
    /// Where the active account is shown, best first: what the composer itself shows goes before the page's frame,
    /// which lags behind a switch of account.
    pub account: Vec<Reader>,
    /// What a person presses to switch to another account: what the frame shows is in doubt from then on, until it
    /// shows another one, or still the same after a while.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub account_switch: Option<Vec<Selector>>,
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

/// Where a description runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Reach {
    /// At the addresses of `matches`, from the day of installation.
    #[default]
    Listed,
    /// On the hosts for which the person has given leave from the popup.
    Granted,
}

impl Reach {
    /// What serde passes has to be a reference.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
    fn is_listed(&self) -> bool {
        *self == Reach::Listed
    }
}

impl Site {
    /// Whether an address belongs to this site.
    #[must_use]
    pub fn is_at(&self, url: &str) -> bool {
        self.matches.iter().chain(&self.frames).any(|pattern| pattern.matches(url))
    }
}

/// The site an address belongs to.
#[must_use]
pub fn for_url<'s>(sites: &'s [Site], url: &str) -> Option<&'s Site> {
    sites.iter().find(|site| site.is_at(url))
}
