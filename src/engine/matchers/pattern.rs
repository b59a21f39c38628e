//! Signals one behind the other.

use super::{Match, begins_sentence};
use crate::engine::lex::TokenKind;
use crate::engine::matcher::{Pattern, Step};
use crate::engine::reading::Reading;
use crate::engine::signal::Signal;

/// Follows the pattern's steps from the signal that woke it; the longest way through wins nothing, the first does.
pub(super) fn find(pattern: &Pattern, woken_by: &Signal, reading: &Reading<'_>) -> Option<Match> {
    let sentence = reading.place(woken_by.first).sentence;
    let walk = Walk { reading, sentence, whole_from: woken_by.first };
    walk.follow(pattern.steps, woken_by.first, Flagged::default())
}

/// The tokens between « and », as far as they have been passed.
#[derive(Clone, Copy, Default)]
struct Flagged {
    first: Option<u32>,
    end: Option<u32>,
}

struct Walk<'r, 't> {
    reading: &'r Reading<'t>,
    sentence: u32,
    whole_from: u32,
}

impl Walk<'_, '_> {
    fn follow(&self, steps: &[Step], at: u32, flagged: Flagged) -> Option<Match> {
        let Some((step, rest)) = steps.split_first() else {
            let (first, end) = (flagged.first.unwrap_or(self.whole_from), flagged.end.unwrap_or(at));
            return Some(Match::plain(first, end));
        };
        match step {
            Step::Signals(_) | Step::Phrase(_) => {
                let first_step = at == self.whole_from;
                // A quotation begins with the mark that is passed over before anything else.
                let here = || self.fitting(step, at).next().is_some();
                let at = if first_step || here() { at } else { self.past_marks(at) };
                let flagged = if flagged.first == Some(u32::MAX) {
                    Flagged { first: Some(at), ..flagged }
                } else {
                    flagged
                };
                self.fitting(step, at).rev().find_map(|signal| {
                    let inside = self.reading.place(signal.first).sentence == self.sentence;
                    if inside { self.follow(rest, signal.end, flagged) } else { None }
                })
            }
            Step::Gap(most) => (0..=u32::from(*most)).find_map(|skipped| {
                let next = at + skipped;
                let inside = skipped == 0 || self.in_sentence(next - 1);
                if inside { self.follow(rest, next, flagged) } else { None }
            }),
            Step::SentenceStart => {
                if begins_sentence(self.whole_from, self.reading) {
                    self.follow(rest, at, flagged)
                } else {
                    None
                }
            }
            Step::SentenceEnd => {
                if self.ends_sentence(at) {
                    self.follow(rest, at, flagged)
                } else {
                    None
                }
            }
            // The flagged words begin at the next signal, behind any marks.
            Step::FlagStart => self.follow(rest, at, Flagged { first: Some(u32::MAX), ..flagged }),
            Step::FlagEnd => self.follow(rest, at, Flagged { end: Some(at), ..flagged }),
        }
    }

    /// What begins at a token and is what a step asks for.
    fn fitting<'s>(&'s self, step: &'s Step, at: u32) -> impl DoubleEndedIterator<Item = &'s Signal> {
        let begun = match step {
            Step::Phrase(_) => self.reading.phrases_at(at),
            _ => self.reading.starting_at(at),
        };
        begun.iter().filter(move |signal| match step {
            Step::Signals(kinds) => kinds.contains(&signal.kind),
            Step::Phrase(phrase) => signal.kind == *phrase,
            _ => false,
        })
    }

    fn in_sentence(&self, at: u32) -> bool {
        self.reading.token(at).is_some() && self.reading.place(at).sentence == self.sentence
    }

    /// Past commas, quotation marks and pictographs between two steps.
    fn past_marks(&self, mut at: u32) -> u32 {
        let passes = |at: u32| {
            self.in_sentence(at)
                && self.reading.token(at).is_some_and(|token| {
                    matches!(token.kind, TokenKind::Punctuation(b',' | b'"' | b'\'' | b'*' | b'~'))
                })
        };
        while passes(at) {
            at += 1;
        }
        at
    }

    fn ends_sentence(&self, at: u32) -> bool {
        let at = self.past_marks(at);
        !self.in_sentence(at)
            || self.reading.token(at).is_some_and(|token| {
                matches!(
                    token.kind,
                    TokenKind::Newline | TokenKind::Symbol | TokenKind::Punctuation(b'.' | b'!' | b'?')
                )
            })
    }
}
