//! A point in time: microseconds since 1970 in UTC. Reading the clock is the caller's.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A text that is not a point in time.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a time like `2026-01-31T09:30:00Z` (RFC 3339)")]
pub struct TimestampError(pub String);

/// Microseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Timestamp(i64);

/// Microseconds of a second.
pub const SECOND_US: i64 = 1_000_000;
/// Microseconds of a day of 24 hours.
pub const DAY_US: i64 = 86_400 * SECOND_US;

impl Timestamp {
    /// The earliest time that Mercat handles: year 1 (a bound of the civil calendar).
    pub const MIN: Timestamp = Timestamp(-62_135_596_800 * SECOND_US);
    /// The latest time that Mercat handles: the end of year 9998.
    pub const MAX: Timestamp = Timestamp(253_370_764_800 * SECOND_US - 1);

    /// From microseconds since 1970, held within [`Timestamp::MIN`] and [`Timestamp::MAX`].
    pub fn from_micros(micros: i64) -> Self {
        Timestamp(micros.clamp(Self::MIN.0, Self::MAX.0))
    }

    /// Microseconds since 1970.
    pub fn as_micros(self) -> i64 {
        self.0
    }

    /// Milliseconds since 1970 for ids; times before 1970 count as 1970.
    pub fn id_ms(self) -> u64 {
        u64::try_from(self.0 / 1000).unwrap_or(0)
    }

    /// This time moved by microseconds, held within the bounds.
    pub fn plus_micros(self, micros: i64) -> Self {
        Self::from_micros(self.0.saturating_add(micros))
    }

    /// This time moved by seconds, held within the bounds.
    pub fn plus_seconds(self, seconds: i64) -> Self {
        self.plus_micros(seconds.saturating_mul(SECOND_US))
    }

    /// Microseconds from `earlier` to this time.
    pub fn micros_since(self, earlier: Timestamp) -> i64 {
        self.0 - earlier.0
    }

    pub(crate) fn to_jiff(self) -> jiff::Timestamp {
        jiff::Timestamp::from_microsecond(self.0).expect("the bounds of Timestamp lie within jiff's")
    }
}

impl From<jiff::Timestamp> for Timestamp {
    fn from(value: jiff::Timestamp) -> Self {
        Self::from_micros(value.as_microsecond())
    }
}

impl FromStr for Timestamp {
    type Err = TimestampError;

    fn from_str(text: &str) -> Result<Self, TimestampError> {
        let parsed: jiff::Timestamp =
            text.parse().map_err(|_| TimestampError(text.chars().take(64).collect()))?;
        Ok(parsed.into())
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.to_jiff(), f)
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Timestamp {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_survive_their_text() {
        let time: Timestamp = "2011-12-09T12:50:00.25+01:00".parse().unwrap();
        assert_eq!(time.to_string(), "2011-12-09T11:50:00.25Z");
        assert_eq!(time.to_string().parse::<Timestamp>().unwrap(), time);
    }

    #[test]
    fn the_bounds_can_be_written() {
        assert_eq!(Timestamp::MIN.to_string(), "0001-01-01T00:00:00Z");
        assert_eq!(Timestamp::from_micros(i64::MAX), Timestamp::MAX);
        assert!(Timestamp::MAX.to_string().starts_with("9998-12-31"));
    }
}
