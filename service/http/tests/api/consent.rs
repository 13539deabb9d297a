//! What visitors are promised, on both engines:
//! 1. where consent is required, nothing is kept or recorded before the visitor agrees; where it is implied, until
//!    they refuse; a signal of the browser outweighs both;
//! 2. the banner's form works without scripts, from our own pages only, and leads nowhere else;
//! 3. a refusal makes the browser forget what it kept;
//! 4. a page that no tracker told of counts once, marked, and one that was told of counts once as told;
//! 5. programs and pages fetched ahead are not counted.

use std::sync::Arc;

use axum::body::Body;
use axum::http::Request;
use mercat_flow::collect::{Due, HOLD_SECONDS, PageView, record_page_view, write_page_views};
use mercat_flow::setting::Consent;
use mercat_flow::source::list_sources;
use mercat_flow::staff::Role;
use mercat_model::{Event, EventKind, Timestamp};
use serde_json::json;

use crate::app::{Answer, App, change, now, product_id};

const BROWSER: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148";
const PAGE: &str = "/en/p/green-tea";

fn request(path: &str, headers: &[(&str, &str)]) -> Request<Body> {
    let mut request = Request::get(path).header("user-agent", BROWSER);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(Body::empty()).unwrap()
}

fn form(body: &str, headers: &[(&str, &str)]) -> Request<Body> {
    let mut request =
        Request::post("/en/consent").header("content-type", "application/x-www-form-urlencoded");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(Body::from(body.to_owned())).unwrap()
}

fn cookies(answer: &Answer) -> Vec<String> {
    let all = answer.headers.get_all("set-cookie").iter();
    all.map(|value| value.to_str().unwrap().to_owned()).collect()
}

async fn imply(app: &App) {
    let admin = app.person(Role::Admin).await;
    let body = r#"{"consent_policy":"implied"}"#;
    let answer = app.send(change(&admin, "PATCH", "/api/admin/v1/settings", body)).await;
    assert_eq!((answer.status.as_u16(), &answer.json()["consent_policy"]), (200, &json!("implied")));
    let wrong = r#"{"consent_policy":"never"}"#;
    let answer = app.send(change(&admin, "PATCH", "/api/admin/v1/settings", wrong)).await;
    assert_eq!((answer.status.as_u16(), &answer.json()["field"]), (422, &json!("consent_policy")));
}

/// Everything recorded once the trackers had their time.
async fn recorded(app: &App, at: Timestamp) -> Vec<Event> {
    let shop = Arc::clone(&app.shop);
    let write = move || while write_page_views(&shop, Due::At(at)).unwrap() > 0 {};
    tokio::task::spawn_blocking(write).await.unwrap();
    let read = app.shop.log.read(0, 1_000).await.unwrap();
    read.into_iter().map(|(_, event)| event).collect()
}

fn later() -> Timestamp {
    now().plus_seconds(HOLD_SECONDS)
}

#[tokio::test]
async fn nothing_is_kept_before_the_visitor_agrees() {
    for app in App::on_both() {
        // Whoever makes the key, the source of the storefront is there.
        app.get("/en").await;
        let told = [
            (vec![], true, false),
            (vec![("cookie", "mercat_consent=1")], false, false),
            (vec![("cookie", "mercat_consent=1.personalisation")], false, true),
            (vec![("cookie", "mercat_consent=1.analytics.personalisation; mercat_aid=a-1")], false, true),
            (vec![("cookie", "mercat_consent=0.analytics.personalisation")], true, false),
            (vec![("cookie", "mercat_consent=1.analytics.personalisation"), ("sec-gpc", "1")], false, false),
            (vec![("cookie", "mercat_consent=1.analytics.personalisation"), ("dnt", "1")], false, false),
        ];
        for (headers, asks, keeps) in told {
            let page = app.send(request(PAGE, &headers)).await;
            assert_eq!(page.status, 200);
            assert_eq!(page.text.contains("id=\"consent-title\""), asks, "{headers:?}");
            assert_eq!(
                cookies(&page)
                    .iter()
                    .any(|cookie| cookie.contains("viewed=") && !cookie.contains("Max-Age=0")),
                keeps,
                "{headers:?}"
            );
        }
        let events = recorded(&app, later()).await;
        let kinds: Vec<&EventKind> = events.iter().map(|event| &event.kind).collect();
        assert_eq!(kinds, [&EventKind::PageViewed, &EventKind::ProductViewed], "of one visit only");
    }
}

