//! Count, sum, least, largest, first and last.

use mercat_analytics::behaviour::Span;
use mercat_analytics::behaviour::aggregate::{Aggregate, Spec, State};
use mercat_model::{Currency, Timestamp};
use proptest::prelude::*;

use crate::world::{Deed, HOUR_US, all_pages, filter, scan, start, world};

/// The plain reading, over deeds in any order.
fn aggregate(mut deeds: Vec<&Deed>) -> Option<Aggregate> {
    deeds.sort_by_key(|deed| (deed.at, deed.minor()));
    let (first, last) = (*deeds.first()?, *deeds.last()?);
    Some(Aggregate {
        count: deeds.len() as u64,
        sum_minor: deeds.iter().map(|deed| i128::from(deed.minor())).sum(),
        minor_min: deeds.iter().map(|deed| deed.minor()).min()?,
        minor_max: deeds.iter().map(|deed| deed.minor()).max()?,
        first_at: Timestamp::from_micros(first.at),
        first_minor: first.minor(),
        last_at: Timestamp::from_micros(last.at),
        last_minor: last.minor(),
    })
}

proptest! {
    #[test]
    fn aggregates_equal_their_definition(
        world in world(HOUR_US), filter in filter(), currency in prop::option::of(Just(Currency::CNY)),
        from in 0_i64..100, hours in 1_i64..200,
    ) {
        let from = Timestamp::from_micros(start() + from * HOUR_US);
        let span = Span::new(from, from.plus_micros(hours * HOUR_US)).unwrap();
        let spec = Spec::new(&filter, span, currency).unwrap();
        let run = |spec: &Spec| {
            let new = |asked: &[_]| State::new(spec, asked).unwrap();
            let observe = |state: &mut State, history: &mercat_model::History<'_>| { state.observe(history); };
            scan(&world, &spec.columns(), new, observe, State::merge).finish()
        };
        let counts = |deed: &&Deed| {
            (span.from()..span.until()).contains(&Timestamp::from_micros(deed.at))
                && deed.passes(&filter)
                && (currency.is_none() || deed.value.is_some_and(|(cny, _)| cny))
        };
        let each = |person: &crate::world::Person| {
            Some((person.actor.clone(), aggregate(person.deeds.iter().filter(counts).collect())?))
        };
        let mut expected: Vec<_> = world.people.iter().filter_map(each).collect();
        expected.sort_by(|a, b| a.0.cmp(&b.0));
        let got = run(&spec);
        prop_assert_eq!(got.people, expected.len() as u64);
        prop_assert_eq!(got.all, aggregate(world.people.iter().flat_map(|p| &p.deeds).filter(counts).collect()));
        prop_assert_eq!(all_pages(|page| run(&spec.clone().with_people(page)).page.unwrap()), expected);
    }
}
