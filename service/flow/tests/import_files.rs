//! What the imports of products, members, orders and events promise, on both engines:
//! 1. the example files of the guide become the rows that it describes;
//! 2. CSV, JSON lines and gzip give the same rows, and `--map` renames columns;
//! 3. what can't be taken is rejected with its line, column and reason, and the rest is taken;
//! 4. a run that was stopped goes on and ends in the rows and rejects of an uninterrupted one;
//! 5. a repeated file changes nothing, a known row of another file neither;
//! 6. a file that is empty, cut off or lacks a column is refused with a clear error;
//! 7. the ids of two sources never mix.
#![expect(clippy::unwrap_used, reason = "tests")]

mod rig;

use std::io::Write as _;
use std::path::{Path, PathBuf};

use mercat_flow::import::{
    ColumnMap, Continue, ImportReport, ImportRequest, Watch, import_events, import_members, import_orders,
    import_products,
};
use mercat_flow::{Call, FlowError, Shop};
use mercat_model::{Currency, Event, EventKind, Zone};
use rig::{Dump, Rig, call, dump};

type Import = fn(&Shop, &ImportRequest, &mut Call, &mut Watch<'_>) -> Result<ImportReport, FlowError>;

fn import_of(kind: &str) -> Import {
    match kind {
        "products" => import_products,
        "members" => import_members,
        "orders" => import_orders,
        _ => import_events,
    }
}

fn request(file: PathBuf) -> ImportRequest {
    ImportRequest {
        rejects: file.with_extension("rejects"),
        file,
        source: "file".to_owned(),
        currency: Currency::CNY,
        zone: Zone::new("Asia/Shanghai").unwrap(),
        map: ColumnMap::default(),
    }
}

fn import(rig: &Rig, kind: &str, request: &ImportRequest) -> Result<ImportReport, FlowError> {
    import_of(kind)(&rig.shop, request, &mut call_of(kind, request), &mut |_| Continue::Yes)
}

fn call_of(kind: &str, request: &ImportRequest) -> Call {
    let name = request.file.file_name().unwrap().to_string_lossy();
    call(&format!("{kind}/{name}/{}", request.source))
}

fn import_text(rig: &Rig, kind: &str, text: &str) -> ImportReport {
    let name = format!("{}.{kind}", blake3::hash(text.as_bytes()).to_hex());
    import(rig, kind, &request(rig.write(&name, text))).unwrap()
}

fn import_example(rig: &Rig, kind: &str) -> ImportReport {
    let suffix = if kind == "events" { "jsonl" } else { "csv" };
    let text = std::fs::read(in_repository(&format!("docs/examples/{kind}.{suffix}"))).unwrap();
    import(rig, kind, &request(rig.write(kind, text))).unwrap()
}

fn in_repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

fn number(shop: &Shop, sql: &'static str) -> i64 {
    shop.store.read_blocking("number", move |tx| tx.query_one::<i64>(sql, &[], |row| row.int(0))).unwrap()
}

fn on_both(test: fn(&mut dyn FnMut() -> Rig)) {
    test(&mut Rig::sqlite);
    if rig::Rig::postgres().is_some() {
        test(&mut || Rig::postgres().unwrap());
    }
}

fn counts(report: &ImportReport, names: &[&str]) -> Vec<i64> {
    names.iter().map(|name| report.summary.count(name)).collect()
}

fn rows_of(rig: &Rig) -> Dump {
    dump(&rig.shop, &["import_run"])
}

fn events_of(rig: &Rig) -> Vec<Event> {
    rows_of(rig)["outbox"].iter().map(|body| serde_json::from_str(body).unwrap()).collect()
}

#[test]
fn the_examples_become_what_the_guide_says() {
    on_both(|make| {
        let rig = make();
        let products = import_example(&rig, "products");
        assert_eq!(counts(&products, &["rows", "added", "rejected_rows"]), [5, 5, 0]);
        assert_eq!(products.unused_columns, [""; 0]);
        let members = import_example(&rig, "members");
        assert_eq!(counts(&members, &["rows", "added", "rejected_rows"]), [3, 3, 0]);
        let orders = import_example(&rig, "orders");
        assert_eq!(counts(&orders, &["rows", "orders", "order_lines", "rejected_rows"]), [4, 3, 4, 0]);
        let events = import_example(&rig, "events");
        assert_eq!(counts(&events, &["rows", "events", "rejected_rows"]), [5, 5, 0]);

        let rows = rows_of(&rig);
        assert_eq!(rows["merchant"].len(), 3);
        assert_eq!(rows["category"].len(), 5);
        assert_eq!(rows["product_text"].len(), 10);
        let slugs: Vec<_> =
            rows["product"].iter().map(|row| row.split(" | ").nth(5).unwrap().to_owned()).collect();
        assert!(slugs.contains(&"celadon-tea-cup-with-lid-cup02".to_owned()), "{slugs:?}");
        let mei = rows["member"].iter().find(|row| row.contains("VIP-1")).unwrap();
        assert!(mei.contains("mei.chen@example.com | CN | zh-CN"), "{mei}");
        assert_eq!(number(&rig.shop, "SELECT units_sold FROM product WHERE sku = 'CUP-01'"), 6);
        assert_eq!(number(&rig.shop, "SELECT total_minor FROM orders WHERE number = 'A-3'"), 23_960);
        let joined = number(&rig.shop, "SELECT joined_at FROM member WHERE number = 'VIP-1'");
        assert_eq!(joined, "2024-03-08T02:15:00Z".parse::<mercat_model::Timestamp>().unwrap().as_micros());

        let events = events_of(&rig);
        let purchases = events.iter().filter(|e| e.kind == EventKind::OrderCompleted).count();
        assert_eq!((purchases, events.len()), (3, 8));
        let listed = events.iter().find(|e| e.kind == EventKind::ProductListViewed).unwrap();
        assert_eq!(listed.items.len(), 2);
        let added = events.iter().find(|e| e.kind == EventKind::ProductAdded).unwrap();
        assert_eq!((added.items[0].quantity, added.value.unwrap().minor), (2, 13_600));
        assert!(added.member_id.is_some());
    });
}

#[test]
fn csv_json_lines_and_gzip_give_the_same_rows() {
    let csv = "Artikel;Bezeichnung;Preis;title:zh-CN;attribute:Colour;Kategorie\n\
               M1;\"Mug; blue\";12.5;杯子;blue;Home > Mugs\nM2;Plate;20;;;Home > Plates\n";
    let json = "{\"sku\":\"M1\",\"title\":\"Mug; blue\",\"price\":12.5,\"title:zh-CN\":\"杯子\",\
                \"attributes\":{\"Colour\":\"blue\"},\"category\":\"Home > Mugs\"}\n\n\
                {\"sku\":\"M2\",\"title\":\"Plate\",\"price\":\"20.00\",\"category\":\"Home > Plates\"}\n";
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(csv.as_bytes()).unwrap();
    let gzip = gzip.finish().unwrap();
    let names = ["Artikel=sku", "bezeichnung = title", "Preis=price", "Kategorie=category"];
    let map = ColumnMap::parse(&names.map(str::to_owned)).unwrap();
    let rig = Rig::sqlite();
    let mut dumps = Vec::new();
    for bytes in [csv.as_bytes(), json.as_bytes(), &gzip] {
        let fresh = Rig::sqlite();
        let request = ImportRequest { map: map.clone(), ..request(fresh.write("file", bytes)) };
        let report = import(&fresh, "products", &request).unwrap();
        assert_eq!(counts(&report, &["added", "rejected_rows"]), [2, 0]);
        dumps.push(rows_of(&fresh));
    }
    assert_eq!(dumps[0], dumps[1]);
    assert_eq!(dumps[0], dumps[2]);
    let unmapped = import(&rig, "products", &request(rig.write("file", csv))).unwrap_err().to_string();
    assert!(unmapped.contains("no column `sku`") && unmapped.contains("--map"), "{unmapped}");
}

/// The lines of the rejects file without its header.
fn rejects(report: &ImportReport) -> Vec<String> {
    let Some(path) = &report.rejects_file else { return Vec::new() };
    let text = std::fs::read_to_string(path).unwrap();
    assert!(text.starts_with("line,column,value,reason\n"));
    text.lines().skip(1).map(str::to_owned).collect()
}

const PRODUCTS: &str = "sku,title,price,merchant,currency\nP1,One,1.00,,\nP2,Two,2.00,,\nP3,Three,3.00,Other,\n\
                        TWIN,Here,1.00,Left,\nTWIN,There,1.00,Right,\nP4,Four,4.00,,EUR\n";
const MEMBERS: &str = "id,email,number\nm1,one@example.com,N1\nm2,two@example.com,N2\n";

/// Imports a file whose good rows are known and compares its rejects: line, column, part of the reason.
fn check(make: &mut dyn FnMut() -> Rig, kind: &str, text: &str, expect: &[(u64, &str, &str)]) {
    let rig = make();
    import_text(&rig, "products", PRODUCTS);
    import_text(&rig, "members", MEMBERS);
    let report = import_text(&rig, kind, text);
    let found = rejects(&report);
    assert_eq!(found.len(), expect.len(), "{kind}: {found:?}");
    for (found, (line, column, reason)) in found.iter().zip(expect) {
        let begins = format!("{line},{column},");
        assert!(found.starts_with(&begins) && found.contains(reason), "{found} is not {begins} {reason}");
    }
    assert_eq!(report.summary.count("rejected_rows"), expect.len() as i64);
    assert_eq!(report.rejected, expect.len() as u64);
}

#[test]
fn what_no_product_can_be_is_rejected() {
    on_both(|make| {
        check(
            make,
            "products",
            "sku,title,price,currency,category,slug,status,locale\n\
             A1,Mug,1.00,,,mug,,\n\
             ,Mug,1.00,,,,,\n\
             A2,,1.00,,,,,\n\
             A3,Mug,,,,,,\n\
             A4,Mug,-1,,,,,\n\
             A5,Mug,1.0000001,,,,,\n\
             A6,Mug,1.00,YUAN,,,,\n\
             A7,Mug,1.00,,Home >> Mugs,,,\n\
             A8,Mug,1.00,,,Big Mug,,\n\
             A9,Mug,1.00,,,mug,,\n\
             A10,Mug,1.00,,,,sold,\n\
             A11,Mug,1.00,,,,,not a language\n\
             A12,Mug\n\
             P4,Four,5.00,GBP,,,,\n\
             A13,Good,1.00,,,,,\n",
            &[
                (3, "sku", "empty"),
                (4, "title", "empty"),
                (5, "price", "empty"),
                (6, "price", "negative"),
                (7, "price", "at most 6 decimals"),
                (8, "currency", "ISO 4217"),
                (9, "category", "a name of the path is empty"),
                (10, "slug", "not an address"),
                (11, "slug", "another product"),
                (12, "status", "neither `published` nor `archived`"),
                (13, "locale", "BCP 47"),
                (14, "", "2 fields, the header has 8"),
                (15, "price", "the product sells in EUR"),
            ],
        );
    });
}

#[test]
fn what_no_member_can_be_is_rejected() {
    on_both(|make| {
        check(
            make,
            "members",
            "id,email,number,locale,joined_at\n\
             ,a@example.com,,,\n\
             x1,nobody,,,\n\
             x2,ONE@example.com,,,\n\
             x3,three@example.com,N2,,\n\
             x4,four@example.com,,klingonisch,\n\
             x5,five@example.com,,,tomorrow\n\
             x6,six@example.com,,,2027-01-01\n\
             x7,seven@example.com,,,\n\
             x8,seven@example.com,,,\n\
             m1,two@example.com,,,\n\
             m2,new@example.com,,,\n",
            &[
                (2, "id", "empty"),
                (3, "email", "not an e-mail"),
                (4, "email", "belongs to member `N1`"),
                (5, "number", "belongs to member `N2`"),
                (6, "locale", "BCP 47"),
                (7, "joined_at", "not a time"),
                (8, "joined_at", "lies in the future"),
                (10, "email", "belongs to member `x7`"),
                (11, "email", "belongs to member `N2`"),
            ],
        );
    });
}

#[test]
fn what_no_order_can_be_is_rejected() {
    on_both(|make| {
        check(
            make,
            "orders",
            "order,placed_at,sku,quantity,unit_price,member,currency,email\n\
             1,2025-01-01,P1,1,,m1,,\n\
             1,2025-01-01,GONE,1,,m1,,\n\
             ,2025-01-01,P1,1,,,,\n\
             1,2025-01-01,P2,1,,m2,,\n\
             1,2025-01-01,P2,1,,,EUR,\n\
             1,2025-01-01,P3,1,,,,\n\
             2,2025-01-01,P1,1,,nobody,,\n\
             2,2025-01-01,P2,1,,nobody,,\n\
             3,01.02.2025,P1,1,,,,\n\
             3,2025-01-01,P1,0,,,,\n\
             3,2025-01-01,P1,1.5,,,,\n\
             3,2025-01-01,P1,1,abc,,,\n\
             3,2025-01-01,P1,1,-1,,,\n\
             3,2025-01-01,TWIN,1,,,,\n\
             3,2025-01-01,P4,1,,,,\n\
             3,2025-01-01,P4,1000000,10000000,,,\n\
             3,,P1,1,,,,\n\
             3,2025-01-01,,1,,,,\n\
             3,2025-01-01,P1,,,,,\n\
             3,2025-01-01,P2,2,,,,\n\
             1,2025-01-01,P1,5,,,,\n\
             4,2027-01-01,P1,5,,,,\n\
             5,2025-01-01,P1,5,,,,nobody\n",
            &[
                (3, "sku", "no product has this SKU"),
                (4, "order", "empty"),
                (5, "member", "the first row of the order says `m1`"),
                (6, "currency", "the first row of the order says `CNY`"),
                (7, "sku", "an order has one merchant"),
                (8, "member", "no member has this id"),
                (9, "member", "no member has this id"),
                (10, "placed_at", "not a time"),
                (11, "quantity", "not more than 0"),
                (12, "quantity", "not a whole number"),
                (13, "unit_price", "at most 6 decimals"),
                (14, "unit_price", "negative"),
                (15, "sku", "several merchants"),
                (16, "unit_price", "the product's own price is in EUR"),
                (17, "unit_price", "worth more than an order can hold"),
                (18, "placed_at", "empty"),
                (19, "sku", "empty"),
                (20, "quantity", "empty"),
                (22, "order", "stands further up"),
                (23, "placed_at", "lies in the future"),
                (24, "email", "not an e-mail"),
            ],
        );
    });
}

#[test]
fn what_no_event_can_be_is_rejected() {
    on_both(|make| {
        let long = "x".repeat(400);
        let properties: Vec<String> = (0..45).map(|n| format!("\"p{n}\":\"{long}\"")).collect();
        check(
            make,
            "events",
            &format!(
                "{{\"kind\":\"page\",\"occurred_at\":\"2025-01-01\"}}\n\
                 {{\"occurred_at\":\"2025-01-01\"}}\n\
                 {{\"kind\":\"page\"}}\n\
                 {{\"kind\":\"page\",\"occurred_at\":\"soon\"}}\n\
                 not json\n\
                 {{\"kind\":\"page\",\"occurred_at\":\"2025-01-01\",\"member\":\"nobody\"}}\n\
                 {{\"kind\":\"page\",\"occurred_at\":\"2025-01-01\",\"sku\":\"GONE\"}}\n\
                 {{\"kind\":\"page\",\"occurred_at\":\"2025-01-01\",\"sku\":\"P1|P2\",\"quantity\":\"1|2|3\"}}\n\
                 {{\"kind\":\"page\",\"occurred_at\":\"2025-01-01\",\"value\":\"1.234\"}}\n\
                 {{\"kind\":\"page\",\"occurred_at\":\"2025-01-01\",\"properties\":[1]}}\n\
                 {{\"kind\":\"page\",\"occurred_at\":\"2025-01-01\",\"url\":\"a\\u0000b\"}}\n\
                 {{\"kind\":\"page\",\"occurred_at\":\"2025-01-01\",\"properties\":{{{}}}}}\n\
                 {{\"kind\":\"page\",\"occurred_at\":\"2025-01-01\"}}\n",
                properties.join(",")
            ),
            &[
                (2, "kind", "empty"),
                (3, "occurred_at", "empty"),
                (4, "occurred_at", "not a time"),
                (5, "", "not a JSON object"),
                (6, "member", "no member has this id"),
                (7, "sku", "no product has this SKU"),
                (8, "quantity", "3 quantities for 2 SKUs"),
                (9, "value", "at most 2 decimals"),
                (10, "properties", "not a JSON object"),
                (11, "url", "zero character"),
                (12, "", "at most 16384 are kept"),
            ],
        );
    });
}

/// Files of some thousand rows, each with bad rows among the good ones.
fn large_files() -> Vec<(&'static str, String)> {
    let mut products = "sku,title,price,category,merchant\n".to_owned();
    let mut members = "id,name,email\n".to_owned();
    let mut orders = "order,placed_at,sku,quantity,member\n".to_owned();
    let mut events = "id,kind,occurred_at,sku,member\n".to_owned();
    for n in 0..2_600 {
        let price = if n % 97 == 5 { "dear".to_owned() } else { format!("{}.{:02}", n % 50 + 1, n % 100) };
        products.push_str(&format!("S{},Thing {n},{price},Top > Group {},\n", n % 2_500, n % 23));
        members.push_str(&format!("c{n},Name {n},mail{}@example.com\n", n % 2_550));
        let sku = if n % 101 == 7 { "GONE".to_owned() } else { format!("S{}", n * 7 % 2_400) };
        for _ in 0..n % 3 + 1 {
            orders.push_str(&format!(
                "{n},2025-0{}-1{},{sku},{},c{}\n",
                n % 9 + 1,
                n % 9,
                n % 4 + 1,
                n % 300
            ));
        }
        events.push_str(&format!("e{},page,2025-03-01 10:{:02},{sku},c{}\n", n % 2_450, n % 60, n % 200));
    }
    orders.push_str("17,2025-01-01,S1,1,\n");
    vec![("products", products), ("members", members), ("orders", orders), ("events", events)]
}

#[test]
fn a_stopped_run_goes_on_and_ends_as_if_it_never_was() {
    on_both(|make| {
        let (whole, stopped) = (make(), make());
        for (kind, text) in large_files() {
            let expect = import(&whole, kind, &request(whole.write(kind, &text))).unwrap();
            assert!(expect.rejected > 20, "{kind}: {expect:?}");
            let request = request(stopped.write(kind, &text));
            let mut stops = 0;
            let report = loop {
                let stop_at_once = &mut |progress: mercat_flow::import::ImportProgress| {
                    if progress.stage == "saving" && progress.total == 0 {
                        Continue::No
                    } else {
                        Continue::Yes
                    }
                };
                match import_of(kind)(&stopped.shop, &request, &mut call_of(kind, &request), stop_at_once) {
                    Err(FlowError::Stopped) => stops += 1,
                    done => break done.unwrap(),
                }
            };
            assert!(stops >= 2, "{kind}: {stops}");
            assert_eq!(report.summary, expect.summary, "{kind}");
            assert_eq!(rejects(&report), rejects(&expect), "{kind}");
            assert_eq!(report.rejected, expect.rejected);
            assert_eq!(rows_of(&stopped), rows_of(&whole), "{kind}");
        }
    });
}

#[test]
fn what_was_imported_before_changes_nothing() {
    on_both(|make| {
        let rig = make();
        for (kind, text) in large_files() {
            let first = import(&rig, kind, &request(rig.write(kind, &text))).unwrap();
            let before = rows_of(&rig);
            let again = import(&rig, kind, &request(rig.write(kind, &text))).unwrap();
            assert!(again.already_done);
            assert_eq!((&again.summary, again.rejected), (&first.summary, first.rejected));
            // The same rows in another file: nothing is new to the shop.
            let other = import(&rig, kind, &request(rig.write("other", text + "\n"))).unwrap();
            assert!(!other.already_done);
            assert_eq!(counts(&other, &["added", "orders", "events"]), [0, 0, 0], "{kind}: {other:?}");
            assert_eq!(rows_of(&rig), before, "{kind}");
        }
    });
}

#[test]
fn a_known_product_keeps_its_id_address_and_sales() {
    on_both(|make| {
        let rig = make();
        import_text(
            &rig,
            "products",
            "sku,title,price,description,attribute:colour\nM1,Mug,5.00,Nice,blue\n",
        );
        import_text(&rig, "orders", "order,placed_at,sku,quantity\n1,2025-01-01,M1,3\n");
        let before = rows_of(&rig)["product"][0].clone();
        let report = import_text(
            &rig,
            "products",
            "sku,title,price,category,attribute:size,title:en\nM1,大杯子,6.00,Home,large,Big mug\n",
        );
        assert_eq!(counts(&report, &["added", "updated"]), [0, 1]);
        let rows = rows_of(&rig);
        let after: Vec<&str> = rows["product"][0].split(" | ").collect();
        let before: Vec<&str> = before.split(" | ").collect();
        assert_eq!((after[0], after[5], after[12]), (before[0], before[5], "3"));
        assert_eq!(after[7], "6000000");
        assert_eq!(after[9], "{\"colour\":\"blue\",\"size\":\"large\"}");
        assert!(after[10].contains("大杯子") && after[10].contains("big mug"), "{}", after[10]);
        let texts = &rows["product_text"];
        assert!(texts.iter().any(|row| row.contains("zh-CN | 大杯子 | Nice")), "{texts:?}");
        import_text(&rig, "products", "sku,title,price,slug\nM1,大杯子,6.00,big-mug\n");
        assert!(rows_of(&rig)["product"][0].contains(" | big-mug | "));
    });
}

#[test]
fn a_file_that_can_not_be_read_is_refused() {
    on_both(|make| {
        let rig = make();
        for kind in ["products", "members", "orders", "events"] {
            let empty = import(&rig, kind, &request(rig.write("empty", ""))).unwrap_err().to_string();
            assert!(empty.contains("is empty"), "{empty}");
            let other =
                import(&rig, kind, &request(rig.write("other", "a,b\n1,2\n"))).unwrap_err().to_string();
            assert!(other.contains("the header has no column `"), "{other}");
            let missing = import(&rig, kind, &request(Path::new("/nowhere").into())).unwrap_err().to_string();
            assert!(missing.contains("can't be read"), "{missing}");
        }
        let only_header = import_text(&rig, "members", "id,name\n");
        assert_eq!(counts(&only_header, &["rows", "added"]), [0, 0]);
        assert!(only_header.rejects_file.is_none());

        let (_, text) = large_files().swap_remove(1);
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::none());
        gzip.write_all(text.as_bytes()).unwrap();
        let bytes = gzip.finish().unwrap();
        let cut = import(&rig, "members", &request(rig.write("cut.gz", &bytes[..bytes.len() - 9])));
        assert!(cut.unwrap_err().to_string().contains("can't be read from here on"));
        let report = import(&rig, "members", &request(rig.write("whole.gz", &bytes))).unwrap();
        let expect = counts(&report, &["added", "unchanged"]).iter().sum::<i64>() + report.rejected as i64;
        assert_eq!(report.summary.count("rows"), expect);
        assert_eq!(rows_of(&rig)["member"].len(), 2_550);
    });
}

