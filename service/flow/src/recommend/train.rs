//! Trains a model from the event log and the catalogue, and puts it into service if it is good enough.

use std::collections::HashMap;
use std::ops::ControlFlow;

use mercat_lake::TimeRange;
use mercat_model::{Event, EventKind, ModelVersionId, ProductId};
use mercat_recommend::dataset::INTERACTIONS_MAX;
use mercat_recommend::{
    Artefact, Dataset, Interaction, Manifest, NO_REGION, Params, Signal, TrainContext, accept, manifest,
    train,
};
use mercat_store::{artefact, model_version};

use crate::call::Call;
use crate::error::FlowError;
use crate::recommend::load;
use crate::shop::Shop;

/// Events read in one step.
const EVENTS_A_STEP: usize = 10_000;

/// Regions that are told apart; the rest counts as unknown.
const REGIONS_MAX: usize = 5_000;

/// The seed of all random choices, so that equal data gives an equal model.
const SEED: u64 = 1;

/// How far a training has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TrainProgress {
    /// The stage: `events`, or a stage of the models.
    pub stage: &'static str,
    /// Units done.
    pub done: u64,
    /// Units of this stage; 0 when unknown.
    pub total: u64,
}

/// What became of a training.
#[derive(Debug, Clone)]
pub struct Trained {
    /// The version, active unless refused.
    pub id: ModelVersionId,
    /// What it learned from and how good it is.
    pub manifest: Manifest,
    /// Why it does not serve, if it doesn't.
    pub refused: Option<String>,
}

/// Trains; blocks, so call it on a thread of its own. `watch` may stop it with `Break`.
pub fn train_model(
    shop: &Shop,
    call: &mut Call,
    watch: &mut dyn FnMut(TrainProgress) -> ControlFlow<()>,
) -> Result<Trained, FlowError> {
    let failed = |error: mercat_recommend::RecommendError| FlowError::Model(error.to_string());
    let mut input =
        shop.store.read_blocking("train.catalogue", |tx| Ok::<_, FlowError>(load::catalogue(tx)?))?;
    let ids: Vec<ProductId> = input.products.iter().map(|product| product.id).collect();
    let mut reading = Reading::new(&ids);
    let lake = shop.lake.snapshot()?;
    let (mut sealed, mut stopped) = (0, ControlFlow::Continue(()));
    lake.for_each_event(TimeRange::default(), |event| {
        reading.take(&event);
        sealed += 1;
        if sealed % EVENTS_A_STEP as u64 == 0 {
            stopped = watch(TrainProgress { stage: "events", done: sealed, total: 0 });
        }
        stopped
    })?;
    if stopped.is_break() {
        return Err(FlowError::Stopped);
    }
    let mut log_offset = lake.sealed_offset();
    loop {
        let events = shop.log.read_blocking(log_offset, EVENTS_A_STEP)?;
        let Some((last, _)) = events.last() else { break };
        log_offset = last + 1;
        events.iter().for_each(|(_, event)| reading.take(event));
        if watch(TrainProgress { stage: "events", done: log_offset, total: 0 }).is_break() {
            return Err(FlowError::Stopped);
        }
    }
    (input.regions, input.interactions) = (reading.regions, reading.interactions);
    let dataset = Dataset::new(input).map_err(failed)?;
    let context = TrainContext { seed: SEED, created_at: call.now, log_offset };
    let trained = train(&dataset, &Params::default(), context, &mut |progress| {
        watch(TrainProgress { stage: progress.stage, done: progress.done, total: progress.total })
    });
    let artefact = match trained {
        Err(mercat_recommend::RecommendError::Stopped(_)) => return Err(FlowError::Stopped),
        trained => trained.map_err(failed)?,
    };
    keep(shop, &artefact, call)
}

