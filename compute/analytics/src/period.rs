//! Periods of whole civil days, the period to compare with, and the buckets of a chart.
//!
//! Days belong to the shop's time zone; the zone is an argument and used only by [`Period::bounds`].

use mercat_model::{CivilDate, Timestamp, Zone};

use crate::error::AnalyticsError;

/// Years that a period spans at most: ten years of monthly buckets are 121 points, which a chart still shows,
/// and ten years of daily rows are what a report query reads in one go.
pub const PERIOD_YEARS_MAX: i32 = 10;

/// Days of the longest period: ten years with three leap days.
const PERIOD_DAYS_MAX: i32 = PERIOD_YEARS_MAX * 365 + 3;

/// Up to this many days a chart has a point a day.
const DAILY_DAYS_MAX: i32 = 31;

/// Up to this many days (26 weeks) a chart has a point a week.
const WEEKLY_DAYS_MAX: i32 = 26 * 7;

/// Whole days from `from` to `to`, both included; at least one day, at most [`PERIOD_YEARS_MAX`] years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    from: CivilDate,
    to: CivilDate,
}

/// How wide the points of a chart are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bucket {
    /// A point a day.
    Day,
    /// A point a week that starts on Monday (ISO 8601).
    Week,
    /// A point a calendar month.
    Month,
}

impl Period {
    /// From the first to the last day, both included.
    pub fn new(from: CivilDate, to: CivilDate) -> Result<Self, AnalyticsError> {
        if to < from {
            return Err(AnalyticsError::PeriodReversed { from, to });
        }
        if to.days_since(from) >= PERIOD_DAYS_MAX {
            return Err(AnalyticsError::PeriodTooLong { from, to });
        }
        Ok(Period { from, to })
    }

    /// The first day.
    pub fn from(&self) -> CivilDate {
        self.from
    }

    /// The last day.
    pub fn to(&self) -> CivilDate {
        self.to
    }

    /// Days in the period, at least 1.
    pub fn days(&self) -> i32 {
        self.to.days_since(self.from) + 1
    }

    /// The period of the same length that ends on the day before this one starts.
    #[must_use]
    pub fn comparison(&self) -> Period {
        Period { from: self.from.plus_days(-self.days()), to: self.from.plus_days(-1) }
    }

    /// The half-open interval of time that the days cover in a zone: the first moment of the first day, and the
    /// first moment after the last day.
    pub fn bounds(&self, zone: &Zone) -> (Timestamp, Timestamp) {
        (zone.start_of_day(self.from), zone.start_of_day(self.to.plus_days(1)))
    }

    /// The bucket that suits the length: days up to 31 days, weeks up to 26 weeks, then months.
    pub fn bucket(&self) -> Bucket {
        match self.days() {
            days if days <= DAILY_DAYS_MAX => Bucket::Day,
            days if days <= WEEKLY_DAYS_MAX => Bucket::Week,
            _ => Bucket::Month,
        }
    }

    /// The period cut at the borders of days, weeks or months, in order; the first and the last part may be
    /// shorter. The parts join without gap and cover exactly the period. At most 3,653 parts.
    pub fn buckets(&self, bucket: Bucket) -> Vec<Period> {
        let mut parts = Vec::new();
        let mut from = self.from;
        while from <= self.to {
            let to = bucket.last_day(from).min(self.to);
            parts.push(Period { from, to });
            from = to.plus_days(1);
        }
        parts
    }
}

