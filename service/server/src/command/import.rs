//! `mercat import`

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::Subcommand;
use mercat_flow::Shop;
use mercat_flow::activity::follow_activity;
use mercat_flow::import::{
    ColumnMap, Continue, ImportReport, ImportRequest, Watch, import_events, import_members,
    import_online_retail, import_orders, import_products,
};
use mercat_flow::relay::{Relay, relay, release};
use mercat_flow::setting::{ShopSettings, view_settings_blocking};
use mercat_model::Zone;

use crate::clock;
use crate::progress::{Stages, say};

/// What to import.
#[derive(clap::Args)]
pub(crate) struct ImportArguments {
    #[command(subcommand)]
    kind: Kind,
}

#[derive(Subcommand)]
enum Kind {
    /// A year of a retailer's invoices, in the form of UCI's Online Retail files (both editions).
    OnlineRetail(RetailArguments),
    /// Products: sku, title and price, with category, texts, attributes (see docs/importing.md).
    Products(FileArguments),
    /// Members: id, with name, e-mail, country.
    Members(FileArguments),
    /// Orders: a row a line, with order, placed_at, sku and quantity.
    Orders(FileArguments),
    /// Events: kind and occurred_at, with member or anonymous_id, sku.
    Events(FileArguments),
}

/// The retailer's file.
#[derive(clap::Args)]
struct RetailArguments {
    #[command(flatten)]
    reading: Reading,
    /// The currency of amounts.
    #[arg(long, default_value = "GBP")]
    currency: String,
    /// The time zone of times.
    #[arg(long, default_value = "Europe/London")]
    time_zone: String,
}

/// A file of Mercat's own columns.
#[derive(clap::Args)]
struct FileArguments {
    #[command(flatten)]
    reading: Reading,
    /// The currency of amounts without one; by default the shop's own.
    #[arg(long)]
    currency: Option<String>,
    /// The time zone of times without one; by default the shop's own.
    #[arg(long)]
    time_zone: Option<String>,
    /// The name of the system that the rows come from, so that the ids of two systems never mix.
    #[arg(long, default_value = "file")]
    source: String,
}

/// Which file, and how its columns are called.
#[derive(clap::Args)]
struct Reading {
    /// The file: CSV or JSON lines, plain or gzip.
    file: PathBuf,
    /// Renames a column: `their name=our name`. May be repeated.
    #[arg(long, value_name = "THEIRS=OURS")]
    map: Vec<String>,
    /// Where rejected rows are written; by default the file's name with `.rejects.csv`, in the current folder.
    #[arg(long, value_name = "FILE")]
    rejects: Option<PathBuf>,
}

impl Reading {
    fn request(self, source: String, currency: &str, time_zone: &str) -> anyhow::Result<ImportRequest> {
        let rejects = self.rejects.unwrap_or_else(|| rejects_beside(&self.file));
        Ok(ImportRequest {
            rejects,
            source,
            currency: currency.parse().context("`--currency`")?,
            zone: Zone::new(time_zone).context("`--time-zone`")?,
            map: ColumnMap::parse(&self.map)?,
            file: self.file,
        })
    }
}

impl FileArguments {
    fn request(self, settings: &ShopSettings) -> anyhow::Result<ImportRequest> {
        let currency = self.currency.unwrap_or_else(|| settings.currency.to_string());
        let time_zone = self.time_zone.unwrap_or_else(|| settings.zone.name().to_owned());
        self.reading.request(self.source, &currency, &time_zone)
    }
}

fn rejects_beside(file: &Path) -> PathBuf {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    format!("{name}.rejects.csv").into()
}

/// Imports and says what was taken, what was not, and where that is written.
pub(crate) fn run(shop: &Shop, arguments: ImportArguments) -> anyhow::Result<()> {
    let started = std::time::Instant::now();
    let mut stages = Stages::new();
    let mut watch = |progress: mercat_flow::import::ImportProgress| {
        stages.show(progress.stage, progress.done, progress.total);
        Continue::Yes
    };
    let watch: &mut Watch<'_> = &mut watch;
    let settings = view_settings_blocking(shop)?;
    let call = &mut clock::call();
    let report = match arguments.kind {
        Kind::OnlineRetail(RetailArguments { reading, currency, time_zone }) => {
            let request = reading.request(String::new(), &currency, &time_zone)?;
            import_online_retail(shop, &request, call, watch)?
        }
        Kind::Products(file) => import_products(shop, &file.request(&settings)?, call, watch)?,
        Kind::Members(file) => import_members(shop, &file.request(&settings)?, call, watch)?,
        Kind::Orders(file) => import_orders(shop, &file.request(&settings)?, call, watch)?,
        Kind::Events(file) => import_events(shop, &file.request(&settings)?, call, watch)?,
    };
    let seconds = started.elapsed().as_secs_f64();
    relay_all(shop, &mut stages)?;
    stages.finish();
    tell(&report, seconds);
    Ok(())
}

/// Moves what the import wrote into the log and the profiles; a running server may be doing it already.
pub(crate) fn relay_all(shop: &Shop, stages: &mut Stages) -> anyhow::Result<()> {
    let holder = format!("import-{}", std::process::id());
    let mut moved = 0;
    while let Relay::Moved(events) = relay(shop, &holder, clock::now())? {
        moved += events;
        stages.show("relaying", moved, 0);
    }
    release(shop, &holder)?;
    let mut followed = 0;
    loop {
        match follow_activity(shop)? {
            0 => return Ok(()),
            events => followed += events,
        }
        stages.show("profiles", followed, 0);
    }
}

fn tell(report: &ImportReport, seconds: f64) {
    if report.already_done {
        say("this file was imported before with the same options: nothing to do");
    } else if report.resumed_at > 0 {
        say(&format!("went on after {} rows of an earlier run", report.resumed_at));
    }
    for (name, count) in &report.summary.counts {
        say(&format!("{name:24} {count:>14}"));
    }
    for (name, amount) in &report.summary.amounts {
        say(&format!("{name:24} {amount:>18}"));
    }
    if let Some(path) = &report.rejects_file {
        say(&format!("{} rejected values are written to {}", report.rejected, path.display()));
    }
    let lines = report.summary.count("lines");
    if !report.already_done && lines > 0 {
        say(&format!("{seconds:.1} s, {:.0} lines/s", lines as f64 / seconds));
    }
}
