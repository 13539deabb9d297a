//! The home page: what is popular, what suits the visitor, and the ways into the catalogue.

use askama::Template;
use mercat_model::Locale;

use crate::StorefrontError;
use crate::address;
use crate::card::{CategoryLink, ProductCard};
use crate::json_ld;
use crate::layout::{Frame, Layout};
use crate::texts::Texts;

/// Pictures of popular goods beside the welcome.
const WELCOME_PICTURES: usize = 3;

/// The home page of a shop with products.
#[derive(Debug, Clone, PartialEq)]
pub struct HomePage {
    /// The frame.
    pub layout: Layout,
    /// How many products are published.
    pub product_count: u64,
    /// How many merchants sell them.
    pub merchant_count: u64,
    /// What this visitor may like, with reasons; empty when nothing is known of them.
    pub for_you: Vec<ProductCard>,
    /// What sells now.
    pub popular: Vec<ProductCard>,
    /// What came last; may be empty.
    pub new_arrivals: Vec<ProductCard>,
    /// The top of the category tree as tiles.
    pub categories: Vec<CategoryLink>,
}

#[derive(Template)]
#[template(path = "home.html")]
struct HomeView<'a> {
    page: &'a HomePage,
    frame: Frame<'a>,
    t: Texts,
    facts: String,
}

impl HomePage {
    /// Writes the page.
    pub fn render(&self) -> Result<String, StorefrontError> {
        let t = self.layout.texts();
        let shop = self.layout.shop_name.as_str();
        let facts = t.text_of(
            "home-facts",
            &[
                ("products", self.product_count.into()),
                ("merchants", self.merchant_count.into()),
                ("categories", self.categories.len().into()),
            ],
        );
        let description =
            t.text_of("home-description", &[("shop", shop.into()), ("facts", facts.as_str().into())]);
        let mut frame =
            Frame::new(&self.layout, t.text_with("home-page-title", "shop", shop), |locale: &Locale| {
                address::home(locale)
            })
            .described(&description);
        frame.json_ld.push(json_ld::web_site(&self.layout));
        frame.open_graph_image = self.popular.first().map(|card| self.layout.absolute(&card.picture));
        Ok(HomeView { page: self, frame, t, facts }.render()?)
    }
}

impl HomeView<'_> {
    fn welcome_pictures(&self) -> &[ProductCard] {
        &self.page.popular[..self.page.popular.len().min(WELCOME_PICTURES)]
    }
}
