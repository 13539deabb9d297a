//! Sums over orders and returns for reports: by period, product, country and cohort. It counts; it never judges.

use std::fmt::Write as _;

use mercat_model::{Currency, MemberId, Money, ProductId, Timestamp};

use crate::error::StoreError;
use crate::member::Span;
use crate::order::Customers;
use crate::tx::Tx;
use crate::value::Value;

/// Sums of one span.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SpanTotals {
    /// Lines of orders.
    pub lines: i64,
    /// Pieces ordered.
    pub units: i64,
    /// Orders.
    pub orders: i64,
    /// Different members who ordered; guests can't be told apart and don't count.
    pub customers: i64,
    /// Members who ordered at least twice within the span.
    pub repeat_customers: i64,
    /// Sum of the orders, before returns.
    pub revenue: Money,
    /// Returns.
    pub returns: i64,
    /// Sum of the returns.
    pub returned: Money,
}

/// Whose orders of which currency a report counts.
#[derive(Debug, Clone, Copy)]
pub struct Scope {
    /// The currency; others never mix in.
    pub currency: Currency,
    /// Whose.
    pub customers: Customers,
}

impl Scope {
    /// ` AND …` for rows of `orders` or `returns` under the alias; `$1` is the currency.
    fn sql(self, alias: &str) -> String {
        let whose = match self.customers {
            Customers::Known => format!(" AND {alias}.member_id IS NOT NULL"),
            Customers::Guest => format!(" AND {alias}.member_id IS NULL"),
            Customers::All => String::new(),
        };
        format!(" AND {alias}.currency = $1{whose}")
    }
}

/// A table of numbered spans to join with; the numbers are ours, so they stand in the text.
fn span_table(name: &str, spans: &[Span]) -> String {
    let mut sql = format!("{name} (i, lo, hi) AS (VALUES ");
    for (i, span) in spans.iter().enumerate() {
        let comma = if i == 0 { "" } else { ", " };
        let (lo, hi) = (span.from.as_micros(), span.until.as_micros());
        write!(sql, "{comma}(CAST({i} AS BIGINT), CAST({lo} AS BIGINT), CAST({hi} AS BIGINT))")
            .expect("writing to a String can't fail");
    }
    sql.push(')');
    sql
}

/// The sums of each span, in their order. Cost: the orders within the spans.
pub fn totals(tx: &mut Tx<'_>, scope: Scope, spans: &[Span]) -> Result<Vec<SpanTotals>, StoreError> {
    let zero = Money::zero(scope.currency);
    let empty = SpanTotals {
        lines: 0,
        units: 0,
        orders: 0,
        customers: 0,
        repeat_customers: 0,
        revenue: zero,
        returns: 0,
        returned: zero,
    };
    let mut totals = vec![empty; spans.len()];
    if spans.is_empty() {
        return Ok(totals);
    }
    let with = format!("WITH {}", span_table("span", spans));
    let currency = [Value::from(scope.currency.code())];
    let orders = format!(
        "{with} SELECT b.i, CAST(SUM(o.line_count) AS BIGINT), CAST(SUM(o.units) AS BIGINT), COUNT(*), \
           COUNT(DISTINCT o.member_id), CAST(SUM(o.total_minor) AS BIGINT) \
         FROM span b JOIN orders o ON o.placed_at >= b.lo AND o.placed_at < b.hi{} GROUP BY b.i",
        scope.sql("o")
    );
    tx.for_each(&orders, &currency, |row| {
        let span = &mut totals[row.int(0)? as usize];
        (span.lines, span.units) = (row.int(1)?, row.int(2)?);
        (span.orders, span.customers) = (row.int(3)?, row.int(4)?);
        span.revenue = row.money(5, scope.currency)?;
        Ok(())
    })?;
    let repeats = format!(
        "{with} SELECT x.i, COUNT(*) FROM (SELECT b.i AS i, o.member_id FROM span b \
           JOIN orders o ON o.placed_at >= b.lo AND o.placed_at < b.hi{} AND o.member_id IS NOT NULL \
           GROUP BY b.i, o.member_id HAVING COUNT(*) >= 2) x GROUP BY x.i",
        scope.sql("o")
    );
    tx.for_each(&repeats, &currency, |row| {
        totals[row.int(0)? as usize].repeat_customers = row.int(1)?;
        Ok(())
    })?;
    let returns = format!(
        "{with} SELECT b.i, COUNT(*), CAST(SUM(r.total_minor) AS BIGINT) \
         FROM span b JOIN returns r ON r.returned_at >= b.lo AND r.returned_at < b.hi{} GROUP BY b.i",
        scope.sql("r")
    );
    tx.for_each(&returns, &currency, |row| {
        let span = &mut totals[row.int(0)? as usize];
        span.returns = row.int(1)?;
        span.returned = row.money(2, scope.currency)?;
        Ok(())
    })?;
    Ok(totals)
}

/// A product with what it brought in within a span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductTotals {
    /// Which.
    pub product_id: ProductId,
    /// Sum of its lines.
    pub revenue: Money,
    /// Pieces.
    pub units: i64,
    /// Orders.
    pub orders: i64,
}

