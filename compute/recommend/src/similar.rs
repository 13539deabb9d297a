//! Like this product: the cosine of TF-IDF features of texts, attributes, category and price.
//!
//! Source: Salton and Buckley, *Term-weighting approaches in automatic text retrieval*, 1988; tf = 1 + ln count,
//! idf = ln(1 + N / df), vectors of length 1. Candidates come from inverted lists of the rarer features; the
//! score of the best of them is the full cosine.

use std::sync::Arc;

use rayon::prelude::*;

use crate::catalogue::Catalogue;
use crate::dataset::Dataset;
use crate::error::RecommendError;
use crate::features::features;
use crate::neighbours::{Neighbours, top};
use crate::params::Params;
use crate::progress::Reporter;
use crate::recommender::{Because, Query, Recommender, Scored};

/// Products in the inverted list of a feature; longer lists are not walked, because what so many share finds
/// nobody, and the work for one product stays below features × this.
pub const POSTING_MAX: usize = 4_000;

/// Candidates whose full cosine is computed, as a multiple of the neighbours kept.
const CANDIDATES_PER_NEIGHBOUR: usize = 4;

/// Cosines below this are no likeness: a common word shared by two long texts.
const COSINE_MIN: f32 = 0.05;

/// Lists what is like the query's product.
#[derive(Debug, Clone)]
pub struct Similar(pub(crate) Arc<Neighbours>);

/// Vectors of products by feature, both ways.
struct Vectors {
    offsets: Vec<usize>,
    features: Vec<u32>,
    weights: Vec<f32>,
    posting_offsets: Vec<usize>,
    postings: Vec<(u32, f32)>,
}

struct Scratch {
    sums: Vec<f32>,
    touched: Vec<u32>,
}

impl Similar {
    /// Learns from the products alone. Cost: for each product its features' inverted lists.
    pub(crate) fn fit(
        dataset: &Dataset,
        catalogue: &Catalogue,
        params: &Params,
        reporter: &mut Reporter<'_>,
    ) -> Result<Neighbours, RecommendError> {
        let vectors = Vectors::of(dataset, catalogue, params);
        let count = catalogue.len();
        let scratch = || Scratch { sums: vec![0.0; count], touched: Vec::new() };
        let keep = params.neighbours as usize;
        let lists = reporter.for_each("similar", count, scratch, |scratch, product| {
            vectors.add_up(product, scratch);
            let mut sums = Vec::with_capacity(scratch.touched.len());
            for other in scratch.touched.drain(..) {
                let sum = std::mem::take(&mut scratch.sums[other as usize]);
                if other as usize != product && catalogue.is_published(other) {
                    sums.push((other, sum));
                }
            }
            let candidates = top(sums, keep * CANDIDATES_PER_NEIGHBOUR);
            let exact =
                candidates.into_iter().map(|(other, _)| (other, vectors.cosine(product, other as usize)));
            top(exact.filter(|(_, cosine)| *cosine >= COSINE_MIN).collect(), keep)
        })?;
        Ok(Neighbours::joined(lists))
    }
}

impl Vectors {
    fn of(dataset: &Dataset, catalogue: &Catalogue, params: &Params) -> Self {
        let products = dataset.products();
        let found: Vec<Vec<(u64, f32)>> = (0..products.len() as u32)
            .into_par_iter()
            .map(|at| features(&products[at as usize], catalogue.parts(), catalogue.category_of(at), params))
            .collect();
        let mut names: Vec<u64> = found.iter().flatten().map(|(feature, _)| *feature).collect();
        names.par_sort_unstable();
        let mut posting_offsets = vec![0];
        let mut known: Vec<u64> = Vec::new();
        for same in names.chunk_by(|a, b| a == b) {
            known.push(same[0]);
            posting_offsets.push(posting_offsets[posting_offsets.len() - 1] + same.len());
        }
        let mut offsets = vec![0];
        let (mut ids, mut weights) = (Vec::with_capacity(names.len()), Vec::with_capacity(names.len()));
        let mut next = posting_offsets.clone();
        let mut postings = vec![(0, 0.0); names.len()];
        for (product, found) in (0..).zip(&found) {
            let start = ids.len();
            for (feature, weight) in found {
                let Ok(id) = known.binary_search(feature) else { continue };
                let frequency = (posting_offsets[id + 1] - posting_offsets[id]) as f32;
                ids.push(id as u32);
                weights.push(weight * (1.0 + products.len() as f32 / frequency).ln());
            }
            let length = weights[start..].iter().map(|w| w * w).sum::<f32>().sqrt();
            for at in start..ids.len() {
                weights[at] /= length;
                postings[next[ids[at] as usize]] = (product, weights[at]);
                next[ids[at] as usize] += 1;
            }
            offsets.push(ids.len());
        }
        Vectors { offsets, features: ids, weights, posting_offsets, postings }
    }

    fn vector(&self, product: usize) -> impl Iterator<Item = (u32, f32)> + '_ {
        let range = self.offsets[product]..self.offsets[product + 1];
        self.features[range.clone()].iter().copied().zip(self.weights[range].iter().copied())
    }

    fn add_up(&self, product: usize, scratch: &mut Scratch) {
        for (feature, weight) in self.vector(product) {
            let range = self.posting_offsets[feature as usize]..self.posting_offsets[feature as usize + 1];
            if range.len() > POSTING_MAX {
                continue;
            }
            for (other, value) in &self.postings[range] {
                let sum = &mut scratch.sums[*other as usize];
                if *sum == 0.0 {
                    scratch.touched.push(*other);
                }
                *sum += weight * value;
            }
        }
    }

    /// The full cosine: both vectors ascend by feature and have length 1.
    fn cosine(&self, a: usize, b: usize) -> f32 {
        let mut sum = 0.0;
        let mut right = self.vector(b).peekable();
        for (feature, weight) in self.vector(a) {
            while right.next_if(|(other, _)| *other < feature).is_some() {}
            if let Some((_, value)) = right.next_if(|(other, _)| *other == feature) {
                sum += weight * value;
            }
        }
        sum
    }
}

impl Recommender for Similar {
    fn name(&self) -> &'static str {
        "similar"
    }

    /// Cost: the neighbours kept for one product.
    fn recommend(&self, query: &Query<'_>, limit: usize) -> Vec<Scored> {
        let Some(anchor) = query.product else { return Vec::new() };
        let scored = |(product, score)| Scored { product, score, because: Because::SimilarTo(anchor) };
        self.0.of(anchor).filter(|(product, _)| query.allows(*product)).take(limit).map(scored).collect()
    }
}
