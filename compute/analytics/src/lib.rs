//! Figures of a shop: periods, the overview, cohort retention and RFM.
//!
//! Counts and sums come in, figures come out. Nothing here reads rows, a clock or a time zone of its own:
//! the store aggregates, the caller names the zone.

pub mod error;
pub mod overview;
pub mod period;
pub mod retention;
pub mod rfm;

pub use error::AnalyticsError;
pub use overview::{Figures, Totals, change, figures};
pub use period::{Bucket, Period};
pub use retention::{CohortCell, CohortRow, MonthRange, cohorts_of, retention};
pub use rfm::{MemberValue, RfmScore, RfmSegment, RfmThresholds, score};
