//! A member's profile: facts, sums and RFM.

use mercat_analytics::{MemberValue, RfmScore, RfmThresholds, score};
use mercat_model::{Currency, MemberId, Money, Timestamp};
use mercat_store::member::{self, MemberRow};
use mercat_store::{StoreError, Tx, report};

use crate::error::FlowError;
use crate::setting::load;
use crate::shop::Shop;

/// A member for staff.
#[derive(Debug, Clone)]
pub struct MemberProfile {
    /// The member with the sums of the currency.
    pub row: MemberRow,
    /// Revenue ÷ orders; none without orders.
    pub average_order_value: Option<Money>,
    /// How they stand among all who ordered; none without orders.
    pub rfm: Option<Rfm>,
}

/// Recency, frequency and monetary value with their scores.
#[derive(Debug, Clone, Copy)]
pub struct Rfm {
    /// Whole days from their latest order to the shop's latest order.
    pub recency_days: i64,
    /// Orders.
    pub frequency: i64,
    /// Sum of the orders.
    pub monetary: Money,
    /// The scores and the segment.
    pub score: RfmScore,
}

/// A member by their id, in `currency` or the shop's own.
pub async fn view_member(
    shop: &Shop,
    id: MemberId,
    currency: Option<Currency>,
) -> Result<MemberProfile, FlowError> {
    shop.store
        .read("member.view", move |tx| {
            let currency = match currency {
                Some(currency) => currency,
                None => load::settings(tx)?.currency,
            };
            let row = member::by_id(tx, id, currency)?.ok_or_else(|| FlowError::not_found("member", id))?;
            profile(tx, row, currency)
        })
        .await
}

pub(crate) fn profile(
    tx: &mut Tx<'_>,
    row: MemberRow,
    currency: Currency,
) -> Result<MemberProfile, FlowError> {
    let average_order_value = match row.orders {
        0 => None,
        orders => Some(Money::new((row.revenue.minor + orders / 2) / orders, currency)),
    };
    Ok(MemberProfile { rfm: rfm(tx, &row, currency)?, average_order_value, row })
}

/// Recency counts back from the latest order of the shop, so that imported history keeps its meaning.
fn rfm(tx: &mut Tx<'_>, row: &MemberRow, currency: Currency) -> Result<Option<Rfm>, StoreError> {
    let Some(last_order_at) = row.last_order_at.filter(|_| row.orders > 0) else { return Ok(None) };
    let members = report::member_values(tx, currency)?;
    let latest = members.iter().map(|m| m.last_order_at).max().unwrap_or(last_order_at).max(last_order_at);
    let value = |last: Timestamp, orders: i64, minor: i64| MemberValue {
        recency_days: latest.micros_since(last) / mercat_model::time::DAY_US,
        frequency: u64::try_from(orders).unwrap_or(0),
        monetary_minor: minor,
    };
    let all: Vec<MemberValue> =
        members.iter().map(|m| value(m.last_order_at, m.orders, m.revenue_minor)).collect();
    let own = value(last_order_at, row.orders, row.revenue.minor);
    Ok(RfmThresholds::of(&all).map(|thresholds| Rfm {
        recency_days: own.recency_days,
        frequency: row.orders,
        monetary: row.revenue,
        score: score(&thresholds, &own),
    }))
}
