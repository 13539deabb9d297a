//! Pages of lists: keyset cursors, named limits, and the conditions that a list is filtered by.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use crate::error::StoreError;
use crate::tx::Tx;
use crate::value::{Row, Value};

/// Rows that one page of a list may have: a screen shows 50, an export pages on.
pub const PAGE_LIMIT_MAX: i64 = 200;

/// Words of a search that are looked at; more would only slow the scan.
const SEARCH_WORDS_MAX: usize = 8;

/// Longest text of a cursor: a title of 500 characters, written as JSON and then in hexadecimal, takes up to 6,000.
const CURSOR_LENGTH_MAX: usize = 8_000;

/// Where the next page goes on: after the row with this sort key and id, in the order that it was made in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cursor {
    /// The fingerprint of that order: a list refuses cursors of other lists.
    order: u32,
    key: CursorKey,
    id: [u8; 16],
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
enum CursorKey {
    Int(i64),
    Text(String),
}

impl Cursor {
    /// The opaque text that a client sends back.
    pub fn to_text(&self) -> String {
        let json = serde_json::to_vec(self).expect("a cursor is numbers and a text");
        json.iter().fold(String::with_capacity(json.len() * 2), |mut hex, byte| {
            write!(hex, "{byte:02x}").expect("writing to a String can't fail");
            hex
        })
    }

    /// Reads the text of [`Cursor::to_text`]; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() > CURSOR_LENGTH_MAX || !text.is_ascii() || text.len() % 2 == 1 {
            return None;
        }
        let bytes: Option<Vec<u8>> =
            (0..text.len() / 2).map(|i| u8::from_str_radix(&text[2 * i..2 * i + 2], 16).ok()).collect();
        let cursor: Cursor = serde_json::from_slice(&bytes?).ok()?;
        // No text of a row holds a zero character, and PostgreSQL refuses to be asked for one.
        let whole = !matches!(&cursor.key, CursorKey::Text(text) if text.contains('\0'));
        whole.then_some(cursor)
    }
}

/// Which page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Rows, 1 to [`PAGE_LIMIT_MAX`].
    pub limit: i64,
    /// Where to go on; none for the first page.
    pub after: Option<Cursor>,
}

impl Page {
    /// The first so many rows.
    pub fn first(limit: i64) -> Self {
        Page { limit, after: None }
    }
}

/// One page of a list.
#[derive(Debug, Clone)]
pub struct List<T> {
    /// The rows.
    pub items: Vec<T>,
    /// How many rows the whole list has.
    pub total: i64,
    /// Where the next page goes on, if there is one.
    pub next: Option<Cursor>,
}

impl<T> List<T> {
    /// The same page with other items.
    pub fn map<U>(self, map: impl FnMut(T) -> U) -> List<U> {
        List { items: self.items.into_iter().map(map).collect(), total: self.total, next: self.next }
    }
}

/// What a list is ordered by; the id breaks ties.
pub(crate) struct Sort {
    /// An SQL expression over the columns of the list.
    pub(crate) key: &'static str,
    /// Whether the key is a text; else it is a number.
    pub(crate) is_text: bool,
    pub(crate) id: &'static str,
    pub(crate) descending: bool,
}

impl Sort {
    /// Tells this order from others (FNV-1a); it guards against mistakes, not against forgery.
    fn fingerprint(&self) -> u32 {
        let direction = if self.descending { "<" } else { ">" };
        let bytes = [self.key, self.id, direction].into_iter().flat_map(str::bytes);
        bytes.fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
    }

    /// Where to go on; refuses the cursor of another order, even a made-up one whose key has another type.
    fn after(&self, cursor: &Cursor) -> Result<[Value; 2], StoreError> {
        let key = match &cursor.key {
            CursorKey::Int(number) if !self.is_text => Value::Int(*number),
            CursorKey::Text(text) if self.is_text => Value::Text(text.clone()),
            _ => return Err(StoreError::ForeignCursor),
        };
        if cursor.order != self.fingerprint() {
            return Err(StoreError::ForeignCursor);
        }
        Ok([key, Value::Id(cursor.id)])
    }
}

/// Conditions joined by AND, with their values in order of their marks.
#[derive(Default)]
pub(crate) struct Conditions {
    sql: String,
    pub(crate) values: Vec<Value>,
}

impl Conditions {
    /// Binds a value and gives its mark, for use in the parts before WHERE.
    pub(crate) fn bind(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        format!("${}", self.values.len())
    }

    /// Adds a condition; each `?` in it is the mark of one value.
    pub(crate) fn add(&mut self, condition: &str, values: impl IntoIterator<Item = Value>) {
        self.sql.push_str(if self.sql.is_empty() { " WHERE " } else { " AND " });
        let mut parts = condition.split('?');
        self.sql.push_str(parts.next().unwrap_or_default());
        for (part, value) in parts.zip(values) {
            self.values.push(value);
            write!(self.sql, "${}{part}", self.values.len()).expect("writing to a String can't fail");
        }
    }

    /// `column` must be one of the values; there is at least one.
    pub(crate) fn add_any(&mut self, column: &str, values: impl ExactSizeIterator<Item = Value>) {
        let marks = vec!["?"; values.len()].join(", ");
        self.add(&format!("{column} IN ({marks})"), values);
    }

