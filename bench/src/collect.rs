//! Durable events a second over loopback HTTP: the whole path of a client's batch, from the socket to the
//! acknowledgement after the commit, on SQLite and PostgreSQL, beside the same client asking `/healthz`.
//!
//! Client and server share this machine's cores. Every event has a message id of its own, so that recognising
//! repeated ones is paid for.

mod client;
mod load;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use mercat_flow::source::{NewSource, create_source};
use mercat_flow::{Call, Entropy, Once, Shop};
use mercat_http::{AppState, Reach, Sources, router};
use mercat_model::Timestamp;
use serde_json::{Value as Json, json};

use client::{Figure, health, measure};

pub(crate) use client::send;

/// The arguments.
#[derive(clap::Args)]
pub(crate) struct CollectBench {
    /// Seconds of each measurement.
    #[arg(long, default_value_t = 10)]
    seconds: u64,
    /// Connections, each with one request under way.
    #[arg(long, default_value_t = 32)]
    connections: usize,
    /// Events of a batch.
    #[arg(long, value_delimiter = ',', default_values_t = [1, 20, 100])]
    batches: Vec<usize>,
    /// Instead: seconds under twice the load that it can take, watching memory and counting what was acknowledged.
    #[arg(long)]
    overload_seconds: Option<u64>,
}

fn now() -> Timestamp {
    jiff::Timestamp::now().into()
}

/// Unpredictable enough for a benchmark: the clock's nanoseconds.
fn seed() -> [u8; 32] {
    let mut seed = [0; 32];
    seed[..16].copy_from_slice(&jiff::Timestamp::now().as_nanosecond().to_le_bytes());
    seed
}

/// A server over a shop, with a source whose key may send.
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    pub(crate) key: String,
    shop: Arc<Shop>,
    runtime: tokio::runtime::Runtime,
}

impl Server {
    pub(crate) fn start(shop: Shop) -> anyhow::Result<Self> {
        let shop = Arc::new(shop);
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        let once = Once {
            scope: "bench".to_owned(),
            key: "source".to_owned(),
            request_hash: [0; 32],
            render: |view: &mercat_flow::source::SourceView| (200, view.keys[0].key.clone()),
        };
        let new = NewSource { name: "bench".to_owned(), kind: "server".to_owned(), user_ids: None };
        let mut call = Call { now: now(), entropy: Entropy::new(seed()), locale: None };
        let (_, key) = runtime.block_on(create_source(&shop, new, once, &mut call))?;
        let reach = Reach { public_url: None, trusted_proxies: Vec::new() };
        let state = AppState::new(shop.clone(), Sources { now, seed }, reach, Arc::new(String::new));
        let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0"))?;
        let address = listener.local_addr()?;
        let service = router(state).into_make_service_with_connect_info::<SocketAddr>();
        runtime.spawn(async move { axum::serve(listener, service).await });
        Ok(Server { address, key, shop, runtime })
    }

    /// The shop that is served.
    pub(crate) fn shop(&self) -> &Shop {
        &self.shop
    }

    /// Events that are in the log.
    fn kept(&self) -> anyhow::Result<u64> {
        Ok(self.shop.log.head_blocking()?)
    }

    fn stop(self) {
        self.runtime.shutdown_timeout(Duration::from_secs(1));
        if let Ok(shop) = Arc::try_unwrap(self.shop) {
            shop.close();
        }
    }
}

impl CollectBench {
    pub(crate) fn run(self) -> anyhow::Result<Json> {
        let folder = tempfile::tempdir()?;
        let sqlite = || crate::shop::sqlite(folder.path());
        if let Some(seconds) = self.overload_seconds {
            return load::overload(Server::start(sqlite()?)?, Duration::from_secs(seconds));
        }
        let database = mercat_testbed::Database::create();
        let mut summary = json!({"bench": "collect", "connections": self.connections});
        let mut shops = vec![("sqlite", sqlite()?)];
        if let Some(database) = &database {
            shops.push(("postgres", crate::shop::postgres(database.url(), folder.path())?));
        }
        for (engine, shop) in shops {
            let server = Server::start(shop)?;
            self.engine(engine, &server, &mut summary)?;
            server.stop();
        }
        Ok(summary)
    }

    fn engine(&self, engine: &str, server: &Server, summary: &mut Json) -> anyhow::Result<()> {
        let time = Duration::from_secs(self.seconds);
        let idle = health(server.address, self.connections, time)?;
        println!(
            "{engine:9} /healthz            {:>9.0} requests/s  {}",
            idle.requests_per_second(),
            tail(&idle)
        );
        summary[format!("{engine}_healthz_per_second")] = json!(idle.requests_per_second().round());
        for events in &self.batches {
            let before = server.kept()?;
            let figure = measure(server, self.connections, *events, time)?;
            let kept = server.kept()? - before;
            anyhow::ensure!(kept == figure.accepted, "{} acknowledged, {kept} in the log", figure.accepted);
            let per_second = figure.accepted as f64 / figure.seconds;
            let of_idle = figure.requests_per_second() / idle.requests_per_second();
            println!(
                "{engine:9} batches of {events:>4}     {per_second:>9.0} events/s    {}  {:.2} of /healthz' requests",
                tail(&figure),
                of_idle
            );
            summary[format!("{engine}_batch_{events}_events_per_second")] = json!(per_second.round());
            summary[format!("{engine}_batch_{events}_p50_ms")] = json!(figure.at_ms(0.5));
            summary[format!("{engine}_batch_{events}_p99_ms")] = json!(figure.at_ms(0.99));
            summary[format!("{engine}_batch_{events}_requests_of_healthz")] =
                json!((of_idle * 1e3).round() / 1e3);
        }
        Ok(())
    }
}

fn tail(figure: &Figure) -> String {
    format!("p50 {:>7.2} ms  p99 {:>7.2} ms", figure.at_ms(0.5), figure.at_ms(0.99))
}
