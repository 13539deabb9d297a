//! Did and did not.

use mercat_analytics::behaviour::did::{Rule, Spec, State};
use mercat_analytics::behaviour::{Filter, Span};
use mercat_model::{EventKind, Timestamp};
use proptest::prelude::*;

use crate::world::{HOUR_US, Person, all_pages, filter, in_order, scan, start, world};

fn rule() -> impl Strategy<Value = Rule> {
    let did = (filter(), 1_u32..4).prop_map(|(filter, times_min)| Rule::Did { filter, times_min });
    did.prop_recursive(3, 7, 3, |rule| {
        prop_oneof![
            prop::collection::vec(rule.clone(), 1..3).prop_map(Rule::All),
            prop::collection::vec(rule.clone(), 1..3).prop_map(Rule::Any),
            rule.prop_map(|rule| Rule::Not(Box::new(rule))),
        ]
    })
}

fn holds(rule: &Rule, person: &Person, span: Span) -> bool {
    match rule {
        Rule::Did { filter, times_min } => {
            let inside = |at| (span.from().as_micros()..span.until().as_micros()).contains(&at);
            let deeds = person.deeds.iter().filter(|deed| inside(deed.at) && deed.passes(filter));
            deeds.count() >= *times_min as usize
        }
        Rule::All(parts) => parts.iter().all(|part| holds(part, person, span)),
        Rule::Any(parts) => parts.iter().any(|part| holds(part, person, span)),
        Rule::Not(part) => !holds(part, person, span),
    }
}

proptest! {
    #[test]
    fn did_and_did_not_equal_their_definition(
        world in world(HOUR_US), rule in rule(), from in 0_i64..100, hours in 1_i64..200,
    ) {
        let from = Timestamp::from_micros(start() + from * HOUR_US);
        let span = Span::new(from, from.plus_micros(hours * HOUR_US)).unwrap();
        let Ok(spec) = Spec::new(&rule, span) else { return Ok(()) };
        let run = |spec: &Spec| {
            let new = |asked: &[_]| State::new(spec, asked).unwrap();
            scan(&world, &spec.columns(), new, State::observe, State::merge).finish()
        };
        let seen: Vec<&Person> = world.people.iter().filter(|person| {
            person.deeds.iter().any(|deed| (span.from()..span.until()).contains(&Timestamp::from_micros(deed.at)))
        }).collect();
        let hold = || seen.iter().copied().filter(|person| holds(&rule, person, span));
        let got = run(&spec);
        prop_assert_eq!(got.looked_at, seen.len() as u64);
        prop_assert_eq!(got.people, hold().count() as u64);
        let people = all_pages(|page| run(&spec.clone().with_people(page)).page.unwrap());
        let people: Vec<_> = people.into_iter().map(|(actor, ())| actor).collect();
        prop_assert_eq!(people, in_order(hold()));
    }
}

#[test]
fn a_rule_is_bounded_and_asks_for_something() {
    let span = Span::new(Timestamp::from_micros(0), Timestamp::from_micros(1)).unwrap();
    let did = |times_min| Rule::Did { filter: Filter::kind(EventKind::OrderCompleted), times_min };
    let refused = |rule: &Rule| Spec::new(rule, span).unwrap_err().to_string();
    assert!(refused(&Rule::All(vec![did(1); 9])).starts_with("`rule`: `9` conditions"));
    assert!(refused(&Rule::All(vec![])).contains("no condition"));
    assert!(refused(&did(0)).contains("`0` times"));
    let deep = (0..40).fold(did(1), |rule, _| Rule::Not(Box::new(rule)));
    assert!(refused(&deep).contains("too many"));
    assert!(Spec::new(&Rule::Any(vec![did(1); 8]), span).is_ok());
}
