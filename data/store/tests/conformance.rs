//! What the store promises, proved on both engines:
//! 1. what was answered is there after the store is opened again; what failed left nothing;
//! 2. a command that fails or panics takes nothing of its neighbours with it;
//! 3. concurrent read-modify-writes never lose one another;
//! 4. a violated constraint is told by name;
//! 5. a read sees one snapshot and can't write;
//! 6. pages of a list, joined, are the list: every row once, in order, whatever the sort;
//! 7. a lease has one holder; its epoch grows with each change of holder;
//! 8. a repeated idempotency key finds the first answer, for a week;
//! 9. the outbox gives back what was put in, in order;
//! 10. sums kept with orders equal the sums of the orders;
//! 11. a database of a newer program is refused.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use mercat_model::*;
use mercat_store::member::{MemberFilter, MemberSort};
use mercat_store::order::{Customers, OrderFilter, OrderSort};
use mercat_store::page::Page;
use mercat_store::report::{Scope, totals};
use mercat_store::{
    Store, StoreError, Tx, channel, idempotency, lease, member, merchant, order, outbox, setting,
};

const NOW: i64 = 1_700_000_000_000_000;

fn time(seconds: i64) -> Timestamp {
    Timestamp::from_micros(NOW).plus_seconds(seconds)
}

fn bytes(number: u64) -> [u8; 10] {
    let mut bytes = [0; 10];
    bytes[2..].copy_from_slice(&number.to_be_bytes());
    bytes
}

fn base() -> (merchant::Merchant, channel::Channel, Category, Product) {
    let merchant = merchant::Merchant {
        id: MerchantId::from_parts(1, bytes(1)),
        name: "Tea house".to_owned(),
        created_at: time(0),
    };
    let channel = channel::Channel {
        id: ChannelId::from_parts(1, bytes(1)),
        name: "Web".to_owned(),
        currency: Currency::CNY,
    };
    let category = Category {
        id: CategoryId::from_parts(1, bytes(1)),
        parent_id: None,
        slug: "tea".to_owned(),
        position: 0,
        texts: [(Locale::en(), CategoryText { name: "Tea".to_owned() })].into(),
    };
    let product = Product {
        id: ProductId::from_parts(1, bytes(1)),
        merchant_id: merchant.id,
        channel_id: channel.id,
        sku: "T-1".to_owned(),
        slug: "green-tea-t-1".to_owned(),
        category_id: category.id,
        status: ProductStatus::Published,
        price: UnitPrice::parse("12.5", Currency::CNY).unwrap(),
        attributes: std::collections::BTreeMap::new(),
        texts: [(Locale::en(), ProductText { title: "Green tea".to_owned(), description: String::new() })]
            .into(),
        created_at: time(0),
    };
    (merchant, channel, category, product)
}

fn save_base(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    let (merchant, channel, category, product) = base();
    merchant::insert_many(tx, &[merchant])?;
    channel::insert(tx, &channel)?;
    mercat_store::category::upsert_many(tx, &[category])?;
    mercat_store::product::upsert_many(tx, &[product], time(0))
}

fn a_member(number: u64) -> Member {
    Member {
        id: MemberId::from_parts(number, bytes(number)),
        number: format!("M{number}"),
        // Names repeat, so that sorting by name needs its tie break.
        name: format!("name {}", number % 3),
        email: None,
        country: "CN".to_owned(),
        locale: None,
        joined_at: time((number % 5) as i64),
        no_personalisation: false,
    }
}

fn an_order(number: u64, member: Option<u64>, quantity: i64) -> Order {
    let (merchant, channel, _, product) = base();
    let total = product.price.extend(quantity).unwrap();
    Order {
        id: OrderId::from_parts(number, bytes(number)),
        number: format!("O{number}"),
        merchant_id: merchant.id,
        channel_id: channel.id,
        member_id: member.map(|m| MemberId::from_parts(m, bytes(m))),
        status: OrderStatus::Completed,
        placed_at: time(number as i64 / 4),
        currency: Currency::CNY,
        country: "CN".to_owned(),
        lines: vec![OrderLine {
            line_no: 1,
            product_id: product.id,
            sku: product.sku,
            title: "Green tea".to_owned(),
            quantity,
            unit_price: product.price,
            total,
        }],
    }
}

