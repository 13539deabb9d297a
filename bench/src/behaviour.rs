//! Questions about behaviour over a generated lake: our operators beside DuckDB on the same Parquet files, in the same
//! run, with equal answers.
//!
//! DuckDB is the newest that `pip install duckdb` gives, in the Python named by `MERCAT_TEST_PYTHON` (or `python3`),
//! with its own defaults: all cores, no index, one connection, SQL with window functions in place of self-joins.

mod events;
mod peer;

use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::Context as _;
use mercat_analytics::behaviour::did::{Rule, Spec as Did};
use mercat_analytics::behaviour::funnel::Spec as Funnel;
use mercat_analytics::behaviour::returning::Spec as Returning;
use mercat_analytics::behaviour::{Filter, Operator, Span};
use mercat_analytics::period::Bucket;
use mercat_lake::{Lake, Scan, TimeRange, Unmerged};
use mercat_model::time::DAY_US;
use mercat_model::{EventKind, Timestamp, Zone};
use serde_json::{Value as Json, json};

/// The window of the funnel.
const WINDOW_DAYS: i64 = 7;

/// How often somebody must have added a product who did not order.
const ADDED_MIN: u32 = 2;

/// The arguments.
#[derive(clap::Args)]
pub(crate) struct BehaviourBench {
    /// Events to generate.
    #[arg(long, default_value_t = 10_000_000)]
    events: u64,
    /// Members who do them, a few of them much.
    #[arg(long, default_value_t = 200_000)]
    members: u64,
    /// Days over which they do.
    #[arg(long, default_value_t = 180)]
    days: i64,
    /// Runs of each question; the best counts, since others share the machine.
    #[arg(long, default_value_t = 3)]
    runs: u32,
    /// A folder to keep the lake in, and to take it from when it is there; by default a new one that goes.
    #[arg(long)]
    lake: Option<PathBuf>,
}

/// One question: its name, and our answer and seconds.
struct Answered {
    name: &'static str,
    answer: Json,
    seconds: f64,
}

impl BehaviourBench {
    pub(crate) fn run(self) -> anyhow::Result<Json> {
        let python = peer::python()?;
        let folder = tempfile::tempdir()?;
        let root = self.lake.clone().unwrap_or_else(|| folder.path().join("lake"));
        let span = events::span(self.days)?;
        let lake = self.lake(&root, span)?;
        forget_peak_memory();
        let ours =
            [funnel(&lake, span, self.runs)?, did(&lake, span, self.runs)?, weeks(&lake, span, self.runs)?];
        let peak_mb = peak_memory_mb();
        let (theirs, duckdb) = peer::ask(&python, &lake, self.runs, (WINDOW_DAYS, ADDED_MIN))?;
        println!("{:<24} {:>10} {:>10} {:>8}", "question", "Mercat s", "DuckDB s", "ratio");
        let mut figures = Vec::new();
        for ours in &ours {
            let theirs = theirs.iter().find(|theirs| theirs.name == ours.name);
            let theirs = theirs.with_context(|| format!("DuckDB did not answer `{}`", ours.name))?;
            anyhow::ensure!(
                ours.answer == theirs.answer,
                "`{}` has two answers: ours is {}, DuckDB's {}",
                ours.name,
                ours.answer,
                theirs.answer
            );
            let ratio = theirs.seconds / ours.seconds;
            println!("{:<24} {:>10.3} {:>10.3} {:>7.1}x", ours.name, ours.seconds, theirs.seconds, ratio);
            figures.push(json!({"question": ours.name, "mercat_seconds": ours.seconds,
                "duckdb_seconds": theirs.seconds, "ratio": ratio}));
        }
        println!("peak memory of the questions: Mercat {peak_mb} MB, DuckDB {} MB", duckdb.peak_mb);
        Ok(json!({"bench": "behaviour", "events": self.events, "members": self.members, "days": self.days,
            "lake_mb": lake_bytes(&lake)? >> 20, "questions": figures, "mercat_peak_memory_mb": peak_mb,
            "duckdb_version": duckdb.version, "duckdb_peak_memory_mb": duckdb.peak_mb}))
    }

