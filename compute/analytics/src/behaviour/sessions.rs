//! Sessions a day: how many, how long, how many events, and how many ended after one event (bounced).
//!
//! A session belongs to the day of its first event within the range, in the shop's time zone. A scan that begins with
//! the range sees a session over midnight of the first day from there on only.

use mercat_model::{CivilDate, History, TextColumn, Zone};

use crate::behaviour::filter::{Filter, columns_of, read_value};
use crate::behaviour::masks::Masks;
use crate::behaviour::people::{Page, People, PeoplePage, merged};
use crate::behaviour::quantile::{DurationQuantiles, Durations};
use crate::behaviour::span::Span;
use crate::behaviour::visit::Visits;
use crate::error::AnalyticsError;
use crate::period::{Bucket, Period};

/// Days of one answer: a year and a leap day, a point each.
pub const DAYS_MAX: i32 = 366;

/// What is asked.
#[derive(Debug, Clone)]
pub struct Spec {
    filter: Filter,
    days: Vec<CivilDate>,
    /// The first microsecond of each day.
    starts: Vec<i64>,
    span: Span,
    people: Option<(Ask, Page)>,
}

/// Which people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ask {
    /// Those with a session on the day of this number, 0 for the first; none for any day.
    pub day: Option<usize>,
    /// Only those with a session that bounced.
    pub bounced: bool,
}

/// What one partition knows.
#[derive(Debug, Clone)]
pub struct State {
    spec: Spec,
    masks: Masks,
    visits: Visits,
    open: Vec<Visit>,
    days: Vec<Figures>,
    /// By day: the number of the person who was counted last.
    counted: Vec<u64>,
    person: u64,
    all: Figures,
    durations: Durations,
    people: Option<People>,
}

/// One session on its way.
#[derive(Debug, Clone, Copy)]
struct Visit {
    first_at: i64,
    last_at: i64,
    events: u64,
}

/// Figures of some sessions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figures {
    /// Sessions that began.
    pub sessions: u64,
    /// Different people who began one.
    pub people: u64,
    /// Events in them.
    pub events: u64,
    /// Sessions of one event.
    pub bounced: u64,
    /// From the first to the last event of each, added up.
    pub duration_us: i64,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sessions {
    /// A row a day, also without sessions.
    pub days: Vec<(CivilDate, Figures)>,
    /// All days.
    pub all: Figures,
    /// How long sessions are; none without any.
    pub duration: Option<DurationQuantiles>,
    /// A page of people, if one was asked for.
    pub page: Option<PeoplePage>,
}

impl Figures {
    fn add(&mut self, other: &Figures) {
        self.sessions += other.sessions;
        self.people += other.people;
        self.events += other.events;
        self.bounced += other.bounced;
        self.duration_us = self.duration_us.saturating_add(other.duration_us);
    }
}

impl Spec {
    /// The events that count, and the days, both included.
    pub fn new(filter: Filter, period: &Period, zone: &Zone) -> Result<Self, AnalyticsError> {
        if period.days() > DAYS_MAX {
            let reason = format!("`{}` days are more than {DAYS_MAX}: ask for fewer", period.days());
            return Err(AnalyticsError::Spec { field: "from", reason });
        }
        let days: Vec<CivilDate> = period.buckets(Bucket::Day).iter().map(Period::from).collect();
        let starts = days.iter().map(|day| zone.start_of_day(*day).as_micros()).collect();
        let (from, until) = period.bounds(zone);
        Ok(Spec { filter, days, starts, span: Span::new(from, until)?, people: None })
    }

    /// With a page of people.
    pub fn with_people(self, ask: Ask, page: Page) -> Result<Self, AnalyticsError> {
        if let Some(day) = ask.day.filter(|day| *day >= self.days.len()) {
            let reason = format!("`{day}` is beyond the last, `{}`", self.days.len() - 1);
            return Err(AnalyticsError::Spec { field: "day", reason });
        }
        Ok(Spec { people: Some((ask, page)), ..self })
    }

    /// The span.
    pub fn span(&self) -> Span {
        self.span
    }

    /// Whether a scan must be asked for values.
    pub fn reads_value(&self) -> bool {
        read_value([&self.filter])
    }

    /// The columns that a scan must be asked for.
    pub fn columns(&self) -> Vec<TextColumn> {
        columns_of([&self.filter], [&TextColumn::Session])
    }
}

impl State {
    /// For one partition of a scan that was asked for these columns.
    pub fn new(spec: &Spec, asked: &[TextColumn]) -> Result<Self, AnalyticsError> {
        let count = spec.days.len();
        Ok(State {
            masks: Masks::new(vec![spec.filter.clone()], asked)?,
            visits: Visits::new(asked)?,
            open: Vec::new(),
            days: vec![Figures::default(); count],
            counted: vec![0; count],
            person: 0,
            all: Figures::default(),
            durations: Durations::default(),
            people: spec.people.clone().map(|(_, page)| People::new(page)),
            spec: spec.clone(),
        })
    }

    /// Takes a person.
    pub fn observe(&mut self, history: &History<'_>) {
        self.visits.begin(history);
        self.open.clear();
        self.person += 1;
        let events = self.spec.span.events_of(history);
        for (event, mask) in events.clone().zip(self.masks.of(history, events)) {
            if *mask == 0 {
                continue;
            }
            let (visit, at) = (self.visits.of(history, event), history.occurred_at[event]);
            match self.open.get_mut(visit) {
                Some(visit) => {
                    visit.last_at = at;
                    visit.events += 1;
                }
                None => self.open.push(Visit { first_at: at, last_at: at, events: 1 }),
            }
        }
        let mut asked_for = false;
        for number in 0..self.open.len() {
            asked_for |= self.count(self.open[number]);
        }
        self.all.people += u64::from(!self.open.is_empty());
        if let Some(people) = &mut self.people
            && asked_for
        {
            people.offer(history.actor, || ());
        }
    }

    /// Counts a session; answers whether it is one that was asked for.
    fn count(&mut self, visit: Visit) -> bool {
        let day = self.spec.starts.partition_point(|start| *start <= visit.first_at) - 1;
        let (bounced, duration_us) = (visit.events == 1, visit.last_at - visit.first_at);
        self.durations.add(duration_us);
        let figures = Figures {
            sessions: 1,
            people: 0,
            events: visit.events,
            bounced: u64::from(bounced),
            duration_us,
        };
        self.all.add(&figures);
        self.days[day].add(&figures);
        if self.counted[day] != self.person {
            self.counted[day] = self.person;
            self.days[day].people += 1;
        }
        self.spec
            .people
            .as_ref()
            .is_some_and(|(ask, _)| ask.day.is_none_or(|asked| asked == day) && (bounced || !ask.bounced))
    }

    /// Both partitions' sessions.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        for (sum, figures) in self.days.iter_mut().zip(&other.days) {
            sum.add(figures);
        }
        self.all.add(&other.all);
        State {
            durations: self.durations.merge(other.durations),
            people: merged(self.people, other.people),
            ..self
        }
    }

    /// The answer.
    pub fn finish(self) -> Sessions {
        Sessions {
            days: self.spec.days.into_iter().zip(self.days).collect(),
            all: self.all,
            duration: self.durations.quantiles(),
            page: self.people.map(People::finish),
        }
    }
}
