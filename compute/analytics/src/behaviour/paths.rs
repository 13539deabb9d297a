//! Paths through the shop: which kind of event follows which within a session, and the most frequent paths of up to
//! five events from the start of a session, from a kind or to a kind.
//!
//! A node is a kind, or a kind with its page (the address without what follows `?` or `#`). With repeats collapsed,
//! an event with the node of the one before it in the session is passed over. A session counts for one path: from
//! (or to) the first event of the kind in it; sessions without that kind have none.
//!
//! Memory: a partition counts [`TRANSITIONS_COUNTED_MAX`] transitions and [`PATHS_COUNTED_MAX`] paths. When more come,
//! the rarer half is dropped into the sum of the others, so that all sums stay exact and the counts shown are lower
//! bounds. Pages beyond the first [`NODES_MAX`] nodes of a partition count as their kind alone.

use std::collections::HashMap;

use mercat_model::{EventKind, History, TextColumn};

use crate::behaviour::filter::{Filter, columns_of, position_of, read_value};
use crate::behaviour::masks::Masks;
use crate::behaviour::people::{Page, People, PeoplePage, merged};
use crate::behaviour::span::Span;
use crate::behaviour::tally::{ByCodes, Tally};
use crate::behaviour::visit::Visits;
use crate::error::AnalyticsError;

/// Events of a path: with more, hardly two sessions are alike.
pub const PATH_LENGTH_MAX: usize = 5;

/// Rows of an answer: transitions and paths each; what a table shows before it is read by nobody.
pub const TOP_MAX: usize = 100;

/// Different transitions that a partition counts: 100 kinds in every order.
pub const TRANSITIONS_COUNTED_MAX: usize = 10_000;

/// Different paths that a partition counts: some two megabytes.
pub const PATHS_COUNTED_MAX: usize = 20_000;

/// Different nodes that a partition tells apart.
pub const NODES_MAX: usize = 20_000;

/// No node: what is behind the end of a path.
const NONE: u32 = u32::MAX;

/// What is asked.
#[derive(Debug, Clone)]
pub struct Spec {
    filter: Filter,
    span: Span,
    anchor: Anchor,
    by_page: bool,
    repeats: Repeats,
    top: usize,
    people: Option<(Ask, Page)>,
}

/// Where the paths begin or end.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Anchor {
    /// They begin with the first event of the session.
    #[default]
    Start,
    /// They begin with the first event of a kind.
    From(EventKind),
    /// They end with the first event of a kind.
    To(EventKind),
}

/// What becomes of events with the node of the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Repeats {
    /// They are passed over.
    #[default]
    Collapsed,
    /// They count as any other.
    Kept,
}

/// A place on a path.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Node {
    /// The kind of event.
    pub kind: String,
    /// The page, where paths are told apart by it.
    pub page: Option<String>,
}

/// Which people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// Those who went from one node straight to another.
    Transition(Node, Node),
    /// Those with a session of exactly this path.
    Path(Vec<Node>),
}

/// What one partition knows.
#[derive(Debug, Clone)]
pub struct State {
    spec: Spec,
    masks: Masks,
    visits: Visits,
    nodes: Nodes,
    walks: Vec<Walk>,
    sessions: u64,
    transitions: Tally<[u32; 2], u64, ByCodes>,
    paths: Tally<[u32; PATH_LENGTH_MAX], u64, ByCodes>,
    people: Option<People>,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paths {
    /// Sessions with an event that counts.
    pub sessions: u64,
    /// The most frequent transitions.
    pub transitions: Vec<Transition>,
    /// How often all others happened.
    pub transitions_other: u64,
    /// The most frequent paths.
    pub paths: Vec<PathRow>,
    /// Sessions with another path.
    pub paths_other: u64,
    /// A page of people, if one was asked for.
    pub page: Option<PeoplePage>,
}

/// One node straight after another within a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transition {
    /// The first.
    pub from: Node,
    /// The second.
    pub to: Node,
    /// How often.
    pub count: u64,
}

/// A path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathRow {
    /// Its nodes, at most [`PATH_LENGTH_MAX`].
    pub nodes: Vec<Node>,
    /// Sessions with it.
    pub sessions: u64,
}

