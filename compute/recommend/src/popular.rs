//! Popularity that fades with time: in the whole shop, in a category, in a region.
//!
//! A product's score is the sum over actors of min(cap, Σ weight · 2^(−age / half-life)), never below zero for
//! one actor; the cap keeps a single eager visitor (or a robot) from making a product popular. Scores are divided
//! by the highest, so they lie in 0 to 1.

use std::sync::Arc;

use crate::catalogue::{Catalogue, Lists};
use crate::dataset::{Dataset, Interaction, NO_REGION};
use crate::error::RecommendError;
use crate::params::{Params, decay};
use crate::recommender::{Because, Query, Recommender, Scored, best_first};

/// Products kept for each region: five times the longest answer, to have enough after filters.
pub const REGION_LIST_MAX: usize = 500;

/// What is popular, ready to list.
#[derive(Debug)]
pub struct Popularity {
    parts: PopularityParts,
    order: Vec<u32>,
    by_category: Lists,
}

/// The facts that are kept in an artefact. `region_offsets[r]..region_offsets[r + 1]` are the products of region
/// r, best first.
#[derive(Debug, Clone, Default)]
pub(crate) struct PopularityParts {
    pub(crate) scores: Vec<f32>,
    pub(crate) region_offsets: Vec<u32>,
    pub(crate) region_products: Vec<u32>,
    pub(crate) region_scores: Vec<f32>,
}

/// What the whole shop likes.
#[derive(Debug, Clone)]
pub struct Popular(pub(crate) Arc<Popularity>);

/// What the shop likes of the query's category, or else of the category of the query's product.
#[derive(Debug, Clone)]
pub struct PopularInCategory(pub(crate) Arc<Popularity>);

/// What visitors of the query's region like.
#[derive(Debug, Clone)]
pub struct PopularInRegion(pub(crate) Arc<Popularity>);

/// What one actor adds to one product in one region.
#[derive(Clone, Copy)]
struct Vote {
    region: u16,
    product: u32,
    amount: f64,
}

impl Popularity {
    /// Learns from all interactions. Cost: linear, plus a sort of the distinct (region, product, actor) triples.
    pub(crate) fn of(
        dataset: &Dataset,
        catalogue: &Catalogue,
        params: &Params,
    ) -> Result<Self, RecommendError> {
        let latest = dataset.latest();
        let mut sums = vec![0.0_f64; catalogue.len()];
        let mut regional = Vec::new();
        for actor in dataset.actors() {
            let amount = |i: &Interaction| {
                let age_us = latest.micros_since(i.at);
                f64::from(params.signals.of(i.kind)) * decay(age_us, params.popularity_half_life_days)
            };
            let mut votes: Vec<Vote> = actor
                .iter()
                .map(|i| Vote { region: i.region, product: i.product, amount: amount(i) })
                .collect();
            // A stable sort: the sums are added up in the order of time, so they come out the same every time.
            votes.sort_by_key(|vote| (vote.product, vote.region));
            let cap = f64::from(params.popularity_actor_cap);
            for of_product in votes.chunk_by(|a, b| a.product == b.product) {
                let product = of_product[0].product;
                sums[product as usize] += of_product.iter().map(|v| v.amount).sum::<f64>().clamp(0.0, cap);
                for of_region in of_product.chunk_by(|a, b| a.region == b.region) {
                    let amount = of_region.iter().map(|v| v.amount).sum::<f64>().clamp(0.0, cap);
                    let region = of_region[0].region;
                    if amount > 0.0 && region != NO_REGION && catalogue.is_published(product) {
                        regional.push(Vote { region, product, amount });
                    }
                }
            }
        }
        let highest = sums.iter().copied().fold(0.0, f64::max);
        let scale = if highest > 0.0 { 1.0 / highest } else { 0.0 };
        let scores = sums.iter().map(|sum| (sum * scale) as f32).collect();
        let parts = regions(regional, scores, dataset.regions().len(), params.support_min);
        Popularity::new(parts, catalogue)
    }

