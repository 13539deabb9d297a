//! What the demo shop promises:
//!
//! 1. The same seed gives the same shop; another seed another one.
//! 2. Sizes are met; there are 40 categories and more, on two levels.
//! 3. Texts exist in both languages; slugs, SKUs, numbers and addresses are unique.
//! 4. Orders add up; nothing is sold before it was listed or to someone who had not joined.
//! 5. Members buy within their tastes, buy again, and drop off over the months.
//! 6. Events tell the orders and stay within the year.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::LazyLock;

use mercat_model::{EventKind, Locale, Month};

use super::*;

const SMALL: DemoSize = DemoSize { products: 300, members: 500, orders: 2_000, events: 8_000 };

fn shop_of(seed: u64, size: &DemoSize) -> DemoShop {
    let zone = Zone::new("Asia/Shanghai").unwrap();
    generate(seed, size, "2026-11-22T07:00:00Z".parse().unwrap(), &zone)
}

/// The shop of the usual size, made once for all tests.
fn usual() -> &'static DemoShop {
    static SHOP: LazyLock<DemoShop> = LazyLock::new(|| shop_of(1, &DemoSize::default()));
    &SHOP
}

fn small() -> DemoShop {
    shop_of(7, &SMALL)
}

fn fingerprint(shop: &DemoShop) -> u64 {
    let mut hasher = DefaultHasher::new();
    format!("{:?}{:?}{:?}", shop.merchants, shop.categories, shop.products).hash(&mut hasher);
    format!("{:?}{:?}{:?}", shop.members().collect::<Vec<_>>(), shop.orders, shop.returns).hash(&mut hasher);
    for event in shop.events() {
        format!("{event:?}").hash(&mut hasher);
    }
    hasher.finish()
}

fn unique<T: Eq + Hash>(name: &str, values: impl Iterator<Item = T>) {
    let mut seen = HashSet::new();
    let repeated = values.map(|value| seen.insert(value)).filter(|fresh| !fresh).count();
    assert_eq!(repeated, 0, "{name}");
}

#[test]
fn the_same_seed_gives_the_same_shop() {
    assert_eq!(fingerprint(&small()), fingerprint(&small()));
    assert_ne!(fingerprint(&small()), fingerprint(&shop_of(8, &SMALL)));
}

#[test]
fn the_usual_size_is_met() {
    let (size, shop) = (DemoSize::default(), usual());
    assert_eq!(shop.products.len(), size.products);
    assert_eq!(shop.members().len(), size.members);
    assert_eq!(shop.orders.len(), size.orders);
    assert!(shop.events().len() >= size.events);
    assert!(shop.categories.len() >= 40 && shop.merchants.len() == 6);
    let leaves = shop.categories.iter().filter(|category| category.parent_id.is_some());
    let filled: HashSet<_> = shop.products.iter().map(|product| product.category_id).collect();
    assert_eq!(leaves.count(), filled.len(), "every category below the top holds goods");
    assert!(shop.returns.len() * 100 > shop.orders.len() * 3);
}

#[test]
fn a_shop_is_as_small_as_asked() {
    let tiny = shop_of(3, &DemoSize { products: 5, members: 3, orders: 4, events: 10 });
    assert_eq!((tiny.products.len(), tiny.members().len(), tiny.orders.len()), (5, 3, 4));
    let empty = shop_of(3, &DemoSize { products: 0, members: 0, orders: 0, events: 0 });
    assert_eq!(empty.events().len(), 0);
}

#[test]
fn the_word_banks_are_large_enough() {
    let shop = shop_of(1, &DemoSize { products: 5_000, members: 0, orders: 0, events: 0 });
    assert_eq!(shop.products.len(), 5_000);
}

