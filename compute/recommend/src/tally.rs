//! Adds up scores of a few products out of many: an open-addressing table, so that the cost follows the
//! candidates and not the size of the catalogue.

/// Marks an empty slot; positions of products stay far below.
const EMPTY: u32 = u32::MAX;

/// What has been added up for one product.
#[derive(Clone, Copy)]
pub(crate) struct Entry {
    pub(crate) product: u32,
    pub(crate) score: f32,
    /// The largest single amount, and who gave it.
    best: f32,
    pub(crate) because: u32,
}

/// A table for at most the number of products it was made for.
pub(crate) struct Tally {
    slots: Vec<Entry>,
    shift: u32,
}

impl Tally {
    /// Room for so many different products, at most half full.
    pub(crate) fn for_products(products: usize) -> Self {
        let size = (products.max(4) * 2).next_power_of_two();
        let empty = Entry { product: EMPTY, score: 0.0, best: f32::NEG_INFINITY, because: EMPTY };
        Tally { slots: vec![empty; size], shift: 64 - size.trailing_zeros() }
    }

    /// Adds an amount on behalf of `because`.
    pub(crate) fn add(&mut self, product: u32, amount: f32, because: u32) {
        // Fibonacci hashing (Knuth, The Art of Computer Programming, volume 3, §6.4).
        let hash = u64::from(product).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> self.shift;
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while self.slots[at].product != product && self.slots[at].product != EMPTY {
            at = (at + 1) & mask;
        }
        let entry = &mut self.slots[at];
        entry.product = product;
        entry.score += amount;
        if amount > entry.best {
            (entry.best, entry.because) = (amount, because);
        }
    }

    /// All products that something was added for, in no particular order.
    pub(crate) fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.slots.iter().filter(|entry| entry.product != EMPTY)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_add_up_and_the_largest_gives_the_reason() {
        let mut tally = Tally::for_products(100);
        for product in 0..100 {
            tally.add(product, 1.0, 7);
            tally.add(product, 2.0, 8);
        }
        assert_eq!(tally.entries().count(), 100);
        assert!(tally.entries().all(|entry| entry.score == 3.0 && entry.because == 8));
    }
}
