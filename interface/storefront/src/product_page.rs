//! A product: what it is, what it costs, who sells it, and what goes with it.

use askama::Template;
use mercat_model::UnitPrice;

use crate::StorefrontError;
use crate::address;
use crate::attribute;
use crate::card::{CategoryLink, ProductCard};
use crate::json_ld;
use crate::layout::{Frame, Layout};
use crate::texts::Texts;

/// A product's page.
#[derive(Debug, Clone, PartialEq)]
pub struct ProductPage {
    /// The frame.
    pub layout: Layout,
    /// The name of the goods in the page's language.
    pub title: String,
    /// The readable part of its address.
    pub slug: String,
    /// A few sentences, paragraphs parted by line breaks; may be empty.
    pub description: String,
    /// The merchant's own code.
    pub sku: String,
    /// The address of its picture, from the root.
    pub picture: String,
    /// The price of one piece.
    pub price: UnitPrice,
    /// Who sells it.
    pub merchant: String,
    /// Named properties as the product holds them, such as `colour` → `teal`. `brand` also goes to search engines.
    pub attributes: Vec<(String, String)>,
    /// The categories it lies in, from the top to its own.
    pub ancestors: Vec<CategoryLink>,
    /// Goods like it, with reasons.
    pub similar: Vec<ProductCard>,
    /// Goods bought by those who bought it, with reasons.
    pub bought_together: Vec<ProductCard>,
}

#[derive(Template)]
#[template(path = "product.html")]
struct ProductView<'a> {
    page: &'a ProductPage,
    frame: Frame<'a>,
    t: Texts,
    /// Names and values in the page's language.
    attributes: Vec<(String, String)>,
}

impl ProductPage {
    /// Writes the page.
    pub fn render(&self) -> Result<String, StorefrontError> {
        let t = self.layout.texts();
        let shop = self.layout.shop_name.as_str();
        let title = t
            .text_of("product-page-title", &[("product", self.title.as_str().into()), ("shop", shop.into())]);
        let summary = t.text_of(
            "product-summary",
            &[
                ("product", self.title.as_str().into()),
                ("merchant", self.merchant.as_str().into()),
                ("price", t.price(self.price).into()),
            ],
        );
        let description = if self.description.trim().is_empty() { &summary } else { &self.description };
        let mut frame = Frame::new(&self.layout, title, |locale| address::product(locale, &self.slug))
            .described(description);
        let trail: Vec<&CategoryLink> = self.ancestors.iter().collect();
        let own = (self.title.as_str(), address::product(&self.layout.locale, &self.slug));
        frame.json_ld.push(json_ld::product(self, description));
        frame.json_ld.push(json_ld::breadcrumbs(&self.layout, &t, &trail, Some(own)));
        frame.open_graph_type = "product";
        frame.open_graph_image = Some(self.layout.absolute(&self.picture));
        frame.current_category = self.ancestors.first().map(|top| top.slug.as_str());
        let attributes = self
            .attributes
            .iter()
            .map(|(name, value)| (attribute::name(&t, name), attribute::value(&t, value)))
            .collect();
        Ok(ProductView { page: self, frame, t, attributes }.render()?)
    }
}

impl ProductView<'_> {
    fn paragraphs(&self) -> impl Iterator<Item = &str> {
        self.page.description.lines().map(str::trim).filter(|line| !line.is_empty())
    }
}
