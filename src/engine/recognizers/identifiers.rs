//! Numbers that stand for one person: `identifiers/*.toml` says what each kind looks like.
//!
//! Digits are first brought into one form: tokens that stand close, with whatever people put between them (spaces,
//! dots, dashes, brackets, line breaks, pictographs), become parts joined by single hyphens. A kind's grouped shape
//! is compared with the hyphens, its cued shape without them; the latter counts only when one of its cue words
//! stands up to five words before or two behind. A word that says what else a number is ("order", "invoice")
//! directly before it settles the matter.

use std::sync::OnceLock;

use regex_lite::Regex;

use super::check_digits::Check;
use super::number_parts::{
    Joint, Part, can_take_part, is_bridge, is_extension, joint_at, joint_before, push_parts, push_spoken,
    spoken_digit, stands_between_spoken, without_lookalikes,
};
use super::office::Office;
use super::signal;
use crate::engine::lex::TokenKind;
use crate::engine::reading::Reading;
use crate::engine::signal::{Signal, SignalKind};
use crate::engine::tables::{IDENTIFIERS, kind};

/// One kind of number, as compiled.
#[derive(Debug)]
pub(crate) struct Shape {
    /// The signal it gives.
    pub(crate) signal: SignalKind,
    /// Its shape with hyphens between parts, and how long it may be without them.
    pub(crate) grouped: Option<(&'static str, u8, u8)>,
    /// Its shape without hyphens, and how long it may be.
    pub(crate) cued: Option<(&'static str, u8, u8)>,
    /// What it must pass.
    pub(crate) check: Check,
    /// The words that announce it.
    pub(crate) cue: Option<SignalKind>,
}

/// Cue words stand at most so many tokens before a number, or so many behind.
const CUE_BEFORE: u32 = 6;
const CUE_BEHIND: u32 = 3;
/// No identifier has more parts or characters.
const MOST_PARTS: usize = 10;
const LONGEST: usize = 34;
const SHORTEST: usize = 4;
/// "visit #12" counts visits.
const SHORTEST_MARKED: usize = 5;

/// The shapes' expressions, compiled when a checker first meets a number.
#[derive(Debug, Default)]
pub(crate) struct Identifiers {
    compiled: OnceLock<Vec<Expressions>>,
}

#[derive(Debug)]
struct Expressions {
    grouped: Option<Regex>,
    cued: Option<Regex>,
}

/// What stands on either side of a run of parts.
struct Edges {
    before: Joint,
    behind: Joint,
}

impl Edges {
    fn allow_cued(&self) -> bool {
        [self.before, self.behind]
            .iter()
            .all(|joint| matches!(joint, Joint::Loose | Joint::Spaced | Joint::Listed))
    }

    fn allow_grouped(&self) -> bool {
        self.before == Joint::Loose && self.behind == Joint::Loose
    }
}

impl Identifiers {
    fn expressions(&self) -> &[Expressions] {
        self.compiled.get_or_init(|| {
            let compile =
                |shape: &Option<(&str, u8, u8)>| shape.and_then(|(pattern, ..)| Regex::new(pattern).ok());
            IDENTIFIERS
                .iter()
                .map(|shape| Expressions { grouped: compile(&shape.grouped), cued: compile(&shape.cued) })
                .collect()
        })
    }

    pub(super) fn recognize(&self, reading: &Reading<'_>, office: &Office, found: &mut Vec<Signal>) {
        let spells_numbers = reading.present().contains(kind::NUMBER_WORDS);
        // A number without a digit in it, written or spoken, is none.
        let all = reading.inventory;
        if !(spells_numbers || all.may_have_digits() || all.has_links()) {
            return;
        }
        let mut parts: Vec<Part> = Vec::new();
        for (at, token) in (0_u32..).zip(&reading.tokens) {
            if token.kind == TokenKind::Email && !office.has_address(reading.word(at)) {
                found.push(signal(kind::EMAIL, at, at + 1));
            }
            let spoken = if spells_numbers { spoken_digit(reading, at) } else { None };
            if spoken.is_none() && !can_take_part(token, at, &parts, reading) {
                let bridge = !parts.is_empty() && (is_bridge(token) || stands_between_spoken(reading, at));
                if !bridge {
                    self.look(&parts, reading, office, found);
                    parts.clear();
                }
                continue;
            }
            if !parts.is_empty() && is_extension(token.text(&reading.text)) {
                self.look(&parts, reading, office, found);
                parts.clear();
                continue;
            }
            match spoken {
                Some(digit) => push_spoken(&mut parts, at, digit, reading),
                None => {
                    push_parts(&mut parts, at, token.text(&reading.text), joint_before(token, at, reading))
                }
            }
        }
        self.look(&parts, reading, office, found);
    }

    fn look(&self, parts: &[Part], reading: &Reading<'_>, office: &Office, found: &mut Vec<Signal>) {
        let mut from = 0;
        while from < parts.len() {
            let longest = parts.len().min(from + MOST_PARTS);
            let hit = (from + 1..=longest).rev().find_map(|end| {
                let edges = Edges { before: joint_at(parts, from), behind: joint_at(parts, end) };
                let window = parts.get(from..end).filter(|_| edges.allow_cued())?;
                self.identify(window, &edges, reading, office).map(|signal| (end, signal))
            });
            match hit {
                Some((end, signal)) => {
                    found.push(signal);
                    from = end;
                }
                None => from += 1,
            }
        }
    }

    /// The first kind of number that this is.
    fn shape_of(
        &self,
        compact: &str,
        joined: &str,
        place: &Candidate<'_>,
        reading: &Reading<'_>,
    ) -> Option<&'static Shape> {
        let length = joined.bytes().filter(|byte| *byte != b'-').count();
        let fits = |bounds: &Option<(&str, u8, u8)>| {
            bounds.is_some_and(|(_, least, most)| (usize::from(least)..=usize::from(most)).contains(&length))
        };
        let has =
            |expression: &Option<Regex>, text: &str| expression.as_ref().is_some_and(|e| e.is_match(text));
        let shapes = || IDENTIFIERS.iter().zip(self.expressions());
        let announced = || {
            let candidates = shapes().filter(|(shape, _)| !place.named_otherwise && fits(&shape.cued));
            let announced = candidates.filter_map(|(shape, expressions)| {
                let distance = announced_from(shape, place, reading)?;
                let is_one = has(&expressions.cued, compact) && shape.check.passes(compact);
                is_one.then_some((distance, shape))
            });
            announced.min_by_key(|(distance, _)| *distance).map(|(_, shape)| shape)
        };
        let grouped_alone = place.edges.allow_grouped() && !is_something_else(place.first, 2, reading);
        let by_grouping = || {
            let mut grouped = shapes().filter(|(shape, _)| grouped_alone && fits(&shape.grouped));
            let is_one = |(shape, expressions): &(&Shape, &Expressions)| {
                has(&expressions.grouped, joined) && shape.check.passes(compact)
            };
            grouped.find(is_one).map(|(shape, _)| shape)
        };
        announced().or_else(by_grouping)
    }

    fn identify(
        &self,
        window: &[Part],
        edges: &Edges,
        reading: &Reading<'_>,
        office: &Office,
    ) -> Option<Signal> {
        let length: usize = window.iter().map(|part| part.text.len()).sum();
        if !(SHORTEST..=LONGEST).contains(&length) {
            return None;
        }
        let compact: String = window.iter().map(|part| part.text.as_str()).collect();
        // "000000000" is what a form shows before anybody has filled it in.
        if !compact.bytes().any(|byte| (b'1'..=b'9').contains(&byte)) {
            return None;
        }
        let (first, end) = (window.first()?.token, window.last()?.token + 1);
        // "CPT 90686" says itself what it is.
        if window.len() > 1 && reading.has(first, kind::NUMBER_TYPES) {
            return None;
        }
        let joined = join(window);
        let place = Candidate {
            first,
            end,
            edges,
            named_otherwise: is_something_else(first, 0, reading) || is_date(window),
        };
        let shape = self.shape_of(&compact, &joined, &place, reading).or_else(|| {
            // "MRN 44719O2": a letter for a digit, where a cue or a check digit makes it sure.
            let digits = without_lookalikes(&compact)?;
            let joined = without_lookalikes(&joined)?;
            self.shape_of(&digits, &joined, &place, reading).filter(|shape| shape.cue.is_some())
        });
        let marked =
            || (length >= SHORTEST_MARKED && is_marked(first, reading)) || is_of_patient(first, end, reading);
        let found = shape.map(|shape| shape.signal).or_else(|| marked().then_some(kind::IDENTIFIER))?;
        let own = found == kind::PHONE && office.has_number(&compact);
        let first = with_opening(first, end, reading);
        Some(signal(if own { kind::OFFICE_CONTACT } else { found }, first, end))
    }
}

/// Where a run of parts stands, and whether a word says that it is something else.
struct Candidate<'e> {
    first: u32,
    end: u32,
    edges: &'e Edges,
    named_otherwise: bool,
}

