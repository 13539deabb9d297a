//! Reports on the wire.

use mercat_flow::order::Customers;
use mercat_flow::report::{self, CountryCount};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::wire::behaviour::Coverage;
use crate::wire::money::Money;
use crate::wire::product::ProductRef;

/// Whose orders.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum CustomersParam {
    /// Of members.
    #[default]
    Known,
    /// Of guests.
    Guest,
    /// Of both.
    All,
}

impl From<CustomersParam> for Customers {
    fn from(param: CustomersParam) -> Self {
        match param {
            CustomersParam::Known => Customers::Known,
            CustomersParam::Guest => Customers::Guest,
            CustomersParam::All => Customers::All,
        }
    }
}

impl From<Customers> for CustomersParam {
    fn from(customers: Customers) -> Self {
        match customers {
            Customers::Known => CustomersParam::Known,
            Customers::Guest => CustomersParam::Guest,
            Customers::All => CustomersParam::All,
        }
    }
}

/// Days, both included.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Days {
    #[schema(format = Date)]
    pub(crate) from: String,
    #[schema(format = Date)]
    pub(crate) to: String,
}

/// The figures of a period.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Figures {
    /// Order lines.
    pub(crate) lines: u64,
    /// Pieces.
    pub(crate) units: u64,
    pub(crate) orders: u64,
    /// Different members who ordered; guests can't be told apart.
    pub(crate) customers: u64,
    /// Sum of the orders, before returns.
    pub(crate) revenue: Money,
    /// Revenue ÷ orders; null without orders.
    #[schema(required)]
    pub(crate) average_order_value: Option<Money>,
    /// Members with at least two orders in the period.
    pub(crate) repeat_customers: u64,
    /// Repeat customers ÷ customers, 0 to 1; null without customers.
    #[schema(required)]
    pub(crate) repeat_rate: Option<f64>,
    pub(crate) returns: u64,
    /// Sum of the returns.
    pub(crate) returned: Money,
    /// Returns ÷ orders; null without orders.
    #[schema(required)]
    pub(crate) return_rate: Option<f64>,
    /// Revenue − returned.
    pub(crate) net_revenue: Money,
}

/// A point of the trend.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct TrendPoint {
    #[serde(flatten)]
    pub(crate) days: Days,
    pub(crate) revenue: Money,
    pub(crate) orders: i64,
    pub(crate) customers: i64,
    pub(crate) returns: Money,
}

/// The trend of a period.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Trend {
    /// `day`, `week` or `month`.
    #[schema(example = "week")]
    pub(crate) bucket: String,
    pub(crate) points: Vec<TrendPoint>,
}

/// A product of the top.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct TopProduct {
    pub(crate) product: ProductRef,
    pub(crate) revenue: Money,
    pub(crate) units: i64,
    pub(crate) orders: i64,
}

/// A country with what it brought in.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct CountryFigures {
    pub(crate) country: String,
    pub(crate) revenue: Money,
    pub(crate) orders: i64,
    pub(crate) customers: i64,
}

/// The overview of a period.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Overview {
    #[serde(flatten)]
    pub(crate) days: Days,
    pub(crate) time_zone: String,
    pub(crate) currency: String,
    /// The currencies there are orders in.
    pub(crate) currencies: Vec<String>,
    pub(crate) customers: CustomersParam,
    /// The period before, of the same length.
    pub(crate) comparison: Days,
    pub(crate) current: Figures,
    pub(crate) previous: Figures,
    pub(crate) trend: Trend,
    pub(crate) top_products: Vec<TopProduct>,
    pub(crate) countries: Vec<CountryFigures>,
}

/// A cohort: people by the period of their first order, or of their first start event.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Cohort {
    /// The month of the period's first day.
    #[schema(example = "2010-12")]
    pub(crate) month: String,
    /// The period's first day.
    #[schema(format = Date)]
    pub(crate) from: String,
    pub(crate) size: u64,
    /// Those who were active so many periods later. Of first orders the first is the size; of an event it counts those
    /// who did the return event in the same period, at or after the start event.
    pub(crate) active: Vec<u64>,
}

