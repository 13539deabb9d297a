//! What a scan promises, proved against a naive grouping of all events:
//! 1. every person's whole history once, in the order of time and id;
//! 2. a range of time cuts histories and passes over people without events in it;
//! 3. events that are not sealed yet belong to it;
//! 4. people who were merged or parted after sealing have the events that are theirs now.
#![expect(clippy::unwrap_used, reason = "tests")]

mod support;

use std::collections::{BTreeMap, HashSet};

use mercat_lake::{Identity, Lake, Scan, Seal, TimeRange, Unmerged};
use mercat_model::history::NO_TEXT;
use mercat_model::{Actor, Event, EventKind, History, MemberId, TextColumn, Timestamp};
use proptest::prelude::*;
use support::{DAY_US, Histories, Line, NOW, Numbers, START_US, events, member, seal};

fn all_columns() -> Vec<TextColumn> {
    use TextColumn::*;
    let utm = Utm("source".to_owned());
    let property = Property("colour".to_owned());
    vec![Session, Source, Device, Region, Channel, Merchant, Url, utm, Product, Currency, property]
}

fn text(event: &Event, column: &TextColumn) -> Option<String> {
    match column {
        TextColumn::Session => event.session.clone(),
        TextColumn::Source => event.source_id.map(|id| id.to_string()),
        TextColumn::Device => event.device.clone(),
        TextColumn::Region => event.region.clone(),
        TextColumn::Channel => event.channel_id.map(|id| id.to_string()),
        TextColumn::Merchant => event.merchant_id.map(|id| id.to_string()),
        TextColumn::Url => event.url.clone(),
        TextColumn::Utm(key) => event.utm.get(key).cloned(),
        TextColumn::Product => event.items.first().map(|item| item.product_id.to_string()),
        TextColumn::Currency => event.value.map(|value| value.currency.code().to_owned()),
        TextColumn::Property(key) => event.properties.get(key).map(|value| match value {
            serde_json::Value::String(text) => text.clone(),
            other => other.to_string(),
        }),
    }
}

/// The answer by hand.
fn grouped(events: &[Event], spec: &Scan, identity: &dyn Identity) -> Histories {
    let mut events: Vec<&Event> = events.iter().collect();
    events.sort_by_key(|event| (event.occurred_at, event.id));
    let mut people = Histories::new();
    for event in events {
        let inside = spec.range.from.is_none_or(|from| event.occurred_at >= from)
            && spec.range.to.is_none_or(|to| event.occurred_at < to);
        let person = identity.person(event.member_id, event.anonymous_id.as_deref());
        if let (Some(person), true) = (person, inside) {
            people.entry(person).or_default().push(Line {
                at: event.occurred_at.as_micros(),
                kind: event.kind.as_str().to_owned(),
                texts: spec.texts.iter().map(|column| text(event, column)).collect(),
                value_minor: if spec.value { event.value.map_or(0, |value| value.minor) } else { 0 },
            });
        }
    }
    people
}

fn lines(history: &History<'_>) -> Vec<Line> {
    let line = |row: usize| {
        let texts = history.texts.iter().zip(&history.names.texts);
        let name = |(codes, names): (&Vec<u32>, &Vec<String>)| match codes[row] {
            NO_TEXT => None,
            code => Some(names[code as usize].clone()),
        };
        Line {
            at: history.occurred_at[row],
            kind: history.names.kinds[history.kind[row] as usize].clone(),
            texts: texts.map(name).collect(),
            value_minor: history.value_minor.get(row).copied().unwrap_or(0),
        }
    };
    (0..history.occurred_at.len()).map(line).collect()
}

fn scanned(lake: &Lake, spec: &Scan, tail: &[Event], identity: &dyn Identity) -> Histories {
    let observe = |people: &mut Vec<(Actor, Vec<Line>)>, history: &History<'_>| {
        people.push((history.actor.clone(), lines(history)));
    };
    let states = lake.snapshot().unwrap().scan(spec, tail, identity, Vec::new, observe).unwrap();
    let mut all = Histories::new();
    for (actor, lines) in states.into_iter().flatten() {
        assert!(!lines.is_empty(), "{actor} has no events");
        assert!(all.insert(actor.clone(), lines).is_none(), "{actor} was given twice");
    }
    all
}

