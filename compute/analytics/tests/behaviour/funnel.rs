//! The ordered funnel.

use std::collections::BTreeMap;

use mercat_analytics::behaviour::funnel::{Ask, Funnel, Group, Spec, State};
use mercat_analytics::behaviour::{Filter, Page, Span};
use mercat_model::time::DAY_US;
use mercat_model::{EventKind, TextColumn, Timestamp};
use proptest::prelude::*;

use crate::world::{Deed, HOUR_US, Person, World, all_pages, filter, in_order, scan, start, world};

/// An attempt: the positions of its events.
type Attempt = Vec<usize>;

/// The attempt of a person that counts: every start is tried, and each step done at the first chance.
fn attempt(deeds: &[Deed], steps: &[Filter], span: Span, window_us: i64) -> Option<Attempt> {
    let inside = |at| (span.from().as_micros()..span.until().as_micros()).contains(&at);
    let mut best: Option<Attempt> = None;
    for start in 0..deeds.len() {
        if !inside(deeds[start].at) || !deeds[start].passes(&steps[0]) {
            continue;
        }
        let mut attempt = vec![start];
        for step in &steps[1..] {
            let next = (attempt[attempt.len() - 1] + 1..deeds.len())
                .find(|n| deeds[*n].passes(step) && deeds[*n].at - deeds[start].at <= window_us);
            match next {
                Some(next) => attempt.push(next),
                None => break,
            }
        }
        let better = best.as_ref().is_none_or(|best| {
            let of =
                |attempt: &Attempt| (attempt.len(), std::cmp::Reverse(attempt.last().copied()), attempt[0]);
            of(&attempt) > of(best)
        });
        if better {
            best = Some(attempt);
        }
    }
    best
}

fn run(world: &World, spec: &Spec) -> Funnel {
    let new = |asked: &[_]| State::new(spec, asked).unwrap();
    scan(world, &spec.columns(), new, State::observe, State::merge).finish()
}

/// The durations of a quantile lie within 1 in 256 of the nearest rank.
fn near(got: i64, mut exact: Vec<i64>, tenths: usize) -> bool {
    exact.sort_unstable();
    let rank = exact[(exact.len() * tenths).div_ceil(10).max(1) - 1];
    (got - rank).abs() * 256 <= rank
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]
    #[test]
    fn a_funnel_equals_its_definition(
        world in world(HOUR_US), steps in prop::collection::vec(filter(), 2..5), from in 0_i64..100,
        hours in 1_i64..200, window in 1_i64..60, top in 1_usize..4,
    ) {
        let from = Timestamp::from_micros(start() + from * HOUR_US);
        let span = Span::new(from, from.plus_micros(hours * HOUR_US)).unwrap();
        let window_us = window * HOUR_US;
        let plain = Spec::new(steps.clone(), span, window_us).unwrap();
        let spec = plain.clone().by(TextColumn::Device, top).unwrap();
        let attempts: Vec<(&Person, Attempt)> = world.people.iter().filter_map(|person| {
            Some((person, attempt(&person.deeds, &steps, span, window_us)?))
        }).collect();
        let got = run(&world, &spec);
        prop_assert_eq!(&run(&world, &plain).steps, &got.steps);

        let mut groups: BTreeMap<Option<String>, Vec<u64>> = BTreeMap::new();
        for (person, attempt) in &attempts {
            let text = person.deeds[attempt[0]].text(&TextColumn::Device);
            let row = groups.entry(text).or_insert_with(|| vec![0; steps.len()]);
            row[..attempt.len()].iter_mut().for_each(|people| *people += 1);
        }
        for step in 0..steps.len() {
            let came: Vec<&(&Person, Attempt)> = attempts.iter().filter(|(_, a)| a.len() > step).collect();
            prop_assert_eq!(got.steps[step].people, came.len() as u64);
            let since: Vec<i64> = came.iter().filter(|_| step > 0)
                .map(|(p, a)| p.deeds[a[step]].at - p.deeds[a[step - 1]].at).collect();
            prop_assert_eq!(got.steps[step].since_before.is_some(), !since.is_empty());
            if let Some(quantiles) = got.steps[step].since_before {
                prop_assert!(near(quantiles.median_us, since.clone(), 5));
                prop_assert!(near(quantiles.p90_us, since, 9));
            }
        }
        let mut expected: Vec<_> = groups.into_iter().collect();
        expected.sort_by(|a, b| b.1[0].cmp(&a.1[0]).then(a.0.cmp(&b.0)));
        let beyond = expected.split_off(top.min(expected.len()));
        let named: Vec<_> = got.groups.into_iter().map(|row| (row.text, row.people)).collect();
        prop_assert_eq!(named, expected);
        for step in 0..steps.len() {
            prop_assert_eq!(got.rest[step], beyond.iter().map(|(_, people)| people[step]).sum::<u64>());
        }
    }

    #[test]
    fn people_of_a_step_are_paged(
        world in world(HOUR_US), steps in prop::collection::vec(filter(), 3), step in 1_usize..4,
        dropped in any::<bool>(), device in prop::option::of(prop::option::of(0_u8..3)),
    ) {
        let span = Span::new(Timestamp::MIN, Timestamp::MAX).unwrap();
        let text = device.map(|device| device.map(|n| format!("device {n}")));
        let spec = Spec::new(steps.clone(), span, DAY_US).unwrap().by(TextColumn::Device, 3).unwrap();
        let group = text.clone().map_or(Group::All, Group::Text);
        let people = all_pages(|page| {
            let ask = Ask { step, dropped, group: group.clone() };
            run(&world, &spec.clone().with_people(ask, page).unwrap()).page.unwrap()
        });
        let people: Vec<_> = people.into_iter().map(|(actor, ())| actor).collect();
        prop_assert_eq!(people, in_order(world.people.iter().filter(|person| {
            attempt(&person.deeds, &steps, span, DAY_US).is_some_and(|attempt| {
                let own = person.deeds[attempt[0]].text(&TextColumn::Device);
                (if dropped { attempt.len() == step } else { attempt.len() >= step })
                    && text.as_ref().is_none_or(|text| own == *text)
            })
        })));
    }
}

