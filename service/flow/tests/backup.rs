//! What backups promise, on both engines:
//! 1. a restored shop equals the one that was backed up: rows, events at their offsets, models; also across
//!    engines and back;
//! 2. a backup of a shop that goes on working is consistent: each order with its sums and exactly one event;
//! 3. an event that the relay had appended and not yet removed is not relayed again by the restored shop;
//! 4. a backup that is cut off, changed, newer or none at all is refused before anything is written;
//! 5. a restore into a shop that holds something is refused, one that was stopped is finished by the same call;
//! 6. sessions and leases are not in a backup.
#![expect(clippy::unwrap_used, reason = "tests")]

mod rig;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use mercat_eventlog::Relayed;
use mercat_flow::backup::{BackupProgress, back_up, check_restored, restore};
use mercat_flow::import::{ColumnMap, Continue, ImportRequest, import_orders, import_products};
use mercat_flow::relay::{Relay, relay};
use mercat_flow::{FlowError, Shop};
use mercat_model::*;
use mercat_store::{StoreError, artefact, follower, idempotency, lease, model_version, order, outbox, staff};
use rig::{Dump, Rig, call, dump};

const SOURCE: &str = "file";

fn go_on(_: BackupProgress) -> Continue {
    Continue::Yes
}

fn now() -> Timestamp {
    "2026-01-01T00:00:00Z".parse().unwrap()
}

fn import(rig: &Rig, kind: &str, text: &str) {
    let file = rig.write(kind, text);
    let request = ImportRequest {
        rejects: file.with_extension("rejects"),
        file,
        source: SOURCE.to_owned(),
        currency: Currency::CNY,
        zone: Zone::utc(),
        map: ColumnMap::default(),
    };
    let import = if kind == "products" { import_products } else { import_orders };
    let report = import(&rig.shop, &request, &mut call(text), &mut |_| Continue::Yes).unwrap();
    assert_eq!(report.rejected, 0);
}

