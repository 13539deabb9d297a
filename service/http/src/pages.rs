//! The storefront's pages: server-rendered, by language.

mod asset;
mod category;
mod consent;
mod crawl;
mod failure;
mod home;
mod page_view;
mod picture;
mod privacy;
mod product;
mod tracker;
mod visit;

use axum::Router;
use axum::routing::{get, post};

use crate::state::AppState;

pub(crate) use failure::not_found;
pub(crate) use visit::public_url;

/// The routes of shoppers' pages.
pub(crate) fn router() -> Router<AppState> {
    Router::new()
        .route("/", get(home::choose_language))
        .route("/{locale}", get(home::home))
        .route("/{locale}/c/{slug}", get(category::category))
        .route("/{locale}/p/{slug}", get(product::product))
        .route("/{locale}/privacy", get(privacy::privacy))
        .route("/{locale}/consent", post(consent::consent))
        .route("/.well-known/gpc.json", get(privacy::gpc))
        .route(tracker::PATH, get(tracker::tracker))
        .route("/pictures/{file}", get(picture::picture))
        .route("/assets/{file}", get(asset::asset))
        .route("/robots.txt", get(crawl::robots))
        .route("/sitemap.xml", get(crawl::sitemap_index))
        .route("/sitemaps/{file}", get(crawl::sitemap_part))
}
