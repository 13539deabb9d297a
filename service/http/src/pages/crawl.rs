//! What search engines read: robots.txt and the sitemaps.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use mercat_flow::FlowError;
use mercat_flow::product::{category_tree, product_addresses};
use mercat_flow::setting::view_settings;
use mercat_storefront::sitemap::{SitemapEntry, SitemapPage, SitemapShop};
use mercat_storefront::{StorefrontError, address};

use crate::error::HttpError;
use crate::extract::Caller;
use crate::pages::visit::public_url;
use crate::state::AppState;

/// `/robots.txt`
pub(crate) async fn robots(State(state): State<AppState>, headers: HeaderMap) -> String {
    mercat_storefront::robots::robots(&public_url(&state, &headers))
}

/// `/sitemap.xml`: the index of the parts.
pub(crate) async fn sitemap_index(
    State(state): State<AppState>,
    headers: HeaderMap,
    caller: Caller,
) -> Result<Response, HttpError> {
    let shop = sitemap_shop(&state, &headers).await?;
    let step = shop.entries_max() as i64;
    let mut modified = Vec::new();
    loop {
        let entries = entries(&state, &caller, modified.len() as i64 * step, step).await?;
        if entries.is_empty() && !modified.is_empty() {
            break;
        }
        let full = entries.len() as i64 == step;
        modified.push(entries.iter().filter_map(|entry| entry.modified_at).max());
        if !full {
            break;
        }
    }
    Ok(xml(shop.index(&modified)))
}

/// `/sitemaps/{number}.xml`: a part.
pub(crate) async fn sitemap_part(
    State(state): State<AppState>,
    headers: HeaderMap,
    caller: Caller,
    Path(file): Path<String>,
) -> Result<Response, HttpError> {
    let not_found = || FlowError::not_found("sitemap", &file);
    let number: usize = file.strip_suffix(".xml").and_then(|n| n.parse().ok()).ok_or_else(not_found)?;
    let known = address::sitemap_part(number) == format!("/sitemaps/{file}");
    let position =
        i64::try_from(number).ok().and_then(|n| n.checked_sub(1)).filter(|position| known && *position >= 0);
    let position = position.ok_or_else(not_found)?;
    let shop = sitemap_shop(&state, &headers).await?;
    let step = shop.entries_max() as i64;
    let offset = position.checked_mul(step).ok_or_else(not_found)?;
    let entries = entries(&state, &caller, offset, step).await?;
    if entries.is_empty() && position > 0 {
        return Err(not_found().into());
    }
    let text = shop.url_set(&entries);
    Ok(xml(text.map_err(|error: StorefrontError| FlowError::Internal(error.to_string()))?))
}

async fn sitemap_shop(state: &AppState, headers: &HeaderMap) -> Result<SitemapShop, FlowError> {
    let settings = view_settings(&state.shop).await?;
    Ok(SitemapShop {
        public_url: public_url(state, headers),
        locales: settings.locales,
        default_locale: settings.default_locale,
    })
}

/// The home page and the categories, then the products; so many from a position on.
async fn entries(
    state: &AppState,
    Caller(call): &Caller,
    offset: i64,
    limit: i64,
) -> Result<Vec<SitemapEntry>, FlowError> {
    let tree = category_tree(&state.shop, call).await?;
    let categories = tree.categories.iter().filter(|category| tree.products_below(category.id) > 0);
    let mut fixed = vec![SitemapEntry { page: SitemapPage::Home, modified_at: None }];
    fixed.extend(categories.map(|category| SitemapEntry {
        page: SitemapPage::Category(category.slug.clone()),
        modified_at: None,
    }));
    let fixed_count = fixed.len() as i64;
    let mut entries: Vec<SitemapEntry> =
        fixed.into_iter().skip(offset.max(0) as usize).take(limit as usize).collect();
    let left = limit - entries.len() as i64;
    let products = product_addresses(&state.shop, (offset - fixed_count).max(0), left).await?;
    entries.extend(products.into_iter().map(|product| SitemapEntry {
        page: SitemapPage::Product(product.slug),
        modified_at: Some(product.updated_at),
    }));
    Ok(entries)
}

fn xml(text: String) -> Response {
    let mut response = text.into_response();
    let kind = HeaderValue::from_static("application/xml; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response
}