/// Goods in a tree, orders, events in the log and in the outbox, a model, staff with a session, a lease.
fn fill(rig: &Rig) {
    let mut products = "sku,title,price,category,title:en\n".to_owned();
    for n in 0..2_100 {
        let category = format!("T{} > \"U\" > W{}", n % 3, n % 7).replace('"', "");
        products.push_str(&format!("S{n},\"杯子 \"\"{n}\"\"\",{n}.5,{category},Cup\\ {n}\n"));
    }
    import(rig, "products", &products);
    let orders: String = (0..900).map(|n| format!("{n},2025-01-01,S{},{}\n", n * 2, n % 5 + 1)).collect();
    import(rig, "orders", &format!("order,placed_at,sku,quantity\n{orders}"));
    assert_eq!(relay(&rig.shop, "test", now()).unwrap(), Relay::Moved(900));
    rig.shop.log.append_blocking(&views("before", 2_100)).unwrap();
    let more: String = (0..40).map(|n| format!("w{n},2025-02-01,S1,1\n")).collect();
    import(rig, "orders", &format!("order,placed_at,sku,quantity\n{more}"));
    let piece: Vec<u8> = (0..1_100_000_u32).map(|n| (n % 251) as u8).collect();
    let files = [("manifest.json".to_owned(), b"{}".to_vec()), ("weights".to_owned(), piece)];
    artefact::write(&rig.shop.models, "mdl_1", &files).unwrap();
    rig.shop
        .store
        .write_blocking("fill", |tx| {
            let person = staff::StaffRow {
                id: StaffId::from_parts(1, [1; 10]),
                email: "a@example.com".to_owned(),
                name: "A".to_owned(),
                role: "admin".to_owned(),
                password_hash: "$argon2id$".to_owned(),
                created_at: now(),
            };
            staff::insert(tx, &person)?;
            let session = staff::NewSession {
                token_hash: [3; 32],
                id: SessionId::from_parts(1, [1; 10]),
                staff_id: person.id,
                csrf_token: "secret".to_owned(),
                created_at: now(),
                expires_at: now().plus_seconds(60),
            };
            staff::insert_session(tx, &session)?;
            lease::take(tx, "train", "here", now(), 60)?;
            let answer =
                idempotency::KeptAnswer { request_hash: [9; 32], status: 201, answer: "{}".to_owned() };
            idempotency::keep(tx, "shop", "key", &answer, now())?;
            follower::set_next_offset(tx, "activity", 3_000)?;
            for (n, folder) in ["mdl_1", "mdl_gone"].into_iter().enumerate() {
                let version = model_version::ModelVersion {
                    id: ModelVersionId::from_parts(n as u64, [1; 10]),
                    kind: "recommend".to_owned(),
                    folder: folder.to_owned(),
                    manifest: "{}".to_owned(),
                    active: n == 0,
                    created_at: now(),
                };
                model_version::insert(tx, &version)?;
            }
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

fn views(name: &str, count: u64) -> Vec<Event> {
    let view = |n| {
        let id = EventId::derived(n, "views", &format!("{name}/{n}"));
        let mut event = Event::new(id, EventKind::PageViewed, now());
        event.properties.insert("text".to_owned(), "\"杯\n子\"".into());
        event
    };
    (0..count).map(view).collect()
}

fn events(shop: &Shop) -> Vec<(u64, Event)> {
    let mut all = Vec::new();
    loop {
        let next = all.last().map_or(0, |(offset, _): &(u64, Event)| offset + 1);
        let read = shop.log.read_blocking(next, 5_000).unwrap();
        if read.is_empty() {
            return all;
        }
        all.extend(read);
    }
}

/// Tables, events and the files of the model.
type Whole = (Dump, Vec<(u64, Event)>, Vec<(String, Vec<u8>)>);

fn whole(rig: &Rig) -> Whole {
    let files = artefact::read(&rig.shop.models, "mdl_1").unwrap();
    (dump(&rig.shop, &[]), events(&rig.shop), files)
}

fn is_empty(rig: &Rig) -> bool {
    check_restored(&rig.shop).is_ok()
        && dump(&rig.shop, &[]).values().all(Vec::is_empty)
        && rig.shop.log.head_blocking().unwrap() == 0
}

fn on_both(test: fn(&dyn Fn() -> Rig)) {
    test(&Rig::sqlite);
    if Rig::postgres().is_some() {
        test(&|| Rig::postgres().unwrap());
    }
}

fn backed_up(rig: &Rig, name: &str) -> PathBuf {
    let to = rig.folder.path().join(name);
    back_up(&rig.shop, &to, &call(name), &mut go_on).unwrap();
    to
}

#[test]
fn a_restored_shop_equals_the_first_on_either_engine() {
    let first = Rig::sqlite();
    fill(&first);
    let expect = whole(&first);
    assert_eq!(expect.0["outbox"].len(), 40);
    let to = first.folder.path().join("shop.backup");
    let report = back_up(&first.shop, &to, &call("backup"), &mut go_on).unwrap();
    assert_eq!((report.events, report.files), (3_000, 2));
    assert_eq!(report.rows, expect.0.values().map(|rows| rows.len() as u64).sum::<u64>());
    assert_eq!(report.missing_models, ["mdl_gone"]);
    assert!(!first.folder.path().join("shop.backup.unfinished").exists());
    let again = back_up(&first.shop, &to, &call("backup"), &mut go_on).unwrap_err().to_string();
    assert!(again.contains("is there already"), "{again}");

    let mut from = to;
    let mut rigs = [Some(Rig::sqlite()), Rig::postgres(), Some(Rig::sqlite())];
    for rig in rigs.iter_mut().flatten() {
        let report = restore(&rig.shop, &from, &mut go_on).unwrap();
        assert_eq!((report.events, report.files), (3_000, 2));
        check_restored(&rig.shop).unwrap();
        assert_eq!(whole(rig), expect, "{}", rig.shop.store.engine());
        let sessions = rig.shop.store.read_blocking("look", |tx| {
            let sql = "SELECT (SELECT COUNT(*) FROM staff_session) + (SELECT COUNT(*) FROM lease)";
            tx.query_one::<i64>(sql, &[], |row| row.int(0))
        });
        assert_eq!(sessions.unwrap(), 0);
        from = backed_up(rig, "again.backup");
        // The restored outbox counts on behind its last row.
        let seq = rig.shop.store.write_blocking("append", |tx| {
            let last = outbox::oldest(tx, 100)?.last().map(|(seq, _)| *seq);
            outbox::append(tx, &views("after", 1))?;
            Ok::<_, StoreError>((last, outbox::oldest(tx, 100)?.last().map(|(seq, _)| *seq)))
        });
        let (before, after) = seq.unwrap();
        assert!(after > before, "{before:?} {after:?}");
        assert_eq!(relay(&rig.shop, "test", now()).unwrap(), Relay::Moved(41));
    }
}

/// Adds an order with its event in one transaction.
fn place(shop: &Shop, n: u64, product: ProductId, place: (MerchantId, ChannelId)) {
    let price = UnitPrice::new(1_500_000, Currency::CNY);
    let line = OrderLine {
        line_no: 1,
        product_id: product,
        sku: "S1".to_owned(),
        title: "Cup".to_owned(),
        quantity: 2,
        unit_price: price,
        total: price.extend(2).unwrap(),
    };
    let order = Order {
        id: OrderId::derived(n, "live", &n.to_string()),
        number: format!("live-{n}"),
        merchant_id: place.0,
        channel_id: place.1,
        member_id: None,
        status: OrderStatus::Completed,
        placed_at: now(),
        currency: Currency::CNY,
        country: String::new(),
        lines: vec![line],
    };
    let mut event = Event::new(EventId::derived(n, "live", &n.to_string()), EventKind::OrderCompleted, now());
    event.properties.insert("order".to_owned(), order.number.as_str().into());
    shop.store
        .write_blocking("place", move |tx| {
            order::insert_many(tx, std::slice::from_ref(&order), Some("live"))?;
            outbox::append(tx, std::slice::from_ref(&event))
        })
        .unwrap();
}

/// How many events each order has, in log and outbox together; no event may be there twice.
fn events_by_order(rig: &Rig) -> BTreeMap<String, usize> {
    let waiting = dump(&rig.shop, &[])["outbox"].clone();
    let waiting = waiting.iter().map(|body| serde_json::from_str::<Event>(body).unwrap());
    let mut ids = BTreeSet::new();
    let mut orders = BTreeMap::new();
    for event in events(&rig.shop).into_iter().map(|(_, event)| event).chain(waiting) {
        assert!(ids.insert(event.id), "{event:?} is there twice");
        if let Some(number) = event.properties.get("order") {
            *orders.entry(number.as_str().unwrap().to_owned()).or_insert(0) += 1;
        }
    }
    orders
}

#[test]
fn a_backup_of_a_working_shop_is_consistent() {
    on_both(|make| {
        let first = make();
        fill(&first);
        let at: (ProductId, MerchantId, ChannelId) = first
            .shop
            .store
            .read_blocking("look", |tx| {
                let sql = "SELECT id, merchant_id, channel_id FROM product WHERE sku = 'S1'";
                tx.query_one(sql, &[], |row| Ok((row.id(0)?, row.id(1)?, row.id(2)?)))
            })
            .unwrap();
        let done = AtomicBool::new(false);
        let backups: Vec<PathBuf> = std::thread::scope(|scope| {
            scope.spawn(|| {
                let mut n = 0;
                while !done.load(Ordering::Relaxed) {
                    place(&first.shop, n, at.0, (at.1, at.2));
                    first.shop.log.append_blocking(&views(&format!("live-{n}"), 3)).unwrap();
                    n += 1;
                }
            });
            scope.spawn(|| {
                while !done.load(Ordering::Relaxed) {
                    relay(&first.shop, "test", now()).unwrap();
                }
            });
            let backups = (0..3).map(|n| backed_up(&first, &format!("{n}.backup"))).collect();
            done.store(true, Ordering::Relaxed);
            backups
        });
        for backup in backups {
            let second = make();
            restore(&second.shop, &backup, &mut go_on).unwrap();
            for _ in 0..2 {
                let rows = dump(&second.shop, &[]);
                let orders: Vec<&str> =
                    rows["orders"].iter().map(|row| row.split(" | ").nth(1).unwrap()).collect();
                assert!(orders.len() >= 940);
                let events = events_by_order(&second);
                for number in &orders {
                    assert_eq!(events.get(*number), Some(&1), "{number}");
                }
                // Orders placed after the snapshot may have an event, by some milliseconds.
                assert!(events.len() <= orders.len() + 50, "{} {}", events.len(), orders.len());
                let units: i64 = rows["product"]
                    .iter()
                    .map(|r| r.split(" | ").nth(12).unwrap().parse::<i64>().unwrap())
                    .sum();
                let sold: i64 = rows["orders"]
                    .iter()
                    .map(|r| r.split(" | ").nth(11).unwrap().parse::<i64>().unwrap())
                    .sum();
                assert_eq!(units, sold);
                while let Relay::Moved(_) = relay(&second.shop, "other", now()).unwrap() {}
            }
        }
    });
}

#[test]
fn an_event_that_the_log_has_is_not_relayed_again() {
    on_both(|make| {
        let first = make();
        fill(&first);
        // The relay dies after the append: the rows are still in the outbox.
        let waiting = first.shop.store.read_blocking("look", |tx| outbox::oldest(tx, 25)).unwrap();
        let (seqs, appended): (Vec<i64>, Vec<Event>) = waiting.into_iter().unzip();
        first.shop.log.append_relayed_blocking(&appended, Relayed { epoch: 9, seqs }).unwrap();
        first.shop.log.append_blocking(&views("meanwhile", 1_100)).unwrap();
        let second = make();
        restore(&second.shop, &backed_up(&first, "backup"), &mut go_on).unwrap();
        assert_eq!(dump(&second.shop, &[])["outbox"].len(), 15);
        while let Relay::Moved(_) = relay(&second.shop, "other", now()).unwrap() {}
        let events = events_by_order(&second);
        assert_eq!((events.len(), events.values().max()), (940, Some(&1)));
    });
}

fn unpacked(path: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(std::fs::File::open(path).unwrap()).read_to_end(&mut bytes).unwrap();
    bytes
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(bytes).unwrap();
    gzip.finish().unwrap()
}

#[test]
fn what_is_no_whole_backup_is_refused_and_leaves_nothing() {
    on_both(|make| {
        let first = make();
        fill(&first);
        let backup = backed_up(&first, "backup");
        let (gzip, lines) = (std::fs::read(&backup).unwrap(), unpacked(&backup));
        let text = String::from_utf8(lines.clone()).unwrap();
        let last = text.trim_end().rfind('\n').unwrap() + 1;
        let newer = text.replacen("\"version\":2", "\"version\":3", 1);
        let newer_schema = text.replacen("\"schema_version\":3", "\"schema_version\":999", 1);
        let mut flipped = lines.clone();
        let middle = text.find("Cup").unwrap();
        flipped[middle] ^= 1;
        let mut broken = gzip.clone();
        broken[gzip.len() / 2] ^= 0x55;
        let other_table = text.replacen("{\"table\":\"member\"", "{\"table\":\"nobody\"", 1);
        let cases: Vec<(&str, Vec<u8>, &str)> = vec![
            ("empty", Vec::new(), ""),
            ("text", b"hello\n".to_vec(), ""),
            ("packed text", packed(b"hello\n"), "no backup"),
            ("packed json", packed(b"{\"a\":1}\n"), "does not know"),
            ("cut in the gzip", gzip[..gzip.len() / 2].to_vec(), "cut off"),
            ("cut before the end", gzip[..gzip.len() - 30].to_vec(), ""),
            ("cut at a line", packed(&lines[..last]), "its last line is missing"),
            ("cut within a line", packed(&lines[..last + 10]), "cut off"),
            ("a changed byte", packed(&flipped), "is damaged"),
            ("a changed byte of the gzip", broken, ""),
            ("more behind the end", packed(&[&lines[..], b"[1]\n"].concat()), "goes on after its last line"),
            ("newer", packed(newer.as_bytes()), "written by a newer Mercat"),
            ("newer schema", packed(newer_schema.as_bytes()), "written by a newer Mercat"),
            ("another table", packed(other_table.as_bytes()), "`nobody` that this program does not know"),
        ];
        let second = make();
        for (name, bytes, reason) in cases {
            let from = second.write("case", bytes);
            let error = restore(&second.shop, &from, &mut go_on).unwrap_err().to_string();
            assert!(error.contains(reason), "{name}: {error}");
            assert!(is_empty(&second), "{name}");
            assert!(!second.shop.models.join("mdl_1").exists(), "{name}");
        }
        assert!(restore(&second.shop, Path::new("/nowhere"), &mut go_on).is_err());
        restore(&second.shop, &backup, &mut go_on).unwrap();
        let full = restore(&second.shop, &backup, &mut go_on).unwrap_err().to_string();
        assert!(full.contains("the shop is not empty"), "{full}");
        let third = make();
        third.shop.log.append_blocking(&views("there", 1)).unwrap();
        let full = restore(&third.shop, &backup, &mut go_on).unwrap_err().to_string();
        assert!(full.contains("the event log holds something"), "{full}");
    });
}

#[test]
fn a_stopped_restore_is_finished_by_the_same_call() {
    on_both(|make| {
        let first = make();
        fill(&first);
        let (expect, backup) = (whole(&first), backed_up(&first, "backup"));
        first.shop.log.append_blocking(&views("later", 1)).unwrap();
        let other = backed_up(&first, "other");
        let second = make();
        let stop = &mut |progress: BackupProgress| {
            if progress.stage == "events" { Continue::No } else { Continue::Yes }
        };
        assert!(matches!(restore(&second.shop, &backup, stop), Err(FlowError::Stopped)));
        assert_eq!(second.shop.log.head_blocking().unwrap(), 2_000);
        assert!(dump(&second.shop, &[]).values().all(Vec::is_empty));
        let unfinished = check_restored(&second.shop).unwrap_err().to_string();
        assert!(unfinished.contains("run `mercat restore` again"), "{unfinished}");
        let refused = back_up(&second.shop, &second.folder.path().join("b"), &call("b"), &mut go_on);
        assert!(refused.unwrap_err().to_string().contains("was not finished"));
        let refused = restore(&second.shop, &other, &mut go_on).unwrap_err().to_string();
        assert!(refused.contains("the restore of another backup was begun"), "{refused}");
        restore(&second.shop, &backup, &mut go_on).unwrap();
        check_restored(&second.shop).unwrap();
        assert_eq!(whole(&second), expect);
        let stopped = &mut |_: BackupProgress| Continue::No;
        let third = make();
        assert!(matches!(restore(&third.shop, &backup, stopped), Err(FlowError::Stopped)));
        let to = first.folder.path().join("stopped");
        assert!(matches!(back_up(&first.shop, &to, &call("b"), stopped), Err(FlowError::Stopped)));
        assert!(!to.exists() && !first.folder.path().join("stopped.unfinished").exists());
    });
}
