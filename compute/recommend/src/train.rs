//! From a dataset to an artefact: fits all models, tests them on a hold-out, seals the result.

use std::ops::ControlFlow;

use mercat_model::Timestamp;

use crate::artefact::Artefact;
use crate::dataset::Dataset;
use crate::error::RecommendError;
use crate::holdout;
use crate::manifest::{Counts, FORMAT, KIND, Manifest};
use crate::models::Models;
use crate::neighbours::Neighbours;
use crate::params::Params;
use crate::progress::{Progress, Reporter};

/// What a training is told about its circumstances.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TrainContext {
    /// The seed of all random choices.
    pub seed: u64,
    /// The time of the start.
    pub created_at: Timestamp,
    /// All events of the log before this offset are in the dataset.
    pub log_offset: u64,
}

/// Fits, measures and seals.
///
/// Equal dataset, parameters and context give equal bytes, whatever the number of threads; work runs on the rayon
/// pool of the caller. `progress` is called every few milliseconds and may stop the training with `Break`.
/// Memory: about 24 bytes an interaction three times over, and 8 bytes × neighbours × products for each of the
/// three tables, twice. Cost: see the models; half a million interactions of 4,000 products take about a second.
pub fn train(
    dataset: &Dataset,
    params: &Params,
    context: TrainContext,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Artefact, RecommendError> {
    params.check()?;
    let mut reporter = Reporter::new(progress);
    let models = Models::fit(dataset, params, context.seed, &mut reporter)?;
    let metrics = holdout::measure(dataset, &models, context.seed, &mut reporter)?;
    let manifest = Manifest {
        format: FORMAT,
        kind: KIND.to_owned(),
        created_at: context.created_at,
        log_offset: context.log_offset,
        seed: context.seed,
        params: params.clone(),
        counts: counts(dataset, &models),
        metrics,
        arrays: Vec::new(),
    };
    reporter.report("seal", 0, 1)?;
    let artefact = Artefact::sealed(manifest, models.to_arrays())?;
    reporter.report("seal", 1, 1)?;
    Ok(artefact)
}

fn counts(dataset: &Dataset, models: &Models) -> Counts {
    let with_neighbours = |table: &Neighbours| {
        (0..models.catalogue.len() as u32).filter(|product| table.of(*product).len() > 0).count() as u64
    };
    Counts {
        products: models.catalogue.len() as u64,
        published: models.catalogue.published_count() as u64,
        categories: models.catalogue.category_count() as u64,
        regions: dataset.regions().len() as u64,
        actors: dataset.actors().count() as u64,
        interactions: dataset.interactions().len() as u64,
        with_also_bought: with_neighbours(&models.also_bought),
        with_similar: with_neighbours(&models.similar),
    }
}
