//! The commands of the program.

mod backup;
mod demo;
mod import;
mod lake;
mod train;

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Parser, Subcommand};

use crate::config::{Config, Given};
use crate::listen::{serve, start_logging};
use crate::open::{close, open};
use crate::progress::say;

/// Mercat: a shop with its marketing brain built in.
#[derive(Parser)]
#[command(name = "mercat", version, about, arg_required_else_help = true)]
pub(crate) struct Arguments {
    /// The folder of the shop's data.
    #[arg(long, global = true, env = "MERCAT_DATA", value_name = "DIR")]
    data: Option<PathBuf>,
    /// A TOML file; `mercat.toml` in the current folder is read by itself.
    #[arg(long, global = true, env = "MERCAT_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
    /// A PostgreSQL address; without it the shop is embedded in the data folder.
    #[arg(long, global = true, env = "MERCAT_STORE_URL", value_name = "URL", hide_env_values = true)]
    store_url: Option<String>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the shop.
    Serve(ServeArguments),
    /// Bring in products, members, orders and events of other systems.
    Import(import::ImportArguments),
    /// Train the recommendations from the event log.
    Train,
    /// Write the whole shop into one file, also while it serves.
    Backup(backup::BackupArguments),
    /// Fill an empty shop from a backup, on the same or the other engine.
    Restore(backup::BackupArguments),
    /// Look after the lake of sealed events.
    #[command(subcommand)]
    Lake(lake::LakeCommand),
    /// Make a believable demo shop unless it is there, and serve it.
    Demo(demo::DemoArguments),
    /// Look at the configuration.
    #[command(subcommand)]
    Config(ConfigCommand),
    /// Print the OpenAPI document.
    Openapi,
}

#[derive(Subcommand)]
enum ConfigCommand {
    /// Print the configuration that holds, without secrets, and say what is wrong with it.
    Check,
}

/// Where to listen.
#[derive(clap::Args)]
pub(crate) struct ServeArguments {
    /// Address and port.
    #[arg(long, env = "MERCAT_LISTEN", value_name = "ADDRESS")]
    listen: Option<SocketAddr>,
    /// The address that people type, such as `https://shop.example`.
    #[arg(long, env = "MERCAT_PUBLIC_URL", value_name = "URL")]
    public_url: Option<String>,
}

/// Runs a command.
pub(crate) fn run(arguments: Arguments) -> anyhow::Result<()> {
    let Arguments { data, config, store_url, command } = arguments;
    let given = Given { config, data, store_url, ..Given::default() };
    match command {
        Command::Serve(serving) => {
            let config = serving.config(given)?;
            start_logging(&config.log)?;
            let shop = open(&config)?;
            serve(&config, shop, &|_| Vec::new())
        }
        Command::Demo(arguments) => {
            let serving = ServeArguments { listen: arguments.listen, public_url: None };
            let config = serving.config(given)?;
            start_logging(&config.log)?;
            demo::run(&config, &arguments)
        }
        Command::Import(arguments) => with_shop(given, |shop| import::run(shop, arguments)),
        Command::Train => with_shop(given, train::run),
        Command::Lake(command) => with_shop(given, |shop| lake::run(shop, &command)),
        Command::Backup(arguments) => with_shop(given, |shop| backup::run_backup(shop, &arguments)),
        Command::Restore(arguments) => with_shop(given, |shop| backup::run_restore(shop, &arguments)),
        Command::Config(ConfigCommand::Check) => {
            let config = Config::load(given)?;
            say(config.shown()?.trim_end());
            config.check()
        }
        Command::Openapi => {
            say(mercat_http::openapi_json().trim_end());
            Ok(())
        }
    }
}

impl ServeArguments {
    /// The configuration for a server, checked.
    fn config(&self, given: Given) -> anyhow::Result<Config> {
        let config =
            Config::load(Given { listen: self.listen, public_url: self.public_url.clone(), ..given })?;
        config.check()?;
        Ok(config)
    }
}

/// Opens the shop for a command that ends by itself.
fn with_shop(
    given: Given,
    work: impl FnOnce(&mercat_flow::Shop) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let mut config = Config::load(given)?;
    // Progress bars and log lines share a screen: only what matters is logged.
    if config.log.level == "info" {
        "warn".clone_into(&mut config.log.level);
    }
    start_logging(&config.log)?;
    let shop = open(&config)?;
    let done = work(&shop);
    close(shop);
    done
}
