//! How each kind of matcher looks, one file each.
//!
//! A matcher is woken by a signal that it asks for, and says where, from that signal on, its words stand.

mod missing;
mod model;
mod near;
mod pattern;
mod score;

pub(crate) use model::{Opinions, confirmed};

use super::detectors;
use super::judge::Side;
use super::matcher::{Flag, Matcher, MatcherKind, Scope};
use super::reading::Reading;
use super::segment::Stretch;
use super::signal::{Signal, SignalKind};
use super::tables::kind;
use super::view::View;

/// No term is longer than so many tokens.
const LONGEST_TERM: u32 = 8;

/// Words that a matcher found, by token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Match {
    /// First token of the flagged words.
    pub(crate) first: u32,
    /// One past their last token.
    pub(crate) end: u32,
    /// Details that add up, or the words that carried a model.
    pub(crate) evidence: Vec<Signal>,
    /// Details that lie outside of the passage: the first of these kinds on that side.
    pub(crate) distant: Vec<(&'static [SignalKind], Side)>,
    /// Whether enough added up to make it graver.
    pub(crate) graver: bool,
}

impl Match {
    /// The words from one token to another and nothing else.
    pub(crate) fn plain(first: u32, end: u32) -> Match {
        Match { first, end, evidence: Vec::new(), distant: Vec::new(), graver: false }
    }
}

/// What the matcher finds from the signal that woke it.
pub(crate) fn find(matcher: &Matcher, pattern: u16, woken_by: &Signal, view: &View<'_>) -> Option<Match> {
    let reading = view.reading;
    let paragraph = reading.place(woken_by.first).paragraph;
    if matcher.language.is_some_and(|language| reading.tongue(paragraph).language() != language) {
        return None;
    }
    let found = match &matcher.how {
        MatcherKind::Pattern(patterns) => {
            pattern::find(patterns.get(usize::from(pattern))?, woken_by, reading)?
        }
        MatcherKind::Near { of, and } => near::find(of, and, matcher.within, woken_by, view)?,
        MatcherKind::Score { of, and, at_least, raise_at, .. } => {
            let there = and.is_empty() || stands_within(and, matcher.within, woken_by.first, view);
            there.then(|| score::find(of, *at_least, *raise_at, matcher.within, woken_by, view))??
        }
        MatcherKind::Missing { without } => missing::find(without, matcher.within, woken_by, view)?,
        MatcherKind::Model => Match::plain(woken_by.first, woken_by.end),
        MatcherKind::Detector(detector) => detectors::find(*detector, woken_by, reading)?,
    };
    (!is_canceled(matcher, &found, view)).then(|| widened(matcher.flag, found, reading))
}

fn is_canceled(matcher: &Matcher, found: &Match, view: &View<'_>) -> bool {
    let reading = view.reading;
    let stands = |kinds: &[SignalKind], first: u32, end: u32| {
        !kinds.is_empty() && reading.between(first, end).iter().any(|signal| kinds.contains(&signal.kind))
    };
    if view.holds_anywhere(matcher.unless_anywhere) {
        return true;
    }
    let sentence = reading.place(found.first).sentence;
    if reading.in_sentence(sentence).contains_any(matcher.unless_sentence) {
        return true;
    }
    let unless = match matcher.within {
        Scope::Sentence => reading.in_sentence(sentence).contains_any(matcher.unless),
        _ => stands_within(matcher.unless, matcher.within, found.first, view),
    };
    if unless {
        return true;
    }
    let (clause_first, _) = scope(Scope::Clause, found.first, reading);
    if stands(matcher.unless_before, found.first.saturating_sub(4).max(clause_first), found.first) {
        return true;
    }
    let stands_right_before =
        |signal: &Signal| signal.end == found.first && matcher.unless_right_before.contains(&signal.kind);
    if reading.between(found.first.saturating_sub(LONGEST_TERM), found.first).iter().any(stands_right_before)
    {
        return true;
    }
    // A cancelling signal may begin before the flagged words.
    !matcher.except.is_empty()
        && reading.between(found.first.saturating_sub(LONGEST_TERM), found.end).iter().any(|signal| {
            matcher.except.contains(&signal.kind) && signal.end > found.first && signal.first < found.end
        })
}

fn widened(flag: Flag, found: Match, reading: &Reading<'_>) -> Match {
    let within = match flag {
        Flag::Match => return found,
        Flag::Clause => Scope::Clause,
        Flag::Sentence => Scope::Sentence,
    };
    let (first, end) = scope(within, found.first, reading);
    let (first, end) = trimmed(first, end, reading);
    Match { first: first.min(found.first), end: end.max(found.end), ..found }
}

/// Without marks and line ends on either side.
fn trimmed(mut first: u32, mut end: u32, reading: &Reading<'_>) -> (u32, u32) {
    let is_word = |at: u32| reading.token(at).is_some_and(super::lex::Token::is_term);
    while first < end && !is_word(first) {
        first += 1;
    }
    while end > first && !is_word(end - 1) {
        end -= 1;
    }
    (first, end)
}

/// Whether one of `kinds` stands in the scope around a token.
fn stands_within(kinds: &[SignalKind], within: Scope, token: u32, view: &View<'_>) -> bool {
    if view.holds_outside(within, token, kinds) {
        return true;
    }
    let reading = view.reading;
    let (first, end) = scope(within, token, reading);
    let mut present = kinds.iter().filter(|kind| reading.present().contains(**kind)).peekable();
    match within {
        _ if present.peek().is_none() => false,
        Scope::Draft => true,
        Scope::Paragraph => present.any(|kind| reading.of_kind(*kind, first, end).next().is_some()),
        Scope::Clause | Scope::Sentence | Scope::Words(_) => {
            reading.between(first, end).iter().any(|signal| kinds.contains(&signal.kind))
        }
    }
}

/// The tokens of the passage in the scope around a token: first, and one past the last.
pub(crate) fn scope(scope: Scope, token: u32, reading: &Reading<'_>) -> (u32, u32) {
    let stretch = match scope {
        Scope::Clause => Stretch::Clause,
        Scope::Sentence | Scope::Words(_) => Stretch::Sentence,
        Scope::Paragraph => Stretch::Paragraph,
        Scope::Draft => return (0, reading.places.count()),
    };
    let (first, end) = reading.around(token, stretch);
    match scope {
        Scope::Words(n) => {
            let n = u32::from(n);
            (first.max(token.saturating_sub(n)), end.min(token + n + 1))
        }
        _ => (first, end),
    }
}

/// Whether the sentence begins at a token, greetings, mentions and quoted marks before it aside.
pub(crate) fn begins_sentence(token: u32, reading: &Reading<'_>) -> bool {
    let (first, _) = scope(Scope::Sentence, token, reading);
    let mut at = first;
    while at < token {
        let skipped = reading.token(at).is_some_and(|token| !token.is_term());
        let greeting = reading.end_of(at, kind::SENTENCE_OPENERS);
        match greeting {
            Some(end) => at = end,
            None if skipped => at += 1,
            None => return false,
        }
    }
    at == token
}