fn fill(store: &Store) {
    store
        .write_blocking("fill", |tx| {
            save_base(tx)?;
            member::upsert_many(tx, &(1..=20).map(a_member).collect::<Vec<_>>())?;
            let orders: Vec<Order> =
                (1..=60).map(|n| an_order(n, (n % 4 != 0).then_some(n % 20 + 1), n as i64 % 7 + 1)).collect();
            order::insert_many(tx, &orders, None)
        })
        .unwrap();
}

fn failed_and_panicked_commands_leave_nothing(store: &Store) {
    let failed = store.write_blocking("fails", |tx| {
        setting::put(tx, "lost", &1)?;
        Err::<(), _>(StoreError::Busy)
    });
    assert!(matches!(failed, Err(StoreError::Busy)));
    let panicked = store.write_blocking("panics", |tx| {
        setting::put(tx, "lost", &1)?;
        let lost = setting::get::<i32>(tx, "never set")?;
        Ok::<_, StoreError>(lost.expect("this panic is part of the test"))
    });
    assert!(matches!(panicked, Err(StoreError::Panicked("panics"))));
    let kept = store.read_blocking("look", |tx| setting::get::<i32>(tx, "lost")).unwrap();
    assert_eq!(kept, None);
}

/// Half of the commands of a group fail; exactly the others are kept.
async fn neighbours_are_kept(store: Arc<Store>) {
    let tasks: Vec<_> = (0..200)
        .map(|n| {
            let store = store.clone();
            tokio::spawn(async move {
                let written = store.write("neighbour", move |tx| {
                    setting::put(tx, &format!("n{n}"), &n)?;
                    if n % 2 == 0 { Ok(n) } else { Err(StoreError::Busy) }
                });
                (n, written.await.is_ok())
            })
        })
        .collect();
    for task in tasks {
        let (n, kept) = task.await.unwrap();
        assert_eq!(kept, n % 2 == 0);
        let found = store.read("look", move |tx| setting::get::<i32>(tx, &format!("n{n}"))).await.unwrap();
        assert_eq!(found, kept.then_some(n));
    }
}

