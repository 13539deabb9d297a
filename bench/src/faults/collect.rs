//! A server that collects events and seals them all the while, killed at random times under load. Clients send what
//! was not acknowledged again, as real ones do: every acknowledged event is in log and lake together exactly once,
//! and no other one is there twice.

use std::collections::HashMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use base64::Engine as _;
use mercat_flow::activity::follow_activity;
use mercat_flow::identity::follow_identity;
use mercat_flow::lake::{SealPace, compact_lake, release_lake, seal};
use mercat_flow::plan::follow_plan;
use mercat_flow::{FlowError, Shop};
use mercat_lake::TimeRange;
use mercat_model::Event;
use serde_json::{Value as Json, json};

use super::{Pauses, ms, start};
use crate::collect::{Server, send};

/// Clients, each with one batch on its way.
const CLIENTS: usize = 8;

/// Events of a batch.
const EVENTS: u64 = 20;

/// Longest life of a victim after its start.
const LIFE_MAX: Duration = Duration::from_millis(1_200);

/// Pause of a client between two batches: more would only keep the sealing behind.
const CLIENT_PAUSE: Duration = Duration::from_millis(20);

/// Kills between two checks of everything.
const CHECK_EVERY: u32 = 20;

/// Seals as often as it can, so that kills hit it in the middle.
const PACE: SealPace = SealPace { events_min: 100, age_seconds_max: 0 };

/// The property that tells which event it is.
const NUMBER: &str = "number";

/// Serves and seals until it is killed.
pub(super) fn victim(folder: &Path) -> anyhow::Result<Json> {
    let server = Server::start(crate::shop::sqlite(folder)?)?;
    let mut out = std::io::stdout().lock();
    writeln!(out, "{} {}", server.address, server.key)?;
    out.flush()?;
    drop(out);
    loop {
        if work(server.shop())? == 0 {
            std::thread::sleep(Duration::from_millis(2));
        }
    }
}

/// One round of the followers, the sealing and the compaction.
fn work(shop: &Shop) -> Result<u64, FlowError> {
    // The victim before may hold the lease still.
    let holder = "victim";
    let now = jiff::Timestamp::now().into();
    let followed = follow_activity(shop)? + follow_identity(shop)? + follow_plan(shop)?;
    let sealed = seal(shop, PACE, holder, now)?;
    if sealed > 0 {
        compact_lake(shop, holder, now)?;
    }
    Ok(followed + sealed)
}

/// A batch that is sent until it is acknowledged.
struct Pending {
    numbers: std::ops::Range<u64>,
}

