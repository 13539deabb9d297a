//! Cohort retention: of the members of each month's first orders, how many ordered again in later months.

use mercat_analytics::{CohortCell, CohortRow, MonthRange};
use mercat_model::{Currency, Month, Zone};
use mercat_store::{order, report};

use crate::error::FlowError;
use crate::member::month_span;
use crate::report::overview::currency;
use crate::setting::load;
use crate::shop::Shop;

/// Months that the report shows unless asked otherwise, up to the latest order.
const DEFAULT_MONTHS: i32 = 12;

/// Which months and currency.
#[derive(Debug, Clone, Copy, Default)]
pub struct RetentionQuery {
    /// The first month of a cohort.
    pub from: Option<Month>,
    /// The last month.
    pub to: Option<Month>,
    /// The currency; see the overview.
    pub currency: Option<Currency>,
}

/// The report.
#[derive(Debug, Clone)]
pub struct Retention {
    /// The months.
    pub range: MonthRange,
    /// The time zone of the months.
    pub zone: Zone,
    /// The currency of the orders.
    pub currency: Currency,
    /// A row a cohort.
    pub cohorts: Vec<CohortRow>,
}

/// Computes the matrix. Guests can't be told apart and are not in it.
pub async fn retention(
    shop: &Shop,
    query: RetentionQuery,
    now: mercat_model::Timestamp,
) -> Result<Retention, FlowError> {
    shop.store
        .read("report.retention", move |tx| {
            let settings = load::settings(tx)?;
            let currency = currency(query.currency, &settings, &order::currencies(tx)?);
            let last = order::first_and_last(tx, currency)?.map_or(now, |(_, last)| last);
            let to = query.to.unwrap_or(settings.zone.month_of(last));
            let from = query.from.unwrap_or(to.plus_months(1 - DEFAULT_MONTHS));
            let range = MonthRange::new(from, to)?;
            let months: Vec<Month> = (0..=to.months_since(from)).map(|n| from.plus_months(n)).collect();
            let spans: Vec<_> = months.iter().map(|month| month_span(*month, &settings.zone)).collect();
            let cells: Vec<CohortCell> = report::cohorts(tx, currency, &spans)?
                .into_iter()
                .map(|count| CohortCell {
                    cohort: months[count.cohort],
                    active: months[count.active],
                    members: count.members,
                })
                .collect();
            let cohorts = mercat_analytics::retention(range, &cells)?;
            Ok(Retention { range, zone: settings.zone, currency, cohorts })
        })
        .await
}
