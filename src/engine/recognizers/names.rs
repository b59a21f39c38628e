//! People's names.
//!
//! A name needs more than a capital: a known given name, a known surname with a word before it, a title, or a frame
//! that only a person fits ("patient named …", "a 45-year-old man, …"). Words that are also names ("Will", "May",
//! "Grace") count only in such company. Clinicians by their title, staff, public figures, saints, eponyms and places
//! named after people are no patients.

use super::known_names::KnownNames;
use super::name_company::Company;
use super::name_parts::{Part, Parts};
use super::signal;
use crate::engine::lex::{Token, TokenKind};
use crate::engine::phrases::possessor;
use crate::engine::reading::Reading;
use crate::engine::signal::{Signal, SignalKind};
use crate::engine::signals::Glance;
use crate::engine::tables::kind;

pub(super) fn recognize(reading: &Reading<'_>, found: &mut Vec<Signal>) {
    let namer = Namer { reading, parts: Parts { reading }, company: Company { reading } };
    let count = u32::try_from(reading.tokens.len()).unwrap_or(u32::MAX);
    let mut at = 0;
    let mut known = KnownNames::default();
    while at < count {
        let Some(name) = namer.name_at(at).or_else(|| namer.again(at, &known)) else {
            at += 1;
            continue;
        };
        found.push(signal(name.kind, name.first, name.end));
        if name.kind == kind::PERSON_NAME {
            if name.is_full {
                known.learn(name.first, name.end, &namer.parts);
            }
            found.extend(namer.particulars(&name).map(|kind| signal(kind, name.first, name.end)));
        }
        at = name.end.max(at + 1);
    }
}

/// Signals with which a name in lower case can begin; any other such word is passed over at once.
const OPENERS: [SignalKind; 13] = [
    kind::GIVEN_NAMES,
    kind::GIVEN_NAMES_AMBIGUOUS,
    kind::SURNAMES,
    kind::NAME_TITLES,
    kind::CLINICIAN_TITLES,
    kind::PET_TITLES,
    kind::PUBLIC_ROLES,
    kind::SAINTS,
    kind::EPONYMS,
    kind::PUBLIC_FIGURES,
    kind::HOLIDAY_NAMES,
    kind::OFFICE_CONTACT,
    kind::STAFF_NAME,
];
const OPENING: Glance = Glance::over(&OPENERS);

fn is_number(token: &Token) -> bool {
    token.kind == TokenKind::Number
}

struct Name {
    kind: SignalKind,
    first: u32,
    end: u32,
    /// With a surname, an initial or a title.
    is_full: bool,
}

struct Namer<'r, 't> {
    reading: &'r Reading<'t>,
    parts: Parts<'r, 't>,
    company: Company<'r, 't>,
}

impl Namer<'_, '_> {
    fn name_at(&self, at: u32) -> Option<Name> {
        let token = self.reading.token(at).filter(|token| token.kind == TokenKind::Word)?;
        let opens = |signal: &Signal| OPENERS.contains(&signal.kind);
        let may_open =
            || self.reading.may_begin(at, OPENING) && self.reading.starting_at(at).iter().any(opens);
        if !token.capital && self.company.fills_in_a_name(at) {
            let end = self.parts.small_run_end(at);
            return Some(Name { kind: kind::PERSON_NAME, first: at, end, is_full: true });
        }
        if !token.capital && !may_open() {
            return None;
        }
        if let Some(end) = self.excluded_end(at) {
            // Nothing inside "St. Jude" or "Chadwick Boseman" is looked at again.
            return Some(Name { kind: kind::NO_NAME, first: at, end, is_full: false });
        }
        if let Some(title_end) = self.title_end(at, kind::CLINICIAN_TITLES) {
            let known = matches!(self.parts.part(title_end), Part::Given | Part::Surname);
            let end = self.parts.run_end(title_end).max(title_end + u32::from(known));
            return (end > title_end).then_some(Name {
                kind: kind::STAFF_NAME,
                first: at,
                end,
                is_full: true,
            });
        }
        if let Some(title_end) = self.title_end(at, kind::NAME_TITLES) {
            return self.titled(at, title_end, true);
        }
        if let Some(title_end) = self.title_end(at, kind::PET_TITLES)
            && let Some(name) = self.titled(at, title_end, false)
        {
            return Some(name);
        }
        let given = self.parts.part(at) == Part::Given;
        let unclear = !given && self.company.may_be_whereabouts(at);
        // "in Emily R., 19", but "in Jordan".
        let followed = || {
            let next = self.parts.follower(at).map(|next| self.parts.part(next));
            let aged =
                || self.reading.word(at + 2) == "," && self.reading.token(at + 3).is_some_and(is_number);
            match next {
                Some(Part::Initial | Part::Surname) => true,
                Some(Part::Unknown) => aged(),
                _ => false,
            }
        };
        if unclear || (self.company.is_whereabouts(at) && !(given && followed())) {
            let end = if token.capital { self.parts.run_end(at) } else { at };
            return (end > at).then_some(Name { kind: kind::NO_NAME, first: at, end, is_full: false });
        }
        let (end, kind) = if token.capital { self.capitalized(at)? } else { self.lower_case(at)? };
        self.judged(at, at, end, kind)
    }

