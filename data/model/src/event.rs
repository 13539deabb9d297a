//! What happened: the record that the log keeps and every follower reads.
//!
//! Contact data (names, addresses, phone numbers) never enters an event.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::actor::Actor;
use crate::id::{ChannelId, EventId, MemberId, MerchantId, ProductId, SourceId};
use crate::money::Money;
use crate::time::Timestamp;

/// How many times one event may cause another before the circle is cut.
pub const HOPS_MAX: u8 = 8;

/// Items that one event may carry: the largest invoice known to us has 1,114 lines.
pub const ITEMS_MAX: usize = 2_000;

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident = $name:literal;)*) => {
        /// What kind of thing happened.
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum EventKind {
            $($(#[$doc])* $variant,)*
            /// Any other name, kept as it came.
            Other(String),
        }

        impl EventKind {
            /// Every kind that has a meaning of its own.
            pub const KNOWN: &[EventKind] = &[$(EventKind::$variant,)*];

            /// The name as stored and sent.
            pub fn as_str(&self) -> &str {
                match self {
                    $(EventKind::$variant => $name,)*
                    EventKind::Other(name) => name,
                }
            }
        }

        impl From<&str> for EventKind {
            fn from(name: &str) -> Self {
                match name {
                    $($name => EventKind::$variant,)*
                    other => EventKind::Other(other.to_owned()),
                }
            }
        }
    };
}

/// Names that clients of other vendors send and that are spelled unlike ours.
const OTHER_NAMES: [(&str, EventKind); 11] = [
    ("page", EventKind::PageViewed),
    ("screen", EventKind::ScreenViewed),
    ("product_added_to_wishlist", EventKind::ProductWished),
    ("product_removed_from_wishlist", EventKind::ProductUnwished),
    ("wishlist_product_added_to_cart", EventKind::ProductAdded),
    ("cart_shared", EventKind::ProductShared),
    ("product_searched", EventKind::ProductsSearched),
    ("order_canceled", EventKind::OrderCancelled),
    ("identify", EventKind::Identified),
    ("alias", EventKind::Aliased),
    ("group", EventKind::Grouped),
];

impl EventKind {
    /// The kind of a name as people and clients write it: `product_viewed`, `Product Viewed`, `page`. A name that
    /// means nothing to us is kept as it came.
    pub fn named(text: &str) -> Self {
        let ours = text.trim().to_lowercase().replace([' ', '-'], "_");
        match EventKind::from(ours.as_str()) {
            EventKind::Other(_) => {
                let known = OTHER_NAMES.iter().find(|(name, _)| *name == ours);
                known.map_or_else(|| EventKind::Other(text.to_owned()), |(_, kind)| kind.clone())
            }
            known => known,
        }
    }
}

kinds! {
    /// A page was shown.
    PageViewed = "page_viewed";
    /// A screen of an app was shown.
    ScreenViewed = "screen_viewed";
    /// A product's page was shown.
    ProductViewed = "product_viewed";
    /// A product in a list was clicked.
    ProductClicked = "product_clicked";
    /// A category or another list was shown.
    ProductListViewed = "product_list_viewed";
    /// A list was narrowed or sorted.
    ProductListFiltered = "product_list_filtered";
    /// Someone searched.
    ProductsSearched = "products_searched";
    /// A product went into the basket.
    ProductAdded = "product_added";
    /// A product left the basket.
    ProductRemoved = "product_removed";
    /// The basket was shown.
    CartViewed = "cart_viewed";
    /// A product went onto the wish list.
    ProductWished = "product_wished";
    /// A product left the wish list.
    ProductUnwished = "product_unwished";
    /// A product or a basket was shared.
    ProductShared = "product_shared";
    /// Checkout was begun.
    CheckoutStarted = "checkout_started";
    /// A step of the checkout was shown.
    CheckoutStepViewed = "checkout_step_viewed";
    /// A step of the checkout was done.
    CheckoutStepCompleted = "checkout_step_completed";
    /// A means of payment was given.
    PaymentInfoEntered = "payment_info_entered";
    /// An order was placed.
    OrderCompleted = "order_completed";
    /// An order was changed.
    OrderUpdated = "order_updated";
    /// An order was called off.
    OrderCancelled = "order_cancelled";
    /// Goods of an order came back.
    OrderRefunded = "order_refunded";
    /// A coupon's code was typed.
    CouponEntered = "coupon_entered";
    /// A coupon was accepted.
    CouponApplied = "coupon_applied";
    /// A coupon was refused.
    CouponDenied = "coupon_denied";
    /// A coupon was taken back.
    CouponRemoved = "coupon_removed";
    /// A promotion was shown.
    PromotionViewed = "promotion_viewed";
    /// A promotion was clicked.
    PromotionClicked = "promotion_clicked";
    /// A product was reviewed.
    ProductReviewed = "product_reviewed";
    /// Someone said who they are.
    Identified = "identified";
    /// Two ids were said to be one person.
    Aliased = "aliased";
    /// Someone was said to belong to a group, such as a company.
    Grouped = "grouped";
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
    /// The source (write key) that it came in by; none for Mercat's own events and imports.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_id: Option<SourceId>,
    /// Anything else, by name; values are JSON as they came.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub properties: Map<String, Value>,
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
            source_id: None,
            properties: Map::new(),
        }
    }

    /// Who did it: the member where one is known, else the visitor, else nobody.
    pub fn actor(&self) -> Option<Actor> {
        let visitor = || self.anonymous_id.clone().map(Actor::Visitor);
        self.member_id.map(Actor::Member).or_else(visitor)
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