    /// Checks the parts and derives the lists.
    pub(crate) fn new(parts: PopularityParts, catalogue: &Catalogue) -> Result<Self, RecommendError> {
        let refuse = |array: &str, what| Err(RecommendError::array(array, what));
        if parts.scores.len() != catalogue.len() {
            return refuse("popular.scores", "its length is not the number of products");
        }
        if !parts.scores.iter().chain(&parts.region_scores).all(|score| score.is_finite()) {
            return refuse("popular.scores", "not a finite number");
        }
        let offsets = &parts.region_offsets;
        let ends = (offsets.first().copied(), offsets.last().map(|end| *end as usize));
        if offsets.len() != catalogue.parts().regions.len() + 1
            || ends != (Some(0), Some(parts.region_products.len()))
            || offsets.windows(2).any(|pair| pair[0] > pair[1])
            || parts.region_scores.len() != parts.region_products.len()
        {
            return refuse("popular.region_offsets", "does not fit the regions");
        }
        if parts.region_products.iter().any(|product| *product as usize >= catalogue.len()) {
            return refuse("popular.region_products", "an index beyond the products");
        }
        let liked = |product: &u32| parts.scores[*product as usize] > 0.0 && catalogue.is_published(*product);
        let mut order: Vec<u32> = (0..catalogue.len() as u32).filter(liked).collect();
        order.sort_unstable_by(|a, b| {
            parts.scores[*b as usize].total_cmp(&parts.scores[*a as usize]).then(a.cmp(b))
        });
        let by_category = Lists::by_category(catalogue.parts(), order.iter().copied());
        Ok(Popularity { parts, order, by_category })
    }

    pub(crate) fn parts(&self) -> &PopularityParts {
        &self.parts
    }

    /// The score of a product, 0 to 1; 1 for the most popular one.
    pub fn score(&self, product: u32) -> f32 {
        self.parts.scores[product as usize]
    }

    fn list(&self, order: &[u32], query: &Query<'_>, limit: usize, because: Because) -> Vec<Scored> {
        let scored = |product: &u32| Scored { product: *product, score: self.score(*product), because };
        order.iter().filter(|p| query.allows(**p)).take(limit).map(scored).collect()
    }
}

/// Adds the votes up by region and keeps the best of each; products with too few actors are left out.
fn regions(mut votes: Vec<Vote>, scores: Vec<f32>, regions: usize, support_min: u32) -> PopularityParts {
    let mut parts = PopularityParts { scores, region_offsets: vec![0], ..PopularityParts::default() };
    votes.sort_by_key(|vote| (vote.region, vote.product));
    let mut by_region = votes.chunk_by(|a, b| a.region == b.region).peekable();
    for region in 0..regions {
        let mut best = Vec::new();
        if let Some(here) = by_region.next_if(|votes| usize::from(votes[0].region) == region) {
            for of_product in here.chunk_by(|a, b| a.product == b.product) {
                if of_product.len() >= support_min as usize {
                    let sum: f64 = of_product.iter().map(|vote| vote.amount).sum();
                    let (product, because) = (of_product[0].product, Because::PopularInRegion(region as u16));
                    best.push(Scored { product, score: sum as f32, because });
                }
            }
        }
        let best = best_first(best, REGION_LIST_MAX);
        let highest = best.first().map_or(1.0, |scored| scored.score);
        parts.region_products.extend(best.iter().map(|scored| scored.product));
        parts.region_scores.extend(best.iter().map(|scored| scored.score / highest));
        parts.region_offsets.push(parts.region_products.len() as u32);
    }
    parts
}

impl Recommender for Popular {
    fn name(&self) -> &'static str {
        "popular"
    }

    /// Cost: linear in the products passed over; within a category only its own are looked at.
    fn recommend(&self, query: &Query<'_>, limit: usize) -> Vec<Scored> {
        let order =
            query.category.map_or(self.0.order.as_slice(), |category| self.0.by_category.of(category));
        self.0.list(order, query, limit, Because::Popular)
    }
}

impl Recommender for PopularInCategory {
    fn name(&self) -> &'static str {
        "popular_in_category"
    }

    fn recommend(&self, query: &Query<'_>, limit: usize) -> Vec<Scored> {
        let of_product = query.product.map(|product| query.catalogue.category_of(product));
        let Some(category) = query.category.or(of_product) else { return Vec::new() };
        let order = self.0.by_category.of(category);
        self.0.list(order, query, limit, Because::PopularInCategory(category))
    }
}

