//! `mercat-bench`: one subcommand a benchmark. Each prints a table and ends with one line of JSON (snake case, units
//! last). Benches assert nothing about time.
#![expect(clippy::print_stdout, reason = "a benchmark answers on standard output")]

mod behaviour;
mod collect;
mod faults;
mod import;
mod invoices;
mod shop;
mod store;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Measures Mercat.
#[derive(Parser)]
#[command(name = "mercat-bench", arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    bench: Bench,
}

#[derive(Subcommand)]
enum Bench {
    /// Lines a second of the online-retail import, on SQLite and, where a server answers, PostgreSQL.
    Import(import::ImportBench),
    /// Acknowledged durable writes a second at 1, 64 and 4,096 in flight, SQLite beside PostgreSQL.
    Store(store::StoreBench),
    /// Durable events a second over loopback HTTP, SQLite beside PostgreSQL, beside `/healthz`.
    Collect(collect::CollectBench),
    /// Funnel, did and did not, and retention over a generated lake, beside DuckDB on the same files.
    Behaviour(behaviour::BehaviourBench),
    /// Kills a working process at random times and checks that nothing acknowledged is lost or doubled.
    #[command(subcommand)]
    Faults(faults::FaultBench),
    /// The process that `faults` kills.
    #[command(subcommand, hide = true)]
    Victim(faults::Victim),
}

/// A file of the benchmark: the one named, or the real one where it is present.
fn file_or_real(file: Option<PathBuf>) -> anyhow::Result<PathBuf> {
    file.or_else(|| mercat_testbed::real_data("retail/online_retail.csv.gz"))
        .ok_or_else(|| anyhow::anyhow!("name the file of invoices: the real one is not here"))
}

fn run(bench: Bench) -> anyhow::Result<serde_json::Value> {
    match bench {
        Bench::Import(bench) => bench.run(),
        Bench::Store(bench) => bench.run(),
        Bench::Collect(bench) => bench.run(),
        Bench::Behaviour(bench) => bench.run(),
        Bench::Faults(bench) => bench.run(),
        Bench::Victim(victim) => victim.run(),
    }
}

fn main() -> ExitCode {
    match run(Arguments::parse().bench) {
        Ok(serde_json::Value::Null) => ExitCode::SUCCESS,
        Ok(summary) => {
            println!("{summary}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            println!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
