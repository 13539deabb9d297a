//! Loads what models learn from. It decides nothing.

use mercat_recommend::{CategoryInput, DatasetInput, ProductInput};
use mercat_store::product::Languages;
use mercat_store::{StoreError, Tx, category, product};

use crate::setting::load;

/// Products and the tree, without interactions.
pub(crate) fn catalogue(tx: &mut Tx<'_>) -> Result<DatasetInput, StoreError> {
    let default = load::settings(tx)?.default_locale;
    let tree = category::tree(tx, &Languages { wanted: default.clone(), default })?;
    let categories = tree.into_iter().map(|c| CategoryInput { id: c.id, parent: c.parent_id }).collect();
    let products = product::contents(tx)?
        .into_iter()
        .map(|content| ProductInput {
            id: content.id,
            category: content.category_id,
            text: content.text,
            attributes: content.attributes.into_iter().collect(),
            price_micros: content.price_micros,
            published: content.published,
        })
        .collect();
    Ok(DatasetInput { products, categories, regions: Vec::new(), interactions: Vec::new() })
}
