//! Groups of products that belong together (a basket, all that one actor likes), and the item-to-item cosine
//! over them.

use crate::error::RecommendError;
use crate::neighbours::{Neighbours, top};
use crate::params::Params;
use crate::progress::Reporter;

/// Products of one group that are counted. A group of n products makes n² pairs; the largest invoice known to us
/// has 1,114 lines, and what is in a basket with a thousand others says little about any of them.
pub(crate) const ROW_PRODUCTS_MAX: usize = 1_000;

/// Sparse rows of products with values, one after another.
#[derive(Debug, Default)]
pub(crate) struct Rows {
    offsets: Vec<usize>,
    products: Vec<u32>,
    values: Vec<f32>,
    weights: Vec<f32>,
    votes: Vec<u32>,
    seed: u64,
}

/// What one row is.
#[derive(Clone, Copy)]
pub(crate) enum RowKind {
    /// One basket.
    Basket,
    /// All of one actor: the row that counts as the actor's voice for the support.
    Actor,
}

/// What has been added up for one pair.
#[derive(Clone, Copy, Default)]
struct Cell {
    score: f32,
    support: u32,
}

/// A dense row of pairs with the list of those touched; all cells are zero between two products.
struct Scratch {
    cells: Vec<Cell>,
    touched: Vec<u32>,
}

/// The rows turned by product: which rows hold it, and with what value.
struct Columns {
    offsets: Vec<usize>,
    rows: Vec<u32>,
    values: Vec<f32>,
}

impl Rows {
    pub(crate) fn new(seed: u64) -> Self {
        Rows { offsets: vec![0], seed, ..Rows::default() }
    }

    /// Adds a group of different products with values above 0. Groups with one product teach nothing about pairs
    /// but count for the norm. The weight is divided by ln(e − 1 + n): long groups speak softer for each pair.
    pub(crate) fn push(&mut self, kind: RowKind, weight: f32, mut group: Vec<(u32, f32)>) {
        if group.is_empty() || weight <= 0.0 {
            return;
        }
        if group.len() > ROW_PRODUCTS_MAX {
            // A random choice that depends on nothing but the seed, the row and the product.
            let row = self.weights.len() as u64;
            group.sort_unstable_by_key(|(product, _)| (mix(self.seed, row, u64::from(*product)), *product));
            group.truncate(ROW_PRODUCTS_MAX);
        }
        group.sort_unstable_by_key(|(product, _)| *product);
        self.products.extend(group.iter().map(|(product, _)| product));
        self.values.extend(group.iter().map(|(_, value)| value));
        self.offsets.push(self.products.len());
        let damping = (std::f32::consts::E - 1.0 + group.len() as f32).ln();
        self.weights.push(weight / damping);
        self.votes.push(match kind {
            RowKind::Basket => 0,
            RowKind::Actor => 1,
        });
    }

