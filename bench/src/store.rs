//! Acknowledged durable writes a second: the same three-statement command on SQLite and on PostgreSQL, one engine
//! after the other in the same minute.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use mercat_store::{Store, StoreError, Tx, Value};
use serde_json::{Value as Json, json};

/// Writes in flight that are measured.
const IN_FLIGHT: [usize; 3] = [1, 64, 4_096];

/// Accounts that the commands move amounts between, so that some of them meet.
const ACCOUNTS: u64 = 10_000;

/// The arguments.
#[derive(clap::Args)]
pub(crate) struct StoreBench {
    /// Seconds of each measurement.
    #[arg(long, default_value_t = 5)]
    seconds: u64,
}

/// One figure.
struct Figure {
    in_flight: usize,
    per_second: f64,
    p50_ms: f64,
    p99_ms: f64,
}

/// Three statements: a row, an update of a row that others touch too, a row of the outbox.
fn command(tx: &mut Tx<'_>, number: u64) -> Result<(), StoreError> {
    let account = (number.wrapping_mul(0x9e37_79b9_7f4a_7c15) % ACCOUNTS) as i64;
    tx.execute(
        "INSERT INTO bench_transfer (id, account, amount_minor) VALUES ($1, $2, $3)",
        &[Value::Int(number as i64), account.into(), 100_i64.into()],
    )?;
    tx.execute(
        "UPDATE bench_account SET balance_minor = balance_minor + $1 WHERE account = $2",
        &[100_i64.into(), account.into()],
    )?;
    tx.execute(
        "INSERT INTO bench_outbox (id, body) VALUES ($1, $2)",
        &[Value::Int(number as i64), "{}".into()],
    )?;
    Ok(())
}

fn prepare(store: &Store) -> Result<(), StoreError> {
    store.write_blocking("prepare", |tx| {
        for sql in [
            "CREATE TABLE bench_transfer (id BIGINT NOT NULL PRIMARY KEY, account BIGINT NOT NULL, \
             amount_minor BIGINT NOT NULL)",
            "CREATE TABLE bench_account (account BIGINT NOT NULL PRIMARY KEY, balance_minor BIGINT NOT NULL)",
            "CREATE TABLE bench_outbox (id BIGINT NOT NULL PRIMARY KEY, body TEXT NOT NULL)",
        ] {
            tx.execute(sql, &[])?;
        }
        for account in 0..ACCOUNTS as i64 {
            tx.execute("INSERT INTO bench_account VALUES ($1, 0)", &[account.into()])?;
        }
        Ok(())
    })
}

async fn measure(store: Arc<Store>, in_flight: usize, time: Duration) -> anyhow::Result<Figure> {
    static NUMBER: AtomicU64 = AtomicU64::new(0);
    let started = Instant::now();
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..in_flight {
        let store = store.clone();
        tasks.spawn(async move {
            let mut latencies = Vec::new();
            while started.elapsed() < time {
                let number = NUMBER.fetch_add(1, Ordering::Relaxed);
                let sent = Instant::now();
                match store.write("bench", move |tx| command(tx, number)).await {
                    Ok(()) => latencies.push(sent.elapsed().as_secs_f64() * 1e3),
                    // A command that met others too often was refused, not lost: it does not count.
                    Err(StoreError::Contended(..)) => {}
                    Err(error) => return Err(error),
                }
            }
            Ok(latencies)
        });
    }
    let mut latencies: Vec<f64> = Vec::new();
    while let Some(done) = tasks.join_next().await {
        latencies.extend(done??);
    }
    let seconds = started.elapsed().as_secs_f64();
    latencies.sort_by(f64::total_cmp);
    let at = |share: f64| latencies.get((latencies.len() as f64 * share) as usize).copied().unwrap_or(0.0);
    Ok(Figure { in_flight, per_second: latencies.len() as f64 / seconds, p50_ms: at(0.5), p99_ms: at(0.99) })
}

fn rounded(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

impl StoreBench {
    pub(crate) fn run(self) -> anyhow::Result<Json> {
        let time = Duration::from_secs(self.seconds);
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        let folder = tempfile::tempdir()?;
        let database = mercat_testbed::Database::create();
        let mut stores = vec![("sqlite", Store::open_sqlite(&folder.path().join("shop.sqlite"))?)];
        if let Some(database) = &database {
            stores.push(("postgres", Store::open_postgres(database.url())?));
        }
        let stores: Vec<(&str, Arc<Store>)> =
            stores.into_iter().map(|(name, s)| (name, Arc::new(s))).collect();
        for (_, store) in &stores {
            prepare(store)?;
        }
        let mut summary = json!({"bench": "store", "statements_per_write": 3});
        for in_flight in IN_FLIGHT {
            let mut per_second = Vec::new();
            for (name, store) in &stores {
                let figure = runtime.block_on(measure(store.clone(), in_flight, time))?;
                println!(
                    "{name:9} {:>5} in flight {:>10.0} writes/s  p50 {:>8.2} ms  p99 {:>8.2} ms",
                    figure.in_flight, figure.per_second, figure.p50_ms, figure.p99_ms
                );
                let key = |what: &str| format!("{name}_{in_flight}_{what}");
                summary[key("writes_per_second")] = json!(figure.per_second.round());
                summary[key("p50_ms")] = json!(rounded(figure.p50_ms));
                summary[key("p99_ms")] = json!(rounded(figure.p99_ms));
                per_second.push(figure.per_second);
            }
            if let [sqlite, postgres] = per_second[..] {
                println!("          sqlite / postgres = {:.2}", sqlite / postgres);
                summary[format!("sqlite_to_postgres_{in_flight}_ratio")] = json!(rounded(sqlite / postgres));
            }
        }
        Ok(summary)
    }
}
