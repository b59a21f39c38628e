//! What is known of each site's page, as data: where its composers are, what posts them, who is posting.
//!
//! The descriptions stand in `sites/*.json` and run in the page, read by the content script. This module owns the
//! format: the TypeScript type is generated from [`Site`], and the native loader refuses a file that strays from it.
//! If adding a site seems to need an `if`, the format is missing a word.

mod composer;
#[cfg(not(target_arch = "wasm32"))]
mod load;
mod match_pattern;
mod reader;
mod selector;
mod site;

pub use composer::{Composer, DialogRule, EditorKind, SubmitKey, WhichAudience};
#[cfg(not(target_arch = "wasm32"))]
pub use load::{SiteError, load_dir, parse};
pub use match_pattern::{MatchPattern, MatchPatternError};
pub use reader::{Begin, Place, Reader};
pub use selector::{AttachmentSign, FileName, Selector, SubmitControl};
pub use site::{Examples, Reach, Site, for_url};
