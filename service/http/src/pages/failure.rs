//! Pages for what went wrong: what happened, what to do next, and goods to go on with.

use axum::extract::{FromRequestParts as _, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use mercat_flow::FlowError;
use mercat_flow::recommend::Slot;
use mercat_storefront::{ErrorPage, StorefrontError};

use crate::error::HttpError;
use crate::pages::visit::Visit;
use crate::state::AppState;

/// Goods that the page shows.
const POPULAR_MAX: usize = 8;

/// What a page may fail with.
pub(crate) enum PageError {
    Flow(FlowError),
    Storefront(StorefrontError),
}

impl From<FlowError> for PageError {
    fn from(error: FlowError) -> Self {
        PageError::Flow(error)
    }
}

impl From<StorefrontError> for PageError {
    fn from(error: StorefrontError) -> Self {
        PageError::Storefront(error)
    }
}

/// A page, or the page that says why there is none.
pub(crate) async fn or_failure(visit: &Visit, page: Result<Response, PageError>) -> Response {
    match page {
        Ok(response) => response,
        Err(PageError::Flow(error)) => failure(visit, HttpError::from(error)).await,
        Err(PageError::Storefront(error)) => {
            failure(visit, FlowError::Internal(error.to_string()).into()).await
        }
    }
}

async fn failure(visit: &Visit, error: HttpError) -> Response {
    let status = error.kind.status;
    let request_id = status.is_server_error().then(crate::request_id::current);
    // A shop in trouble may not be able to recommend either: then the page comes without goods.
    let popular = visit.recommended(Slot::Popular, None, POPULAR_MAX).await.unwrap_or_default().0;
    let page = ErrorPage { layout: visit.layout(), status: status.as_u16(), request_id, popular };
    match page.render() {
        Ok(html) => visit.html(status, html),
        Err(_) => error.into_response(),
    }
}

/// What no route answers: a page for browsers, a problem for programs.
pub(crate) async fn not_found(State(state): State<AppState>, request: Request) -> Response {
    let path = request.uri().path().to_owned();
    let error = HttpError::from(FlowError::not_found("page", &path));
    if path.starts_with("/api/") || path.starts_with("/v1/") {
        return error.into_response();
    }
    let (mut parts, _) = request.into_parts();
    match Visit::from_request_parts(&mut parts, &state).await {
        Ok(visit) => failure(&visit, error).await,
        Err(_) => (StatusCode::NOT_FOUND, "not found").into_response(),
    }
}
