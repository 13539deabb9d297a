//! The OpenAPI document, made from the handlers, and its browser at `/docs`.

use axum::response::Redirect;
use axum::routing::get;
use axum::{Json, Router};
use utoipa::OpenApi;
use utoipa::openapi::RefOr;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, SecurityScheme};
use utoipa_axum::router::OpenApiRouter;
use utoipa_swagger_ui::{Config, SwaggerUi};

use crate::error::{KINDS, PROBLEM_TYPE};
use crate::extract::SESSION_COOKIE;
use crate::state::AppState;
use crate::{admin, shop};

#[derive(OpenApi)]
#[openapi(
    info(title = "Mercat", license(name = "Apache-2.0", identifier = "Apache-2.0"), contact()),
    tags((name = "shop", description = "What shoppers' programs read"),
        (name = "session", description = "Who is signed in"),
        (name = "reports", description = "Figures of the shop"),
        (name = "products", description = "Products, categories, merchants"),
        (name = "orders", description = "Orders and returns"),
        (name = "members", description = "Members and what they did"),
        (name = "sources", description = "Where events come from, and what is expected of them"),
        (name = "models", description = "Trained models"),
        (name = "settings", description = "Settings of the shop"),
        (name = "search", description = "The console's palette"))
)]
struct Document;

/// The API's routes and its document.
pub(crate) fn api() -> (Router<AppState>, utoipa::openapi::OpenApi) {
    let (router, mut document) = OpenApiRouter::with_openapi(Document::openapi())
        .nest("/api/shop/v1", shop::router())
        .nest("/api/admin/v1", admin::router())
        .split_for_parts();
    document.info.version = env!("CARGO_PKG_VERSION").to_owned();
    document.info.description = Some(description());
    name_operations(&mut document);
    type_problems(&mut document);
    let cookie = ApiKey::Cookie(ApiKeyValue::with_description(
        SESSION_COOKIE,
        "The session of a person who works in the consoles; POST /api/admin/v1/session sets it.",
    ));
    let components = document.components.get_or_insert_default();
    components.add_security_scheme("staff_session", SecurityScheme::ApiKey(cookie));
    (router, document)
}

/// Names every operation by audience, noun and handler: `admin_orders_view`.
///
/// Handlers are named within their noun's file (`list`, `view`), but an operation id is unique in the whole
/// document (OpenAPI 3.1, Operation Object); generated clients mix up operations that share one.
fn name_operations(document: &mut utoipa::openapi::OpenApi) {
    for (path, item) in &mut document.paths.paths {
        let mut parts = path.split('/').filter(|part| !matches!(*part, "" | "api" | "v1"));
        let (audience, noun) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let operations = [&mut item.get, &mut item.put, &mut item.post, &mut item.patch, &mut item.delete];
        for operation in operations.into_iter().flatten() {
            let handler = operation.operation_id.take().unwrap_or_default();
            let named = if handler == noun { handler } else { format!("{noun}_{handler}") };
            operation.operation_id = Some(format!("{audience}_{named}"));
        }
    }
}

/// Gives problems the media type that they are sent with; handlers say only which there are.
fn type_problems(document: &mut utoipa::openapi::OpenApi) {
    for item in document.paths.paths.values_mut() {
        let operations = [&mut item.get, &mut item.put, &mut item.post, &mut item.patch, &mut item.delete];
        for operation in operations.into_iter().flatten() {
            for (status, response) in &mut operation.responses.responses {
                if let RefOr::T(response) = response
                    && status.starts_with(['4', '5'])
                    && let Some(problem) = response.content.shift_remove("application/json")
                {
                    response.content.insert(PROBLEM_TYPE.to_owned(), problem);
                }
            }
        }
    }
}

/// Conventions and the table of problems.
fn description() -> String {
    let mut text = "Times are RFC 3339 in UTC; days and months are those of the shop's time zone. Amounts are \
        decimal texts with their currency. Lists page by cursor. Errors are `application/problem+json` (RFC 9457) \
        with a stable `code`:\n\n| code | status | meaning | what to do next |\n|---|---|---|---|\n"
        .to_owned();
    for kind in KINDS {
        let row =
            format!("| `{}` | {} | {} | {} |\n", kind.code, kind.status.as_u16(), kind.title, kind.next);
        text.push_str(&row);
    }
    text
}

/// The document as text, the same bytes every time.
pub fn openapi_json() -> String {
    let (_, document) = api();
    let mut text = document.to_pretty_json().expect("the document is JSON");
    text.push('\n');
    text
}

/// The document at `/openapi.json` and its browser at `/docs`.
pub(crate) fn docs(document: utoipa::openapi::OpenApi) -> Router<AppState> {
    let shown = document.clone();
    let browser: Router<AppState> =
        SwaggerUi::new("/docs/browser").config(Config::from("/openapi.json").try_it_out_enabled(true)).into();
    Router::new()
        .route("/openapi.json", get(move || async move { Json(shown) }))
        .route("/docs", get(|| async { Redirect::temporary("/docs/browser/") }))
        .merge(browser)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    #[test]
    fn every_operation_has_an_id_of_its_own() {
        let (_, document) = super::api();
        let mut seen = BTreeSet::new();
        for item in document.paths.paths.values() {
            for operation in
                [&item.get, &item.put, &item.post, &item.patch, &item.delete].into_iter().flatten()
            {
                let id = operation.operation_id.clone().expect("every operation is named");
                assert!(seen.insert(id.clone()), "`{id}` twice");
            }
        }
        assert!(seen.contains("admin_orders_view"), "{seen:?}");
    }
}