    /// "Ferrante slept through the night", where Ferrante was named in full before.
    fn again(&self, at: u32, known: &KnownNames<'_>) -> Option<Name> {
        let is_hers = known.holds(at, self.reading) && !self.company.names_a_thing(at + 1);
        is_hers.then_some(Name { kind: kind::PERSON_NAME, first: at, end: at + 1, is_full: false })
    }

    /// What else the name of a person is, by its parts and its company.
    fn particulars(&self, name: &Name) -> impl Iterator<Item = SignalKind> {
        let is_titled = self.reading.has(name.first, kind::NAME_TITLES);
        let is_case = self.company.is_labeled(name.first)
            || self.company.is_bedded(name.end, is_titled)
            || self.company.is_listed(name.first, name.end);
        let is_kin = self.company.is_kin(name.first) || self.company.has_kin(name.end);
        let all = [
            (kind::FULL_NAME, name.is_full),
            (kind::VEILED_NAME, self.is_veiled(name)),
            (kind::CASE_NAME, is_case),
            (kind::KIN_NAME, is_kin),
        ];
        all.into_iter().filter(|(_, is)| *is).map(|(kind, _)| kind)
    }

    /// The name, unless it is a colleague's or a thing's; `first` is its title, `bare` its first name word.
    fn judged(&self, first: u32, bare: u32, end: u32, kind: SignalKind) -> Option<Name> {
        if self.company.names_a_thing(end) {
            return None;
        }
        let kind = match kind {
            kind::PERSON_NAME if self.company.is_staff(first, end) => kind::STAFF_NAME,
            kind::PERSON_NAME if self.company.is_public(end) => kind::NO_NAME,
            kind => kind,
        };
        let is_full = self.reading.has(first, kind::NAME_TITLES) || self.parts.is_full(bare, end);
        Some(Name { kind, first, end, is_full })
    }

