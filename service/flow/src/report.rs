//! Use cases that report on the shop: the overview and cohort retention.

mod countries;
mod overview;
mod retention;

pub use countries::{CountryCount, country_counts};
pub use mercat_analytics::{Bucket, CohortRow, Figures, Period};
pub use overview::{Overview, OverviewQuery, TopProduct, TrendPoint, overview};
pub use retention::{Retention, RetentionQuery, retention};
