//! Lists returns by words, days, customer and country.

use mercat_model::CivilDate;
use mercat_store::page::{List, Page};
use mercat_store::returns::{self, ReturnFilter, ReturnRow};

use crate::error::FlowError;
use crate::member::days;
use crate::setting::load;
use crate::shop::Shop;

/// Which returns.
#[derive(Debug, Clone, Default)]
pub struct ReturnQuery {
    /// Everything but the days.
    pub filter: ReturnFilter,
    /// Came back from this day on.
    pub from: Option<CivilDate>,
    /// Came back up to this day.
    pub to: Option<CivilDate>,
}

/// A page of returns, latest first; days are those of the shop's time zone.
pub async fn list_returns(shop: &Shop, query: ReturnQuery, page: Page) -> Result<List<ReturnRow>, FlowError> {
    shop.store
        .read("return.list", move |tx| {
            let mut filter = query.filter.clone();
            if query.from.is_some() || query.to.is_some() {
                filter.returned = Some(days(query.from, query.to, &load::settings(tx)?.zone)?);
            }
            Ok::<_, FlowError>(returns::page(tx, &filter, &page)?)
        })
        .await
}
