//! Civil time of a shop: days and months of its time zone, daylight saving included.

use std::fmt;
use std::str::FromStr;

use jiff::civil;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use crate::time::Timestamp;

/// What goes wrong with civil time.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ZoneError {
    /// The name is not in the IANA database.
    #[error("`{0}` is not a time zone: use an IANA name like `Europe/London`")]
    UnknownZone(String),
    /// Not a date.
    #[error("`{0}` is not a date like `2011-01-31`")]
    NotADate(String),
    /// Not a month.
    #[error("`{0}` is not a month like `2011-01`")]
    NotAMonth(String),
    /// Not a local time.
    #[error("`{0}` is not a local time like `2010-12-01 08:26:00`")]
    NotALocalTime(String),
}

/// An IANA time zone.
#[derive(Clone, Debug)]
pub struct Zone {
    name: String,
    zone: TimeZone,
}

/// A day of the civil calendar, years 1 to 9998.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CivilDate(civil::Date);

/// A month of the civil calendar.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    /// 1 to 9998.
    pub year: i16,
    /// 1 to 12.
    pub month: i8,
}

impl Zone {
    /// Looks a name up in the bundled IANA database.
    pub fn new(name: &str) -> Result<Self, ZoneError> {
        let zone =
            TimeZone::get(name).map_err(|_| ZoneError::UnknownZone(name.chars().take(64).collect()))?;
        let name = zone.iana_name().unwrap_or(name).to_owned();
        Ok(Zone { name, zone })
    }

    /// Coordinated universal time.
    pub fn utc() -> Self {
        Zone { name: "UTC".to_owned(), zone: TimeZone::UTC }
    }

    /// The IANA name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The day on which a time falls.
    pub fn date_of(&self, time: Timestamp) -> CivilDate {
        CivilDate(time.to_jiff().to_zoned(self.zone.clone()).date())
    }

    /// The month in which a time falls.
    pub fn month_of(&self, time: Timestamp) -> Month {
        self.date_of(time).month()
    }

    /// The first moment of a day (not always midnight).
    pub fn start_of_day(&self, date: CivilDate) -> Timestamp {
        match date.0.to_zoned(self.zone.clone()).and_then(|z| z.start_of_day()) {
            Ok(zoned) => zoned.timestamp().into(),
            Err(_) => Timestamp::MAX,
        }
    }

    /// The first moment of a month.
    pub fn start_of_month(&self, month: Month) -> Timestamp {
        self.start_of_day(month.first_day())
    }

    /// Reads a local time; in a repeated hour the earlier moment is taken, in a skipped one the later.
    ///
    /// Accepts `YYYY-MM-DD[ T]HH:MM[:SS[.f]]`.
    pub fn parse_local(&self, text: &str) -> Result<Timestamp, ZoneError> {
        let refused = || ZoneError::NotALocalTime(text.chars().take(64).collect());
        let local: civil::DateTime = text.trim().parse().map_err(|_| refused())?;
        let moment = self.zone.to_ambiguous_timestamp(local).compatible().map_err(|_| refused())?;
        Ok(moment.into())
    }
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Zone {}

impl CivilDate {
    /// The month of this day.
    pub fn month(self) -> Month {
        Month { year: self.0.year(), month: self.0.month() }
    }

    /// The day so many days later (or earlier), held within the calendar.
    pub fn plus_days(self, days: i32) -> CivilDate {
        CivilDate(self.0.saturating_add(jiff::Span::new().days(days.clamp(-3_000_000, 3_000_000))))
    }

    /// Days since the last Monday: 0 (Monday) to 6 (Sunday), as in ISO 8601.
    pub fn days_since_monday(self) -> i32 {
        i32::from(self.0.weekday().to_monday_zero_offset())
    }

    /// Days from `earlier` to this day.
    pub fn days_since(self, earlier: CivilDate) -> i32 {
        earlier.0.until(self.0).map(|span| span.get_days()).unwrap_or(0)
    }
}

impl Month {
    /// The first day of the month.
    pub fn first_day(self) -> CivilDate {
        CivilDate(civil::date(self.year, self.month, 1))
    }

    /// The month so many months later (or earlier), held within years 1 to 9998.
    pub fn plus_months(self, months: i32) -> Month {
        let index = (i32::from(self.year) * 12 + i32::from(self.month) - 1).saturating_add(months);
        let index = index.clamp(12, 9998 * 12 + 11);
        Month { year: (index / 12) as i16, month: (index % 12 + 1) as i8 }
    }

    /// Months from `earlier` to this month.
    pub fn months_since(self, earlier: Month) -> i32 {
        (i32::from(self.year) - i32::from(earlier.year)) * 12 + i32::from(self.month - earlier.month)
    }
}

impl FromStr for CivilDate {
    type Err = ZoneError;

    fn from_str(text: &str) -> Result<Self, ZoneError> {
        let refused = || ZoneError::NotADate(text.chars().take(64).collect());
        if text.len() != 10 {
            return Err(refused());
        }
        let date: civil::Date = text.parse().map_err(|_| refused())?;
        if !(1..=9998).contains(&date.year()) {
            return Err(refused());
        }
        Ok(CivilDate(date))
    }
}

impl fmt::Display for CivilDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for CivilDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl FromStr for Month {
    type Err = ZoneError;

    fn from_str(text: &str) -> Result<Self, ZoneError> {
        format!("{text}-01")
            .parse::<CivilDate>()
            .map(CivilDate::month)
            .map_err(|_| ZoneError::NotAMonth(text.chars().take(64).collect()))
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl fmt::Debug for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

macro_rules! serde_as_text {
    ($($name:ident),*) => {$(
        impl Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    )*};
}

serde_as_text!(CivilDate, Month);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summer_time_moves_the_start_of_the_day() {
        let london = Zone::new("Europe/London").unwrap();
        let summer = london.parse_local("2011-07-01 00:30:00").unwrap();
        assert_eq!(summer.to_string(), "2011-06-30T23:30:00Z");
        assert_eq!(london.month_of(summer).to_string(), "2011-07");
        assert_eq!(london.start_of_day("2011-07-01".parse().unwrap()).to_string(), "2011-06-30T23:00:00Z");
    }

    #[test]
    fn months_count_across_years() {
        let december: Month = "2010-12".parse().unwrap();
        assert_eq!(december.plus_months(2).to_string(), "2011-02");
        assert_eq!(december.plus_months(-12).to_string(), "2009-12");
        assert_eq!(december.plus_months(14).months_since(december), 14);
    }

    #[test]
    fn nonsense_is_refused() {
        assert!(Zone::new("Mars/Olympus").is_err());
        assert!("2011-02-30".parse::<CivilDate>().is_err());
        assert!("20110201".parse::<CivilDate>().is_err());
        assert!("2011-13".parse::<Month>().is_err());
        assert!(Zone::utc().parse_local("yesterday").is_err());
    }

    #[test]
    fn days_count_across_months() {
        let start: CivilDate = "2011-01-31".parse().unwrap();
        assert_eq!(start.plus_days(1).to_string(), "2011-02-01");
        assert_eq!(start.plus_days(400).days_since(start), 400);
        assert_eq!(start.days_since_monday(), 0);
        assert_eq!(start.plus_days(-1).days_since_monday(), 6);
    }
}
