//! The parameters of a training; they are kept in the manifest, so that a model says how it was made.

use serde::{Deserialize, Serialize};

use crate::dataset::Signal;
use crate::error::RecommendError;

/// What one signal says about liking, −10 to 10: a purchase is the unit.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct SignalWeights {
    /// A product's page was opened.
    pub view: f32,
    /// It went into the basket.
    pub add: f32,
    /// It was bought.
    pub purchase: f32,
    /// It was reviewed.
    pub review: f32,
    /// It came back.
    pub returned: f32,
}

/// The parameters of all models, with defaults that suit a shop without tuning.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Params {
    /// What each signal is worth.
    pub signals: SignalWeights,
    /// Days after which an interaction counts half for popularity, 0.01 to 10,000.
    pub popularity_half_life_days: f64,
    /// The most that one actor adds to a product's popularity, in purchases, 0.1 to 1,000.
    pub popularity_actor_cap: f32,
    /// Days after which a visit counts half for the personal list, 0.01 to 10,000.
    pub personal_half_life_days: f64,
    /// Neighbours kept for each product, 1 to 500.
    pub neighbours: u32,
    /// Added to the denominator of the item-to-item cosine, so that pairs seen seldom stay low, 0 to 10,000.
    pub shrinkage: f32,
    /// Different actors who must have a pair in common before it is shown, 1 to 1,000. At 2 no list tells what a
    /// single person bought.
    pub support_min: u32,
    /// Weight of two goods in one basket, 0 to 100.
    pub basket_weight: f32,
    /// Weight of two goods of one actor at any time, 0 to 100.
    pub actor_weight: f32,
    /// Weight of a word of the texts in the content cosine, 0 to 100.
    pub word_weight: f32,
    /// Weight of an attribute, 0 to 100.
    pub attribute_weight: f32,
    /// Weight of the category, 0 to 100; each level above counts half of the one below.
    pub category_weight: f32,
    /// Weight of the price band (half-octaves), 0 to 100.
    pub price_weight: f32,
    /// Neighbours of each visit that the personal list looks at, 1 to 500; more than are kept count as all.
    pub personal_neighbours: u32,
    /// How much content neighbours count beside the item-to-item ones in the personal list, 0 to 10.
    pub content_blend: f32,
    /// How much popularity is added to a candidate of the personal list, 0 to 10.
    pub popularity_prior: f32,
    /// Share of a product's buyers who bought it again that makes it repeatable, 0 to 1.
    pub repeatable_share: f32,
}

impl Default for SignalWeights {
    fn default() -> Self {
        SignalWeights { view: 0.2, add: 0.5, purchase: 1.0, review: 0.5, returned: -1.0 }
    }
}

impl SignalWeights {
    /// The weight of a signal.
    pub fn of(&self, signal: Signal) -> f32 {
        match signal {
            Signal::View => self.view,
            Signal::Add => self.add,
            Signal::Purchase => self.purchase,
            Signal::Review => self.review,
            Signal::Return => self.returned,
        }
    }
}

impl Default for Params {
    fn default() -> Self {
        Params {
            signals: SignalWeights::default(),
            popularity_half_life_days: 30.0,
            popularity_actor_cap: 3.0,
            personal_half_life_days: 45.0,
            neighbours: 64,
            shrinkage: 5.0,
            support_min: 2,
            basket_weight: 1.0,
            actor_weight: 1.0,
            word_weight: 1.0,
            attribute_weight: 1.0,
            category_weight: 1.0,
            price_weight: 0.5,
            personal_neighbours: 10,
            content_blend: 0.2,
            popularity_prior: 0.5,
            repeatable_share: 0.3,
        }
    }
}

impl Params {
    /// Refuses numbers outside the documented ranges, and those that are not numbers.
    pub fn check(&self) -> Result<(), RecommendError> {
        let of = |name, value: f32, min, max| (name, f64::from(value), min, max);
        let ranges = [
            of("signals.view", self.signals.view, -10.0, 10.0),
            of("signals.add", self.signals.add, -10.0, 10.0),
            of("signals.purchase", self.signals.purchase, -10.0, 10.0),
            of("signals.review", self.signals.review, -10.0, 10.0),
            of("signals.returned", self.signals.returned, -10.0, 10.0),
            ("popularity_half_life_days", self.popularity_half_life_days, 0.01, 10_000.0),
            of("popularity_actor_cap", self.popularity_actor_cap, 0.1, 1_000.0),
            ("personal_half_life_days", self.personal_half_life_days, 0.01, 10_000.0),
            ("neighbours", f64::from(self.neighbours), 1.0, 500.0),
            of("shrinkage", self.shrinkage, 0.0, 10_000.0),
            ("support_min", f64::from(self.support_min), 1.0, 1_000.0),
            of("basket_weight", self.basket_weight, 0.0, 100.0),
            of("actor_weight", self.actor_weight, 0.0, 100.0),
            of("word_weight", self.word_weight, 0.0, 100.0),
            of("attribute_weight", self.attribute_weight, 0.0, 100.0),
            of("category_weight", self.category_weight, 0.0, 100.0),
            of("price_weight", self.price_weight, 0.0, 100.0),
            ("personal_neighbours", f64::from(self.personal_neighbours), 1.0, 500.0),
            of("content_blend", self.content_blend, 0.0, 10.0),
            of("popularity_prior", self.popularity_prior, 0.0, 10.0),
            of("repeatable_share", self.repeatable_share, 0.0, 1.0),
        ];
        for (name, value, min, max) in ranges {
            if !(min..=max).contains(&value) {
                return Err(RecommendError::BadParameter { name, value: value.to_string(), min, max });
            }
        }
        Ok(())
    }
}

/// What is left of a weight after `age_us` microseconds: 2^(−age / half-life); ages below zero count as zero.
pub(crate) fn decay(age_us: i64, half_life_days: f64) -> f64 {
    let age_days = age_us.max(0) as f64 / mercat_model::time::DAY_US as f64;
    (-age_days / half_life_days).exp2()
}

#[cfg(test)]
mod tests {
    use mercat_model::time::DAY_US;

    use super::*;

    #[test]
    fn defaults_are_within_their_ranges() {
        assert_eq!(Params::default().check(), Ok(()));
    }

    #[test]
    fn a_parameter_outside_its_range_is_named() {
        let error = Params { shrinkage: f32::NAN, ..Params::default() }.check().unwrap_err();
        assert_eq!(error.to_string(), "parameter `shrinkage` is `NaN`: use a number from 0 to 10000");
        assert!(Params { neighbours: 0, ..Params::default() }.check().is_err());
    }

    #[test]
    fn a_weight_halves_after_its_half_life() {
        assert_eq!(decay(30 * DAY_US, 30.0), 0.5);
        assert_eq!(decay(-DAY_US, 30.0), 1.0);
    }
}
