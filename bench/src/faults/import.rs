//! An import that is killed and begun again until it ends leaves the same rows and events as one that is not.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::ensure;
use mercat_flow::Shop;
use mercat_flow::relay::{Relay, relay};
use mercat_model::{Currency, EventKind, Timestamp};
use mercat_store::StoreError;
use mercat_store::member::Span;
use mercat_store::order::Customers;
use mercat_store::report::{Scope, totals};
use serde_json::{Value as Json, json};

use super::{Pauses, ms, start};
use crate::invoices::generate;
use crate::{import, shop};

/// Invoices of the generated file: some twenty batches.
const INVOICES: u32 = 12_000;

/// Imports until it is done or killed; the relay runs too, so that kills meet it.
pub(super) fn victim(folder: &Path, file: PathBuf) -> anyhow::Result<Json> {
    let shop = shop::sqlite(folder)?;
    import::measure(&shop, &import::request(file, folder)?)?;
    relay_all(&shop, &std::process::id().to_string())?;
    shop.close();
    Ok(Json::Null)
}

fn relay_all(shop: &Shop, holder: &str) -> anyhow::Result<()> {
    loop {
        match relay(shop, holder, jiff::Timestamp::now().into())? {
            Relay::Moved(_) => {}
            Relay::Idle => return Ok(()),
            // The lease of a killed relay runs out by itself.
            Relay::Elsewhere => std::thread::sleep(Duration::from_millis(200)),
        }
    }
}

/// What a finished import left behind.
#[derive(Debug, PartialEq)]
struct Left {
    orders: i64,
    lines: i64,
    returns: i64,
    revenue_minor: i64,
    returned_minor: i64,
    order_events: i64,
    return_events: i64,
}

fn left(folder: &Path) -> anyhow::Result<Left> {
    let shop = shop::sqlite(folder)?;
    let everything = Span { from: Timestamp::MIN, until: Timestamp::MAX };
    let scope = Scope { currency: Currency::GBP, customers: Customers::All };
    let sums = shop
        .store
        .read_blocking("check", move |tx| Ok::<_, StoreError>(totals(tx, scope, &[everything])?[0]))?;
    let (mut order_events, mut return_events, mut offset) = (0, 0, 0);
    loop {
        let events = shop.log.read_blocking(offset, 10_000)?;
        let Some((last, _)) = events.last() else { break };
        offset = last + 1;
        order_events += events.iter().filter(|(_, e)| e.kind == EventKind::OrderCompleted).count() as i64;
        return_events += events.iter().filter(|(_, e)| e.kind == EventKind::OrderRefunded).count() as i64;
    }
    shop.close();
    Ok(Left {
        orders: sums.orders,
        lines: sums.lines,
        returns: sums.returns,
        revenue_minor: sums.revenue.minor,
        returned_minor: sums.returned.minor,
        order_events,
        return_events,
    })
}

/// Kills imports so many times, over as many fresh shops as that takes.
pub(super) fn faults(kills: u32, file: Option<PathBuf>) -> anyhow::Result<Json> {
    let folder = tempfile::tempdir()?;
    let file = match file {
        Some(file) => file,
        None => {
            let path = folder.path().join("invoices.csv");
            std::fs::write(&path, generate(INVOICES).0)?;
            path
        }
    };
    let whole = folder.path().join("whole");
    let started = Instant::now();
    victim(&whole, file.clone())?;
    let life_max = started.elapsed();
    let expected = left(&whole)?;
    let name = file.display().to_string();
    let (mut pauses, mut killed, mut shops) = (Pauses::new(), 0, 0);
    let mut slowest_start_ms = 0.0_f64;
    while killed < kills {
        shops += 1;
        let victim_folder = folder.path().join(format!("shop{shops}"));
        loop {
            let mut child = start("import", &victim_folder, &name)?;
            std::thread::sleep(pauses.draw(life_max));
            if let Some(status) = child.try_wait()? {
                ensure!(status.success(), "an import after {killed} kills ended with {status}");
                break;
            }
            if killed == kills {
                ensure!(child.wait()?.success(), "the last import failed");
                break;
            }
            child.kill()?;
            child.wait()?;
            killed += 1;
            let opened = Instant::now();
            shop::sqlite(&victim_folder)?.close();
            slowest_start_ms = slowest_start_ms.max(ms(opened));
        }
        let found = left(&victim_folder)?;
        ensure!(found == expected, "after {killed} kills: {found:?} instead of {expected:?}");
        std::fs::remove_dir_all(&victim_folder)?;
    }
    println!(
        "{killed} kills over {shops} imports: each ended with the same orders, returns, sums and events"
    );
    Ok(json!({
        "bench": "faults_import", "kills": killed, "imports": shops, "orders": expected.orders, "lost": 0,
        "doubled": 0, "slowest_start_ms": slowest_start_ms,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_generated_file_imports_to_what_it_was_made_of() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("invoices.csv");
        let (text, expected) = generate(700);
        std::fs::write(&path, text).unwrap();
        victim(folder.path(), path).unwrap();
        let found = left(folder.path()).unwrap();
        let wanted = Left {
            orders: expected.orders,
            lines: expected.order_lines,
            returns: expected.returns,
            revenue_minor: expected.revenue_minor,
            returned_minor: expected.returned_minor,
            order_events: expected.orders,
            return_events: expected.returns,
        };
        assert_eq!(found, wanted);
    }
}
