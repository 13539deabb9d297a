//! Cohort retention: of the members whose first order fell into a month, how many ordered again later.

use std::collections::{BTreeMap, BTreeSet};

use mercat_model::Month;

use crate::error::AnalyticsError;

/// Months that a matrix spans at most, ten years: 120 rows of up to 120 cells.
pub const RETENTION_MONTHS_MAX: i32 = 120;

/// Members of a cohort who ordered in a month, as the store counts them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CohortCell {
    /// The month of the members' first order ever.
    pub cohort: Month,
    /// A month in which they ordered; not before the cohort.
    pub active: Month,
    /// How many different members.
    pub members: u64,
}

/// One row of the matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CohortRow {
    /// The month of the first orders.
    pub cohort: Month,
    /// How many members are in the cohort; equal to `active[0]`.
    pub size: u64,
    /// Members who ordered so many months after the first: from month 0 to the last month of the range.
    pub active: Vec<u64>,
}

/// Months from `from` to `to`, both included; at most [`RETENTION_MONTHS_MAX`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthRange {
    from: Month,
    to: Month,
}

impl MonthRange {
    /// From the first to the last month, both included.
    pub fn new(from: Month, to: Month) -> Result<Self, AnalyticsError> {
        if to < from {
            return Err(AnalyticsError::MonthsReversed { from, to });
        }
        if to.months_since(from) >= RETENTION_MONTHS_MAX {
            return Err(AnalyticsError::TooManyMonths { from, to });
        }
        Ok(MonthRange { from, to })
    }

    /// The first month.
    pub fn from(&self) -> Month {
        self.from
    }

    /// The last month.
    pub fn to(&self) -> Month {
        self.to
    }
}

/// The matrix: a row for every month of the range, zeros where nobody ordered.
///
/// Cells of cohorts outside the range and of later months are left out. Refuses a cell that is active before
/// its cohort, two cells for one pair of months, and more active members than the cohort has. Cost: linear in
/// the cells plus the square of the months.
pub fn retention(range: MonthRange, cells: &[CohortCell]) -> Result<Vec<CohortRow>, AnalyticsError> {
    let months = range.to.months_since(range.from) + 1;
    let mut rows: Vec<CohortRow> = (0..months)
        .map(|offset| CohortRow {
            cohort: range.from.plus_months(offset),
            size: 0,
            active: vec![0; (months - offset) as usize],
        })
        .collect();
    let mut seen = BTreeSet::new();
    for cell in cells {
        let CohortCell { cohort, active, members } = *cell;
        if active < cohort {
            return Err(AnalyticsError::ActiveBeforeCohort { cohort, active });
        }
        if !seen.insert((cohort, active)) {
            return Err(AnalyticsError::DuplicateCell { cohort, active });
        }
        if cohort < range.from || active > range.to {
            continue;
        }
        let row = &mut rows[cohort.months_since(range.from) as usize];
        row.active[active.months_since(cohort) as usize] = members;
    }
    for row in &mut rows {
        row.size = row.active[0];
        if let Some(active) = row.active.iter().find(|members| **members > row.size) {
            return Err(AnalyticsError::PartExceedsWhole {
                part: "active",
                part_count: *active,
                whole: "cohort",
                whole_count: row.size,
            });
        }
    }
    Ok(rows)
}

