//! The products as the models see them: positions instead of ids, the category tree, what may be shown.

use std::collections::HashMap;

use mercat_model::{CategoryId, ProductId};

use crate::dataset::{CATEGORY_DEPTH_MAX, Dataset, NO_REGION};
use crate::error::RecommendError;

/// Marks a category without one above it.
pub(crate) const NO_PARENT: u32 = u32::MAX;

/// Buyers that a product needs before its share of repeat buyers means something.
const REPEATABLE_BUYERS_MIN: u32 = 5;

/// Products ascending by id; a position is an index into them.
#[derive(Debug)]
pub struct Catalogue {
    parts: CatalogueParts,
    members: Lists,
    region_of: HashMap<String, u16>,
}

/// The facts that are kept in an artefact; everything else follows from them.
#[derive(Debug, Clone, Default)]
pub(crate) struct CatalogueParts {
    pub(crate) ids: Vec<ProductId>,
    pub(crate) category_of: Vec<u32>,
    pub(crate) published: Vec<u8>,
    pub(crate) repeatable: Vec<u8>,
    pub(crate) categories: Vec<CategoryId>,
    pub(crate) parents: Vec<u32>,
    pub(crate) regions: Vec<String>,
}

/// Lists of positions, one after another.
#[derive(Debug)]
pub(crate) struct Lists {
    offsets: Vec<u32>,
    items: Vec<u32>,
}

impl Catalogue {
    /// Takes the products and categories of a dataset and finds out which products people buy again.
    pub(crate) fn of(dataset: &Dataset, repeatable_share: f32) -> Result<Self, RecommendError> {
        let mut categories: Vec<CategoryId> = dataset.products().iter().map(|p| p.category).collect();
        categories.extend(dataset.categories().iter().flat_map(|c| [Some(c.id), c.parent]).flatten());
        categories.sort_unstable();
        categories.dedup();
        let position = |id: CategoryId| categories.binary_search(&id).map_or(NO_PARENT, |at| at as u32);
        let mut parents = vec![NO_PARENT; categories.len()];
        for category in dataset.categories() {
            parents[position(category.id) as usize] = category.parent.map_or(NO_PARENT, position);
        }
        Catalogue::new(CatalogueParts {
            ids: dataset.products().iter().map(|p| p.id).collect(),
            category_of: dataset.products().iter().map(|p| position(p.category)).collect(),
            published: dataset.products().iter().map(|p| u8::from(p.published)).collect(),
            repeatable: repeatable(dataset, repeatable_share),
            categories,
            parents,
            regions: dataset.regions().to_vec(),
        })
    }

    /// Checks the parts against each other and derives the lists.
    pub(crate) fn new(parts: CatalogueParts) -> Result<Self, RecommendError> {
        let refuse = |array: &str, what| Err(RecommendError::array(array, what));
        let count = parts.ids.len();
        if parts.category_of.len() != count
            || parts.published.len() != count
            || parts.repeatable.len() != count
        {
            return refuse("catalogue.ids", "its length differs from the other arrays of products");
        }
        if parts.ids.windows(2).any(|pair| pair[0] >= pair[1]) {
            return refuse("catalogue.ids", "not ascending");
        }
        if parts.categories.windows(2).any(|pair| pair[0] >= pair[1]) {
            return refuse("catalogue.categories", "not ascending");
        }
        if parts.category_of.iter().any(|category| *category as usize >= parts.categories.len()) {
            return refuse("catalogue.category_of", "an index beyond the categories");
        }
        let climbs = |parent: &u32| *parent == NO_PARENT || (*parent as usize) < parts.categories.len();
        if parts.parents.len() != parts.categories.len() || !parts.parents.iter().all(climbs) {
            return refuse("catalogue.parents", "an index beyond the categories");
        }
        if parts.regions.len() >= usize::from(NO_REGION) {
            return refuse("catalogue.regions", "too many regions");
        }
        let region_of = parts.regions.iter().cloned().zip(0..).collect();
        let published = (0..count as u32).filter(|p| parts.published[*p as usize] != 0);
        let members = Lists::by_category(&parts, published);
        Ok(Catalogue { parts, members, region_of })
    }

    pub(crate) fn parts(&self) -> &CatalogueParts {
        &self.parts
    }

    /// How many products there are, shown or not.
    pub fn len(&self) -> usize {
        self.parts.ids.len()
    }

    /// Whether there is no product.
    pub fn is_empty(&self) -> bool {
        self.parts.ids.is_empty()
    }

    /// How many categories there are.
    pub fn category_count(&self) -> usize {
        self.parts.categories.len()
    }

