//! Behaviour from the client to the lake, on both engines:
//! 1. what was collected is in log and lake together once, whenever it is sealed, compacted and trimmed;
//! 2. a visitor's events become a member's at identify and alias, however late, and theirs alone again after an undo;
//! 3. devices of two people, circles and repetitions change nothing and are shown;
//! 4. a person who is erased is found nowhere, and the books keep their orders;
//! 5. the tracking plan counts what came otherwise;
//! 6. a backup holds log and lake with the gaps of erased people, and followers keep their place.
#![expect(clippy::unwrap_used, reason = "tests")]

#[expect(dead_code, reason = "other tests use the rest of it")]
mod rig;

use std::collections::{BTreeMap, BTreeSet};

use mercat_flow::activity::follow_activity;
use mercat_flow::backup::{back_up, restore};
use mercat_flow::collect::{Batch, Incoming, collect};
use mercat_flow::identity::{
    Merge, MergeFilter, MergeOutcome, erase_next, follow_identity, list_erasures, list_merges, load_people,
    request_erasure, undo_merge, view_identity,
};
use mercat_flow::import::Continue;
use mercat_flow::lake::{SealPace, compact_lake, follower_lags, seal, trim_log};
use mercat_flow::plan::{PlanChange, PlannedProperty, change_plan, follow_plan, view_plan};
use mercat_flow::{Call, Entropy, FlowError, Once, Page, Shop};
use mercat_lake::Scan;
use mercat_model::{Actor, Event, EventKind, MemberId, Source, SourceId, SourceKind, Timestamp};
use mercat_store::activity;

use rig::Rig;

fn on_both() -> impl Iterator<Item = Rig> {
    std::iter::once(Rig::sqlite()).chain(Rig::postgres())
}

fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(future)
}

fn at(minute: i64) -> Timestamp {
    "2026-03-01T12:00:00Z".parse::<Timestamp>().unwrap().plus_seconds(minute * 60)
}

fn call(minute: i64) -> Call {
    Call { now: at(minute), entropy: Entropy::new([minute as u8; 32]), locale: None }
}

fn source() -> Source {
    Source {
        id: SourceId::from_parts(1, [1; 10]),
        name: "web".to_owned(),
        kind: SourceKind::Server,
        user_ids: "user".to_owned(),
        created_at: at(0),
    }
}

/// A message by a visitor and perhaps a user; its number is its message id.
fn message(number: u32, kind: EventKind, visitor: &str, user: Option<&str>) -> Incoming {
    let mut incoming = Incoming::new(kind);
    incoming.message_id = Some(format!("m{number}"));
    incoming.anonymous_id = Some(visitor.to_owned()).filter(|id| !id.is_empty());
    incoming.user_id = user.map(str::to_owned);
    incoming
}

fn send(shop: &Shop, minute: i64, messages: Vec<Incoming>) -> usize {
    let batch = Batch { events: messages.into_iter().enumerate().collect(), ..Batch::default() };
    block_on(collect(shop, &source(), batch, &mut call(minute))).unwrap().accepted
}

fn follow(shop: &Shop) {
    while follow_activity(shop).unwrap() + follow_identity(shop).unwrap() + follow_plan(shop).unwrap() > 0 {}
}

fn seal_now(shop: &Shop, minute: i64) {
    let pace = SealPace { events_min: 1, age_seconds_max: 0 };
    while seal(shop, pace, "test", at(minute)).unwrap() > 0 {}
}

fn tail(shop: &Shop) -> Vec<Event> {
    let from = shop.lake.sealed_offset().unwrap();
    shop.log.read_blocking(from, 10_000).unwrap().into_iter().map(|(_, event)| event).collect()
}

/// How many events each person has, in lake and log together.
fn people(shop: &Shop) -> BTreeMap<String, usize> {
    let snapshot = shop.lake.snapshot().unwrap();
    let tail = tail(shop);
    let identity = load_people(shop, tail.iter()).unwrap();
    let scan = Scan { range: Default::default(), texts: Vec::new(), value: false };
    let states = snapshot
        .scan(&scan, &tail, &identity, BTreeMap::new, |state: &mut BTreeMap<String, usize>, history| {
            *state.entry(history.actor.to_string()).or_default() += history.kind.len();
        })
        .unwrap();
    identity.checked().unwrap();
    let mut all = BTreeMap::new();
    for (actor, events) in states.into_iter().flatten() {
        *all.entry(actor).or_default() += events;
    }
    all
}