impl Spec {
    /// The events that count (others are as if they had not happened), and the rows of the answer.
    pub fn new(filter: Filter, span: Span, anchor: Anchor, top: usize) -> Result<Self, AnalyticsError> {
        if !(1..=TOP_MAX).contains(&top) {
            let reason = format!("`{top}` is not 1 to {TOP_MAX}");
            return Err(AnalyticsError::Spec { field: "limit", reason });
        }
        let repeats = Repeats::default();
        Ok(Spec { filter, span, anchor, by_page: false, repeats, top, people: None })
    }

    /// With pages told apart.
    #[must_use]
    pub fn by_page(self) -> Self {
        Spec { by_page: true, ..self }
    }

    /// With repeats kept or collapsed.
    #[must_use]
    pub fn repeats(self, repeats: Repeats) -> Self {
        Spec { repeats, ..self }
    }

    /// With a page of people.
    pub fn with_people(self, ask: Ask, page: Page) -> Result<Self, AnalyticsError> {
        if let Ask::Path(nodes) = &ask
            && !(1..=PATH_LENGTH_MAX).contains(&nodes.len())
        {
            let reason = format!("`{}` nodes are not 1 to {PATH_LENGTH_MAX}", nodes.len());
            return Err(AnalyticsError::Spec { field: "path", reason });
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
        let page = self.by_page.then_some(&TextColumn::Url);
        columns_of([&self.filter], [&TextColumn::Session].into_iter().chain(page))
    }

    fn is_asked_transition(&self, nodes: &Nodes, from: u32, to: u32) -> bool {
        matches!(&self.people, Some((Ask::Transition(asked_from, asked_to), _))
            if nodes.nodes[from as usize] == *asked_from && nodes.nodes[to as usize] == *asked_to)
    }

    fn is_asked_path(&self, nodes: &Nodes, path: &[u32]) -> bool {
        let node = |number: &u32| &nodes.nodes[*number as usize];
        matches!(&self.people, Some((Ask::Path(asked), _)) if path.iter().map(node).eq(asked))
    }
}

/// The nodes of a partition, numbered as they come.
#[derive(Debug, Clone, Default)]
struct Nodes {
    numbers: HashMap<Node, u32>,
    nodes: Vec<Node>,
    /// By codes of kind and address.
    by_codes: HashMap<[u32; 2], u32, ByCodes>,
    /// Where the address stands among the columns, if pages are told apart.
    page: Option<usize>,
}

impl Nodes {
    fn of(&mut self, history: &History<'_>, event: usize) -> u32 {
        let kind = history.kind[event];
        let page = self.page.map_or(NONE, |position| history.texts[position][event]);
        if let Some(number) = self.by_codes.get(&[kind, page]) {
            return *number;
        }
        let address = self.page.and_then(|position| history.names.texts[position].get(page as usize));
        let address = address.filter(|_| self.nodes.len() < NODES_MAX);
        let node = Node {
            kind: history.names.kinds[kind as usize].clone(),
            page: address.map(|address| page_of(address).to_owned()),
        };
        let number = self.number(node);
        self.by_codes.insert([kind, page], number);
        number
    }

    fn number(&mut self, node: Node) -> u32 {
        let next = self.nodes.len() as u32;
        *self.numbers.entry(node).or_insert_with_key(|node| {
            self.nodes.push(node.clone());
            next
        })
    }

    fn names(&self, numbers: &[u32]) -> Vec<Node> {
        let present = numbers.iter().take_while(|number| **number != NONE);
        present.map(|number| self.nodes[*number as usize].clone()).collect()
    }
}

/// An address without what follows `?` or `#`.
fn page_of(address: &str) -> &str {
    address.split(['?', '#']).next().unwrap_or(address)
}

/// One session on its way.
#[derive(Debug, Clone)]
struct Walk {
    last: u32,
    path: [u32; PATH_LENGTH_MAX],
    length: usize,
    anchored: bool,
}

impl Walk {
    const NEW: Walk = Walk { last: NONE, path: [NONE; PATH_LENGTH_MAX], length: 0, anchored: false };

