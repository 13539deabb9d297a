//! Recommendations for shoppers' programs.

use axum::Json;
use axum::extract::State;
use mercat_flow::product::category_tree;
use mercat_flow::recommend::{RecommendQuery, Slot, Visitor, recommend};
use mercat_model::ProductId;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use crate::admin::parsed;
use crate::error::{HttpError, Problem};
use crate::extract::{Caller, Params};
use crate::language::locale_of;
use crate::state::AppState;
use crate::wire::recommend::Recommendations;

/// Products of a history that are looked at.
const VIEWED_MAX: usize = 50;

/// Goods of one answer.
const LIMIT_MAX: usize = 100;

/// Where the answer is shown.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum SlotParam {
    /// What others like.
    Popular,
    /// What suits the products in `viewed`.
    ForYou,
    /// What is like `product`.
    Similar,
    /// What is bought together with `product`.
    BoughtTogether,
}

/// What is asked.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct SlotParams {
    #[param(inline)]
    slot: SlotParam,
    /// The id of a product, for `similar` and `bought_together`.
    product: Option<String>,
    /// The slug of a category to stay in.
    category: Option<String>,
    /// Ids of products that were looked at, latest first, joined by commas: at most 50.
    viewed: Option<String>,
    /// 1 to 100, by default 12.
    #[param(minimum = 1, maximum = 100, default = 12)]
    limit: Option<usize>,
}

/// Recommend products
///
/// Nothing of the request is kept: the history is what the caller sends.
#[utoipa::path(get, path = "/recommendations", tag = "shop", params(SlotParams), security(()),
    responses((status = 200, body = Recommendations), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn recommendations(
    State(state): State<AppState>,
    Caller(call): Caller,
    Params(params): Params<SlotParams>,
) -> Result<Json<Recommendations>, HttpError> {
    let product: Option<ProductId> = parsed("product", params.product.as_deref())?;
    let product =
        || product.ok_or_else(|| HttpError::field("product", "this slot needs the id of a product"));
    let slot = match params.slot {
        SlotParam::Popular => Slot::Popular,
        SlotParam::ForYou => Slot::ForYou,
        SlotParam::Similar => Slot::SimilarTo(product()?),
        SlotParam::BoughtTogether => Slot::BoughtWith(product()?),
    };
    let limit = params.limit.unwrap_or(12);
    if !(1..=LIMIT_MAX).contains(&limit) {
        return Err(HttpError::field("limit", format!("`{limit}` is not 1 to {LIMIT_MAX}")));
    }
    let category = match &params.category {
        None => None,
        Some(slug) => {
            let tree = category_tree(&state.shop, &call).await?;
            let found = tree.by_slug(slug).map(|category| category.id);
            Some(found.ok_or_else(|| mercat_flow::FlowError::not_found("category", slug))?)
        }
    };
    let visitor = visitor(params.viewed.as_deref())?;
    let answer = recommend(&state.shop, RecommendQuery { slot, category, visitor, limit }, &call).await?;
    Ok(Json(Recommendations::of(&answer, &locale_of(&state.shop, &call).await?)))
}

fn visitor(viewed: Option<&str>) -> Result<Visitor, HttpError> {
    let Some(viewed) = viewed else { return Ok(Visitor::Unknown) };
    let mut ids = Vec::new();
    for text in viewed.split(',').map(str::trim).filter(|text| !text.is_empty()) {
        if ids.len() == VIEWED_MAX {
            return Err(HttpError::field("viewed", format!("more than {VIEWED_MAX} products")));
        }
        ids.push(text.parse().map_err(|error| HttpError::field("viewed", error))?);
    }
    Ok(if ids.is_empty() { Visitor::Unknown } else { Visitor::Browser(ids) })
}