/// The products that brought in most.
pub fn top_products(
    tx: &mut Tx<'_>,
    scope: Scope,
    span: Span,
    limit: i64,
) -> Result<Vec<ProductTotals>, StoreError> {
    let sql = format!(
        "SELECT l.product_id, CAST(SUM(l.total_minor) AS BIGINT), CAST(SUM(l.quantity) AS BIGINT), \
           COUNT(DISTINCT l.order_id) \
         FROM orders o JOIN order_line l ON l.order_id = o.id \
         WHERE o.placed_at >= $2 AND o.placed_at < $3{} \
         GROUP BY l.product_id ORDER BY 2 DESC, l.product_id LIMIT $4",
        scope.sql("o")
    );
    let values = [scope.currency.code().into(), span.from.into(), span.until.into(), limit.into()];
    tx.query(&sql, &values, |row| {
        Ok(ProductTotals {
            product_id: row.id(0)?,
            revenue: row.money(1, scope.currency)?,
            units: row.int(2)?,
            orders: row.int(3)?,
        })
    })
}

/// A country with what it brought in within a span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountryTotals {
    /// The name or code as the orders have it.
    pub country: String,
    /// Sum of the orders.
    pub revenue: Money,
    /// Orders.
    pub orders: i64,
    /// Different members.
    pub customers: i64,
}

/// The countries that brought in most.
pub fn countries(
    tx: &mut Tx<'_>,
    scope: Scope,
    span: Span,
    limit: i64,
) -> Result<Vec<CountryTotals>, StoreError> {
    let sql = format!(
        "SELECT o.country, CAST(SUM(o.total_minor) AS BIGINT), COUNT(*), COUNT(DISTINCT o.member_id) \
         FROM orders o WHERE o.placed_at >= $2 AND o.placed_at < $3{} \
         GROUP BY o.country ORDER BY 2 DESC, o.country LIMIT $4",
        scope.sql("o")
    );
    let values = [scope.currency.code().into(), span.from.into(), span.until.into(), limit.into()];
    tx.query(&sql, &values, |row| {
        Ok(CountryTotals {
            country: row.text(0)?,
            revenue: row.money(1, scope.currency)?,
            orders: row.int(2)?,
            customers: row.int(3)?,
        })
    })
}

/// How many members of a cohort ordered in a later span; both are positions in the list of spans.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CohortCount {
    /// The span of their first order.
    pub cohort: usize,
    /// The span in which they ordered.
    pub active: usize,
    /// Different members.
    pub members: u64,
}

/// Counts members by the span of their first order and the spans in which they ordered.
pub fn cohorts(tx: &mut Tx<'_>, currency: Currency, spans: &[Span]) -> Result<Vec<CohortCount>, StoreError> {
    if spans.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "WITH {}, {} SELECT c.i, a.i, COUNT(DISTINCT o.member_id) FROM cohort c \
         JOIN member_total t ON t.currency = $1 AND t.first_order_at >= c.lo AND t.first_order_at < c.hi \
         JOIN orders o ON o.member_id = t.member_id AND o.currency = $1 \
         JOIN active a ON o.placed_at >= a.lo AND o.placed_at < a.hi GROUP BY c.i, a.i ORDER BY c.i, a.i",
        span_table("cohort", spans),
        span_table("active", spans)
    );
    tx.query(&sql, &[currency.code().into()], |row| {
        Ok(CohortCount {
            cohort: row.int(0)? as usize,
            active: row.int(1)? as usize,
            members: row.int(2)? as u64,
        })
    })
}

/// What RFM looks at, for one member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MemberValue {
    /// Who.
    pub member_id: MemberId,
    /// The latest order.
    pub last_order_at: Timestamp,
    /// Orders.
    pub orders: i64,
    /// Sum of the orders in minor units.
    pub revenue_minor: i64,
}

/// Members whose values are read for RFM thresholds; past it a stable sample by id stands for all.
pub const MEMBER_VALUES_MAX: i64 = 200_000;

/// The values of members who ordered, by id.
pub fn member_values(tx: &mut Tx<'_>, currency: Currency) -> Result<Vec<MemberValue>, StoreError> {
    let sql = format!(
        "SELECT member_id, last_order_at, orders, revenue_minor FROM member_total \
         WHERE currency = $1 AND orders > 0 AND last_order_at IS NOT NULL ORDER BY member_id \
         LIMIT {MEMBER_VALUES_MAX}"
    );
    tx.query(&sql, &[currency.code().into()], |row| {
        Ok(MemberValue {
            member_id: row.id(0)?,
            last_order_at: row.time(1)?,
            orders: row.int(2)?,
            revenue_minor: row.int(3)?,
        })
    })
}

/// A country with how many members and orders it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountryCount {
    /// The name or code as the data has it.
    pub country: String,
    /// Members.
    pub members: i64,
    /// Orders.
    pub orders: i64,
}

/// Countries of members and orders, by name; at most 500.
pub fn country_counts(tx: &mut Tx<'_>) -> Result<Vec<CountryCount>, StoreError> {
    tx.query(
        "SELECT x.country, CAST(SUM(x.members) AS BIGINT), CAST(SUM(x.orders) AS BIGINT) FROM ( \
           SELECT country, COUNT(*) AS members, 0 AS orders FROM member GROUP BY country \
           UNION ALL SELECT country, 0, COUNT(*) FROM orders GROUP BY country) x \
         WHERE x.country <> '' GROUP BY x.country ORDER BY x.country LIMIT 500",
        &[],
        |row| Ok(CountryCount { country: row.text(0)?, members: row.int(1)?, orders: row.int(2)? }),
    )
}
