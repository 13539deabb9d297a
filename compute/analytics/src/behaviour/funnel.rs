//! The ordered funnel: how many people go from step to step within a window.
//!
//! An attempt is one event a step, in the order of the steps. Each event comes after the one before it in the
//! person's history (equal times are in the order of the ids, and that counts as an order); one event fills one step
//! only. The first event lies in the span; the others at most the window after the first, the last moment included,
//! and also after the end of the span. Any other events may stand between. Cases, with steps A, B, C:
//!
//! - `A B C` → 3 steps. `A x B y C` → 3. `B A C` → 1 (B comes before A). `A C B` → 2.
//! - `A A B`: the second A starts the attempt, being nearer to B.
//! - Steps A, A and the history `A` → 1; `A A` → 2.
//! - `A … B … C` with C later than the window after A → 2; with another A between, near enough to B and C → 3.
//!
//! A person counts once, by one attempt: the one that reaches furthest; of these, the one that gets there first; of
//! these, the one that starts last, each step being done at the first chance. Times between steps and the text of
//! the breakdown are those of this attempt.
//!
//! Cost: one pass. For each step the attempt with the latest start that has come so far is kept: a later start leaves
//! more of the window, so no other attempt can do more (the chain of starts of ClickHouse's `windowFunnel`).

use mercat_model::{History, TextColumn};

use crate::behaviour::filter::{Filter, columns_of, position_of, read_value};
use crate::behaviour::masks::Masks;
use crate::behaviour::people::{Page, People, PeoplePage, merged};
use crate::behaviour::quantile::{DurationQuantiles, Durations};
use crate::behaviour::span::Span;
use crate::behaviour::tally::{Count, Tally};
use crate::error::AnalyticsError;

/// Steps of a funnel: more do not fit beside each other on a screen.
pub const STEPS_MAX: usize = 10;

/// Days of the window: a year and a leap day.
pub const WINDOW_DAYS_MAX: i64 = 366;

/// Groups of a breakdown that are named; the others are one sum. More can't be told apart in a chart.
pub const GROUPS_MAX: usize = 20;

/// Texts of a breakdown that a partition counts before it drops the rarer half into the sum of the others.
const GROUPS_COUNTED_MAX: usize = 10_000;

/// What is asked.
#[derive(Debug, Clone)]
pub struct Spec {
    steps: Vec<Filter>,
    span: Span,
    window_us: i64,
    by: Option<(TextColumn, usize)>,
    people: Option<(Ask, Page)>,
}

/// Which people of a funnel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// The step, 1 for the first.
    pub step: usize,
    /// Those who came to this step and no further; else all who came to it.
    pub dropped: bool,
    /// Only those of one group of the breakdown.
    pub group: Group,
}

/// One group of a breakdown, or all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Group {
    /// Everybody.
    #[default]
    All,
    /// Those whose first step has this text, or none.
    Text(Option<String>),
}

/// What one partition knows.
#[derive(Debug, Clone)]
pub struct State {
    spec: Spec,
    masks: Masks,
    by: Option<usize>,
    /// People whose attempt ended with each step.
    ended: Reached,
    durations: Vec<Durations>,
    groups: Tally<String, Reached>,
    no_text: Reached,
    people: Option<People>,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Funnel {
    /// A row a step.
    pub steps: Vec<Step>,
    /// The largest groups by people at the first step; empty without a breakdown.
    pub groups: Vec<GroupRow>,
    /// People at each step in all other groups; empty without a breakdown.
    pub rest: Vec<u64>,
    /// A page of people, if one was asked for.
    pub page: Option<PeoplePage>,
}

/// People at one step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Who came to it.
    pub people: u64,
    /// How long it took from the step before; none at the first, and without people.
    pub since_before: Option<DurationQuantiles>,
}

/// A group of the breakdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupRow {
    /// The text of the first step's event; none where it has none.
    pub text: Option<String>,
    /// People at each step.
    pub people: Vec<u64>,
}

/// People by the step with which their attempt ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Reached([u64; STEPS_MAX]);

impl Count for Reached {
    fn add(&mut self, other: &Self) {
        for (sum, count) in self.0.iter_mut().zip(&other.0) {
            *sum += count;
        }
    }

    fn weight(&self) -> u64 {
        self.0.iter().sum()
    }
}

impl Reached {
    /// People who came to each step: those who ended with it or later.
    fn at_least(&self, steps: usize) -> Vec<u64> {
        (0..steps).map(|step| self.0[step..].iter().sum()).collect()
    }
}

