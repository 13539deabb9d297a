//! People who bought this also bought: the item-to-item cosine over baskets and over all that a member bought.

use std::sync::Arc;

use crate::dataset::{Dataset, Interaction, Signal};
use crate::error::RecommendError;
use crate::neighbours::Neighbours;
use crate::params::Params;
use crate::progress::Reporter;
use crate::recommender::{Because, Query, Recommender, Scored};
use crate::rows::{RowKind, Rows};

/// Lists what was bought with the query's product.
#[derive(Debug, Clone)]
pub struct AlsoBought(pub(crate) Arc<Neighbours>);

impl AlsoBought {
    /// Learns from purchases alone; goods that an actor sent back as often as bought are left out for them.
    pub(crate) fn fit(
        dataset: &Dataset,
        params: &Params,
        seed: u64,
        reporter: &mut Reporter<'_>,
    ) -> Result<Neighbours, RecommendError> {
        let mut rows = Rows::new(seed);
        for actor in dataset.actors() {
            let kept = kept_purchases(actor);
            if kept.is_empty() {
                continue;
            }
            for basket in kept.chunk_by(|a, b| a.at == b.at) {
                rows.push(RowKind::Basket, params.basket_weight, group(basket));
            }
            rows.push(RowKind::Actor, params.actor_weight, group(&kept));
        }
        rows.neighbours("also_bought", dataset.products().len(), params, reporter)
    }
}

/// The purchases of one actor without the goods that went back as often as they were bought, ascending by time.
pub(crate) fn kept_purchases(actor: &[Interaction]) -> Vec<Interaction> {
    let balance = |i: &Interaction| match i.kind {
        Signal::Purchase => Some((i.product, 1_i64)),
        Signal::Return => Some((i.product, -1)),
        Signal::View | Signal::Add | Signal::Review => None,
    };
    let mut balances: Vec<(u32, i64)> = actor.iter().filter_map(balance).collect();
    balances.sort_unstable();
    let kept: Vec<u32> = balances
        .chunk_by(|a, b| a.0 == b.0)
        .filter(|same| same.iter().map(|(_, sign)| sign).sum::<i64>() > 0)
        .map(|same| same[0].0)
        .collect();
    let is_kept = |i: &&Interaction| i.kind == Signal::Purchase && kept.binary_search(&i.product).is_ok();
    actor.iter().filter(is_kept).copied().collect()
}

/// Different products, each with value 1.
fn group(purchases: &[Interaction]) -> Vec<(u32, f32)> {
    let mut products: Vec<u32> = purchases.iter().map(|i| i.product).collect();
    products.sort_unstable();
    products.dedup();
    products.into_iter().map(|product| (product, 1.0)).collect()
}

impl Recommender for AlsoBought {
    fn name(&self) -> &'static str {
        "also_bought"
    }

    /// Cost: the neighbours kept for one product.
    fn recommend(&self, query: &Query<'_>, limit: usize) -> Vec<Scored> {
        let Some(anchor) = query.product else { return Vec::new() };
        let scored = |(product, score)| Scored { product, score, because: Because::AlsoBought(anchor) };
        self.0.of(anchor).filter(|(product, _)| query.allows(*product)).take(limit).map(scored).collect()
    }
}
