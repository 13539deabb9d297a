//! Least authority, proved from the document itself:
//! 1. every operation says who may call it, and the router agrees: nobody's session gets 401;
//! 2. a role without the permission gets 403, one with it gets past;
//! 3. every change without the session's CSRF token gets 403, without an idempotency key 422.

use axum::body::Body;
use axum::http::Request;
use mercat_flow::staff::{Permission, Role};

use crate::app::{App, Person, change, json, member_id, order_id, product_id};

struct Operation {
    method: String,
    path: String,
    /// None: open to everybody. Some(None): any signed-in person.
    needs: Option<Option<Permission>>,
}

/// Every operation of the document, with ids that exist.
fn operations() -> Vec<Operation> {
    let document: serde_json::Value = serde_json::from_str(&mercat_http::openapi_json()).unwrap();
    let mut operations = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        let id = match path.split('/').nth(4) {
            Some("products") => product_id().to_string(),
            Some("orders") => order_id().to_string(),
            Some("members") => member_id().to_string(),
            _ => "ret_00000000000000000000000000".to_owned(),
        };
        let path = path.replace("{id}", &id).replace("{slug}", "green-tea");
        for (method, operation) in item.as_object().unwrap() {
            let security = operation["security"].as_array();
            let security = security.unwrap_or_else(|| panic!("{method} {path} says nothing about authority"));
            let needs = security[0].get("staff_session").map(|scopes| {
                let scope = scopes.as_array().unwrap().first().map(|s| s.as_str().unwrap().to_owned());
                scope.map(|scope| Permission::ALL.into_iter().find(|p| p.as_str() == scope).unwrap())
            });
            operations.push(Operation { method: method.to_uppercase(), path: path.clone(), needs });
        }
    }
    assert!(operations.len() > 20);
    operations
}

fn is_change(operation: &Operation) -> bool {
    operation.method != "GET"
}

fn request(operation: &Operation, person: Option<&Person>) -> Request<Body> {
    let query = match operation.path.rsplit('/').next() {
        Some("search") => "?q=tea",
        Some("recommendations") if operation.path.starts_with("/api/shop") => "?slot=popular",
        _ => "",
    };
    let path = format!("{}{query}", operation.path);
    let body = if operation.path.contains("members") { "{\"no_personalisation\":true}" } else { "{}" };
    match person {
        Some(person) => change(person, &operation.method, &path, body),
        None => json(&operation.method, &path, body),
    }
}

#[tokio::test]
async fn every_route_asks_for_what_it_says() {
    let app = App::with_goods();
    let mut people = Vec::new();
    for role in Role::ALL {
        people.push((role, app.person(role).await));
    }
    for operation in operations() {
        let name = format!("{} {}", operation.method, operation.path);
        let Some(needs) = operation.needs else {
            assert_ne!(app.send(request(&operation, None)).await.status, 401, "{name} is open");
            continue;
        };
        assert_eq!(app.send(request(&operation, None)).await.status, 401, "{name} without a session");
        let stale = Person { cookie: "__Host-mercat_staff=guess".to_owned(), csrf: "guess".to_owned() };
        assert_eq!(app.send(request(&operation, Some(&stale))).await.status, 401, "{name} with a guess");
        for (role, person) in &people {
            if operation.method == "DELETE" && operation.path.ends_with("/session") {
                continue;
            }
            let answer = app.send(request(&operation, Some(person))).await;
            let allowed = needs.is_none_or(|permission| role.allows(permission));
            if allowed {
                assert!(![401, 403].contains(&answer.status.as_u16()), "{name} as {role:?}: {}", answer.text);
                assert!(!answer.status.is_server_error(), "{name} as {role:?}: {}", answer.text);
            } else {
                assert_eq!(answer.status, 403, "{name} as {role:?}");
                assert_eq!(answer.code(), "forbidden");
            }
        }
    }
}

#[tokio::test]
async fn changes_need_the_csrf_token_and_a_key() {
    let app = App::with_goods();
    let admin = app.person(Role::Admin).await;
    for operation in operations().iter().filter(|operation| is_change(operation) && operation.needs.is_some())
    {
        let name = format!("{} {}", operation.method, operation.path);
        let forged = Person { csrf: "guess".to_owned(), ..admin.clone() };
        let answer = app.send(request(operation, Some(&forged))).await;
        assert_eq!((answer.status.as_u16(), answer.code().as_str()), (403, "csrf_token_invalid"), "{name}");
        let mut elsewhere = request(operation, Some(&admin));
        elsewhere.headers_mut().insert("sec-fetch-site", "cross-site".parse().unwrap());
        assert_eq!(app.send(elsewhere).await.status, 403, "{name} from another site");
        if operation.method == "PATCH" {
            let mut keyless = request(operation, Some(&admin));
            keyless.headers_mut().remove("idempotency-key");
            let answer = app.send(keyless).await;
            assert_eq!(answer.status, 422, "{name}");
            assert_eq!(answer.json()["field"], "Idempotency-Key", "{name}");
        }
    }
}