impl Spec {
    /// Steps in their order, first steps within the span, and the window from the first step to the last.
    pub fn new(steps: Vec<Filter>, span: Span, window_us: i64) -> Result<Self, AnalyticsError> {
        let refuse = |field, reason| Err(AnalyticsError::Spec { field, reason });
        if !(2..=STEPS_MAX).contains(&steps.len()) {
            return refuse("steps", format!("`{}` steps are not 2 to {STEPS_MAX}", steps.len()));
        }
        if !(1..=WINDOW_DAYS_MAX * mercat_model::time::DAY_US).contains(&window_us) {
            let days = window_us as f64 / mercat_model::time::DAY_US as f64;
            return refuse("window_days", format!("`{days}` days are none or more than {WINDOW_DAYS_MAX}"));
        }
        Ok(Spec { steps, span, window_us, by: None, people: None })
    }

    /// Broken down by a text of the first step: the `top` largest groups (1 to [`GROUPS_MAX`]), the others as one.
    pub fn by(self, column: TextColumn, top: usize) -> Result<Self, AnalyticsError> {
        if !(1..=GROUPS_MAX).contains(&top) {
            let reason = format!("`{top}` is not 1 to {GROUPS_MAX}");
            return Err(AnalyticsError::Spec { field: "groups", reason });
        }
        Ok(Spec { by: Some((column, top)), ..self })
    }

    /// With a page of people.
    pub fn with_people(self, ask: Ask, page: Page) -> Result<Self, AnalyticsError> {
        let refuse = |field, reason| Err(AnalyticsError::Spec { field, reason });
        if !(1..=self.steps.len()).contains(&ask.step) {
            return refuse("step", format!("`{}` is not 1 to {}", ask.step, self.steps.len()));
        }
        if ask.group != Group::All && self.by.is_none() {
            return refuse("group", "there are no groups: name the column in `by`".to_owned());
        }
        Ok(Spec { people: Some((ask, page)), ..self })
    }

    /// What must be scanned: the span of the first steps, and the window behind it.
    pub fn span(&self) -> Span {
        // One microsecond more, for an event exactly at the end of a window.
        self.span.longer_by(self.window_us + 1)
    }

    /// Whether a scan must be asked for values.
    pub fn reads_value(&self) -> bool {
        read_value(&self.steps)
    }

    /// The columns that a scan must be asked for.
    pub fn columns(&self) -> Vec<TextColumn> {
        columns_of(&self.steps, self.by.as_ref().map(|(column, _)| column))
    }
}

/// How far a person came.
#[derive(Debug, Clone, Copy)]
struct Attempt {
    /// The last step of the attempt that counts, 0 for the first.
    furthest: usize,
    /// The position of its first event.
    start: usize,
}

impl State {
    /// For one partition of a scan that was asked for these columns.
    pub fn new(spec: &Spec, asked: &[TextColumn]) -> Result<Self, AnalyticsError> {
        let by = spec.by.as_ref().map(|(column, _)| position_of(column, asked)).transpose()?;
        Ok(State {
            masks: Masks::new(spec.steps.clone(), asked)?,
            by,
            ended: Reached::default(),
            durations: vec![Durations::default(); spec.steps.len()],
            groups: Tally::new(GROUPS_COUNTED_MAX),
            no_text: Reached::default(),
            people: spec.people.clone().map(|(_, page)| People::new(page)),
            spec: spec.clone(),
        })
    }

    /// Takes a person.
    pub fn observe(&mut self, history: &History<'_>) {
        let masks = self.masks.of(history, 0..history.kind.len());
        let attempt = match self.spec.steps.len() {
            2 => attempt::<2>(&self.spec, history, masks),
            3 => attempt::<3>(&self.spec, history, masks),
            4 => attempt::<4>(&self.spec, history, masks),
            5 => attempt::<5>(&self.spec, history, masks),
            6 => attempt::<6>(&self.spec, history, masks),
            7 => attempt::<7>(&self.spec, history, masks),
            8 => attempt::<8>(&self.spec, history, masks),
            9 => attempt::<9>(&self.spec, history, masks),
            _ => attempt::<STEPS_MAX>(&self.spec, history, masks),
        };
        let Some(Attempt { furthest, start }) = attempt else { return };
        self.ended.0[furthest] += 1;
        let (mut event, mut step) = (start, 0);
        // Each step was done at the first chance after the one before.
        while step < furthest {
            let before = history.occurred_at[event];
            step += 1;
            event += 1;
            while masks[event] >> step & 1 == 0 {
                event += 1;
            }
            self.durations[step].add(history.occurred_at[event] - before);
        }
        self.count(history, furthest, start);
    }

