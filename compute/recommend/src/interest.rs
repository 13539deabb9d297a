//! Which products draw the same people, by all signals: the table behind the personal list.
//!
//! Unlike `also_bought` it counts views and baskets too, so its pairs are never shown as "bought together".

use crate::dataset::Dataset;
use crate::error::RecommendError;
use crate::neighbours::Neighbours;
use crate::params::Params;
use crate::progress::Reporter;
use crate::rows::{RowKind, Rows};

/// Learns a row an actor, valued by the sum of the signal weights held within 0 to 1. Baskets would only repeat what the
/// actor's row says: on a year of real orders they made the personal list worse.
pub(crate) fn fit(
    dataset: &Dataset,
    params: &Params,
    seed: u64,
    reporter: &mut Reporter<'_>,
) -> Result<Neighbours, RecommendError> {
    let mut rows = Rows::new(seed);
    for actor in dataset.actors() {
        let mut signals: Vec<(u32, f32)> =
            actor.iter().map(|i| (i.product, params.signals.of(i.kind))).collect();
        // A stable sort keeps the order of time, so that the sums come out the same every time.
        signals.sort_by_key(|(product, _)| *product);
        let sum = |same: &[(u32, f32)]| (same[0].0, same.iter().map(|s| s.1).sum::<f32>().min(1.0));
        let liked = signals.chunk_by(|a, b| a.0 == b.0).map(sum).filter(|(_, value)| *value > 0.0).collect();
        rows.push(RowKind::Actor, params.actor_weight, liked);
    }
    rows.neighbours("interest", dataset.products().len(), params, reporter)
}
