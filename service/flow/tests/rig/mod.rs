//! Shops of their own on both engines, and what stands in them.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeMap;
use std::path::PathBuf;

use mercat_eventlog::EventLog;
use mercat_flow::{Call, Entropy, Shop};
use mercat_store::backup::{TABLES, read_table};
use mercat_store::{Store, StoreError, Value};
use mercat_testbed::Database;

/// A shop that lives as long as this value.
pub struct Rig {
    /// The shop.
    pub shop: Shop,
    /// A folder for files of the test.
    pub folder: tempfile::TempDir,
    _database: Option<Database>,
}

impl Rig {
    /// An empty shop in files.
    pub fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open_sqlite(&folder.path().join("shop.sqlite")).unwrap();
        let log = EventLog::open_sqlite(&folder.path().join("events.sqlite")).unwrap();
        let shop = Shop::new(
            store,
            log,
            mercat_lake::Lake::open(&folder.path().join("lake")).unwrap(),
            folder.path().join("models"),
        );
        Rig { shop, folder, _database: None }
    }

    /// An empty shop in PostgreSQL; none without a server.
    pub fn postgres() -> Option<Self> {
        let database = Database::create()?;
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open_postgres(database.url()).unwrap();
        let log = EventLog::open_postgres(database.url()).unwrap();
        let shop = Shop::new(
            store,
            log,
            mercat_lake::Lake::open(&folder.path().join("lake")).unwrap(),
            folder.path().join("models"),
        );
        Some(Rig { shop, folder, _database: Some(database) })
    }

    /// A file of the test.
    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }
}

/// A call whose randomness follows from a name, so that equal input gives equal rows.
pub fn call(name: &str) -> Call {
    let entropy = Entropy::new(*blake3::hash(name.as_bytes()).as_bytes());
    Call { now: "2026-01-01T00:00:00Z".parse().unwrap(), entropy, locale: None }
}

/// What stands in the tables: each row as a text, in the order of its key on SQLite.
pub type Dump = BTreeMap<&'static str, Vec<String>>;

/// The tables but for those named.
pub fn dump(shop: &Shop, without: &'static [&'static str]) -> Dump {
    shop.store
        .read_blocking("test.dump", |tx| {
            let mut dump = Dump::new();
            for table in TABLES.iter().filter(|table| !without.contains(&table.name)) {
                let mut rows = Vec::new();
                read_table(tx, table, |row| {
                    // Numbers of the outbox have gaps on PostgreSQL.
                    let skipped = usize::from(table.name == "outbox");
                    rows.push(row[skipped..].iter().map(shown).collect::<Vec<_>>().join(" | "));
                    Ok(())
                })?;
                if table.name != "outbox" {
                    rows.sort();
                }
                dump.insert(table.name, rows);
            }
            Ok::<_, StoreError>(dump)
        })
        .unwrap()
}

fn shown(value: &Value) -> String {
    match value {
        Value::Null => "-".to_owned(),
        Value::Int(number) => number.to_string(),
        Value::Text(text) => text.clone(),
        Value::Bytes(bytes) => bytes.iter().map(|byte| format!("{byte:02x}")).collect(),
        Value::Id(bytes) => bytes.iter().map(|byte| format!("{byte:02x}")).collect(),
    }
}
