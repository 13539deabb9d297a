//! Products, categories and merchants for staff.

use axum::Json;
use axum::extract::{Path, State};
use mercat_flow::product::{self, ProductQuery, ProductSort, category_tree, list_products, view_product};
use mercat_flow::recommend::{RecommendQuery, Slot, Visitor, recommend};
use mercat_model::ProductStatus;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use crate::admin::{parsed, path_id};
use crate::error::{HttpError, Problem};
use crate::extract::{Allow, Caller, Params, ProductsRead, page_of, search_words};
use crate::language::locale_of;
use crate::state::AppState;
use crate::wire::product::{CategoryItem, MerchantRef, ProductDetail, ProductItem};
use crate::wire::recommend::Recommendation;
use crate::wire::{Items, ListBody};

/// Recommendations beside a product.
const BESIDE_MAX: usize = 6;

/// What a list of products is ordered by.
#[derive(Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum SortParam {
    /// Latest first.
    #[default]
    Newest,
    /// By title.
    Title,
    /// Cheapest first.
    PriceAsc,
    /// Dearest first.
    PriceDesc,
    /// Most pieces sold first.
    BestSelling,
}

impl From<SortParam> for ProductSort {
    fn from(sort: SortParam) -> Self {
        match sort {
            SortParam::Newest => ProductSort::Newest,
            SortParam::Title => ProductSort::Title,
            SortParam::PriceAsc => ProductSort::PriceAscending,
            SortParam::PriceDesc => ProductSort::PriceDescending,
            SortParam::BestSelling => ProductSort::BestSelling,
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
    /// The id of a category; those below it count too.
    category: Option<String>,
    /// The id of a merchant.
    merchant: Option<String>,
    /// `published` or `archived`.
    #[param(value_type = Option<String>)]
    status: Option<ProductStatus>,
    #[param(inline)]
    sort: Option<SortParam>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// 1 to 200, by default 50.
    limit: Option<i64>,
}

/// List products
#[utoipa::path(get, path = "/products", tag = "products", params(ListParams),
    security(("staff_session" = ["products:read"])),
    responses((status = 200, body = ListBody<ProductItem>), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn list(
    State(state): State<AppState>,
    _: Allow<ProductsRead>,
    Caller(call): Caller,
    Params(params): Params<ListParams>,
) -> Result<Json<ListBody<ProductItem>>, HttpError> {
    let query = ProductQuery {
        search: params.search,
        category: parsed("category", params.category.as_deref())?,
        merchant: parsed("merchant", params.merchant.as_deref())?,
        status: params.status.map(|status| status.as_str().to_owned()),
        sort: params.sort.unwrap_or_default().into(),
    };
    let page = page_of(params.cursor.as_deref(), params.limit)?;
    let list = list_products(&state.shop, query, page, &call).await?;
    Ok(Json(ListBody::of(list, |row| (&row).into())))
}

/// View a product
///
/// With what it brought in, what is like it and what is bought together with it.
#[utoipa::path(get, path = "/products/{id}", tag = "products", params(("id" = String, Path)),
    security(("staff_session" = ["products:read"])),
    responses((status = 200, body = ProductDetail), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem)))]
pub(crate) async fn view(
    State(state): State<AppState>,
    _: Allow<ProductsRead>,
    Caller(call): Caller,
    Path(id): Path<String>,
) -> Result<Json<ProductDetail>, HttpError> {
    let product = view_product(&state.shop, path_id("product", &id)?, &call).await?;
    let locale = locale_of(&state.shop, &call).await?;
    let mut strips = Vec::with_capacity(2);
    for slot in [Slot::SimilarTo(product.row.id), Slot::BoughtWith(product.row.id)] {
        let query = RecommendQuery { slot, category: None, visitor: Visitor::Unknown, limit: BESIDE_MAX };
        strips.push(Recommendation::list(&recommend(&state.shop, query, &call).await?, &locale));
    }
    let bought_together = strips.pop().unwrap_or_default();
    let similar = strips.pop().unwrap_or_default();
    Ok(Json(ProductDetail::of(&product, similar, bought_together)))
}

/// List the categories
#[utoipa::path(get, path = "/categories", tag = "products", security(("staff_session" = ["products:read"])),
    responses((status = 200, body = Items<CategoryItem>), (status = 401, body = Problem),
        (status = 403, body = Problem)))]
pub(crate) async fn categories(
    State(state): State<AppState>,
    _: Allow<ProductsRead>,
    Caller(call): Caller,
) -> Result<Json<Items<CategoryItem>>, HttpError> {
    let tree = category_tree(&state.shop, &call).await?;
    Ok(Json(Items { items: tree.categories.iter().map(|row| CategoryItem::of(row, &tree)).collect() }))
}

/// List the merchants
#[utoipa::path(get, path = "/merchants", tag = "products", security(("staff_session" = ["products:read"])),
    responses((status = 200, body = Items<MerchantRef>), (status = 401, body = Problem),
        (status = 403, body = Problem)))]
pub(crate) async fn merchants(
    State(state): State<AppState>,
    _: Allow<ProductsRead>,
) -> Result<Json<Items<MerchantRef>>, HttpError> {
    let merchants = product::merchants(&state.shop).await?;
    Ok(Json(Items { items: merchants.into_iter().map(Into::into).collect() }))
}
