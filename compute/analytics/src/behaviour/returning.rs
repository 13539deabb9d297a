//! Who comes back: people by the week or month of their first start event, and the later weeks or months in which
//! they did the return event. (The cohorts of orders, counted by the store, are [`crate::retention`].)
//!
//! A cohort is the period of a person's first start event within the range. They return in a period when a return
//! event lies in it, at or after that start event in their history; the start event itself counts, when it passes the
//! filter of returns. Periods are whole weeks (from Monday) or months of the shop's time zone.

use mercat_model::{CivilDate, History, TextColumn, Zone};

use crate::behaviour::filter::{Filter, columns_of, read_value};
use crate::behaviour::masks::Masks;
use crate::behaviour::people::{Page, People, PeoplePage, merged};
use crate::behaviour::span::Span;
use crate::error::AnalyticsError;
use crate::period::{Bucket, Period};

/// Periods of one matrix: two years of weeks, or ten of months; a bit each of a 128-bit set.
pub const PERIODS_MAX: usize = 120;

/// What is asked.
#[derive(Debug, Clone)]
pub struct Spec {
    start: Filter,
    back: Filter,
    unit: Bucket,
    /// The first day of each period.
    periods: Vec<CivilDate>,
    /// The first day after the last period.
    end: CivilDate,
    /// The first microsecond of each period, and the first after the last.
    borders: Vec<i64>,
    /// By [`STRETCH_SHIFT`]: the period in which a stretch of time begins.
    stretches: Vec<u8>,
    span: Span,
    people: Option<(Cell, Page)>,
}

/// Stretches of 2^35 microseconds (9.5 hours) are shorter than any period, so one holds at most one border.
const STRETCH_SHIFT: u32 = 35;

/// Which people of a matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// The row: the number of the period of the start, 0 for the first.
    pub cohort: usize,
    /// The column: so many periods later; none for the whole cohort.
    pub later: Option<usize>,
    /// Those who returned in that period; else those who did not.
    pub returned: bool,
}

/// What one partition knows.
#[derive(Debug, Clone)]
pub struct State {
    spec: Spec,
    masks: Masks,
    sizes: Vec<u64>,
    /// A row a cohort, a column a period later.
    returned: Vec<u64>,
    people: Option<People>,
}

/// One row of the matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cohort {
    /// The first day of its period.
    pub from: CivilDate,
    /// People whose first start event lies in it.
    pub size: u64,
    /// Those who returned so many periods later: from 0 (the same period) to the last period of the range.
    pub returned: Vec<u64>,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Returning {
    /// A row a period, also where nobody started.
    pub cohorts: Vec<Cohort>,
    /// A page of people, if one was asked for.
    pub page: Option<PeoplePage>,
}

impl Spec {
    /// Start and return events, and the weeks or months that days from `from` to `to` lie in: the first and the last
    /// are taken whole.
    pub fn new(
        (start, back): (Filter, Filter),
        unit: Bucket,
        (from, to): (CivilDate, CivilDate),
        zone: &Zone,
    ) -> Result<Self, AnalyticsError> {
        let first = match unit {
            Bucket::Day => from,
            Bucket::Week => from.plus_days(-from.days_since_monday()),
            Bucket::Month => from.month().first_day(),
        };
        let days = Period::new(from, to)?;
        let periods: Vec<CivilDate> = Period::new(first, days.to())
            .map_err(|_| AnalyticsError::PeriodTooLong { from, to })?
            .buckets(unit)
            .iter()
            .map(Period::from)
            .collect();
        if periods.len() > PERIODS_MAX {
            let (count, unit) = (periods.len(), unit.as_str());
            let reason = format!("`{count}` {unit}s are more than {PERIODS_MAX}: ask for fewer");
            return Err(AnalyticsError::Spec { field: "from", reason });
        }
        let end = unit.last_day(to).plus_days(1);
        let days = periods.iter().copied().chain([end]);
        let borders: Vec<i64> = days.map(|day| zone.start_of_day(day).as_micros()).collect();
        let span = Span::new(zone.start_of_day(first), zone.start_of_day(end))?;
        let stretches = stretches(&borders);
        Ok(Spec { start, back, unit, periods, end, borders, stretches, span, people: None })
    }

    /// With a page of the people of one cell.
    pub fn with_people(self, cell: Cell, page: Page) -> Result<Self, AnalyticsError> {
        let refuse = |field, reason| Err(AnalyticsError::Spec { field, reason });
        let count = self.periods.len();
        if cell.cohort >= count {
            return refuse("cohort", format!("`{}` is beyond the last, `{}`", cell.cohort, count - 1));
        }
        let last = count - 1 - cell.cohort;
        match cell.later.filter(|later| *later > last) {
            Some(later) => refuse("later", format!("`{later}` is beyond the last, `{last}`")),
            None => Ok(Spec { people: Some((cell, page)), ..self }),
        }
    }

