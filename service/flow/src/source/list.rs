//! The sources with their keys.

use mercat_model::Source;
use mercat_store::source::{self, WriteKey};

use crate::error::FlowError;
use crate::shop::Shop;

/// A source as staff see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceView {
    /// The source.
    pub source: Source,
    /// Its keys, oldest first.
    pub keys: Vec<WriteKey>,
}

/// Every source, oldest first.
pub async fn list_sources(shop: &Shop) -> Result<Vec<SourceView>, FlowError> {
    shop.store
        .read("source.list", |tx| {
            let keys = source::keys(tx)?;
            let view = |source: Source| {
                let keys = keys.iter().filter(|key| key.source_id == source.id).cloned().collect();
                SourceView { source, keys }
            };
            Ok::<_, FlowError>(source::all(tx)?.into_iter().map(view).collect())
        })
        .await
}
