//! The schema, version by version. A migration works with the previous binary: expand first, contract later.

use crate::error::StoreError;

/// Every migration in order; its version is its position, from 1. A published one never changes.
const MIGRATIONS: &[&str] = &[include_str!("migrations/001_shop.sql")];

/// Words that the two engines spell differently.
const SQLITE_WORDS: &[(&str, &str)] = &[
    ("{bytes}", "BLOB"),
    ("{int}", "INTEGER"),
    ("{counter}", "INTEGER PRIMARY KEY AUTOINCREMENT"),
    ("{table}", "STRICT"),
    ("{clustered}", "STRICT, WITHOUT ROWID"),
];
const POSTGRES_WORDS: &[(&str, &str)] = &[
    ("{bytes}", "BYTEA"),
    ("{int}", "BIGINT"),
    ("{counter}", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"),
    (" {table}", ""),
    (" {clustered}", ""),
];

/// The key of the lock that keeps two starting servers from migrating at once ("mercat" in ASCII).
const LOCK: i64 = 0x6d65_7263_6174;

const BOOK: &str = "CREATE TABLE IF NOT EXISTS migration (version BIGINT NOT NULL PRIMARY KEY)";
const NEWEST: &str = "SELECT COALESCE(MAX(version), 0) FROM migration";

fn spelled(migration: &str, words: &[(&str, &str)]) -> String {
    words.iter().fold(migration.to_owned(), |sql, (word, spelling)| sql.replace(word, spelling))
}

/// The migrations that are missing after `found`, with their versions.
fn missing(found: i64) -> Result<impl Iterator<Item = (i64, &'static str)>, StoreError> {
    let known = MIGRATIONS.len() as i64;
    if found > known {
        return Err(StoreError::TooNew { found, known });
    }
    Ok(MIGRATIONS.iter().enumerate().map(|(i, sql)| (i as i64 + 1, *sql)).skip(found as usize))
}

pub(crate) fn sqlite(connection: &rusqlite::Connection) -> Result<(), StoreError> {
    connection.execute_batch("BEGIN IMMEDIATE")?;
    let done = (|| {
        connection.execute_batch(BOOK)?;
        let found: i64 = connection.query_row(NEWEST, [], |row| row.get(0))?;
        for (version, sql) in missing(found)? {
            connection.execute_batch(&spelled(sql, SQLITE_WORDS))?;
            connection.execute("INSERT INTO migration (version) VALUES (?1)", [version])?;
        }
        Ok(())
    })();
    connection.execute_batch(if done.is_ok() { "COMMIT" } else { "ROLLBACK" })?;
    done
}

pub(crate) fn postgres(client: &mut postgres::Client) -> Result<(), StoreError> {
    let mut transaction = client.transaction()?;
    transaction.execute("SELECT pg_advisory_xact_lock($1)", &[&LOCK])?;
    transaction.batch_execute(BOOK)?;
    let found: i64 = transaction.query_one(NEWEST, &[])?.get(0);
    for (version, sql) in missing(found)? {
        transaction.batch_execute(&spelled(sql, POSTGRES_WORDS))?;
        transaction.execute("INSERT INTO migration (version) VALUES ($1)", &[&version])?;
    }
    transaction.commit()?;
    Ok(())
}
