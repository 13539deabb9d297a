//! For each product its nearest others with a score: the table that item-to-item and content models keep.

use crate::error::RecommendError;

/// Nearest products of every product, best first, one list after another. 8 bytes a neighbour.
#[derive(Debug, Clone, PartialEq)]
pub struct Neighbours {
    offsets: Vec<u32>,
    products: Vec<u32>,
    scores: Vec<f32>,
}

impl Neighbours {
    /// Joins the list of each product.
    pub(crate) fn joined(lists: Vec<Vec<(u32, f32)>>) -> Self {
        let mut offsets = Vec::with_capacity(lists.len() + 1);
        offsets.push(0);
        let count = lists.iter().map(Vec::len).sum();
        let (mut products, mut scores) = (Vec::with_capacity(count), Vec::with_capacity(count));
        for list in lists {
            products.extend(list.iter().map(|(product, _)| product));
            scores.extend(list.iter().map(|(_, score)| score));
            offsets.push(products.len() as u32);
        }
        Neighbours { offsets, products, scores }
    }

    /// Takes the arrays of an artefact back after checking them; `name` is the table's for messages.
    pub(crate) fn checked(
        name: &str,
        count: usize,
        (offsets, products, scores): (Vec<u32>, Vec<u32>, Vec<f32>),
    ) -> Result<Self, RecommendError> {
        let refuse = |what| Err(RecommendError::array(name, what));
        if offsets.len() != count + 1 || products.len() != scores.len() {
            return refuse("its length does not fit the number of products");
        }
        if offsets[0] != 0 || offsets[count] as usize != products.len() {
            return refuse("offsets do not span the lists");
        }
        if offsets.windows(2).any(|pair| pair[0] > pair[1]) {
            return refuse("offsets are not ascending");
        }
        if products.iter().any(|product| *product as usize >= count) {
            return refuse("an index beyond the products");
        }
        if scores.iter().any(|score| !score.is_finite()) {
            return refuse("not a finite number");
        }
        Ok(Neighbours { offsets, products, scores })
    }

    /// The arrays as kept: offsets (products + 1), positions, scores.
    pub(crate) fn arrays(&self) -> (&[u32], &[u32], &[f32]) {
        (&self.offsets, &self.products, &self.scores)
    }

    /// How many products have a list, be it empty.
    pub(crate) fn len(&self) -> usize {
        self.offsets.len() - 1
    }

    /// The neighbours of a product with their scores, best first.
    pub fn of(&self, product: u32) -> impl ExactSizeIterator<Item = (u32, f32)> + '_ {
        let at = product as usize;
        let range = self.offsets[at] as usize..self.offsets[at + 1] as usize;
        self.products[range.clone()].iter().copied().zip(self.scores[range].iter().copied())
    }
}

/// Keeps the best `limit` pairs, best first, ties to the lower position.
pub(crate) fn top(mut pairs: Vec<(u32, f32)>, limit: usize) -> Vec<(u32, f32)> {
    let order = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
    if pairs.len() > limit && limit > 0 {
        pairs.select_nth_unstable_by(limit - 1, order);
    }
    pairs.truncate(limit);
    pairs.sort_unstable_by(order);
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_come_first_and_ties_go_to_the_lower_position() {
        assert_eq!(top(vec![(5, 0.5), (1, 0.1), (3, 0.9), (2, 0.5)], 3), [(3, 0.9), (2, 0.5), (5, 0.5)]);
        assert_eq!(top(vec![(5, 0.5)], 0), []);
    }

    #[test]
    fn broken_tables_are_refused() {
        let check = |offsets: &[u32], products: &[u32], scores: &[f32]| {
            Neighbours::checked("t", 2, (offsets.to_vec(), products.to_vec(), scores.to_vec())).is_ok()
        };
        assert!(check(&[0, 1, 1], &[1], &[0.5]));
        assert!(!check(&[0, 1], &[1], &[0.5]));
        assert!(!check(&[0, 2, 1], &[1], &[0.5]));
        assert!(!check(&[0, 1, 2], &[1], &[0.5]));
        assert!(!check(&[0, 1, 1], &[2], &[0.5]));
        assert!(!check(&[0, 1, 1], &[1], &[f32::NAN]));
    }
}
