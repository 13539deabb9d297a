//! Pictures of products. Until merchants upload their own, they are drawn from the product's words.

use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use mercat_flow::FlowError;
use mercat_flow::product::products_by_ids;
use mercat_model::ProductId;

use crate::error::HttpError;
use crate::extract::Caller;
use crate::state::AppState;

/// `/pictures/{id}.svg`
pub(crate) async fn picture(
    State(state): State<AppState>,
    Caller(call): Caller,
    Path(file): Path<String>,
) -> Result<Response, HttpError> {
    let not_found = || FlowError::not_found("picture", &file);
    let id: ProductId = file.strip_suffix(".svg").and_then(|id| id.parse().ok()).ok_or_else(not_found)?;
    let row = products_by_ids(&state.shop, vec![id], &call).await?.pop().ok_or_else(not_found)?;
    let svg = mercat_storefront::picture(&row.sku, &row.category_slug, &row.title);
    let mut response = svg.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("image/svg+xml"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=86400"));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'"));
    Ok(response)
}