impl Bucket {
    /// The name as sent to clients: `day`, `week` or `month`.
    pub fn as_str(self) -> &'static str {
        match self {
            Bucket::Day => "day",
            Bucket::Week => "week",
            Bucket::Month => "month",
        }
    }

    /// The last day of the bucket in which a day lies.
    pub(crate) fn last_day(self, day: CivilDate) -> CivilDate {
        match self {
            Bucket::Day => day,
            Bucket::Week => day.plus_days(6 - day.days_since_monday()),
            // The 32nd day counted from the first of a month always lies in the next one.
            Bucket::Month => day.month().first_day().plus_days(31).month().first_day().plus_days(-1),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> CivilDate {
        text.parse().unwrap()
    }

    fn period(from: &str, to: &str) -> Period {
        Period::new(day(from), day(to)).unwrap()
    }

    fn texts(parts: &[Period]) -> Vec<String> {
        parts.iter().map(|p| format!("{}/{}", p.from, p.to)).collect()
    }

    #[test]
    fn comparison_is_the_same_number_of_days_just_before() {
        assert_eq!(period("2011-03-01", "2011-03-31").comparison(), period("2011-01-29", "2011-02-28"));
        assert_eq!(period("2011-01-01", "2011-01-01").comparison(), period("2010-12-31", "2010-12-31"));
    }

    #[test]
    fn reversed_and_endless_periods_are_refused_with_advice() {
        let reversed = Period::new(day("2011-01-02"), day("2011-01-01")).unwrap_err();
        assert!(reversed.to_string().ends_with("swap the two days"));
        let endless = Period::new(day("2001-01-01"), day("2011-01-02")).unwrap_err();
        assert!(endless.to_string().contains("longer than 10 years: ask for a shorter one"));
        assert!(Period::new(day("2000-01-01"), day("2009-12-31")).is_ok());
    }

    #[test]
    fn buckets_widen_with_the_period() {
        assert_eq!(period("2011-01-01", "2011-01-31").bucket(), Bucket::Day);
        assert_eq!(period("2011-01-01", "2011-02-01").bucket(), Bucket::Week);
        assert_eq!(period("2011-01-03", "2011-07-03").bucket(), Bucket::Week);
        assert_eq!(period("2011-01-03", "2011-07-04").bucket(), Bucket::Month);
    }

    #[test]
    fn weeks_start_on_monday_and_are_clipped() {
        let parts = period("2010-12-01", "2010-12-14").buckets(Bucket::Week);
        assert_eq!(
            texts(&parts),
            ["2010-12-01/2010-12-05", "2010-12-06/2010-12-12", "2010-12-13/2010-12-14"]
        );
    }

    #[test]
    fn months_are_clipped_at_both_ends() {
        let parts = period("2010-12-05", "2011-02-03").buckets(Bucket::Month);
        assert_eq!(
            texts(&parts),
            ["2010-12-05/2010-12-31", "2011-01-01/2011-01-31", "2011-02-01/2011-02-03"]
        );
    }

    #[test]
    fn bounds_follow_summer_time() {
        let london = Zone::new("Europe/London").unwrap();
        let (from, to) = period("2011-03-27", "2011-03-27").bounds(&london);
        assert_eq!(
            (from.to_string().as_str(), to.to_string().as_str()),
            ("2011-03-27T00:00:00Z", "2011-03-27T23:00:00Z")
        );
    }

    #[test]
    fn the_ends_of_the_calendar_do_not_loop_or_panic() {
        let last = period("9998-12-01", "9998-12-31");
        assert_eq!(last.buckets(Bucket::Month).len(), 1);
        assert_eq!(last.buckets(Bucket::Week).len(), 5);
        let first = period("0001-01-01", "0001-01-07");
        let (from, to) = first.comparison().bounds(&Zone::utc());
        assert_eq!((from, to), (Timestamp::MIN, Timestamp::MIN));
    }

    proptest! {
        #[test]
        fn buckets_cover_the_period_without_gap(start in 0_i32..20_000, length in 0_i32..3_653) {
            let from = day("1980-01-01").plus_days(start);
            let whole = Period::new(from, from.plus_days(length)).unwrap();
            for bucket in [Bucket::Day, Bucket::Week, Bucket::Month] {
                let parts = whole.buckets(bucket);
                prop_assert_eq!(parts[0].from, whole.from);
                prop_assert_eq!(parts[parts.len() - 1].to, whole.to);
                for pair in parts.windows(2) {
                    prop_assert_eq!(pair[0].to.plus_days(1), pair[1].from);
                }
                prop_assert_eq!(parts.iter().map(Period::days).sum::<i32>(), whole.days());
            }
        }

        #[test]
        fn comparison_joins_the_period(start in 0_i32..20_000, length in 0_i32..3_653) {
            let from = day("1980-01-01").plus_days(start);
            let whole = Period::new(from, from.plus_days(length)).unwrap();
            prop_assert_eq!(whole.comparison().days(), whole.days());
            prop_assert_eq!(whole.comparison().to.plus_days(1), whole.from);
        }
    }
}
