//! Members, and what their orders and returns sum to.

use std::collections::BTreeMap;

use mercat_model::{Currency, Locale, Member, MemberId, Money, Timestamp};

use crate::error::StoreError;
use crate::page::{Conditions, List, ListParts, Page, Sort, list};
use crate::tx::{Insert, Tx};
use crate::value::{Row, Value, id};

/// A member with the sums of one currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberRow {
    /// The member.
    pub member: Member,
    /// Orders.
    pub orders: i64,
    /// Sum of the orders, before returns.
    pub revenue: Money,
    /// The first order.
    pub first_order_at: Option<Timestamp>,
    /// The latest order.
    pub last_order_at: Option<Timestamp>,
    /// Returns.
    pub returns: i64,
    /// Sum of the returns.
    pub returned: Money,
}

/// A span of time, the end excluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// First moment.
    pub from: Timestamp,
    /// First moment after.
    pub until: Timestamp,
}

/// Which members a list shows; nothing set means all.
#[derive(Debug, Clone, Default)]
pub struct MemberFilter {
    /// Words that stand in name, number or e-mail.
    pub search: Option<String>,
    /// The country of their orders.
    pub country: Option<String>,
    /// Ordered in this span, at least so many times.
    pub ordered: Option<(Span, i64)>,
    /// First order in this span.
    pub first_order: Option<Span>,
    /// Some order in this span.
    pub active: Option<Span>,
}

/// What a list of members is ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MemberSort {
    /// Latest first.
    #[default]
    Newest,
    /// By name, A first.
    Name,
    /// Largest sum of orders first.
    Revenue,
    /// Most orders first.
    Orders,
    /// Latest order first.
    LastOrder,
}

const INSERT: Insert = Insert {
    table: "member",
    columns: &[
        "id",
        "number",
        "name",
        "email",
        "country",
        "locale",
        "search_text",
        "joined_at",
        "no_personalisation",
    ],
    on_conflict: "ON CONFLICT (id) DO UPDATE SET number = excluded.number, name = excluded.name, \
                  email = excluded.email, country = excluded.country, locale = excluded.locale, \
                  search_text = excluded.search_text, joined_at = excluded.joined_at",
};

/// Adds or replaces members; their own choices (no personalisation) stay as they are.
pub fn upsert_many(tx: &mut Tx<'_>, members: &[Member]) -> Result<(), StoreError> {
    let mut values = Vec::with_capacity(members.len() * INSERT.columns.len());
    for member in members {
        let email = member.email.as_deref().unwrap_or_default();
        let search = format!("{} {} {email}", member.number, member.name).to_lowercase();
        values.extend([
            id(member.id),
            member.number.as_str().into(),
            member.name.as_str().into(),
            member.email.as_deref().into(),
            member.country.as_str().into(),
            member.locale.as_ref().map(Locale::as_str).into(),
            search.into(),
            member.joined_at.into(),
            member.no_personalisation.into(),
        ]);
    }
    tx.insert_many(&INSERT, &values)?;
    Ok(())
}

const COLUMNS: &str = "m.id, m.number, m.name, m.email, m.country, m.locale, m.joined_at, m.no_personalisation, \
     COALESCE(t.orders, 0), COALESCE(t.revenue_minor, 0), t.first_order_at, t.last_order_at, \
     COALESCE(t.returns, 0), COALESCE(t.returned_minor, 0)";

fn from(currency: &str) -> String {
    format!("member m LEFT JOIN member_total t ON t.member_id = m.id AND t.currency = {currency}")
}

fn read(row: &Row<'_>, first: usize, currency: Currency) -> Result<MemberRow, StoreError> {
    Ok(MemberRow {
        member: read_member(row, first)?,
        orders: row.int(first + 8)?,
        revenue: row.money(first + 9, currency)?,
        first_order_at: row.opt_time(first + 10)?,
        last_order_at: row.opt_time(first + 11)?,
        returns: row.int(first + 12)?,
        returned: row.money(first + 13, currency)?,
    })
}

/// Reads the first eight columns.
fn read_member(row: &Row<'_>, first: usize) -> Result<Member, StoreError> {
    let locale = row.opt_text(first + 5)?.map(|tag| tag.parse());
    Ok(Member {
        id: row.id(first)?,
        number: row.text(first + 1)?,
        name: row.text(first + 2)?,
        email: row.opt_text(first + 3)?,
        country: row.text(first + 4)?,
        locale: locale
            .transpose()
            .map_err(|e: mercat_model::locale::LocaleError| StoreError::Corrupt(e.to_string()))?,
        joined_at: row.time(first + 6)?,
        no_personalisation: row.flag(first + 7)?,
    })
}

/// What a member can be found by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MemberKey {
    /// The id's bytes.
    Id,
    /// The short number.
    Number,
    /// The e-mail, in lower case.
    Email,
}

/// The members that have one of these keys.
pub fn by_keys(tx: &mut Tx<'_>, key: MemberKey, values: &[Value]) -> Result<Vec<Member>, StoreError> {
    let column = match key {
        MemberKey::Id => "m.id",
        MemberKey::Number => "m.number",
        MemberKey::Email => "m.email",
    };
    let mut found = Vec::new();
    for chunk in values.chunks(500) {
        let mut conditions = Conditions::default();
        conditions.add_any(column, chunk.iter().cloned());
        let sql = format!(
            "SELECT m.id, m.number, m.name, m.email, m.country, m.locale, m.joined_at, m.no_personalisation \
             FROM member m{}",
            conditions.sql()
        );
        found.append(&mut tx.query(&sql, &conditions.values, |row| read_member(row, 0))?);
    }
    Ok(found)
}

