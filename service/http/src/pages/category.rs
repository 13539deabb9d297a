//! A category's page.

use std::convert::Infallible;

use axum::extract::{FromRequestParts, Path};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::Response;
use mercat_flow::product::{ProductQuery, ProductRow, ProductSort, list_products};
use mercat_flow::{Cursor, FlowError, Page};
use mercat_storefront::{CategoryPage, Page as PageLink, Sort};
use serde_json::{Map, Value, json};

use crate::extract::form_pairs;
use crate::pages::failure::{PageError, or_failure};
use crate::pages::page_view::{Seen, fields};
use crate::pages::visit::{Visit, card};
use crate::state::AppState;

/// Goods of one page: full rows of two, three, four and six.
const PAGE_MAX: i64 = 24;

/// The order and the page. Old and mangled links show what they can, so nothing is refused.
#[derive(Default)]
pub(crate) struct Listing {
    sort: String,
    after: Option<String>,
}

impl FromRequestParts<AppState> for Listing {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &AppState) -> Result<Self, Infallible> {
        let mut listing = Listing::default();
        for (name, value) in form_pairs(parts.uri.query().unwrap_or_default().as_bytes()) {
            match &*name {
                "sort" => listing.sort = value.into_owned(),
                "after" => listing.after = Some(value.into_owned()),
                _ => {}
            }
        }
        Ok(listing)
    }
}

/// `/{locale}/c/{slug}`
pub(crate) async fn category(
    visit: Visit,
    Path((locale, slug)): Path<(String, String)>,
    listing: Listing,
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
    let (shop, call) = (&visit.state.shop, &visit.call);
    // A cursor that is none, or of another order, shows the first page.
    let after = listing.after.and_then(|text| Some((Cursor::parse(&text)?, text)));
    let (page, list) = match after {
        None => (PageLink::First, list_products(shop, query, Page::first(PAGE_MAX), call).await?),
        Some((cursor, text)) => {
            let page = Page { limit: PAGE_MAX, after: Some(cursor) };
            match list_products(shop, query.clone(), page, call).await {
                Ok(list) => (PageLink::After(text), list),
                Err(FlowError::Invalid { field: "cursor", .. }) => {
                    (PageLink::First, list_products(shop, query, Page::first(PAGE_MAX), call).await?)
                }
                Err(error) => return Err(error.into()),
            }
        }
    };
    let path = visit.tree.path(found.id);
    let ancestors = path.iter().take(path.len().saturating_sub(1));
    let event = Some(("Product List Viewed", viewed(slug, sort, &list.items)));
    let seen = Seen { name: "Category", title: &found.name, event };
    let html = CategoryPage {
        layout: visit.layout_of(&seen),
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
    visit.page(&seen, StatusCode::OK, html.render()?)
}

/// The properties of Segment's `Product List Viewed`; the ids say all, so the page stays light.
fn viewed(slug: &str, sort: Sort, rows: &[ProductRow]) -> Map<String, Value> {
    let place =
        |(index, row): (usize, &ProductRow)| json!({"product_id": row.id.to_string(), "position": index + 1});
    let products: Vec<Value> = rows.iter().enumerate().map(place).collect();
    fields(json!({"list_id": slug, "category": slug, "sort": sort.as_str(), "products": products}))
}
