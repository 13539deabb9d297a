//! Count, sum, least, largest, first and last of some events within a span: of each person, and of all.

use mercat_model::{Currency, History, TextColumn, Timestamp};

use crate::behaviour::filter::{Condition, Filter, columns_of};
use crate::behaviour::masks::Masks;
use crate::behaviour::people::{Page, People, PeoplePage, merged};
use crate::behaviour::span::Span;
use crate::error::AnalyticsError;

/// What is asked.
#[derive(Debug, Clone)]
pub struct Spec {
    filter: Filter,
    span: Span,
    people: Option<Page>,
}

/// What one partition knows.
#[derive(Debug, Clone)]
pub struct State {
    spec: Spec,
    masks: Masks,
    people: u64,
    all: Option<Aggregate>,
    page: Option<People<Aggregate>>,
}

/// Figures of at least one event. Amounts are minor units of the currency asked for; without one they are 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Aggregate {
    /// How many events.
    pub count: u64,
    /// The sum of their values.
    pub sum_minor: i128,
    /// The least value.
    pub minor_min: i64,
    /// The largest value.
    pub minor_max: i64,
    /// When the first one happened.
    pub first_at: Timestamp,
    /// The value of the first; of several at once the least.
    pub first_minor: i64,
    /// When the last one happened.
    pub last_at: Timestamp,
    /// The value of the last; of several at once the largest.
    pub last_minor: i64,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aggregates {
    /// People with such an event.
    pub people: u64,
    /// Figures of all their events; none without any.
    pub all: Option<Aggregate>,
    /// A page of these people with the figures of each, if one was asked for.
    pub page: Option<PeoplePage<Aggregate>>,
}

impl Spec {
    /// Events that pass a filter. With a currency only events with a value in it count, and their values are summed.
    pub fn new(filter: &Filter, span: Span, currency: Option<Currency>) -> Result<Self, AnalyticsError> {
        let mut conditions = filter.conditions().to_vec();
        if let Some(currency) = currency {
            let (minor_min, minor_max) = (Some(i64::MIN), None);
            conditions.push(Condition::Value { currency, minor_min, minor_max });
        }
        let filter = Filter::new("filter", filter.kinds().to_vec(), conditions)?;
        Ok(Spec { filter, span, people: None })
    }

    /// With a page of the people and the figures of each.
    #[must_use]
    pub fn with_people(self, page: Page) -> Self {
        Spec { people: Some(page), ..self }
    }

    /// The span.
    pub fn span(&self) -> Span {
        self.span
    }

    /// Whether a scan must be asked for values.
    pub fn reads_value(&self) -> bool {
        true
    }

    /// The columns that a scan must be asked for.
    pub fn columns(&self) -> Vec<TextColumn> {
        columns_of([&self.filter], [])
    }
}

impl Aggregate {
    fn of(at: i64, minor: i64) -> Self {
        let at = Timestamp::from_micros(at);
        Aggregate {
            count: 1,
            sum_minor: i128::from(minor),
            minor_min: minor,
            minor_max: minor,
            first_at: at,
            first_minor: minor,
            last_at: at,
            last_minor: minor,
        }
    }

    /// Figures of both sets of events.
    fn and(self, other: Self) -> Self {
        let (first_at, first_minor) =
            (self.first_at, self.first_minor).min((other.first_at, other.first_minor));
        let (last_at, last_minor) = (self.last_at, self.last_minor).max((other.last_at, other.last_minor));
        Aggregate {
            count: self.count + other.count,
            sum_minor: self.sum_minor + other.sum_minor,
            minor_min: self.minor_min.min(other.minor_min),
            minor_max: self.minor_max.max(other.minor_max),
            first_at,
            first_minor,
            last_at,
            last_minor,
        }
    }
}

fn both(one: Option<Aggregate>, other: Option<Aggregate>) -> Option<Aggregate> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.and(other)),
        (one, other) => one.or(other),
    }
}

impl State {
    /// For one partition of a scan that was asked for these columns.
    pub fn new(spec: &Spec, asked: &[TextColumn]) -> Result<Self, AnalyticsError> {
        let masks = Masks::new(vec![spec.filter.clone()], asked)?;
        let page = spec.people.clone().map(People::new);
        Ok(State { spec: spec.clone(), masks, people: 0, all: None, page })
    }

    /// Takes a person; answers with their figures, none without such an event.
    pub fn observe(&mut self, history: &History<'_>) -> Option<Aggregate> {
        let mut own = None;
        let events = self.spec.span.events_of(history);
        for (event, mask) in events.clone().zip(self.masks.of(history, events)) {
            if *mask != 0 {
                let minor = history.value_minor.get(event).copied().unwrap_or(0);
                own = both(own, Some(Aggregate::of(history.occurred_at[event], minor)));
            }
        }
        if let Some(own) = own {
            self.people += 1;
            self.all = both(self.all, Some(own));
            if let Some(page) = &mut self.page {
                page.offer(history.actor, || own);
            }
        }
        own
    }

    /// Both partitions' people.
    #[must_use]
    pub fn merge(self, other: Self) -> Self {
        State {
            people: self.people + other.people,
            all: both(self.all, other.all),
            page: merged(self.page, other.page),
            ..self
        }
    }

    /// The answer.
    pub fn finish(self) -> Aggregates {
        Aggregates { people: self.people, all: self.all, page: self.page.map(People::finish) }
    }
}
