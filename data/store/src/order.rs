//! Orders and their lines: written set-wise with the sums they change, read as rows.

use std::collections::HashSet;

use mercat_model::{Currency, MemberId, MerchantId, Money, Order, OrderId, ProductId, Timestamp, UnitPrice};

use crate::error::StoreError;
use crate::member::{Span, TotalChange, add_totals};
use crate::page::{Conditions, List, ListParts, Page, Sort, list};
use crate::product::add_units_sold;
use crate::tx::{Insert, Tx};
use crate::value::{Row, id, opt_id};

/// Whose orders or returns: members', guests' or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Customers {
    /// Of members.
    #[default]
    Known,
    /// Of guests.
    Guest,
    /// Of both.
    All,
}

/// A member as a list names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberRef {
    /// Their id.
    pub id: MemberId,
    /// Their short number.
    pub number: String,
    /// Their name; may be empty.
    pub name: String,
}

/// An order of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderRow {
    /// Its id.
    pub id: OrderId,
    /// Its short number.
    pub number: String,
    /// When it was placed.
    pub placed_at: Timestamp,
    /// How far it has come.
    pub status: String,
    /// Who bought; none for a guest.
    pub member: Option<MemberRef>,
    /// The country it went to.
    pub country: String,
    /// Lines.
    pub lines: i64,
    /// Pieces.
    pub units: i64,
    /// Sum of the lines.
    pub total: Money,
    /// Who sold.
    pub merchant_id: MerchantId,
    /// The seller's name.
    pub merchant_name: String,
    /// Where it was imported from, if it was.
    pub source: Option<String>,
}

/// A line of an order, with what came back of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderLineRow {
    /// Its number within the order.
    pub line_no: i64,
    /// What was bought.
    pub product_id: ProductId,
    /// The merchant's code then.
    pub sku: String,
    /// The title then.
    pub title: String,
    /// Pieces.
    pub quantity: i64,
    /// The price of one piece.
    pub unit_price: UnitPrice,
    /// Sum of the line.
    pub total: Money,
    /// Pieces that came back.
    pub returned_quantity: i64,
}

/// Which orders a list shows; nothing set means those of members.
#[derive(Debug, Clone, Default)]
pub struct OrderFilter {
    /// A part of the order's number, or of the member's name or number.
    pub search: Option<String>,
    /// Placed in this span.
    pub placed: Option<Span>,
    /// Whose.
    pub customers: Customers,
    /// Went to this country.
    pub country: Option<String>,
    /// Holds this product.
    pub product: Option<ProductId>,
    /// Of this member.
    pub member: Option<MemberId>,
    /// In this currency.
    pub currency: Option<Currency>,
}

/// What a list of orders is ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OrderSort {
    /// Latest first.
    #[default]
    Newest,
    /// Earliest first.
    Oldest,
    /// Largest total first.
    Largest,
}

const INSERT: Insert = Insert {
    table: "orders",
    columns: &[
        "id",
        "number",
        "merchant_id",
        "channel_id",
        "member_id",
        "status",
        "placed_at",
        "currency",
        "country",
        "source",
        "line_count",
        "units",
        "total_minor",
    ],
    on_conflict: "",
};

const INSERT_LINE: Insert = Insert {
    table: "order_line",
    columns: &[
        "order_id",
        "line_no",
        "product_id",
        "sku",
        "title",
        "quantity",
        "unit_price_micros",
        "total_minor",
    ],
    on_conflict: "",
};

/// Adds orders that are not there yet, and what they change: members' sums, pieces sold.
pub fn insert_many(tx: &mut Tx<'_>, orders: &[Order], source: Option<&str>) -> Result<(), StoreError> {
    let mut rows = Vec::with_capacity(orders.len() * INSERT.columns.len());
    let mut lines = Vec::new();
    let mut changes = Vec::with_capacity(orders.len());
    for order in orders {
        let total = order.total()?;
        rows.extend([
            id(order.id),
            order.number.as_str().into(),
            id(order.merchant_id),
            id(order.channel_id),
            opt_id(order.member_id),
            order.status.as_str().into(),
            order.placed_at.into(),
            order.currency.code().into(),
            order.country.as_str().into(),
            source.into(),
            (order.lines.len() as i64).into(),
            order.lines.iter().map(|l| l.quantity).sum::<i64>().into(),
            total.minor.into(),
        ]);
        for line in &order.lines {
            lines.extend([
                id(order.id),
                line.line_no.into(),
                id(line.product_id),
                line.sku.as_str().into(),
                line.title.as_str().into(),
                line.quantity.into(),
                line.unit_price.micros.into(),
                line.total.minor.into(),
            ]);
        }
        let change = TotalChange {
            orders: 1,
            revenue_minor: total.minor,
            first_order_at: Some(order.placed_at),
            last_order_at: Some(order.placed_at),
            ..TotalChange::default()
        };
        changes.extend(order.member_id.map(|member| (member, order.currency, change)));
    }
    tx.insert_many(&INSERT, &rows)?;
    tx.insert_many(&INSERT_LINE, &lines)?;
    add_totals(tx, changes)?;
    add_units_sold(tx, orders.iter().flat_map(|o| o.lines.iter().map(|l| (l.product_id, l.quantity))))
}

const COLUMNS: &str = "o.id, o.number, o.placed_at, o.status, m.id, m.number, m.name, o.country, o.line_count, \
     o.units, o.total_minor, o.currency, o.merchant_id, s.name, o.source";

const FROM: &str =
    "orders o JOIN merchant s ON s.id = o.merchant_id LEFT JOIN member m ON m.id = o.member_id";

