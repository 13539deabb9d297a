//! Orders on the wire.

use mercat_flow::order::{OrderLineRow, OrderRow, OrderView};
use mercat_flow::product::ProductRow;
use mercat_model::ProductId;
use serde::Serialize;
use utoipa::ToSchema;

use crate::wire::member::MemberRef;
use crate::wire::money::Money;
use crate::wire::product::{MerchantRef, ProductRef};
use crate::wire::returns::ReturnItem;

/// An order of a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct OrderItem {
    #[schema(example = "ord_01h455vb4pex5vsknk084sn02q")]
    pub(crate) id: String,
    pub(crate) number: String,
    #[schema(format = DateTime)]
    pub(crate) placed_at: String,
    #[schema(example = "completed")]
    pub(crate) status: String,
    /// Null for a guest.
    #[schema(required)]
    pub(crate) member: Option<MemberRef>,
    /// May be empty.
    pub(crate) country: String,
    pub(crate) lines: i64,
    pub(crate) units: i64,
    pub(crate) total: Money,
    pub(crate) merchant: MerchantRef,
}

/// A line of an order.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct OrderLine {
    pub(crate) line_no: i64,
    pub(crate) product: ProductRef,
    pub(crate) sku: String,
    /// The title when it was ordered.
    pub(crate) title: String,
    pub(crate) quantity: i64,
    pub(crate) unit_price: Money,
    pub(crate) total: Money,
    pub(crate) returned_quantity: i64,
}

/// An order with its lines and returns.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct OrderDetail {
    #[serde(flatten)]
    pub(crate) order: OrderItem,
    pub(crate) items: Vec<OrderLine>,
    pub(crate) returns: Vec<ReturnItem>,
    /// Where it was imported from; null for an order of the shop itself.
    #[schema(required)]
    pub(crate) source: Option<String>,
}

/// An order as the palette finds it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct OrderRef {
    pub(crate) id: String,
    pub(crate) number: String,
    #[schema(format = DateTime)]
    pub(crate) placed_at: String,
    pub(crate) total: Money,
}

impl From<OrderRow> for OrderItem {
    fn from(row: OrderRow) -> Self {
        OrderItem {
            id: row.id.to_string(),
            number: row.number,
            placed_at: row.placed_at.to_string(),
            status: row.status,
            member: row.member.map(Into::into),
            country: row.country,
            lines: row.lines,
            units: row.units,
            total: row.total.into(),
            merchant: MerchantRef { id: row.merchant_id.to_string(), name: row.merchant_name },
        }
    }
}

impl From<OrderRow> for OrderRef {
    fn from(row: OrderRow) -> Self {
        OrderRef {
            id: row.id.to_string(),
            number: row.number,
            placed_at: row.placed_at.to_string(),
            total: row.total.into(),
        }
    }
}

/// The product of a line: as it is now, or as the line names it when it is gone.
pub(crate) fn product_of(id: ProductId, title: &str, products: &[ProductRow]) -> ProductRef {
    match products.iter().find(|row| row.id == id) {
        Some(row) => row.into(),
        None => ProductRef {
            id: id.to_string(),
            title: title.to_owned(),
            slug: String::new(),
            picture: format!("/pictures/{id}.svg"),
        },
    }
}

impl OrderLine {
    fn of(line: OrderLineRow, products: &[ProductRow]) -> Self {
        OrderLine {
            line_no: line.line_no,
            product: product_of(line.product_id, &line.title, products),
            sku: line.sku,
            title: line.title,
            quantity: line.quantity,
            unit_price: line.unit_price.into(),
            total: line.total.into(),
            returned_quantity: line.returned_quantity,
        }
    }
}

impl From<OrderView> for OrderDetail {
    fn from(view: OrderView) -> Self {
        OrderDetail {
            source: view.row.source.clone(),
            order: view.row.into(),
            items: view.lines.into_iter().map(|line| OrderLine::of(line, &view.products)).collect(),
            returns: view.returns.into_iter().map(Into::into).collect(),
        }
    }
}
