//! Random people, and how a scan would hand them over.

use mercat_analytics::behaviour::{Condition, Filter, Page, PeoplePage, TextTest};
use mercat_model::history::{NO_TEXT, Names};
use mercat_model::{Actor, Currency, EventKind, History, MemberId, TextColumn, Timestamp, Zone};
use proptest::prelude::*;

pub(crate) const HOUR_US: i64 = 3_600_000_000;

/// The kinds that happen in these tests.
pub(crate) const KINDS: [&str; 5] =
    ["page_viewed", "product_viewed", "product_added", "order_completed", "Video Played"];

/// One thing that somebody did.
#[derive(Debug, Clone)]
pub(crate) struct Deed {
    pub(crate) at: i64,
    pub(crate) kind: usize,
    pub(crate) session: Option<u8>,
    pub(crate) device: Option<u8>,
    pub(crate) page: Option<u8>,
    pub(crate) value: Option<(bool, i64)>,
}

impl Deed {
    pub(crate) fn text(&self, column: &TextColumn) -> Option<String> {
        match column {
            TextColumn::Session => self.session.map(|n| format!("session {n}")),
            TextColumn::Device => self.device.map(|n| format!("device {n}")),
            TextColumn::Url => self.page.map(|n| format!("/page/{}?visit={n}", n / 2)),
            TextColumn::Currency => self.value.map(|(cny, _)| if cny { "CNY" } else { "GBP" }.to_owned()),
            _ => None,
        }
    }

    pub(crate) fn minor(&self) -> i64 {
        self.value.map_or(0, |(_, minor)| minor)
    }

    /// The plain reading of a filter.
    pub(crate) fn passes(&self, filter: &Filter) -> bool {
        let kind = KINDS[self.kind];
        (filter.kinds().is_empty() || filter.kinds().iter().any(|one| one.as_str() == kind))
            && filter.conditions().iter().all(|condition| match condition {
                Condition::Text { column, test } => test.holds(self.text(column).as_deref()),
                Condition::Value { currency, minor_min, minor_max } => {
                    self.value.is_some_and(|(cny, minor)| {
                        (*currency == Currency::CNY) == cny
                            && minor_min.is_none_or(|least| minor >= least)
                            && minor_max.is_none_or(|most| minor <= most)
                    })
                }
            })
    }
}

/// Somebody with what they did, in order.
#[derive(Debug, Clone)]
pub(crate) struct Person {
    pub(crate) actor: Actor,
    pub(crate) deeds: Vec<Deed>,
}

/// People, and how they are spread over partitions and these merged.
#[derive(Debug, Clone)]
pub(crate) struct World {
    pub(crate) people: Vec<Person>,
    partitions: Vec<usize>,
    merges: Vec<prop::sample::Index>,
}

/// Where the times of the tests begin: before London's summer time, whose days then begin at this hour.
pub(crate) fn start() -> i64 {
    "2011-03-20T23:00:00Z".parse::<Timestamp>().unwrap().as_micros()
}

pub(crate) fn london() -> Zone {
    Zone::new("Europe/London").unwrap()
}

fn deeds(tick_us: i64) -> impl Strategy<Value = Vec<Deed>> {
    let maybe = |texts: u8| prop::option::weighted(0.8, 0..texts);
    let value = prop::option::weighted(0.6, (any::<bool>(), -5_i64..50));
    let deed = (0_i64..200, 0..KINDS.len(), maybe(3), maybe(3), maybe(6), value).prop_map(
        move |(tick, kind, session, device, page, value)| Deed {
            at: start() + tick * tick_us,
            kind,
            session,
            device,
            page,
            value,
        },
    );
    prop::collection::vec(deed, 1..25).prop_map(|mut deeds| {
        deeds.sort_by_key(|deed| deed.at);
        deeds
    })
}

/// People whose times are multiples of a tick, 200 ticks in all.
pub(crate) fn world(tick_us: i64) -> impl Strategy<Value = World> {
    let people = prop::collection::vec(deeds(tick_us), 0..12);
    let partitions = prop::collection::vec(0_usize..4, 12);
    let merges = prop::collection::vec(any::<prop::sample::Index>(), 8);
    (people, partitions, merges).prop_map(|(people, partitions, merges)| {
        let named = people.into_iter().enumerate().map(|(number, deeds)| {
            let actor = match number % 3 {
                0 => Actor::Visitor(format!("visitor {}", number * 7 % 10)),
                _ => Actor::Member(MemberId::from_parts(1, [number as u8 * 7 % 11; 10])),
            };
            Person { actor, deeds }
        });
        World { people: named.collect(), partitions, merges }
    })
}