fn member_of(shop: &Shop, user: &str) -> MemberId {
    let user = user.to_owned();
    shop.store
        .read_blocking("member", move |tx| {
            mercat_store::external_id::known(tx, "user", "member", std::slice::from_ref(&user))
        })
        .unwrap()
        .into_values()
        .next()
        .unwrap()
}

fn once<R>(key: &str, render: fn(&R) -> (u16, String)) -> Once<R> {
    Once { scope: "test".to_owned(), key: key.to_owned(), request_hash: [0; 32], render }
}

#[test]
fn collected_events_are_in_log_and_lake_together_once() {
    for rig in on_both() {
        let shop = &rig.shop;
        let page = |n| message(n, EventKind::PageViewed, &format!("visitor-{}", n % 7), None);
        for round in 0..12 {
            let numbers = round * 20..round * 20 + 30;
            send(shop, i64::from(round), numbers.map(page).collect());
            follow(shop);
            if round % 2 == 0 {
                seal_now(shop, i64::from(round));
            }
            while compact_lake(shop, "test", at(i64::from(round))).unwrap() {}
        }
        assert_eq!(people(shop).values().sum::<usize>(), 250, "repeated messages are left out");
        let ids: BTreeSet<_> = tail(shop).iter().map(|event| event.id).collect();
        assert!(!ids.is_empty(), "something is not sealed yet");
        assert_eq!(trim_log(shop, at(0)).unwrap(), 0, "younger than seven days");
        let later = at(8 * 24 * 60);
        assert!(trim_log(shop, later).unwrap() > 0);
        assert_eq!(people(shop).values().sum::<usize>(), 250, "trimmed events are in the lake");
        assert!(shop.lake.check().unwrap().problems.is_empty());
        assert_eq!(
            seal(shop, SealPace::default(), "another server", at(20)).unwrap(),
            0,
            "the lease is held"
        );
        let lags = follower_lags(shop).unwrap();
        assert!(lags.iter().all(|lag| lag.follower == "lake" || lag.events == 0), "{lags:?}");
    }
}

#[test]
fn the_lake_does_not_overtake_a_follower() {
    let rig = Rig::sqlite();
    send(&rig.shop, 0, vec![message(1, EventKind::PageViewed, "v", None)]);
    seal_now(&rig.shop, 1);
    assert_eq!(rig.shop.lake.sealed_offset().unwrap(), 0);
    follow(&rig.shop);
    seal_now(&rig.shop, 1);
    assert_eq!(rig.shop.lake.sealed_offset().unwrap(), 1);
}

/// Three pages that a visitor looked at.
fn visits(from: u32, visitor: &str) -> Vec<Incoming> {
    (from..from + 3).map(|n| message(n, EventKind::PageViewed, visitor, None)).collect()
}

/// What was said, by what became of it.
fn outcomes(shop: &Shop, outcome: MergeOutcome) -> Vec<Merge> {
    let filter = MergeFilter { member_id: None, outcome: Some(outcome) };
    block_on(list_merges(shop, filter, Page { limit: 50, after: None })).unwrap().items
}