/// Cohort retention: of first orders, or of an event.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Retention {
    /// The first month; of an event the first day.
    #[schema(example = "2010-12")]
    pub(crate) from: String,
    /// The last month; of an event the last day.
    #[schema(example = "2011-12")]
    pub(crate) to: String,
    /// `day`, `week` or `month`.
    #[schema(example = "month")]
    pub(crate) unit: String,
    pub(crate) time_zone: String,
    /// The currency of the orders; null with a start event.
    #[schema(required)]
    pub(crate) currency: Option<String>,
    /// The start event as it was asked for; null of first orders.
    #[schema(required)]
    pub(crate) start: Option<String>,
    /// The return event as it was asked for; null of first orders.
    #[schema(required)]
    pub(crate) r#return: Option<String>,
    pub(crate) cohorts: Vec<Cohort>,
    /// Null of first orders.
    #[schema(required)]
    pub(crate) coverage: Option<Coverage>,
}

/// A country with how many members and orders it has.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct CountryItem {
    pub(crate) country: String,
    pub(crate) members: i64,
    pub(crate) orders: i64,
}

impl From<report::Period> for Days {
    fn from(period: report::Period) -> Self {
        Days { from: period.from().to_string(), to: period.to().to_string() }
    }
}

impl From<report::Figures> for Figures {
    fn from(figures: report::Figures) -> Self {
        let totals = figures.totals;
        Figures {
            lines: totals.lines,
            units: totals.units,
            orders: totals.orders,
            customers: totals.customers,
            revenue: totals.revenue.into(),
            average_order_value: figures.average_order_value.map(Into::into),
            repeat_customers: totals.repeat_customers,
            repeat_rate: figures.repeat_rate,
            returns: totals.returns,
            returned: totals.returned.into(),
            return_rate: figures.return_rate,
            net_revenue: figures.net_revenue.into(),
        }
    }
}

impl From<report::TrendPoint> for TrendPoint {
    fn from(point: report::TrendPoint) -> Self {
        TrendPoint {
            days: point.period.into(),
            revenue: point.totals.revenue.into(),
            orders: point.totals.orders,
            customers: point.totals.customers,
            returns: point.totals.returned.into(),
        }
    }
}

impl From<report::TopProduct> for TopProduct {
    fn from(top: report::TopProduct) -> Self {
        TopProduct {
            product: (&top.row).into(),
            revenue: top.revenue.into(),
            units: top.units,
            orders: top.orders,
        }
    }
}

impl From<report::Overview> for Overview {
    fn from(overview: report::Overview) -> Self {
        let countries = overview.countries.into_iter().map(|totals| CountryFigures {
            country: totals.country,
            revenue: totals.revenue.into(),
            orders: totals.orders,
            customers: totals.customers,
        });
        Overview {
            days: overview.period.into(),
            time_zone: overview.zone.name().to_owned(),
            currency: overview.currency.to_string(),
            currencies: overview.currencies.iter().map(ToString::to_string).collect(),
            customers: overview.customers.into(),
            comparison: overview.comparison.into(),
            current: overview.current.into(),
            previous: overview.previous.into(),
            trend: Trend {
                bucket: overview.bucket.as_str().to_owned(),
                points: overview.trend.into_iter().map(Into::into).collect(),
            },
            top_products: overview.top_products.into_iter().map(Into::into).collect(),
            countries: countries.collect(),
        }
    }
}

impl From<report::Retention> for Retention {
    fn from(retention: report::Retention) -> Self {
        let cohorts = retention.cohorts.into_iter().map(|row| Cohort {
            month: row.cohort.to_string(),
            from: row.cohort.first_day().to_string(),
            size: row.size,
            active: row.active,
        });
        Retention {
            from: retention.range.from().to_string(),
            to: retention.range.to().to_string(),
            unit: report::Bucket::Month.as_str().to_owned(),
            time_zone: retention.zone.name().to_owned(),
            currency: Some(retention.currency.to_string()),
            start: None,
            r#return: None,
            cohorts: cohorts.collect(),
            coverage: None,
        }
    }
}

impl Retention {
    /// Of a start and a return event, named as they were asked for.
    pub(crate) fn of_behaviour(report: report::ReturningReport, (start, back): (String, String)) -> Self {
        let cohorts = report.returning.cohorts.into_iter().map(|row| Cohort {
            month: row.from.month().to_string(),
            from: row.from.to_string(),
            size: row.size,
            active: row.returned,
        });
        Retention {
            from: report.from.to_string(),
            to: report.to.to_string(),
            unit: report.unit.as_str().to_owned(),
            time_zone: report.zone.name().to_owned(),
            currency: None,
            start: Some(start),
            r#return: Some(back),
            cohorts: cohorts.collect(),
            coverage: Some(report.coverage.into()),
        }
    }
}

impl From<CountryCount> for CountryItem {
    fn from(count: CountryCount) -> Self {
        CountryItem { country: count.country, members: count.members, orders: count.orders }
    }
}
