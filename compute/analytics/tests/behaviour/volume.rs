//! Events by time.

use std::collections::{BTreeMap, BTreeSet};

use mercat_analytics::behaviour::Span;
use mercat_analytics::behaviour::volume::{Spec, State, Step};
use mercat_model::{CivilDate, Timestamp, Zone};
use proptest::prelude::*;

use crate::world::{Deed, HOUR_US, KINDS, filter, london, scan, start, world};

/// The name of the point that a time belongs to.
fn point(at: i64, step: Step) -> String {
    let time = Timestamp::from_micros(at).to_string();
    match step {
        Step::Minute => time[..16].to_owned(),
        Step::Hour => time[..13].to_owned(),
        Step::Day => london().date_of(Timestamp::from_micros(at)).to_string(),
    }
}

proptest! {
    #[test]
    fn volume_equals_its_definition(
        world in world(HOUR_US / 3), filter in filter(), kinds in 1_usize..4, from in 0_i64..3_000, minutes in 1_i64..3_000,
        step in prop_oneof![Just(Step::Minute), Just(Step::Hour), Just(Step::Day)],
    ) {
        let from = Timestamp::from_micros(start() + from * 60_000_000);
        let asked = Span::new(from, from.plus_seconds(minutes * 60)).unwrap();
        let Ok(spec) = Spec::new(filter.clone(), asked, step, &london()) else {
            prop_assert!(minutes > 1_498 && step == Step::Minute);
            return Ok(());
        };
        let spec = spec.top(kinds).unwrap();
        let new = |asked: &[_]| State::new(&spec, asked).unwrap();
        let got = scan(&world, &spec.columns(), new, State::observe, State::merge).finish();
        let names: Vec<String> = got.points.iter().map(|at| point(at.as_micros(), step)).collect();
        let distinct: BTreeSet<&String> = names.iter().collect();
        prop_assert_eq!(distinct.len(), names.len());
        prop_assert_eq!(&names[0], &point(asked.from().as_micros(), step));
        prop_assert_eq!(&names[names.len() - 1], &point(asked.until().as_micros() - 1, step));

        let counts = |deed: &&Deed| names.contains(&point(deed.at, step)) && deed.passes(&filter);
        let deeds: Vec<&Deed> = world.people.iter().flat_map(|p| &p.deeds).filter(counts).collect();
        let at = |name: &String, kind: &dyn Fn(&str) -> bool| {
            deeds.iter().filter(|deed| point(deed.at, step) == *name && kind(KINDS[deed.kind])).count() as u64
        };
        let total: Vec<u64> = names.iter().map(|name| at(name, &|_| true)).collect();
        prop_assert_eq!(&got.total, &total);
        let mut by_kind: BTreeMap<&str, usize> = BTreeMap::new();
        for deed in &deeds {
            *by_kind.entry(KINDS[deed.kind]).or_default() += 1;
        }
        let mut order: Vec<(&str, usize)> = by_kind.into_iter().collect();
        order.sort_by_key(|(kind, count)| (std::cmp::Reverse(*count), *kind));
        let top: Vec<&str> = order.iter().take(kinds).map(|(kind, _)| *kind).collect();
        prop_assert_eq!(got.kinds.iter().map(|(kind, _)| kind.as_str()).collect::<Vec<_>>(), top.clone());
        for (kind, points) in &got.kinds {
            prop_assert_eq!(points, &names.iter().map(|name| at(name, &|one| one == kind)).collect::<Vec<_>>());
        }
        let other: Vec<u64> = names.iter().map(|name| at(name, &|one| !top.contains(&one))).collect();
        prop_assert_eq!(&got.other, &other);
        let people = world.people.iter().filter(|p| p.deeds.iter().any(|deed| counts(&deed)));
        prop_assert_eq!(got.people, people.count() as u64);
        prop_assert_eq!(got.sources.iter().map(|(_, count)| count).sum::<u64>(), deeds.len() as u64);
    }
}

#[test]
fn days_are_those_of_the_shop() {
    let day = |text: &str| text.parse::<CivilDate>().unwrap();
    let span = Span::new(london().start_of_day(day("2011-03-26")), london().start_of_day(day("2011-03-29")))
        .unwrap();
    let spec = Spec::new(Default::default(), span, Step::Day, &london()).unwrap();
    let points = State::new(&spec, &spec.columns()).unwrap().finish().points;
    let points: Vec<String> = points.iter().map(ToString::to_string).collect();
    assert_eq!(points, ["2011-03-26T00:00:00Z", "2011-03-27T00:00:00Z", "2011-03-27T23:00:00Z"]);
}

#[test]
fn points_are_bounded() {
    let span = Span::new(Timestamp::MIN, Timestamp::MAX).unwrap();
    let refused = Spec::new(Default::default(), span, Step::Day, &Zone::utc()).unwrap_err().to_string();
    assert!(refused.starts_with("`unit`: gives more than 1500 points"));
    let day = Span::new(Timestamp::from_micros(0), Timestamp::from_micros(86_400_000_000)).unwrap();
    let spec = Spec::new(Default::default(), day, Step::Minute, &Zone::utc()).unwrap();
    assert!(spec.top(101).unwrap_err().to_string().starts_with("`kinds`: `101`"));
    assert_eq!(Step::of(day), Step::Hour);
}