    /// The end of an eponym, public figure, holiday, office term or public office with its holder.
    fn excluded_end(&self, at: u32) -> Option<u32> {
        let known = [
            kind::EPONYMS,
            kind::PUBLIC_FIGURES,
            kind::HOLIDAY_NAMES,
            kind::OFFICE_CONTACT,
            kind::STAFF_NAME,
        ]
        .into_iter()
        .filter_map(|kind| self.reading.end_of(at, kind))
        .max();
        known.or_else(|| {
            let holder =
                [kind::PUBLIC_ROLES, kind::SAINTS].into_iter().find_map(|role| self.title_end(at, role))?;
            let end = self.parts.run_end(holder);
            (end > holder).then_some(end)
        })
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

    /// "Mrs. Okafor", "mr smith", "Mr. D": behind a title any capitalized word is a name, and any known one.
    /// Behind a homely word ("little Theo") only a known one is.
    fn titled(&self, at: u32, title_end: u32, is_formal: bool) -> Option<Name> {
        let part = self.parts.part(title_end);
        let capital = self.reading.token(title_end).is_some_and(|token| token.capital);
        let known = match part {
            Part::Given => true,
            Part::Surname => is_formal || capital,
            Part::AmbiguousGiven => capital,
            Part::AmbiguousSurname | Part::Initial => is_formal && capital,
            Part::Unknown => false,
        };
        // "MS. Learning": a degree or an illness in capitals, not a title.
        let is_shouted = |word: &str| word.len() > 1 && !word.bytes().any(|byte| byte.is_ascii_lowercase());
        let is_acronym = is_shouted(self.reading.word(at)) && !is_shouted(self.reading.word(title_end));
        let stranger = is_formal && capital && !is_acronym && !self.parts.is_common(title_end);
        if !known && !stranger {
            return None;
        }
        let end = self.parts.run_end(title_end).max(title_end + 1);
        self.judged(at, title_end, end, kind::PERSON_NAME)
    }

    fn capitalized(&self, at: u32) -> Option<(u32, SignalKind)> {
        let part = self.parts.part(at);
        let next = self.parts.follower(at);
        let next_part = next.map(|next| self.parts.part(next));
        let end = self.parts.run_end(at).max(at + 1);
        let inside = self.is_inside_sentence(at);
        let certain = match (part, next_part) {
            // "Smith, John", "OLSEN, Birgitte"
            (Part::Surname | Part::AmbiguousSurname | Part::Unknown | Part::Given, None)
                if self.reading.word(at + 1) == "," && self.parts.is_turned_around(at) =>
            {
                return Some((self.parts.run_end(at + 2).max(at + 3), kind::PERSON_NAME));
            }
            (Part::Given, _) if self.parts.is_acronym(at) => {
                matches!(next_part, Some(Part::Surname | Part::AmbiguousSurname))
            }
            (Part::Given, _) | (Part::AmbiguousGiven | Part::Surname, Some(Part::Initial)) => true,
            // "J.T. in 214", "J.T. came in for his shot"
            (Part::Initial, Some(Part::Initial)) => {
                self.company.is_placed(end)
                    || self.company.comes_for_care(end)
                    || self.company.is_aged(end)
                    || self.is_short_for(at, end)
            }
            (Part::AmbiguousGiven, Some(Part::Surname)) => true,
            (Part::AmbiguousGiven, Some(Part::AmbiguousSurname)) => inside && self.is_possessive(end),
            (Part::Initial, Some(Part::Surname)) => self.reading.word(at + 1) == ".",
            (Part::Unknown, Some(Part::Surname)) => {
                !self.parts.is_ordinary(at) && (inside || self.company.acts(end))
            }
            _ => false,
        };
        let framed = || {
            self.company.is_framed(at)
                && match part {
                    Part::AmbiguousGiven | Part::Surname | Part::AmbiguousSurname => true,
                    Part::Unknown => !self.parts.is_ordinary(at) && !self.reading.has(at, kind::SHOUTING),
                    Part::Initial => self.reading.word(at + 1) == "." && next_part.is_some(),
                    Part::Given => self.parts.is_acronym(at),
                }
        };
        // "daughter Grace"
        let kin = || {
            let fits = match part {
                Part::AmbiguousGiven | Part::Surname => !self.parts.is_common(at),
                Part::Unknown => !self.parts.is_ordinary(at) && !self.parts.is_acronym(at),
                _ => false,
            };
            inside && fits && self.company.is_kin(at)
        };
        if certain || framed() || kin() {
            return Some((end, kind::PERSON_NAME));
        }
        // "Will had", "Grace's braces": no verb, no virtue; "Ferrante slept through the night".
        let told = || match part {
            Part::AmbiguousGiven => self.company.acts(end) || self.is_possessive(end),
            Part::Surname => self.company.acts(end),
            _ => false,
        };
        let maybe = matches!(part, Part::AmbiguousGiven | Part::Surname)
            && (inside || told())
            && !self.reading.has(at, kind::SHOUTING)
            && !self.parts.is_acronym(at);
        maybe.then_some((end, kind::POSSIBLE_NAME))
    }

    /// "marcus okafor", a given name behind "patient", "named", "pt" or "saw", "theo's mum", and "okafor" on a list of beds.
    fn lower_case(&self, at: u32) -> Option<(u32, SignalKind)> {
        let part = self.parts.part(at);
        let next = at + 1;
        let is_kin = || part == Part::Given && self.company.is_kin(at);
        if matches!(part, Part::Given | Part::Surname) && (self.company.is_listed(at, next) || is_kin()) {
            return Some((next, kind::PERSON_NAME));
        }
        if !matches!(part, Part::Given | Part::AmbiguousGiven) {
            return None;
        }
        let follows = self.reading.token(next).is_some_and(|it| it.kind == TokenKind::Word && !it.glued)
            && self.reading.place(next).sentence == self.reading.place(at).sentence;
        let next_part = if follows { self.parts.part(next) } else { Part::Unknown };
        if part == Part::AmbiguousGiven {
            let full = next_part == Part::Surname && self.company.acts(next + 1);
            return full.then_some((next + 1, kind::PERSON_NAME));
        }
        // "tessa m said so"
        if follows && self.parts.is_small_initial(next) && self.company.acts(next + 1) {
            return Some((next + 1, kind::PERSON_NAME));
        }
        let met = self.company.is_met(at);
        let kin = || {
            self.is_possessive(next)
                && self.reading.between(next, next + 2).iter().any(|it| it.kind == kind::KINSHIP)
        };
        match next_part {
            Part::Surname => Some((next + 1, kind::PERSON_NAME)),
            Part::AmbiguousSurname if met => Some((next + 1, kind::PERSON_NAME)),
            _ => (met || self.company.is_framed(at) || kin()).then_some((next, kind::PERSON_NAME)),
        }
    }

    /// "Birgit Olsen (B.O.)": letters in brackets behind a name.
    fn is_short_for(&self, at: u32, end: u32) -> bool {
        let name = at.checked_sub(2).map_or(Part::Unknown, |name| self.parts.part(name));
        self.reading.word(at.saturating_sub(1)) == "("
            && self.reading.word(end) == ")"
            && matches!(name, Part::Given | Part::Surname)
    }

    /// "Mr. K.", "Mrs. O", "J.T. in 214": so little of a name that only people who know are to know.
    fn is_veiled(&self, name: &Name) -> bool {
        let titled = self.title_end(name.first, kind::NAME_TITLES);
        let bare = titled.unwrap_or(name.first);
        let mut letters = (bare..name.end).filter(|at| self.reading.word(*at) != ".");
        letters.all(|at| self.parts.part(at) == Part::Initial)
    }

    fn is_possessive(&self, end: u32) -> bool {
        end.checked_sub(1).is_some_and(|last| possessor(self.reading.word(last)).is_some())
    }

    fn is_inside_sentence(&self, at: u32) -> bool {
        at.checked_sub(1)
            .is_some_and(|before| self.reading.place(before).sentence == self.reading.place(at).sentence)
    }
}

#[cfg(test)]
mod tests {
    use crate::engine::{Checker, Config};

