//! A return with its lines and the orders they cancel.

use mercat_model::ReturnId;
use mercat_store::product::{self, ProductRow};
use mercat_store::returns::{self, ReturnLineRow, ReturnRow};

use crate::call::Call;
use crate::error::FlowError;
use crate::setting::load;
use crate::shop::Shop;

/// A return for staff.
#[derive(Debug, Clone)]
pub struct ReturnView {
    /// The return.
    pub row: ReturnRow,
    /// Its lines.
    pub lines: Vec<ReturnLineRow>,
    /// The products of the lines, each once.
    pub products: Vec<ProductRow>,
}

/// A return by its id.
pub async fn view_return(shop: &Shop, id: ReturnId, call: &Call) -> Result<ReturnView, FlowError> {
    let locale = call.locale.clone();
    shop.store
        .read("return.view", move |tx| {
            let row = returns::by_id(tx, id)?.ok_or_else(|| FlowError::not_found("return", id))?;
            let lines = returns::lines(tx, id, row.total.currency)?;
            let languages = load::settings(tx)?.languages(locale.as_ref());
            let ids: std::collections::BTreeSet<_> = lines.iter().map(|line| line.product_id).collect();
            let products = product::by_ids(tx, &languages, &ids.into_iter().collect::<Vec<_>>())?;
            Ok(ReturnView { row, lines, products })
        })
        .await
}
