//! An order with its lines and returns.

use mercat_model::OrderId;
use mercat_store::order::{self, Customers, OrderLineRow, OrderRow};
use mercat_store::page::{PAGE_LIMIT_MAX, Page};
use mercat_store::product::{self, ProductRow};
use mercat_store::returns::{self, ReturnFilter, ReturnRow};

use crate::call::Call;
use crate::error::FlowError;
use crate::setting::load;
use crate::shop::Shop;

/// An order for staff.
#[derive(Debug, Clone)]
pub struct OrderView {
    /// The order.
    pub row: OrderRow,
    /// Its lines.
    pub lines: Vec<OrderLineRow>,
    /// The products of the lines, each once.
    pub products: Vec<ProductRow>,
    /// Returns that cancel lines of it.
    pub returns: Vec<ReturnRow>,
}

/// An order by its id.
pub async fn view_order(shop: &Shop, id: OrderId, call: &Call) -> Result<OrderView, FlowError> {
    let locale = call.locale.clone();
    shop.store
        .read("order.view", move |tx| {
            let row = order::by_id(tx, id)?.ok_or_else(|| FlowError::not_found("order", id))?;
            let lines = order::lines(tx, id, row.total.currency)?;
            let languages = load::settings(tx)?.languages(locale.as_ref());
            let ids: std::collections::BTreeSet<_> = lines.iter().map(|line| line.product_id).collect();
            let products = product::by_ids(tx, &languages, &ids.into_iter().collect::<Vec<_>>())?;
            let filter =
                ReturnFilter { order: Some(id), customers: Customers::All, ..ReturnFilter::default() };
            let returns = returns::page(tx, &filter, &Page::first(PAGE_LIMIT_MAX))?.items;
            Ok(OrderView { row, lines, products, returns })
        })
        .await
}
