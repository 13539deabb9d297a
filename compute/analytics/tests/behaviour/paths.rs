//! Paths within sessions.

use std::collections::BTreeMap;

use mercat_analytics::behaviour::paths::{Anchor, Ask, Node, PATH_LENGTH_MAX, Paths, Repeats, Spec, State};
use mercat_analytics::behaviour::{Filter, Page, Span};
use mercat_model::{EventKind, TextColumn, Timestamp};
use proptest::prelude::*;

use crate::sessions::split;
use crate::world::{Deed, HOUR_US, KINDS, Person, World, all_pages, filter, in_order, scan, world};

fn run(world: &World, spec: &Spec) -> Paths {
    let new = |asked: &[_]| State::new(spec, asked).unwrap();
    scan(world, &spec.columns(), new, State::observe, State::merge).finish()
}

/// What is asked of the random worlds.
#[derive(Debug, Clone)]
struct Question {
    filter: Filter,
    anchor: Anchor,
    by_page: bool,
    repeats: Repeats,
}

fn question() -> impl Strategy<Value = Question> {
    let kind = || (0..KINDS.len()).prop_map(|kind| EventKind::from(KINDS[kind]));
    let anchor = prop_oneof![Just(Anchor::Start), kind().prop_map(Anchor::From), kind().prop_map(Anchor::To)];
    let repeats = prop_oneof![Just(Repeats::Collapsed), Just(Repeats::Kept)];
    (filter(), anchor, any::<bool>(), repeats).prop_map(|(filter, anchor, by_page, repeats)| Question {
        filter,
        anchor,
        by_page,
        repeats,
    })
}

impl Question {
    fn spec(&self, top: usize) -> Spec {
        let span = Span::new(Timestamp::MIN, Timestamp::MAX).unwrap();
        let spec =
            Spec::new(self.filter.clone(), span, self.anchor.clone(), top).unwrap().repeats(self.repeats);
        if self.by_page { spec.by_page() } else { spec }
    }

    fn node(&self, deed: &Deed) -> Node {
        let address = deed.text(&TextColumn::Url).filter(|_| self.by_page);
        let page = address.map(|address| address.split('?').next().unwrap().to_owned());
        Node { kind: KINDS[deed.kind].to_owned(), page }
    }

    /// The nodes of each session of a person.
    fn sessions(&self, person: &Person) -> Vec<Vec<Node>> {
        let sessions = split(person.deeds.iter().filter(|deed| deed.passes(&self.filter)));
        let nodes = |session: Vec<&Deed>| {
            let mut nodes: Vec<Node> = session.into_iter().map(|deed| self.node(deed)).collect();
            if self.repeats == Repeats::Collapsed {
                nodes.dedup();
            }
            nodes
        };
        sessions.into_iter().map(nodes).collect()
    }

    /// The path of a session.
    fn path(&self, nodes: &[Node]) -> Option<Vec<Node>> {
        let first = |kind: &EventKind| nodes.iter().position(|node| node.kind == kind.as_str());
        let (from, until) = match &self.anchor {
            Anchor::Start => (0, PATH_LENGTH_MAX),
            Anchor::From(kind) => (first(kind)?, first(kind)? + PATH_LENGTH_MAX),
            Anchor::To(kind) => ((first(kind)? + 1).saturating_sub(PATH_LENGTH_MAX), first(kind)? + 1),
        };
        Some(nodes[from..until.min(nodes.len())].to_vec())
    }
}

/// The most frequent ones, and the sum of the others.
fn top<K: Ord>(counts: BTreeMap<K, u64>, top: usize) -> (Vec<(K, u64)>, u64) {
    let mut counts: Vec<(K, u64)> = counts.into_iter().collect();
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let other = counts.split_off(top.min(counts.len()));
    (counts, other.iter().map(|(_, count)| count).sum())
}

proptest! {
    #[test]
    fn paths_equal_their_definition(world in world(HOUR_US / 4), question in question(), rows in 1_usize..8) {
        let sessions: Vec<Vec<Node>> = world.people.iter().flat_map(|p| question.sessions(p)).collect();
        let (mut transitions, mut paths) = (BTreeMap::new(), BTreeMap::new());
        for nodes in &sessions {
            for pair in nodes.windows(2) {
                *transitions.entry((pair[0].clone(), pair[1].clone())).or_default() += 1;
            }
            if let Some(path) = question.path(nodes) {
                *paths.entry(path).or_default() += 1;
            }
        }
        let got = run(&world, &question.spec(rows));
        prop_assert_eq!(got.sessions, sessions.len() as u64);
        let got_transitions: Vec<_> = got.transitions.into_iter().map(|t| ((t.from, t.to), t.count)).collect();
        prop_assert_eq!((got_transitions, got.transitions_other), top(transitions, rows));
        let got_paths: Vec<_> = got.paths.into_iter().map(|row| (row.nodes, row.sessions)).collect();
        prop_assert_eq!((got_paths, got.paths_other), top(paths, rows));
    }

    #[test]
    fn people_of_a_path_are_paged(world in world(HOUR_US / 4), question in question(), which in any::<prop::sample::Index>()) {
        let all = run(&world, &question.spec(100));
        let transitions = all.transitions.iter().map(|t| Ask::Transition(t.from.clone(), t.to.clone()));
        let asks: Vec<Ask> = transitions.chain(all.paths.iter().map(|row| Ask::Path(row.nodes.clone()))).collect();
        if asks.is_empty() {
            return Ok(());
        }
        let ask = &asks[which.index(asks.len())];
        let people = all_pages(|page| {
            run(&world, &question.spec(1).with_people(ask.clone(), page).unwrap()).page.unwrap()
        });
        let people: Vec<_> = people.into_iter().map(|(actor, ())| actor).collect();
        prop_assert_eq!(people, in_order(world.people.iter().filter(|person| {
            question.sessions(person).iter().any(|nodes| match ask {
                Ask::Transition(from, to) => nodes.windows(2).any(|pair| pair[0] == *from && pair[1] == *to),
                Ask::Path(path) => question.path(nodes).as_ref() == Some(path),
            })
        })));
    }
}

#[test]
fn paths_beyond_their_limits_are_refused_with_the_field() {
    let span = Span::new(Timestamp::MIN, Timestamp::MAX).unwrap();
    let spec = |rows| Spec::new(Filter::default(), span, Anchor::Start, rows);
    assert!(spec(101).unwrap_err().to_string().starts_with("`limit`: `101`"));
    let page = Page::new(None, 1).unwrap();
    let node = Node { kind: "page_viewed".to_owned(), page: None };
    let refused = spec(1).unwrap().with_people(Ask::Path(vec![node; 6]), page).unwrap_err();
    assert!(refused.to_string().starts_with("`path`: `6` nodes"));
}