fn join(window: &[Part]) -> String {
    let mut joined = String::with_capacity(LONGEST);
    for part in window {
        if part.joint != Joint::None && !joined.is_empty() {
            joined.push('-');
        }
        joined.push_str(&part.text);
    }
    joined
}

/// How far away the nearest word stands that announces such a number; one behind it counts as farther.
fn announced_from(shape: &Shape, place: &Candidate<'_>, reading: &Reading<'_>) -> Option<u32> {
    let (first, end) = (place.first, place.end);
    let cue = shape.cue?;
    // "+49 30 123456" announces itself.
    if shape.signal == kind::PHONE && first.checked_sub(1).is_some_and(|plus| reading.word(plus) == "+") {
        return Some(0);
    }
    let here = reading.place(first);
    let before = |signal: &Signal| {
        let same = reading.place(signal.first).paragraph == here.paragraph;
        (same && signal.end <= first && signal.end + CUE_BEFORE > first).then(|| first - signal.end)
    };
    // "4471920 is her MRN", but not "4471920, phone: …"
    let behind = |signal: &Signal| {
        // The "dL" of "70-110 mg/dL" is no driver's license.
        let apart = reading.token(signal.first).is_some_and(|cue| !cue.glued);
        let same = apart && reading.place(signal.first).sentence == here.sentence;
        let announces_next = matches!(reading.word(signal.end), ":" | "#" | "=" | "(" | "is")
            || reading.token(signal.end).is_some_and(|next| next.kind == TokenKind::Number);
        (same && signal.first >= end && !announces_next).then(|| signal.first - end + CUE_BEFORE)
    };
    let near = reading.between(first.saturating_sub(CUE_BEFORE + 2), end + CUE_BEHIND);
    near.iter()
        .filter(|signal| signal.kind == cue)
        .filter_map(|cue| before(cue).or_else(|| behind(cue)))
        .min()
}

