//! Members on the wire.

use mercat_flow::member::{Activity, MemberProfile, MemberRow, Rfm};
use mercat_flow::order::MemberRef as FlowMemberRef;
use mercat_flow::product::ProductRow;
use mercat_model::Locale;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::wire::money::Money;
use crate::wire::product::{ProductRef, Property};

/// A member as other things name them.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct MemberRef {
    #[schema(example = "mbr_01h455vb4pex5vsknk084sn02q")]
    pub(crate) id: String,
    pub(crate) number: String,
    /// May be empty.
    pub(crate) name: String,
}

/// A member of a list; sums are in the list's currency.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct MemberItem {
    #[serde(flatten)]
    pub(crate) member: MemberRef,
    #[schema(required)]
    pub(crate) email: Option<String>,
    /// May be empty.
    pub(crate) country: String,
    #[schema(format = DateTime)]
    pub(crate) joined_at: String,
    pub(crate) orders: i64,
    /// Before returns.
    pub(crate) revenue: Money,
    #[schema(required, format = DateTime)]
    pub(crate) last_order_at: Option<String>,
}

/// A member with everything staff sees of them.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct MemberDetail {
    #[serde(flatten)]
    pub(crate) item: MemberItem,
    #[schema(required)]
    pub(crate) locale: Option<String>,
    /// Their wish to be shown nothing personal.
    pub(crate) no_personalisation: bool,
    #[schema(required, format = DateTime)]
    pub(crate) first_order_at: Option<String>,
    /// Null without orders.
    #[schema(required)]
    pub(crate) average_order_value: Option<Money>,
    pub(crate) returns: i64,
    pub(crate) returned: Money,
    /// Null without orders.
    #[schema(required)]
    pub(crate) rfm: Option<RfmItem>,
}

/// Recency, frequency, monetary value; scores are quintiles among all who ordered, 5 the best.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct RfmItem {
    /// Days from their latest order to the shop's latest.
    pub(crate) recency_days: i64,
    pub(crate) frequency: i64,
    pub(crate) monetary: Money,
    #[schema(minimum = 1, maximum = 5)]
    pub(crate) recency_score: u8,
    #[schema(minimum = 1, maximum = 5)]
    pub(crate) frequency_score: u8,
    #[schema(minimum = 1, maximum = 5)]
    pub(crate) monetary_score: u8,
    #[schema(example = "champions")]
    pub(crate) segment: String,
}

/// What to change of a member.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MemberChange {
    /// Their wish to be shown nothing personal.
    pub(crate) no_personalisation: bool,
}

/// Something a member did.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct TimelineEntry {
    pub(crate) id: String,
    #[schema(example = "order_completed")]
    pub(crate) kind: String,
    #[schema(format = DateTime)]
    pub(crate) occurred_at: String,
    pub(crate) products: Vec<ProductRef>,
    #[schema(required)]
    pub(crate) value: Option<Money>,
    pub(crate) properties: Vec<Property>,
}

impl From<FlowMemberRef> for MemberRef {
    fn from(member: FlowMemberRef) -> Self {
        MemberRef { id: member.id.to_string(), number: member.number, name: member.name }
    }
}

impl From<&MemberRow> for MemberRef {
    fn from(row: &MemberRow) -> Self {
        let member = &row.member;
        MemberRef { id: member.id.to_string(), number: member.number.clone(), name: member.name.clone() }
    }
}

impl From<&MemberRow> for MemberItem {
    fn from(row: &MemberRow) -> Self {
        MemberItem {
            member: row.into(),
            email: row.member.email.clone(),
            country: row.member.country.clone(),
            joined_at: row.member.joined_at.to_string(),
            orders: row.orders,
            revenue: row.revenue.into(),
            last_order_at: row.last_order_at.map(|time| time.to_string()),
        }
    }
}

impl From<&MemberProfile> for MemberDetail {
    fn from(profile: &MemberProfile) -> Self {
        let row = &profile.row;
        MemberDetail {
            item: row.into(),
            locale: row.member.locale.as_ref().map(Locale::to_string),
            no_personalisation: row.member.no_personalisation,
            first_order_at: row.first_order_at.map(|time| time.to_string()),
            average_order_value: profile.average_order_value.map(Into::into),
            returns: row.returns,
            returned: row.returned.into(),
            rfm: profile.rfm.as_ref().map(Into::into),
        }
    }
}

impl From<&Rfm> for RfmItem {
    fn from(rfm: &Rfm) -> Self {
        RfmItem {
            recency_days: rfm.recency_days,
            frequency: rfm.frequency,
            monetary: rfm.monetary.into(),
            recency_score: rfm.score.recency,
            frequency_score: rfm.score.frequency,
            monetary_score: rfm.score.monetary,
            segment: rfm.score.segment.as_str().to_owned(),
        }
    }
}

impl TimelineEntry {
    pub(crate) fn of(entry: Activity, products: &[ProductRow]) -> Self {
        let named = entry.body.products.iter().filter_map(|id| products.iter().find(|row| row.id == *id));
        let properties = entry.body.properties.into_iter();
        TimelineEntry {
            id: entry.event_id.to_string(),
            kind: entry.kind,
            occurred_at: entry.occurred_at.to_string(),
            products: named.map(Into::into).collect(),
            value: entry.body.value.map(Into::into),
            properties: properties.map(|(name, value)| Property { name, value }).collect(),
        }
    }
}
