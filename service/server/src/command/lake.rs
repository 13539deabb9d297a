//! `mercat lake check` and `mercat lake seal`

use anyhow::ensure;
use clap::Subcommand;
use mercat_flow::Shop;
use mercat_flow::activity::follow_activity;
use mercat_flow::identity::follow_identity;
use mercat_flow::lake::{SealPace, check_lake, compact_lake, release_lake, seal};
use mercat_flow::plan::follow_plan;

use crate::clock;
use crate::progress::say;

/// The lake of sealed events.
#[derive(Subcommand)]
pub(crate) enum LakeCommand {
    /// Read every file of the lake and say what is wrong with it.
    Check,
    /// Move every event of the log into the lake now, rather than when enough of them wait.
    Seal,
}

/// Runs a command of the lake.
pub(crate) fn run(shop: &Shop, command: &LakeCommand) -> anyhow::Result<()> {
    match command {
        LakeCommand::Check => check(shop),
        LakeCommand::Seal => seal_all(shop),
    }
}

fn check(shop: &Shop) -> anyhow::Result<()> {
    let report = check_lake(shop)?;
    for problem in &report.problems {
        say(&format!("{}: {}; {}", problem.path, problem.message, problem.advice));
    }
    say(&format!(
        "{} files with {} events, sealed up to offset {} of the log",
        report.files, report.rows, report.sealed_offset
    ));
    ensure!(report.problems.is_empty(), "the lake has {} problems", report.problems.len());
    Ok(())
}

/// The followers come first: the lake does not overtake them.
fn seal_all(shop: &Shop) -> anyhow::Result<()> {
    while follow_activity(shop)? + follow_identity(shop)? + follow_plan(shop)? > 0 {}
    let holder = format!("{}-seal", std::process::id());
    let pace = SealPace { events_min: 1, age_seconds_max: 0 };
    let mut sealed = 0;
    loop {
        let step = seal(shop, pace, &holder, clock::now())?;
        if step == 0 {
            break;
        }
        sealed += step;
    }
    while compact_lake(shop, &holder, clock::now())? {}
    release_lake(shop, &holder)?;
    say(&format!("{sealed} events went into the lake, {}", shop.lake.root().display()));
    Ok(())
}
