//! The countries of members and orders, for filters.

pub use mercat_store::report::CountryCount;

use crate::error::FlowError;
use crate::shop::Shop;

/// Countries with their members and orders, by name.
pub async fn country_counts(shop: &Shop) -> Result<Vec<CountryCount>, FlowError> {
    shop.store
        .read("report.countries", |tx| Ok::<_, FlowError>(mercat_store::report::country_counts(tx)?))
        .await
}
