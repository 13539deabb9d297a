//! What was said of who is who, and what became of it.

use mercat_store::identity::{self, Merge, MergeFilter};
use mercat_store::page::{List, Page};

use crate::error::FlowError;
use crate::shop::Shop;

/// A page of statements, latest first.
pub async fn list_merges(shop: &Shop, filter: MergeFilter, page: Page) -> Result<List<Merge>, FlowError> {
    shop.store.read("identity.list", move |tx| Ok(identity::page(tx, &filter, &page)?)).await
}
