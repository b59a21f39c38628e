//! The company a name keeps: what stands beside it says whose name it is.

use super::labels::label_end_before;
use crate::engine::lex::TokenKind;
use crate::engine::phrases::possessor;
use crate::engine::reading::Reading;
use crate::engine::signal::SignalKind;
use crate::engine::tables::kind;

/// Looks at the words beside a name.
pub(super) struct Company<'r, 't> {
    pub(super) reading: &'r Reading<'t>,
}

impl Company<'_, '_> {
    /// Behind "patient", "named", "Name:" or "a 45-year-old man," only a person's name fits.
    pub(super) fn is_framed(&self, at: u32) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        match self.reading.word(before) {
            // A company or a physical therapist.
            "PT" => false,
            "(" => self.ends(before, &[kind::NAME_FRAMES, kind::KINSHIP]),
            ":" | "=" | ">" | "\"" | "'" => {
                let label = label_end_before(self.reading, at);
                label.is_some_and(|end| self.ends(end, &[kind::NAME_LABELS, kind::KINSHIP]))
            }
            // "Pt name - Delphine"
            "-" | "\u{2013}" | "\u{2014}" | "|" => self.ends(before, &[kind::PATIENT_LABELS]),
            "," => self.ends(before, &[kind::AGE, kind::PERSON_NOUNS]) && self.tells_an_age(before),
            _ => self.ends(at, &[kind::NAME_FRAMES]),
        }
    }

    /// "Patient: …", "pt (…", "paciente …": the name of somebody in care, by the word before it.
    pub(super) fn is_labeled(&self, at: u32) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        match self.reading.word(before) {
            "PT" => false,
            "(" => self.ends(before, &[kind::PATIENT_LABELS]),
            ":" | "=" | ">" | "\"" | "-" | "\u{2013}" | "\u{2014}" | "|" => {
                let label = label_end_before(self.reading, at);
                // "RE: OLSEN, Birgitte"
                let turned = || self.reading.has(at, kind::SHOUTING) && self.reading.word(at + 1) == ",";
                label.is_some_and(|end| {
                    self.ends(end, &[kind::PATIENT_LABELS])
                        || (turned() && self.ends(end, &[kind::NAME_LABELS]))
                })
            }
            _ => self.ends(at, &[kind::PATIENT_LABELS]),
        }
    }

    /// "name: brannoch": a form is filled in with a name, whatever the letters.
    pub(super) fn fills_in_a_name(&self, at: u32) -> bool {
        let Some(label) = at.checked_sub(2) else { return false };
        self.reading.word(label + 1) == ":"
            && self.reading.word(label).eq_ignore_ascii_case("name")
            && self.reading.token(at).is_some_and(|token| !token.tagged && token.end - token.start > 2)
            && self
                .reading
                .starting_at(at)
                .iter()
                .all(|it| [kind::SURNAMES, kind::GIVEN_NAMES, kind::SURNAMES_AMBIGUOUS].contains(&it.kind))
    }

    /// "daughter Gina", "husband (Minh)", but not "my daughter Gina".
    pub(super) fn is_kin(&self, at: u32) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let end = if matches!(self.reading.word(before), "(" | ",") { before } else { at };
        let owned = |first: u32| {
            first.checked_sub(1).is_some_and(|it| {
                ["my", "our", "your"].iter().any(|own| self.reading.word(it).eq_ignore_ascii_case(own))
            })
        };
        let near = self.reading.between(end.saturating_sub(3), end);
        let is_baby = |first: u32| self.reading.word(first).eq_ignore_ascii_case("baby");
        near.iter().any(|kin| {
            kin.end == end && kin.kind == kind::KINSHIP && !owned(kin.first) && !is_baby(kin.first)
        })
    }

    /// "Jolene Castro's stepdad"
    pub(super) fn has_kin(&self, end: u32) -> bool {
        self.reading.has(end, kind::KINSHIP)
            && end.checked_sub(1).is_some_and(|last| possessor(self.reading.word(last)).is_some())
    }

    /// "Will had …", "Adaeze Okonkwo lost …": a verb that only somebody does stands behind the name.
    pub(super) fn acts(&self, end: u32) -> bool {
        self.reading.has(end, kind::PAST_VERB) || self.reading.has(end, kind::PERSON_ACTS)
    }

    /// "saw marcus": somebody met at work.
    pub(super) fn is_met(&self, at: u32) -> bool {
        at.checked_sub(1).is_some_and(|before| self.reading.has(before, kind::MET_BY_NAME))
    }

    /// "Mr. Liu bay 3", "Kim in bed 12": where nobody but a patient lies; a colleague may be in room 12.
    pub(super) fn is_bedded(&self, end: u32, is_titled: bool) -> bool {
        let word = self.reading.word(end);
        let at = if word == "," || word.eq_ignore_ascii_case("in") { end + 1 } else { end };
        let Some(number) = self.reading.end_of(at, kind::ROOM_WORDS) else { return false };
        let is_bed = ["bed", "bay", "crib", "isolette"]
            .iter()
            .any(|bed| self.reading.word(number - 1).eq_ignore_ascii_case(bed));
        (is_titled || is_bed)
            && self.reading.token(number).is_some_and(|token| token.kind == TokenKind::Number)
    }

    /// "okafor 67f", "rm 214 okafor", "delgado, bed 12", "pt liu": how a list of patients names one.
    pub(super) fn is_listed(&self, first: u32, end: u32) -> bool {
        let is_number = |at: u32| self.reading.token(at).is_some_and(|it| it.kind == TokenKind::Number);
        let counted = is_number(end)
            && self.reading.token(end + 1).is_some_and(|it| it.glued)
            && matches!(self.reading.word(end + 1), "f" | "m" | "F" | "M" | "yo" | "y");
        let room = || {
            self.reading.between(first.saturating_sub(4), first).iter().any(|it| {
                it.kind == kind::ROOM_WORDS
                    && is_number(it.end)
                    && (it.end + 1 == first || (it.end + 2 == first && !is_number(it.end + 1)))
            })
        };
        counted || room() || self.is_bedded(end, false) || self.is_labeled(first)
    }

    /// "in 214", "in bed 3": where a patient lies.
    pub(super) fn is_placed(&self, end: u32) -> bool {
        if self.reading.word(end) == "," {
            return self.reading.has(end + 1, kind::ROOM_WORDS);
        }
        ["in", "from"].iter().any(|it| self.reading.word(end).eq_ignore_ascii_case(it))
            && (self.reading.has(end + 1, kind::ROOM_WORDS)
                || self.reading.token(end + 1).is_some_and(|next| next.kind == TokenKind::Number))
    }

    /// "R.K., 61F": letters with an age behind them.
    pub(super) fn is_aged(&self, end: u32) -> bool {
        let passed = |at: &u32| matches!(self.reading.word(*at), "," | "(" | "-" | "is" | "a" | "an");
        let at = end + u32::try_from((end..end + 2).take_while(passed).count()).unwrap_or(0);
        self.reading.has(at, kind::AGE)
    }

    /// "J.T. came in for his": letters that somebody's care follows, as it never follows a country's.
    pub(super) fn comes_for_care(&self, end: u32) -> bool {
        self.reading
            .end_of(end, kind::CARE_EVENT)
            .is_some_and(|after| self.reading.has(after, kind::SHE_OR_HE))
    }

    /// Whether a signal of one of `kinds` ends at `end`.
    fn ends(&self, end: u32, kinds: &[SignalKind]) -> bool {
        self.reading
            .between(end.saturating_sub(4), end)
            .iter()
            .any(|signal| signal.end == end && kinds.contains(&signal.kind))
    }

    fn tells_an_age(&self, end: u32) -> bool {
        self.reading.between(end.saturating_sub(8), end).iter().any(|signal| signal.kind == kind::AGE)
    }

    /// "at Cedar Sinai", "in Santa Rosa": where, not who.
    pub(super) fn is_whereabouts(&self, at: u32) -> bool {
        at.checked_sub(1).is_some_and(|before| self.reading.has(before, kind::WHEREABOUTS))
    }

    /// "at Cedar Sinai", but also "look at Jenna".
    pub(super) fn may_be_whereabouts(&self, at: u32) -> bool {
        at.checked_sub(1).is_some_and(|before| self.reading.word(before).eq_ignore_ascii_case("at"))
    }

    /// A credential or role beside it: "Lena Shah, MD", "Marcus (our front desk)", "our nurse Ana".
    pub(super) fn is_staff(&self, first: u32, end: u32) -> bool {
        self.has_role_before(first) || self.has_role_behind(end)
    }

    fn has_role_before(&self, first: u32) -> bool {
        let beside = |role: &crate::engine::signal::Signal| {
            let comma = role.end + 1 == first && self.reading.word(role.end) == ",";
            role.end == first || (comma && role.kind == kind::STAFF_ROLES)
        };
        let near = self.reading.between(first.saturating_sub(4), first);
        near.iter().any(|role| match role.kind {
            kind::STAFF_ROLES | kind::CLINICIAN_TITLES => beside(role),
            // "our physio Lena"
            kind::SPECIALTIES | kind::OCCUPATION => {
                role.end == first
                    && role
                        .first
                        .checked_sub(1)
                        .is_some_and(|our| self.reading.word(our).eq_ignore_ascii_case("our"))
            }
            _ => false,
        })
    }

    fn has_role_behind(&self, end: u32) -> bool {
        let mut after = end;
        while matches!(self.reading.word(after), "," | "(" | "-") {
            after += 1;
        }
        let apposed = after > end;
        let is_role =
            |at: u32| self.reading.has(at, kind::CLINICIAN_TITLES) || self.reading.has(at, kind::STAFF_ROLES);
        if apposed && is_role(after) {
            return true;
        }
        // "Ana, our hygienist", "Ana is our new front desk lead".
        let ours = (after..after + 2).find(|at| self.reading.has(*at, kind::OUR_WORDS));
        ours.is_some_and(|ours| (ours + 1..ours + 3).any(is_role))
    }

    /// "Jo Park, the actor", "Lee Wong, 61, singer": known to everybody.
    pub(super) fn is_public(&self, end: u32) -> bool {
        let clause_end = end + 5;
        matches!(self.reading.word(end), "," | "(")
            && self.reading.between(end, clause_end).iter().any(|role| role.kind == kind::PUBLIC_ROLES)
    }

    /// "Parkinson disease", "Hodgkin Clinic", "Lincoln High": the name belongs to a thing.
    pub(super) fn names_a_thing(&self, end: u32) -> bool {
        let names = |at: u32| {
            self.reading.has(at, kind::NAMED_THINGS)
                && self.reading.token(at).is_some_and(|token| token.kind == TokenKind::Word)
        };
        // "Marshall CT score"
        let acronym = self.reading.word(end);
        let short = (2..=4).contains(&acronym.len()) && acronym.bytes().all(|byte| byte.is_ascii_uppercase());
        names(end) || (short && names(end + 1))
    }
}
