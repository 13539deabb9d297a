//! The storefront over HTTP:
//! 1. pages of both languages, safe against hostile titles, with policy headers and nonces;
//! 2. unknown addresses help on; programs get problems;
//! 3. the browser's memory stays in the browser, with its visitor's consent, and not at all when it asks not to be
//!    followed.

use axum::body::Body;
use axum::http::Request;

use crate::app::{App, product_id};

#[tokio::test]
async fn pages_speak_both_languages() {
    let app = App::with_goods();
    for (path, words) in
        [("/en/p/green-tea", "Green tea"), ("/zh-CN/p/green-tea", "绿茶"), ("/zh-CN/c/tea", "茶")]
    {
        let page = app.get(path).await;
        assert_eq!(page.status, 200, "{path}: {}", page.text);
        assert!(page.text.contains(words), "{path}");
        assert!(!page.text.contains("tea </script>"), "{path} lets a title end a script");
        let policy = page.headers["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("script-src 'self' 'nonce-") && !policy.contains("unsafe"), "{policy}");
        assert_eq!(page.headers["x-content-type-options"], "nosniff");
    }
    let chosen = Request::get("/").header("accept-language", "en-GB").body(Body::empty()).unwrap();
    assert_eq!(app.send(chosen).await.headers["location"], "/en");
    assert_eq!(app.get("/").await.headers["location"], "/zh-CN");
}

#[tokio::test]
async fn unknown_addresses_help_on() {
    let app = App::with_goods();
    for path in ["/en/p/no-such", "/en/c/no-such", "/fr", "/no/such/page", "/en/p/%00", "/en/c/tea%2f.."] {
        let page = app.get(path).await;
        assert_eq!(page.status, 404, "{path}");
        assert!(page.text.contains("<h1"), "{path}");
    }
    let problem = app.get("/api/shop/v1/nothing").await;
    assert_eq!((problem.status.as_u16(), problem.code().as_str()), (404, "not_found"));
    assert_eq!(problem.headers["content-type"], "application/problem+json");
    let wrong = app.send(Request::delete("/api/shop/v1/products").body(Body::empty()).unwrap()).await;
    assert_eq!((wrong.status.as_u16(), wrong.code().as_str()), (405, "method_not_allowed"));
    for path in ["/pictures/nonsense.svg", "/sitemaps/7.xml", "/sitemaps/0.xml", "/assets/../x"] {
        assert_eq!(app.get(path).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn an_empty_shop_says_how_to_begin() {
    let app = App::empty();
    for path in ["/en", "/zh-CN"] {
        let page = app.get(path).await;
        assert_eq!(page.status, 200);
        assert!(page.text.contains("mercat import"), "{path}");
    }
}

#[tokio::test]
async fn the_browsers_memory_is_its_own() {
    let app = App::with_goods();
    let agreed = Request::get("/en/p/green-tea").header("cookie", "mercat_consent=1.personalisation");
    let page = app.send(agreed.body(Body::empty()).unwrap()).await;
    let cookie = page.headers["set-cookie"].to_str().unwrap();
    let id = product_id().to_string();
    assert!(cookie.starts_with("__Host-mercat_viewed=") && cookie.contains(&id[4..]), "{cookie}");
    let private = Request::get("/en/p/green-tea").header("sec-gpc", "1").body(Body::empty()).unwrap();
    assert!(app.send(private).await.headers.get("set-cookie").is_none());
    for hostile in ["__Host-mercat_viewed=..;;=", "__Host-mercat_viewed=<script>", &"x".repeat(5_000)] {
        let request = Request::get("/en").header("cookie", hostile).body(Body::empty()).unwrap();
        assert_eq!(app.send(request).await.status, 200);
    }
}

#[tokio::test]
async fn crawlers_find_everything() {
    let app = App::with_goods();
    let robots = app.get("/robots.txt").await.text;
    assert!(robots.contains("/sitemap.xml"));
    assert!(app.get("/sitemap.xml").await.text.contains("/sitemaps/1.xml"));
    let part = app.get("/sitemaps/1.xml").await.text;
    for address in ["/en/p/green-tea", "/zh-CN/c/tea", "2026-03-01"] {
        assert!(part.contains(address), "{address}");
    }
}
