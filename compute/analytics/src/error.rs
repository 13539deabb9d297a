//! What goes wrong with figures: input that no shop can have, and ranges beyond their limits.

use mercat_model::{CivilDate, Money, MoneyError, Month};

use crate::period::PERIOD_YEARS_MAX;
use crate::retention::RETENTION_MONTHS_MAX;

/// The errors of this crate.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AnalyticsError {
    /// The last day lies before the first.
    #[error("the period ends on `{to}`, before it starts on `{from}`: swap the two days")]
    PeriodReversed {
        /// The first day.
        from: CivilDate,
        /// The last day.
        to: CivilDate,
    },
    /// More than the named limit of years.
    #[error(
        "the period from `{from}` to `{to}` is longer than {} years: ask for a shorter one",
        PERIOD_YEARS_MAX
    )]
    PeriodTooLong {
        /// The first day.
        from: CivilDate,
        /// The last day.
        to: CivilDate,
    },
    /// A part is larger than its whole.
    #[error("`{part}` is `{part_count}`, more than the `{whole_count}` of `{whole}`: check the query")]
    PartExceedsWhole {
        /// The name of the part.
        part: &'static str,
        /// Its count.
        part_count: u64,
        /// The name of the whole.
        whole: &'static str,
        /// Its count.
        whole_count: u64,
    },
    /// Revenue and returns are given as amounts of at least zero.
    #[error("`{name}` is `{amount}`: give it as an amount of zero or more")]
    NegativeAmount {
        /// The name of the sum.
        name: &'static str,
        /// What was given.
        amount: Money,
    },
    /// Sums that do not fit, or two currencies.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// The last month lies before the first.
    #[error("the months end with `{to}`, before they start with `{from}`: swap the two months")]
    MonthsReversed {
        /// The first month.
        from: Month,
        /// The last month.
        to: Month,
    },
    /// More than the named limit of months.
    #[error("`{from}` to `{to}` are more than {} months: ask for a shorter range", RETENTION_MONTHS_MAX)]
    TooManyMonths {
        /// The first month.
        from: Month,
        /// The last month.
        to: Month,
    },
    /// Members can't be active before their first order.
    #[error("a cell of cohort `{cohort}` is active in `{active}`, before its first order: check the query")]
    ActiveBeforeCohort {
        /// The month of the first orders.
        cohort: Month,
        /// The month of activity.
        active: Month,
    },
    /// A question about behaviour that can't be asked.
    #[error("`{field}`: {reason}")]
    Spec {
        /// The field that is to blame.
        field: &'static str,
        /// What is wrong with it and what would be right.
        reason: String,
    },
    /// An operator needs a column that the scan was not asked for.
    #[error("the scan was not asked for the column `{0}`: ask for those that the operator names")]
    ColumnNotAsked(String),
    /// Two cells for the same pair of months.
    #[error("cohort `{cohort}` has two cells for `{active}`: group the query by both months")]
    DuplicateCell {
        /// The month of the first orders.
        cohort: Month,
        /// The month of activity.
        active: Month,
    },
}
