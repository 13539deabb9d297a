//! Reads what a row says of an order and of one of its lines.

use mercat_model::{Currency, Timestamp};

use crate::import::field::{
    NAME_LENGTH_MAX, TITLE_LENGTH_MAX, Times, currency, optional, price, quantity, required,
};
use crate::import::members::email;
use crate::import::read::Row;
use crate::import::rejects::Reject;

/// A row of the file.
#[derive(Debug)]
pub(super) struct OrderRow {
    pub(super) line: u64,
    pub(super) number: String,
    pub(super) placed_at: Timestamp,
    pub(super) sku: String,
    pub(super) quantity: i64,
    /// In millionths, of the order's currency; none for the product's own price.
    pub(super) unit_price_micros: Option<i64>,
    /// None for what the first row says.
    pub(super) currency: Option<Currency>,
    /// The member's external id.
    pub(super) member: Option<String>,
    pub(super) email: Option<String>,
    pub(super) country: Option<String>,
    pub(super) title: Option<String>,
}

pub(super) fn read(
    row: &Row,
    number: String,
    times: &Times,
    default_currency: Currency,
) -> Result<OrderRow, Reject> {
    let placed_at = times
        .read(row, "placed_at")?
        .ok_or_else(|| Reject::new(row.line, "placed_at", "", "empty: every row needs one"))?;
    let currency = currency(row)?;
    let unit_price = price(row, "unit_price", currency.unwrap_or(default_currency))?;
    Ok(OrderRow {
        line: row.line,
        number,
        placed_at,
        sku: required(row, "sku")?,
        quantity: quantity(row, &required(row, "quantity")?)?,
        unit_price_micros: unit_price.map(|price| price.micros),
        currency,
        member: optional(row, "member", NAME_LENGTH_MAX)?,
        email: email(row)?,
        country: optional(row, "country", NAME_LENGTH_MAX)?,
        title: optional(row, "title", TITLE_LENGTH_MAX)?,
    })
}