    /// Each word of `search` must stand in `column`, which holds lower-case text.
    pub(crate) fn add_search(&mut self, column: &str, search: &str) {
        for word in search.to_lowercase().split_whitespace().take(SEARCH_WORDS_MAX) {
            let escaped = word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
            let pattern = Value::Text(format!("%{escaped}%"));
            self.add(&format!("{column} LIKE ? ESCAPE '\\'"), [pattern]);
        }
    }

    /// The `WHERE …` of the conditions, empty when there are none.
    pub(crate) fn sql(&self) -> &str {
        &self.sql
    }
}

/// Runs a list: `columns` begins with the sort key and the id, which `map` does not need to read.
pub(crate) fn list<T>(
    tx: &mut Tx<'_>,
    parts: &ListParts<'_>,
    mut conditions: Conditions,
    map: impl Fn(&Row<'_>) -> Result<T, StoreError>,
) -> Result<List<T>, StoreError> {
    let count = format!("SELECT COUNT(*) FROM {}{}", parts.from, conditions.sql());
    let total = tx.query_one(&count, &conditions.values, |row| row.int(0))?;
    let &Sort { key, id, descending, .. } = parts.sort;
    let (compare, direction) = if descending { ("<", "DESC") } else { (">", "ASC") };
    if let Some(after) = &parts.page.after {
        conditions.add(&format!("({key}, {id}) {compare} (?, ?)"), parts.sort.after(after)?);
    }
    let limit = parts.page.limit.clamp(1, PAGE_LIMIT_MAX);
    let sql = format!(
        "SELECT {key}, {id}, {columns} FROM {from}{filter} ORDER BY {key} {direction}, {id} {direction} LIMIT {}",
        limit + 1,
        columns = parts.columns,
        from = parts.from,
        filter = conditions.sql(),
    );
    let order = parts.sort.fingerprint();
    let mut rows = tx.query(&sql, &conditions.values, |row| Ok((cursor(row, order)?, map(row)?)))?;
    let more = rows.len() as i64 > limit;
    rows.truncate(limit as usize);
    let next = if more { rows.last().map(|(cursor, _)| cursor.clone()) } else { None };
    Ok(List { items: rows.into_iter().map(|(_, item)| item).collect(), total, next })
}

/// What a list selects, from where, in which order.
pub(crate) struct ListParts<'a> {
    pub(crate) columns: &'a str,
    pub(crate) from: &'a str,
    pub(crate) sort: &'a Sort,
    pub(crate) page: &'a Page,
}

fn cursor(row: &Row<'_>, order: u32) -> Result<Cursor, StoreError> {
    let key = match row.value(0)? {
        Value::Int(number) => CursorKey::Int(number),
        Value::Text(text) => CursorKey::Text(text),
        _ => return Err(StoreError::Corrupt("a sort key is neither a number nor a text".to_owned())),
    };
    let id = <[u8; 16]>::try_from(row.bytes(1)?)
        .map_err(|_| StoreError::Corrupt("an id has not 16 bytes".to_owned()))?;
    Ok(Cursor { order, key, id })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cursors_survive_their_text() {
        for key in
            [CursorKey::Int(-5), CursorKey::Text("茶杯\"".to_owned()), CursorKey::Text("\u{1}".repeat(500))]
        {
            let cursor = Cursor { order: u32::MAX, key, id: [255; 16] };
            assert_eq!(Cursor::parse(&cursor.to_text()), Some(cursor));
        }
    }

    #[test]
    fn nonsense_is_no_cursor() {
        for text in ["", "0", "zz", "茶杯", "7b7d"] {
            assert_eq!(Cursor::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_cursor_of_another_order_is_refused() {
        let sort = |key, descending| Sort { key, is_text: true, id: "t.id", descending };
        let own = sort("t.name", false);
        let cursor = |order, key| Cursor { order, key, id: [7; 16] };
        let text = || CursorKey::Text("a".to_owned());
        assert!(own.after(&cursor(own.fingerprint(), text())).is_ok());
        for other in [sort("t.name", true), sort("t.title", false)] {
            assert!(own.after(&cursor(other.fingerprint(), text())).is_err());
        }
        assert!(own.after(&cursor(own.fingerprint(), CursorKey::Int(1))).is_err(), "a number is no text");
        let zero = cursor(own.fingerprint(), CursorKey::Text("\0".to_owned()));
        assert_eq!(Cursor::parse(&zero.to_text()), None);
    }

    #[test]
    fn conditions_number_their_values() {
        let mut conditions = Conditions::default();
        let mark = conditions.bind(1_i64);
        conditions.add("a >= ? AND a < ?", [Value::Int(2), Value::Int(3)]);
        conditions.add_search("t", "Mug 50%");
        assert_eq!(mark, "$1");
        assert_eq!(
            conditions.sql(),
            " WHERE a >= $2 AND a < $3 AND t LIKE $4 ESCAPE '\\' AND t LIKE $5 ESCAPE '\\'"
        );
        assert_eq!(conditions.values[4], Value::Text("%50\\%%".to_owned()));
    }
}