/// Steps that one person comes to, who did these kinds at these hours; the window has ten hours.
fn came_to(steps: &str, deeds: &str) -> u64 {
    let kinds = "abc";
    let of = |letter: char| Filter::kind(EventKind::from(crate::world::KINDS[kinds.find(letter).unwrap()]));
    let deeds = deeds.split(' ').map(|deed| Deed {
        at: start() + deed[1..].parse::<i64>().unwrap() * HOUR_US,
        kind: kinds.find(&deed[..1]).unwrap_or(3),
        session: None,
        device: None,
        page: None,
        value: None,
    });
    let deeds: Vec<Deed> = deeds.collect();
    let from = Timestamp::from_micros(start());
    let span = Span::new(from, from.plus_micros(100 * HOUR_US)).unwrap();
    let steps: Vec<Filter> = steps.chars().map(of).collect();
    let spec = Spec::new(steps.clone(), span, 10 * HOUR_US).unwrap();
    let plain = attempt(&deeds, &steps, span, 10 * HOUR_US).map_or(0, |attempt| attempt.len() as u64);
    let funnel = run(&World::of_one(deeds), &spec);
    let came = funnel.steps.iter().map(|step| step.people).sum();
    assert_eq!(came, plain);
    came
}

#[test]
fn the_cases_of_the_definition_hold() {
    for (steps, deeds, expect) in [
        ("abc", "a1 b2 c3", 3),
        ("abc", "a1 x2 b3 y4 c5", 3),
        ("abc", "b1 a2 c3", 1),
        ("abc", "a1 c2 b3", 2),
        ("abc", "a1 b2 c11", 3),
        ("abc", "a1 b2 c12", 2),
        ("abc", "a1 b2 a4 b5 c12", 3),
        ("abc", "a1 a4 b5 c12", 3),
        ("abc", "a1 b3 a4 c12", 2),
        ("ab", "a99 b101", 2),
        ("ab", "a100 b101", 0),
        ("ab", "a1 b1", 2),
        ("ab", "b1 a1", 1),
        ("aa", "a1", 1),
        ("aa", "a1 a2", 2),
        ("aa", "a1 a1", 2),
        ("aba", "a1 b2 a3", 3),
        ("abc", "x1", 0),
    ] {
        assert_eq!(came_to(steps, deeds), expect, "steps {steps}, history {deeds}");
    }
}

#[test]
fn funnels_beyond_their_limits_are_refused_with_the_field() {
    let span = Span::new(Timestamp::from_micros(0), Timestamp::from_micros(1)).unwrap();
    let steps = |count| vec![Filter::default(); count];
    let refused = |steps, window| Spec::new(steps, span, window).unwrap_err().to_string();
    assert!(refused(steps(1), DAY_US).starts_with("`steps`: `1` steps"));
    assert!(refused(steps(11), DAY_US).starts_with("`steps`: `11` steps"));
    assert!(refused(steps(2), 0).starts_with("`window_days`: `0` days"));
    assert!(refused(steps(2), 367 * DAY_US).starts_with("`window_days`: `367` days"));
    let spec = Spec::new(steps(2), span, DAY_US).unwrap();
    assert!(spec.clone().by(TextColumn::Device, 21).unwrap_err().to_string().starts_with("`groups`"));
    let page = || Page::new(None, 10).unwrap();
    let ask =
        |step, group| spec.clone().with_people(Ask { step, dropped: false, group }, page()).unwrap_err();
    assert!(ask(3, Group::All).to_string().starts_with("`step`: `3`"));
    assert!(ask(1, Group::Text(None)).to_string().starts_with("`group`"));
    assert!(Page::new(None, 0).unwrap_err().to_string().starts_with("`limit`"));
    let by = spec.by(TextColumn::Device, 2).unwrap();
    assert!(State::new(&by, &[TextColumn::Url]).unwrap_err().to_string().contains("Device"));
}
