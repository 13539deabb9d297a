//! What a training learns from: products, categories, regions and interactions, checked and put in order.
//!
//! The caller numbers products and regions by position and actors as it likes; a dataset sorts the products by
//! id and the interactions by actor and time, so that the order of the input never shows in a model.

use std::sync::Arc;

use mercat_model::{CategoryId, ProductId, Timestamp};
use rayon::prelude::*;

use crate::error::RecommendError;

/// Products of one training: at 64 neighbours the tables of a million products take 1.6 GB.
pub const PRODUCTS_MAX: usize = 1_000_000;
/// Interactions of one training: 24 bytes each, so 480 MB.
pub const INTERACTIONS_MAX: usize = 20_000_000;
/// Categories: far more than any shop's tree has.
pub const CATEGORIES_MAX: usize = 100_000;
/// Levels that are climbed from a category upwards; a circle in the tree ends here.
pub const CATEGORY_DEPTH_MAX: usize = 32;
/// Regions: all countries, or the prefectures of a large one.
pub const REGIONS_MAX: usize = 5_000;
/// Bytes of a product's text that are read; the rest of a longer one says little more about it.
pub const TEXT_BYTES_MAX: usize = 16 * 1_024;
/// Attributes of a product that are read.
pub const ATTRIBUTES_MAX: usize = 64;
/// The region of an interaction whose region is not known.
pub const NO_REGION: u16 = u16::MAX;

/// What an actor did with a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Signal {
    /// Opened its page.
    View,
    /// Put it into the basket.
    Add,
    /// Bought it.
    Purchase,
    /// Reviewed it.
    Review,
    /// Sent all of it back.
    Return,
}

/// A product to learn about.
#[derive(Debug, Clone, PartialEq)]
pub struct ProductInput {
    /// Its id; the time in it tells new products from old ones.
    pub id: ProductId,
    /// The category it hangs in.
    pub category: CategoryId,
    /// Titles and descriptions in all languages, joined by spaces.
    pub text: String,
    /// Named properties, such as `colour` → `teal`.
    pub attributes: Vec<(String, String)>,
    /// The price of one piece in millionths of the major unit; 0 when unknown.
    pub price_micros: i64,
    /// Whether shoppers may see it. Others are learned from but never recommended.
    pub published: bool,
}

/// A category and the one above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CategoryInput {
    /// Its id.
    pub id: CategoryId,
    /// The category above; none at the top.
    pub parent: Option<CategoryId>,
}

/// One actor did one thing with one product.
///
/// Purchases of one actor at the same instant are one basket. A guest's order is an actor of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Interaction {
    /// The number of a member, a visitor or a guest's order.
    pub actor: u32,
    /// When.
    pub at: Timestamp,
    /// The position of the product in the input.
    pub product: u32,
    /// What was done.
    pub kind: Signal,
    /// The position of the region in the input, or [`NO_REGION`].
    pub region: u16,
}

/// The rows as the caller has them, in any order.
#[derive(Debug, Clone, Default)]
pub struct DatasetInput {
    /// All products that interactions or pages may name.
    pub products: Vec<ProductInput>,
    /// The tree; categories that are not listed have nothing above them.
    pub categories: Vec<CategoryInput>,
    /// Names of regions.
    pub regions: Vec<String>,
    /// What happened.
    pub interactions: Vec<Interaction>,
}

/// Checked rows: products ascending by id, interactions ascending by (actor, time, product).
#[derive(Debug, Clone)]
pub struct Dataset {
    products: Arc<[ProductInput]>,
    categories: Arc<[CategoryInput]>,
    regions: Arc<[String]>,
    interactions: Vec<Interaction>,
}

impl Dataset {
    /// Checks the bounds and the indices, and sorts. Cost: two sorts.
    pub fn new(input: DatasetInput) -> Result<Self, RecommendError> {
        let DatasetInput { products, categories, regions, mut interactions } = input;
        bounded("products", products.len(), PRODUCTS_MAX)?;
        bounded("categories", categories.len(), CATEGORIES_MAX)?;
        bounded("regions", regions.len(), REGIONS_MAX)?;
        bounded("interactions", interactions.len(), INTERACTIONS_MAX)?;
        for (row, interaction) in interactions.iter().enumerate() {
            known(row, "product", interaction.product, products.len())?;
            if interaction.region != NO_REGION {
                known(row, "region", u32::from(interaction.region), regions.len())?;
            }
        }
        let (products, position_of) = sorted(products)?;
        interactions.par_iter_mut().for_each(|i| i.product = position_of[i.product as usize]);
        interactions.par_sort_unstable();
        Ok(Dataset {
            products: products.into(),
            categories: categories.into(),
            regions: regions.into(),
            interactions,
        })
    }

