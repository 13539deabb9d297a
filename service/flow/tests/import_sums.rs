//! Laws of imports over random mixtures of good and bad rows, on both engines:
//! 1. every row is either taken or rejected;
//! 2. orders, their lines, members' sums and pieces sold equal a naive recomputation of the file;
//! 3. every order has one event, worth as much as the order.
#![expect(clippy::unwrap_used, reason = "tests")]

mod rig;

use std::collections::{BTreeMap, BTreeSet};

use mercat_flow::import::{
    ColumnMap, Continue, ImportReport, ImportRequest, import_members, import_orders, import_products,
};
use mercat_model::{Currency, Event, Zone};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use rig::{Rig, call, dump};

/// Products that exist; SKUs beyond are unknown.
const PRODUCTS: usize = 8;

/// Members that exist; ids beyond are unknown.
const MEMBERS: usize = 5;

#[derive(Debug, Clone)]
struct Line {
    order: usize,
    sku: usize,
    quantity: i64,
    /// In cents; none for the product's own.
    price: Option<i64>,
    member: Option<usize>,
    broken: bool,
}

fn line() -> impl Strategy<Value = Line> {
    let member = prop::option::of(0..MEMBERS + 1);
    let facts = (0..6_usize, 0..PRODUCTS + 1, -1_i64..9, prop::option::of(-1_i64..500), member);
    (facts, 0..12_u8).prop_map(|((order, sku, quantity, price, member), luck)| {
        // Mostly one member an order, so that whole orders survive.
        let member = if luck < 9 { member.map(|_| order % MEMBERS) } else { member };
        Line { order, sku, quantity, price, member, broken: luck == 11 }
    })
}

fn text(lines: &[Line]) -> String {
    let mut text = "order,placed_at,sku,quantity,unit_price,member\n".to_owned();
    for line in lines {
        let price =
            line.price.map_or(String::new(), |cents| format!("{}.{:02}", cents / 100, cents.abs() % 100));
        let price = if line.price == Some(-1) { "-0.01".to_owned() } else { price };
        let member = line.member.map_or(String::new(), |member| format!("m{member}"));
        let time = if line.broken { "soon" } else { "2025-05-01 12:00" };
        text.push_str(&format!("o{},{time},P{},{},{price},{member}\n", line.order, line.sku, line.quantity));
    }
    text
}

/// What the file is worth, read the plainest way.
#[derive(Debug, Default, PartialEq)]
struct Sums {
    lines: i64,
    orders: i64,
    units: BTreeMap<String, i64>,
    members: BTreeMap<String, (i64, i64)>,
}

fn naive(lines: &[Line]) -> Sums {
    let (mut sums, mut seen) = (Sums::default(), BTreeSet::new());
    for rows in lines.chunk_by(|a, b| a.order == b.order) {
        let again = !seen.insert(rows[0].order);
        let good: Vec<&Line> = rows
            .iter()
            .filter(|line| !again && !line.broken && line.quantity > 0 && line.price != Some(-1))
            .collect();
        let Some(first) = good.first() else { continue };
        if first.member.is_some_and(|member| member >= MEMBERS) {
            continue;
        }
        let agreed = |line: &&&Line| line.member.is_none() || line.member == first.member;
        let taken: Vec<&&Line> = good.iter().filter(agreed).filter(|line| line.sku < PRODUCTS).collect();
        if taken.is_empty() {
            continue;
        }
        sums.orders += 1;
        sums.lines += taken.len() as i64;
        let mut total = 0;
        for line in taken {
            *sums.units.entry(format!("P{}", line.sku)).or_default() += line.quantity;
            total += line.quantity * line.price.unwrap_or((line.sku as i64 + 1) * 100);
        }
        if let Some(member) = first.member {
            let sum = sums.members.entry(format!("m{member}")).or_default();
            sum.0 += 1;
            sum.1 += total;
        }
    }
    sums
}

fn import(
    rig: &Rig,
    name: &str,
    text: &str,
    import: impl FnOnce(&ImportRequest) -> Result<ImportReport, mercat_flow::FlowError>,
) -> ImportReport {
    let file = rig.write(name, text);
    import(&ImportRequest {
        rejects: file.with_extension("rejects"),
        file,
        source: "till".to_owned(),
        currency: Currency::CNY,
        zone: Zone::utc(),
        map: ColumnMap::default(),
    })
    .unwrap()
}

/// What stands in the shop.
fn kept(rig: &Rig) -> Sums {
    let rows = dump(&rig.shop, &[]);
    let cells = |table: &str| -> Vec<Vec<String>> {
        rows[table].iter().map(|row| row.split(" | ").map(str::to_owned).collect()).collect()
    };
    let number = |text: &String| text.parse::<i64>().unwrap();
    let names: BTreeMap<String, String> =
        cells("member").into_iter().map(|row| (row[0].clone(), row[1].clone())).collect();
    let units = cells("product").into_iter().map(|row| (row[4].clone(), number(&row[12])));
    let members = cells("member_total").into_iter();
    let events: Vec<Event> = rows["outbox"].iter().map(|body| serde_json::from_str(body).unwrap()).collect();
    let worth: i64 = events.iter().map(|event| event.value.unwrap().minor).sum();
    let totals: i64 = cells("orders").iter().map(|row| number(&row[12])).sum();
    assert_eq!((events.len(), worth), (rows["orders"].len(), totals));
    Sums {
        lines: rows["order_line"].len() as i64,
        orders: rows["orders"].len() as i64,
        units: units.filter(|(_, units)| *units != 0).collect(),
        members: members.map(|row| (names[&row[0]].clone(), (number(&row[2]), number(&row[3])))).collect(),
    }
}

fn law(make: &dyn Fn() -> Rig, cases: u32) {
    let mut runner = TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
    let files = prop::collection::vec(line(), 0..60);
    let checked = runner.run(&files, |mut lines| {
        // Rows of one order mostly stand together.
        let tail = lines.split_off(lines.len() * 4 / 5);
        lines.sort_by_key(|line| line.order);
        lines.extend(tail);
        let rig = make();
        let mut products = "sku,title,price\n".to_owned();
        (0..PRODUCTS).for_each(|n| products.push_str(&format!("P{n},Product {n},{}.00\n", n + 1)));
        let mut members = "id\n".to_owned();
        (0..MEMBERS).for_each(|n| members.push_str(&format!("m{n}\n")));
        let go_on = &mut |_| Continue::Yes;
        import(&rig, "p", &products, |r| import_products(&rig.shop, r, &mut call("p"), go_on));
        import(&rig, "m", &members, |r| import_members(&rig.shop, r, &mut call("m"), go_on));
        let report = import(&rig, "o", &text(&lines), |r| import_orders(&rig.shop, r, &mut call("o"), go_on));
        let count = |name| report.summary.count(name);
        prop_assert_eq!(count("rows"), lines.len() as i64);
        prop_assert_eq!(count("order_lines") + count("rejected_rows"), lines.len() as i64);
        prop_assert_eq!(kept(&rig), naive(&lines));
        Ok(())
    });
    checked.unwrap();
}

#[test]
fn sums_equal_the_file_on_sqlite() {
    law(&Rig::sqlite, 32);
}

#[test]
fn sums_equal_the_file_on_postgres() {
    if Rig::postgres().is_some() {
        law(&|| Rig::postgres().unwrap(), 6);
    }
}