/// "visit # 1029384": a mark for numbers between a word for what somebody has one of and the number.
fn is_marked(first: u32, reading: &Reading<'_>) -> bool {
    let Some(mark) = first.checked_sub(1).filter(|mark| reading.word(*mark) == "#") else { return false };
    let counted = reading.between(mark.saturating_sub(1), mark);
    counted.iter().any(|signal| signal.kind == kind::NUMBERED && signal.end == mark)
}

/// "patient 40417, …": a number in the place of a name; a year or a count goes on with a noun.
fn is_of_patient(first: u32, end: u32, reading: &Reading<'_>) -> bool {
    let number = |at: u32| reading.token(at).is_some_and(|token| token.kind == TokenKind::Number);
    let goes_on = [kind::FREQUENT_WORDS, kind::PAST_FORMS, kind::PERSON_ACTS];
    let stops = reading.token(end).is_none_or(|next| !next.is_term())
        || goes_on.iter().any(|kind| reading.has(end, *kind));
    let year = reading.word(first).parse().is_ok_and(|year: u32| (1900..=2100).contains(&year));
    first.checked_sub(1).is_some_and(|noun| {
        ["patient", "pt", "client"].iter().any(|it| reading.word(noun).eq_ignore_ascii_case(it))
            && reading.word(noun) != "PT"
    }) && first + 1 == end
        && number(first)
        && !year
        && stops
}

/// A plus sign or bracket that opens a number belongs to it, or a fix would leave it behind.
fn with_opening(first: u32, end: u32, reading: &Reading<'_>) -> u32 {
    let glued = reading.token(first).is_some_and(|token| token.glued);
    let Some(before) = first.checked_sub(1).filter(|_| glued) else { return first };
    match reading.word(before) {
        "(" if (first..end).any(|at| reading.word(at) == ")") => with_opening(before, end, reading),
        "+" => before,
        _ => first,
    }
}

/// "16.11.1975", "2024-03-14": a date beside a cue for numbers is still a date.
fn is_date(window: &[Part]) -> bool {
    let [first, second, third] = window else { return false };
    let joined = second.joint == Joint::Tight && third.joint == Joint::Tight;
    let day =
        |part: &Part| part.text.len() <= 2 && part.text.parse().is_ok_and(|day: u32| (1..=31).contains(&day));
    let year =
        |part: &Part| part.text.len() == 4 && (part.text.starts_with("19") || part.text.starts_with("20"));
    joined && day(second) && ((day(first) && year(third)) || (year(first) && day(third)))
}

/// "order 123-45-6789": a word before it, at most `apart` tokens away, says what else the number is.
fn is_something_else(first: u32, apart: u32, reading: &Reading<'_>) -> bool {
    reading
        .between(first.saturating_sub(4), first)
        .iter()
        .any(|signal| signal.kind == kind::NUMBER_TYPES && signal.end + apart >= first)
}