async fn concurrent_increments_all_count(store: Arc<Store>) {
    let runs = Arc::new(AtomicU32::new(0));
    let tasks: Vec<_> = (0..120)
        .map(|_| {
            let (store, runs) = (store.clone(), runs.clone());
            tokio::spawn(async move {
                loop {
                    let runs = runs.clone();
                    let done = store.write("increment", move |tx| {
                        runs.fetch_add(1, Ordering::Relaxed);
                        let count: i64 = setting::get(tx, "count")?.unwrap_or(0);
                        setting::put(tx, "count", &(count + 1))
                    });
                    match done.await {
                        Err(StoreError::Contended(..)) => {}
                        done => return done.unwrap(),
                    }
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
    let count = store.read("count", |tx| setting::get::<i64>(tx, "count")).await.unwrap();
    assert_eq!(count, Some(120), "after {} runs", runs.load(Ordering::Relaxed));
}

fn constraints_have_names(store: &Store) {
    let twin = Member { id: MemberId::from_parts(999, bytes(999)), ..a_member(1) };
    let error = store.write_blocking("twin", move |tx| member::upsert_many(tx, std::slice::from_ref(&twin)));
    let error = error.unwrap_err();
    assert!(error.violates("member") && error.violates("number"), "{error}");
}

fn reads_are_snapshots_that_cannot_write(store: &Store) {
    let refused = store.read_blocking("sneaky", |tx| setting::put(tx, "sneaked", &1));
    assert!(refused.is_err());
    let (before, after) = std::thread::scope(|scope| {
        let (started, go) = std::sync::mpsc::channel();
        let (done, wait) = std::sync::mpsc::channel::<()>();
        let wait = std::sync::Mutex::new(wait);
        let reader = scope.spawn(move || {
            store.read_blocking("snapshot", move |tx| {
                let before = setting::get::<i32>(tx, "snapshot")?;
                // A closed channel only means that the writer gave up.
                let _ = started.send(());
                let _ = wait.lock().unwrap().recv();
                Ok::<_, StoreError>((before, setting::get::<i32>(tx, "snapshot")?))
            })
        });
        go.recv().unwrap();
        store.write_blocking("change", |tx| setting::put(tx, "snapshot", &1)).unwrap();
        done.send(()).unwrap();
        reader.join().unwrap().unwrap()
    });
    assert_eq!(before, after);
    let now = store.read_blocking("look", |tx| setting::get::<i32>(tx, "snapshot")).unwrap();
    assert_eq!(now, Some(1));
}

/// Walks a list in pages of `limit` and gives the names of its rows.
fn walk<T: Send + 'static>(
    store: &Store,
    limit: i64,
    page_of: impl Fn(&mut Tx<'_>, &Page) -> Result<mercat_store::page::List<T>, StoreError>
    + Send
    + Clone
    + 'static,
    name: impl Fn(&T) -> String,
) -> Vec<String> {
    let mut page = Page::first(limit);
    let mut names = Vec::new();
    loop {
        let (asked, page_of) = (page.clone(), page_of.clone());
        let list = store.read_blocking("page", move |tx| page_of(tx, &asked)).unwrap();
        names.extend(list.items.iter().map(&name));
        match list.next {
            None => {
                assert_eq!(names.len() as i64, list.total);
                return names;
            }
            Some(next) => {
                let text = next.to_text();
                page.after = mercat_store::page::Cursor::parse(&text);
                assert!(page.after.is_some());
            }
        }
    }
}

fn pages_joined_are_the_list(store: &Store) {
    for sort in [OrderSort::Newest, OrderSort::Oldest, OrderSort::Largest] {
        for customers in [Customers::Known, Customers::Guest, Customers::All] {
            let filter = OrderFilter { customers, ..OrderFilter::default() };
            let list = move |tx: &mut Tx<'_>, page: &Page| order::page(tx, &filter, sort, page);
            let whole = walk(store, 200, list.clone(), |row| row.number.clone());
            assert_eq!(whole, walk(store, 7, list, |row| row.number.clone()), "{sort:?} {customers:?}");
            let expected = match customers {
                Customers::Known => 45,
                Customers::Guest => 15,
                Customers::All => 60,
            };
            assert_eq!(whole.len(), expected);
        }
    }
    for sort in
        [MemberSort::Newest, MemberSort::Name, MemberSort::Revenue, MemberSort::Orders, MemberSort::LastOrder]
    {
        let list = move |tx: &mut Tx<'_>, page: &Page| {
            member::page(tx, Currency::CNY, &MemberFilter::default(), sort, page)
        };
        let whole = walk(store, 200, list, |row| row.member.number.clone());
        assert_eq!(whole, walk(store, 3, list, |row| row.member.number.clone()), "{sort:?}");
        assert_eq!(whole.len(), 20);
    }
}

fn searches_take_no_wildcards(store: &Store) {
    for (search, found) in
        [("name 1", 13), ("NAME", 20), ("%", 0), ("_", 0), ("\\", 0), ("m1 name", 11), ("'; --", 0)]
    {
        let filter = MemberFilter { search: Some(search.to_owned()), ..MemberFilter::default() };
        let list = store
            .read_blocking("search", move |tx| {
                member::page(tx, Currency::CNY, &filter, MemberSort::Newest, &Page::first(50))
            })
            .unwrap();
        assert_eq!(list.total, found, "{search}");
    }
}

fn leases_have_one_holder(store: &Store) {
    let take = |holder: &'static str, seconds: i64| {
        store.write_blocking("lease", move |tx| lease::take(tx, "job", holder, time(seconds), 10)).unwrap()
    };
    assert_eq!(take("a", 0).map(|l| l.epoch), Some(1));
    assert_eq!(take("b", 5), None);
    assert_eq!(take("a", 8).map(|l| l.epoch), Some(1), "renewed");
    assert_eq!(take("b", 17), None);
    assert_eq!(take("b", 18).map(|l| l.epoch), Some(2), "taken over");
    store.write_blocking("release", |tx| lease::release(tx, "job", "a")).unwrap();
    assert_eq!(take("a", 19), None, "only the holder releases");
    store.write_blocking("release", |tx| lease::release(tx, "job", "b")).unwrap();
    assert_eq!(take("a", 19).map(|l| l.epoch), Some(3));
}

fn answers_are_kept_for_a_week(store: &Store) {
    let answer = idempotency::KeptAnswer { request_hash: [7; 32], status: 200, answer: "{}".to_owned() };
    let kept = answer.clone();
    let keep = move |key: &'static str, at: i64| {
        let kept = kept.clone();
        store.write_blocking("keep", move |tx| idempotency::keep(tx, "who", key, &kept, time(at)))
    };
    keep("a", 0).unwrap();
    assert!(keep("a", 1).unwrap_err().violates("idempotency_key"));
    let find =
        |key: &'static str| store.read_blocking("find", move |tx| idempotency::find(tx, "who", key)).unwrap();
    assert_eq!(find("a"), Some(answer));
    assert_eq!(find("b"), None);
    keep("later", idempotency::KEPT_SECONDS + 1).unwrap();
    assert_eq!(find("a"), None, "cleared away");
}

fn the_outbox_keeps_order(store: &Store) {
    let event = |n: u64| Event::new(EventId::from_parts(n, bytes(n)), EventKind::PageViewed, time(n as i64));
    let events: Vec<Event> = (0..30).map(event).collect();
    let put = events.clone();
    store.write_blocking("put", move |tx| outbox::append(tx, &put)).unwrap();
    let waiting = store.read_blocking("oldest", |tx| outbox::oldest(tx, 20)).unwrap();
    assert_eq!(waiting.iter().map(|(_, e)| e.clone()).collect::<Vec<_>>(), events[..20]);
    let seqs: Vec<i64> = waiting.iter().map(|(seq, _)| *seq).collect();
    store.write_blocking("remove", move |tx| outbox::remove(tx, &seqs)).unwrap();
    let left = store.read_blocking("oldest", |tx| outbox::oldest(tx, 100)).unwrap();
    assert_eq!(left.len(), 10);
    assert_eq!(left[0].1, events[20]);
}

fn kept_sums_equal_the_orders(store: &Store) {
    let scope = Scope { currency: Currency::CNY, customers: Customers::Known };
    let span = mercat_store::member::Span { from: Timestamp::MIN, until: Timestamp::MAX };
    let (sums, members, sold) = store
        .read_blocking("sums", move |tx| {
            let members = member::page(
                tx,
                Currency::CNY,
                &MemberFilter::default(),
                MemberSort::Newest,
                &Page::first(200),
            )?;
            let sold = mercat_store::product::by_skus(tx, &Locale::en(), &["T-1".to_owned()])?;
            let languages = mercat_store::product::Languages { wanted: Locale::en(), default: Locale::en() };
            let rows = mercat_store::product::by_ids(tx, &languages, &[sold[0].id])?;
            Ok::<_, StoreError>((totals(tx, scope, &[span])?[0], members.items, rows[0].units_sold))
        })
        .unwrap();
    assert_eq!(sums.orders, 45);
    assert_eq!(members.iter().map(|m| m.orders).sum::<i64>(), sums.orders);
    assert_eq!(members.iter().map(|m| m.revenue.minor).sum::<i64>(), sums.revenue.minor);
    assert_eq!(sold, (1..=60_i64).map(|n| n % 7 + 1).sum::<i64>());
    let known: i64 = (1..=60_i64).filter(|n| n % 4 != 0).map(|n| (n % 7 + 1) * 1250).sum();
    assert_eq!(sums.revenue.minor, known);
}

fn promises(open: &dyn Fn() -> Store) {
    let store = open();
    fill(&store);
    failed_and_panicked_commands_leave_nothing(&store);
    constraints_have_names(&store);
    reads_are_snapshots_that_cannot_write(&store);
    pages_joined_are_the_list(&store);
    searches_take_no_wildcards(&store);
    leases_have_one_holder(&store);
    answers_are_kept_for_a_week(&store);
    the_outbox_keeps_order(&store);
    kept_sums_equal_the_orders(&store);
    let store = Arc::new(store);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(neighbours_are_kept(store.clone()));
    runtime.block_on(concurrent_increments_all_count(store.clone()));
    Arc::into_inner(store).unwrap().close();

    let store = open();
    let count = store.read_blocking("count", |tx| setting::get::<i64>(tx, "count")).unwrap();
    assert_eq!(count, Some(120), "after opening again");
    kept_sums_equal_the_orders(&store);
    store
        .write_blocking("newer", |tx| tx.execute("INSERT INTO migration (version) VALUES (1000)", &[]))
        .unwrap();
    store.close();
}

#[test]
fn sqlite_keeps_its_promises() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shop.sqlite");
    promises(&|| Store::open_sqlite(&path).unwrap());
    assert!(matches!(Store::open_sqlite(&path), Err(StoreError::TooNew { found: 1000, .. })));
}

#[test]
fn postgres_keeps_its_promises() {
    let Some(database) = mercat_testbed::Database::create() else { return };
    promises(&|| Store::open_postgres(database.url()).unwrap());
    assert!(matches!(Store::open_postgres(database.url()), Err(StoreError::TooNew { found: 1000, .. })));
}
