//! A model as `chaperone train` writes it: `models/<name>.toml`.

use serde::Deserialize;

/// Weights of hashed features are kept for so many buckets.
pub const BUCKETS: usize = 1 << 14;

/// `models/<name>.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ModelFile {
    /// The log odds of an empty sentence.
    pub bias: f32,
    /// The log odds that a weight of 1 adds to a sentence of usual length.
    pub unit: f32,
    /// The weight of each bucket, as two hexadecimal digits of its two's complement.
    pub weights: String,
}

impl ModelFile {
    /// The weight of every bucket.
    ///
    /// # Errors
    /// What is wrong with the list.
    pub fn buckets(&self) -> Result<Vec<i8>, String> {
        let digits: Vec<u8> = self.weights.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
        if digits.len() != 2 * BUCKETS {
            return Err(format!("has {} digits and not {}; train anew", digits.len(), 2 * BUCKETS));
        }
        let weight = |pair: &[u8]| {
            let pair = std::str::from_utf8(pair).ok()?;
            u8::from_str_radix(pair, 16).ok().map(u8::cast_signed)
        };
        let weights: Option<Vec<i8>> = digits.chunks(2).map(weight).collect();
        weights.ok_or_else(|| "holds something else than hexadecimal digits; train anew".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn buckets(weights: &str) -> Result<Vec<i8>, String> {
        ModelFile { bias: 0.0, unit: 1.0, weights: weights.to_owned() }.buckets()
    }

    #[test]
    fn weights_go_to_their_buckets() {
        let buckets = buckets(&format!("7fFF\n{}", "00".repeat(BUCKETS - 2))).unwrap();
        assert_eq!((buckets[0], buckets[1], buckets[2]), (127, -1, 0));
    }

    #[test]
    fn faults_are_named() {
        for bad in ["", "00", &"0".repeat(2 * BUCKETS - 1), &"0g".repeat(BUCKETS)] {
            assert!(buckets(bad).is_err(), "{}", bad.len());
        }
    }
}
