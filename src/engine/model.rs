//! A linear model: it adds up what it learned of a sentence's features and says whether they are enough.
//!
//! Learned by `chaperone train` from the texts under `training/`, kept in `models/`, one file a model.

use super::features::Feature;
use super::ranked::ranked;
use super::signal::Signal;
use super::tables::kind;

/// The words that carried a decision are at most so many places.
const MOST_EVIDENCE: usize = 3;

/// A sentence of so many features has the usual length; the sum over a longer one counts less.
const USUAL_LENGTH: f32 = 40.0;
/// And a shorter one than this is no shorter.
const SHORTEST_LENGTH: f32 = 4.0;

/// What was learned.
#[derive(Debug)]
pub(crate) struct Model {
    /// The log odds of an empty sentence.
    pub(crate) bias: f32,
    /// The log odds that a weight of 1 adds to a sentence of usual length.
    pub(crate) unit: f32,
    /// The weight of each bucket of features; their number is a power of two.
    pub(crate) weights: &'static [i8],
}

/// What a feature of a sentence with so many of them counts.
pub fn feature_value(features: u16) -> f32 {
    (USUAL_LENGTH / f32::from(features).max(SHORTEST_LENGTH)).sqrt()
}

impl Model {
    /// The log odds that a sentence with these features is what the model looks for.
    pub(crate) fn log_odds(&self, features: &[Feature]) -> f32 {
        let sum = features.iter().fold(0_i16, |sum, feature| sum.saturating_add(self.weight(feature)));
        let count = u16::try_from(features.len()).unwrap_or(u16::MAX);
        self.bias + self.unit * f32::from(sum) * feature_value(count)
    }

    /// The words that speak most for it, by place.
    pub(crate) fn evidence(&self, features: &[Feature]) -> Vec<Signal> {
        let carriers = features.iter().filter(|feature| feature.first < feature.end);
        let weighed = |feature: &Feature| (self.weight(feature), feature.first, feature.end);
        let mut carriers: Vec<_> = carriers.map(weighed).filter(|(weight, ..)| *weight > 0).collect();
        let mut evidence = Vec::with_capacity(MOST_EVIDENCE);
        while evidence.len() < MOST_EVIDENCE {
            // The heaviest; of equals the one that stands first and ends first.
            let best = carriers.iter().min_by_key(|(weight, first, end)| (-weight, *first, *end));
            let Some((_, from, to)) = best.copied() else { break };
            evidence.push(Signal { kind: kind::SENTENCE, first: from, end: to });
            carriers.retain(|(_, first, end)| *end <= from || *first >= to);
        }
        ranked(evidence, |signal| u128::from(signal.first))
    }

    fn weight(&self, feature: &Feature) -> i16 {
        let bucket = feature.hash as usize & self.weights.len().wrapping_sub(1);
        self.weights.get(bucket).copied().map_or(0, i16::from)
    }
}