impl Recommender for PopularInRegion {
    fn name(&self) -> &'static str {
        "popular_in_region"
    }

    fn recommend(&self, query: &Query<'_>, limit: usize) -> Vec<Scored> {
        let Some(region) = query.region else { return Vec::new() };
        let parts = &self.0.parts;
        let at = usize::from(region);
        let range = parts.region_offsets[at] as usize..parts.region_offsets[at + 1] as usize;
        let scored = parts.region_products[range.clone()].iter().zip(&parts.region_scores[range]);
        scored
            .filter(|(product, _)| query.allows(**product))
            .take(limit)
            .map(|(product, score)| Scored {
                product: *product,
                score: *score,
                because: Because::PopularInRegion(region),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use mercat_model::time::DAY_US;
    use mercat_model::{CategoryId, ProductId, Timestamp};

    use super::*;
    use crate::dataset::{CategoryInput, DatasetInput, ProductInput, Signal};

    fn category(n: u64) -> CategoryId {
        CategoryId::from_parts(n, [0; 10])
    }

    /// Four products: 0 and 1 in category 10, 2 and 3 in category 11, both below 12; product 3 is not shown.
    fn learn(interactions: Vec<Interaction>) -> (Catalogue, Arc<Popularity>) {
        let product = |n: u64| ProductInput {
            id: ProductId::from_parts(n, [0; 10]),
            category: category(10 + n / 2),
            text: String::new(),
            attributes: Vec::new(),
            price_micros: 0,
            published: n != 3,
        };
        let below = |id| CategoryInput { id: category(id), parent: Some(category(12)) };
        let dataset = Dataset::new(DatasetInput {
            products: (0..4).map(product).collect(),
            categories: vec![below(10), below(11)],
            regions: vec!["Norway".to_owned(), "France".to_owned()],
            interactions,
        });
        let dataset = dataset.unwrap();
        let catalogue = Catalogue::of(&dataset, 0.3).unwrap();
        let popularity = Popularity::of(&dataset, &catalogue, &Params::default()).unwrap();
        (catalogue, Arc::new(popularity))
    }

    fn buy(actor: u32, product: u32, day: i64, region: u16) -> Interaction {
        Interaction {
            actor,
            product,
            at: Timestamp::from_micros(day * DAY_US),
            kind: Signal::Purchase,
            region,
        }
    }

    fn query(catalogue: &Catalogue) -> Query<'_> {
        Query {
            catalogue,
            product: None,
            category: None,
            region: None,
            history: &[],
            exclude: &[],
            now: Timestamp::default(),
        }
    }

    fn products(scored: &[Scored]) -> Vec<u32> {
        scored.iter().map(|s| s.product).collect()
    }

    #[test]
    fn a_recent_purchase_outweighs_an_old_one() {
        let (catalogue, popularity) = learn(vec![buy(1, 0, 0, NO_REGION), buy(2, 1, 60, NO_REGION)]);
        let list = Popular(popularity).recommend(&query(&catalogue), 9);
        assert_eq!(products(&list), [1, 0]);
        assert_eq!((list[0].score, list[1].score), (1.0, 0.25));
    }

    #[test]
    fn one_actor_counts_only_up_to_the_cap() {
        let mut events: Vec<_> = (0..100).map(|_| buy(1, 0, 0, NO_REGION)).collect();
        events.extend((2..6).map(|actor| buy(actor, 1, 0, NO_REGION)));
        let (catalogue, popularity) = learn(events);
        assert_eq!(products(&Popular(popularity).recommend(&query(&catalogue), 9)), [1, 0]);
    }

    #[test]
    fn returned_goods_and_hidden_goods_are_not_popular() {
        let returned = Interaction { kind: Signal::Return, ..buy(1, 0, 0, NO_REGION) };
        let (catalogue, popularity) = learn(vec![buy(1, 0, 0, NO_REGION), returned, buy(2, 3, 0, NO_REGION)]);
        assert!(Popular(popularity).recommend(&query(&catalogue), 9).is_empty());
    }

    #[test]
    fn categories_include_what_hangs_below_them() {
        let (catalogue, popularity) = learn(vec![buy(1, 0, 0, NO_REGION), buy(2, 2, 9, NO_REGION)]);
        let of = |n| {
            let wanted = catalogue.category_position(category(n));
            let list = PopularInCategory(popularity.clone());
            products(&list.recommend(&Query { category: wanted, ..query(&catalogue) }, 9))
        };
        assert_eq!((of(10), of(11), of(12)), (vec![0], vec![2], vec![2, 0]));
    }

    #[test]
    fn a_region_lists_what_two_of_its_people_bought() {
        let (catalogue, popularity) =
            learn(vec![buy(1, 0, 0, 0), buy(2, 0, 0, 0), buy(3, 1, 0, 0), buy(4, 2, 0, 1), buy(5, 2, 0, 1)]);
        let of = |region| {
            let list = PopularInRegion(popularity.clone());
            products(&list.recommend(&Query { region: Some(region), ..query(&catalogue) }, 9))
        };
        assert_eq!((of(0), of(1)), (vec![0], vec![2]));
    }
}
