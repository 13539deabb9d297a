//! The home page, and the choice of its language.

use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use mercat_flow::product::{ProductQuery, ProductSort, list_products, merchants};
use mercat_flow::recommend::Slot;
use mercat_flow::{FlowError, Page};
use mercat_storefront::{EmptyShopPage, HomePage, address};

use crate::pages::failure::{PageError, or_failure};
use crate::pages::page_view::Seen;
use crate::pages::visit::{Visit, card};

/// Goods of each strip: full rows of two and of five.
const STRIP_MAX: usize = 10;

/// `/` leads to the reader's language.
pub(crate) async fn choose_language(visit: Visit) -> Response {
    let mut response = Redirect::temporary(&address::home(&visit.locale)).into_response();
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("accept-language"));
    response
}

/// `/{locale}`
pub(crate) async fn home(visit: Visit, Path(locale): Path<String>) -> Response {
    or_failure(&visit, render(&visit, &locale).await).await
}

async fn render(visit: &Visit, locale: &str) -> Result<Response, PageError> {
    visit.require_locale(locale)?;
    let seen = Seen { name: "Home", title: &visit.settings.name, event: None };
    let shop = &visit.state.shop;
    let newest = ProductQuery {
        status: Some("published".to_owned()),
        sort: ProductSort::Newest,
        ..ProductQuery::default()
    };
    let newest = list_products(shop, newest, Page::first(STRIP_MAX as i64), &visit.call).await?;
    if newest.total == 0 {
        let html = EmptyShopPage { layout: visit.layout_of(&seen) }.render()?;
        return visit.page(&seen, StatusCode::OK, html);
    }
    let (for_you, personal) = visit.recommended(Slot::ForYou, None, STRIP_MAX).await?;
    let (mut popular, _) = visit.recommended(Slot::Popular, None, STRIP_MAX).await?;
    // The strip's own title says why they are here.
    popular.iter_mut().for_each(|card| card.reason = None);
    let count = |number: i64| u64::try_from(number).map_err(|e| FlowError::Internal(e.to_string()));
    let mut categories = visit.links(None);
    for link in &mut categories {
        link.picture = sample_picture(visit, &link.slug).await?;
    }
    let page = HomePage {
        layout: visit.layout_of(&seen),
        product_count: count(newest.total)?,
        merchant_count: merchants(shop).await?.len() as u64,
        for_you: if personal { for_you } else { Vec::new() },
        popular,
        new_arrivals: newest.items.iter().map(card).collect(),
        categories,
    };
    visit.page(&seen, StatusCode::OK, page.render()?)
}

/// The picture of a category: that of its best-selling product.
async fn sample_picture(visit: &Visit, slug: &str) -> Result<Option<String>, FlowError> {
    let query = ProductQuery {
        category: visit.tree.by_slug(slug).map(|category| category.id),
        status: Some("published".to_owned()),
        sort: ProductSort::BestSelling,
        ..ProductQuery::default()
    };
    let list = list_products(&visit.state.shop, query, Page::first(1), &visit.call).await?;
    Ok(list.items.first().map(crate::wire::product::picture))
}