    /// How many products may be shown.
    pub fn published_count(&self) -> usize {
        self.parts.published.iter().filter(|published| **published != 0).count()
    }

    /// The id at a position below [`Catalogue::len`].
    pub fn id(&self, product: u32) -> ProductId {
        self.parts.ids[product as usize]
    }

    /// The position of a product. Cost: a binary search.
    pub fn position(&self, id: ProductId) -> Option<u32> {
        self.parts.ids.binary_search(&id).ok().map(|at| at as u32)
    }

    /// The position of a category.
    pub fn category_position(&self, id: CategoryId) -> Option<u32> {
        self.parts.categories.binary_search(&id).ok().map(|at| at as u32)
    }

    /// The id of a category by its position.
    pub fn category_id(&self, category: u32) -> CategoryId {
        self.parts.categories[category as usize]
    }

    /// The position of a region by its name.
    pub fn region_position(&self, name: &str) -> Option<u16> {
        self.region_of.get(name).copied()
    }

    /// The name of a region by its position.
    pub fn region_name(&self, region: u16) -> &str {
        &self.parts.regions[usize::from(region)]
    }

    /// The category in which a product hangs.
    pub fn category_of(&self, product: u32) -> u32 {
        self.parts.category_of[product as usize]
    }

    /// Whether shoppers may see a product.
    pub fn is_published(&self, product: u32) -> bool {
        self.parts.published[product as usize] != 0
    }

    /// Whether many buyers of a product buy it again, so that owners may be shown it.
    pub fn is_repeatable(&self, product: u32) -> bool {
        self.parts.repeatable[product as usize] != 0
    }

    /// Whether a product hangs in a category or below it.
    pub fn is_within(&self, product: u32, category: u32) -> bool {
        self.parts.ancestry(self.category_of(product)).any(|above| above == category)
    }

    /// The published products in a category or below it, ascending.
    pub fn members(&self, category: u32) -> &[u32] {
        self.members.of(category)
    }
}

impl CatalogueParts {
    /// A category and those above it, from the bottom, at most [`CATEGORY_DEPTH_MAX`].
    pub(crate) fn ancestry(&self, category: u32) -> impl Iterator<Item = u32> {
        let above = |at: &u32| Some(self.parents[*at as usize]).filter(|parent| *parent != NO_PARENT);
        std::iter::successors(Some(category), above).take(CATEGORY_DEPTH_MAX)
    }
}

impl Lists {
    /// Puts products into the list of their category and of all above, in the order in which they come.
    pub(crate) fn by_category(parts: &CatalogueParts, products: impl Iterator<Item = u32>) -> Self {
        let mut placed: Vec<(u32, u32, u32)> = Vec::new();
        for (rank, product) in (0_u32..).zip(products) {
            let category = parts.category_of[product as usize];
            placed.extend(parts.ancestry(category).map(|above| (above, rank, product)));
        }
        placed.sort_unstable();
        // A circle in the tree would list a product twice.
        placed.dedup();
        let mut offsets = vec![0; parts.categories.len() + 1];
        for (category, _, _) in &placed {
            offsets[*category as usize + 1] += 1;
        }
        for at in 1..offsets.len() {
            offsets[at] += offsets[at - 1];
        }
        Lists { offsets, items: placed.into_iter().map(|(_, _, product)| product).collect() }
    }

    pub(crate) fn of(&self, list: u32) -> &[u32] {
        let at = list as usize;
        &self.items[self.offsets[at] as usize..self.offsets[at + 1] as usize]
    }
}

/// Marks products of which at least `share` of the buyers bought at two times or more.
fn repeatable(dataset: &Dataset, share: f32) -> Vec<u8> {
    use crate::dataset::Signal;
    let mut buyers = vec![(0_u32, 0_u32); dataset.products().len()];
    for actor in dataset.actors() {
        let bought = actor.iter().filter(|i| i.kind == Signal::Purchase);
        let mut bought: Vec<_> = bought.map(|i| (i.product, i.at)).collect();
        bought.sort_unstable();
        bought.dedup();
        for times in bought.chunk_by(|a, b| a.0 == b.0) {
            let (all, again) = &mut buyers[times[0].0 as usize];
            *all += 1;
            *again += u32::from(times.len() > 1);
        }
    }
    let is_repeatable =
        |(all, again): &(u32, u32)| *all >= REPEATABLE_BUYERS_MIN && *again as f32 >= share * *all as f32;
    buyers.iter().map(|counts| u8::from(is_repeatable(counts))).collect()
}
