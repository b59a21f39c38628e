//! Days and minutes of universal time, without a clock.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

const MINUTES_A_DAY: u32 = 24 * 60;

/// A minute of universal time, counted from the beginning of 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Minute(pub u32);

/// A day, counted from January 1, 1970; `2027-01-31` in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub u32);

impl Minute {
    /// Its day.
    #[must_use]
    pub fn day(self) -> Day {
        Day(self.0 / MINUTES_A_DAY)
    }
}

impl fmt::Display for Minute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let minute = self.0 % MINUTES_A_DAY;
        write!(f, "{}T{:02}:{:02}Z", self.day(), minute / 60, minute % 60)
    }
}

/// Year, month and day of the month, by Howard Hinnant's `civil_from_days`, which counts from March of the year 0.
impl From<Day> for (u32, u32, u32) {
    fn from(Day(days): Day) -> Self {
        let shifted = days + 719_468;
        let era = shifted / 146_097;
        let of_era = shifted % 146_097;
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        let year = year_of_era + era * 400 + u32::from(month <= 2);
        (year, month, day)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = (*self).into();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl FromStr for Day {
    type Err = DayError;

    fn from_str(text: &str) -> Result<Self, DayError> {
        let mut parts = text.split('-');
        let mut part = |digits: usize| {
            let part = parts.next().filter(|part| part.len() == digits)?;
            part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse().ok()).flatten()
        };
        let (year, month, day): (u32, u32, u32) =
            part(4).zip(part(2)).zip(part(2)).map(|((y, m), d)| (y, m, d)).ok_or(DayError)?;
        if parts.next().is_some() || year < 1970 || !(1..=12).contains(&month) || day == 0 {
            return Err(DayError);
        }
        let (shifted_year, shifted_month) =
            if month <= 2 { (year - 1, month + 9) } else { (year, month - 3) };
        let (era, of_era) = (shifted_year / 400, shifted_year % 400);
        let of_year = (153 * shifted_month + 2) / 5 + day - 1;
        let found = Day(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468);
        // The 31st of a shorter month comes out as a day of the next.
        if <(u32, u32, u32)>::from(found) == (year, month, day) { Ok(found) } else { Err(DayError) }
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// The text is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayError;

impl fmt::Display for DayError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a day since 1970; write it as 2027-01-31")
    }
}

impl std::error::Error for DayError {}
