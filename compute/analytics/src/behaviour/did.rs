//! Did and did not: who did A at least n times within a span, and not B, in any combination.
//!
//! Only people with an event in the span are looked at: of somebody who was never seen nothing is known, so "did not
//! buy" means "was here and did not buy".

use mercat_model::{History, TextColumn};

use crate::behaviour::filter::{Filter, columns_of, read_value};
use crate::behaviour::masks::Masks;
use crate::behaviour::people::{Page, People, PeoplePage, merged};
use crate::behaviour::span::Span;
use crate::error::AnalyticsError;

/// Conditions of one rule: their outcomes index a table of 256 answers.
pub const DIDS_MAX: usize = 8;

/// Nodes of one rule: eight conditions, each negated, in groups of two.
const NODES_MAX: usize = 32;

/// A rule on what somebody did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rule {
    /// Did something at least so many times.
    Did {
        /// Which events count.
        filter: Filter,
        /// How many there must be, 1 or more.
        times_min: u32,
    },
    /// Every part holds; without parts it holds.
    All(Vec<Rule>),
    /// At least one part holds; without parts it does not.
    Any(Vec<Rule>),
    /// The part does not hold.
    Not(Box<Rule>),
}

/// What is asked.
#[derive(Debug, Clone)]
pub struct Spec {
    span: Span,
    filters: Vec<Filter>,
    times_min: Vec<u32>,
    /// Bit `n` says whether the rule holds when the conditions that hold are the bits of `n`.
    answers: [u64; 4],
    people: Option<Page>,
}

/// What one partition knows.
#[derive(Debug, Clone)]
pub struct State {
    spec: Spec,
    masks: Masks,
    looked_at: u64,
    hold: u64,
    people: Option<People>,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Did {
    /// People with an event in the span.
    pub looked_at: u64,
    /// Those of them for whom the rule holds.
    pub people: u64,
    /// A page of these, if one was asked for.
    pub page: Option<PeoplePage>,
}

impl Spec {
    /// A rule of at most [`DIDS_MAX`] conditions.
    pub fn new(rule: &Rule, span: Span) -> Result<Self, AnalyticsError> {
        let refuse = |reason: String| AnalyticsError::Spec { field: "rule", reason };
        let (mut filters, mut times_min, mut nodes) = (Vec::new(), Vec::new(), 0);
        rule.walk(&mut nodes, &mut |filter, times| {
            filters.push(filter.clone());
            times_min.push(times);
        });
        if nodes > NODES_MAX || filters.len() > DIDS_MAX {
            let count = filters.len();
            return Err(refuse(format!("`{count}` conditions in `{nodes}` parts are too many: simplify it")));
        }
        if filters.is_empty() {
            return Err(refuse("has no condition: name something that was done".to_owned()));
        }
        if times_min.contains(&0) {
            return Err(refuse("asks for `0` times, which everybody did: name 1 or more".to_owned()));
        }
        let mut answers = [0_u64; 4];
        for held in 0..1_usize << filters.len() {
            if rule.holds(held, &mut 0) {
                answers[held / 64] |= 1 << (held % 64);
            }
        }
        Ok(Spec { span, filters, times_min, answers, people: None })
    }

    /// With a page of the people for whom it holds.
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
        read_value(&self.filters)
    }

    /// The columns that a scan must be asked for.
    pub fn columns(&self) -> Vec<TextColumn> {
        columns_of(&self.filters, [])
    }
}

impl Rule {
    fn walk(&self, nodes: &mut usize, leaf: &mut impl FnMut(&Filter, u32)) {
        *nodes += 1;
        if *nodes > NODES_MAX {
            return;
        }
        match self {
            Rule::Did { filter, times_min } => leaf(filter, *times_min),
            Rule::All(parts) | Rule::Any(parts) => parts.iter().for_each(|part| part.walk(nodes, leaf)),
            Rule::Not(part) => part.walk(nodes, leaf),
        }
    }

    /// Whether it holds when the conditions, numbered as they are written, hold as the bits say.
    fn holds(&self, held: usize, number: &mut usize) -> bool {
        match self {
            Rule::Did { .. } => {
                *number += 1;
                held >> (*number - 1) & 1 == 1
            }
            // Every part is visited, so that the conditions keep their numbers.
            Rule::All(parts) => parts.iter().fold(true, |all, part| part.holds(held, number) & all),
            Rule::Any(parts) => parts.iter().fold(false, |any, part| part.holds(held, number) | any),
            Rule::Not(part) => !part.holds(held, number),
        }
    }
}

impl State {
    /// For one partition of a scan that was asked for these columns.
    pub fn new(spec: &Spec, asked: &[TextColumn]) -> Result<Self, AnalyticsError> {
        let masks = Masks::new(spec.filters.clone(), asked)?;
        let people = spec.people.clone().map(People::new);
        Ok(State { spec: spec.clone(), masks, looked_at: 0, hold: 0, people })
    }

    /// Takes a person.
    pub fn observe(&mut self, history: &History<'_>) {
        let events = self.spec.span.events_of(history);
        if events.is_empty() {
            return;
        }
        self.looked_at += 1;
        let wanted = (1_u16 << self.spec.filters.len()) - 1;
        let (mut open, mut counts) = (wanted, [0_u32; DIDS_MAX]);
        for mask in self.masks.of(history, events) {
            let mut mask = mask & open;
            while mask != 0 {
                let number = mask.trailing_zeros() as usize;
                mask &= mask - 1;
                counts[number] += 1;
                if counts[number] == self.spec.times_min[number] {
                    open &= !(1 << number);
                }
            }
            if open == 0 {
                break;
            }
        }
        let held = usize::from(wanted & !open);
        if self.spec.answers[held / 64] >> (held % 64) & 1 == 1 {
            self.hold += 1;
            if let Some(people) = &mut self.people {
                people.offer(history.actor, || ());
            }
        }
    }

    /// Both partitions' people.
    #[must_use]
    pub fn merge(self, other: Self) -> Self {
        State {
            looked_at: self.looked_at + other.looked_at,
            hold: self.hold + other.hold,
            people: merged(self.people, other.people),
            ..self
        }
    }

    /// The answer.
    pub fn finish(self) -> Did {
        Did { looked_at: self.looked_at, people: self.hold, page: self.people.map(People::finish) }
    }
}
