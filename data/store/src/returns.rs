//! Returns and their lines: written set-wise with the sums they change, read as rows.

use mercat_model::{
    Currency, MemberId, MerchantId, Money, OrderId, ProductId, Return, ReturnId, Timestamp, UnitPrice,
};

use crate::error::StoreError;
use crate::member::{Span, TotalChange, add_totals};
use crate::order::{Customers, MemberRef, read_member};
use crate::page::{Conditions, List, ListParts, Page, Sort, list};
use crate::tx::{Insert, Tx};
use crate::value::{Row, Value, id, opt_id};

/// A return of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReturnRow {
    /// Its id.
    pub id: ReturnId,
    /// Its short number.
    pub number: String,
    /// When the goods came back.
    pub returned_at: Timestamp,
    /// Who returned; none for a guest.
    pub member: Option<MemberRef>,
    /// The country they came from.
    pub country: String,
    /// Lines.
    pub lines: i64,
    /// Pieces.
    pub units: i64,
    /// Sum of the lines.
    pub total: Money,
    /// Who had sold.
    pub merchant_id: MerchantId,
    /// The seller's name.
    pub merchant_name: String,
}

/// A line of a return.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReturnLineRow {
    /// Its number within the return.
    pub line_no: i64,
    /// What came back.
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
    /// The order it cancels a line of, with its number, where one was found.
    pub order: Option<(OrderId, String)>,
}

/// Which returns a list shows; nothing set means those of members.
#[derive(Debug, Clone, Default)]
pub struct ReturnFilter {
    /// A part of the return's number, or of the member's name or number.
    pub search: Option<String>,
    /// Came back in this span.
    pub returned: Option<Span>,
    /// Whose.
    pub customers: Customers,
    /// Came from this country.
    pub country: Option<String>,
    /// Of this member.
    pub member: Option<MemberId>,
    /// In this currency.
    pub currency: Option<Currency>,
    /// Cancels a line of this order.
    pub order: Option<OrderId>,
}

