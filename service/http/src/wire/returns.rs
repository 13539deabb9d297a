//! Returns on the wire.

use mercat_flow::returns::{ReturnRow, ReturnView};
use serde::Serialize;
use utoipa::ToSchema;

use crate::wire::member::MemberRef;
use crate::wire::money::Money;
use crate::wire::order::product_of;
use crate::wire::product::{MerchantRef, ProductRef};

/// A return of a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ReturnItem {
    #[schema(example = "ret_01h455vb4pex5vsknk084sn02q")]
    pub(crate) id: String,
    pub(crate) number: String,
    #[schema(format = DateTime)]
    pub(crate) returned_at: String,
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

/// A line of a return.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ReturnLine {
    pub(crate) line_no: i64,
    pub(crate) product: ProductRef,
    pub(crate) sku: String,
    /// The title when it was ordered.
    pub(crate) title: String,
    pub(crate) quantity: i64,
    pub(crate) unit_price: Money,
    pub(crate) total: Money,
    /// The order it cancels a line of; null where none was found.
    #[schema(required)]
    pub(crate) order: Option<CancelledOrder>,
}

/// An order that a return cancels a line of.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct CancelledOrder {
    pub(crate) id: String,
    pub(crate) number: String,
}

/// A return with its lines.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ReturnDetail {
    #[serde(flatten)]
    pub(crate) item: ReturnItem,
    pub(crate) items: Vec<ReturnLine>,
}

impl From<ReturnRow> for ReturnItem {
    fn from(row: ReturnRow) -> Self {
        ReturnItem {
            id: row.id.to_string(),
            number: row.number,
            returned_at: row.returned_at.to_string(),
            member: row.member.map(Into::into),
            country: row.country,
            lines: row.lines,
            units: row.units,
            total: row.total.into(),
            merchant: MerchantRef { id: row.merchant_id.to_string(), name: row.merchant_name },
        }
    }
}

impl From<ReturnView> for ReturnDetail {
    fn from(view: ReturnView) -> Self {
        let ReturnView { row, lines, products } = view;
        let items = lines.into_iter().map(|line| ReturnLine {
            line_no: line.line_no,
            product: product_of(line.product_id, &line.title, &products),
            sku: line.sku,
            title: line.title,
            quantity: line.quantity,
            unit_price: line.unit_price.into(),
            total: line.total.into(),
            order: line.order.map(|(id, number)| CancelledOrder { id: id.to_string(), number }),
        });
        ReturnDetail { item: row.into(), items: items.collect() }
    }
}
