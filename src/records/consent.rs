//! One authorization that a practice holds, by the id under which the signed form is filed.

use serde::{Deserialize, Serialize};

use super::calendar::Day;
use crate::engine::Checker;

/// What the engine may recognize in an id that somebody has filed under a patient's name.
const NAMES: [&str; 5] = ["person-name", "full-name", "possible-name", "given-names", "surnames"];

const LONGEST_ID: usize = 40;

/// An authorization: where and for what it may be used, and until when. Nothing in it says whose it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ConsentRecord {
    /// The number or code on the form.
    pub id: String,
    /// Where it may be used.
    pub channel: Channel,
    /// What for.
    pub purpose: Purpose,
    /// Its last day; `null` when the form names none.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub expires: Option<Day>,
    /// Since when it has been revoked.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub revoked: Option<Day>,
}

/// Where something may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Channel {
    /// On every site where people meet.
    SocialMedia,
    /// On the practice's own site.
    Website,
    /// In print, in the office or in an advertisement.
    Print,
    /// To journalists.
    Press,
    /// To colleagues and students.
    Teaching,
}

/// What something may be shown for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Purpose {
    /// To teach patients and the public.
    Education,
    /// To win patients.
    Marketing,
    /// To tell of the patient's own experience.
    Testimonial,
    /// To raise money.
    Fundraising,
    /// To teach the profession.
    Training,
}

/// An authorization as somebody typed it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ConsentEntry {
    /// The number or code on the form.
    pub id: String,
    /// Where it may be used.
    pub channel: Channel,
    /// What for.
    pub purpose: Purpose,
    /// Its last day, such as `2027-01-31`; empty when the form names none.
    pub expires: String,
}

/// Why an entry is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum ConsentFault {
    /// There is no id.
    NoId,
    /// The id is no plain one: 40 letters, digits, dots, hyphens or slashes, at least one of them a digit.
    NotAnId,
    /// The id holds a name.
    Name,
    /// An authorization of that id is listed already.
    Twice,
    /// The last day is no day.
    NotADay,
    /// The list is full.
    Full,
}

impl ConsentEntry {
    /// The authorization that was typed.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn read(&self, checker: &Checker) -> Result<ConsentRecord, ConsentFault> {
        let id = plain_id(&self.id, checker)?;
        let expires = match self.expires.trim() {
            "" => None,
            typed => Some(typed.parse().map_err(|_| ConsentFault::NotADay)?),
        };
        Ok(ConsentRecord { id, channel: self.channel, purpose: self.purpose, expires, revoked: None })
    }
}

/// An id in which the engine recognizes nobody.
pub(super) fn plain_id(typed: &str, checker: &Checker) -> Result<String, ConsentFault> {
    let id = typed.trim();
    if id.is_empty() {
        return Err(ConsentFault::NoId);
    }
    // The engine reads words, and names in a file's name stand between hyphens.
    let words = id.replace(['-', '.', '/', '_'], " ");
    if [id, &words].iter().any(|text| holds_a_name(text, checker)) {
        return Err(ConsentFault::Name);
    }
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-./".contains(&byte);
    let begins_well = id.starts_with(|first: char| first.is_ascii_alphanumeric());
    let is_id = id.len() <= LONGEST_ID && begins_well && id.bytes().all(is_plain);
    if !is_id || !id.bytes().any(|byte| byte.is_ascii_digit()) {
        return Err(ConsentFault::NotAnId);
    }
    Ok(id.to_owned())
}

fn holds_a_name(text: &str, checker: &Checker) -> bool {
    checker.signals(text).iter().any(|(_, signal)| NAMES.contains(signal))
}
