//! Finds the purchases that a return cancels.

use std::collections::HashMap;

use mercat_model::Timestamp;

/// Purchases of one SKU by one customer that are looked at for a return, latest first.
const CANDIDATES_MAX: usize = 200;

/// A line of an order that may come back.
#[derive(Debug, Clone)]
pub(super) struct Purchase {
    /// Position of the order in the plan.
    pub(super) order: usize,
    /// Number of the line within the order.
    pub(super) line_no: i64,
    pub(super) at: Timestamp,
    pub(super) price_micros: i64,
    /// Pieces that have not come back yet.
    pub(super) left: i64,
}

/// A part of a return: so many pieces of a purchase, or of none that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) quantity: i64,
    /// Position of the order in the plan and number of its line.
    pub(super) purchase: Option<(usize, i64)>,
}

/// The purchases by customer and SKU.
#[derive(Default)]
pub(super) struct Purchases(HashMap<(u32, u32), Vec<Purchase>>);

impl Purchases {
    pub(super) fn add(&mut self, customer: u32, sku: u32, purchase: Purchase) {
        self.0.entry((customer, sku)).or_default().push(purchase);
    }

    /// Sorts by time; call once, before the first [`Purchases::take`].
    pub(super) fn sort(&mut self) {
        for purchases in self.0.values_mut() {
            purchases.sort_by_key(|p| (p.at, p.order, p.line_no));
        }
    }

    /// Takes pieces back: from earlier purchases at the same price, latest first, then at any price. What finds
    /// no purchase (bought before the file begins) stays as a part of its own.
    pub(super) fn take(
        &mut self,
        customer: u32,
        sku: u32,
        at: Timestamp,
        price_micros: i64,
        quantity: i64,
    ) -> Vec<Part> {
        let mut parts = Vec::new();
        let mut wanted = quantity;
        if let Some(purchases) = self.0.get_mut(&(customer, sku)) {
            let until = purchases.partition_point(|p| p.at <= at);
            for same_price in [true, false] {
                for purchase in purchases[..until].iter_mut().rev().take(CANDIDATES_MAX) {
                    if wanted == 0 {
                        break;
                    }
                    if purchase.left > 0 && (purchase.price_micros == price_micros) == same_price {
                        let taken = purchase.left.min(wanted);
                        purchase.left -= taken;
                        wanted -= taken;
                        let purchase = Some((purchase.order, purchase.line_no));
                        parts.push(Part { quantity: taken, purchase });
                    }
                }
            }
        }
        if wanted > 0 {
            parts.push(Part { quantity: wanted, purchase: None });
        }
        parts
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn purchase(order: usize, at: i64, price_micros: i64, left: i64) -> Purchase {
        Purchase { order, line_no: 1, at: Timestamp::from_micros(at), price_micros, left }
    }

    #[test]
    fn returns_take_the_latest_earlier_purchase_at_the_same_price() {
        let mut purchases = Purchases::default();
        for p in [purchase(0, 10, 5, 4), purchase(1, 20, 5, 4), purchase(2, 30, 6, 4), purchase(3, 90, 5, 4)]
        {
            purchases.add(1, 1, p);
        }
        purchases.sort();
        let parts = purchases.take(1, 1, Timestamp::from_micros(50), 5, 10);
        let expected = [(4, Some((1, 1))), (4, Some((0, 1))), (2, Some((2, 1)))];
        assert_eq!(parts, expected.map(|(quantity, purchase)| Part { quantity, purchase }));
        let rest = purchases.take(1, 1, Timestamp::from_micros(50), 5, 5);
        let expected = [(2, Some((2, 1))), (3, None)];
        assert_eq!(rest, expected.map(|(quantity, purchase)| Part { quantity, purchase }));
    }

    proptest! {
        #[test]
        fn no_piece_comes_back_twice(
            bought in prop::collection::vec((0_i64..50, 1_i64..9, 1_i64..3), 1..12),
            returned in prop::collection::vec((0_i64..60, 1_i64..9, 1_i64..3), 1..12),
        ) {
            let mut purchases = Purchases::default();
            for (order, (at, left, price)) in bought.iter().enumerate() {
                purchases.add(1, 1, purchase(order, *at, *price, *left));
            }
            purchases.sort();
            let mut taken = vec![0; bought.len()];
            for (at, quantity, price) in &returned {
                let parts = purchases.take(1, 1, Timestamp::from_micros(*at), *price, *quantity);
                prop_assert_eq!(parts.iter().map(|p| p.quantity).sum::<i64>(), *quantity);
                for part in parts {
                    if let Some((order, _)) = part.purchase {
                        prop_assert!(bought[order].0 <= *at, "bought after it came back");
                        taken[order] += part.quantity;
                    }
                }
            }
            for (taken, (_, bought, _)) in taken.iter().zip(&bought) {
                prop_assert!(taken <= bought);
            }
        }
    }
}
