//! What the import of the retailer's file promises, on both engines, with the real file:
//! 1. its summary and the sums of the store equal the published figures;
//! 2. a second run changes nothing; a run that was stopped goes on and ends in the same rows;
//! 3. every order and return has one event in the log.
#![expect(clippy::unwrap_used, reason = "tests")]

use mercat_eventlog::EventLog;
use mercat_flow::import::{ColumnMap, Continue, ImportReport, ImportRequest, import_online_retail};
use mercat_flow::relay::{Relay, relay};
use mercat_flow::{Call, Entropy, FlowError, Shop};
use mercat_model::{Currency, Timestamp, Zone};
use mercat_store::member::Span;
use mercat_store::order::Customers;
use mercat_store::report::{Scope, cohorts, totals};
use mercat_store::{Store, StoreError};

fn call() -> Call {
    let now = "2026-01-01T00:00:00Z".parse().unwrap();
    Call { now, entropy: Entropy::new([7; 32]), locale: None }
}

fn import(shop: &Shop, folder: &std::path::Path, stop_after: usize) -> Result<ImportReport, FlowError> {
    let request = ImportRequest {
        file: mercat_testbed::real_data("retail/online_retail.csv.gz").unwrap(),
        rejects: folder.join("rejects.csv"),
        currency: Currency::GBP,
        zone: Zone::new("Europe/London").unwrap(),
        source: "test".to_owned(),
        map: ColumnMap::default(),
    };
    let mut batches = 0;
    import_online_retail(shop, &request, &mut call(), &mut |progress| {
        batches += usize::from(progress.stage == "saving");
        if batches > stop_after { Continue::No } else { Continue::Yes }
    })
}

fn promises(shop: &Shop) {
    let folder = tempfile::tempdir().unwrap();
    let started = std::time::Instant::now();
    assert!(matches!(import(shop, folder.path(), 7), Err(FlowError::Stopped)));
    let report = import(shop, folder.path(), usize::MAX).unwrap();
    eprintln!("{}: {:?} {:?}", shop.store.engine(), started.elapsed(), report);
    assert_eq!(report.resumed_at, 8 * 500);
    for (name, count) in [
        ("lines", 541_909),
        ("invoices", 25_900),
        ("products", 4_070),
        ("customers", 4_372),
        ("known_customer_lines", 397_884),
        ("known_customers", 4_338),
        ("known_customer_orders", 18_532),
    ] {
        assert_eq!(report.summary.count(name), count, "{name}");
    }
    assert_eq!(report.summary.amounts[0].1, "8911407.90 GBP");
    let again = import(shop, folder.path(), usize::MAX).unwrap();
    assert!(again.already_done);
    assert_eq!(again.summary, report.summary);

    let zone = Zone::new("Europe/London").unwrap();
    let december: mercat_model::Month = "2010-12".parse().unwrap();
    let months: Vec<Span> = (0..13)
        .map(|n| Span {
            from: zone.start_of_month(december.plus_months(n)),
            until: zone.start_of_month(december.plus_months(n + 1)),
        })
        .collect();
    let all = Span { from: Timestamp::MIN, until: Timestamp::MAX };
    let scope = Scope { currency: Currency::GBP, customers: Customers::Known };
    let (sums, cohorts) = shop
        .store
        .read_blocking("test", move |tx| {
            Ok::<_, StoreError>((totals(tx, scope, &[all])?, cohorts(tx, Currency::GBP, &months)?))
        })
        .unwrap();
    let sums = sums[0];
    assert_eq!((sums.lines, sums.customers, sums.orders), (397_884, 4_338, 18_532));
    assert_eq!(sums.revenue.amount(), "8911407.90");
    let row = |cohort: usize| -> Vec<u64> {
        cohorts.iter().filter(|c| c.cohort == cohort).map(|c| c.members).take(6).collect()
    };
    assert_eq!(row(0), [885, 324, 286, 340, 321, 352]);
    assert_eq!(row(1), [417, 92, 111, 96, 134, 120]);

    while let Relay::Moved(_) = relay(shop, "test", call().now).unwrap() {}
    let (mut offset, mut events) = (0, 0);
    loop {
        let read = shop.log.read_blocking(offset, 5_000).unwrap();
        let Some((last, _)) = read.last() else { break };
        offset = last + 1;
        events += read.len() as i64;
    }
    assert_eq!(events, report.summary.count("orders") + report.summary.count("returns"));
}

#[test]
fn the_real_file_has_its_published_figures_on_sqlite() {
    if mercat_testbed::real_data("retail/online_retail.csv.gz").is_none() {
        return;
    }
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
fn the_real_file_has_its_published_figures_on_postgres() {
    if mercat_testbed::real_data("retail/online_retail.csv.gz").is_none() {
        return;
    }
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
