//! How many events there were, minute by minute, hour by hour or day by day: by kind, and by the source they came in
//! by.

use std::collections::BTreeMap;

use mercat_model::time::SECOND_US;
use mercat_model::{History, TextColumn, Timestamp, Zone};

use crate::behaviour::filter::{Filter, columns_of, position_of, read_value};
use crate::behaviour::masks::Masks;
use crate::behaviour::span::Span;
use crate::error::AnalyticsError;

/// Points of one answer: a day of minutes, two months of hours, four years of days.
pub const POINTS_MAX: usize = 1_500;

/// Kinds that are counted apart; clients may send any number of names of their own.
pub const KINDS_COUNTED_MAX: usize = 100;

/// How far apart points are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Whole minutes.
    Minute,
    /// Whole hours of UTC.
    Hour,
    /// Days of the shop's time zone.
    Day,
}

/// What is asked.
#[derive(Debug, Clone)]
pub struct Spec {
    filter: Filter,
    /// When each point begins, and the end of the last.
    borders: Vec<i64>,
    span: Span,
    kinds: usize,
}

/// What one partition knows.
#[derive(Debug, Clone)]
pub struct State {
    spec: Spec,
    masks: Masks,
    source: usize,
    people: u64,
    total: Vec<u64>,
    /// By name: events at each point.
    kinds: BTreeMap<String, Vec<u64>>,
    /// Events of kinds beyond those, at each point.
    other: Vec<u64>,
    sources: BTreeMap<Option<String>, u64>,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Volume {
    /// When each point begins.
    pub points: Vec<Timestamp>,
    /// Events at each point.
    pub total: Vec<u64>,
    /// The most frequent kinds with their events at each point.
    pub kinds: Vec<(String, Vec<u64>)>,
    /// Events of all other kinds at each point.
    pub other: Vec<u64>,
    /// Events by source, most first; none for Mercat's own and imported ones.
    pub sources: Vec<(Option<String>, u64)>,
    /// Different people with such an event.
    pub people: u64,
}

impl Step {
    /// The name as sent to clients: `minute`, `hour` or `day`.
    pub fn as_str(self) -> &'static str {
        match self {
            Step::Minute => "minute",
            Step::Hour => "hour",
            Step::Day => "day",
        }
    }

    /// The step that suits a span: minutes up to two hours, hours up to three days, then days.
    pub fn of(span: Span) -> Self {
        match span.until().micros_since(span.from()) / (3_600 * SECOND_US) {
            0..=2 => Step::Minute,
            3..=72 => Step::Hour,
            _ => Step::Day,
        }
    }

    /// The last border at or before a time.
    fn before(self, time: Timestamp, zone: &Zone) -> Timestamp {
        let whole = |us: i64| Timestamp::from_micros(time.as_micros().div_euclid(us) * us);
        match self {
            Step::Minute => whole(60 * SECOND_US),
            Step::Hour => whole(3_600 * SECOND_US),
            Step::Day => zone.start_of_day(zone.date_of(time)),
        }
    }

    /// The first border after a border.
    fn after(self, border: Timestamp, zone: &Zone) -> Timestamp {
        match self {
            Step::Minute => border.plus_seconds(60),
            Step::Hour => border.plus_seconds(3_600),
            Step::Day => zone.start_of_day(zone.date_of(border).plus_days(1)),
        }
    }
}

impl Spec {
    /// The events that count, and the points that a span touches, taken whole; the `kinds` most frequent kinds apart.
    pub fn new(filter: Filter, span: Span, step: Step, zone: &Zone) -> Result<Self, AnalyticsError> {
        let mut border = step.before(span.from(), zone);
        let mut borders = vec![border.as_micros()];
        while border < span.until() {
            if borders.len() > POINTS_MAX {
                let reason =
                    format!("gives more than {POINTS_MAX} points: ask for less time or longer steps");
                return Err(AnalyticsError::Spec { field: "unit", reason });
            }
            let next = step.after(border, zone);
            if next <= border {
                break;
            }
            border = next;
            borders.push(border.as_micros());
        }
        let span = Span::new(step.before(span.from(), zone), border)?;
        Ok(Spec { filter, borders, span, kinds: KINDS_COUNTED_MAX })
    }

