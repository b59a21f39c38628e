//! Some of many, with how sure one can be of it.

use std::fmt;
use std::ops::AddAssign;

/// The two-sided 95 % point of the normal distribution.
const Z: f64 = 1.959_964;

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Proportion {
    /// How many were.
    pub(super) hits: u32,
    /// How many could have been.
    pub(super) total: u32,
}

impl Proportion {
    /// Counts the members for which `is_hit` holds.
    pub(super) fn of<T>(members: impl IntoIterator<Item = T>, is_hit: impl Fn(T) -> bool) -> Self {
        let mut proportion = Proportion::default();
        for member in members {
            proportion += Proportion { hits: u32::from(is_hit(member)), total: 1 };
        }
        proportion
    }

    /// The share, 0 to 1; `None` of nothing.
    pub(super) fn share(self) -> Option<f64> {
        (self.total > 0).then(|| f64::from(self.hits) / f64::from(self.total))
    }

    /// Wilson's 95 % interval: honest for few rows and for shares near 0 and 1.
    pub(super) fn interval(self) -> Option<(f64, f64)> {
        let share = self.share()?;
        let n = f64::from(self.total);
        let center = share + Z * Z / (2.0 * n);
        let spread = Z * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
        let scale = 1.0 + Z * Z / n;
        Some((((center - spread) / scale).max(0.0), ((center + spread) / scale).min(1.0)))
    }

    /// The share in percent, for a narrow column.
    pub(super) fn percent(self) -> String {
        self.share().map_or_else(|| "-".to_owned(), |share| format!("{:.1} %", share * 100.0))
    }
}

impl Proportion {
    /// Per thousand, with its interval: "4.8 (1.3 to 17.2)".
    pub(super) fn per_thousand(self) -> String {
        let (Some(share), Some((low, high))) = (self.share(), self.interval()) else { return String::new() };
        format!("{:.1} ({:.1} to {:.1})", share * 1_000.0, low * 1_000.0, high * 1_000.0)
    }
}

impl AddAssign for Proportion {
    fn add_assign(&mut self, other: Self) {
        self.hits += other.hits;
        self.total += other.total;
    }
}

impl fmt::Display for Proportion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some((low, high)) = self.interval() else { return f.write_str("no rows") };
        let (low, high) = (low * 100.0, high * 100.0);
        write!(f, "{} ({}/{}, 95 %: {low:.1} to {high:.1})", self.percent(), self.hits, self.total)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn interval(hits: u32, total: u32) -> (f64, f64) {
        let (low, high) = Proportion { hits, total }.interval().unwrap();
        let rounded = |value: f64| (value * 10_000.0).round() / 10_000.0;
        (rounded(low), rounded(high))
    }

    #[test]
    fn the_interval_is_the_published_one() {
        // Newcombe, Statistics in Medicine 1998;17:857, table I, method 3.
        assert_eq!(interval(81, 263), (0.2553, 0.3662));
        assert_eq!(interval(15, 148), (0.0624, 0.1605));
        assert_eq!(interval(0, 20), (0.0, 0.1611));
        assert_eq!(interval(1, 29), (0.0061, 0.1718));
    }

    #[test]
    fn alarms_are_counted_per_thousand() {
        assert_eq!(Proportion { hits: 0, total: 20 }.per_thousand(), "0.0 (0.0 to 161.1)");
        assert_eq!(Proportion::default().per_thousand(), "");
    }

    #[test]
    fn nothing_of_nothing_has_no_share() {
        assert_eq!(Proportion::default().share(), None);
        assert_eq!(Proportion::default().to_string(), "no rows");
    }
}