/// A filter over what there is in these worlds.
pub(crate) fn filter() -> impl Strategy<Value = Filter> {
    let kinds = prop::collection::vec(0..KINDS.len(), 0..3);
    let device = |n: u8| format!("device {n}");
    let test = prop_oneof![
        (0_u8..3).prop_map(move |n| TextTest::Is(device(n))),
        (0_u8..3).prop_map(move |n| TextTest::IsNot(device(n))),
        (0_u8..2).prop_map(move |n| TextTest::OneOf(vec![device(n), device(n + 1)])),
        (0_u8..3).prop_map(|n| TextTest::Contains(format!(" {n}"))),
        Just(TextTest::Exists),
    ];
    let text = (prop_oneof![Just(TextColumn::Device), Just(TextColumn::Session)], test)
        .prop_map(|(column, test)| Condition::Text { column, test });
    let currency = prop_oneof![Just(Currency::CNY), Just(Currency::GBP)];
    let value =
        (currency, 0_i64..40, prop::option::of(30_i64..50)).prop_map(|(currency, least, minor_max)| {
            Condition::Value { currency, minor_min: Some(least), minor_max }
        });
    let conditions = prop::collection::vec(prop_oneof![3 => text, 1 => value], 0..3);
    let plain = (kinds.clone(), Just(Vec::new()));
    prop_oneof![2 => plain, 1 => (kinds, conditions)].prop_map(|(kinds, conditions)| {
        Filter::new("test", kinds.into_iter().map(|kind| EventKind::named(KINDS[kind])).collect(), conditions)
            .unwrap()
    })
}

/// Scans a world: a state a partition, then merged in the world's order.
pub(crate) fn scan<S>(
    world: &World,
    columns: &[TextColumn],
    new: impl Fn(&[TextColumn]) -> S,
    observe: impl Fn(&mut S, &History<'_>),
    merge: impl Fn(S, S) -> S,
) -> S {
    // A column more than asked for, in front.
    let asked: Vec<TextColumn> =
        [TextColumn::Region].into_iter().chain(columns.iter().rev().cloned()).collect();
    let mut states: Vec<S> = Vec::new();
    for partition in 0..4 {
        let mut state = new(&asked);
        let mut names = Names { kinds: Vec::new(), texts: vec![Vec::new(); asked.len()] };
        let spread = world.people.iter().zip(&world.partitions);
        let mut members: Vec<&Person> = spread.filter(|(_, p)| **p == partition).map(|(p, _)| p).collect();
        members.sort_by(|a, b| a.actor.cmp(&b.actor));
        for person in members {
            observe_person(person, &asked, &mut names, &mut state, &observe);
        }
        states.push(state);
    }
    for at in &world.merges {
        if states.len() > 1 {
            let one = states.swap_remove(at.index(states.len()));
            let other = states.swap_remove(at.index(states.len()));
            states.insert(at.index(states.len() + 1), merge(one, other));
        }
    }
    states.into_iter().reduce(merge).unwrap()
}

fn observe_person<S>(
    person: &Person,
    asked: &[TextColumn],
    names: &mut Names,
    state: &mut S,
    observe: &impl Fn(&mut S, &History<'_>),
) {
    let code = |names: &mut Vec<String>, name: String| match names.iter().position(|known| *known == name) {
        Some(code) => code as u32,
        None => {
            names.push(name);
            names.len() as u32 - 1
        }
    };
    let kind: Vec<u32> =
        person.deeds.iter().map(|deed| code(&mut names.kinds, KINDS[deed.kind].to_owned())).collect();
    let texts: Vec<Vec<u32>> = asked
        .iter()
        .enumerate()
        .map(|(position, column)| {
            let text = |deed: &Deed| match deed.text(column) {
                Some(text) => code(&mut names.texts[position], text),
                None => NO_TEXT,
            };
            person.deeds.iter().map(text).collect()
        })
        .collect();
    let occurred_at: Vec<i64> = person.deeds.iter().map(|deed| deed.at).collect();
    let value_minor: Vec<i64> = person.deeds.iter().map(Deed::minor).collect();
    let history = History {
        actor: &person.actor,
        occurred_at: &occurred_at,
        kind: &kind,
        texts: &texts,
        value_minor: &value_minor,
        names,
    };
    observe(state, &history);
}

/// All people of a list, read page by page.
pub(crate) fn all_pages<T>(mut page: impl FnMut(Page) -> PeoplePage<T>) -> Vec<(Actor, T)> {
    let (mut people, mut after) = (Vec::new(), None);
    loop {
        let next = page(Page::new(after.clone(), 2).unwrap());
        assert!(next.people.len() <= 2);
        people.extend(next.people);
        match next.next {
            Some(last) => after = Some(last),
            None => return people,
        }
    }
}

/// The people of a list as it must be: in order.
pub(crate) fn in_order<'a>(people: impl IntoIterator<Item = &'a Person>) -> Vec<Actor> {
    let mut actors: Vec<Actor> = people.into_iter().map(|person| person.actor.clone()).collect();
    actors.sort();
    actors
}

impl World {
    /// One person.
    pub(crate) fn of_one(deeds: Vec<Deed>) -> Self {
        let actor = Actor::Visitor("one".to_owned());
        World { people: vec![Person { actor, deeds }], partitions: vec![0], merges: Vec::new() }
    }
}
