//! `mercat demo`: a believable shop, trained and served.

use std::net::SocketAddr;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use anyhow::Context as _;
use mercat_flow::Shop;
use mercat_flow::demo::DemoSize;
use mercat_flow::import::Continue;
use mercat_flow::recommend::train_model;
use mercat_flow::seed::{is_seeded, seed_demo};
use mercat_flow::staff::{Role, make_staff};

use crate::clock;
use crate::command::import::relay_all;
use crate::config::Config;
use crate::listen::serve;
use crate::open::open;
use crate::progress::{Stages, say};

/// The demo's admin. The password is drawn for each shop and kept in its data folder.
const EMAIL: &str = "admin@example.com";

/// The file that keeps it, readable by its owner only.
const PASSWORD_FILE: &str = "demo-password.txt";

/// How large the shop is, and where it is served.
#[derive(clap::Args)]
pub(crate) struct DemoArguments {
    /// Address and port.
    #[arg(long, env = "MERCAT_LISTEN", value_name = "ADDRESS")]
    pub(crate) listen: Option<SocketAddr>,
    /// Products of a new demo shop.
    #[arg(long, default_value_t = DemoSize::default().products)]
    products: usize,
    /// Members of a new demo shop.
    #[arg(long, default_value_t = DemoSize::default().members)]
    members: usize,
    /// Orders of a new demo shop.
    #[arg(long, default_value_t = DemoSize::default().orders)]
    orders: usize,
    /// Events of a new demo shop, at least.
    #[arg(long, default_value_t = DemoSize::default().events)]
    events: usize,
}

/// Makes the shop unless it is there, and serves it.
pub(crate) fn run(config: &Config, arguments: &DemoArguments) -> anyhow::Result<()> {
    let shop = open(config)?;
    if !is_seeded(&shop)? {
        make(&shop, arguments)?;
    }
    let password = password(&shop, &config.data)?;
    let greeting = |address: SocketAddr| {
        vec![
            format!("admin: {EMAIL} {password}"),
            format!("storefront: http://{address}/"),
            format!("console: http://{address}/console/"),
        ]
    };
    serve(config, shop, &greeting)
}

fn make(shop: &Arc<Shop>, arguments: &DemoArguments) -> anyhow::Result<()> {
    let size = DemoSize {
        products: arguments.products,
        members: arguments.members,
        orders: arguments.orders,
        events: arguments.events,
    };
    let mut stages = Stages::new();
    let watch = &mut |progress: mercat_flow::seed::SeedProgress| {
        stages.show(progress.stage, progress.done, progress.total);
        Continue::Yes
    };
    seed_demo(shop, &size, clock::now(), watch)?;
    relay_all(shop, &mut stages)?;
    let trained = train_model(shop, &mut clock::call(), &mut |progress| {
        stages.show(progress.stage, progress.done, progress.total);
        ControlFlow::Continue(())
    })?;
    stages.finish();
    if let Some(reason) = trained.refused {
        say(&format!("the model does not serve: {reason}"));
    }
    Ok(())
}

/// The admin's password: drawn and kept at the first start.
///
/// A start that was cut off may have left the file empty or the admin unmade, so every start makes what is missing.
fn password(shop: &Shop, data: &Path) -> anyhow::Result<String> {
    let path = data.join(PASSWORD_FILE);
    let kept = std::fs::read_to_string(&path).unwrap_or_default().trim().to_owned();
    let mut call = clock::call();
    let is_fresh = kept.is_empty();
    let password = if is_fresh { call.entropy.secret() } else { kept };
    if is_fresh {
        write_private(&path, &password).with_context(|| format!("`{}` can't be written", path.display()))?;
    }
    let made = make_staff(shop, EMAIL, "Demo Admin", Role::Admin, &password, &mut call)?;
    if is_fresh && !made {
        std::fs::remove_file(&path).with_context(|| format!("`{}` can't be removed", path.display()))?;
        return Ok("(the password was drawn at the first start; its file is gone)".to_owned());
    }
    Ok(password)
}

fn write_private(path: &Path, text: &str) -> std::io::Result<()> {
    use std::io::Write as _;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    writeln!(file, "{text}")?;
    file.sync_all()
}
