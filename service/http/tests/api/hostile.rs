//! Hostile input, on both engines: every answer is a page or a problem that names the field, and none is the
//! server's fault. Each test is named after a defect that there was.

use axum::body::Body;
use axum::http::Request;
use mercat_flow::staff::Role;

use crate::app::{Answer, App, Person, member_id, product_id};

/// What a problem blames: its status, code and field.
fn blame(answer: &Answer) -> (u16, String, String) {
    assert_eq!(answer.headers["content-type"], "application/problem+json", "{}", answer.text);
    let field = answer.json()["field"].as_str().unwrap_or_default().to_owned();
    (answer.status.as_u16(), answer.code(), field)
}

fn refused(field: &str) -> (u16, String, String) {
    (422, "invalid_field".to_owned(), field.to_owned())
}

#[tokio::test]
async fn zero_characters_are_refused_before_postgresql_fails_on_them() {
    for app in App::on_both() {
        let admin = app.person(Role::Admin).await;
        for (path, field) in [
            ("/api/admin/v1/products?search=a%00b", "search"),
            ("/api/admin/v1/orders?search=%00", "search"),
            ("/api/admin/v1/orders?country=%00", "country"),
            ("/api/admin/v1/members?country=C%00N", "country"),
            ("/api/admin/v1/returns?search=%00&limit=5", "search"),
            ("/api/admin/v1/search?q=%00", "q"),
            ("/api/shop/v1/products?search=%00", "search"),
        ] {
            assert_eq!(blame(&app.get_as(&admin, path).await), refused(field), "{path}");
        }
        let problem = app.get("/api/shop/v1/products/green%00tea").await;
        assert_eq!(blame(&problem).0, 404);
        assert_eq!(app.get("/en/p/%00").await.status, 404);
    }
}

#[tokio::test]
async fn addresses_that_are_no_text_are_not_found() {
    let app = App::with_goods();
    let admin = app.person(Role::Admin).await;
    for path in ["/api/admin/v1/members/%ff", "/api/admin/v1/orders/%c0%80", "/api/shop/v1/products/%E8%8C"] {
        assert_eq!(
            blame(&app.get_as(&admin, path).await),
            (404, "not_found".to_owned(), String::new()),
            "{path}"
        );
    }
    for path in ["/en/p/%ff", "/%ff", "/pictures/%ff.svg", "/assets/%ff", "/console/%ff", "/docs/browser/%ff"]
    {
        let page = app.get(path).await;
        assert_eq!(page.status, 404, "{path}");
        assert!(page.text.contains("<h1"), "{path}");
    }
}

/// The cursor behind the first row of a list; a made-up one where the list has a single page.
fn cursor(order: u32, key: &serde_json::Value) -> String {
    let json = serde_json::json!({"order": order, "key": key, "id": vec![0; 16]}).to_string();
    json.bytes().map(|byte| format!("{byte:02x}")).collect()
}

/// The orders of a list's rows, with the fingerprints that their cursors carry.
const LISTS: [(&str, &[&str]); 4] = [
    ("/api/admin/v1/products", &["newest", "title", "price_asc", "price_desc", "best_selling"]),
    ("/api/admin/v1/members", &["newest", "name", "revenue", "orders", "last_order"]),
    ("/api/admin/v1/orders", &["newest", "oldest", "largest"]),
    ("/api/admin/v1/returns", &["newest"]),
];

async fn cursors_are_refused(app: &App, admin: &Person, key: &serde_json::Value) {
    for (path, sorts) in LISTS {
        for sort in sorts {
            let path = format!("{path}?sort={sort}&limit=1&cursor={}", cursor(7, key));
            assert_eq!(blame(&app.get_as(admin, &path).await), refused("cursor"), "{path}");
        }
    }
    let path = format!("/api/admin/v1/members/{}/timeline?cursor={}", member_id(), cursor(7, key));
    assert_eq!(blame(&app.get_as(admin, &path).await), refused("cursor"), "{path}");
}

