//! The backend for shops that outgrew one machine: worker threads with a PostgreSQL connection each run the
//! same closures, `SERIALIZABLE`, with bounded, jittered retries.
//!
//! A worker takes several waiting commands into one transaction, each in a savepoint, so that one flush to disk
//! carries them all. When the group meets another transaction it is run again command by command.

use std::time::Duration;

use crossbeam_channel::{Receiver, Sender};
use postgres::NoTls;

use crate::command::Command;
use crate::error::StoreError;
use crate::sqlite::{QUEUE_MAX, spawn};
use crate::tx::{PostgresConnection, Tx};

/// Connections that write: enough to share one flush, few enough for a default server of 100 connections.
const WRITERS: usize = 8;

/// Connections that read.
const READERS: usize = 4;

/// Commands in one transaction; conflicts grow with it.
const GROUP_MAX: usize = 64;

/// Runs of one command before its caller is told that it met others too often.
const RUNS_MAX: u32 = 12;

/// First pause between two runs; it doubles, plus jitter, up to 64 times this.
const PAUSE: Duration = Duration::from_millis(1);

/// Longest that one statement may take.
const STATEMENT_TIMEOUT: &str = "120s";

type Boxed = Box<dyn Command>;

pub(crate) struct Postgres {
    pub(crate) writes: Sender<Boxed>,
    pub(crate) reads: Sender<Boxed>,
    threads: Vec<std::thread::JoinHandle<()>>,
}

#[derive(Clone, Copy)]
enum Access {
    Write,
    Read,
}

impl Postgres {
    /// Connects, migrates and starts the workers.
    pub(crate) fn open(url: &str) -> Result<Self, StoreError> {
        let mut first = connect(url)?;
        crate::migrate::postgres(&mut first.client)?;
        drop(first);
        let (writes, write_queue) = crossbeam_channel::bounded(QUEUE_MAX);
        let (reads, read_queue) = crossbeam_channel::bounded(QUEUE_MAX);
        let mut threads = Vec::new();
        for (access, count, queue) in
            [(Access::Write, WRITERS, write_queue), (Access::Read, READERS, read_queue)]
        {
            for seed in 0..count {
                let worker =
                    Worker { url: url.to_owned(), connection: None, access, jitter: seed as u64 + 1 };
                let queue = queue.clone();
                threads.push(spawn("store-postgres", move || worker.run(&queue))?);
            }
        }
        Ok(Postgres { writes, reads, threads })
    }

    /// Lets the queues run dry, then joins the threads.
    pub(crate) fn close(self) {
        let Postgres { writes, reads, threads, .. } = self;
        drop((writes, reads));
        for thread in threads {
            if thread.join().is_err() {
                tracing::error!("a thread of the store had stopped unexpectedly");
            }
        }
    }
}

pub(crate) fn connect(url: &str) -> Result<PostgresConnection, StoreError> {
    let mut client = postgres::Client::connect(url, NoTls)?;
    client.batch_execute(&format!(
        "SET statement_timeout = '{STATEMENT_TIMEOUT}'; SET idle_in_transaction_session_timeout = '300s'; \
         SET synchronous_commit = on"
    ))?;
    Ok(PostgresConnection::new(client))
}

struct Worker {
    url: String,
    connection: Option<PostgresConnection>,
    access: Access,
    jitter: u64,
}

impl Worker {
    fn run(mut self, queue: &Receiver<Boxed>) {
        while let Ok(first) = queue.recv() {
            let mut group = vec![first];
            let share = match self.access {
                Access::Write => (queue.len() / WRITERS).min(GROUP_MAX - 1),
                Access::Read => 0,
            };
            group.extend(queue.try_iter().take(share));
            self.run_group(group);
        }
    }

    fn run_group(&mut self, mut group: Vec<Boxed>) {
        if group.len() > 1 {
            match self.attempt(&mut group) {
                Attempt::Done(outcome) => {
                    group.into_iter().for_each(|command| command.finish(outcome.clone()));
                    return;
                }
                Attempt::Again => {}
            }
        }
        for command in group {
            self.run_alone(command);
        }
    }

    fn run_alone(&mut self, command: Boxed) {
        let mut alone = vec![command];
        for run in 0..RUNS_MAX {
            match self.attempt(&mut alone) {
                Attempt::Done(outcome) => {
                    alone.into_iter().for_each(|command| command.finish(outcome.clone()));
                    return;
                }
                Attempt::Again => std::thread::sleep(self.pause(run)),
            }
        }
        for command in alone {
            let contended = StoreError::Contended(command.name(), RUNS_MAX);
            command.finish(Err(contended));
        }
    }

    /// Between half and all of a doubling pause, from a small generator of its own.
    fn pause(&mut self, run: u32) -> Duration {
        self.jitter ^= self.jitter << 13;
        self.jitter ^= self.jitter >> 7;
        self.jitter ^= self.jitter << 17;
        let full = PAUSE * (1 << run.min(6));
        full / 2 + full.mul_f64((self.jitter % 1000) as f64 / 2000.0)
    }

    /// One transaction over the group. A lost connection is opened anew for the next attempt; whether its last
    /// commit happened is unknown then, so the callers are told that the store is not available.
    fn attempt(&mut self, group: &mut [Boxed]) -> Attempt {
        let connection = match self.connection.take() {
            Some(connection) if !connection.client.is_closed() => connection,
            _ => match connect(&self.url) {
                Ok(connection) => connection,
                Err(error) => return Attempt::Done(Err(error)),
            },
        };
        let connection = self.connection.insert(connection);
        match transaction(connection, self.access, group) {
            Ok(attempt) => attempt,
            Err(error) => {
                if connection.client.is_closed() {
                    self.connection = None;
                } else {
                    let _ = connection.client.batch_execute("ROLLBACK");
                }
                match error.code().map(postgres::error::SqlState::code) {
                    Some("40001" | "40P01") => Attempt::Again,
                    _ => Attempt::Done(Err(error.into())),
                }
            }
        }
    }
}

enum Attempt {
    Done(Result<(), StoreError>),
    Again,
}

fn transaction(
    connection: &mut PostgresConnection,
    access: Access,
    group: &mut [Boxed],
) -> Result<Attempt, postgres::Error> {
    connection.client.batch_execute(match access {
        Access::Write => "BEGIN ISOLATION LEVEL SERIALIZABLE; SAVEPOINT command",
        Access::Read => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
    })?;
    let last = group.len() - 1;
    for (position, command) in group.iter_mut().enumerate() {
        let mut tx = Tx::postgres(connection);
        let keep = command.run(&mut tx);
        if tx.run_again {
            connection.client.batch_execute("ROLLBACK")?;
            return Ok(Attempt::Again);
        }
        if matches!(access, Access::Write) && !(keep && position == last) {
            connection.client.batch_execute(match keep {
                true => "RELEASE SAVEPOINT command; SAVEPOINT command",
                false => "ROLLBACK TO SAVEPOINT command",
            })?;
        }
    }
    connection.client.batch_execute(match access {
        Access::Write => "COMMIT",
        Access::Read => "ROLLBACK",
    })?;
    Ok(Attempt::Done(Ok(())))
}
