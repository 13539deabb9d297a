//! Lists products by words, category, merchant and status.

use mercat_model::{CategoryId, MerchantId};
use mercat_store::page::{List, Page};
use mercat_store::product::{self, ProductAddress, ProductFilter, ProductRow, ProductSort};

use crate::call::Call;
use crate::error::FlowError;
use crate::product::categories::CategoryTree;
use crate::setting::load;
use crate::shop::Shop;

/// Which products.
#[derive(Debug, Clone, Default)]
pub struct ProductQuery {
    /// Words that stand in title, SKU or description.
    pub search: Option<String>,
    /// In this category or below it.
    pub category: Option<CategoryId>,
    /// Of this merchant.
    pub merchant: Option<MerchantId>,
    /// `published` or `archived`.
    pub status: Option<String>,
    /// The order.
    pub sort: ProductSort,
}

/// A page of products in the reader's language.
pub async fn list_products(
    shop: &Shop,
    query: ProductQuery,
    page: Page,
    call: &Call,
) -> Result<List<ProductRow>, FlowError> {
    let locale = call.locale.clone();
    shop.store
        .read("product.list", move |tx| {
            let languages = load::settings(tx)?.languages(locale.as_ref());
            let categories = match query.category {
                Some(category) => Some(CategoryTree::load(tx, &languages)?.below(category)),
                None => None,
            };
            let filter = ProductFilter {
                search: query.search.clone(),
                categories,
                merchant: query.merchant,
                status: query.status.clone(),
            };
            Ok::<_, FlowError>(product::page(tx, &languages, &filter, query.sort, &page)?)
        })
        .await
}

/// The addresses of published products for a sitemap.
pub async fn product_addresses(
    shop: &Shop,
    offset: i64,
    limit: i64,
) -> Result<Vec<ProductAddress>, FlowError> {
    shop.store
        .read("product.addresses", move |tx| Ok::<_, FlowError>(product::addresses(tx, offset, limit)?))
        .await
}
