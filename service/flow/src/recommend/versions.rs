//! The trained models, latest first.

pub use mercat_store::model_version::ModelVersion;

use crate::error::FlowError;
use crate::shop::Shop;

/// The latest versions of all kinds.
pub async fn model_versions(shop: &Shop) -> Result<Vec<ModelVersion>, FlowError> {
    shop.store.read("model.versions", |tx| Ok::<_, FlowError>(mercat_store::model_version::latest(tx)?)).await
}