    /// The lake of the folder, filled if it is new.
    fn lake(&self, root: &Path, span: Span) -> anyhow::Result<Lake> {
        let lake = Lake::open(root)?;
        let sealed = lake.sealed_offset()?;
        if sealed == 0 {
            let started = Instant::now();
            events::seal(&lake, self.events, self.members, span)?;
            println!(
                "sealed and compacted {} events in {:.1} s",
                self.events,
                started.elapsed().as_secs_f64()
            );
        } else {
            anyhow::ensure!(
                sealed == self.events,
                "the lake of the folder has `{sealed}` events: name a new folder"
            );
        }
        events::rest(&lake, span)?;
        let manifest = lake.manifest()?;
        println!("{} files, {} MB", manifest.files.len(), lake_bytes(&lake)? >> 20);
        Ok(lake)
    }
}

fn lake_bytes(lake: &Lake) -> anyhow::Result<u64> {
    let manifest = lake.manifest()?;
    let sizes = manifest.files.iter().map(|file| Ok(std::fs::metadata(lake.root().join(&file.path))?.len()));
    sizes.sum()
}

/// Asks a question so often, and keeps the best time. The snapshot is part of it.
fn ask<O: Operator>(lake: &Lake, question: &O, runs: u32) -> anyhow::Result<(O::Answer, f64)> {
    let mut best: Option<(O::Answer, f64)> = None;
    for _ in 0..runs.max(1) {
        let started = Instant::now();
        let span = question.span();
        let asked = Scan {
            range: TimeRange { from: Some(span.from()), to: Some(span.until()) },
            texts: question.columns(),
            value: question.reads_value(),
        };
        let state = || question.state(&asked.texts).expect("the columns are those of the question");
        let states = lake.snapshot()?.scan(&asked, &[], &Unmerged, state, O::observe)?;
        let all = states.into_iter().reduce(O::merge).context("a lake has buckets")?;
        let (answer, seconds) = (O::finish(all), started.elapsed().as_secs_f64());
        if best.as_ref().is_none_or(|(_, best)| seconds < *best) {
            best = Some((answer, seconds));
        }
    }
    best.context("no run")
}

fn funnel(lake: &Lake, span: Span, runs: u32) -> anyhow::Result<Answered> {
    let steps = [EventKind::ProductViewed, EventKind::ProductAdded, EventKind::OrderCompleted];
    let spec = Funnel::new(steps.map(Filter::kind).to_vec(), span, WINDOW_DAYS * DAY_US)?;
    let (funnel, seconds) = ask(lake, &spec, runs)?;
    let people: Vec<u64> = funnel.steps.iter().map(|step| step.people).collect();
    Ok(Answered { name: "funnel of 3 steps", answer: json!(people), seconds })
}

fn did(lake: &Lake, span: Span, runs: u32) -> anyhow::Result<Answered> {
    let did = |kind, times_min| Rule::Did { filter: Filter::kind(kind), times_min };
    let never_ordered = Rule::Not(Box::new(did(EventKind::OrderCompleted, 1)));
    let spec = Did::new(&Rule::All(vec![did(EventKind::ProductAdded, ADDED_MIN), never_ordered]), span)?;
    let (did, seconds) = ask(lake, &spec, runs)?;
    Ok(Answered { name: "did A, not B", answer: json!(did.people), seconds })
}

fn weeks(lake: &Lake, span: Span, runs: u32) -> anyhow::Result<Answered> {
    let zone = Zone::utc();
    let days = (zone.date_of(span.from()), zone.date_of(span.until().plus_micros(-1)));
    // By the week in which somebody was first seen, the weeks in which they were seen again.
    let spec = Returning::new((Filter::default(), Filter::default()), Bucket::Week, days, &zone)?;
    let (returning, seconds) = ask(lake, &spec, runs)?;
    let rows = returning.cohorts.iter().filter(|row| row.size > 0);
    // A cell a line: the cohort's first day, so many weeks later, people.
    let cells = rows.flat_map(|row| {
        let some = row.returned.iter().enumerate().filter(|(_, people)| **people > 0);
        some.map(|(later, people)| json!([day(zone.start_of_day(row.from)), later, people]))
    });
    Ok(Answered { name: "weekly retention", answer: Json::Array(cells.collect()), seconds })
}

/// Days since 1970 of a midnight.
fn day(midnight: Timestamp) -> i64 {
    midnight.as_micros() / DAY_US
}

/// Forgets the peak so far, where the system can (Linux, `man 5 proc`).
fn forget_peak_memory() {
    if let Err(error) = std::fs::write("/proc/self/clear_refs", "5") {
        println!("the peak memory includes the making of the lake: {error}");
    }
}

/// The largest resident set since, in megabytes; 0 where the system does not say.
fn peak_memory_mb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    kilobytes.unwrap_or(0) >> 10
}