    /// Takes the next node; `at_anchor` says that it is of the kind at which paths begin or end.
    fn take(&mut self, node: u32, anchor: &Anchor, at_anchor: bool) {
        let ends_here = matches!(anchor, Anchor::To(_));
        if ends_here && self.anchored {
            return;
        }
        self.anchored |= at_anchor || *anchor == Anchor::Start;
        if self.length < PATH_LENGTH_MAX && (ends_here || self.anchored) {
            self.path[self.length] = node;
            self.length += 1;
        } else if ends_here {
            self.path.rotate_left(1);
            self.path[PATH_LENGTH_MAX - 1] = node;
        }
    }
}

/// The filters' bits.
const COUNTS: u16 = 1;
const ANCHOR: u16 = 2;

impl State {
    /// For one partition of a scan that was asked for these columns.
    pub fn new(spec: &Spec, asked: &[TextColumn]) -> Result<Self, AnalyticsError> {
        let anchor = match &spec.anchor {
            Anchor::Start => Filter::default(),
            Anchor::From(kind) | Anchor::To(kind) => Filter::kind(kind.clone()),
        };
        let mut nodes = Nodes::default();
        if spec.by_page {
            nodes.page = Some(position_of(&TextColumn::Url, asked)?);
        }
        Ok(State {
            masks: Masks::new(vec![spec.filter.clone(), anchor], asked)?,
            visits: Visits::new(asked)?,
            nodes,
            walks: Vec::new(),
            sessions: 0,
            transitions: Tally::new(TRANSITIONS_COUNTED_MAX),
            paths: Tally::new(PATHS_COUNTED_MAX),
            people: spec.people.clone().map(|(_, page)| People::new(page)),
            spec: spec.clone(),
        })
    }

    /// Takes a person.
    pub fn observe(&mut self, history: &History<'_>) {
        self.visits.begin(history);
        self.walks.clear();
        let mut asked_for = false;
        let events = self.spec.span.events_of(history);
        for (event, mask) in events.clone().zip(self.masks.of(history, events)) {
            if mask & COUNTS == 0 {
                continue;
            }
            let visit = self.visits.of(history, event);
            if visit == self.walks.len() {
                self.walks.push(Walk::NEW);
            }
            let node = self.nodes.of(history, event);
            let walk = &mut self.walks[visit];
            let before = std::mem::replace(&mut walk.last, node);
            if before == node && self.spec.repeats == Repeats::Collapsed {
                continue;
            }
            walk.take(node, &self.spec.anchor, mask & ANCHOR != 0);
            if before != NONE {
                *self.transitions.of(&[before, node]) += 1;
                asked_for |= self.spec.is_asked_transition(&self.nodes, before, node);
            }
        }
        self.sessions += self.walks.len() as u64;
        for walk in self.walks.iter().filter(|walk| walk.anchored) {
            *self.paths.of(&walk.path) += 1;
            asked_for |= self.spec.is_asked_path(&self.nodes, &walk.path[..walk.length]);
        }
        if let Some(people) = &mut self.people
            && asked_for
        {
            people.offer(history.actor, || ());
        }
    }

    /// Both partitions' sessions.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        let numbers: Vec<u32> = other.nodes.nodes.into_iter().map(|node| self.nodes.number(node)).collect();
        let number = |theirs: u32| numbers.get(theirs as usize).copied().unwrap_or(NONE);
        self.transitions.merge(other.transitions, |nodes| nodes.map(number));
        self.paths.merge(other.paths, |nodes| nodes.map(number));
        State { sessions: self.sessions + other.sessions, people: merged(self.people, other.people), ..self }
    }

    /// The answer.
    pub fn finish(self) -> Paths {
        let (transitions, transitions_other) =
            self.transitions.top(self.spec.top, |nodes| self.nodes.names(nodes));
        let (paths, paths_other) = self.paths.top(self.spec.top, |nodes| self.nodes.names(nodes));
        let transition = |(mut nodes, count): (Vec<Node>, u64)| {
            let to = nodes.pop()?;
            Some(Transition { from: nodes.pop()?, to, count })
        };
        Paths {
            sessions: self.sessions,
            transitions: transitions.into_iter().filter_map(transition).collect(),
            transitions_other,
            paths: paths.into_iter().map(|(nodes, sessions)| PathRow { nodes, sessions }).collect(),
            paths_other,
            page: self.people.map(People::finish),
        }
    }
}
