//! How many lines a second an import takes, on both engines in the same run.

use std::path::PathBuf;
use std::time::Instant;

use mercat_flow::import::{ColumnMap, Continue, ImportReport, ImportRequest, import_online_retail};
use mercat_flow::{FlowError, Shop};
use mercat_model::{Currency, Zone};
use serde_json::json;

use crate::shop;

/// The arguments.
#[derive(clap::Args)]
pub(crate) struct ImportBench {
    /// A file of invoices; by default the real one where it is present.
    file: Option<PathBuf>,
    /// Runs of each engine; the best counts, since others share the machine.
    #[arg(long, default_value_t = 3)]
    runs: u32,
}

/// The request that every measurement uses.
pub(crate) fn request(file: PathBuf, folder: &std::path::Path) -> anyhow::Result<ImportRequest> {
    Ok(ImportRequest {
        file,
        rejects: folder.join("rejects.csv"),
        source: "bench".to_owned(),
        currency: Currency::GBP,
        zone: Zone::new("Europe/London")?,
        map: ColumnMap::default(),
    })
}

/// Imports a file and gives the report and the seconds.
pub(crate) fn measure(shop: &Shop, request: &ImportRequest) -> Result<(ImportReport, f64), FlowError> {
    let started = Instant::now();
    let report = import_online_retail(shop, request, &mut shop::call(), &mut |_| Continue::Yes)?;
    Ok((report, started.elapsed().as_secs_f64()))
}

impl ImportBench {
    pub(crate) fn run(self) -> anyhow::Result<serde_json::Value> {
        let file = crate::file_or_real(self.file)?;
        let mut best = [0.0_f64; 2];
        let mut lines = 0;
        for run in 1..=self.runs {
            for (engine, best) in ["sqlite", "postgres"].into_iter().zip(&mut best) {
                let folder = tempfile::tempdir()?;
                let database = (engine == "postgres").then(mercat_testbed::Database::create).flatten();
                let shop = match (&database, engine) {
                    (Some(database), _) => shop::postgres(database.url(), folder.path())?,
                    (None, "sqlite") => shop::sqlite(folder.path())?,
                    (None, _) => continue,
                };
                let (report, seconds) = measure(&shop, &request(file.clone(), folder.path())?)?;
                shop.close();
                lines = report.summary.count("lines");
                *best = best.max(lines as f64 / seconds);
                println!(
                    "run {run} {engine:9} {lines} lines {seconds:7.2} s {:>10.0} lines/s",
                    lines as f64 / seconds
                );
            }
        }
        Ok(json!({
            "bench": "import", "lines": lines, "sqlite_lines_per_second": best[0].round(),
            "postgres_lines_per_second": best[1].round(),
            "sqlite_to_postgres_ratio": (best[1] > 0.0).then(|| (best[0] / best[1] * 100.0).round() / 100.0),
        }))
    }
}
