//! The category tree and the merchants, as lists and pages need them.

use std::collections::{BTreeSet, HashMap};

use mercat_model::CategoryId;
use mercat_store::category::{self, CategoryRow};
use mercat_store::merchant::{self, Merchant};
use mercat_store::product::Languages;
use mercat_store::{StoreError, Tx};

use crate::call::Call;
use crate::error::FlowError;
use crate::setting::load;
use crate::shop::Shop;

/// Levels that are climbed: a circle in the tree ends here.
const DEPTH_MAX: usize = 32;

/// The tree in one language.
#[derive(Debug, Clone, Default)]
pub struct CategoryTree {
    /// All categories, siblings in order.
    pub categories: Vec<CategoryRow>,
}

impl CategoryTree {
    pub(crate) fn load(tx: &mut Tx<'_>, languages: &Languages) -> Result<Self, StoreError> {
        Ok(CategoryTree { categories: category::tree(tx, languages)? })
    }

    /// The category at an address.
    pub fn by_slug(&self, slug: &str) -> Option<&CategoryRow> {
        self.categories.iter().find(|category| category.slug == slug)
    }

    /// The categories directly below; `None` gives the top.
    pub fn children(&self, parent: Option<CategoryId>) -> impl Iterator<Item = &CategoryRow> {
        self.categories.iter().filter(move |category| category.parent_id == parent)
    }

    /// From the top down to a category.
    pub fn path(&self, category: CategoryId) -> Vec<&CategoryRow> {
        let by_id: HashMap<CategoryId, &CategoryRow> = self.categories.iter().map(|c| (c.id, c)).collect();
        let mut path = Vec::new();
        let mut next = by_id.get(&category).copied();
        while let Some(category) = next.filter(|_| path.len() < DEPTH_MAX) {
            path.push(category);
            next = category.parent_id.and_then(|parent| by_id.get(&parent).copied());
        }
        path.reverse();
        path
    }

    /// A category and all below it.
    pub fn below(&self, category: CategoryId) -> Vec<CategoryId> {
        let mut found = BTreeSet::from([category]);
        for _ in 0..DEPTH_MAX {
            let before = found.len();
            let children = self.categories.iter().filter(|c| c.parent_id.is_some_and(|p| found.contains(&p)));
            let children: Vec<CategoryId> = children.map(|c| c.id).collect();
            found.extend(children);
            if found.len() == before {
                break;
            }
        }
        found.into_iter().collect()
    }

    /// Published products in a category or below it.
    pub fn products_below(&self, category: CategoryId) -> i64 {
        let below = self.below(category);
        self.categories.iter().filter(|c| below.contains(&c.id)).map(|c| c.products).sum()
    }
}

/// The tree in the reader's language.
pub async fn category_tree(shop: &Shop, call: &Call) -> Result<CategoryTree, FlowError> {
    let locale = call.locale.clone();
    shop.store
        .read("category.tree", move |tx| {
            let languages = load::settings(tx)?.languages(locale.as_ref());
            Ok::<_, FlowError>(CategoryTree::load(tx, &languages)?)
        })
        .await
}

/// The merchants by name.
pub async fn merchants(shop: &Shop) -> Result<Vec<Merchant>, FlowError> {
    shop.store.read("merchant.all", |tx| Ok::<_, FlowError>(merchant::all(tx)?)).await
}
