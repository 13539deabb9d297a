//! What happened: the record that the log keeps and every follower reads.
//!
//! Contact data (names, addresses, phone numbers) never enters an event.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::id::{ChannelId, EventId, MemberId, MerchantId, ProductId};
use crate::money::Money;
use crate::time::Timestamp;

/// How many times one event may cause another before the circle is cut.
pub const HOPS_MAX: u8 = 8;

/// Items that one event may carry: the largest invoice known to us has 1,114 lines.
pub const ITEMS_MAX: usize = 2_000;

/// What kind of thing happened.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EventKind {
    /// A page was shown.
    PageViewed,
    /// A product's page was shown.
    ProductViewed,
    /// A category or another list was shown.
    ProductListViewed,
    /// Someone searched.
    ProductsSearched,
    /// A product went into the basket.
    ProductAdded,
    /// A product left the basket.
    ProductRemoved,
    /// Checkout was begun.
    CheckoutStarted,
    /// An order was placed.
    OrderCompleted,
    /// Goods of an order came back.
    OrderRefunded,
    /// A product was reviewed.
    ProductReviewed,
    /// Any other name, kept as it came.
    Other(String),
}

impl EventKind {
    /// The name as stored and sent.
    pub fn as_str(&self) -> &str {
        match self {
            EventKind::PageViewed => "page_viewed",
            EventKind::ProductViewed => "product_viewed",
            EventKind::ProductListViewed => "product_list_viewed",
            EventKind::ProductsSearched => "products_searched",
            EventKind::ProductAdded => "product_added",
            EventKind::ProductRemoved => "product_removed",
            EventKind::CheckoutStarted => "checkout_started",
            EventKind::OrderCompleted => "order_completed",
            EventKind::OrderRefunded => "order_refunded",
            EventKind::ProductReviewed => "product_reviewed",
            EventKind::Other(name) => name,
        }
    }
}

impl From<&str> for EventKind {
    fn from(name: &str) -> Self {
        match name {
            "page_viewed" => EventKind::PageViewed,
            "product_viewed" => EventKind::ProductViewed,
            "product_list_viewed" => EventKind::ProductListViewed,
            "products_searched" => EventKind::ProductsSearched,
            "product_added" => EventKind::ProductAdded,
            "product_removed" => EventKind::ProductRemoved,
            "checkout_started" => EventKind::CheckoutStarted,
            "order_completed" => EventKind::OrderCompleted,
            "order_refunded" => EventKind::OrderRefunded,
            "product_reviewed" => EventKind::ProductReviewed,
            other => EventKind::Other(other.to_owned()),
        }
    }
}

impl Serialize for EventKind {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for EventKind {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(EventKind::from(Cow::<'de, str>::deserialize(deserializer)?.as_ref()))
    }
}

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Its id; a repeated id is the same event.
    pub id: EventId,
    /// What kind of thing.
    pub kind: EventKind,
    /// When it happened.
    pub occurred_at: Timestamp,
    /// When Mercat heard of it.
    pub received_at: Timestamp,
    /// The visitor's own id, before or beside a member's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anonymous_id: Option<String>,
    /// Who did it, when known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member_id: Option<MemberId>,
    /// The visit it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<String>,
    /// Whose goods it concerns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merchant_id: Option<MerchantId>,
    /// Where it happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel_id: Option<ChannelId>,
    /// Desktop, phone, tablet or a name of the client.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device: Option<String>,
    /// Country or region of the visitor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// Campaign parameters, such as `source` → `newsletter`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub utm: BTreeMap<String, String>,
    /// The page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The goods it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<EventItem>,
    /// What it was worth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Money>,
    /// Purposes that the visitor had agreed to at that time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub consent: Vec<String>,
    /// The decision that led to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision_id: Option<String>,
    /// The event that caused this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<EventId>,
    /// How many causes stand before it, at most [`HOPS_MAX`].
    #[serde(default, skip_serializing_if = "is_zero")]
    pub hops: u8,
    /// Anything else, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub properties: BTreeMap<String, String>,
}

/// A product within an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventItem {
    /// Which product.
    pub product_id: ProductId,
    /// Pieces; 1 for a view.
    #[serde(default = "one")]
    pub quantity: i64,
}

fn one() -> i64 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands fields by reference")]
fn is_zero(hops: &u8) -> bool {
    *hops == 0
}

impl Event {
    /// An event with its required facts; everything else is empty.
    pub fn new(id: EventId, kind: EventKind, occurred_at: Timestamp) -> Self {
        Event {
            id,
            kind,
            occurred_at,
            received_at: occurred_at,
            anonymous_id: None,
            member_id: None,
            session: None,
            merchant_id: None,
            channel_id: None,
            device: None,
            region: None,
            utm: BTreeMap::new(),
            url: None,
            items: Vec::new(),
            value: None,
            consent: Vec::new(),
            decision_id: None,
            cause: None,
            hops: 0,
            properties: BTreeMap::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Currency;

    #[test]
    fn events_survive_json() {
        let mut event = Event::new(
            EventId::from_parts(7, [3; 10]),
            EventKind::Other("Video Played".to_owned()),
            Timestamp::from_micros(1),
        );
        event.items.push(EventItem { product_id: ProductId::from_parts(7, [4; 10]), quantity: 2 });
        event.value = Some(Money::new(1999, Currency::CNY));
        event.hops = 3;
        let text = serde_json::to_string(&event).unwrap();
        assert_eq!(serde_json::from_str::<Event>(&text).unwrap(), event);
    }
}
