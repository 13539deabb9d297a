//! The overview of a period: figures beside those of the period before, trend, top products, countries.

use mercat_analytics::{Bucket, Figures, Period, Totals, figures};
use mercat_model::{CivilDate, Currency, Money, Zone};
use mercat_store::member::Span;
use mercat_store::order::Customers;
use mercat_store::product::{self, ProductRow};
use mercat_store::report::{self, CountryTotals, Scope, SpanTotals};
use mercat_store::{Tx, order};

use crate::call::Call;
use crate::error::FlowError;
use crate::setting::load::{self, ShopSettings};
use crate::shop::Shop;

/// Products and countries that the overview names.
const TOP_MAX: i64 = 10;
const COUNTRIES_MAX: i64 = 50;

/// Days that the overview shows unless asked otherwise, up to the latest order.
const DEFAULT_DAYS: i32 = 30;

/// Which period, whose orders, which currency.
#[derive(Debug, Clone, Copy, Default)]
pub struct OverviewQuery {
    /// The first day.
    pub from: Option<CivilDate>,
    /// The last day.
    pub to: Option<CivilDate>,
    /// Known customers' orders or all.
    pub customers: Customers,
    /// The currency; the shop's own, or the one with most orders.
    pub currency: Option<Currency>,
}

/// The report.
#[derive(Debug, Clone)]
pub struct Overview {
    /// The period.
    pub period: Period,
    /// The period before it, of the same length.
    pub comparison: Period,
    /// The time zone of the days.
    pub zone: Zone,
    /// The currency of the amounts.
    pub currency: Currency,
    /// The currencies there are orders in.
    pub currencies: Vec<Currency>,
    /// Whose orders.
    pub customers: Customers,
    /// The figures of the period.
    pub current: Figures,
    /// Those of the period before.
    pub previous: Figures,
    /// How wide the points of the trend are.
    pub bucket: Bucket,
    /// The trend.
    pub trend: Vec<TrendPoint>,
    /// The products that brought in most.
    pub top_products: Vec<TopProduct>,
    /// The countries that brought in most.
    pub countries: Vec<CountryTotals>,
}

/// One point of the trend.
#[derive(Debug, Clone)]
pub struct TrendPoint {
    /// Its days.
    pub period: Period,
    /// Its sums.
    pub totals: SpanTotals,
}

/// A product of the top.
#[derive(Debug, Clone)]
pub struct TopProduct {
    /// The product.
    pub row: ProductRow,
    /// Sum of its lines.
    pub revenue: Money,
    /// Pieces.
    pub units: i64,
    /// Orders.
    pub orders: i64,
}

/// Computes the overview.
pub async fn overview(shop: &Shop, query: OverviewQuery, call: &Call) -> Result<Overview, FlowError> {
    let (now, locale) = (call.now, call.locale.clone());
    shop.store
        .read("report.overview", move |tx| {
            let settings = load::settings(tx)?;
            let currencies = order::currencies(tx)?;
            let currency = currency(query.currency, &settings, &currencies);
            let period = period(tx, &query, currency, &settings, now)?;
            let comparison = period.comparison();
            let scope = Scope { currency, customers: query.customers };
            let span = |period: &Period| {
                let (from, until) = period.bounds(&settings.zone);
                Span { from, until }
            };
            let heads = report::totals(tx, scope, &[span(&period), span(&comparison)])?;
            let bucket = period.bucket();
            let buckets = period.buckets(bucket);
            let points = report::totals(tx, scope, &buckets.iter().map(span).collect::<Vec<_>>())?;
            let languages = settings.languages(locale.as_ref());
            let top = report::top_products(tx, scope, span(&period), TOP_MAX)?;
            let ids: Vec<_> = top.iter().map(|product| product.product_id).collect();
            let rows = product::by_ids(tx, &languages, &ids)?;
            let top_products = rows
                .into_iter()
                .filter_map(|row| {
                    let totals = top.iter().find(|t| t.product_id == row.id)?;
                    Some(TopProduct {
                        revenue: totals.revenue,
                        units: totals.units,
                        orders: totals.orders,
                        row,
                    })
                })
                .collect();
            Ok(Overview {
                period,
                comparison,
                current: figures(counts(&heads[0]))?,
                previous: figures(counts(&heads[1]))?,
                bucket,
                trend: buckets
                    .into_iter()
                    .zip(points)
                    .map(|(period, totals)| TrendPoint { period, totals })
                    .collect(),
                top_products,
                countries: report::countries(tx, scope, span(&period), COUNTRIES_MAX)?,
                zone: settings.zone,
                currency,
                currencies,
                customers: query.customers,
            })
        })
        .await
}

/// The currency asked for, else the shop's own if it has orders, else the one with most.
pub(crate) fn currency(
    asked: Option<Currency>,
    settings: &ShopSettings,
    currencies: &[Currency],
) -> Currency {
    asked.unwrap_or_else(|| {
        let own = currencies.iter().find(|currency| **currency == settings.currency);
        *own.or(currencies.first()).unwrap_or(&settings.currency)
    })
}

/// The period asked for; open sides end at the latest order (or now), and begin 30 days before.
fn period(
    tx: &mut Tx<'_>,
    query: &OverviewQuery,
    currency: Currency,
    settings: &ShopSettings,
    now: mercat_model::Timestamp,
) -> Result<Period, FlowError> {
    let to = match query.to {
        Some(to) => to,
        None => {
            let last = order::first_and_last(tx, currency)?.map_or(now, |(_, last)| last);
            settings.zone.date_of(last).max(query.from.unwrap_or(settings.zone.date_of(last)))
        }
    };
    let from = query.from.unwrap_or(to.plus_days(1 - DEFAULT_DAYS));
    Ok(Period::new(from, to)?)
}

fn counts(sums: &SpanTotals) -> Totals {
    let count = |number: i64| u64::try_from(number).unwrap_or(0);
    Totals {
        lines: count(sums.lines),
        units: count(sums.units),
        orders: count(sums.orders),
        customers: count(sums.customers),
        repeat_customers: count(sums.repeat_customers),
        revenue: sums.revenue,
        returns: count(sums.returns),
        returned: sums.returned,
    }
}