/// Writes the files, then the row that makes them known; active only when accepted.
fn keep(shop: &Shop, made: &Artefact, call: &mut Call) -> Result<Trained, FlowError> {
    let id = ModelVersionId::from_parts(call.now.id_ms(), call.entropy.bytes());
    let running = shop
        .store
        .read_blocking("model.active", |tx| Ok::<_, FlowError>(model_version::active(tx, manifest::KIND)?))?;
    // A running model whose manifest can't be read is no yardstick.
    let running: Option<Manifest> = running.and_then(|version| serde_json::from_str(&version.manifest).ok());
    let refused = accept(made.manifest(), running.as_ref()).err().map(|refusal| refusal.to_string());
    let files: Vec<(String, Vec<u8>)> =
        made.files().into_iter().map(|(name, bytes)| (name.to_owned(), bytes)).collect();
    artefact::write(&shop.models, &id.to_string(), &files)?;
    let text = serde_json::to_string(made.manifest())
        .map_err(|error| FlowError::Internal(format!("a manifest is JSON: {error}")))?;
    let version = model_version::ModelVersion {
        id,
        kind: manifest::KIND.to_owned(),
        folder: id.to_string(),
        manifest: text,
        active: refused.is_none(),
        created_at: call.now,
    };
    shop.store
        .write_blocking("model.keep", move |tx| Ok::<_, FlowError>(model_version::insert(tx, &version)?))?;
    Ok(Trained { id, manifest: made.manifest().clone(), refused })
}

/// Interactions as they are read from the log.
struct Reading {
    products: HashMap<ProductId, u32>,
    actors: HashMap<String, u32>,
    region_numbers: HashMap<String, u16>,
    regions: Vec<String>,
    interactions: Vec<Interaction>,
}

impl Reading {
    fn new(products: &[ProductId]) -> Self {
        Reading {
            products: products.iter().enumerate().map(|(i, id)| (*id, i as u32)).collect(),
            actors: HashMap::new(),
            region_numbers: HashMap::new(),
            regions: Vec::new(),
            interactions: Vec::new(),
        }
    }

    /// Takes the goods of an event; the oldest quarter gives way when there are more than a training takes.
    fn take(&mut self, event: &Event) {
        let Some(kind) = signal(&event.kind) else { return };
        if self.interactions.len() + event.items.len() > INTERACTIONS_MAX {
            self.interactions.drain(..INTERACTIONS_MAX / 4);
        }
        let actor = match (&event.member_id, &event.anonymous_id) {
            (Some(member), _) => member.to_string(),
            (None, Some(anonymous)) => format!("visitor/{anonymous}"),
            // A guest's order is an actor of its own.
            (None, None) => event.id.to_string(),
        };
        let known = self.actors.len() as u32;
        let actor = *self.actors.entry(actor).or_insert(known);
        let region = event.region.as_deref().map_or(NO_REGION, |name| self.region(name));
        for item in &event.items {
            if let Some(product) = self.products.get(&item.product_id) {
                let at = event.occurred_at;
                self.interactions.push(Interaction { actor, at, product: *product, kind, region });
            }
        }
    }

    fn region(&mut self, name: &str) -> u16 {
        if let Some(number) = self.region_numbers.get(name) {
            return *number;
        }
        if name.is_empty() || self.regions.len() >= REGIONS_MAX {
            return NO_REGION;
        }
        let number = self.regions.len() as u16;
        self.regions.push(name.to_owned());
        self.region_numbers.insert(name.to_owned(), number);
        number
    }
}

/// What an event says about the taste for its goods, if anything.
pub(crate) fn signal(kind: &EventKind) -> Option<Signal> {
    match kind {
        EventKind::ProductViewed => Some(Signal::View),
        EventKind::ProductAdded => Some(Signal::Add),
        EventKind::OrderCompleted => Some(Signal::Purchase),
        EventKind::ProductReviewed => Some(Signal::Review),
        EventKind::OrderRefunded => Some(Signal::Return),
        _ => None,
    }
}