fn check(lake: &Lake, all: &[Event], tail: &[Event], identity: &dyn Identity) {
    let day = |days: i64| Some(Timestamp::from_micros(START_US + days * DAY_US));
    for (from, to) in
        [(None, None), (day(10), day(40)), (day(31), day(59)), (day(85), None), (day(200), None)]
    {
        for (texts, value) in [(Vec::new(), false), (all_columns(), true)] {
            let spec = Scan { range: TimeRange { from, to }, texts, value };
            assert_eq!(scanned(lake, &spec, tail, identity), grouped(all, &spec, identity), "{spec:?}");
        }
    }
}

#[test]
fn a_scan_equals_a_grouping_by_hand() {
    let folder = tempfile::tempdir().unwrap();
    let lake = Lake::open(folder.path()).unwrap();
    let all = events(1, 0, 5_000, 60);
    check(&lake, &all, &all, &Unmerged);
    seal(&lake, 0, &all[..3_000]).unwrap();
    seal(&lake, 3_000, &all[3_000..4_000]).unwrap();
    check(&lake, &all, &all[4_000..], &Unmerged);
    seal(&lake, 4_000, &all[4_000..]).unwrap();
    check(&lake, &all, &[], &Unmerged);
}

#[test]
fn people_whose_texts_begin_or_end_alike_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let lake = Lake::open(folder.path()).unwrap();
    let mut all = events(7, 0, 900, 2);
    let mut numbers = Numbers(7);
    for event in &mut all {
        // Longer and shorter than 16 and 32 bytes, the same at both ends.
        let middle = ["", "a", "b", "aa", "ab"][usize::try_from(numbers.below(5)).unwrap()];
        let length = [3, 12, 20, 40][usize::try_from(numbers.below(4)).unwrap()];
        event.member_id = None;
        event.anonymous_id = Some(format!("{}{middle}{}", "x".repeat(length), "x".repeat(length)));
    }
    for (number, part) in all[..800].chunks(200).enumerate() {
        seal(&lake, number as u64 * 200, part).unwrap();
    }
    check(&lake, &all, &all[800..], &Unmerged);
}

#[test]
fn a_history_longer_than_a_batch_is_one() {
    // One text is known by its ends alone, the other is too long for that.
    for visitor in ["short".to_owned(), "long".repeat(12)] {
        let folder = tempfile::tempdir().unwrap();
        let lake = Lake::open(folder.path()).unwrap();
        let event = |number: u64| {
            let at = Timestamp::from_micros(START_US + i64::try_from(number).unwrap());
            let mut event = Event::new(support::event_id(number), EventKind::ProductViewed, at);
            event.anonymous_id = Some(visitor.clone());
            event
        };
        let all: Vec<Event> = (0..70_000).map(event).collect();
        seal(&lake, 0, &all).unwrap();
        let people = scanned(&lake, &Scan::default(), &[], &Unmerged);
        assert_eq!(people.values().map(Vec::len).collect::<Vec<_>>(), [70_000]);
    }
}

/// Merges and partings of visitors and members, with every version kept.
#[derive(Clone, Default)]
struct Merged {
    version: u64,
    /// Whose events a person's are now.
    now: BTreeMap<Actor, Actor>,
    /// Actors that changed, by the version that changed them.
    changed: Vec<(u64, Actor)>,
}

impl Merged {
    fn resolve(&self, actor: Actor) -> Actor {
        self.now.get(&actor).cloned().unwrap_or(actor)
    }

    /// A person's events become another's, or their own again.
    fn change(&mut self, from: Actor, to: Option<Actor>) {
        self.version += 1;
        let before = self.resolve(from.clone());
        self.changed.extend([(self.version, from.clone()), (self.version, before)]);
        match to {
            Some(to) => self.now.insert(from, to),
            None => self.now.remove(&from),
        };
    }
}

impl Identity for Merged {
    fn version(&self) -> u64 {
        self.version
    }

    fn changed_after(&self, version: u64) -> HashSet<Actor> {
        self.changed.iter().filter(|(at, _)| *at > version).map(|(_, actor)| actor.clone()).collect()
    }

