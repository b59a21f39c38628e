//! Matches that only stand when a model is sure of their sentence.

use super::{Match, scope};
use crate::engine::language::Language;
use crate::engine::matcher::{Matcher, MatcherKind, Scope};
use crate::engine::reading::Reading;

/// The match with the words that carried the decision, unless the matcher's model is less sure than it must be.
pub(crate) fn confirmed(matcher: &Matcher, found: Match, reading: &Reading<'_>) -> Option<Match> {
    let Some((model, sure)) = matcher.model else { return Some(found) };
    // Models learned from English texts have nothing to say of others.
    if reading.tongue(reading.place(found.first).paragraph).language() != Language::default() {
        return (!matches!(matcher.how, MatcherKind::Model)).then_some(found);
    }
    let (first, end) = scope(Scope::Sentence, found.first, reading);
    if model.log_odds(reading, first, end) < sure {
        return None;
    }
    let evidence =
        if found.evidence.is_empty() { model.evidence(reading, first, end) } else { found.evidence };
    Some(Match { evidence, ..found })
}
