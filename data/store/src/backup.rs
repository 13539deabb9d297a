//! The rows of a whole shop, table by table, for backups that fit either engine.
//!
//! Sessions of staff and leases are left out: they belong to the running servers, not to the shop.

use std::collections::HashMap;

use crate::error::StoreError;
use crate::setting;
use crate::tx::{Insert, Tx};
use crate::value::Value;

/// Rows fetched in one statement: a slow reader of the rows never keeps a statement open.
const ROWS_A_STATEMENT: usize = 2_000;

/// The key of the setting that tells of a restore that was not finished.
const UNFINISHED: &str = "restore_unfinished";

/// A table with its columns; the first of them are its primary key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// Its columns.
    pub columns: &'static [&'static str],
    key_columns: usize,
}

const fn table(name: &'static str, key_columns: usize, columns: &'static [&'static str]) -> Table {
    Table { name, columns, key_columns }
}

/// Every table of a backup; what others refer to stands before them.
pub const TABLES: &[Table] = &[
    table("setting", 1, &["key", "value"]),
    table("merchant", 1, &["id", "name", "created_at"]),
    table("channel", 1, &["id", "name", "currency"]),
    table("category", 1, &["id", "parent_id", "slug", "position"]),
    table("category_text", 2, &["category_id", "locale", "name"]),
    table(
        "product",
        1,
        &[
            "id",
            "merchant_id",
            "channel_id",
            "category_id",
            "sku",
            "slug",
            "status",
            "price_micros",
            "currency",
            "attributes",
            "search_text",
            "sort_title",
            "units_sold",
            "created_at",
            "updated_at",
        ],
    ),
    table("product_text", 2, &["product_id", "locale", "title", "description"]),
    table(
        "member",
        1,
        &[
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
    ),
    table(
        "member_total",
        2,
        &[
            "member_id",
            "currency",
            "orders",
            "revenue_minor",
            "first_order_at",
            "last_order_at",
            "returns",
            "returned_minor",
        ],
    ),
    table(
        "orders",
        1,
        &[
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
    ),
    table(
        "order_line",
        2,
        &[
            "order_id",
            "line_no",
            "product_id",
            "sku",
            "title",
            "quantity",
            "unit_price_micros",
            "total_minor",
        ],
    ),
    table(
        "returns",
        1,
        &[
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
    ),
    table(
        "return_line",
        2,
        &[
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
    ),
    table("external_id", 3, &["source", "kind", "external", "id"]),
    table("import_run", 1, &["id", "source", "fingerprint", "position", "finished", "summary", "started_at"]),
    table("outbox", 1, &["seq", "body"]),
    table("follower", 1, &["name", "next_offset"]),
    table("member_activity", 3, &["member_id", "occurred_at", "event_id", "kind", "body"]),
    table("staff", 1, &["id", "email", "name", "role", "password_hash", "created_at"]),
    table("idempotency_key", 2, &["scope", "key", "request_hash", "status", "answer", "created_at"]),
    table("source", 1, &["id", "name", "kind", "user_ids", "created_at"]),
    table("write_key", 1, &["key", "source_id", "created_at", "revoked_at"]),
    table("planned_event", 1, &["name", "description", "properties", "updated_at"]),
    table(
        "plan_violation",
        5,
        &["day", "source_id", "event", "property", "problem", "events", "last_event_id", "last_at"],
    ),
    table("identity_head", 1, &["one", "version"]),
    table(
        "identity_merge",
        1,
        &["id", "actor", "member_id", "outcome", "event_id", "source_id", "merged_at", "undone_at"],
    ),
    table("identity_link", 1, &["anonymous_id", "member_id", "merge_id"]),
    table("member_alias", 1, &["member_id", "into_id", "merge_id"]),
    table("identity_change", 2, &["version", "actor"]),
    table("visitor_activity", 3, &["anonymous_id", "occurred_at", "event_id", "kind", "body"]),
    table("erasure", 1, &["id", "member_id", "anonymous_ids", "requested_at", "finished_at", "report"]),
    table("model_version", 1, &["id", "kind", "folder", "manifest", "active", "created_at"]),
];

/// Tables that no backup holds.
pub const LEFT_OUT: &[&str] = &["staff_session", "lease", "migration"];

/// The version of the schema: how many migrations were made.
pub fn schema_version(tx: &mut Tx<'_>) -> Result<i64, StoreError> {
    tx.query_one("SELECT COALESCE(MAX(version), 0) FROM migration", &[], |row| row.int(0))
}

/// Visits the rows of a table in the order of its key; categories come after those above them.
pub fn read_table(
    tx: &mut Tx<'_>,
    table: &Table,
    mut visit: impl FnMut(&[Value]) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    if table.name == "category" {
        return categories(tx, table)?.iter().try_for_each(|row| visit(row));
    }
    let key = table.columns[..table.key_columns].join(", ");
    let head = format!("SELECT {} FROM {}", table.columns.join(", "), table.name);
    let tail = format!("ORDER BY {key} LIMIT {ROWS_A_STATEMENT}");
    let marks: Vec<String> = (1..=table.key_columns).map(|number| format!("${number}")).collect();
    let next = format!("{head} WHERE ({key}) > ({}) {tail}", marks.join(", "));
    let mut rows = read_rows(tx, table, &format!("{head} {tail}"), &[])?;
    loop {
        for row in &rows {
            if table.name != "setting" || row[0] != Value::from(UNFINISHED) {
                visit(row)?;
            }
        }
        match rows.pop() {
            Some(last) if rows.len() + 1 == ROWS_A_STATEMENT => {
                rows = read_rows(tx, table, &next, &last[..table.key_columns])?;
            }
            _ => return Ok(()),
        }
    }
}

fn read_rows(
    tx: &mut Tx<'_>,
    table: &Table,
    sql: &str,
    after: &[Value],
) -> Result<Vec<Vec<Value>>, StoreError> {
    tx.query(sql, after, |row| (0..table.columns.len()).map(|column| row.value(column)).collect())
}

/// The tree, which is bounded and read whole, from the top.
fn categories(tx: &mut Tx<'_>, table: &Table) -> Result<Vec<Vec<Value>>, StoreError> {
    let sql = format!("SELECT {} FROM category ORDER BY id", table.columns.join(", "));
    let mut rows = read_rows(tx, table, &sql, &[])?;
    let key = |value: &Value| match value {
        Value::Bytes(bytes) => bytes.clone(),
        _ => Vec::new(),
    };
    let parents: HashMap<Vec<u8>, Vec<u8>> = rows.iter().map(|row| (key(&row[0]), key(&row[1]))).collect();
    let depth = |row: &Vec<Value>| {
        let (mut depth, mut at) = (0, key(&row[0]));
        // A tree is at most as deep as it has nodes.
        while let Some(parent) = parents.get(&at).filter(|_| depth <= parents.len()) {
            depth += 1;
            at.clone_from(parent);
        }
        depth
    };
    rows.sort_by_cached_key(depth);
    Ok(rows)
}

/// Adds rows of a table; `columns` are some of its own and `values` stand one row behind the other.
pub fn insert_rows(
    tx: &mut Tx<'_>,
    table: &Table,
    columns: &[&str],
    values: &[Value],
) -> Result<(), StoreError> {
    tx.insert_many(&Insert { table: table.name, columns, on_conflict: "" }, values)?;
    Ok(())
}

/// Lets the outbox count on from its last row; call it after the rows were added.
pub fn finish_rows(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    tx.move_counter("outbox", "seq")
}

/// The first table that holds a row, if any does; the mark of an unfinished restore is none.
pub fn occupied(tx: &mut Tx<'_>) -> Result<Option<&'static str>, StoreError> {
    for table in TABLES {
        let sql = match table.name {
            "setting" => format!("SELECT 1 FROM setting WHERE key <> '{UNFINISHED}' LIMIT 1"),
            name => format!("SELECT 1 FROM {name} LIMIT 1"),
        };
        if tx.query_opt(&sql, &[], |row| row.int(0))?.is_some() {
            return Ok(Some(table.name));
        }
    }
    Ok(None)
}

/// The hash of the backup whose restore was begun and not finished.
pub fn unfinished(tx: &mut Tx<'_>) -> Result<Option<String>, StoreError> {
    setting::get(tx, UNFINISHED)
}

/// Marks that the restore of a backup was begun.
pub fn begin(tx: &mut Tx<'_>, hash: &str) -> Result<(), StoreError> {
    setting::put(tx, UNFINISHED, &hash)
}

/// Takes the mark away.
pub fn end(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    setting::remove(tx, UNFINISHED)
}
