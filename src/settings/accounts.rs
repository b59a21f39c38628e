//! Which accounts speak for the practice and which for a person.

use serde::{Deserialize, Serialize};

use crate::engine::{AccountKind, lowered};

/// What the user has said of accounts, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Accounts(Vec<KnownAccount>);

/// One account and whose it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct KnownAccount {
    /// The site's id.
    pub site: String,
    /// Handle, page name or opaque id; `null` stands for a page that shows none.
    pub handle: Option<String>,
    /// Whose account it is.
    pub account_kind: AccountKind,
}

impl Accounts {
    /// What an account is known to be.
    #[must_use]
    pub fn kind_of(&self, site: &str, handle: Option<&str>) -> AccountKind {
        let known = self.0.iter().find(|known| known.is(site, handle));
        known.map_or(AccountKind::Unknown, |known| known.account_kind)
    }

    /// Keeps what the user says of an account; "unknown" forgets it.
    pub fn remember(&mut self, site: &str, handle: Option<&str>, account_kind: AccountKind) {
        self.0.retain(|known| !known.is(site, handle));
        if account_kind != AccountKind::Unknown {
            self.0.push(KnownAccount {
                site: site.to_owned(),
                handle: handle.map(str::to_owned),
                account_kind,
            });
        }
    }

    /// The accounts of a site: first the one that is active, then those the user has spoken of, then the rest of
    /// `seen`, each once.
    #[must_use]
    pub fn on_site<'a>(
        &'a self,
        site: &str,
        active: Option<Option<&'a str>>,
        seen: impl Iterator<Item = &'a str>,
    ) -> Vec<KnownAccount> {
        let spoken_of = self.0.iter().filter(|known| known.site == site);
        let handles =
            active.into_iter().chain(spoken_of.map(|known| known.handle.as_deref())).chain(seen.map(Some));
        let mut listed: Vec<KnownAccount> = Vec::new();
        for handle in handles {
            if !listed.iter().any(|earlier| earlier.is(site, handle)) {
                listed.push(KnownAccount {
                    site: site.to_owned(),
                    handle: handle.map(str::to_owned),
                    account_kind: self.kind_of(site, handle),
                });
            }
        }
        listed
    }

    /// These accounts, and those of `others` that are not among them.
    #[must_use]
    pub(super) fn before(mut self, others: &Accounts) -> Accounts {
        for other in others.iter() {
            if !self.iter().any(|known| known.is(&other.site, other.handle.as_deref())) {
                self.0.push(other.clone());
            }
        }
        self
    }

    /// All of them, in the order in which they were last set.
    pub fn iter(&self) -> impl Iterator<Item = &KnownAccount> {
        self.0.iter()
    }
}

impl KnownAccount {
    /// The handle as it is compared; empty for a page that shows none.
    pub(super) fn name(&self) -> String {
        self.handle.as_deref().map(folded).unwrap_or_default()
    }

    fn is(&self, site: &str, handle: Option<&str>) -> bool {
        self.site == site && self.handle.as_deref().map(folded) == handle.map(folded)
    }
}

/// Sites write one handle as `@Clinic`, `clinic` or `Clinic`.
fn folded(handle: &str) -> String {
    lowered(handle.trim().trim_start_matches('@'))
}
