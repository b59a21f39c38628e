//! Matches that only stand when a model is sure of their sentence.

use super::{Match, scope};
use crate::engine::language::Language;
use crate::engine::matcher::{Matcher, MatcherKind, Scope};
use crate::engine::model::Model;
use crate::engine::reading::Reading;

/// What models have said of the sentences of a passage: several matchers ask the same model.
#[derive(Default)]
pub(crate) struct Opinions(Vec<Opinion>);

struct Opinion {
    model: &'static Model,
    /// The sentence's first token.
    first: u32,
    log_odds: f32,
}

impl Opinions {
    /// The log odds of the sentence from the token `first` to `end`.
    fn of(&mut self, model: &'static Model, reading: &Reading<'_>, first: u32, end: u32) -> f32 {
        let is_same = |it: &&Opinion| it.first == first && std::ptr::eq(it.model, model);
        // Signals come in order of place, so the sentence can only be among the last.
        if let Some(known) = self.0.iter().rev().take(8).find(is_same) {
            return known.log_odds;
        }
        let log_odds = model.log_odds(reading, first, end);
        self.0.push(Opinion { model, first, log_odds });
        log_odds
    }
}

/// The match with the words that carried the decision, unless the matcher's model is less sure than it must be.
pub(crate) fn confirmed(
    matcher: &Matcher,
    found: Match,
    reading: &Reading<'_>,
    opinions: &mut Opinions,
) -> Option<Match> {
    let Some((model, sure)) = matcher.model else { return Some(found) };
    // Models learned from English texts have nothing to say of others.
    if reading.tongue(reading.place(found.first).paragraph).language() != Language::default() {
        return (!matches!(matcher.how, MatcherKind::Model)).then_some(found);
    }
    let (first, end) = scope(Scope::Sentence, found.first, reading);
    if opinions.of(model, reading, first, end) < sure {
        return None;
    }
    let evidence =
        if found.evidence.is_empty() { model.evidence(reading, first, end) } else { found.evidence };
    Some(Match { evidence, ..found })
}
