//! What a scan promises, proved against a naive grouping of all events:
//! 1. every person's whole history once, in the order of time and id;
//! 2. a range of time cuts histories and passes over people without events in it;
//! 3. events that are not sealed yet belong to it;
//! 4. people who were merged or parted after sealing have the events that are theirs now.
#![expect(clippy::unwrap_used, reason = "tests")]

mod support;

use mercat_lake::{Identity, Lake, Scan, TimeRange, Unmerged};
use mercat_model::history::NO_TEXT;
use mercat_model::{Actor, Event, History, TextColumn, Timestamp};
use support::{DAY_US, Histories, Line, START_US, events, seal};

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
