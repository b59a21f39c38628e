//! What a person says of the consent to show what goes with a draft. Holds no text of the draft.

use serde::{Deserialize, Serialize};

use crate::engine::{Checker, ConsentPart};

/// The longest record number that is taken, in characters.
pub const LONGEST_RECORD: usize = 40;

/// Signals that stand for a person's name.
const NAMES: &[&str] = &[
    "person-name",
    "full-name",
    "case-name",
    "veiled-name",
    "possible-name",
    "staff-name",
    "given-names",
    "surnames",
];

/// All that has been said; nothing by default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Consent {
    /// Where the written authorization is kept; `null` where there is none.
    pub authorization: Option<Authorization>,
    /// Nobody can be recognized.
    pub identity_hidden: bool,
    /// Everybody else who can be seen or heard has agreed.
    pub everyone_agreed: bool,
    /// It teaches something.
    pub educational: bool,
}

/// The record of a written authorization.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Authorization {
    /// Its number in the practice's own files; never a name.
    pub record: String,
    /// The last day on which it is valid, as `2027-03-31`.
    pub expires: String,
}

/// Why an authorization was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum ConsentRefusal {
    /// The record number is empty or too long.
    NoNumber,
    /// The record number holds somebody's name.
    HoldsName,
    /// There is no day until which it is valid.
    NoDate,
}

impl Consent {
    /// What the engine is told of it.
    #[must_use]
    pub fn parts(&self) -> Vec<ConsentPart> {
        let said = [
            (self.authorization.is_some(), ConsentPart::Authorization),
            (self.identity_hidden, ConsentPart::IdentityHidden),
            (self.everyone_agreed, ConsentPart::EveryoneAgreed),
            (self.educational, ConsentPart::Educational),
        ];
        said.into_iter().filter_map(|(is_said, part)| is_said.then_some(part)).collect()
    }

    /// Why it cannot be taken; `None` when it can.
    #[must_use]
    pub fn refusal(&self, checker: &Checker) -> Option<ConsentRefusal> {
        let Authorization { record, expires } = self.authorization.as_ref()?;
        let length = record.trim().chars().count();
        if length == 0 || length > LONGEST_RECORD {
            Some(ConsentRefusal::NoNumber)
        } else if holds_name(record, checker) {
            Some(ConsentRefusal::HoldsName)
        } else {
            (!is_day(expires)).then_some(ConsentRefusal::NoDate)
        }
    }
}

/// Whether the checker knows a name in it, however its words are joined.
fn holds_name(record: &str, checker: &Checker) -> bool {
    let spaced: String = record.chars().map(|c| if c.is_alphabetic() { c } else { ' ' }).collect();
    let is_name = |text: &str| checker.signals(text).iter().any(|(_, signal)| NAMES.contains(signal));
    is_name(record) || is_name(spaced.trim())
}

/// Whether it is written as a day: `2027-03-31`.
fn is_day(text: &str) -> bool {
    let shape = [4, 2, 2];
    let mut parts = text.split('-');
    shape.iter().all(|length| {
        parts
            .next()
            .is_some_and(|part| part.len() == *length && part.bytes().all(|byte| byte.is_ascii_digit()))
    }) && parts.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Config;

    fn refusal(record: &str, expires: &str) -> Option<ConsentRefusal> {
        let authorization = Some(Authorization { record: record.to_owned(), expires: expires.to_owned() });
        Consent { authorization, ..Consent::default() }.refusal(&Checker::new(Config::default()))
    }

    #[test]
    fn a_record_number_is_no_name() {
        for number in ["A-118", "AUTH-2026-0042", "2026/17", "consent 12"] {
            assert_eq!(refusal(number, "2027-03-31"), None, "{number}");
        }
        for name in ["Marcus Bell", "marcus_bell", "MARCUS BELL 3", "Priya-2026", "Mr. Ortiz", "ortiz.2026"] {
            assert_eq!(refusal(name, "2027-03-31"), Some(ConsentRefusal::HoldsName), "{name}");
        }
        assert_eq!(refusal("  ", "2027-03-31"), Some(ConsentRefusal::NoNumber));
        assert_eq!(refusal(&"7".repeat(LONGEST_RECORD + 1), "2027-03-31"), Some(ConsentRefusal::NoNumber));
    }

    #[test]
    fn an_authorization_is_valid_until_a_day() {
        for day in ["", "soon", "2027-3-31", "31.03.2027", "2027-03-31-01"] {
            assert_eq!(refusal("A-118", day), Some(ConsentRefusal::NoDate), "{day}");
        }
    }

    #[test]
    fn what_is_not_said_is_not_told() {
        assert_eq!(Consent::default().parts(), []);
        let said = Consent { educational: true, identity_hidden: true, ..Consent::default() };
        assert_eq!(said.parts(), [ConsentPart::IdentityHidden, ConsentPart::Educational]);
    }
}
