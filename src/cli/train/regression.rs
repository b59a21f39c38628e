//! Logistic regression with an L2 penalty, by steps that each weight can take without overshooting.

use super::examples::Row;
use crate::engine::MODEL_BUCKETS;

/// How strongly weights are drawn to zero.
const PENALTY: f64 = 2.0;
/// By then the weights no longer move by what rounding keeps.
const STEPS: u32 = 250;

/// Behind the buckets stands the bias.
const BIAS: usize = MODEL_BUCKETS;
const PLACES: usize = BIAS + 1;

/// What was learned: the sum of the bias and the weights of a sentence's buckets is its log odds.
#[derive(Debug)]
pub(super) struct Regression {
    pub(super) bias: f64,
    pub(super) weights: Vec<f64>,
}

impl Regression {
    /// Learns from all rows together; their order makes no difference worth naming.
    pub(super) fn learn<'r>(rows: impl Iterator<Item = &'r Row> + Clone) -> Regression {
        // The curvature along a weight is at most a quarter of what the features beside it add up to.
        let mut curvature = vec![PENALTY; PLACES];
        for row in rows.clone() {
            let beside: f64 = 0.25 * values(row).map(|(_, value)| value).sum::<f64>();
            for (at, value) in values(row) {
                if let Some(curvature) = curvature.get_mut(at) {
                    *curvature += value * beside;
                }
            }
        }
        let mut weights = vec![0.0; PLACES];
        let mut ahead = weights.clone();
        let mut pace = 1.0_f64;
        for _ in 0..STEPS {
            let mut slope: Vec<f64> = ahead.iter().map(|weight| PENALTY * weight).collect();
            // The bias is free.
            if let Some(slope) = slope.get_mut(BIAS) {
                *slope = 0.0;
            }
            for row in rows.clone() {
                let error = probability(sum(&ahead, row)) - f64::from(u8::from(row.wanted));
                for (at, value) in values(row) {
                    if let Some(slope) = slope.get_mut(at) {
                        *slope += error * value;
                    }
                }
            }
            let next_pace = 0.5 * (1.0 + (1.0 + 4.0 * pace * pace).sqrt());
            let momentum = (pace - 1.0) / next_pace;
            for (((weight, ahead), slope), curvature) in
                weights.iter_mut().zip(&mut ahead).zip(&slope).zip(&curvature)
            {
                let next = *ahead - slope / curvature;
                *ahead = next + momentum * (next - *weight);
                *weight = next;
            }
            pace = next_pace;
        }
        let bias = weights.get(BIAS).copied().unwrap_or(0.0);
        weights.truncate(MODEL_BUCKETS);
        Regression { bias, weights }
    }

    /// The log odds that a sentence is what the model looks for.
    pub(super) fn log_odds(&self, row: &Row) -> f64 {
        self.bias + sum(&self.weights, row)
    }
}

/// Where a row's weights stand and what each counts.
fn values(row: &Row) -> impl Iterator<Item = (usize, f64)> {
    row.buckets.iter().map(|at| (*at, row.value)).chain([(BIAS, 1.0)])
}

/// Weights that are not there count nothing.
fn sum(weights: &[f64], row: &Row) -> f64 {
    values(row).filter_map(|(at, value)| Some(weights.get(at)? * value)).sum()
}

/// The logistic function, by products alone: the system's own exponential differs from machine to machine.
fn probability(log_odds: f64) -> f64 {
    const DOUBLINGS: i32 = 12;
    let mut power = 1.0 - log_odds.clamp(-40.0, 40.0) / f64::from(1 << DOUBLINGS);
    for _ in 0..DOUBLINGS {
        power *= power;
    }
    1.0 / (1.0 + power)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(buckets: &[usize], wanted: bool) -> Row {
        Row { buckets: buckets.to_vec(), value: 1.0, wanted }
    }

    #[test]
    fn a_word_of_one_side_gets_its_sign() {
        let rows = [row(&[1, 2], true), row(&[1, 3], false), row(&[2], true), row(&[3], false)];
        let learned = Regression::learn(rows.iter());
        assert!(learned.weights[2] > 0.1 && learned.weights[3] < -0.1);
        assert!(learned.weights[1].abs() < 0.1);
        assert!(learned.log_odds(&rows[0]) > learned.log_odds(&rows[1]));
    }

    #[test]
    fn the_logistic_function_is_close_to_the_true_one() {
        for x in [-6.0, -1.0, 0.0, 0.5, 3.0] {
            assert!((probability(x) - 1.0 / (1.0 + (-x).exp())).abs() < 0.01, "{x}");
        }
    }
}
