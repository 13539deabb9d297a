//! Transactional rows on SQLite or PostgreSQL behind one API.
//!
//! Closures are synchronous, may be run again, and do no IO but through their [`Tx`]. A write is acknowledged
//! after it is durable. This crate keeps rows; it decides nothing.

#![expect(clippy::missing_errors_doc, reason = "every function returns StoreError, documented there")]

pub mod activity;
pub mod artefact;
pub mod backup;
pub mod category;
pub mod channel;
mod command;
pub mod erasure;
mod error;
pub mod external_id;
pub mod follower;
pub mod idempotency;
pub mod identity;
pub mod import_run;
pub mod lease;
pub mod member;
pub mod merchant;
mod migrate;
pub mod model_version;
pub mod order;
pub mod outbox;
pub mod page;
pub mod plan;
mod postgres;
pub mod product;
pub mod report;
pub mod returns;
pub mod setting;
pub mod source;
mod sqlite;
pub mod staff;
mod tx;
mod value;

use std::path::Path;

use tokio::sync::oneshot;

use crate::command::{Command, Pending};
pub use crate::error::StoreError;
pub use crate::tx::{Insert, Tx};
pub use crate::value::{Row, Value, id, opt_id, text};

enum Backend {
    Sqlite(sqlite::Sqlite),
    Postgres(postgres::Postgres),
}

/// The store: one struct, whatever the engine.
pub struct Store {
    backend: Backend,
}

impl Store {
    /// Opens the embedded database at `path`, making and migrating it as needed.
    pub fn open_sqlite(path: &Path) -> Result<Self, StoreError> {
        Ok(Store { backend: Backend::Sqlite(sqlite::Sqlite::open(path)?) })
    }

    /// Connects to PostgreSQL (15 or newer) and migrates it as needed.
    pub fn open_postgres(url: &str) -> Result<Self, StoreError> {
        Ok(Store { backend: Backend::Postgres(postgres::Postgres::open(url)?) })
    }

    /// `sqlite` or `postgres`.
    pub fn engine(&self) -> &'static str {
        match self.backend {
            Backend::Sqlite(_) => "sqlite",
            Backend::Postgres(_) => "postgres",
        }
    }

    /// Runs a closure in a serializable transaction; answers after its changes are durable.
    ///
    /// `name` names the command in logs. A full queue answers [`StoreError::Busy`] at once.
    pub async fn write<R, E, F>(&self, name: &'static str, closure: F) -> Result<R, E>
    where
        F: Fn(&mut Tx<'_>) -> Result<R, E> + Send + 'static,
        R: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (command, answer) = pending(name, closure);
        self.writes().try_send(command).map_err(|_| E::from(StoreError::Busy))?;
        answer.await.unwrap_or_else(|_| Err(E::from(StoreError::Closed)))
    }

    /// [`Store::write`] for threads of batch flows: waits for room in the queue.
    pub fn write_blocking<R, E, F>(&self, name: &'static str, closure: F) -> Result<R, E>
    where
        F: Fn(&mut Tx<'_>) -> Result<R, E> + Send + 'static,
        R: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (command, answer) = pending(name, closure);
        self.writes().send(command).map_err(|_| E::from(StoreError::Closed))?;
        answer.blocking_recv().unwrap_or_else(|_| Err(E::from(StoreError::Closed)))
    }

    /// Runs a closure on one snapshot; changes it tries are refused.
    pub async fn read<R, E, F>(&self, name: &'static str, closure: F) -> Result<R, E>
    where
        F: Fn(&mut Tx<'_>) -> Result<R, E> + Send + 'static,
        R: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (command, answer) = pending(name, closure);
        self.reads().try_send(command).map_err(|_| E::from(StoreError::Busy))?;
        answer.await.unwrap_or_else(|_| Err(E::from(StoreError::Closed)))
    }

    /// [`Store::read`] for threads of batch flows.
    pub fn read_blocking<R, E, F>(&self, name: &'static str, closure: F) -> Result<R, E>
    where
        F: Fn(&mut Tx<'_>) -> Result<R, E> + Send + 'static,
        R: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (command, answer) = pending(name, closure);
        self.reads().send(command).map_err(|_| E::from(StoreError::Closed))?;
        answer.blocking_recv().unwrap_or_else(|_| Err(E::from(StoreError::Closed)))
    }

    /// Commands that wait: writes, reads.
    pub fn queued(&self) -> (usize, usize) {
        (self.writes().len(), self.reads().len())
    }

    /// Lets queued commands finish and closes the connections.
    pub fn close(self) {
        match self.backend {
            Backend::Sqlite(sqlite) => sqlite.close(),
            Backend::Postgres(postgres) => postgres.close(),
        }
    }

    fn writes(&self) -> &crossbeam_channel::Sender<Box<dyn Command>> {
        match &self.backend {
            Backend::Sqlite(sqlite) => &sqlite.writes,
            Backend::Postgres(postgres) => &postgres.writes,
        }
    }

    fn reads(&self) -> &crossbeam_channel::Sender<Box<dyn Command>> {
        match &self.backend {
            Backend::Sqlite(sqlite) => &sqlite.reads,
            Backend::Postgres(postgres) => &postgres.reads,
        }
    }
}

type Answer<R, E> = oneshot::Receiver<Result<R, E>>;

fn pending<R, E, F>(name: &'static str, closure: F) -> (Box<dyn Command>, Answer<R, E>)
where
    F: Fn(&mut Tx<'_>) -> Result<R, E> + Send + 'static,
    R: Send + 'static,
    E: From<StoreError> + Send + 'static,
{
    let (reply, answer) = oneshot::channel();
    (Box::new(Pending { name, closure, result: None, reply }), answer)
}
