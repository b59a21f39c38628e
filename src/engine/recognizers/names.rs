//! People's names.
//!
//! A name needs more than a capital: a known given name with a surname or initial behind it, a title before it, or
//! a frame that only a person fits ("patient named …"). Words that are also names ("Will", "May", "Grace") count
//! only in such company. Clinicians by their title, staff, public figures, saints, eponyms and places named after
//! people are no patients.

use super::signal;
use crate::engine::lex::{Token, TokenKind};
use crate::engine::reading::Reading;
use crate::engine::signal::{Signal, SignalKind};
use crate::engine::tables::kind;
use crate::engine::vocabulary::Vocabulary;

pub(super) fn recognize(reading: &Reading<'_>, _vocabulary: &Vocabulary, found: &mut Vec<Signal>) {
    let namer = Namer { reading };
    let count = u32::try_from(reading.tokens.len()).unwrap_or(u32::MAX);
    let mut at = 0;
    while at < count {
        let here = found.len();
        let end = namer.name_at(at).map_or(at + 1, |name| {
            found.push(signal(name.kind, name.first, name.end));
            name.end.max(at + 1)
        });
        at = if found.len() > here { end } else { at + 1 };
    }
}

struct Name {
    kind: SignalKind,
    first: u32,
    end: u32,
}

/// What a single word may be in a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Given,
    AmbiguousGiven,
    Surname,
    AmbiguousSurname,
    Initial,
    Unknown,
}

struct Namer<'r, 't> {
    reading: &'r Reading<'t>,
}

impl Namer<'_, '_> {
    fn name_at(&self, at: u32) -> Option<Name> {
        let token = self.reading.token(at).filter(|token| token.kind == TokenKind::Word)?;
        if let Some(end) = self.excluded_end(at) {
            // Nothing inside "St. Jude" or "Chadwick Boseman" is looked at again.
            return Some(Name { kind: kind::NO_NAME, first: at, end });
        }
        if let Some(title_end) = self.title_end(at, kind::CLINICIAN_TITLES) {
            let end = self.run_end(title_end);
            return (end > title_end).then_some(Name { kind: kind::STAFF_NAME, first: at, end });
        }
        if let Some(title_end) = self.title_end(at, kind::NAME_TITLES) {
            return self.titled(at, title_end);
        }
        let (end, kind) = if token.capital { self.capitalized(at)? } else { self.lower_case(at)? };
        let kind = if self.is_staff(at, end) { kind::STAFF_NAME } else { kind };
        (!self.names_a_thing(end)).then_some(Name { kind, first: at, end })
    }

    /// The end of an eponym, public figure, holiday or office term that begins here.
    fn excluded_end(&self, at: u32) -> Option<u32> {
        [kind::EPONYMS, kind::PUBLIC_FIGURES, kind::HOLIDAY_NAMES, kind::OFFICE_CONTACT, kind::STAFF_NAME]
            .into_iter()
            .filter_map(|kind| self.reading.end_of(at, kind))
            .max()
    }

    /// Past a title and its dot, when a name can follow.
    fn title_end(&self, at: u32, titles: SignalKind) -> Option<u32> {
        let mut end = self.reading.end_of(at, titles)?;
        if self.reading.word(end) == "." {
            end += 1;
        }
        let next = self.reading.token(end).filter(|next| next.kind == TokenKind::Word)?;
        let apart = !next.glued || self.reading.word(end - 1) == ".";
        (apart && self.reading.place(end).sentence == self.reading.place(at).sentence).then_some(end)
    }

    /// "Mrs. Okafor", "mr smith", "little Theo": behind a title any capitalized word is a name, and any known one.
    fn titled(&self, at: u32, title_end: u32) -> Option<Name> {
        let is_name =
            self.reading.token(title_end).is_some_and(|token| token.capital && !self.is_common(title_end))
                || !matches!(
                    self.part(title_end),
                    Part::Unknown | Part::Initial | Part::AmbiguousSurname | Part::AmbiguousGiven
                );
        if !is_name {
            return None;
        }
        let end = self.run_end(title_end).max(title_end + 1);
        let kind = if self.is_staff(at, end) { kind::STAFF_NAME } else { kind::PERSON_NAME };
        (!self.names_a_thing(end)).then_some(Name { kind, first: at, end })
    }

    /// The end of a run of name words that begins at `at`: "Lena Shah", "Maria J. Lopez", "Theo O'Brien-Walsh".
    fn run_end(&self, at: u32) -> u32 {
        let mut end = at;
        while end < at + 4 {
            let Some(token) = self.reading.token(end) else { break };
            let continues = token.kind == TokenKind::Word
                && token.capital
                && (end == at || !self.is_common(end))
                && self.reading.place(end).clause == self.reading.place(at).clause;
            if !continues {
                break;
            }
            let possessive = crate::engine::reading::possessor(self.reading.word(end)).is_some();
            let initial = self.part(end) == Part::Initial;
            end += 1;
            if possessive {
                break;
            }
            if initial && self.reading.word(end) == "." && self.continues_after_dot(end) {
                end += 1;
            }
        }
        end
    }