#[tokio::test]
async fn where_consent_is_implied_a_refusal_ends_it() {
    let app = App::with_goods();
    imply(&app).await;
    let page = app.send(request(PAGE, &[])).await;
    assert!(page.text.contains("id=\"consent-title\"") && cookies(&page)[0].contains("viewed="));
    for headers in [&[("cookie", "mercat_consent=1")][..], &[("sec-gpc", "1")]] {
        assert!(cookies(&app.send(request(PAGE, headers)).await).is_empty(), "{headers:?}");
    }
    let events = recorded(&app, later()).await;
    assert_eq!(events.len(), 2, "the first visit only");
    assert_eq!(events[0].consent, ["analytics", "personalisation"]);
}

#[tokio::test]
async fn the_form_keeps_a_choice_and_leads_back() {
    let app = App::with_goods();
    for (body, kept, location) in [
        (
            "choice=accept&back=%2Fen%2Fc%2Ftea%3Fsort%3Dnewest",
            "1.analytics.personalisation.marketing",
            "/en/c/tea?sort=newest",
        ),
        ("choice=refuse&back=/zh-CN/p/green-tea", "1", "/zh-CN/p/green-tea"),
        (
            "choice=custom&analytics=1&back=/en/privacy?saved=1%23choice",
            "1.analytics",
            "/en/privacy?saved=1#choice",
        ),
        ("choice=accept&back=https://evil.example/", "1.analytics.personalisation.marketing", "/en"),
        ("choice=refuse&back=//evil.example/en", "1", "/en"),
        ("choice=refuse&back=/%5Cevil.example", "1", "/en"),
        ("choice=refuse&back=/en/%0d%0aset-cookie:x", "1", "/en"),
        ("choice=refuse&back=/console/", "1", "/en"),
        ("choice=refuse", "1", "/en"),
    ] {
        let answer = app.send(form(body, &[])).await;
        assert_eq!(
            (answer.status.as_u16(), &answer.headers["location"]),
            (303, &location.parse().unwrap()),
            "{body}"
        );
        assert_eq!(
            cookies(&answer),
            [format!("mercat_consent={kept}; Path=/; Max-Age=15552000; SameSite=Lax")],
            "{body}"
        );
    }
    for headers in [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")] {
        let answer = app.send(form("choice=accept", &[headers])).await;
        assert_eq!(answer.status, 403, "{headers:?}");
        assert!(cookies(&answer).is_empty());
    }
    for body in ["", "choice=perhaps", "choice=%ff%00"] {
        assert_eq!(app.send(form(body, &[])).await.status, 422, "{body}");
    }
    let private = app.send(form("choice=accept", &[("sec-gpc", "1")])).await;
    assert_eq!(private.status, 303);
    assert!(cookies(&private).is_empty(), "the browser said no");
}

#[tokio::test]
async fn a_refusal_makes_the_browser_forget() {
    let app = App::with_goods();
    let expired = |page: &Answer| {
        let cookies = cookies(page);
        let gone = |name: &str| {
            cookies
                .iter()
                .any(|cookie| cookie.starts_with(&format!("{name}=;")) && cookie.contains("Max-Age=0"))
        };
        [gone("mercat_aid"), gone("__Host-mercat_viewed")]
    };
    for (consent, signal, expect) in [
        ("mercat_consent=1; ", "0", [true, true]),
        ("mercat_consent=1.personalisation; ", "0", [true, false]),
        ("mercat_consent=1.analytics; ", "0", [false, true]),
        ("mercat_consent=1.analytics.personalisation; ", "1", [true, true]),
        // Nobody has answered yet.
        ("", "0", [false, false]),
    ] {
        let had = format!("{consent}mercat_aid=a-1; __Host-mercat_viewed=x");
        let page = app.send(request("/en", &[("cookie", &had), ("sec-gpc", signal)])).await;
        assert_eq!(expired(&page), expect, "{consent} {signal}");
    }
}

#[tokio::test]
async fn a_page_counts_once_whether_its_tracker_was_heard_or_not() {
    for app in App::on_both() {
        let consent = ("cookie", "mercat_consent=1.analytics; mercat_aid=a-1");
        let page = app
            .send(request(PAGE, &[consent, ("referer", "https://search.example/?q=tea&email=a@b.cn")]))
            .await;
        assert_eq!(page.status, 200);
        assert!(
            recorded(&app, now().plus_seconds(HOLD_SECONDS - 1)).await.is_empty(),
            "its tracker has time"
        );
        let events = recorded(&app, later()).await;
        let [view, product] = &events[..] else { panic!("{events:?}") };
        assert_eq!((&view.kind, &product.kind), (&EventKind::PageViewed, &EventKind::ProductViewed));
        for event in [view, product] {
            assert_eq!(event.properties["tracker"], "none");
            assert_eq!(event.anonymous_id.as_deref(), Some("a-1"));
            assert_eq!(event.consent, ["analytics"]);
            assert_eq!(event.device.as_deref(), Some("phone"));
            assert!(event.url.as_ref().unwrap().ends_with(PAGE));
            assert_eq!(event.occurred_at, now());
        }
        assert_eq!(view.properties["referrer"], "https://search.example/?q=tea");
        assert_eq!(product.items[0].product_id, product_id());
        assert_eq!(product.value.unwrap().to_string(), "12.50 CNY");
        assert_eq!(recorded(&app, later()).await.len(), 2, "it is written once");
    }
}

