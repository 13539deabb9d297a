//! Orders and returns as facts: what was bought, for how much, and what came back.

use serde::{Deserialize, Serialize};

use crate::id::{ChannelId, MemberId, MerchantId, OrderId, ProductId, ReturnId};
use crate::money::{Currency, Money, MoneyError, UnitPrice};
use crate::time::Timestamp;

/// How far an order has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrderStatus {
    /// Paid, delivered and closed; the state of imported history.
    Completed,
}

impl OrderStatus {
    /// The name as stored and sent.
    pub fn as_str(self) -> &'static str {
        match self {
            OrderStatus::Completed => "completed",
        }
    }
}

/// An order at one merchant.
#[derive(Debug, Clone, PartialEq)]
pub struct Order {
    /// Its id.
    pub id: OrderId,
    /// A short number for people, unique in the shop.
    pub number: String,
    /// Who sells.
    pub merchant_id: MerchantId,
    /// Where it was bought.
    pub channel_id: ChannelId,
    /// Who bought; none for a guest.
    pub member_id: Option<MemberId>,
    /// How far it has come.
    pub status: OrderStatus,
    /// When it was placed.
    pub placed_at: Timestamp,
    /// The currency of every line.
    pub currency: Currency,
    /// The country it went to; empty when unknown.
    pub country: String,
    /// What was bought.
    pub lines: Vec<OrderLine>,
}

impl Order {
    /// The sum of the lines.
    pub fn total(&self) -> Result<Money, MoneyError> {
        let mut total = Money::zero(self.currency);
        for line in &self.lines {
            total = total.add(line.total)?;
        }
        Ok(total)
    }
}

/// One line of an order.
#[derive(Debug, Clone, PartialEq)]
pub struct OrderLine {
    /// Its number within the order, from 1.
    pub line_no: i64,
    /// What was bought.
    pub product_id: ProductId,
    /// The merchant's code at that time.
    pub sku: String,
    /// The title at that time.
    pub title: String,
    /// Pieces, more than 0.
    pub quantity: i64,
    /// The price of one piece.
    pub unit_price: UnitPrice,
    /// Quantity × unit price, rounded half up.
    pub total: Money,
}

/// Goods that came back.
#[derive(Debug, Clone, PartialEq)]
pub struct Return {
    /// Its id.
    pub id: ReturnId,
    /// A short number for people, unique in the shop.
    pub number: String,
    /// Who had sold.
    pub merchant_id: MerchantId,
    /// Where it had been bought.
    pub channel_id: ChannelId,
    /// Who returns; none for a guest.
    pub member_id: Option<MemberId>,
    /// When the goods came back.
    pub returned_at: Timestamp,
    /// The currency of every line.
    pub currency: Currency,
    /// The country they came from; empty when unknown.
    pub country: String,
    /// What came back.
    pub lines: Vec<ReturnLine>,
}

/// One line of a return; quantities and totals are positive.
#[derive(Debug, Clone, PartialEq)]
pub struct ReturnLine {
    /// Its number within the return, from 1.
    pub line_no: i64,
    /// What came back.
    pub product_id: ProductId,
    /// The merchant's code.
    pub sku: String,
    /// The title at that time.
    pub title: String,
    /// Pieces, more than 0.
    pub quantity: i64,
    /// The price of one piece.
    pub unit_price: UnitPrice,
    /// Quantity × unit price, rounded half up.
    pub total: Money,
    /// The purchase that it cancels, where one was found: order and line number.
    pub purchase: Option<(OrderId, i64)>,
}
