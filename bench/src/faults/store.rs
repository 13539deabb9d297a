//! A process that writes numbered rows, 64 at once, and prints each number once it is acknowledged.

use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::ensure;
use mercat_store::{Store, StoreError};
use serde_json::{Value as Json, json};

use super::{Pauses, ms, start};

/// Writes in flight.
const IN_FLIGHT: usize = 64;

/// Longest life of a victim after its first acknowledgement.
const LIFE_MAX: Duration = Duration::from_millis(150);

fn open(folder: &Path) -> anyhow::Result<Store> {
    Ok(Store::open_sqlite(&folder.join("shop.sqlite"))?)
}

/// Writes until it is killed.
pub(super) fn victim(folder: &Path, first: u64) -> anyhow::Result<Json> {
    let store = Arc::new(open(folder)?);
    store.write_blocking("prepare", |tx| {
        tx.execute("CREATE TABLE IF NOT EXISTS fault (number BIGINT NOT NULL, half BIGINT NOT NULL)", &[])
    })?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime
        .block_on(async {
            let next = Arc::new(AtomicU64::new(first));
            let mut tasks = tokio::task::JoinSet::new();
            for _ in 0..IN_FLIGHT {
                let (store, next) = (store.clone(), next.clone());
                tasks.spawn(async move {
                    loop {
                        let number = next.fetch_add(1, Ordering::Relaxed) as i64;
                        let written = store.write("fault", move |tx| {
                            for half in [0_i64, 1] {
                                tx.execute(
                                    "INSERT INTO fault VALUES ($1, $2)",
                                    &[number.into(), half.into()],
                                )?;
                            }
                            Ok::<_, StoreError>(())
                        });
                        written.await?;
                        let mut out = std::io::stdout().lock();
                        writeln!(out, "{number}")?;
                        out.flush()?;
                    }
                });
            }
            match tasks.join_next().await {
                Some(ended) => ended?,
                None => Ok(()),
            }
        })
        .map(|()| Json::Null)
}

/// Kills the victim so many times; after each, everything it acknowledged is there whole, and once.
pub(super) fn faults(kills: u32) -> anyhow::Result<Json> {
    let folder = tempfile::tempdir()?;
    let mut pauses = Pauses::new();
    let mut acknowledged: BTreeSet<i64> = BTreeSet::new();
    let (mut first, mut slowest_start_ms) = (0_u64, 0.0_f64);
    for _ in 0..kills {
        let started = Instant::now();
        let mut child = start("store", folder.path(), &first.to_string())?;
        let mut lines = BufReader::new(child.stdout.take().expect("the output is piped"));
        let mut line = String::new();
        ensure!(lines.read_line(&mut line)? > 0, "the victim ended before its first write");
        slowest_start_ms = slowest_start_ms.max(ms(started));
        acknowledged.insert(line.trim().parse()?);
        let reader = std::thread::spawn(move || {
            // The last line may be cut by the kill: it does not count as acknowledged.
            lines.lines().map_while(Result::ok).collect::<Vec<String>>()
        });
        std::thread::sleep(pauses.draw(LIFE_MAX));
        child.kill()?;
        child.wait()?;
        let told = reader.join().map_err(|_| anyhow::anyhow!("the reader of the victim stopped"))?;
        let (last, whole) = told.split_last().map_or((None, &told[..]), |(last, rest)| (Some(last), rest));
        for line in whole {
            acknowledged.insert(line.parse()?);
        }
        first =
            check(folder.path(), &acknowledged)?.max(first) + 2 * IN_FLIGHT as u64 + last.map_or(0, |_| 1);
    }
    println!("{kills} kills: {} acknowledged writes, none lost, none doubled", acknowledged.len());
    Ok(json!({
        "bench": "faults_store", "kills": kills, "acknowledged_writes": acknowledged.len(), "lost": 0,
        "doubled": 0, "slowest_start_ms": slowest_start_ms,
    }))
}

/// Every acknowledged number stands there with both halves, and no number more than that; gives the highest.
fn check(folder: &Path, acknowledged: &BTreeSet<i64>) -> anyhow::Result<u64> {
    let store = open(folder)?;
    let rows = store.read_blocking("check", |tx| {
        let sql = "SELECT number, COUNT(*), COUNT(DISTINCT half) FROM fault GROUP BY number ORDER BY number";
        tx.query(sql, &[], |row| Ok((row.int(0)?, row.int(1)?, row.int(2)?)))
    })?;
    store.close();
    let kept: BTreeSet<i64> = rows.iter().map(|(number, ..)| *number).collect();
    for (number, count, halves) in &rows {
        ensure!((*count, *halves) == (2, 2), "write {number} is there {count} times with {halves} halves");
    }
    let lost: Vec<&i64> = acknowledged.difference(&kept).collect();
    ensure!(lost.is_empty(), "acknowledged writes are lost: {lost:?}");
    Ok(kept.last().map_or(0, |last| *last as u64))
}
