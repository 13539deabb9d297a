//! A backup forgets nothing: every table and column of the schema is in it or is left out by name, on both engines.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::collections::{BTreeMap, BTreeSet};

use mercat_store::backup::{LEFT_OUT, TABLES};
use mercat_store::{Store, StoreError};
use mercat_testbed::Database;

const SQLITE: &str = "SELECT t.name, c.name FROM sqlite_master t, pragma_table_info(t.name) c \
                      WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'";
const POSTGRES: &str = "SELECT CAST(table_name AS TEXT), CAST(column_name AS TEXT) \
                        FROM information_schema.columns WHERE table_schema = 'public'";

fn check(store: &Store, sql: &'static str) {
    let mut schema: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let columns: Vec<(String, String)> = store
        .read_blocking("schema", move |tx| {
            tx.query(sql, &[], |row| Ok::<_, StoreError>((row.text(0)?, row.text(1)?)))
        })
        .unwrap();
    for (table, column) in columns {
        schema.entry(table).or_default().insert(column);
    }
    schema.retain(|table, _| !LEFT_OUT.contains(&table.as_str()));
    let held: BTreeMap<String, BTreeSet<String>> = TABLES
        .iter()
        .map(|table| (table.name.to_owned(), table.columns.iter().map(|c| (*c).to_owned()).collect()))
        .collect();
    assert_eq!(held, schema);
}

#[test]
fn every_table_is_backed_up_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    check(&Store::open_sqlite(&folder.path().join("shop.sqlite")).unwrap(), SQLITE);
}

#[test]
fn every_table_is_backed_up_on_postgres() {
    let Some(database) = Database::create() else { return };
    check(&Store::open_postgres(database.url()).unwrap(), POSTGRES);
}