#[test]
fn visitors_become_members_and_themselves_again() {
    for rig in on_both() {
        let shop = &rig.shop;
        send(shop, 0, visits(0, "phone"));
        send(shop, 0, visits(10, "laptop"));
        follow(shop);
        // What was sealed as a visitor's is the member's after the identify.
        seal_now(shop, 1);
        send(shop, 2, vec![message(20, EventKind::Identified, "phone", Some("ada"))]);
        send(shop, 2, vec![message(21, EventKind::Identified, "laptop", Some("ada"))]);
        follow(shop);
        let ada = member_of(shop, "ada");
        assert_eq!(people(shop), BTreeMap::from([(ada.to_string(), 8)]));
        let timeline = rig
            .shop
            .store
            .read_blocking("timeline", move |tx| activity::page(tx, ada, &Page { limit: 50, after: None }));
        assert_eq!(timeline.unwrap().total, 8, "what the visitors did is in the profile");
        assert_eq!(block_on(view_identity(shop, ada)).unwrap().visitors, ["laptop", "phone"]);
        seal_now(shop, 3);

        // The laptop is shared: Ben's own events are his, the laptop stays hers.
        send(shop, 4, vec![message(30, EventKind::Identified, "laptop", Some("ben"))]);
        send(shop, 4, vec![message(31, EventKind::PageViewed, "laptop", Some("ben"))]);
        follow(shop);
        let ben = member_of(shop, "ben");
        assert_eq!(people(shop), BTreeMap::from([(ada.to_string(), 8), (ben.to_string(), 2)]));

        // Ben turns out to be Ada; saying it the other way round as well makes no circle.
        for (number, user, previous) in [(40, "ada", "ben"), (41, "ben", "ada")] {
            let mut alias = message(number, EventKind::Aliased, "", Some(user));
            alias.previous_id = Some(previous.to_owned());
            assert_eq!(send(shop, 5, vec![alias]), 1);
        }
        follow(shop);
        assert_eq!(people(shop), BTreeMap::from([(ada.to_string(), 12)]));
        seal_now(shop, 6);
        assert_eq!(outcomes(shop, MergeOutcome::Conflict).len(), 1);
        assert_eq!(outcomes(shop, MergeOutcome::Cycle).len(), 1);

        // Both merges were wrong.
        for merge in outcomes(shop, MergeOutcome::Merged) {
            if merge.actor == Actor::Member(ben) || merge.actor == Actor::Visitor("phone".to_owned()) {
                let request = once(&merge.id.to_string(), |_| (200, "{}".to_owned()));
                block_on(undo_merge(shop, merge.id, request, at(7))).unwrap();
                let again = once("again", |_| (200, "{}".to_owned()));
                let refused = block_on(undo_merge(shop, merge.id, again, at(7)));
                assert!(matches!(refused, Err(FlowError::Invalid { field: "id", .. })));
            }
        }
        let apart = BTreeMap::from([
            (ada.to_string(), 6),
            (ben.to_string(), 3),
            (Actor::Visitor("phone".to_owned()).to_string(), 3),
        ]);
        assert_eq!(people(shop), apart);
        while compact_lake(shop, "test", at(8)).unwrap() {}
        assert_eq!(people(shop), apart);
        // Said again, it stays undone.
        send(shop, 9, vec![message(50, EventKind::Identified, "phone", Some("ada"))]);
        follow(shop);
        assert_eq!(people(shop)[&Actor::Visitor("phone".to_owned()).to_string()], 3);
    }
}

#[test]
fn an_erased_person_is_found_nowhere() {
    for rig in on_both() {
        let shop = &rig.shop;
        send(shop, 0, (0..5).map(|n| message(n, EventKind::PageViewed, "tablet-of-eve", None)).collect());
        send(shop, 0, vec![message(10, EventKind::Identified, "tablet-of-eve", Some("eve"))]);
        send(shop, 0, vec![message(11, EventKind::Identified, "tablet-of-eve", Some("bob"))]);
        follow(shop);
        seal_now(shop, 1);
        send(
            shop,
            1,
            (20..23).map(|n| message(n, EventKind::PageViewed, "tablet-of-eve", Some("eve"))).collect(),
        );
        follow(shop);
        let (eve, bob) = (member_of(shop, "eve"), member_of(shop, "bob"));
        let request = once("erase", |_| (202, "{}".to_owned()));
        block_on(request_erasure(shop, eve, request, &mut call(2))).unwrap();
        assert!(!erase_next(shop, at(2)).unwrap(), "servers may still know the ids");
        let gone = once("twice", |_| (202, "{}".to_owned()));
        let twice = block_on(request_erasure(shop, eve, gone, &mut call(2)));
        assert!(matches!(twice, Err(FlowError::NotFound { .. })));
        assert!(erase_next(shop, at(10)).unwrap());
        assert!(!erase_next(shop, at(10)).unwrap());
        let report = block_on(list_erasures(shop, Page { limit: 10, after: None })).unwrap().items.remove(0);
        assert_eq!((report.member_id, report.anonymous_ids.len()), (None, 0));
        assert_eq!(report.report.found, [] as [&str; 0]);
        assert_eq!(report.report.log_events + report.report.lake_events, 9 + 6, "six lay in both");
        assert_eq!(people(shop), BTreeMap::from([(bob.to_string(), 1)]), "Bob's own event stays");
        assert!(shop.lake.check().unwrap().problems.is_empty());
        // Whoever comes back is somebody new.
        send(shop, 12, vec![message(30, EventKind::PageViewed, "new", Some("eve"))]);
        assert_ne!(member_of(shop, "eve"), eve);
    }
}

