//! A product with what it brought in.

use mercat_model::ProductId;
use mercat_store::product::{self, ProductRow, ProductSales};

use crate::call::Call;
use crate::error::FlowError;
use crate::setting::load;
use crate::shop::Shop;

/// A product for staff.
#[derive(Debug, Clone)]
pub struct ProductView {
    /// The product in the reader's language.
    pub row: ProductRow,
    /// What it brought in, in the currency of its price.
    pub sales: ProductSales,
}

/// A product by its id.
pub async fn view_product(shop: &Shop, id: ProductId, call: &Call) -> Result<ProductView, FlowError> {
    let locale = call.locale.clone();
    shop.store
        .read("product.view", move |tx| {
            let languages = load::settings(tx)?.languages(locale.as_ref());
            let found = product::by_ids(tx, &languages, &[id])?.into_iter().next();
            let row = found.ok_or_else(|| FlowError::not_found("product", id))?;
            let sales = product::sales(tx, id, row.price.currency)?;
            Ok(ProductView { row, sales })
        })
        .await
}

/// A published product by its address.
pub async fn product_by_slug(shop: &Shop, slug: &str, call: &Call) -> Result<ProductRow, FlowError> {
    let (slug, locale) = (slug.to_owned(), call.locale.clone());
    shop.store
        .read("product.by_slug", move |tx| {
            let languages = load::settings(tx)?.languages(locale.as_ref());
            let found = product::by_slug(tx, &languages, &slug)?.filter(|row| row.status == "published");
            found.ok_or_else(|| FlowError::not_found("product", &slug))
        })
        .await
}

/// Products by their ids, in that order; unknown ones are left out.
pub async fn products_by_ids(
    shop: &Shop,
    ids: Vec<ProductId>,
    call: &Call,
) -> Result<Vec<ProductRow>, FlowError> {
    let locale = call.locale.clone();
    shop.store
        .read("product.by_ids", move |tx| {
            let languages = load::settings(tx)?.languages(locale.as_ref());
            Ok::<_, FlowError>(product::by_ids(tx, &languages, &ids)?)
        })
        .await
}
