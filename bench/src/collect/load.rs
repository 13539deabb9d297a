//! More than it can take, for long: memory stays flat, what can't be taken is told to come back, and everything that
//! was acknowledged is in the log once.

use std::time::{Duration, Instant};

use serde_json::{Value as Json, json};

use super::Server;
use super::client::measure;

/// Connections that together send far more than is taken: each has a batch of 100 on its way at any time.
const CONNECTIONS: usize = 512;

/// Events of a batch.
const EVENTS: usize = 100;

/// How often memory is looked at.
const LOOK_EVERY: Duration = Duration::from_secs(5);

pub(super) fn overload(server: Server, time: Duration) -> anyhow::Result<Json> {
    let calm = measure(&server, 16, EVENTS, Duration::from_secs(5).min(time))?;
    let before = server.kept()?;
    let started = Instant::now();
    let mut seen: Vec<(f64, u64)> = Vec::new();
    let figure = std::thread::scope(|scope| {
        let load = scope.spawn(|| measure(&server, CONNECTIONS, EVENTS, time));
        while !load.is_finished() {
            std::thread::sleep(LOOK_EVERY.min(time));
            seen.push((started.elapsed().as_secs_f64(), resident_mib()));
        }
        load.join().expect("the load does not panic")
    })?;
    let kept = server.kept()? - before;
    anyhow::ensure!(kept == figure.accepted, "{} acknowledged, {kept} in the log", figure.accepted);
    let half = seen.len() / 2;
    let most = |part: &[(f64, u64)]| part.iter().map(|(_, mib)| *mib).max().unwrap_or_default();
    let (first, second) = (most(&seen[..half]), most(&seen[half..]));
    let calm_per_second = calm.accepted as f64 / calm.seconds;
    let per_second = figure.accepted as f64 / figure.seconds;
    let offered = (figure.accepted + figure.refused * EVENTS as u64) as f64 / figure.seconds;
    println!("calm        {calm_per_second:>9.0} events/s");
    println!(
        "overloaded  {per_second:>9.0} events/s taken of {offered:.0} offered, {} refusals",
        figure.refused
    );
    println!(
        "resident    {first} MiB at most in the first half, {second} MiB in the second (client included)"
    );
    println!("acknowledged {}, in the log {kept}", figure.accepted);
    server.stop();
    Ok(json!({
        "bench": "collect_overload", "seconds": figure.seconds.round(), "calm_events_per_second": calm_per_second.round(),
        "events_per_second": per_second.round(), "offered_per_second": offered.round(), "refusals": figure.refused,
        "acknowledged": figure.accepted, "in_log": kept, "p99_ms": figure.at_ms(0.99),
        "first_half_mib": first, "second_half_mib": second,
    }))
}

/// Resident memory of this process, as Linux tells it; 0 elsewhere.
pub(crate) fn resident_mib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kib = line.and_then(|rest| rest.split_whitespace().next()?.parse::<u64>().ok());
    kib.unwrap_or_default() / 1_024
}