fn read(row: &Row<'_>, first: usize) -> Result<OrderRow, StoreError> {
    let currency = row.currency(first + 11)?;
    Ok(OrderRow {
        id: row.id(first)?,
        number: row.text(first + 1)?,
        placed_at: row.time(first + 2)?,
        status: row.text(first + 3)?,
        member: read_member(row, first + 4)?,
        country: row.text(first + 7)?,
        lines: row.int(first + 8)?,
        units: row.int(first + 9)?,
        total: row.money(first + 10, currency)?,
        merchant_id: row.id(first + 12)?,
        merchant_name: row.text(first + 13)?,
        source: row.opt_text(first + 14)?,
    })
}

/// Reads `id, number, name` of a member that may be missing.
pub(crate) fn read_member(row: &Row<'_>, first: usize) -> Result<Option<MemberRef>, StoreError> {
    let Some(id) = row.opt_id(first)? else { return Ok(None) };
    Ok(Some(MemberRef { id, number: row.text(first + 1)?, name: row.text(first + 2)? }))
}

/// A page of orders.
pub fn page(
    tx: &mut Tx<'_>,
    filter: &OrderFilter,
    sort: OrderSort,
    page: &Page,
) -> Result<List<OrderRow>, StoreError> {
    let mut conditions = Conditions::default();
    if let Some(search) = &filter.search {
        conditions.add_search("LOWER(o.number || ' ' || COALESCE(m.search_text, ''))", search);
    }
    if let Some(span) = filter.placed {
        conditions.add("o.placed_at >= ? AND o.placed_at < ?", [span.from.into(), span.until.into()]);
    }
    match filter.customers {
        Customers::Known => conditions.add("o.member_id IS NOT NULL", []),
        Customers::Guest => conditions.add("o.member_id IS NULL", []),
        Customers::All => {}
    }
    if let Some(country) = &filter.country {
        conditions.add("o.country = ?", [country.as_str().into()]);
    }
    if let Some(product) = filter.product {
        let condition = "o.id IN (SELECT l.order_id FROM order_line l WHERE l.product_id = ?)";
        conditions.add(condition, [id(product)]);
    }
    if let Some(member) = filter.member {
        conditions.add("o.member_id = ?", [id(member)]);
    }
    if let Some(currency) = filter.currency {
        conditions.add("o.currency = ?", [currency.code().into()]);
    }
    let (key, descending) = match sort {
        OrderSort::Newest => ("o.placed_at", true),
        OrderSort::Oldest => ("o.placed_at", false),
        OrderSort::Largest => ("o.total_minor", true),
    };
    let sort = Sort { key, is_text: false, id: "o.id", descending };
    let parts = ListParts { columns: COLUMNS, from: FROM, sort: &sort, page };
    list(tx, &parts, conditions, |row| read(row, 2))
}

/// One order.
pub fn by_id(tx: &mut Tx<'_>, order: OrderId) -> Result<Option<OrderRow>, StoreError> {
    tx.query_opt(&format!("SELECT {COLUMNS} FROM {FROM} WHERE o.id = $1"), &[id(order)], |row| read(row, 0))
}

/// The lines of an order.
pub fn lines(tx: &mut Tx<'_>, order: OrderId, currency: Currency) -> Result<Vec<OrderLineRow>, StoreError> {
    tx.query(
        "SELECT l.line_no, l.product_id, l.sku, l.title, l.quantity, l.unit_price_micros, l.total_minor, \
           CAST(COALESCE((SELECT SUM(r.quantity) FROM return_line r \
             WHERE r.order_id = l.order_id AND r.order_line_no = l.line_no), 0) AS BIGINT) \
         FROM order_line l WHERE l.order_id = $1 ORDER BY l.line_no",
        &[id(order)],
        |row| {
            Ok(OrderLineRow {
                line_no: row.int(0)?,
                product_id: row.id(1)?,
                sku: row.text(2)?,
                title: row.text(3)?,
                quantity: row.int(4)?,
                unit_price: row.unit_price(5, currency)?,
                total: row.money(6, currency)?,
                returned_quantity: row.int(7)?,
            })
        },
    )
}

/// The currencies that orders were placed in, most orders first.
pub fn currencies(tx: &mut Tx<'_>) -> Result<Vec<Currency>, StoreError> {
    let sql = "SELECT currency FROM orders GROUP BY currency ORDER BY COUNT(*) DESC, currency LIMIT 50";
    tx.query(sql, &[], |row| row.currency(0))
}

/// First and last moment of an order in a currency, if there is one.
pub fn first_and_last(
    tx: &mut Tx<'_>,
    currency: Currency,
) -> Result<Option<(Timestamp, Timestamp)>, StoreError> {
    let sql = "SELECT MIN(placed_at), MAX(placed_at) FROM orders WHERE currency = $1";
    tx.query_one(sql, &[currency.code().into()], |row| Ok(row.opt_time(0)?.zip(row.opt_time(1)?)))
}

/// Which of these numbers orders have.
pub fn known_numbers(tx: &mut Tx<'_>, numbers: &[String]) -> Result<HashSet<String>, StoreError> {
    let mut known = HashSet::with_capacity(numbers.len());
    for chunk in numbers.chunks(500) {
        let mut conditions = Conditions::default();
        conditions.add_any("number", chunk.iter().map(|number| number.as_str().into()));
        let sql = format!("SELECT number FROM orders{}", conditions.sql());
        tx.for_each(&sql, &conditions.values, |row| {
            known.insert(row.text(0)?);
            Ok(())
        })?;
    }
    Ok(known)
}
