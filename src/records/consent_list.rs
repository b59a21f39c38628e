//! The authorizations that a practice holds, and whether one can be relied on.

use serde::{Deserialize, Serialize};

use super::book::{CURRENT_VERSION, current_version};
use super::calendar::Day;
use super::consent::{Channel, ConsentFault, ConsentRecord, Purpose};

/// More than a practice's file drawer holds.
pub const MOST_CONSENTS: usize = 1000;

/// How long before its last day an authorization is said to end soon.
const SOON_DAYS: u32 = 30;

/// All of them, in the order in which they were listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsentList {
    #[serde(deserialize_with = "current_version")]
    version: u32,
    consents: Vec<ConsentRecord>,
}

/// An authorization as it stands today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ListedConsent {
    /// The authorization.
    pub consent: ConsentRecord,
    /// What speaks against relying on it; `null` when nothing does.
    pub doubt: Option<ConsentDoubt>,
}

/// What speaks against relying on an authorization.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum ConsentDoubt {
    /// None of that id is listed.
    Unknown,
    /// It has been revoked.
    Revoked,
    /// Its last day has passed.
    Expired,
    /// It was given for other places.
    OtherChannel,
    /// It was given for another purpose.
    OtherPurpose,
    /// It is valid, and ends within a month.
    EndsSoon,
}

impl Default for ConsentList {
    fn default() -> Self {
        ConsentList { version: CURRENT_VERSION, consents: Vec::new() }
    }
}

impl ConsentList {
    /// Lists an authorization; the same one again changes nothing.
    ///
    /// # Errors
    /// When another of its id is listed, or the list is full; it is then as it was.
    pub fn add(&mut self, consent: ConsentRecord) -> Result<(), ConsentFault> {
        match self.find(&consent.id) {
            Some(listed) if *listed == consent => Ok(()),
            Some(_) => Err(ConsentFault::Twice),
            None if self.consents.len() >= MOST_CONSENTS => Err(ConsentFault::Full),
            None => {
                self.consents.push(consent);
                Ok(())
            }
        }
    }

    /// The patient has taken an authorization back; the first day counts.
    pub fn revoke(&mut self, id: &str, today: Day) {
        for consent in self.consents.iter_mut().filter(|consent| consent.id.eq_ignore_ascii_case(id)) {
            consent.revoked.get_or_insert(today);
        }
    }

    /// Takes an authorization off the list.
    pub fn remove(&mut self, id: &str) {
        self.consents.retain(|consent| !consent.id.eq_ignore_ascii_case(id));
    }

    /// Every one as it stands today.
    #[must_use]
    pub fn listed(&self, today: Day) -> Vec<ListedConsent> {
        let listed = self.consents.iter().cloned();
        listed.map(|consent| ListedConsent { doubt: doubt_by_date(&consent, today), consent }).collect()
    }

    /// What speaks against using the authorization of that id there, for that, today.
    #[must_use]
    pub fn doubt(&self, id: &str, channel: Channel, purpose: Purpose, today: Day) -> Option<ConsentDoubt> {
        let Some(consent) = self.find(id) else { return Some(ConsentDoubt::Unknown) };
        match doubt_by_date(consent, today) {
            None | Some(ConsentDoubt::EndsSoon) if consent.channel != channel => {
                Some(ConsentDoubt::OtherChannel)
            }
            None | Some(ConsentDoubt::EndsSoon) if consent.purpose != purpose => {
                Some(ConsentDoubt::OtherPurpose)
            }
            doubt => doubt,
        }
    }

    /// What speaks against relying on the authorization of that id for a post today, which `teaches` something or not.
    /// A practice that lists none is not warned; nor does an end that is still to come speak against a post.
    #[must_use]
    pub fn doubt_in_post(&self, id: &str, teaches: bool, today: Day) -> Option<ConsentDoubt> {
        if self.consents.is_empty() {
            return None;
        }
        let given_for = self.find(id).map(|consent| consent.purpose);
        let purpose = match given_for {
            Some(Purpose::Education | Purpose::Training) | None if !teaches => Purpose::Marketing,
            Some(purpose) if !teaches => purpose,
            _ => Purpose::Education,
        };
        let doubt = self.doubt(id, Channel::SocialMedia, purpose, today);
        doubt.filter(|doubt| *doubt != ConsentDoubt::EndsSoon)
    }

    fn find(&self, id: &str) -> Option<&ConsentRecord> {
        self.consents.iter().find(|consent| consent.id.eq_ignore_ascii_case(id.trim()))
    }
}

fn doubt_by_date(consent: &ConsentRecord, today: Day) -> Option<ConsentDoubt> {
    if consent.revoked.is_some() {
        return Some(ConsentDoubt::Revoked);
    }
    let last = consent.expires?;
    if last < today {
        Some(ConsentDoubt::Expired)
    } else {
        (last.0 - today.0 <= SOON_DAYS).then_some(ConsentDoubt::EndsSoon)
    }
}
