//! A product's page.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use mercat_flow::product::{ProductRow, product_by_slug};
use mercat_flow::recommend::Slot;
use mercat_storefront::ProductPage;
use serde_json::{Map, Value, json};

use crate::pages::failure::{PageError, or_failure};
use crate::pages::page_view::{Seen, fields, price};
use crate::pages::visit::Visit;

/// Goods of each strip.
const STRIP_MAX: usize = 5;

/// `/{locale}/p/{slug}`
pub(crate) async fn product(visit: Visit, Path((locale, slug)): Path<(String, String)>) -> Response {
    or_failure(&visit, render(&visit, &locale, &slug).await).await
}

async fn render(visit: &Visit, locale: &str, slug: &str) -> Result<Response, PageError> {
    visit.require_locale(locale)?;
    let row = product_by_slug(&visit.state.shop, slug, &visit.call).await?;
    let (bought_together, _) = visit.recommended(Slot::BoughtWith(row.id), None, STRIP_MAX).await?;
    let (similar, _) = visit.recommended(Slot::SimilarTo(row.id), None, STRIP_MAX).await?;
    let path = visit.tree.path(row.category_id);
    let seen = Seen { name: "Product", title: &row.title, event: Some(("Product Viewed", viewed(&row))) };
    let page = ProductPage {
        layout: visit.layout_of(&seen),
        title: row.title.clone(),
        slug: row.slug.clone(),
        description: row.description.clone(),
        sku: row.sku.clone(),
        picture: crate::wire::product::picture(&row),
        price: row.price,
        merchant: row.merchant_name.clone(),
        attributes: row.attributes.clone().into_iter().collect(),
        ancestors: path.into_iter().map(|category| visit.link(category)).collect(),
        similar,
        bought_together,
    };
    let mut response = visit.page(&seen, StatusCode::OK, page.render()?)?;
    visit.remember(row.id, &mut response);
    Ok(response)
}

/// The properties of Segment's `Product Viewed`.
fn viewed(row: &ProductRow) -> Map<String, Value> {
    let mut said = fields(json!({
        "product_id": row.id.to_string(),
        "sku": row.sku,
        "name": row.title,
        "category": row.category_slug,
        "price": price(row.price),
        "currency": row.price.currency.code(),
        "quantity": 1,
    }));
    if let Some(brand) = row.attributes.get("brand") {
        said.insert("brand".to_owned(), brand.clone().into());
    }
    said
}
