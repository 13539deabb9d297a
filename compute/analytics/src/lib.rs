//! Figures of a shop: periods, the overview, cohort retention, RFM, and operators over people's behaviour.
//!
//! Counts and sums come in, figures come out. Nothing here reads rows, a clock or a time zone of its own:
//! the store aggregates, the caller names the zone.

pub mod behaviour;
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
