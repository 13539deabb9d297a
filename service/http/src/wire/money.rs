//! Amounts on the wire.

use mercat_model::UnitPrice;
use serde::Serialize;
use utoipa::ToSchema;

/// An amount of one currency.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Money {
    /// A decimal number.
    #[schema(example = "12.34")]
    pub(crate) amount: String,
    /// ISO 4217.
    #[schema(example = "CNY")]
    pub(crate) currency: String,
}

impl From<mercat_model::Money> for Money {
    fn from(money: mercat_model::Money) -> Self {
        Money { amount: money.amount(), currency: money.currency.to_string() }
    }
}

impl From<UnitPrice> for Money {
    fn from(price: UnitPrice) -> Self {
        Money { amount: price.amount(), currency: price.currency.to_string() }
    }
}
