//! Matches that only stand when a model is sure of their sentence.

use super::{Match, scope};
use crate::engine::features::{Feature, features};
use crate::engine::language::Language;
use crate::engine::lex::TokenKind;
use crate::engine::matcher::{Matcher, MatcherKind, Scope};
use crate::engine::model::Model;
use crate::engine::reading::Reading;

/// What models have said of the sentences of a passage: several matchers ask the same model, several models of the same
/// sentence.
#[derive(Default)]
pub(crate) struct Opinions {
    given: Vec<Opinion>,
    /// What the models see of the sentence that was asked about last.
    seen: Seen,
}

struct Opinion {
    model: &'static Model,
    /// The sentence's first token.
    first: u32,
    log_odds: f32,
}

#[derive(Default)]
struct Seen {
    /// First token, and one past the last.
    sentence: Option<(u32, u32)>,
    features: Vec<Feature>,
}

impl Seen {
    fn of(&mut self, reading: &Reading<'_>, first: u32, end: u32) -> &[Feature] {
        if self.sentence != Some((first, end)) {
            *self = Seen { sentence: Some((first, end)), features: features(reading, first, end) };
        }
        &self.features
    }
}

impl Opinions {
    /// The log odds of the sentence from the token `first` to `end`; one without a word, such as a row of pictographs,
    /// never is what a model looks for.
    fn of(&mut self, model: &'static Model, reading: &Reading<'_>, first: u32, end: u32) -> f32 {
        let is_same = |it: &&Opinion| it.first == first && std::ptr::eq(it.model, model);
        // Signals come in order of place, so the sentence can only be among the last.
        if let Some(known) = self.given.iter().rev().take(8).find(is_same) {
            return known.log_odds;
        }
        let sentence = reading.tokens.get(first as usize..end as usize).unwrap_or_default();
        let log_odds = match sentence.iter().any(|token| token.kind == TokenKind::Word) {
            true => model.log_odds(self.seen.of(reading, first, end)),
            false => f32::NEG_INFINITY,
        };
        self.given.push(Opinion { model, first, log_odds });
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
    let evidence = if found.evidence.is_empty() {
        model.evidence(opinions.seen.of(reading, first, end))
    } else {
        found.evidence
    };
    Some(Match { evidence, ..found })
}
