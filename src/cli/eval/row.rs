//! A labeled text as it stands in a corpus, and where such a text would have been written.

use serde::Deserialize;

use crate::engine::{AccountKind, Context, Family, RuleCode, Surface};

/// One row. Keys that only matter to a corpus' keeper are passed over.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Row {
    /// Its name in lists of mistakes.
    pub(super) id: String,
    /// The words.
    pub(super) text: String,
    /// Where they stand; worked out from label and subtype when not given.
    pub(super) context: Option<Context>,
    /// What the whole text is.
    pub(super) label: Option<Label>,
    /// What else it is.
    pub(super) also: Vec<Label>,
    /// A finer label.
    pub(super) subtype: Option<String>,
    /// How much a disclosure gives away.
    pub(super) strength: Option<Strength>,
    /// People would disagree about it; left out of the headline.
    pub(super) borderline: bool,
    /// Written to illustrate a policy, not found in the wild.
    pub(super) illustrative: bool,
    /// Where it comes from.
    pub(super) source: Option<String>,
    /// The kind of text, where identifiers are marked.
    pub(super) stratum: Option<String>,
    /// The rules that must fire, and no others.
    pub(super) expect: Option<Vec<RuleCode>>,
    /// The identifiers in it; an empty list says that there are none.
    pub(super) spans: Option<Vec<MarkedSpan>>,
}

/// What a text is as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Label {
    /// A recommendation, diagnosis or triage for one person.
    Advice,
    /// Sends a person to the office and says nothing else.
    Redirect,
    /// A statement about people in general.
    Education,
    /// Anything else.
    Ordinary,
    /// Gives a patient away.
    PatientDisclosure,
    /// Shows a patient without consent or for show.
    Recording,
    /// Shows a patient as it should be done.
    RecordingOk,
    /// Posted in the wrong name.
    WrongAccount,
}

impl Label {
    /// Its name in tables.
    pub(super) fn name(self) -> &'static str {
        match self {
            Label::Advice => "advice",
            Label::Redirect => "redirect",
            Label::Education => "education",
            Label::Ordinary => "ordinary",
            Label::PatientDisclosure => "patient_disclosure",
            Label::Recording => "recording",
            Label::RecordingOk => "recording_ok",
            Label::WrongAccount => "wrong_account",
        }
    }

    /// The rules that ought to fire on such a text; `None` for one to be left alone.
    pub(super) fn family(self) -> Option<Family> {
        match self {
            Label::Advice => Some(Family::Advice),
            Label::PatientDisclosure => Some(Family::Patient),
            Label::Recording => Some(Family::Recording),
            Label::WrongAccount => Some(Family::Boundaries),
            Label::Redirect | Label::Education | Label::Ordinary | Label::RecordingOk => None,
        }
    }
}

/// How much a disclosure gives away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Strength {
    /// A name, date or finding tied to somebody.
    Explicit,
    /// A reply that lets on that somebody is a patient.
    ConfirmsPatient,
    /// A story tied to now or to a place.
    NarrativeTimely,
    /// A story of one patient.
    Narrative,
    /// Hardly a story of one patient.
    NarrativeWeak,
}

/// An identifier marked in a text, in Unicode code points, end exclusive.
#[derive(Debug, Deserialize)]
pub(super) struct MarkedSpan {
    /// First code point.
    pub(super) start: usize,
    /// One past the last code point.
    pub(super) end: usize,
    /// What kind of identifier.
    #[serde(default)]
    pub(super) label: String,
    /// Whether HIPAA's Safe Harbor lists it.
    #[serde(default)]
    pub(super) hipaa: bool,
}

impl Row {
    /// Where the text would have been written.
    pub(super) fn take_context(&mut self) -> Context {
        self.context.take().unwrap_or_else(|| self.likely_context())
    }

    fn likely_context(&self) -> Context {
        let subtype = self.subtype.as_deref().unwrap_or("");
        if subtype.starts_with("review_reply") {
            let (surface, account) = (Surface::ReviewReply, AccountKind::Practice);
            return Context { surface, account, ..Context::default() };
        }
        let answers_by_subtype = ["clinician_reply", "agency_reply", "brand_reply", "peer_reply"];
        let answers = matches!(self.label, Some(Label::Advice | Label::Redirect))
            || answers_by_subtype.iter().any(|prefix| subtype.starts_with(prefix));
        let surface = if answers { Surface::Reply } else { Surface::Post };
        Context { surface, ..Context::default() }
    }

    /// The word it is counted under: its label, or the kind of text when only identifiers are marked.
    pub(super) fn group(&self) -> &str {
        match (self.label, &self.stratum) {
            (Some(label), _) => label.name(),
            (None, Some(stratum)) => stratum,
            (None, None) => "unlabeled",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn surface_of(label: Label, subtype: &str) -> Surface {
        let row = Row { label: Some(label), subtype: Some(subtype.to_owned()), ..Row::default() };
        row.likely_context().surface
    }

    #[test]
    fn rows_stand_where_they_would_have_been_written() {
        assert_eq!(surface_of(Label::PatientDisclosure, "review_reply"), Surface::ReviewReply);
        assert_eq!(surface_of(Label::Redirect, "review_reply_safe"), Surface::ReviewReply);
        assert_eq!(surface_of(Label::Advice, "directive"), Surface::Reply);
        assert_eq!(surface_of(Label::Ordinary, "clinician_reply_other"), Surface::Reply);
        assert_eq!(surface_of(Label::Ordinary, "public_tweet"), Surface::Post);
    }

    #[test]
    fn a_context_of_its_own_wins() {
        let row = r#"{"text":"x","label":"advice","context":{"surface":"live"}}"#;
        let mut row: Row = serde_json::from_str(row).unwrap();
        assert_eq!(row.take_context().surface, Surface::Live);
    }
}