#[tokio::test]
async fn what_the_tracker_told_counts_as_told() {
    for app in App::on_both() {
        app.get("/en").await;
        let sources = list_sources(&app.shop).await.unwrap();
        let key = &sources[0].keys[0].key;
        let view = |id: &str| PageView {
            id: id.to_owned(),
            viewed_at: now(),
            anonymous_id: None,
            consent: Consent::ALL,
            device: "desktop".to_owned(),
            url: "https://shop.example/en".to_owned(),
            referrer: None,
            name: "Home".to_owned(),
            title: "Shop".to_owned(),
            event: Some(("Product List Viewed".to_owned(), serde_json::Map::new())),
        };
        for id in ["pv_heard", "pv_silent"] {
            record_page_view(&app.shop, view(id));
        }
        let told = json!({"writeKey": key, "batch": [
            {"type": "page", "messageId": "pv_heard", "anonymousId": "a"},
            {"type": "track", "event": "Product List Viewed", "messageId": "pv_heard.event", "anonymousId": "a"},
        ]});
        let send = |told: &serde_json::Value| {
            let request = Request::post("/v1/batch").header("content-type", "text/plain");
            request.body(Body::from(told.to_string())).unwrap()
        };
        assert_eq!(app.send(send(&told)).await.json()["accepted"], 2);
        let events = recorded(&app, later()).await;
        let marks: Vec<bool> = events.iter().map(|event| event.properties.contains_key("tracker")).collect();
        assert_eq!(marks, [false, false, true, true]);
        let late = json!({"writeKey": key, "batch": [{"type": "page", "messageId": "pv_silent", "anonymousId": "a"}]});
        assert_eq!(app.send(send(&late)).await.json()["repeated"], 1);
    }
}

#[tokio::test]
async fn programs_and_pages_fetched_ahead_are_not_counted() {
    let app = App::with_goods();
    let consent = ("cookie", "mercat_consent=1.analytics");
    let ahead = app.send(request(PAGE, &[consent, ("sec-purpose", "prefetch;prerender")])).await;
    assert_eq!(ahead.status, 200);
    let program = Request::get(PAGE).header("user-agent", "curl/8.0").header(consent.0, consent.1);
    assert_eq!(app.send(program.body(Body::empty()).unwrap()).await.status, 200);
    let head = Request::head(PAGE).header("user-agent", BROWSER).header(consent.0, consent.1);
    assert_eq!(app.send(head.body(Body::empty()).unwrap()).await.status, 200);
    assert_eq!(app.send(request("/en/p/nothing", &[consent])).await.status, 404);
    assert!(recorded(&app, later()).await.is_empty());
    let bot = Request::get("/en").header("user-agent", "Mozilla/5.0 (compatible; Examplebot/2.1)");
    app.send(bot.header(consent.0, consent.1).body(Body::empty()).unwrap()).await;
    let events = recorded(&app, later()).await;
    assert_eq!(events[0].device.as_deref(), Some("bot"));
    assert_eq!(events[0].anonymous_id, None);
}

#[tokio::test]
async fn the_privacy_page_states_what_is_kept() {
    let app = App::with_goods();
    for (path, lifetimes) in [
        ("/en/privacy", ["180 days", "395 days", "30 minutes"]),
        ("/zh-CN/privacy", ["180 天", "395 天", "30 分钟"]),
    ] {
        let page = app.get(path).await;
        assert_eq!(page.status, 200);
        for word in ["mercat_consent", "mercat_aid", "__Host-mercat_viewed", "__Host-mercat_staff"]
            .iter()
            .chain(&lifetimes)
        {
            assert!(page.text.contains(word), "{path}: {word}");
        }
        assert!(page.text.contains("<input type=\"checkbox\""));
        let private = app.send(request(path, &[("sec-gpc", "1")])).await;
        assert!(!private.text.contains("<form"), "{path}: there is nothing to choose");
    }
    assert_eq!(app.get("/.well-known/gpc.json").await.json()["gpc"], true);
}
