//! Lists members by words, country, orders in a period and cohort.

use mercat_analytics::Period;
use mercat_model::{CivilDate, Currency, Month, Zone};
use mercat_store::member::{self, MemberFilter, MemberRow, MemberSort, Span};
use mercat_store::page::{List, Page};

use crate::error::FlowError;
use crate::setting::load;
use crate::shop::Shop;

/// Which members.
#[derive(Debug, Clone, Default)]
pub struct MemberQuery {
    /// Words that stand in name, number or e-mail.
    pub search: Option<String>,
    /// The country of their orders.
    pub country: Option<String>,
    /// Ordered from this day on.
    pub ordered_from: Option<CivilDate>,
    /// Ordered up to this day.
    pub ordered_to: Option<CivilDate>,
    /// At least so many orders between these days (or ever).
    pub orders_min: Option<i64>,
    /// The month of their first order.
    pub cohort: Option<Month>,
    /// A month in which they ordered.
    pub active_in: Option<Month>,
    /// The currency that orders are counted in; the shop's own by default.
    pub currency: Option<Currency>,
    /// The order of the list.
    pub sort: MemberSort,
}

/// A page of members.
pub async fn list_members(shop: &Shop, query: MemberQuery, page: Page) -> Result<List<MemberRow>, FlowError> {
    shop.store
        .read("member.list", move |tx| {
            let settings = load::settings(tx)?;
            let currency = query.currency.unwrap_or(settings.currency);
            let filter = filter(&query, &settings.zone)?;
            Ok(member::page(tx, currency, &filter, query.sort, &page)?)
        })
        .await
}

fn filter(query: &MemberQuery, zone: &Zone) -> Result<MemberFilter, FlowError> {
    let any_period = query.ordered_from.is_some() || query.ordered_to.is_some() || query.orders_min.is_some();
    let ordered = if any_period {
        Some((days(query.ordered_from, query.ordered_to, zone)?, query.orders_min.unwrap_or(1).max(1)))
    } else {
        None
    };
    Ok(MemberFilter {
        search: query.search.clone(),
        country: query.country.clone(),
        ordered,
        first_order: query.cohort.map(|month| month_span(month, zone)),
        active: query.active_in.map(|month| month_span(month, zone)),
    })
}

/// The span of whole days, open where a side is not given.
pub(crate) fn days(from: Option<CivilDate>, to: Option<CivilDate>, zone: &Zone) -> Result<Span, FlowError> {
    if let (Some(from), Some(to)) = (from, to) {
        let (from, until) = Period::new(from, to)?.bounds(zone);
        return Ok(Span { from, until });
    }
    Ok(Span {
        from: from.map_or(mercat_model::Timestamp::MIN, |day| zone.start_of_day(day)),
        until: to.map_or(mercat_model::Timestamp::MAX, |day| zone.start_of_day(day.plus_days(1))),
    })
}

/// The span of a month.
pub(crate) fn month_span(month: Month, zone: &Zone) -> Span {
    Span { from: zone.start_of_month(month), until: zone.start_of_month(month.plus_months(1)) }
}
