//! The events of imported orders and returns: what the log would hold had they been placed here.

use std::collections::HashMap;

use mercat_model::event::ITEMS_MAX;
use mercat_model::{Event, EventId, EventItem, EventKind, Money, Order, ProductId, Return, Timestamp};

use crate::error::FlowError;

/// The purchase of an order, with its goods and worth.
pub(crate) fn order_completed(order: &Order, source: &str, now: Timestamp) -> Result<Event, FlowError> {
    let id = EventId::derived(order.placed_at.id_ms(), source, &order.number);
    let mut event = Event::new(id, EventKind::OrderCompleted, order.placed_at);
    event.received_at = now;
    event.member_id = order.member_id;
    event.merchant_id = Some(order.merchant_id);
    event.channel_id = Some(order.channel_id);
    event.region = Some(order.country.clone());
    event.value = Some(order.total()?);
    event.items = items(order.lines.iter().map(|line| (line.product_id, line.quantity)));
    event.properties.insert("order".to_owned(), order.number.as_str().into());
    event.properties.insert("source".to_owned(), source.into());
    Ok(event)
}

/// What came back, with its goods and worth.
pub(crate) fn order_refunded(item: &Return, source: &str, now: Timestamp) -> Result<Event, FlowError> {
    let id = EventId::derived(item.returned_at.id_ms(), source, &item.number);
    let mut event = Event::new(id, EventKind::OrderRefunded, item.returned_at);
    event.received_at = now;
    event.member_id = item.member_id;
    event.merchant_id = Some(item.merchant_id);
    event.channel_id = Some(item.channel_id);
    event.region = Some(item.country.clone());
    event.value = Some(sum(item.lines.iter().map(|line| line.total), Money::zero(item.currency))?);
    event.items = items(item.lines.iter().map(|line| (line.product_id, line.quantity)));
    event.properties.insert("return".to_owned(), item.number.as_str().into());
    event.properties.insert("source".to_owned(), source.into());
    Ok(event)
}

/// Adds amounts of one currency; the sum of a year of orders fits.
pub(crate) fn sum(amounts: impl Iterator<Item = Money>, zero: Money) -> Result<Money, FlowError> {
    let mut total = zero;
    for amount in amounts {
        total = total.add(amount)?;
    }
    Ok(total)
}

/// The goods of an event: a product once, with its pieces.
pub(crate) fn items(lines: impl Iterator<Item = (ProductId, i64)>) -> Vec<EventItem> {
    let mut items: Vec<EventItem> = Vec::new();
    let mut position: HashMap<ProductId, usize> = HashMap::new();
    for (product_id, quantity) in lines {
        match position.get(&product_id) {
            Some(at) => items[*at].quantity += quantity,
            None if items.len() < ITEMS_MAX => {
                position.insert(product_id, items.len());
                items.push(EventItem { product_id, quantity });
            }
            None => {}
        }
    }
    items
}
