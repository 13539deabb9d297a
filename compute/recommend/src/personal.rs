//! What suits one visitor: the neighbours of what they looked at and bought, the later the stronger.
//!
//! score(j) = Σᵢ wᵢ · (interest(i, j) + blend · content(i, j)) ÷ Σᵢ wᵢ + prior · popularity(j), where wᵢ is the
//! sum of the visitor's signals for product i, each times 2^(−age / half-life), and blend is 1 for a product that
//! has no interest neighbours yet. Goods already bought are left out unless people buy them again.

use std::sync::Arc;

use crate::dataset::Signal;
use crate::neighbours::Neighbours;
use crate::params::{Params, decay};
use crate::popular::Popularity;
use crate::recommender::{Because, Query, Recommender, Scored, Visit, best_first};
use crate::tally::Tally;

/// Visits that are weighed, the latest ones: beyond them the half-life has taken nearly everything.
pub const HISTORY_MAX: usize = 200;

/// Lists what suits the query's history.
#[derive(Debug, Clone)]
pub struct Personal {
    pub(crate) interest: Arc<Neighbours>,
    pub(crate) content: Arc<Neighbours>,
    pub(crate) popularity: Arc<Popularity>,
    pub(crate) params: Params,
}

/// A product of the history and what it means to the visitor.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Liking {
    product: u32,
    weight: f32,
    bought: bool,
}

impl Personal {
    /// One entry a product that is liked on balance, ascending by position.
    fn likings(&self, query: &Query<'_>) -> Vec<Liking> {
        let weigh = |visit: &Visit| {
            let kept = decay(query.now.micros_since(visit.at), self.params.personal_half_life_days);
            Liking {
                product: visit.product,
                weight: self.params.signals.of(visit.signal) * kept as f32,
                bought: visit.signal == Signal::Purchase,
            }
        };
        let mut likings: Vec<Liking> = query.history.iter().take(HISTORY_MAX).map(weigh).collect();
        likings.sort_by_key(|liking| liking.product);
        let joined = likings.chunk_by(|a, b| a.product == b.product).map(|same| Liking {
            product: same[0].product,
            weight: same.iter().map(|liking| liking.weight).sum(),
            bought: same.iter().any(|liking| liking.bought),
        });
        joined.filter(|liking| liking.weight > 0.0).collect()
    }

    fn tally(&self, likings: &[Liking]) -> Tally {
        let each = self.params.personal_neighbours as usize;
        let mut tally = Tally::for_products(self.interest.len().min(likings.len() * each * 2));
        for (at, liking) in (0..).zip(likings) {
            let interest = self.interest.of(liking.product);
            let blend = if interest.len() == 0 { 1.0 } else { self.params.content_blend };
            for (product, score) in interest.take(each) {
                tally.add(product, liking.weight * score, at);
            }
            if blend > 0.0 {
                for (product, score) in self.content.of(liking.product).take(each) {
                    tally.add(product, liking.weight * blend * score, at);
                }
            }
        }
        tally
    }
}

/// The products of a history that are not to be listed again: bought and not repeatable, or sent back. Ascending.
pub(crate) fn owned(query: &Query<'_>) -> Vec<u32> {
    let is_owned = |visit: &&Visit| match visit.signal {
        Signal::Purchase => !query.catalogue.is_repeatable(visit.product),
        Signal::Return => true,
        Signal::View | Signal::Add | Signal::Review => false,
    };
    let mut owned: Vec<u32> = query.history.iter().filter(is_owned).map(|visit| visit.product).collect();
    owned.sort_unstable();
    owned.dedup();
    owned
}

impl Recommender for Personal {
    fn name(&self) -> &'static str {
        "personal"
    }

    /// Cost: the neighbours of at most [`HISTORY_MAX`] visits, and a selection among them.
    fn recommend(&self, query: &Query<'_>, limit: usize) -> Vec<Scored> {
        let likings = self.likings(query);
        let owned = owned(query);
        let tally = self.tally(&likings);
        let highest = tally.entries().map(|entry| entry.score).fold(f32::MIN_POSITIVE, f32::max);
        let allowed = tally
            .entries()
            .filter(|entry| owned.binary_search(&entry.product).is_err() && query.allows(entry.product));
        let scored = allowed.map(|entry| {
            let liking = likings[entry.because as usize];
            Scored {
                product: entry.product,
                score: entry.score / highest
                    + self.params.popularity_prior * self.popularity.score(entry.product),
                because: match liking.bought {
                    true => Because::Bought(liking.product),
                    false => Because::Viewed(liking.product),
                },
            }
        });
        best_first(scored.collect(), limit)
    }
}