    /// Counts the attempt of a person in its group, and the person.
    fn count(&mut self, history: &History<'_>, furthest: usize, start: usize) {
        let text = self.by.and_then(|position| {
            let code = history.texts[position][start] as usize;
            history.names.texts[position].get(code).map(String::as_str)
        });
        if self.by.is_some() {
            let group = match text {
                Some(text) => self.groups.of(text),
                None => &mut self.no_text,
            };
            group.0[furthest] += 1;
        }
        if let (Some(people), Some((ask, _))) = (&mut self.people, &self.spec.people) {
            let step = ask.step - 1;
            let at_step = if ask.dropped { furthest == step } else { furthest >= step };
            let in_group = match &ask.group {
                Group::All => true,
                Group::Text(wanted) => text == wanted.as_deref(),
            };
            if at_step && in_group {
                people.offer(history.actor, || ());
            }
        }
    }

    /// Both partitions' people.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.ended.add(&other.ended);
        self.no_text.add(&other.no_text);
        self.groups.merge(other.groups, |text| text);
        let durations = self.durations.into_iter().zip(other.durations);
        State {
            durations: durations.map(|(one, other)| one.merge(other)).collect(),
            people: merged(self.people, other.people),
            ..self
        }
    }

    /// The answer.
    pub fn finish(self) -> Funnel {
        let count = self.spec.steps.len();
        let people = self.ended.at_least(count);
        let steps = people.iter().zip(&self.durations);
        let (mut groups, mut rest) = (Vec::new(), Vec::new());
        if let Some((_, top)) = self.spec.by {
            // The events without a text are a group like others; it takes part in the order by an empty key.
            let (named, mut other) = self.groups.top(top, |text| Some(text.clone()));
            let mut all: Vec<(Option<String>, Reached)> = named;
            if self.no_text.weight() > 0 {
                all.push((None, self.no_text));
            }
            all.sort_by(|a, b| b.1.weight().cmp(&a.1.weight()).then_with(|| a.0.cmp(&b.0)));
            for (_, beyond) in all.drain(top.min(all.len())..) {
                other.add(&beyond);
            }
            let row = |(text, reached): (Option<String>, Reached)| GroupRow {
                text,
                people: reached.at_least(count),
            };
            groups = all.into_iter().map(row).collect();
            rest = other.at_least(count);
        }
        Funnel {
            steps: steps
                .map(|(people, durations)| Step { people: *people, since_before: durations.quantiles() })
                .collect(),
            groups,
            rest,
            page: self.people.map(People::finish),
        }
    }
}

/// The attempt of a person that counts.
///
/// Which kinds follow each other can't be foreseen, so a branch an event would cost more than the rest: every event is
/// tried at every step, without branches, and with the number of steps known the starts stay in registers. (A loop
/// over the steps that an event fits, with the starts in memory, took twice as long.)
fn attempt<const STEPS: usize>(spec: &Spec, history: &History<'_>, masks: &[u16]) -> Option<Attempt> {
    // By step: the latest start of an attempt that has come to it, as position and time.
    let (mut starts, mut started_at) = ([-1_i64; STEPS], [0_i64; STEPS]);
    let (mut steps_done, mut best_start) = (0, -1);
    let (from, until) = (spec.span.from().as_micros(), spec.span.until().as_micros());
    for (event, (at, mask)) in history.occurred_at.iter().zip(masks).enumerate() {
        let mut moved = 0_u16;
        // The last steps come first, so that one event does not fill two.
        for step in (1..STEPS).rev() {
            let (start, first_at) = (starts[step - 1], started_at[step - 1]);
            let moves = (mask >> step & 1 == 1) & (start > starts[step]) & (at - first_at <= spec.window_us);
            starts[step] = if moves { start } else { starts[step] };
            started_at[step] = if moves { first_at } else { started_at[step] };
            moved |= u16::from(moves) << step;
        }
        let begins = (mask & 1 == 1) & (*at >= from) & (*at < until);
        starts[0] = if begins { event as i64 } else { starts[0] };
        started_at[0] = if begins { *at } else { started_at[0] };
        moved |= u16::from(begins);
        // An event that takes somebody further than ever takes them one step further.
        if moved >> steps_done != 0 {
            for (step, start) in starts.iter().enumerate() {
                best_start = if step == steps_done { *start } else { best_start };
            }
            steps_done += 1;
            if steps_done == STEPS {
                break;
            }
        }
    }
    (steps_done > 0).then(|| Attempt { furthest: steps_done - 1, start: best_start as usize })
}