/// A page of members with their sums in `currency`.
pub fn page(
    tx: &mut Tx<'_>,
    currency: Currency,
    filter: &MemberFilter,
    sort: MemberSort,
    page: &Page,
) -> Result<List<MemberRow>, StoreError> {
    let mut conditions = Conditions::default();
    let mark = conditions.bind(currency.code());
    if let Some(search) = &filter.search {
        conditions.add_search("m.search_text", search);
    }
    if let Some(country) = &filter.country {
        conditions.add("m.country = ?", [country.as_str().into()]);
    }
    if let Some(span) = filter.first_order {
        conditions
            .add("t.first_order_at >= ? AND t.first_order_at < ?", [span.from.into(), span.until.into()]);
    }
    for (span, orders_min) in filter.ordered.into_iter().chain(filter.active.map(|span| (span, 1))) {
        let condition = "m.id IN (SELECT o.member_id FROM orders o WHERE o.currency = ? AND o.placed_at >= ? \
                         AND o.placed_at < ? AND o.member_id IS NOT NULL \
                         GROUP BY o.member_id HAVING COUNT(*) >= ?)";
        let values = [currency.code().into(), span.from.into(), span.until.into(), orders_min.into()];
        conditions.add(condition, values);
    }
    let (key, descending) = match sort {
        MemberSort::Newest => ("m.joined_at", true),
        MemberSort::Name => ("m.name", false),
        MemberSort::Revenue => ("COALESCE(t.revenue_minor, 0)", true),
        MemberSort::Orders => ("COALESCE(t.orders, 0)", true),
        MemberSort::LastOrder => ("COALESCE(t.last_order_at, 0)", true),
    };
    let sort = Sort { key, is_text: sort == MemberSort::Name, id: "m.id", descending };
    let from = from(&mark);
    let parts = ListParts { columns: COLUMNS, from: &from, sort: &sort, page };
    list(tx, &parts, conditions, |row| read(row, 2, currency))
}

/// One member with their sums in `currency`.
pub fn by_id(tx: &mut Tx<'_>, member: MemberId, currency: Currency) -> Result<Option<MemberRow>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM {} WHERE m.id = $2", from("$1"));
    tx.query_opt(&sql, &[currency.code().into(), id(member)], |row| read(row, 0, currency))
}

/// Sets a member's wish to be shown nothing personal; false when there is no such member.
pub fn set_no_personalisation(tx: &mut Tx<'_>, member: MemberId, value: bool) -> Result<bool, StoreError> {
    let sql = "UPDATE member SET no_personalisation = $1 WHERE id = $2";
    Ok(tx.execute(sql, &[value.into(), id(member)])? > 0)
}

/// What one order or return adds to a member's sums.
#[derive(Debug, Clone, Copy, Default)]
pub struct TotalChange {
    /// Orders.
    pub orders: i64,
    /// Sum of the orders in minor units.
    pub revenue_minor: i64,
    /// Earliest order among them.
    pub first_order_at: Option<Timestamp>,
    /// Latest order among them.
    pub last_order_at: Option<Timestamp>,
    /// Returns.
    pub returns: i64,
    /// Sum of the returns in minor units.
    pub returned_minor: i64,
}

const ADD_TOTAL: Insert = Insert {
    table: "member_total",
    columns: &[
        "member_id",
        "currency",
        "orders",
        "revenue_minor",
        "first_order_at",
        "last_order_at",
        "returns",
        "returned_minor",
    ],
    on_conflict: "ON CONFLICT (member_id, currency) DO UPDATE SET \
        orders = member_total.orders + excluded.orders, \
        revenue_minor = member_total.revenue_minor + excluded.revenue_minor, \
        first_order_at = CASE WHEN member_total.first_order_at IS NULL \
            OR excluded.first_order_at < member_total.first_order_at \
            THEN excluded.first_order_at ELSE member_total.first_order_at END, \
        last_order_at = CASE WHEN member_total.last_order_at IS NULL \
            OR excluded.last_order_at > member_total.last_order_at \
            THEN excluded.last_order_at ELSE member_total.last_order_at END, \
        returns = member_total.returns + excluded.returns, \
        returned_minor = member_total.returned_minor + excluded.returned_minor",
};

/// Adds changes to members' sums; several of one member are added up first.
pub fn add_totals(
    tx: &mut Tx<'_>,
    changes: impl IntoIterator<Item = (MemberId, Currency, TotalChange)>,
) -> Result<(), StoreError> {
    let mut sums: BTreeMap<(MemberId, Currency), TotalChange> = BTreeMap::new();
    for (member, currency, change) in changes {
        let sum = sums.entry((member, currency)).or_default();
        sum.orders += change.orders;
        sum.revenue_minor += change.revenue_minor;
        sum.returns += change.returns;
        sum.returned_minor += change.returned_minor;
        sum.first_order_at = [sum.first_order_at, change.first_order_at].into_iter().flatten().min();
        sum.last_order_at = sum.last_order_at.max(change.last_order_at);
    }
    let mut values = Vec::with_capacity(sums.len() * ADD_TOTAL.columns.len());
    for ((member, currency), sum) in sums {
        values.extend([
            id(member),
            currency.code().into(),
            sum.orders.into(),
            sum.revenue_minor.into(),
            Value::from(sum.first_order_at),
            Value::from(sum.last_order_at),
            sum.returns.into(),
            sum.returned_minor.into(),
        ]);
    }
    tx.insert_many(&ADD_TOTAL, &values)?;
    Ok(())
}

/// How many members there are.
pub fn count(tx: &mut Tx<'_>) -> Result<i64, StoreError> {
    tx.query_one("SELECT COUNT(*) FROM member", &[], |row| row.int(0))
}