#[tokio::test]
async fn cursors_of_other_lists_are_refused_and_never_the_stores_fault() {
    for app in App::on_both() {
        let admin = app.person(Role::Admin).await;
        for key in [5.into(), i64::MIN.into(), "a".into(), "\0".into(), "茶".repeat(400).into()] {
            cursors_are_refused(&app, &admin, &key).await;
        }
        // On a page for people the list begins again.
        for query in
            [format!("after={}", cursor(7, &"a".into())), "after=x&after=y&sort=%00&sort=%ff".to_owned()]
        {
            let page = app.get(&format!("/en/c/tea?{query}")).await;
            assert_eq!(page.status, 200, "{query}");
            assert!(page.text.contains("/en/p/green-tea"), "{query}");
        }
    }
}

#[tokio::test]
async fn figures_beyond_all_bounds_are_refused_or_find_nothing() {
    for app in App::on_both() {
        let admin = app.person(Role::Admin).await;
        for (query, field) in [
            ("members?orders_min=0", "orders_min"),
            ("members?orders_min=-5", "orders_min"),
            ("members?orders_min=99999999999999999999", "orders_min"),
            ("orders?limit=-1", "limit"),
            ("orders?limit=1&limit=2", "limit"),
            ("orders?from=9999-01-01", "from"),
            ("orders?from=0001-01-01&to=9998-12-31", "from"),
            ("reports/overview?from=2000-01-01&to=2026-01-01", "from"),
            ("reports/retention?from=0001-01", "from"),
        ] {
            let answer = app.get_as(&admin, &format!("/api/admin/v1/{query}")).await;
            assert_eq!(blame(&answer), refused(field), "{query}");
        }
        let long = "x".repeat(101);
        for list in [
            "admin/v1/products",
            "admin/v1/members",
            "admin/v1/orders",
            "admin/v1/returns",
            "shop/v1/products",
        ] {
            let answer = app.get_as(&admin, &format!("/api/{list}?search={long}")).await;
            assert_eq!(blame(&answer), refused("search"), "{list}");
        }
        for query in [
            "members?orders_min=99999999999999",
            "members?cohort=0001-01&active_in=9998-12",
            "orders?from=9998-12-31",
            "orders?to=0001-01-01",
            "reports/overview?from=0001-01-01&to=0001-01-01",
            "reports/overview?from=9998-12-31&to=9998-12-31",
            "reports/retention?from=9998-12&to=9998-12",
            "products?search=%25_%5C%F0%9F%98%80&unknown=1",
        ] {
            assert_eq!(app.get_as(&admin, &format!("/api/admin/v1/{query}")).await.status, 200, "{query}");
        }
    }
}

#[tokio::test]
async fn changes_at_once_are_each_made_once_on_postgresql_too() {
    for app in App::on_both() {
        let admin = app.person(Role::Admin).await;
        let app = std::sync::Arc::new(app);
        let mut tasks = tokio::task::JoinSet::new();
        for number in 0..32 {
            let (app, admin) = (app.clone(), admin.clone());
            // Half of them share a key, and among these are two bodies.
            let key = if number % 2 == 0 { "shared".to_owned() } else { format!("own-{number}") };
            let body = format!("{{\"name\":\"Shop {}\"}}", number % 4);
            tasks.spawn(async move {
                let mut request = crate::app::change(&admin, "PATCH", "/api/admin/v1/settings", &body);
                request.headers_mut().insert("idempotency-key", key.parse().unwrap());
                app.send(request).await.status.as_u16()
            });
        }
        let mut statuses = std::collections::BTreeMap::new();
        while let Some(status) = tasks.join_next().await {
            *statuses.entry(status.unwrap()).or_insert(0) += 1;
        }
        assert_eq!(statuses, [(200, 24), (422, 8)].into());
    }
}

#[tokio::test]
async fn made_up_methods_are_refused() {
    let app = App::with_goods();
    for method in ["FOO", "TRACE", "X".repeat(2_000).as_str()] {
        let path = format!("/api/shop/v1/recommendations?slot=similar&product={}", product_id());
        let request = Request::builder().method(method).uri(path).body(Body::empty()).unwrap();
        assert_eq!(blame(&app.send(request).await).0, 405, "{method}");
    }
}