#[test]
fn the_ids_of_two_sources_never_mix() {
    on_both(|make| {
        let rig = make();
        import_text(&rig, "products", PRODUCTS);
        for (source, email) in [("till", "a@example.com"), ("web", "b@example.com")] {
            let members = format!("id,email\n1,{email}\n");
            let orders = "order,placed_at,sku,quantity,member\n7,2025-01-01,P1,1,1\n";
            let events = "id,kind,occurred_at,member\n1,page,2025-01-01,1\n";
            for (kind, text) in [("members", members.as_str()), ("orders", orders), ("events", events)] {
                let request = ImportRequest { source: source.to_owned(), ..request(rig.write(kind, text)) };
                assert_eq!(import(&rig, kind, &request).unwrap().rejected, 0, "{source} {kind}");
            }
        }
        let rows = rows_of(&rig);
        assert_eq!((rows["member"].len(), rows["orders"].len(), rows["outbox"].len()), (2, 2, 4));
        assert_eq!(number(&rig.shop, "SELECT COUNT(DISTINCT member_id) FROM orders"), 2);
        let number_of_web = rows["orders"].iter().filter(|row| row.contains(" | web-7 | ")).count();
        assert_eq!(number_of_web, 1);
    });
}

#[test]
fn columns_that_nothing_is_made_of_are_told() {
    let rig = Rig::sqlite();
    let report =
        import_text(&rig, "events", "kind,occurred_at,weather,property:email\npage,2025-01-01,rain,x@y\n");
    assert_eq!(report.unused_columns, ["property:email", "weather"]);
    assert!(!rows_of(&rig)["outbox"][0].contains("x@y"));
}
