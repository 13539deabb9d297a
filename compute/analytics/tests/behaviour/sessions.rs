//! Sessions a day.

use mercat_analytics::Period;
use mercat_analytics::behaviour::Filter;
use mercat_analytics::behaviour::sessions::{Ask, Figures, Sessions, Spec, State};
use mercat_model::{CivilDate, Timestamp};
use proptest::prelude::*;

use crate::world::{Deed, HOUR_US, Person, World, all_pages, filter, in_order, london, scan, world};

const TICK_US: i64 = HOUR_US / 4;

/// The sessions of some deeds: each deed joins the one of its id, or the latest without id if that is near enough.
pub(crate) fn split<'a>(deeds: impl IntoIterator<Item = &'a Deed>) -> Vec<Vec<&'a Deed>> {
    let mut sessions: Vec<Vec<&Deed>> = Vec::new();
    for deed in deeds {
        let same = sessions.iter_mut().rev().find(|session| session[0].session == deed.session);
        let near = |session: &Vec<&Deed>| deed.at - session[session.len() - 1].at <= HOUR_US / 2;
        match same {
            Some(session) if deed.session.is_some() || near(session) => session.push(deed),
            _ => sessions.push(vec![deed]),
        }
    }
    sessions
}

fn run(world: &World, spec: &Spec) -> Sessions {
    let new = |asked: &[_]| State::new(spec, asked).unwrap();
    scan(world, &spec.columns(), new, State::observe, State::merge).finish()
}

fn sessions_of<'a>(person: &'a Person, filter: &Filter, period: &Period) -> Vec<Vec<&'a Deed>> {
    let (from, until) = period.bounds(&london());
    let inside = |deed: &&Deed| (from..until).contains(&Timestamp::from_micros(deed.at));
    split(person.deeds.iter().filter(inside).filter(|deed| deed.passes(filter)))
}

fn day_of(session: &[&Deed]) -> CivilDate {
    london().date_of(Timestamp::from_micros(session[0].at))
}

proptest! {
    #[test]
    fn sessions_equal_their_definition(
        world in world(TICK_US), filter in filter(), from in 0_i32..3, days in 0_i32..4, day in prop::option::of(0_usize..4),
        bounced in any::<bool>(),
    ) {
        let from = "2011-03-19".parse::<CivilDate>().unwrap().plus_days(from);
        let period = Period::new(from, from.plus_days(days)).unwrap();
        let spec = Spec::new(filter.clone(), &period, &london()).unwrap();
        let got = run(&world, &spec);
        let figures = |of: &dyn Fn(&[&Deed]) -> bool| {
            let mut figures = Figures::default();
            for person in &world.people {
                let all = sessions_of(person, &filter, &period);
                let own: Vec<_> = all.iter().filter(|session| of(session)).collect();
                figures.people += u64::from(!own.is_empty());
                for session in own {
                    figures.sessions += 1;
                    figures.events += session.len() as u64;
                    figures.bounced += u64::from(session.len() == 1);
                    figures.duration_us += session[session.len() - 1].at - session[0].at;
                }
            }
            figures
        };
        prop_assert_eq!(got.all, figures(&|_| true));
        prop_assert_eq!(got.days.len() as i32, period.days());
        for (day, row) in &got.days {
            prop_assert_eq!(*row, figures(&|session| day_of(session) == *day));
        }
        prop_assert_eq!(got.duration.is_some(), got.all.sessions > 0);

        let day = day.filter(|day| *day < got.days.len());
        let people = all_pages(|page| {
            run(&world, &spec.clone().with_people(Ask { day, bounced }, page).unwrap()).page.unwrap()
        });
        let people: Vec<_> = people.into_iter().map(|(actor, ())| actor).collect();
        let asked = world.people.iter().filter(|person| {
            sessions_of(person, &filter, &period).iter().any(|session| {
                day.is_none_or(|day| day_of(session) == from.plus_days(day as i32))
                    && (!bounced || session.len() == 1)
            })
        });
        prop_assert_eq!(people, in_order(asked));
    }
}

#[test]
fn the_days_of_sessions_are_bounded() {
    let period = Period::new("2010-01-01".parse().unwrap(), "2011-01-02".parse().unwrap()).unwrap();
    let refused = Spec::new(Filter::default(), &period, &london()).unwrap_err().to_string();
    assert!(refused.starts_with("`from`: `367` days"));
}
