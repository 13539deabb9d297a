//! One transaction: the only way to statements. It is handed to closures and never outlives them.

use std::collections::HashMap;

use crate::error::StoreError;
use crate::value::{Row, Value};

/// Statements that a PostgreSQL connection keeps prepared; past it the cache is emptied, because dynamic
/// filters could fill it without bound.
const STATEMENTS_MAX: usize = 512;

/// Values that one multi-row insert may bind; PostgreSQL's protocol allows 65,535.
const BOUND_VALUES_MAX: usize = 16_000;

/// A PostgreSQL connection with its prepared statements.
pub(crate) struct PostgresConnection {
    pub(crate) client: postgres::Client,
    statements: HashMap<String, postgres::Statement>,
}

impl PostgresConnection {
    pub(crate) fn new(client: postgres::Client) -> Self {
        PostgresConnection { client, statements: HashMap::new() }
    }

    fn prepare(&mut self, sql: &str) -> Result<postgres::Statement, postgres::Error> {
        if let Some(statement) = self.statements.get(sql) {
            return Ok(statement.clone());
        }
        if self.statements.len() >= STATEMENTS_MAX {
            self.statements.clear();
        }
        let statement = self.client.prepare(sql)?;
        self.statements.insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }
}

enum Engine<'a> {
    Sqlite(&'a rusqlite::Connection),
    Postgres(&'a mut PostgresConnection),
}

/// An open transaction.
pub struct Tx<'a> {
    engine: Engine<'a>,
    /// Set when the engine asks for the transaction to be run again.
    pub(crate) run_again: bool,
}

/// A multi-row insert: one statement a row on SQLite, few large ones on PostgreSQL.
#[derive(Debug, Clone, Copy)]
pub struct Insert<'a> {
    /// The table.
    pub table: &'a str,
    /// Its columns in the order of the values.
    pub columns: &'a [&'a str],
    /// What follows the values, such as `ON CONFLICT DO NOTHING`; may be empty.
    pub on_conflict: &'a str,
}

impl<'a> Tx<'a> {
    pub(crate) fn sqlite(connection: &'a rusqlite::Connection) -> Self {
        Tx { engine: Engine::Sqlite(connection), run_again: false }
    }

    pub(crate) fn postgres(connection: &'a mut PostgresConnection) -> Self {
        Tx { engine: Engine::Postgres(connection), run_again: false }
    }

    /// Runs a statement that changes rows; returns how many.
    pub fn execute(&mut self, sql: &str, values: &[Value]) -> Result<u64, StoreError> {
        match &mut self.engine {
            Engine::Sqlite(connection) => {
                let mut statement = connection.prepare_cached(&sqlite_sql(sql))?;
                Ok(statement.execute(rusqlite::params_from_iter(values))? as u64)
            }
            Engine::Postgres(connection) => {
                let bound: Vec<&(dyn postgres::types::ToSql + Sync)> =
                    values.iter().map(|v| v as &(dyn postgres::types::ToSql + Sync)).collect();
                let done = connection.prepare(sql).and_then(|s| connection.client.execute(&s, &bound));
                done.map_err(|error| note(&mut self.run_again, error))
            }
        }
    }