/// Counts the cells from single orders `(member, month of the order)` in any order: the plain definition, which
/// the aggregation in the store is tested against. Holds every member's months in memory.
pub fn cohorts_of<K: Ord>(orders: impl IntoIterator<Item = (K, Month)>) -> Vec<CohortCell> {
    let mut months_of: BTreeMap<K, BTreeSet<Month>> = BTreeMap::new();
    for (member, month) in orders {
        months_of.entry(member).or_default().insert(month);
    }
    let mut counts: BTreeMap<(Month, Month), u64> = BTreeMap::new();
    for months in months_of.values() {
        let Some(cohort) = months.first() else { continue };
        for month in months {
            *counts.entry((*cohort, *month)).or_default() += 1;
        }
    }
    counts.into_iter().map(|((cohort, active), members)| CohortCell { cohort, active, members }).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn month(text: &str) -> Month {
        text.parse().unwrap()
    }

    fn range(from: &str, to: &str) -> MonthRange {
        MonthRange::new(month(from), month(to)).unwrap()
    }

    fn cell(cohort: &str, active: &str, members: u64) -> CohortCell {
        CohortCell { cohort: month(cohort), active: month(active), members }
    }

    #[test]
    fn a_matrix_is_filled_with_zeros_up_to_the_last_month() {
        let cells = [cell("2010-12", "2010-12", 885), cell("2010-12", "2011-02", 286)];
        let rows = retention(range("2010-12", "2011-03"), &cells).unwrap();
        assert_eq!(rows.len(), 4);
        assert_eq!((rows[0].size, rows[0].active.as_slice()), (885, [885, 0, 286, 0].as_slice()));
        assert_eq!((rows[3].size, rows[3].active.as_slice()), (0, [0].as_slice()));
    }

    #[test]
    fn cells_outside_the_range_are_left_out() {
        let cells =
            [cell("2010-11", "2010-12", 7), cell("2010-12", "2010-12", 5), cell("2010-12", "2011-02", 3)];
        let rows = retention(range("2010-12", "2011-01"), &cells).unwrap();
        assert_eq!(rows[0].active, [5, 0]);
    }

    #[test]
    fn impossible_cells_are_refused() {
        let months = range("2010-12", "2011-01");
        let early = retention(months, &[cell("2011-01", "2010-12", 1)]).unwrap_err();
        assert!(matches!(early, AnalyticsError::ActiveBeforeCohort { .. }));
        let one = cell("2010-12", "2010-12", 1);
        assert!(matches!(retention(months, &[one, one]).unwrap_err(), AnalyticsError::DuplicateCell { .. }));
        let grown = [one, cell("2010-12", "2011-01", 2)];
        assert!(retention(months, &grown).unwrap_err().to_string().starts_with("`active` is `2`"));
    }

    #[test]
    fn ranges_are_bounded() {
        assert!(MonthRange::new(month("2011-01"), month("2010-12")).is_err());
        assert!(MonthRange::new(month("2001-01"), month("2011-01")).is_err());
        assert!(MonthRange::new(month("2001-01"), month("2010-12")).is_ok());
    }

    #[test]
    fn a_member_belongs_to_the_month_of_the_first_order() {
        let orders = [
            ("a", month("2011-02")),
            ("a", month("2010-12")),
            ("b", month("2011-02")),
            ("a", month("2011-02")),
        ];
        assert_eq!(
            cohorts_of(orders),
            [cell("2010-12", "2010-12", 1), cell("2010-12", "2011-02", 1), cell("2011-02", "2011-02", 1)]
        );
    }

    proptest! {
        #[test]
        fn sums_of_the_matrix_match_the_orders(orders in prop::collection::vec((0_u8..40, 0_i32..12), 0..300)) {
            let start = month("2010-12");
            let orders: Vec<(u8, Month)> = orders.into_iter().map(|(m, o)| (m, start.plus_months(o))).collect();
            let rows = retention(range("2010-12", "2011-11"), &cohorts_of(orders.clone())).unwrap();
            let members: BTreeSet<u8> = orders.iter().map(|(member, _)| *member).collect();
            prop_assert_eq!(rows.iter().map(|row| row.size).sum::<u64>(), members.len() as u64);
            for offset in 0..12 {
                let now = start.plus_months(offset);
                let active: BTreeSet<u8> = orders.iter().filter(|(_, m)| *m == now).map(|(k, _)| *k).collect();
                let column: u64 = rows
                    .iter()
                    .filter(|row| row.cohort <= now)
                    .map(|row| row.active[now.months_since(row.cohort) as usize])
                    .sum();
                prop_assert_eq!(column, active.len() as u64);
            }
        }
    }
}
