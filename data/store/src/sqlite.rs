//! The embedded backend: one writer thread that commits in groups, reader threads that never wait for it.
//!
//! A disk does some hundred durable commits a second, so one commit carries all commands that wait. Each runs
//! in a savepoint of its own: one that fails takes nothing of its neighbours with it. Answers leave after the
//! commit.

use std::path::Path;
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, Sender};
use rusqlite::{Connection, OpenFlags};

use crate::command::Command;
use crate::error::StoreError;
use crate::tx::Tx;

/// Commands that may wait for the writer; past it callers are told to come back.
pub(crate) const QUEUE_MAX: usize = 16_384;

/// Commands in one commit: more would make the first of them wait too long.
const GROUP_MAX: usize = 4_096;

/// Longest time that a group collects before it commits.
const GROUP_TIME_MAX: Duration = Duration::from_millis(50);

/// Reader threads: reports may run long, and pages must pass them.
const READERS: usize = 4;

/// How long a connection waits for another process, such as an import beside a server.
const BUSY_TIMEOUT: Duration = Duration::from_secs(30);

/// Statements that a connection keeps prepared.
const STATEMENTS_MAX: usize = 256;

/// Pages that SQLite keeps in memory per connection, in KiB (negative by its own convention).
const READER_CACHE_KIB: i64 = -8_192;
const WRITER_CACHE_KIB: i64 = -65_536;

type Boxed = Box<dyn Command>;

pub(crate) struct Sqlite {
    pub(crate) writes: Sender<Boxed>,
    pub(crate) reads: Sender<Boxed>,
    threads: Vec<std::thread::JoinHandle<()>>,
}

impl Sqlite {
    /// Opens (or makes) the database file and starts the threads.
    pub(crate) fn open(path: &Path) -> Result<Self, StoreError> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(|error| StoreError::file(folder, &error))?;
        }
        let writer = connect(path, false)?;
        crate::migrate::sqlite(&writer)?;
        let (writes, write_queue) = crossbeam_channel::bounded(QUEUE_MAX);
        let (reads, read_queue) = crossbeam_channel::bounded(QUEUE_MAX);
        let mut threads = vec![spawn("store-writer", move || write_loop(&writer, &write_queue))?];
        for _ in 0..READERS {
            let reader = connect(path, true)?;
            let queue: Receiver<Boxed> = read_queue.clone();
            threads.push(spawn("store-reader", move || read_loop(&reader, &queue))?);
        }
        Ok(Sqlite { writes, reads, threads })
    }

    /// Lets the queues run dry, then joins the threads.
    pub(crate) fn close(self) {
        let Sqlite { writes, reads, threads, .. } = self;
        drop((writes, reads));
        for thread in threads {
            if thread.join().is_err() {
                tracing::error!("a thread of the store had stopped unexpectedly");
            }
        }
    }
}

pub(crate) fn spawn(
    name: &str,
    work: impl FnOnce() + Send + 'static,
) -> Result<std::thread::JoinHandle<()>, StoreError> {
    std::thread::Builder::new()
        .name(name.to_owned())
        .spawn(work)
        .map_err(|error| StoreError::Unavailable(format!("no thread could be started: {error}")))
}

fn connect(path: &Path, read_only: bool) -> Result<Connection, StoreError> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS_MAX);
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "case_sensitive_like", true)?;
    // A writer's undo records of one statement stay in a file: in memory, SQLite walks through all that the
    // transaction has so far at the end of each statement, which made large batches four times slower.
    connection.pragma_update(None, "temp_store", if read_only { "MEMORY" } else { "FILE" })?;
    connection.pragma_update(None, "journal_size_limit", 64 << 20)?;
    connection.pragma_update(
        None,
        "cache_size",
        if read_only { READER_CACHE_KIB } else { WRITER_CACHE_KIB },
    )?;
    if read_only {
        connection.pragma_update(None, "query_only", true)?;
    }
    Ok(connection)
}

fn write_loop(connection: &Connection, queue: &Receiver<Boxed>) {
    while let Ok(first) = queue.recv() {
        let mut group = vec![(first, true)];
        let outcome = run_group(connection, queue, &mut group);
        if let Err(error) = &outcome {
            tracing::error!(%error, commands = group.len(), "a group of writes was not committed");
            if !connection.is_autocommit() {
                let _ = connection.execute_batch("ROLLBACK");
            }
        }
        for (command, _) in group {
            command.finish(outcome.clone());
        }
    }
}

/// Runs the first command and those that wait behind it, then commits once.
fn run_group(
    connection: &Connection,
    queue: &Receiver<Boxed>,
    group: &mut Vec<(Boxed, bool)>,
) -> Result<(), StoreError> {
    let started = Instant::now();
    connection.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
    let mut next = 0;
    loop {
        while next < group.len() {
            run_one(connection, &mut group[next].0)?;
            next += 1;
        }
        if group.len() >= GROUP_MAX || started.elapsed() >= GROUP_TIME_MAX {
            break;
        }
        let Ok(command) = queue.try_recv() else { break };
        group.push((command, true));
    }
    connection.prepare_cached("COMMIT")?.execute([])?;
    Ok(())
}

/// Runs one command in its savepoint; an error means that the whole group is lost.
fn run_one(connection: &Connection, command: &mut Boxed) -> Result<(), StoreError> {
    connection.prepare_cached("SAVEPOINT command")?.execute([])?;
    let keep = command.run(&mut Tx::sqlite(connection));
    if connection.is_autocommit() {
        // A full disk or an IO error makes SQLite roll the outer transaction back by itself.
        return Err(StoreError::Unavailable(format!(
            "the database gave up the transaction of `{}`: is the disk full?",
            command.name()
        )));
    }
    if !keep {
        connection.prepare_cached("ROLLBACK TO command")?.execute([])?;
    }
    connection.prepare_cached("RELEASE command")?.execute([])?;
    Ok(())
}

fn read_loop(connection: &Connection, queue: &Receiver<Boxed>) {
    while let Ok(mut command) = queue.recv() {
        let outcome = read_one(connection, &mut command);
        if !connection.is_autocommit() {
            let _ = connection.execute_batch("ROLLBACK");
        }
        command.finish(outcome);
    }
}

/// Runs a read on one snapshot.
fn read_one(connection: &Connection, command: &mut Boxed) -> Result<(), StoreError> {
    connection.prepare_cached("BEGIN")?.execute([])?;
    command.run(&mut Tx::sqlite(connection));
    connection.prepare_cached("COMMIT")?.execute([])?;
    Ok(())
}
