//! What stands in grids and strips: product cards and category links.

use mercat_model::UnitPrice;

/// A product as it stands in a grid.
#[derive(Debug, Clone, PartialEq)]
pub struct ProductCard {
    /// The name of the goods in the page's language.
    pub title: String,
    /// The readable part of its address.
    pub slug: String,
    /// The address of its picture, from the root.
    pub picture: String,
    /// The price of one piece.
    pub price: UnitPrice,
    /// Who sells it.
    pub merchant: String,
    /// Why it is shown, as [`crate::reason_text`] writes it; none in plain lists.
    pub reason: Option<String>,
}

/// A category as it stands in the navigation, in breadcrumbs and as a tile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CategoryLink {
    /// Its name in the page's language.
    pub name: String,
    /// The readable part of its address.
    pub slug: String,
    /// How many products lie in it and below; left out where unknown.
    pub product_count: Option<u64>,
    /// The address of a picture for its tile, from the root: that of a product in it.
    pub picture: Option<String>,
}

impl CategoryLink {
    /// A link with nothing but its name.
    pub fn new(name: &str, slug: &str) -> Self {
        CategoryLink { name: name.to_owned(), slug: slug.to_owned(), product_count: None, picture: None }
    }
}
