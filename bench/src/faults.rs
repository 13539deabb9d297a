//! `kill -9` at random times: nothing acknowledged is lost, nothing is doubled, the next start is quick.

mod collect;
mod import;
mod store;

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use clap::Subcommand;
use serde_json::Value as Json;

/// What is killed.
#[derive(Subcommand)]
pub(crate) enum FaultBench {
    /// An import, killed and begun again until it ends.
    Import {
        /// How many times.
        #[arg(long, default_value_t = 200)]
        kills: u32,
        /// A file of invoices; by default a generated one.
        #[arg(long)]
        file: Option<PathBuf>,
    },
    /// A server that collects events and seals them, under load.
    Collect {
        /// How many times.
        #[arg(long, default_value_t = 200)]
        kills: u32,
    },
    /// A process that writes and tells what was acknowledged.
    Store {
        /// How many times.
        #[arg(long, default_value_t = 200)]
        kills: u32,
    },
}

/// The process that is killed.
#[derive(Subcommand)]
pub(crate) enum Victim {
    /// Imports a file into a folder.
    Import { folder: PathBuf, file: PathBuf },
    /// Serves a folder and prints where, and with which write key.
    Collect { folder: PathBuf, unused: u64 },
    /// Writes into a folder and prints each acknowledged number.
    Store { folder: PathBuf, first: u64 },
}

impl FaultBench {
    pub(crate) fn run(self) -> anyhow::Result<Json> {
        match self {
            FaultBench::Import { kills, file } => import::faults(kills, file),
            FaultBench::Collect { kills } => collect::faults(kills),
            FaultBench::Store { kills } => store::faults(kills),
        }
    }
}

impl Victim {
    pub(crate) fn run(self) -> anyhow::Result<Json> {
        match self {
            Victim::Import { folder, file } => import::victim(&folder, file),
            Victim::Collect { folder, .. } => collect::victim(&folder),
            Victim::Store { folder, first } => store::victim(&folder, first),
        }
    }
}

/// Starts this program again as a victim.
fn start(kind: &str, folder: &Path, last: &str) -> anyhow::Result<Child> {
    let program = std::env::current_exe()?;
    let mut command = Command::new(program);
    command.args(["victim", kind]).arg(folder).arg(last);
    Ok(command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?)
}

/// Random pauses from the clock and a counter; kills need no reproducible times.
struct Pauses(u64);

impl Pauses {
    fn new() -> Self {
        Pauses(jiff::Timestamp::now().as_nanosecond() as u64 | 1)
    }

    /// A pause below `longest`.
    fn draw(&mut self, longest: Duration) -> Duration {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        longest.mul_f64((self.0 % 10_000) as f64 / 10_000.0)
    }
}

/// Milliseconds since a moment.
fn ms(since: Instant) -> f64 {
    (since.elapsed().as_secs_f64() * 1e5).round() / 1e2
}