    /// The products, ascending by id.
    pub fn products(&self) -> &[ProductInput] {
        &self.products
    }

    /// The tree as given.
    pub fn categories(&self) -> &[CategoryInput] {
        &self.categories
    }

    /// The names of the regions as given.
    pub fn regions(&self) -> &[String] {
        &self.regions
    }

    /// All interactions, ascending by actor and time; `product` is the position in [`Dataset::products`].
    pub fn interactions(&self) -> &[Interaction] {
        &self.interactions
    }

    /// The interactions of each actor, ascending by time.
    pub fn actors(&self) -> impl Iterator<Item = &[Interaction]> {
        self.interactions.chunk_by(|a, b| a.actor == b.actor)
    }

    /// The same products with only some of the interactions.
    pub(crate) fn filtered(&self, keep: impl Fn(&Interaction) -> bool) -> Self {
        let interactions = self.interactions.iter().copied().filter(|i| keep(i)).collect();
        Dataset {
            products: self.products.clone(),
            categories: self.categories.clone(),
            regions: self.regions.clone(),
            interactions,
        }
    }

    /// When the latest interaction was; the ages of all others are counted from it.
    pub fn latest(&self) -> Timestamp {
        self.interactions.iter().map(|i| i.at).max().unwrap_or_default()
    }
}

fn bounded(what: &'static str, count: usize, max: usize) -> Result<(), RecommendError> {
    if count > max { Err(RecommendError::TooMany { what, count, max }) } else { Ok(()) }
}

fn known(row: usize, what: &'static str, index: u32, count: usize) -> Result<(), RecommendError> {
    if (index as usize) < count {
        return Ok(());
    }
    Err(RecommendError::UnknownIndex { row, what, index, count })
}

/// The products by id, and the new position of each old one.
fn sorted(products: Vec<ProductInput>) -> Result<(Vec<ProductInput>, Vec<u32>), RecommendError> {
    let mut numbered: Vec<(u32, ProductInput)> = (0..).zip(products).collect();
    numbered.sort_by_key(|(_, product)| product.id);
    if let Some(pair) = numbered.windows(2).find(|pair| pair[0].1.id == pair[1].1.id) {
        return Err(RecommendError::DuplicateProduct(pair[0].1.id));
    }
    let mut position_of = vec![0; numbered.len()];
    for (position, (old, _)) in (0..).zip(&numbered) {
        position_of[*old as usize] = position;
    }
    Ok((numbered.into_iter().map(|(_, product)| product).collect(), position_of))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn product(n: u64) -> ProductInput {
        ProductInput {
            id: ProductId::from_parts(n, [0; 10]),
            category: CategoryId::from_parts(1, [0; 10]),
            text: format!("product {n}"),
            attributes: Vec::new(),
            price_micros: 0,
            published: true,
        }
    }

    fn view(actor: u32, product: u32, at: i64) -> Interaction {
        Interaction { actor, at: Timestamp::from_micros(at), product, kind: Signal::View, region: NO_REGION }
    }

    #[test]
    fn products_are_sorted_and_interactions_follow_them() {
        let input = DatasetInput {
            products: vec![product(9), product(3)],
            interactions: vec![view(2, 0, 5), view(1, 1, 7), view(2, 1, 4)],
            ..DatasetInput::default()
        };
        let dataset = Dataset::new(input).unwrap();
        assert_eq!(dataset.products()[0].text, "product 3");
        assert_eq!(dataset.interactions(), [view(1, 0, 7), view(2, 0, 4), view(2, 1, 5)]);
        assert_eq!(dataset.actors().map(<[_]>::len).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(dataset.latest().as_micros(), 7);
    }

    #[test]
    fn bad_rows_are_refused() {
        let of = |products, interactions| {
            Dataset::new(DatasetInput { products, interactions, ..DatasetInput::default() }).unwrap_err()
        };
        assert_eq!(of(vec![product(3), product(3)], vec![]), RecommendError::DuplicateProduct(product(3).id));
        let beyond = of(vec![product(3)], vec![view(0, 1, 0)]).to_string();
        assert!(beyond.starts_with("interaction `0` has product `1`, but only 1 are given"), "{beyond}");
        let nowhere = of(vec![product(3)], vec![Interaction { region: 0, ..view(0, 0, 0) }]);
        assert!(matches!(nowhere, RecommendError::UnknownIndex { what: "region", .. }));
    }
}
