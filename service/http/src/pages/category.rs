//! A category's page.

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use mercat_flow::product::{ProductQuery, ProductSort, list_products};
use mercat_flow::{Cursor, FlowError, Page};
use mercat_storefront::{CategoryPage, Page as PageLink, Sort};
use serde::Deserialize;

use crate::pages::failure::{PageError, or_failure};
use crate::pages::visit::{Visit, card};

/// Goods of one page: full rows of two, three, four and six.
const PAGE_MAX: i64 = 24;

#[derive(Deserialize)]
pub(crate) struct Listing {
    #[serde(default)]
    sort: String,
    after: Option<String>,
}

/// `/{locale}/c/{slug}`
pub(crate) async fn category(
    visit: Visit,
    Path((locale, slug)): Path<(String, String)>,
    Query(listing): Query<Listing>,
) -> Response {
    or_failure(&visit, render(&visit, &locale, &slug, listing).await).await
}

async fn render(visit: &Visit, locale: &str, slug: &str, listing: Listing) -> Result<Response, PageError> {
    visit.require_locale(locale)?;
    let found = visit.tree.by_slug(slug).ok_or_else(|| FlowError::not_found("category", slug))?;
    let sort = Sort::from_query(&listing.sort);
    let query = ProductQuery {
        category: Some(found.id),
        status: Some("published".to_owned()),
        sort: match sort {
            Sort::BestSelling => ProductSort::BestSelling,
            Sort::Newest => ProductSort::Newest,
            Sort::PriceAscending => ProductSort::PriceAscending,
            Sort::PriceDescending => ProductSort::PriceDescending,
        },
        ..ProductQuery::default()
    };
    // A cursor that is none, from an old or mangled link, shows the first page.
    let after = listing.after.as_deref().and_then(Cursor::parse);
    let page = match (&after, &listing.after) {
        (Some(_), Some(text)) => PageLink::After(text.clone()),
        _ => PageLink::First,
    };
    let list = list_products(&visit.state.shop, query, Page { limit: PAGE_MAX, after }, &visit.call).await?;
    let path = visit.tree.path(found.id);
    let ancestors = path.iter().take(path.len().saturating_sub(1));
    let html = CategoryPage {
        layout: visit.layout(),
        name: found.name.clone(),
        slug: found.slug.clone(),
        ancestors: ancestors.map(|category| visit.link(category)).collect(),
        subcategories: visit.links(Some(found.id)),
        product_count: u64::try_from(list.total).unwrap_or(0),
        products: list.items.iter().map(card).collect(),
        sort,
        previous: (page != PageLink::First).then_some(PageLink::First),
        page,
        next: list.next.map(|cursor| PageLink::After(cursor.to_text())),
    };
    Ok(visit.html(StatusCode::OK, html.render()?))
}