    fn found(text: &'static str, kind: &str) -> Vec<&'static str> {
        let signals = Checker::new(Config::default()).signals(text);
        signals.into_iter().filter(|(_, name)| *name == kind).map(|(span, _)| span.of(text)).collect()
    }

    #[test]
    fn names_reach_over_particles_initials_and_hyphens() {
        assert_eq!(found("saw Jan van der Berg", "full-name"), ["Jan van der Berg"]);
        assert_eq!(found("saw Maria J. Lopez-Reyes", "full-name"), ["Maria J. Lopez-Reyes"]);
        assert_eq!(found("saw Anna S. today", "full-name"), ["Anna S."]);
    }

    #[test]
    fn words_that_are_also_names_need_company() {
        assert!(found("Will May be Grace?", "person-name").is_empty());
        assert_eq!(found("pt Grace slept", "person-name"), ["Grace"]);
    }

    #[test]
    fn clinicians_saints_places_and_offices_are_no_patients() {
        for text in ["Dr. Lena Shah called", "at St. Mary's", "in Jordan", "Senator Dale Morrison"] {
            assert!(found(text, "person-name").is_empty(), "{text}");
        }
    }

    #[test]
    fn a_label_announces_a_case() {
        assert_eq!(found("Patient: Svetlana Petrova, 54", "case-name"), ["Svetlana Petrova"]);
        assert!(found("Lowongan PT Citilink Indonesia", "case-name").is_empty());
    }

    #[test]
    fn small_letters_are_a_name_in_a_form_and_before_a_letter_alone() {
        assert_eq!(found("name: brannoch, t - knee", "full-name"), ["brannoch, t"]);
        assert_eq!(found("tessa m said so", "person-name"), ["tessa m"]);
        assert!(found("plan b was in place, anna i said", "person-name").is_empty());
    }
}
