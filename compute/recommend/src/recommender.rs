//! The trait that every model implements, what it is asked and what it answers.

use mercat_model::Timestamp;

use crate::catalogue::Catalogue;
use crate::dataset::Signal;

/// A model that lists products for a query.
pub trait Recommender: Send + Sync {
    /// The stable name in snake case, as counted and shown.
    fn name(&self) -> &'static str;

    /// At most `limit` different products that the query allows, best first; ties go to the lower position, that
    /// is the lower id. Scores are finite and compare only within one answer. May be empty.
    fn recommend(&self, query: &Query<'_>, limit: usize) -> Vec<Scored>;
}

/// What a model may know of a request. Positions are those of the catalogue.
#[derive(Debug, Clone, Copy)]
pub struct Query<'a> {
    /// The products that the positions refer to.
    pub catalogue: &'a Catalogue,
    /// The product that the page is about.
    pub product: Option<u32>,
    /// Only products in this category or below it.
    pub category: Option<u32>,
    /// Where the visitor is.
    pub region: Option<u16>,
    /// What the visitor did, latest first; empty when nothing is known or nothing may be used.
    pub history: &'a [Visit],
    /// Positions never to list, ascending.
    pub exclude: &'a [u32],
    /// The time of the request.
    pub now: Timestamp,
}

/// One thing that the visitor did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visit {
    /// The position of the product.
    pub product: u32,
    /// What was done.
    pub signal: Signal,
    /// When.
    pub at: Timestamp,
}

/// A product, how well it suits, and why.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scored {
    /// The position of the product.
    pub product: u32,
    /// The higher, the better; finite.
    pub score: f32,
    /// The strongest cause.
    pub because: Because,
}

/// Why a product is listed. Positions are those of the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because {
    /// Many people want it.
    Popular,
    /// Many people want it among this category.
    PopularInCategory(u32),
    /// Many people in this region want it.
    PopularInRegion(u16),
    /// People who bought this product bought it too.
    AlsoBought(u32),
    /// It is like this product.
    SimilarTo(u32),
    /// The visitor looked at this product.
    Viewed(u32),
    /// The visitor bought this product.
    Bought(u32),
    /// It is new in the shop.
    NewArrival,
    /// Nothing speaks for it but that it is for sale.
    Catalogue,
}

impl Query<'_> {
    /// Whether a product may be listed: published, in the category, not excluded, not the page's own.
    pub fn allows(&self, product: u32) -> bool {
        self.catalogue.is_published(product)
            && self.product != Some(product)
            && self.category.is_none_or(|category| self.catalogue.is_within(product, category))
            && self.exclude.binary_search(&product).is_err()
    }
}

/// Keeps the best `limit`, best first, ties to the lower position.
pub(crate) fn best_first(mut scored: Vec<Scored>, limit: usize) -> Vec<Scored> {
    let order = |a: &Scored, b: &Scored| b.score.total_cmp(&a.score).then(a.product.cmp(&b.product));
    if limit == 0 {
        return Vec::new();
    }
    if scored.len() > limit {
        scored.select_nth_unstable_by(limit - 1, order);
        scored.truncate(limit);
    }
    scored.sort_unstable_by(order);
    scored
}
