//! Published products and their categories.

use axum::Json;
use axum::extract::{Path, State};
use mercat_flow::product::{ProductQuery, ProductRow, category_tree, list_products, product_by_slug};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::admin::SortParam;
use crate::error::{HttpError, Problem};
use crate::extract::{Caller, Params, page_of, search_words};
use crate::state::AppState;
use crate::wire::money::Money;
use crate::wire::product::{CategoryItem, CategoryRef, MerchantRef, ProductRef, Property, attributes};
use crate::wire::{Items, ListBody};

/// A product as shoppers see it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ShopProduct {
    #[serde(flatten)]
    product: ProductRef,
    sku: String,
    description: String,
    price: Money,
    category: CategoryRef,
    merchant: MerchantRef,
    attributes: Vec<Property>,
}

impl From<&ProductRow> for ShopProduct {
    fn from(row: &ProductRow) -> Self {
        ShopProduct {
            product: row.into(),
            sku: row.sku.clone(),
            description: row.description.clone(),
            price: row.price.into(),
            category: CategoryRef {
                id: row.category_id.to_string(),
                name: row.category_name.clone(),
                slug: row.category_slug.clone(),
            },
            merchant: MerchantRef { id: row.merchant_id.to_string(), name: row.merchant_name.clone() },
            attributes: attributes(row),
        }
    }
}

/// Which products.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ListParams {
    /// Words that stand in title, SKU or description.
    #[param(max_length = 100)]
    #[serde(default, deserialize_with = "search_words")]
    search: Option<String>,
    /// The slug of a category; those below it count too.
    category: Option<String>,
    #[param(inline)]
    sort: Option<SortParam>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// 1 to 200, by default 50.
    limit: Option<i64>,
}

/// List published products
#[utoipa::path(get, path = "/products", tag = "shop", params(ListParams), security(()),
    responses((status = 200, body = ListBody<ShopProduct>), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn list(
    State(state): State<AppState>,
    Caller(call): Caller,
    Params(params): Params<ListParams>,
) -> Result<Json<ListBody<ShopProduct>>, HttpError> {
    let category = match &params.category {
        None => None,
        Some(slug) => {
            let tree = category_tree(&state.shop, &call).await?;
            let found = tree.by_slug(slug).map(|category| category.id);
            Some(found.ok_or_else(|| mercat_flow::FlowError::not_found("category", slug))?)
        }
    };
    let query = ProductQuery {
        search: params.search,
        category,
        merchant: None,
        status: Some("published".to_owned()),
        sort: params.sort.unwrap_or_default().into(),
    };
    let page = page_of(params.cursor.as_deref(), params.limit)?;
    let list = list_products(&state.shop, query, page, &call).await?;
    Ok(Json(ListBody::of(list, |row| (&row).into())))
}

/// View a published product
#[utoipa::path(get, path = "/products/{slug}", tag = "shop", params(("slug" = String, Path)), security(()),
    responses((status = 200, body = ShopProduct), (status = 404, body = Problem)))]
pub(crate) async fn view(
    State(state): State<AppState>,
    Caller(call): Caller,
    Path(slug): Path<String>,
) -> Result<Json<ShopProduct>, HttpError> {
    Ok(Json((&product_by_slug(&state.shop, &slug, &call).await?).into()))
}

/// List the categories
#[utoipa::path(get, path = "/categories", tag = "shop", security(()),
    responses((status = 200, body = Items<CategoryItem>)))]
pub(crate) async fn categories(
    State(state): State<AppState>,
    Caller(call): Caller,
) -> Result<Json<Items<CategoryItem>>, HttpError> {
    let tree = category_tree(&state.shop, &call).await?;
    Ok(Json(Items { items: tree.categories.iter().map(|row| CategoryItem::of(row, &tree)).collect() }))
}
