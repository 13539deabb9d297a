//! How good a model is: it guesses the last basket of a sample of members from all that came before it.
//!
//! Leave-last-out by time: for each member of the sample everything from the last purchase on is hidden, and the
//! tables that learn from behaviour are fitted again without it. Content tables know no behaviour and are kept.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use mercat_model::Timestamp;

use crate::dataset::{Dataset, Interaction, Signal};
use crate::error::RecommendError;
use crate::interest;
use crate::manifest::Metrics;
use crate::models::Models;
use crate::popular::{Popular, Popularity};
use crate::progress::Reporter;
use crate::recommender::{Query, Recommender, Visit};
use crate::rows::mix;

/// Members that are tested at most: the standard error of HR@10 is then below 0.016.
pub const MEMBERS_MAX: usize = 1_000;

/// Interactions of the second fit at most; of a larger shop a random part of the actors is taken, so that the
/// test never costs much more than half of the training.
pub const INTERACTIONS_MAX: usize = 2_000_000;

/// Length of the lists that are tested.
const LIST_LENGTH: usize = 10;

/// Keeps the random choice of members apart from that of actors.
const MEMBER_STREAM: u64 = 1;
const ACTOR_STREAM: u64 = 2;

/// A member whose last basket is to be guessed.
struct Case {
    actor: u32,
    cut: Timestamp,
    /// Latest first, all before the cut.
    history: Vec<Visit>,
    /// Bought before the cut, ascending.
    owned: Vec<u32>,
    /// Bought for the first time at the cut, ascending; not empty.
    targets: Vec<u32>,
}

/// What came out for one member.
struct Outcome {
    personal: Vec<u32>,
    personal_hit: bool,
    popular_hit: bool,
}

/// Measures; `None` when no member has a second basket with something new.
pub(crate) fn measure(
    dataset: &Dataset,
    models: &Models,
    seed: u64,
    reporter: &mut Reporter<'_>,
) -> Result<Option<Metrics>, RecommendError> {
    let cases = cases(dataset, models, seed);
    if cases.is_empty() {
        return Ok(None);
    }
    let seen = before_the_cuts(dataset, &cases, seed);
    let popularity = Popularity::of(&seen, &models.catalogue, &models.params)?;
    let fitted = Models {
        popularity: Arc::new(popularity),
        interest: Arc::new(interest::fit(&seen, &models.params, seed, reporter)?),
        ..models.clone()
    };
    let (personal, popular) = (fitted.personal(), Popular(fitted.popularity.clone()));
    let outcomes = reporter.for_each(
        "holdout",
        cases.len(),
        || (),
        |(), at| {
            let case = &cases[at];
            let query = Query {
                catalogue: &fitted.catalogue,
                product: None,
                category: None,
                region: None,
                history: &case.history,
                exclude: &case.owned,
                now: case.cut,
            };
            let list = |model: &dyn Recommender| -> Vec<u32> {
                model.recommend(&query, LIST_LENGTH).iter().map(|scored| scored.product).collect()
            };
            let is_hit =
                |list: &[u32]| list.iter().any(|product| case.targets.binary_search(product).is_ok());
            let personal = list(&personal);
            Outcome { personal_hit: is_hit(&personal), popular_hit: is_hit(&list(&popular)), personal }
        },
    )?;
    let share = |count: usize, of: usize| count as f64 / of.max(1) as f64;
    let listed: BTreeSet<u32> =
        outcomes.iter().flat_map(|outcome| outcome.personal.iter().copied()).collect();
    Ok(Some(Metrics {
        members: cases.len() as u64,
        personal_hr_at_10: share(outcomes.iter().filter(|o| o.personal_hit).count(), cases.len()),
        popular_hr_at_10: share(outcomes.iter().filter(|o| o.popular_hit).count(), cases.len()),
        coverage: share(listed.len(), models.catalogue.published_count()),
    }))
}

/// A random choice of members who can be tested, at most [`MEMBERS_MAX`].
fn cases(dataset: &Dataset, models: &Models, seed: u64) -> Vec<Case> {
    let mut actors: Vec<(u64, &[Interaction])> =
        dataset.actors().map(|actor| (mix(seed, MEMBER_STREAM, u64::from(actor[0].actor)), actor)).collect();
    actors.sort_unstable_by_key(|(key, actor)| (*key, actor[0].actor));
    actors.iter().filter_map(|(_, actor)| case(actor, models)).take(MEMBERS_MAX).collect()
}

fn case(actor: &[Interaction], models: &Models) -> Option<Case> {
    let cut = actor.iter().rev().find(|i| i.kind == Signal::Purchase)?.at;
    let bought = |i: &&Interaction| i.kind == Signal::Purchase;
    let before = &actor[..actor.partition_point(|i| i.at < cut)];
    let mut owned: Vec<u32> = before.iter().filter(bought).map(|i| i.product).collect();
    owned.sort_unstable();
    owned.dedup();
    if owned.is_empty() {
        return None;
    }
    let last = actor.iter().filter(bought).filter(|i| i.at == cut).map(|i| i.product);
    let is_new =
        |product: &u32| owned.binary_search(product).is_err() && models.catalogue.is_published(*product);
    let mut targets: Vec<u32> = last.filter(is_new).collect();
    targets.sort_unstable();
    targets.dedup();
    if targets.is_empty() {
        return None;
    }
    let visit = |i: &Interaction| Visit { product: i.product, signal: i.kind, at: i.at };
    let history = before.iter().rev().map(visit).collect();
    Some(Case { actor: actor[0].actor, cut, history, owned, targets })
}

/// The interactions that the second fit may see.
fn before_the_cuts(dataset: &Dataset, cases: &[Case], seed: u64) -> Dataset {
    let cuts: BTreeMap<u32, Timestamp> = cases.iter().map(|case| (case.actor, case.cut)).collect();
    let total = dataset.interactions().len().max(1);
    let part = (INTERACTIONS_MAX as f64 / total as f64).min(1.0);
    dataset.filtered(|i| match cuts.get(&i.actor) {
        Some(cut) => i.at < *cut,
        None => part >= 1.0 || mix(seed, ACTOR_STREAM, u64::from(i.actor)) as f64 <= part * u64::MAX as f64,
    })
}