#[test]
fn the_plan_counts_what_came_otherwise() {
    for rig in on_both() {
        let shop = &rig.shop;
        let property = |name: &str, kind: &str, required| PlannedProperty {
            name: name.to_owned(),
            kind: kind.to_owned(),
            required,
        };
        let change = PlanChange {
            name: "Product Viewed".to_owned(),
            description: "a product's page".to_owned(),
            properties: vec![property("sku", "string", true), property("price", "number", false)],
        };
        let request = once("plan", |_| (200, "{}".to_owned()));
        block_on(change_plan(shop, change, request, at(0))).unwrap();
        let viewed = |number, properties: serde_json::Value| {
            let mut message = message(number, EventKind::ProductViewed, "v", None);
            message.properties = properties.as_object().unwrap().clone();
            message
        };
        send(
            shop,
            1,
            vec![
                viewed(1, serde_json::json!({"sku": "A", "price": 1})),
                viewed(2, serde_json::json!({"price": "1"})),
                viewed(3, serde_json::json!({"price": true})),
                message(4, EventKind::Other("Surprise".to_owned()), "v", None),
            ],
        );
        follow(shop);
        let view = block_on(view_plan(shop, at(2))).unwrap();
        let found: Vec<(&str, &str, &str, i64)> = view
            .violations
            .iter()
            .map(|row| (row.event.as_str(), row.property.as_str(), row.problem.as_str(), row.events))
            .collect();
        let mut expect = vec![
            ("product_viewed", "price", "type", 2),
            ("product_viewed", "sku", "missing", 2),
            ("Surprise", "", "unplanned", 1),
        ];
        expect.sort_unstable();
        let mut found = found;
        found.sort_unstable();
        assert_eq!(found, expect);
        let bad = PlanChange {
            name: "x".to_owned(),
            description: String::new(),
            properties: vec![property("a", "text", true)],
        };
        let request = once("bad", |_| (200, "{}".to_owned()));
        assert!(block_on(change_plan(shop, bad, request, at(0))).is_err());
    }
}

#[test]
fn a_backup_holds_what_is_sealed_and_what_is_not() {
    for rig in on_both() {
        let shop = &rig.shop;
        send(shop, 0, visits(0, "first"));
        send(shop, 0, vec![message(5, EventKind::Identified, "first", Some("ada"))]);
        send(shop, 0, visits(10, "gone"));
        send(shop, 0, vec![message(15, EventKind::Identified, "gone", Some("eve"))]);
        follow(shop);
        seal_now(shop, 1);
        send(shop, 2, vec![message(20, EventKind::PageViewed, "gone", Some("eve"))]);
        send(shop, 2, visits(30, "last"));
        follow(shop);
        let request = once("erase", |_| (202, "{}".to_owned()));
        block_on(request_erasure(shop, member_of(shop, "eve"), request, &mut call(3))).unwrap();
        assert!(erase_next(shop, at(10)).unwrap());
        let to = rig.folder.path().join("shop.backup");
        let mut go_on = |_| Continue::Yes;
        let written = back_up(shop, &to, &call(11), &mut go_on).unwrap();
        assert_eq!(written.events, shop.log.head_blocking().unwrap(), "a line an offset, erased ones too");

        for restored in on_both() {
            let other = &restored.shop;
            restore(other, &to, &mut go_on).unwrap();
            assert_eq!(people(other), people(shop));
            assert_eq!(people(other).values().sum::<usize>(), 7);
            assert_eq!(other.log.head_blocking().unwrap(), shop.log.head_blocking().unwrap());
            assert_eq!(follow_identity(other).unwrap(), 0, "followers keep their place");
            seal_now(other, 12);
            assert_eq!(people(other), people(shop));
            let again = restore(other, &to, &mut go_on);
            assert!(again.unwrap_err().to_string().contains("not empty"));
        }
        let empty = Rig::sqlite();
        std::fs::remove_dir_all(empty.folder.path().join("lake")).unwrap();
        copy_folder(&rig.folder.path().join("lake"), &empty.folder.path().join("lake"));
        let refused = restore(&empty.shop, &to, &mut go_on).unwrap_err().to_string();
        assert!(refused.contains("the lake"), "{refused}");
    }
}

fn copy_folder(from: &std::path::Path, to: &std::path::Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let to = to.join(entry.file_name());
        match entry.file_type().unwrap().is_dir() {
            true => copy_folder(&entry.path(), &to),
            false => std::fs::copy(entry.path(), to).map(|_| ()).unwrap(),
        }
    }
}