    fn person(&self, member_id: Option<MemberId>, anonymous_id: Option<&str>) -> Option<Actor> {
        Unmerged.person(member_id, anonymous_id).map(|actor| self.resolve(actor))
    }
}

fn person(numbers: &mut Numbers, people: u64) -> Actor {
    match numbers.below(2) {
        0 => Actor::Member(member(numbers.below(people))),
        _ => Actor::Visitor(format!("v{}", numbers.below(people))),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn a_scan_knows_who_everyone_is_now(seed in any::<u64>(), people in 2_u64..12, steps in 5_usize..30) {
        let folder = tempfile::tempdir().unwrap();
        let lake = Lake::open(folder.path()).unwrap();
        let all = events(seed, 0, 600, people);
        let mut numbers = Numbers(seed);
        let mut identity = Merged::default();
        let mut sealed = 0;
        for _ in 0..steps {
            match numbers.below(6) {
                0..=2 => {
                    let next = (sealed + usize::try_from(numbers.below(60)).unwrap()).min(all.len());
                    let seal = Seal {
                        first_offset: sealed as u64,
                        next_offset: next as u64,
                        events: all[sealed..next].to_vec(),
                        identity_version: identity.version,
                    };
                    let known = identity.clone();
                    lake.seal(seal, &|e| known.person(e.member_id, e.anonymous_id.as_deref())).unwrap();
                    sealed = next;
                }
                3 => identity.change(person(&mut numbers, people), Some(person(&mut numbers, people))),
                4 => {
                    let merged: Vec<_> = identity.now.keys().cloned().collect();
                    if !merged.is_empty() {
                        let one = usize::try_from(numbers.below(merged.len() as u64)).unwrap();
                        identity.change(merged[one].clone(), None);
                    }
                }
                _ => {
                    let known = identity.clone();
                    let person_of = |e: &Event| known.person(e.member_id, e.anonymous_id.as_deref());
                    lake.compact(&person_of, identity.version, NOW).unwrap();
                }
            }
        }
        let tail = usize::try_from(numbers.below((all.len() - sealed) as u64 + 1)).unwrap();
        let until = sealed + tail;
        check(&lake, &all[..until], &all[sealed..until], &identity);
        prop_assert_eq!(lake.check().unwrap().problems, []);
    }
}

#[test]
fn compaction_brings_rows_home_and_changes_no_answer() {
    let folder = tempfile::tempdir().unwrap();
    let lake = Lake::open(folder.path()).unwrap();
    let mut all = events(5, 0, 400, 3);
    // Events of nobody are spread over all buckets, too few in each to be merged.
    all.iter_mut()
        .filter(|event| event.actor().is_none())
        .for_each(|event| event.member_id = Some(member(0)));
    all.iter_mut()
        .for_each(|event| event.occurred_at = event.occurred_at.min(Timestamp::from_micros(START_US)));
    for (number, part) in all.chunks(40).enumerate() {
        seal(&lake, number as u64 * 40, part).unwrap();
    }
    let mut identity = Merged::default();
    identity.change(Actor::Visitor("v0".to_owned()), Some(Actor::Member(member(1))));
    check(&lake, &all, &[], &identity);
    let before = lake.snapshot().unwrap();
    let person_of = |e: &Event| identity.person(e.member_id, e.anonymous_id.as_deref());
    let mut moved = 0;
    while let Some(done) = lake.compact(&person_of, identity.version, NOW).unwrap() {
        assert!(done.files_before > 1);
        moved += done.rows_moved;
    }
    assert!(moved > 0);
    assert!(lake.manifest().unwrap().files.len() < before.manifest().files.len() / 4);
    check(&lake, &all, &[], &identity);
    assert_eq!(lake.check().unwrap().problems, []);

    let mut old = 0;
    let count = |_| {
        old += 1;
        std::ops::ControlFlow::Continue(())
    };
    before.for_each_event(TimeRange::default(), count).unwrap();
    assert_eq!(old, 400, "who began before a compaction ends in peace");
    assert!(lake.clean(Timestamp::from_micros(START_US)).unwrap() == 0);
}