    /// With so many of the most frequent kinds apart.
    pub fn top(self, kinds: usize) -> Result<Self, AnalyticsError> {
        if !(1..=KINDS_COUNTED_MAX).contains(&kinds) {
            let reason = format!("`{kinds}` is not 1 to {KINDS_COUNTED_MAX}");
            return Err(AnalyticsError::Spec { field: "kinds", reason });
        }
        Ok(Spec { kinds, ..self })
    }

    /// The span, from the first to the last border.
    pub fn span(&self) -> Span {
        self.span
    }

    /// Whether a scan must be asked for values.
    pub fn reads_value(&self) -> bool {
        read_value([&self.filter])
    }

    /// The columns that a scan must be asked for.
    pub fn columns(&self) -> Vec<TextColumn> {
        columns_of([&self.filter], [&TextColumn::Source])
    }
}

impl State {
    /// For one partition of a scan that was asked for these columns.
    pub fn new(spec: &Spec, asked: &[TextColumn]) -> Result<Self, AnalyticsError> {
        let points = spec.borders.len() - 1;
        Ok(State {
            masks: Masks::new(vec![spec.filter.clone()], asked)?,
            source: position_of(&TextColumn::Source, asked)?,
            people: 0,
            total: vec![0; points],
            kinds: BTreeMap::new(),
            other: vec![0; points],
            sources: BTreeMap::new(),
            spec: spec.clone(),
        })
    }

    /// Takes a person.
    pub fn observe(&mut self, history: &History<'_>) {
        let events = self.spec.span.events_of(history);
        let mut any = false;
        for (event, mask) in events.clone().zip(self.masks.of(history, events)) {
            if *mask == 0 {
                continue;
            }
            any = true;
            let at = history.occurred_at[event];
            let point = self.spec.borders.partition_point(|border| *border <= at) - 1;
            self.total[point] += 1;
            let kind = &history.names.kinds[history.kind[event] as usize];
            let full = self.kinds.len() >= KINDS_COUNTED_MAX;
            match self.kinds.get_mut(kind) {
                Some(points) => points[point] += 1,
                None if full => self.other[point] += 1,
                None => {
                    let mut points = vec![0; self.total.len()];
                    points[point] = 1;
                    self.kinds.insert(kind.clone(), points);
                }
            }
            let source = history.names.texts[self.source].get(history.texts[self.source][event] as usize);
            *self.sources.entry(source.cloned()).or_default() += 1;
        }
        self.people += u64::from(any);
    }

    /// Both partitions' events.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        add(&mut self.total, &other.total);
        add(&mut self.other, &other.other);
        for (kind, points) in other.kinds {
            match self.kinds.get_mut(&kind) {
                Some(own) => add(own, &points),
                None => _ = self.kinds.insert(kind, points),
            }
        }
        for (source, count) in other.sources {
            *self.sources.entry(source).or_default() += count;
        }
        State { people: self.people + other.people, ..self }
    }

    /// The answer.
    pub fn finish(self) -> Volume {
        let sum = |points: &[u64]| points.iter().sum::<u64>();
        let mut kinds: Vec<(String, Vec<u64>)> = self.kinds.into_iter().collect();
        kinds.sort_by(|a, b| sum(&b.1).cmp(&sum(&a.1)).then_with(|| a.0.cmp(&b.0)));
        let mut other = self.other;
        for (_, points) in kinds.drain(self.spec.kinds.min(kinds.len())..) {
            add(&mut other, &points);
        }
        let mut sources: Vec<(Option<String>, u64)> = self.sources.into_iter().collect();
        sources.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let starts = &self.spec.borders[..self.spec.borders.len() - 1];
        Volume {
            points: starts.iter().map(|start| Timestamp::from_micros(*start)).collect(),
            total: self.total,
            kinds,
            other,
            sources,
            people: self.people,
        }
    }
}

fn add(sums: &mut [u64], counts: &[u64]) {
    for (sum, count) in sums.iter_mut().zip(counts) {
        *sum += count;
    }
}