    fn row(&self, row: usize) -> impl Iterator<Item = (u32, f32)> + '_ {
        let range = self.offsets[row]..self.offsets[row + 1];
        self.products[range.clone()].iter().copied().zip(self.values[range].iter().copied())
    }

    /// Turns the rows by product (a counting sort), rows ascending within a product.
    fn columns(&self, count: usize) -> Columns {
        let mut offsets = vec![0_usize; count + 1];
        for product in &self.products {
            offsets[*product as usize + 1] += 1;
        }
        for at in 1..offsets.len() {
            offsets[at] += offsets[at - 1];
        }
        let mut next = offsets.clone();
        let (mut rows, mut values) = (vec![0; self.products.len()], vec![0.0; self.products.len()]);
        for row in 0..self.weights.len() {
            for (product, value) in self.row(row) {
                let at = next[product as usize];
                (rows[at], values[at]) = (row as u32, value);
                next[product as usize] += 1;
            }
        }
        Columns { offsets, rows, values }
    }

    /// The nearest products by shrunk cosine: Σ w·xᵢ·xⱼ ÷ (√(Σ w·xᵢ² · Σ w·xⱼ²) + shrinkage), over the rows.
    ///
    /// Source: Sarwar et al., *Item-based collaborative filtering*, WWW 2001 (cosine); Bell and Koren, *Scalable
    /// collaborative filtering with jointly derived neighborhood interpolation weights*, ICDM 2007 (shrinkage).
    /// Cost: Σ n² over the rows of n ≤ [`ROW_PRODUCTS_MAX`] products, shared by all threads. Every product adds up
    /// its rows in their order, so the result does not depend on the threads.
    pub(crate) fn neighbours(
        &self,
        stage: &'static str,
        count: usize,
        params: &Params,
        reporter: &mut Reporter<'_>,
    ) -> Result<Neighbours, RecommendError> {
        let columns = self.columns(count);
        let norms: Vec<f32> = (0..count)
            .map(|product| {
                let square = |at: usize| self.weights[columns.rows[at] as usize] * columns.values[at].powi(2);
                (columns.offsets[product]..columns.offsets[product + 1]).map(square).sum()
            })
            .collect();
        let scratch = || Scratch { cells: vec![Cell::default(); count], touched: Vec::new() };
        let lists = reporter.for_each(stage, count, scratch, |scratch, product| {
            self.add_up(&columns, product, scratch);
            let mut pairs = Vec::new();
            for other in scratch.touched.drain(..) {
                let cell = std::mem::take(&mut scratch.cells[other as usize]);
                if cell.support >= params.support_min && other as usize != product {
                    let norm = (norms[product] * norms[other as usize]).sqrt() + params.shrinkage;
                    pairs.push((other, cell.score / norm));
                }
            }
            top(pairs, params.neighbours as usize)
        })?;
        Ok(Neighbours::joined(lists))
    }

    fn add_up(&self, columns: &Columns, product: usize, scratch: &mut Scratch) {
        for at in columns.offsets[product]..columns.offsets[product + 1] {
            let row = columns.rows[at] as usize;
            let factor = self.weights[row] * columns.values[at];
            let vote = self.votes[row];
            for (other, value) in self.row(row) {
                let cell = &mut scratch.cells[other as usize];
                if cell.score == 0.0 {
                    scratch.touched.push(other);
                }
                cell.score += factor * value;
                cell.support += vote;
            }
        }
    }
}

/// Sixty-four well-mixed bits of three numbers (the finaliser of SplitMix64, Steele et al., OOPSLA 2014).
pub(crate) fn mix(a: u64, b: u64, c: u64) -> u64 {
    let mut state = a;
    for word in [b, c, 0] {
        state = state.wrapping_add(word).wrapping_add(0x9e37_79b9_7f4a_7c15);
        state = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        state = (state ^ (state >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        state ^= state >> 31;
    }
    state
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;

    fn neighbours(rows: &Rows, count: usize, params: &Params) -> Neighbours {
        let mut callback = |_| ControlFlow::Continue(());
        rows.neighbours("test", count, params, &mut Reporter::new(&mut callback)).unwrap()
    }

    fn plain() -> Params {
        Params { shrinkage: 0.0, support_min: 1, ..Params::default() }
    }

    #[test]
    fn products_always_together_have_a_cosine_of_one() {
        let mut rows = Rows::new(0);
        for _ in 0..3 {
            rows.push(RowKind::Actor, 1.0, vec![(1, 1.0), (0, 1.0)]);
        }
        let table = neighbours(&rows, 3, &plain());
        let (other, score) = table.of(0).next().unwrap();
        assert_eq!(other, 1);
        assert!((score - 1.0).abs() < 1e-6, "{score}");
        assert_eq!(table.of(2).len(), 0);
    }

    #[test]
    fn pairs_of_too_few_actors_are_not_shown() {
        let mut rows = Rows::new(0);
        for _ in 0..5 {
            rows.push(RowKind::Basket, 1.0, vec![(0, 1.0), (1, 1.0)]);
        }
        rows.push(RowKind::Actor, 1.0, vec![(0, 1.0), (1, 1.0)]);
        assert_eq!(neighbours(&rows, 2, &Params { support_min: 2, ..plain() }).of(0).len(), 0);
        assert_eq!(neighbours(&rows, 2, &plain()).of(0).len(), 1);
    }

    #[test]
    fn a_monstrous_basket_is_cut_to_a_seeded_sample() {
        let of = |seed| {
            let mut rows = Rows::new(seed);
            rows.push(RowKind::Basket, 1.0, (0..5_000).map(|product| (product, 1.0)).collect());
            rows.products
        };
        assert_eq!(of(1).len(), ROW_PRODUCTS_MAX);
        assert_eq!(of(1), of(1));
        assert_ne!(of(1), of(2));
    }
}
