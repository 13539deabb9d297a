//! Lists orders by words, days, customer, country and product.

use mercat_model::CivilDate;
use mercat_store::order::{self, OrderFilter, OrderRow, OrderSort};
use mercat_store::page::{List, Page};

use crate::error::FlowError;
use crate::member::days;
use crate::setting::load;
use crate::shop::Shop;

/// Which orders.
#[derive(Debug, Clone, Default)]
pub struct OrderQuery {
    /// Everything but the days.
    pub filter: OrderFilter,
    /// Placed from this day on.
    pub from: Option<CivilDate>,
    /// Placed up to this day.
    pub to: Option<CivilDate>,
    /// The order of the list.
    pub sort: OrderSort,
}

/// A page of orders; days are those of the shop's time zone.
pub async fn list_orders(shop: &Shop, query: OrderQuery, page: Page) -> Result<List<OrderRow>, FlowError> {
    shop.store
        .read("order.list", move |tx| {
            let mut filter = query.filter.clone();
            if query.from.is_some() || query.to.is_some() {
                filter.placed = Some(days(query.from, query.to, &load::settings(tx)?.zone)?);
            }
            Ok::<_, FlowError>(order::page(tx, &filter, query.sort, &page)?)
        })
        .await
}
