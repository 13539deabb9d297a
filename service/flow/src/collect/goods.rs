//! Which of the shop's products an event is about: by Mercat's id or by SKU.

use std::collections::BTreeMap;
use std::str::FromStr as _;

use mercat_cache::Memo;
use mercat_model::event::ITEMS_MAX;
use mercat_model::{EventItem, ProductId, Timestamp};
use mercat_store::product;
use serde_json::{Map, Value};

use crate::collect::Incoming;
use crate::error::FlowError;
use crate::shop::Shop;

/// References remembered at once: the goods of a large shop under two names each, about 20 MB.
const REFERENCES_MAX: usize = 200_000;

/// How long an unknown reference is not asked for again; a new product is known after it.
const UNKNOWN_FOR_SECONDS: i64 = 10;

/// Characters of a reference; longer ones are no product's.
const REFERENCE_LENGTH_MAX: usize = 100;

/// SKUs that the shop was asked for, with their products.
pub struct GoodsMemo(Memo<String, Option<ProductId>>);

impl Default for GoodsMemo {
    fn default() -> Self {
        GoodsMemo(Memo::new(REFERENCES_MAX))
    }
}

/// The objects of an event that speak of a product: the event itself, or each of its `products`.
pub(super) fn objects(properties: &Map<String, Value>) -> impl Iterator<Item = &Map<String, Value>> {
    let listed = properties.get("products").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let own = listed.is_empty().then_some(properties);
    own.into_iter().chain(listed.iter().filter_map(Value::as_object).take(ITEMS_MAX))
}

/// The references of an object, the most telling first.
fn references(object: &Map<String, Value>) -> impl Iterator<Item = &str> {
    ["product_id", "sku", "productId", "object_id"]
        .into_iter()
        .filter_map(|name| object.get(name)?.as_str())
        .filter(|text| !text.is_empty() && text.len() <= REFERENCE_LENGTH_MAX && !text.contains('\0'))
}

/// Finds the goods of a batch: in the memo, else in the store with one question for all.
pub(super) async fn find(
    shop: &Shop,
    events: &[(usize, Incoming)],
    now: Timestamp,
) -> Result<Goods, FlowError> {
    let mut goods = Goods(BTreeMap::new());
    let mut asked = Vec::new();
    for reference in events.iter().flat_map(|(_, event)| objects(&event.properties)).flat_map(references) {
        if goods.0.contains_key(reference) || ProductId::from_str(reference).is_ok() {
            continue;
        }
        let known = shop.goods_memo.0.get(reference, now);
        if known.is_none() {
            asked.push(reference.to_owned());
        }
        goods.0.insert(reference.to_owned(), known.flatten());
    }
    if asked.is_empty() {
        return Ok(goods);
    }
    let skus = asked.clone();
    let found = shop
        .store
        .read("collect.goods", move |tx| Ok::<_, FlowError>(product::ids_by_skus(tx, &skus)?))
        .await?;
    for reference in asked {
        let product = found.get(&reference).copied();
        goods.0.insert(reference.clone(), product);
        let until = product.is_none().then(|| now.plus_seconds(UNKNOWN_FOR_SECONDS));
        shop.goods_memo.0.insert(reference, product, until);
    }
    Ok(goods)
}

/// The products behind the references of a batch.
pub(super) struct Goods(BTreeMap<String, Option<ProductId>>);

impl Goods {
    /// The items of an event: each known product with its pieces, one where none are given.
    pub(super) fn items(&self, properties: &Map<String, Value>) -> Vec<EventItem> {
        objects(properties)
            .filter_map(|object| {
                let product_id = references(object).find_map(|text| self.product(text))?;
                let quantity = object.get("quantity").and_then(whole).unwrap_or(1).clamp(0, 1_000_000_000);
                Some(EventItem { product_id, quantity })
            })
            .collect()
    }

    fn product(&self, reference: &str) -> Option<ProductId> {
        match self.0.get(reference) {
            Some(known) => *known,
            None => reference.parse().ok(),
        }
    }
}

/// A whole number, also as a text.
fn whole(value: &Value) -> Option<i64> {
    let of_float = |number: f64| (number.fract() == 0.0 && number.abs() < 1e15).then_some(number as i64);
    match value {
        Value::Number(number) => number.as_i64().or_else(|| number.as_f64().and_then(of_float)),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}