    fn continues_after_dot(&self, dot: u32) -> bool {
        self.reading.place(dot).sentence == self.reading.place(dot.saturating_sub(1)).sentence
    }

    fn capitalized(&self, at: u32) -> Option<(u32, SignalKind)> {
        let part = self.part(at);
        let next = self.follower(at);
        let next_part = next.map(|next| self.part(next));
        let end = self.run_end(at).max(at + 1);
        let certain = match (part, next_part) {
            // "Smith, John"
            (Part::Surname, None) if self.reading.word(at + 1) == "," && self.part_is_given(at + 2) => {
                return Some((at + 3, kind::PERSON_NAME));
            }
            (Part::Given, _) => true,
            (Part::AmbiguousGiven, Some(Part::Surname | Part::Initial)) => true,
            (Part::Initial, Some(Part::Surname)) => self.reading.word(at + 1) == ".",
            (Part::AmbiguousGiven | Part::Surname, _) if self.is_framed(at) => true,
            _ => false,
        };
        if certain {
            return Some((end, kind::PERSON_NAME));
        }
        let inside = at
            .checked_sub(1)
            .is_some_and(|before| self.reading.place(before).sentence == self.reading.place(at).sentence);
        let maybe =
            matches!(part, Part::AmbiguousGiven | Part::Surname) && inside && !self.is_shouted_around(at);
        maybe.then_some((end, kind::POSSIBLE_NAME))
    }

    /// "marcus bell", or a given name behind "patient", "named", "pt".
    fn lower_case(&self, at: u32) -> Option<(u32, SignalKind)> {
        let given = self.part(at) == Part::Given;
        if given && self.is_framed(at) {
            return Some((at + 1, kind::PERSON_NAME));
        }
        let next = at + 1;
        let surname = given
            && self.reading.token(next).is_some_and(|token| token.kind == TokenKind::Word && !token.glued)
            && self.part(next) == Part::Surname;
        surname.then_some((next + 1, kind::PERSON_NAME))
    }

    /// The name word that follows, past an initial's dot.
    fn follower(&self, at: u32) -> Option<u32> {
        let dotted = self.part(at) == Part::Initial && self.reading.word(at + 1) == ".";
        let next = if dotted { at + 2 } else { at + 1 };
        let token: &Token = self.reading.token(next)?;
        let follows = token.kind == TokenKind::Word
            && token.capital
            && self.reading.place(next).clause == self.reading.place(at).clause;
        follows.then_some(next)
    }

    fn part(&self, at: u32) -> Part {
        let word = self.reading.word(at);
        let letters = word.trim_start_matches('#').chars().count();
        if letters == 1 && self.reading.token(at).is_some_and(|token| token.capital) && word != "I" {
            return Part::Initial;
        }
        let has = |kind| self.reading.end_of(at, kind) == Some(at + 1);
        if has(kind::GIVEN_NAMES_AMBIGUOUS) {
            Part::AmbiguousGiven
        } else if has(kind::GIVEN_NAMES) {
            Part::Given
        } else if has(kind::SURNAMES) {
            Part::Surname
        } else if has(kind::SURNAMES_AMBIGUOUS) {
            Part::AmbiguousSurname
        } else {
            Part::Unknown
        }
    }

    fn part_is_given(&self, at: u32) -> bool {
        self.reading.token(at).is_some_and(|token| token.capital)
            && matches!(self.part(at), Part::Given | Part::AmbiguousGiven)
    }

    /// A word before that only a person's name fits behind.
    fn is_framed(&self, at: u32) -> bool {
        at.checked_sub(1).is_some_and(|before| self.reading.has(before, kind::NAME_FRAMES))
    }

    fn is_common(&self, at: u32) -> bool {
        self.reading.has(at, kind::FREQUENT_WORDS)
    }

    fn is_shouted_around(&self, at: u32) -> bool {
        self.reading.has(at, kind::SHOUTING)
    }

    /// A credential or role beside it: "Lena Shah, MD", "Marcus (our front desk)", "our nurse Ana".
    fn is_staff(&self, first: u32, end: u32) -> bool {
        let mut after = end;
        while matches!(self.reading.word(after), "," | "(" | "-") {
            after += 1;
        }
        if after > end && self.reading.has(after, kind::OUR_WORDS) {
            after += 1;
        }
        let titled = after > end
            && (self.reading.has(after, kind::CLINICIAN_TITLES)
                || self.reading.has(after, kind::STAFF_ROLES));
        let before = first.checked_sub(1).is_some_and(|before| {
            self.reading.between(before.saturating_sub(2), first).iter().any(|role| {
                role.end == first && (role.kind == kind::STAFF_ROLES || role.kind == kind::CLINICIAN_TITLES)
            })
        });
        titled || before
    }

    /// "Parkinson disease", "Hodgkin Clinic", "Lincoln High": the name belongs to a thing.
    fn names_a_thing(&self, end: u32) -> bool {
        self.reading.has(end, kind::NAMED_THINGS)
            && !self.reading.token(end).is_some_and(|token| token.kind != TokenKind::Word)
    }
}