impl Pending {
    fn request(&self, key: &str) -> Vec<u8> {
        let event = |number: u64| {
            json!({
                "type": "track", "event": "Product Viewed", "messageId": format!("m{number}"),
                "anonymousId": format!("visitor-{}", number % 97), "properties": {NUMBER: number, "sku": "S"},
            })
        };
        let body = json!({"batch": self.numbers.clone().map(event).collect::<Vec<_>>()}).to_string();
        let user = base64::prelude::BASE64_STANDARD.encode(format!("{key}:"));
        format!(
            "POST /v1/batch HTTP/1.1\r\nHost: bench\r\nAuthorization: Basic {user}\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        )
        .into_bytes()
    }
}

/// Sends until the server is gone; what was not acknowledged stays pending.
fn client(address: SocketAddr, key: &str, pending: &mut Option<Pending>, next: &AtomicU64) -> Vec<u64> {
    let mut acknowledged = Vec::new();
    let Ok(stream) = TcpStream::connect(address) else { return acknowledged };
    let mut stream = BufReader::new(stream);
    loop {
        let batch = pending.get_or_insert_with(|| {
            let first = next.fetch_add(EVENTS, Ordering::Relaxed);
            Pending { numbers: first..first + EVENTS }
        });
        match send(&mut stream, &batch.request(key)) {
            Ok((200, _)) => {
                acknowledged.extend(batch.numbers.clone());
                *pending = None;
                std::thread::sleep(CLIENT_PAUSE);
            }
            Ok((429 | 503, _)) => std::thread::sleep(Duration::from_millis(5)),
            Ok(_) | Err(_) => return acknowledged,
        }
    }
}

/// Kills the victim so many times.
pub(super) fn faults(kills: u32) -> anyhow::Result<Json> {
    let folder = tempfile::tempdir()?;
    let mut pauses = Pauses::new();
    let next = AtomicU64::new(0);
    let mut pending: Vec<Option<Pending>> = (0..CLIENTS).map(|_| None).collect();
    let acknowledged: Mutex<Vec<u64>> = Mutex::new(Vec::new());
    let mut slowest_start_ms = 0.0_f64;
    let mut sealed = 0;
    for kill in 1..=kills {
        let started = Instant::now();
        let mut child = start("collect", folder.path(), "0")?;
        let mut lines = BufReader::new(child.stdout.take().expect("the output is piped"));
        let mut line = String::new();
        ensure!(lines.read_line(&mut line)? > 0, "the victim ended before it listened");
        slowest_start_ms = slowest_start_ms.max(ms(started));
        let (address, key) = line.trim().split_once(' ').context("the victim says where it listens")?;
        let address: SocketAddr = address.parse()?;
        std::thread::scope(|scope| {
            for batch in &mut pending {
                let (next, acknowledged) = (&next, &acknowledged);
                scope.spawn(move || {
                    let more = client(address, key, batch, next);
                    acknowledged.lock().expect("no client panics").extend(more);
                });
            }
            std::thread::sleep(pauses.draw(LIFE_MAX));
            child.kill()
        })?;
        child.wait()?;
        if kill % CHECK_EVERY == 0 || kill == kills {
            sealed = check(folder.path(), &acknowledged.lock().expect("no client panics"))?;
        }
    }
    let acknowledged = acknowledged.into_inner().expect("no client panics").len();
    println!(
        "{kills} kills: {acknowledged} acknowledged events, none lost, none doubled; {sealed} of them sealed"
    );
    Ok(json!({
        "bench": "faults_collect", "kills": kills, "acknowledged_events": acknowledged, "sealed_events": sealed,
        "lost": 0, "doubled": 0, "slowest_start_ms": slowest_start_ms,
    }))
}

/// Looks at every event of lake and log; gives how many are sealed.
fn check(folder: &Path, acknowledged: &[u64]) -> anyhow::Result<u64> {
    let shop = crate::shop::sqlite(folder)?;
    let mut found: HashMap<u64, u32> = HashMap::new();
    let mut count = |event: &Event| {
        let number = event.properties.get(NUMBER).and_then(Json::as_u64);
        *found.entry(number.unwrap_or(u64::MAX)).or_default() += 1;
    };
    let lake = shop.lake.snapshot()?;
    let mut sealed = 0;
    lake.for_each_event(TimeRange::default(), |event| {
        count(&event);
        sealed += 1;
        ControlFlow::Continue(())
    })?;
    let mut offset = lake.sealed_offset();
    loop {
        let events = shop.log.read_blocking(offset, 10_000)?;
        let Some((last, _)) = events.last() else { break };
        offset = last + 1;
        events.iter().for_each(|(_, event)| count(event));
    }
    let problems = shop.lake.check()?.problems;
    ensure!(problems.is_empty(), "the lake has problems: {problems:?}");
    release_lake(&shop, "victim")?;
    shop.close();
    let doubled: Vec<&u64> =
        found.iter().filter(|(_, times)| **times > 1).map(|(number, _)| number).collect();
    ensure!(doubled.is_empty(), "events are there twice: {doubled:?}");
    let lost: Vec<&u64> = acknowledged.iter().filter(|number| !found.contains_key(number)).collect();
    ensure!(lost.is_empty(), "acknowledged events are lost: {lost:?}");
    Ok(sealed)
}
