//! Who comes back.

use mercat_analytics::behaviour::returning::{Cell, Returning, Spec, State};
use mercat_analytics::behaviour::{Filter, Page};
use mercat_analytics::period::Bucket;
use mercat_model::{CivilDate, Timestamp};
use proptest::prelude::*;

use crate::world::{HOUR_US, Person, World, all_pages, filter, in_order, london, scan, world};

fn run(world: &World, spec: &Spec) -> Returning {
    let new = |asked: &[_]| State::new(spec, asked).unwrap();
    scan(world, &spec.columns(), new, State::observe, State::merge).finish()
}

/// The number of the period of a time: days are compared one by one.
fn period_of(at: i64, first: CivilDate, unit: Bucket) -> i32 {
    let day = london().date_of(Timestamp::from_micros(at));
    match unit {
        Bucket::Day => day.days_since(first),
        Bucket::Week => day.days_since(first).div_euclid(7),
        Bucket::Month => day.month().months_since(first.month()),
    }
}

/// The cohort of a person and the periods in which they returned, once each.
fn returns(person: &Person, filters: &(Filter, Filter), spec: &Spec) -> Option<(usize, Vec<usize>)> {
    let (first, count) = (spec.periods()[0], spec.periods().len());
    let number =
        |at| usize::try_from(period_of(at, first, spec.unit())).ok().filter(|number| *number < count);
    let start = person.deeds.iter().position(|deed| deed.passes(&filters.0) && number(deed.at).is_some())?;
    let back = person.deeds[start..].iter().filter(|deed| deed.passes(&filters.1));
    let mut periods: Vec<usize> = back.filter_map(|deed| number(deed.at)).collect();
    periods.dedup();
    Some((number(person.deeds[start].at)?, periods))
}

proptest! {
    #[test]
    fn returning_equals_its_definition(
        world in world(12 * HOUR_US), filters in (filter(), filter()),
        unit in prop_oneof![Just(Bucket::Day), Just(Bucket::Week), Just(Bucket::Month)],
        from in 0_i32..40, days in 0_i32..60, cell in (0_usize..60, prop::option::of(0_usize..60), any::<bool>()),
    ) {
        let from = "2011-03-15".parse::<CivilDate>().unwrap().plus_days(from);
        let spec = Spec::new(filters.clone(), unit, (from, from.plus_days(days)), &london()).unwrap();
        let each: Vec<_> = world.people.iter().filter_map(|p| Some((p, returns(p, &filters, &spec)?))).collect();
        let got = run(&world, &spec);
        prop_assert_eq!(got.cohorts.len(), spec.periods().len());
        for (cohort, row) in got.cohorts.iter().enumerate() {
            let own: Vec<_> = each.iter().filter(|(_, (own, _))| *own == cohort).collect();
            prop_assert_eq!(row.size, own.len() as u64);
            prop_assert_eq!(row.returned.len(), spec.periods().len() - cohort);
            for (later, people) in row.returned.iter().enumerate() {
                let back = own.iter().filter(|(_, (_, periods))| periods.contains(&(cohort + later)));
                prop_assert_eq!(*people, back.count() as u64);
            }
        }

        let cell = Cell { cohort: cell.0, later: cell.1, returned: cell.2 };
        let Ok(_) = spec.clone().with_people(cell, Page::new(None, 1).unwrap()) else { return Ok(()) };
        let people = all_pages(|page| run(&world, &spec.clone().with_people(cell, page).unwrap()).page.unwrap());
        let people: Vec<_> = people.into_iter().map(|(actor, ())| actor).collect();
        let in_cell = each.iter().filter(|(_, (cohort, periods))| {
            let back = |later: usize| periods.contains(&(cohort + later)) == cell.returned;
            *cohort == cell.cohort && cell.later.is_none_or(back)
        });
        prop_assert_eq!(people, in_order(in_cell.map(|(person, _)| *person)));
    }
}

#[test]
fn periods_are_whole_and_bounded() {
    let day = |text: &str| text.parse::<CivilDate>().unwrap();
    let spec = |unit, from, to| Spec::new(Default::default(), unit, (day(from), day(to)), &london());
    let weeks = spec(Bucket::Week, "2011-03-23", "2011-04-05").unwrap();
    let days: Vec<String> = weeks.periods().iter().map(ToString::to_string).collect();
    assert_eq!(days, ["2011-03-21", "2011-03-28", "2011-04-04"]);
    assert_eq!(weeks.span().from().to_string(), "2011-03-21T00:00:00Z");
    assert_eq!(weeks.span().until().to_string(), "2011-04-10T23:00:00Z");
    let months = spec(Bucket::Month, "2011-03-23", "2011-04-05").unwrap();
    assert_eq!(months.span().until().to_string(), "2011-04-30T23:00:00Z");
    assert!(
        spec(Bucket::Week, "2009-01-01", "2011-12-31").unwrap_err().to_string().contains("weeks are more")
    );
    assert!(spec(Bucket::Week, "2011-03-23", "2011-03-22").is_err());
    let cell = |cohort, later| Cell { cohort, later, returned: true };
    let page = Page::new(None, 10).unwrap();
    let refused = |cell| weeks.clone().with_people(cell, page.clone()).unwrap_err().to_string();
    assert!(refused(cell(3, None)).starts_with("`cohort`: `3`"));
    assert!(refused(cell(1, Some(2))).starts_with("`later`: `2` is beyond the last, `1`"));
}
