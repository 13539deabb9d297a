//! `mercat backup` and `mercat restore`

use std::path::PathBuf;

use mercat_flow::Shop;
use mercat_flow::backup::{BackupProgress, back_up, restore};
use mercat_flow::import::Continue;

use crate::clock;
use crate::progress::{Stages, say};

/// Where a backup goes or comes from.
#[derive(clap::Args)]
pub(crate) struct BackupArguments {
    /// The file of the backup.
    file: PathBuf,
}

/// Writes the whole shop into one file, also while it serves.
pub(crate) fn run_backup(shop: &Shop, arguments: &BackupArguments) -> anyhow::Result<()> {
    let mut stages = Stages::new();
    let report = back_up(shop, &arguments.file, &clock::call(), &mut |progress| show(&mut stages, progress));
    stages.finish();
    let report = report?;
    for folder in &report.missing_models {
        say(&format!("the files of model {folder} are not on this machine and not in the backup"));
    }
    say(&format!("{} rows and {} events are in {}", report.rows, report.events, arguments.file.display()));
    Ok(())
}

/// Fills an empty shop from a backup, on the same or the other engine.
pub(crate) fn run_restore(shop: &Shop, arguments: &BackupArguments) -> anyhow::Result<()> {
    let mut stages = Stages::new();
    let report = restore(shop, &arguments.file, &mut |progress| show(&mut stages, progress));
    stages.finish();
    let report = report?;
    say(&format!(
        "{} rows and {} events are back from {}",
        report.rows,
        report.events,
        arguments.file.display()
    ));
    Ok(())
}

fn show(stages: &mut Stages, progress: BackupProgress) -> Continue {
    stages.show(progress.stage, progress.done, progress.total);
    Continue::Yes
}
