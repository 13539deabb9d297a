//! The trained models, latest first, with what their manifests say.

use mercat_recommend::Manifest;
pub use mercat_store::model_version::ModelVersion as ModelVersionRow;

use crate::error::FlowError;
use crate::shop::Shop;

/// A trained model.
#[derive(Debug, Clone)]
pub struct ModelVersion {
    /// The version.
    pub row: ModelVersionRow,
    manifest: Option<Manifest>,
}

/// What a manifest says, in figures.
#[derive(Debug, Clone, Default)]
pub struct ModelFacts {
    /// Events of the log that the model knows.
    pub events: u64,
    /// Products.
    pub products: u64,
    /// Members, visitors and guests.
    pub actors: u64,
    /// Hold-out figures by name; empty when nobody could be tested.
    pub metrics: Vec<(&'static str, f64)>,
}

impl ModelVersion {
    /// The figures; all zero when the manifest is of another program version.
    pub fn facts(&self) -> ModelFacts {
        let Some(manifest) = &self.manifest else { return ModelFacts::default() };
        let metrics = manifest.metrics.map(|metrics| {
            vec![
                ("members_tested", metrics.members as f64),
                ("personal_hr_at_10", metrics.personal_hr_at_10),
                ("popular_hr_at_10", metrics.popular_hr_at_10),
                ("coverage", metrics.coverage),
            ]
        });
        ModelFacts {
            events: manifest.log_offset,
            products: manifest.counts.products,
            actors: manifest.counts.actors,
            metrics: metrics.unwrap_or_default(),
        }
    }
}

/// The latest versions of all kinds.
pub async fn model_versions(shop: &Shop) -> Result<Vec<ModelVersion>, FlowError> {
    shop.store
        .read("model.versions", |tx| {
            let rows = mercat_store::model_version::latest(tx)?;
            let read = |row: ModelVersionRow| ModelVersion {
                manifest: serde_json::from_str(&row.manifest).ok(),
                row,
            };
            Ok::<_, FlowError>(rows.into_iter().map(read).collect())
        })
        .await
}
