//! The demo shop from end to end, on both engines:
//! 1. it is saved whole, once: kept sums, events and history agree, and a second look says it is there;
//! 2. a model trained on it finds the tastes: personal lists beat popular ones on the hold-out;
//! 3. answers are personal for members, and equal for all who want nothing personal;
//! 4. a model whose files are damaged never takes the place of one that works.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::ops::ControlFlow;

use mercat_eventlog::EventLog;
use mercat_flow::activity::follow_activity;
use mercat_flow::demo::DemoSize;
use mercat_flow::import::Continue;
use mercat_flow::member::{MemberQuery, MemberSort, list_members};
use mercat_flow::recommend::{Answer, RecommendQuery, Slot, Visitor, recommend, refresh_model, train_model};
use mercat_flow::report::{OverviewQuery, overview};
use mercat_flow::seed::{is_seeded, seed_demo};
use mercat_flow::{Call, Entropy, Page, Shop};
use mercat_model::{MemberId, Timestamp};
use mercat_store::order::Customers;
use mercat_store::{Store, member};

const SIZE: DemoSize = DemoSize { products: 300, members: 700, orders: 2_800, events: 28_000 };

fn now() -> Timestamp {
    "2026-06-01T00:00:00Z".parse().unwrap()
}

fn call() -> Call {
    Call { now: now(), entropy: Entropy::new([9; 32]), locale: None }
}

fn train(shop: &Shop) -> mercat_flow::recommend::Trained {
    train_model(shop, &mut call(), &mut |_| ControlFlow::Continue(())).unwrap()
}

async fn for_member(shop: &Shop, id: MemberId) -> Answer {
    let visitor = Visitor::Member(id);
    let query = RecommendQuery { slot: Slot::ForYou, category: None, visitor, limit: 10 };
    recommend(shop, query, &call()).await.unwrap()
}

fn slugs(answer: &Answer) -> Vec<&str> {
    answer.items.iter().map(|item| item.row.slug.as_str()).collect()
}

fn promises(shop: &Shop) {
    assert!(!is_seeded(shop).unwrap());
    seed_demo(shop, &SIZE, now(), &mut |_| Continue::Yes).unwrap();
    assert!(is_seeded(shop).unwrap());
    let mut followed = 0;
    loop {
        match follow_activity(shop).unwrap() {
            0 => break,
            events => followed += events,
        }
    }
    assert!(followed >= SIZE.events as u64, "{followed}");
    let trained = train(shop);
    assert_eq!(trained.refused, None);
    let metrics = trained.manifest.metrics.unwrap();
    assert!(metrics.personal_hr_at_10 > 1.5 * metrics.popular_hr_at_10, "{metrics:?}");
    assert!(refresh_model(shop).unwrap());
    assert!(!refresh_model(shop).unwrap(), "the same model is loaded once");

    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let buyers = runtime.block_on(answers(shop));
    damaged_models_do_not_serve(shop, trained.id);
    runtime.block_on(async {
        assert!(for_member(shop, buyers[0]).await.model.is_some(), "the good model still serves");
    });
}

async fn answers(shop: &Shop) -> Vec<MemberId> {
    let all = OverviewQuery {
        from: Some("2025-01-01".parse().unwrap()),
        to: Some("2026-06-30".parse().unwrap()),
        customers: Customers::All,
        ..OverviewQuery::default()
    };
    let report = overview(shop, all, &call()).await.unwrap();
    assert_eq!(report.current.totals.orders, SIZE.orders as u64);
    let trend: i64 = report.trend.iter().map(|point| point.totals.revenue.minor).sum();
    assert_eq!(trend, report.current.totals.revenue.minor, "the points of the trend sum to the head");

    let query = MemberQuery { sort: MemberSort::Orders, ..MemberQuery::default() };
    let list = list_members(shop, query, Page::first(40)).await.unwrap();
    let buyers: Vec<MemberId> = list.items.iter().map(|row| row.member.id).collect();
    let (first, second) = (for_member(shop, buyers[0]).await, for_member(shop, buyers[1]).await);
    assert!(first.personal && first.items.iter().all(|item| !item.reasons.is_empty()));
    assert_ne!(slugs(&first), slugs(&second));
    for buyer in &buyers[..2] {
        let buyer = *buyer;
        let set = move |tx: &mut mercat_store::Tx<'_>| member::set_no_personalisation(tx, buyer, true);
        assert!(shop.store.write("switch", set).await.unwrap());
    }
    let (first, second) = (for_member(shop, buyers[0]).await, for_member(shop, buyers[1]).await);
    assert!(!first.personal);
    assert_eq!(slugs(&first), slugs(&second), "the switch makes all equal");
    buyers
}

fn damaged_models_do_not_serve(shop: &Shop, good: mercat_model::ModelVersionId) {
    let later = Call { now: now().plus_seconds(60), entropy: Entropy::new([8; 32]), locale: None };
    let next = train_model(shop, &mut { later }, &mut |_| ControlFlow::Continue(())).unwrap();
    assert_eq!(next.refused, None, "the same data gives a model as good");
    let folder = shop.models.join(next.id.to_string());
    let arrays = folder.join("arrays.bin");
    let mut bytes = std::fs::read(&arrays).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&arrays, &bytes).unwrap();
    assert!(refresh_model(shop).is_err());
    assert_eq!(shop.live_model().unwrap().id, good);
    std::fs::write(&arrays, &bytes[..middle]).unwrap();
    assert!(refresh_model(shop).is_err());
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(refresh_model(shop).is_err());
    assert_eq!(shop.live_model().unwrap().id, good);
    let back = move |tx: &mut mercat_store::Tx<'_>| -> Result<u64, mercat_store::StoreError> {
        tx.execute("UPDATE model_version SET active = 0", &[])?;
        let sql = "UPDATE model_version SET active = 1 WHERE id = $1";
        tx.execute(sql, &[mercat_store::id(good)])
    };
    assert_eq!(shop.store.write_blocking("back", back).unwrap(), 1);
    assert!(!refresh_model(shop).unwrap());
}

#[test]
fn the_demo_shop_stands_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open_sqlite(&folder.path().join("shop.sqlite")).unwrap();
    let log = EventLog::open_sqlite(&folder.path().join("events.sqlite")).unwrap();
    promises(&Shop::new(
        store,
        log,
        mercat_lake::Lake::open(&folder.path().join("lake")).unwrap(),
        folder.path().join("models"),
    ));
}

#[test]
fn the_demo_shop_stands_on_postgres() {
    let Some(database) = mercat_testbed::Database::create() else { return };
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open_postgres(database.url()).unwrap();
    let log = EventLog::open_postgres(database.url()).unwrap();
    promises(&Shop::new(
        store,
        log,
        mercat_lake::Lake::open(&folder.path().join("lake")).unwrap(),
        folder.path().join("models"),
    ));
}
