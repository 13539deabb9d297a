//! Brings the active model into service; a model that can't be read never replaces one that works.

use std::sync::Arc;

use mercat_model::{Id as _, ModelVersionId};
use mercat_recommend::{Artefact, Recommendations, manifest};
use mercat_store::model_version::ModelVersion;
use mercat_store::{artefact, model_version};

use crate::error::FlowError;
use crate::recommend::load;
use crate::shop::{LiveModel, Shop};

/// The id that stands for answers from the catalogue alone.
fn untrained_id() -> ModelVersionId {
    ModelVersionId::from_bytes([0; 16])
}

/// Loads the active version if another one is in service, or the catalogue when none was ever trained.
///
/// True when the model changed. Blocks: call it on a thread of its own.
pub fn refresh_model(shop: &Shop) -> Result<bool, FlowError> {
    let serving = shop.live_model().map(|live| live.id);
    let active = shop
        .store
        .read_blocking("model.active", |tx| Ok::<_, FlowError>(model_version::active(tx, manifest::KIND)?))?;
    let Some(active) = active else {
        if serving.is_some() && !catalogue_changed(shop)? {
            return Ok(false);
        }
        serve_catalogue(shop)?;
        return Ok(true);
    };
    if serving == Some(active.id) {
        return Ok(false);
    }
    match trained(shop, &active) {
        Ok(recommendations) => {
            shop.live_model.store(Some(Arc::new(LiveModel { id: active.id, recommendations })));
            Ok(true)
        }
        // A shop must open without its model: the catalogue answers until one can be read.
        Err(error) if serving.is_none() => {
            tracing::error!(%error, model = %active.id, "the catalogue answers in place of the model");
            serve_catalogue(shop)?;
            Ok(true)
        }
        Err(error) => Err(error),
    }
}

fn trained(shop: &Shop, version: &ModelVersion) -> Result<Recommendations, FlowError> {
    let files = artefact::read(&shop.models, &version.folder)?;
    Artefact::from_files(files)
        .and_then(Recommendations::from_artefact)
        .map_err(|error| FlowError::Model(format!("model `{}` can't be loaded: {error}", version.id)))
}

/// Answers from the catalogue alone.
fn serve_catalogue(shop: &Shop) -> Result<(), FlowError> {
    let input = shop.store.read_blocking("model.catalogue", |tx| Ok::<_, FlowError>(load::catalogue(tx)?))?;
    let recommendations = Recommendations::untrained(input).map_err(|e| FlowError::Model(e.to_string()))?;
    shop.live_model.store(Some(Arc::new(LiveModel { id: untrained_id(), recommendations })));
    Ok(())
}

/// Whether products came or went since the untrained model was made.
fn catalogue_changed(shop: &Shop) -> Result<bool, FlowError> {
    let (all, published) = shop
        .store
        .read_blocking("product.count", |tx| Ok::<_, FlowError>(mercat_store::product::count(tx)?))?;
    Ok(shop.live_model().is_none_or(|live| {
        let catalogue = live.recommendations.catalogue();
        (catalogue.len() as i64, catalogue.published_count() as i64) != (all, published)
    }))
}
