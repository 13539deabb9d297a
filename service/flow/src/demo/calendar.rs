//! When a shop is busy: days of a year with their weights, and hours of a day.

use mercat_model::{CivilDate, Timestamp, Zone};

use super::random::{Random, Weights};

/// Days of the simulated year.
const DAYS: i32 = 365;

/// How often a moment is drawn again when it lies after the end.
const REDRAWS: usize = 16;

/// Visits by the hour of the day: little at night, a peak at noon, the highest in the evening.
const HOURS: [f64; 24] = [
    6.0, 3.0, 2.0, 1.0, 1.0, 2.0, 5.0, 9.0, 13.0, 17.0, 19.0, 18.0, 21.0, 19.0, 16.0, 16.0, 17.0, 17.0, 18.0,
    22.0, 28.0, 30.0, 25.0, 14.0,
];

/// Shopping festivals: month and day, the days around them, and how many times a usual day they are.
const FESTIVALS: [(&str, i32, f64); 6] = [
    ("11-11", 0, 5.0),
    ("11-10", 1, 1.7),
    ("06-18", 0, 3.6),
    ("06-17", 1, 1.5),
    ("12-12", 0, 2.2),
    ("05-20", 0, 1.6),
];

/// The days of a year with what happens on them.
#[derive(Debug, Clone)]
pub(super) struct Calendar {
    /// The first moment of each day, and the end as a last entry.
    days: Vec<Timestamp>,
    /// How busy each day is, against a usual one.
    weights: Vec<f64>,
    hours: Weights,
    /// Whether each day is warm, April to September.
    warm: Vec<bool>,
}

impl Calendar {
    /// The 365 days before a moment, the last one up to that moment.
    pub(super) fn new(until: Timestamp, zone: &Zone) -> Self {
        let last = zone.date_of(until);
        let dates: Vec<CivilDate> = (0..=DAYS).map(|day| last.plus_days(day - DAYS)).collect();
        let mut days: Vec<Timestamp> = dates.iter().map(|date| zone.start_of_day(*date)).collect();
        days.retain(|day| *day < until);
        days.push(until);
        let weights = dates.iter().map(|date| busy(*date)).collect();
        let warm = dates.iter().map(|date| (4..=9).contains(&date.month().month)).collect();
        Calendar { days, weights, hours: Weights::new(HOURS.into_iter()), warm }
    }

    pub(super) fn start(&self) -> Timestamp {
        self.days[0]
    }

    pub(super) fn until(&self) -> Timestamp {
        self.days[self.days.len() - 1]
    }

    /// How many days there are, the begun one included.
    pub(super) fn len(&self) -> usize {
        self.days.len() - 1
    }

    /// How busy a day is, against a usual one.
    pub(super) fn weight(&self, day: usize) -> f64 {
        self.weights[day]
    }

    /// Whether a moment lies in the warm half of the year.
    pub(super) fn is_warm(&self, at: Timestamp) -> bool {
        self.warm[self.day_of(at)]
    }

    /// The day that a moment falls on; the first for earlier ones.
    pub(super) fn day_of(&self, at: Timestamp) -> usize {
        self.days.partition_point(|day| *day <= at).clamp(1, self.len()) - 1
    }

    /// A moment of a day, rather in the evening.
    pub(super) fn moment(&self, day: usize, random: &mut Random) -> Timestamp {
        let start = self.days[day];
        for _ in 0..REDRAWS {
            let second = self.hours.draw(random) as i64 * 3_600 + random.between(0, 3_599);
            let at = start.plus_seconds(second).plus_micros(random.between(0, 999) * 1_000);
            if at < self.days[day + 1] {
                return at;
            }
        }
        let span = self.days[day + 1].micros_since(start);
        start.plus_micros(random.between(0, (span - 1).max(0)))
    }

    /// A day of `first` to `last`, the busier the likelier: the best of the first that is taken.
    pub(super) fn day_between(&self, first: usize, last: usize, random: &mut Random) -> usize {
        let busiest = 5.0;
        let mut day = first;
        for _ in 0..REDRAWS {
            day = first + random.below(last.saturating_sub(first) + 1);
            if random.unit() * busiest < self.weights[day] + 0.6 {
                break;
            }
        }
        day
    }
}

/// How busy a day is: weekends more than Mondays, and festivals far more.
fn busy(date: CivilDate) -> f64 {
    let weekday = match date.days_since_monday() {
        5 => 1.3,
        6 => 1.4,
        4 => 1.1,
        0 => 0.85,
        _ => 0.95,
    };
    let near = |centre: &str, around: i32| {
        (-around..=around).any(|shift| date.plus_days(shift).to_string().ends_with(centre))
    };
    let festival = FESTIVALS.iter().filter(|(centre, around, _)| near(centre, *around));
    weekday * festival.map(|(_, _, times)| *times).fold(1.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_ends_at_its_moment_and_festivals_stand_out() {
        let zone = Zone::new("Asia/Shanghai").unwrap();
        let until = zone.parse_local("2026-11-22 15:00:00").unwrap();
        let calendar = Calendar::new(until, &zone);
        assert_eq!(calendar.len(), 366);
        assert_eq!(calendar.start(), zone.parse_local("2025-11-22 00:00:00").unwrap());
        let festival = calendar.day_of(zone.parse_local("2026-11-11 12:00:00").unwrap());
        assert!(calendar.weight(festival) > 3.0 * calendar.weight(festival - 7));
        let mut random = Random::new(1, 1);
        for _ in 0..1_000 {
            let at = calendar.moment(365, &mut random);
            assert!(at < until && calendar.day_of(at) == 365);
        }
    }

    #[test]
    fn a_shop_that_ends_at_midnight_has_only_whole_days() {
        let until: Timestamp = "2026-01-01T00:00:00Z".parse().unwrap();
        assert_eq!(Calendar::new(until, &Zone::utc()).len(), 365);
    }
}