#[test]
fn texts_and_prices_are_complete() {
    let shop = shop_of(1, &DemoSize { products: 5_000, members: 0, orders: 0, events: 0 });
    for product in &shop.products {
        for locale in [Locale::en(), Locale::zh_cn()] {
            let text = &product.texts[&locale];
            assert!(text.title.chars().count() >= 3 && text.description.chars().count() >= 8, "{text:?}");
        }
        let fen = product.price.extend(1).unwrap().minor;
        assert!(fen >= 290 && (fen % 100 == 0 || fen % 100 == 90), "{fen}");
        assert!(
            product.attributes.keys().all(|key| key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'))
        );
    }
    for category in &shop.categories {
        assert!(category.texts.len() == 2 && category.texts.values().all(|text| !text.name.is_empty()));
    }
    for locale in [Locale::en(), Locale::zh_cn()] {
        unique("title", shop.products.iter().map(|p| p.texts[&locale].title.as_str()));
    }
}

#[test]
fn what_must_be_unique_is() {
    let shop = usual();
    unique("product", shop.products.iter().map(|p| p.id));
    unique("slug", shop.products.iter().map(|p| &p.slug));
    unique("sku", shop.products.iter().map(|p| &p.sku));
    unique("category", shop.categories.iter().map(|c| &c.slug));
    unique("member", shop.members().map(|m| m.id));
    unique("number", shop.members().map(|m| &m.number));
    unique("email", shop.members().map(|m| m.email.as_deref().unwrap()));
    unique("order", shop.orders.iter().map(|o| o.id));
    unique("order number", shop.orders.iter().map(|o| &o.number));
    unique("return number", shop.returns.iter().map(|r| &r.number));
    unique("event", shop.events().map(|e| e.id));
}

#[test]
fn orders_add_up_and_keep_their_order() {
    let shop = small();
    let products: HashMap<_, _> = shop.products.iter().map(|p| (p.id, p)).collect();
    let joined: HashMap<_, _> = shop.members().map(|m| (m.id, m.joined_at)).collect();
    assert!(shop.orders.is_sorted_by_key(|order| order.placed_at));
    for order in &shop.orders {
        assert!(!order.lines.is_empty());
        for line in &order.lines {
            assert_eq!(line.total, line.unit_price.extend(line.quantity).unwrap());
            let product = products[&line.product_id];
            assert!(product.created_at <= order.placed_at && product.merchant_id == order.merchant_id);
        }
        assert!(order.member_id.is_none_or(|member| joined[&member] <= order.placed_at));
    }
    let orders: HashMap<_, _> = shop.orders.iter().map(|o| (o.id, o)).collect();
    assert!(shop.returns.is_sorted_by_key(|back| back.returned_at));
    for back in &shop.returns {
        for line in &back.lines {
            let (order, line_no) = line.purchase.unwrap();
            let sold = orders[&order].lines.iter().find(|sold| sold.line_no == line_no).unwrap();
            assert!(line.quantity <= sold.quantity && line.product_id == sold.product_id);
            assert!(back.returned_at > orders[&order].placed_at);
        }
    }
}

/// Which cluster a product belongs to, learned from the catalogue of the same seed.
fn lines_by_cluster(shop: &DemoShop, size: &DemoSize) -> Vec<(MemberId, Timestamp, Cluster)> {
    let zone = Zone::new("Asia/Shanghai").unwrap();
    let calendar = Calendar::new("2026-11-22T07:00:00Z".parse().unwrap(), &zone);
    let listing = Listing { channel_id: shop.channel.id, start: calendar.start(), until: calendar.until() };
    let catalogue = catalogue::catalogue(shop.seed, size.products, &listing);
    let clusters: HashMap<_, _> =
        catalogue.products.iter().zip(&catalogue.traits).map(|(p, t)| (p.id, t.cluster)).collect();
    let lines = shop.orders.iter().filter_map(|order| Some((order.member_id?, order)));
    lines
        .flat_map(|(member, order)| {
            order.lines.iter().map(move |line| (member, order.placed_at, line.product_id))
        })
        .map(|(member, at, product)| (member, at, clusters[&product]))
        .collect()
}

#[test]
fn members_buy_within_their_tastes() {
    let shop = usual();
    let (tastes, lines) = (shop.tastes(), lines_by_cluster(shop, &DemoSize::default()));
    let held_out = &lines[lines.len() * 4 / 5..];
    let mut shares: HashMap<Cluster, f64> = HashMap::new();
    for (_, _, cluster) in held_out {
        *shares.entry(*cluster).or_default() += 1.0 / held_out.len() as f64;
    }
    assert_eq!(shares.len(), Cluster::ALL.len(), "every cluster is bought");
    let inside = held_out.iter().filter(|(member, _, cluster)| tastes[member].contains(cluster)).count();
    let by_chance: f64 = held_out
        .iter()
        .map(|(member, _, _)| tastes[member].iter().map(|cluster| shares[cluster]).sum::<f64>())
        .sum();
    let lift = inside as f64 / by_chance;
    assert!(lift > 2.5, "only {lift} times chance");
}

#[test]
fn customers_come_back_as_people_do() {
    let shop = usual();
    let zone = Zone::new("Asia/Shanghai").unwrap();
    let mut months: HashMap<MemberId, Vec<Month>> = HashMap::new();
    for order in &shop.orders {
        if let Some(member) = order.member_id {
            months.entry(member).or_default().push(zone.month_of(order.placed_at));
        }
    }
    let repeat = months.values().filter(|months| months.len() > 1).count() * 100 / months.len();
    assert!((30..=50).contains(&repeat), "{repeat} %");
    let mut retained: BTreeMap<i32, HashSet<(MemberId, i32)>> = BTreeMap::new();
    let until = zone.month_of("2026-11-22T07:00:00Z".parse().unwrap());
    for (member, months) in &months {
        let first = months[0];
        // Cohorts with eight months behind them.
        for month in months.iter().filter(|_| until.months_since(first) >= 8) {
            let later = month.months_since(first);
            retained.entry(later).or_default().insert((*member, later));
        }
    }
    let count = |later: i32| retained.get(&later).map_or(0, HashSet::len);
    assert!(count(1) > count(4) && count(4) > count(8), "{} {} {}", count(1), count(4), count(8));
    assert!(count(8) > 0);
}

#[test]
fn events_tell_the_orders_and_the_visits() {
    let shop = usual();
    let mut counts: HashMap<String, usize> = HashMap::new();
    let (mut last, mut unknown) = (Timestamp::MIN, 0);
    for event in shop.events() {
        assert!(event.occurred_at >= last && event.session.is_some() && event.region.is_some());
        assert!(event.occurred_at < "2026-11-22T07:00:00Z".parse().unwrap());
        last = event.occurred_at;
        unknown += usize::from(event.member_id.is_none());
        *counts.entry(event.kind.as_str().to_owned()).or_default() += 1;
    }
    assert_eq!(counts["order_completed"], shop.orders.len());
    assert_eq!(counts["order_refunded"], shop.returns.len());
    for kind in [EventKind::ProductViewed, EventKind::ProductListViewed, EventKind::ProductsSearched] {
        assert!(counts[kind.as_str()] > 5_000, "{counts:?}");
    }
    let share = unknown * 100 / shop.events().len();
    assert!((10..=20).contains(&share), "{share} % of the events have no member");
}

#[test]
fn complements_share_a_basket() {
    let shop = usual();
    let category: HashMap<_, _> = shop.products.iter().map(|p| (p.id, p.category_id)).collect();
    let slugs: HashMap<_, _> = shop.categories.iter().map(|c| (c.id, c.slug.as_str())).collect();
    let of = |order: &Order| -> HashSet<&str> {
        order.lines.iter().map(|line| slugs[&category[&line.product_id]]).collect()
    };
    let baskets: Vec<HashSet<&str>> = shop.orders.iter().map(of).collect();
    let with = |slugs: &[&str]| baskets.iter().filter(|b| slugs.iter().all(|s| b.contains(s))).count() as f64;
    let lift =
        with(&["teapots", "tea-cups"]) * baskets.len() as f64 / (with(&["teapots"]) * with(&["tea-cups"]));
    assert!(lift > 5.0, "teapots and cups are bought together {lift} times chance");
}