const INSERT: Insert = Insert {
    table: "returns",
    columns: &[
        "id",
        "number",
        "merchant_id",
        "channel_id",
        "member_id",
        "returned_at",
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
    table: "return_line",
    columns: &[
        "return_id",
        "line_no",
        "product_id",
        "sku",
        "title",
        "quantity",
        "unit_price_micros",
        "total_minor",
        "order_id",
        "order_line_no",
    ],
    on_conflict: "",
};

/// Adds returns that are not there yet, and what they change: members' sums.
pub fn insert_many(tx: &mut Tx<'_>, returns: &[Return], source: Option<&str>) -> Result<(), StoreError> {
    let mut rows = Vec::with_capacity(returns.len() * INSERT.columns.len());
    let mut lines = Vec::new();
    let mut changes = Vec::with_capacity(returns.len());
    for item in returns {
        let mut total = Money::zero(item.currency);
        for line in &item.lines {
            total = total.add(line.total)?;
            lines.extend([
                id(item.id),
                line.line_no.into(),
                id(line.product_id),
                line.sku.as_str().into(),
                line.title.as_str().into(),
                line.quantity.into(),
                line.unit_price.micros.into(),
                line.total.minor.into(),
                opt_id(line.purchase.map(|(order, _)| order)),
                Value::from(line.purchase.map(|(_, line_no)| line_no)),
            ]);
        }
        rows.extend([
            id(item.id),
            item.number.as_str().into(),
            id(item.merchant_id),
            id(item.channel_id),
            opt_id(item.member_id),
            item.returned_at.into(),
            item.currency.code().into(),
            item.country.as_str().into(),
            source.into(),
            (item.lines.len() as i64).into(),
            item.lines.iter().map(|l| l.quantity).sum::<i64>().into(),
            total.minor.into(),
        ]);
        let change = TotalChange { returns: 1, returned_minor: total.minor, ..TotalChange::default() };
        changes.extend(item.member_id.map(|member| (member, item.currency, change)));
    }
    tx.insert_many(&INSERT, &rows)?;
    tx.insert_many(&INSERT_LINE, &lines)?;
    add_totals(tx, changes)
}

const COLUMNS: &str = "r.id, r.number, r.returned_at, m.id, m.number, m.name, r.country, r.line_count, r.units, \
     r.total_minor, r.currency, r.merchant_id, s.name";

const FROM: &str =
    "returns r JOIN merchant s ON s.id = r.merchant_id LEFT JOIN member m ON m.id = r.member_id";

fn read(row: &Row<'_>, first: usize) -> Result<ReturnRow, StoreError> {
    let currency = row.currency(first + 10)?;
    Ok(ReturnRow {
        id: row.id(first)?,
        number: row.text(first + 1)?,
        returned_at: row.time(first + 2)?,
        member: read_member(row, first + 3)?,
        country: row.text(first + 6)?,
        lines: row.int(first + 7)?,
        units: row.int(first + 8)?,
        total: row.money(first + 9, currency)?,
        merchant_id: row.id(first + 11)?,
        merchant_name: row.text(first + 12)?,
    })
}

/// A page of returns, latest first.
pub fn page(tx: &mut Tx<'_>, filter: &ReturnFilter, page: &Page) -> Result<List<ReturnRow>, StoreError> {
    let mut conditions = Conditions::default();
    if let Some(search) = &filter.search {
        conditions.add_search("LOWER(r.number || ' ' || COALESCE(m.search_text, ''))", search);
    }
    if let Some(span) = filter.returned {
        conditions.add("r.returned_at >= ? AND r.returned_at < ?", [span.from.into(), span.until.into()]);
    }
    match filter.customers {
        Customers::Known => conditions.add("r.member_id IS NOT NULL", []),
        Customers::Guest => conditions.add("r.member_id IS NULL", []),
        Customers::All => {}
    }
    if let Some(country) = &filter.country {
        conditions.add("r.country = ?", [country.as_str().into()]);
    }
    if let Some(member) = filter.member {
        conditions.add("r.member_id = ?", [id(member)]);
    }
    if let Some(currency) = filter.currency {
        conditions.add("r.currency = ?", [currency.code().into()]);
    }
    if let Some(order) = filter.order {
        conditions.add("r.id IN (SELECT l.return_id FROM return_line l WHERE l.order_id = ?)", [id(order)]);
    }
    let sort = Sort { key: "r.returned_at", is_text: false, id: "r.id", descending: true };
    let parts = ListParts { columns: COLUMNS, from: FROM, sort: &sort, page };
    list(tx, &parts, conditions, |row| read(row, 2))
}

/// One return.
pub fn by_id(tx: &mut Tx<'_>, item: ReturnId) -> Result<Option<ReturnRow>, StoreError> {
    tx.query_opt(&format!("SELECT {COLUMNS} FROM {FROM} WHERE r.id = $1"), &[id(item)], |row| read(row, 0))
}

/// The lines of a return.
pub fn lines(tx: &mut Tx<'_>, item: ReturnId, currency: Currency) -> Result<Vec<ReturnLineRow>, StoreError> {
    tx.query(
        "SELECT l.line_no, l.product_id, l.sku, l.title, l.quantity, l.unit_price_micros, l.total_minor, \
           o.id, o.number \
         FROM return_line l LEFT JOIN orders o ON o.id = l.order_id WHERE l.return_id = $1 ORDER BY l.line_no",
        &[id(item)],
        |row| {
            Ok(ReturnLineRow {
                line_no: row.int(0)?,
                product_id: row.id(1)?,
                sku: row.text(2)?,
                title: row.text(3)?,
                quantity: row.int(4)?,
                unit_price: row.unit_price(5, currency)?,
                total: row.money(6, currency)?,
                order: row.opt_id(7)?.zip(row.opt_text(8)?),
            })
        },
    )
}