    /// Runs a query and maps each row as it comes; memory is the caller's.
    pub fn for_each(
        &mut self,
        sql: &str,
        values: &[Value],
        mut visit: impl FnMut(&Row<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        match &mut self.engine {
            Engine::Sqlite(connection) => {
                let mut statement = connection.prepare_cached(&sqlite_sql(sql))?;
                let mut rows = statement.query(rusqlite::params_from_iter(values))?;
                while let Some(row) = rows.next()? {
                    visit(&Row::Sqlite(row))?;
                }
                Ok(())
            }
            Engine::Postgres(connection) => {
                use postgres::fallible_iterator::FallibleIterator;
                let statement = connection.prepare(sql).map_err(|e| note(&mut self.run_again, e))?;
                let mut rows = connection
                    .client
                    .query_raw(&statement, values.iter())
                    .map_err(|e| note(&mut self.run_again, e))?;
                while let Some(row) = rows.next().map_err(|e| note(&mut self.run_again, e))? {
                    visit(&Row::Postgres(&row))?;
                }
                Ok(())
            }
        }
    }

    /// Runs a query and collects what `map` makes of its rows.
    pub fn query<T>(
        &mut self,
        sql: &str,
        values: &[Value],
        mut map: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let mut all = Vec::new();
        self.for_each(sql, values, |row| {
            all.push(map(row)?);
            Ok(())
        })?;
        Ok(all)
    }

    /// The first row of a query, if any.
    pub fn query_opt<T>(
        &mut self,
        sql: &str,
        values: &[Value],
        map: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        Ok(self.query(sql, values, map)?.into_iter().next())
    }

    /// The one row of a query that always has one, such as a count.
    pub fn query_one<T>(
        &mut self,
        sql: &str,
        values: &[Value],
        map: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.query_opt(sql, values, map)?
            .ok_or_else(|| StoreError::Corrupt("a query that always has a row had none".to_owned()))
    }

    /// Inserts rows whose values stand one behind the other; returns how many were inserted.
    ///
    /// `values.len()` is a multiple of the number of columns.
    pub fn insert_many(&mut self, insert: &Insert<'_>, values: &[Value]) -> Result<u64, StoreError> {
        let width = insert.columns.len();
        let columns = insert.columns.join(", ");
        let head = format!("INSERT INTO {} ({columns}) VALUES ", insert.table);
        match &mut self.engine {
            Engine::Sqlite(connection) => {
                let marks = vec!["?"; width].join(", ");
                let mut statement =
                    connection.prepare_cached(&format!("{head}({marks}) {}", insert.on_conflict))?;
                let mut inserted = 0;
                for row in values.chunks_exact(width) {
                    inserted += statement.execute(rusqlite::params_from_iter(row))? as u64;
                }
                Ok(inserted)
            }
            Engine::Postgres(_) => {
                let mut inserted = 0;
                let rows_max = BOUND_VALUES_MAX / width;
                for chunk in values.chunks(rows_max * width) {
                    let sql =
                        format!("{head}{} {}", row_marks(chunk.len() / width, width), insert.on_conflict);
                    inserted += self.execute(&sql, chunk)?;
                }
                Ok(inserted)
            }
        }
    }

    /// Lets the counter of a column go on after its largest value; SQLite does so by itself.
    pub(crate) fn move_counter(&mut self, table: &str, column: &str) -> Result<(), StoreError> {
        if let Engine::Postgres(_) = self.engine {
            let sql = format!(
                "SELECT setval(pg_get_serial_sequence('{table}', '{column}'), \
                   GREATEST((SELECT MAX({column}) FROM {table}), 1))"
            );
            self.query_one(&sql, &[], |row| row.int(0))?;
        }
        Ok(())
    }
}

/// `($1, $2), ($3, $4)` for so many rows of so many columns.
fn row_marks(rows: usize, width: usize) -> String {
    let mut marks = String::with_capacity(rows * width * 6);
    for row in 0..rows {
        marks.push_str(if row == 0 { "(" } else { ", (" });
        for column in 0..width {
            if column > 0 {
                marks.push_str(", ");
            }
            marks.push('$');
            marks.push_str(&(row * width + column + 1).to_string());
        }
        marks.push(')');
    }
    marks
}

/// SQLite numbers `$1` by first appearance but `?1` by its number, which is what every statement means.
fn sqlite_sql(sql: &str) -> String {
    sql.replace('$', "?")
}

/// Remembers whether an error asks for another run (serialization failure, deadlock) and translates it.
fn note(run_again: &mut bool, error: postgres::Error) -> StoreError {
    let state = error.code().map(postgres::error::SqlState::code);
    if matches!(state, Some("40001" | "40P01")) {
        *run_again = true;
    }
    error.into()
}