    /// The number of the period of a day.
    pub fn cohort_of(&self, day: CivilDate) -> Result<usize, AnalyticsError> {
        let first = self.periods[0];
        if day < first || day >= self.end {
            let reason = format!("`{day}` is not within `{first}` to `{}`", self.end.plus_days(-1));
            return Err(AnalyticsError::Spec { field: "cohort", reason });
        }
        Ok(self.periods.partition_point(|first| *first <= day) - 1)
    }

    /// The last day of the last period.
    pub fn to(&self) -> CivilDate {
        self.end.plus_days(-1)
    }

    /// Days, weeks or months.
    pub fn unit(&self) -> Bucket {
        self.unit
    }

    /// The first day of each period.
    pub fn periods(&self) -> &[CivilDate] {
        &self.periods
    }

    /// What must be scanned.
    pub fn span(&self) -> Span {
        self.span
    }

    /// The number of the period of a time within the span.
    #[inline]
    fn period_of(&self, at: i64) -> usize {
        let stretch = ((at - self.borders[0]) >> STRETCH_SHIFT) as usize;
        let period = usize::from(self.stretches[stretch]);
        period + usize::from(at >= self.borders[period + 1])
    }

    /// Whether a scan must be asked for values.
    pub fn reads_value(&self) -> bool {
        read_value([&self.start, &self.back])
    }

    /// The columns that a scan must be asked for.
    pub fn columns(&self) -> Vec<TextColumn> {
        columns_of([&self.start, &self.back], [])
    }
}

/// The period in which each stretch of time begins.
fn stretches(borders: &[i64]) -> Vec<u8> {
    let (first, end) = (borders[0], borders[borders.len() - 1]);
    let starts = (first..end).step_by(1 << STRETCH_SHIFT);
    starts.map(|start| (borders.partition_point(|border| *border <= start) - 1) as u8).collect()
}

/// The filters' bits.
const START: u16 = 1;
const BACK: u16 = 2;

impl State {
    /// For one partition of a scan that was asked for these columns.
    pub fn new(spec: &Spec, asked: &[TextColumn]) -> Result<Self, AnalyticsError> {
        let count = spec.periods.len();
        Ok(State {
            masks: Masks::new(vec![spec.start.clone(), spec.back.clone()], asked)?,
            sizes: vec![0; count],
            returned: vec![0; count * count],
            people: spec.people.clone().map(|(_, page)| People::new(page)),
            spec: spec.clone(),
        })
    }

    /// Takes a person.
    pub fn observe(&mut self, history: &History<'_>) {
        let events = self.spec.span.events_of(history);
        let masks = self.masks.of(history, events.clone());
        let Some(first) = masks.iter().position(|mask| mask & START != 0) else { return };
        let times = &history.occurred_at[events][first..];
        let cohort = self.spec.period_of(times[0]);
        // A bit a period. No branch an event: which kinds come can't be foreseen.
        let mut returned = 0_u128;
        for (at, mask) in times.iter().zip(&masks[first..]) {
            returned |= u128::from(mask & BACK != 0) << self.spec.period_of(*at);
        }
        self.count(history, cohort, returned);
    }

    fn count(&mut self, history: &History<'_>, cohort: usize, returned: u128) {
        self.sizes[cohort] += 1;
        let row = cohort * self.spec.periods.len();
        let mut left = returned;
        while left != 0 {
            let period = left.trailing_zeros() as usize;
            left &= left - 1;
            self.returned[row + period - cohort] += 1;
        }
        if let (Some(people), Some((cell, _))) = (&mut self.people, &self.spec.people)
            && cell.cohort == cohort
            && cell.later.is_none_or(|later| (returned >> (cohort + later) & 1 == 1) == cell.returned)
        {
            people.offer(history.actor, || ());
        }
    }

    /// Both partitions' people.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        let sums = self.sizes.iter_mut().chain(&mut self.returned);
        for (sum, count) in sums.zip(other.sizes.iter().chain(&other.returned)) {
            *sum += count;
        }
        State { people: merged(self.people, other.people), ..self }
    }

    /// The answer.
    pub fn finish(self) -> Returning {
        let count = self.spec.periods.len();
        let rows = self.spec.periods.iter().zip(&self.sizes).enumerate();
        let cohorts = rows.map(|(number, (from, size))| Cohort {
            from: *from,
            size: *size,
            returned: self.returned[number * count..][..count - number].to_vec(),
        });
        Returning { cohorts: cohorts.collect(), page: self.people.map(People::finish) }
    }
}
