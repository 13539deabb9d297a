//! Fills an empty shop with the demo: goods, members, a year of orders and events. A batch that owns its thread.

use mercat_model::{Locale, Timestamp, Zone};
use mercat_store::channel::Channel;
use mercat_store::merchant::Merchant;
use mercat_store::{StoreError, category, channel, member, merchant, order, product, returns, setting};

use crate::demo::{DemoShop, DemoSize, generate};
use crate::error::FlowError;
use crate::import::Continue;
use crate::setting::load::{self, ShopSettings};
use crate::shop::Shop;

/// The seed of the demo: the same shop on every machine.
const SEED: u64 = 20_26;

/// Rows of one transaction.
const ROWS_A_BATCH: usize = 1_000;

/// Events of one append.
const EVENTS_A_BATCH: usize = 5_000;

/// The key that stands while a seeding is under way.
const UNFINISHED: &str = "seed_unfinished";

/// How far a seeding has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeedProgress {
    /// What is being made: `products`, `members`, `orders`, `returns` or `events`.
    pub stage: &'static str,
    /// Rows done.
    pub done: u64,
    /// Rows of this stage.
    pub total: u64,
}

/// Hears of progress, and may stop it.
pub type SeedWatch<'a> = dyn FnMut(SeedProgress) -> Continue + Send + 'a;

/// Whether a shop holds goods already. Refuses one whose seeding was interrupted.
pub fn is_seeded(shop: &Shop) -> Result<bool, FlowError> {
    let (unfinished, products) = shop.store.read_blocking("seed.look", |tx| {
        Ok::<_, FlowError>((setting::get::<bool>(tx, UNFINISHED)?, product::count(tx)?.0))
    })?;
    if unfinished.is_some() {
        return Err(FlowError::Import(
            "the demo shop was interrupted while it was made: delete its data folder and start again"
                .to_owned(),
        ));
    }
    Ok(products > 0)
}

/// Fills the shop, with the year before the day of `now`.
pub fn seed_demo(
    shop: &Shop,
    size: &DemoSize,
    now: Timestamp,
    watch: &mut SeedWatch<'_>,
) -> Result<(), FlowError> {
    let zone = ShopSettings::default().zone;
    let until = zone.start_of_day(zone.date_of(now));
    let demo = generate(SEED, size, until, &zone);
    begin(shop, &demo, zone)?;
    let products = demo.products.clone();
    rows(products, "products", watch, |chunk| {
        shop.store.write_blocking("seed.products", move |tx| product::upsert_many(tx, &chunk, until))
    })?;
    let members = demo.members().cloned().collect();
    rows(members, "members", watch, |chunk| {
        shop.store.write_blocking("seed.members", move |tx| member::upsert_many(tx, &chunk))
    })?;
    rows(demo.orders.clone(), "orders", watch, |chunk| {
        shop.store.write_blocking("seed.orders", move |tx| order::insert_many(tx, &chunk, None))
    })?;
    rows(demo.returns.clone(), "returns", watch, |chunk| {
        shop.store.write_blocking("seed.returns", move |tx| returns::insert_many(tx, &chunk, None))
    })?;
    events(shop, &demo, watch)?;
    Ok(shop.store.write_blocking("seed.end", |tx| setting::remove(tx, UNFINISHED))?)
}

/// Settings, merchants, channel and categories, and the mark that stands until all is done.
fn begin(shop: &Shop, demo: &DemoShop, zone: Zone) -> Result<(), FlowError> {
    let merchants: Vec<Merchant> = demo
        .merchants
        .iter()
        .map(|merchant| Merchant {
            id: merchant.id,
            name: merchant.name.clone(),
            created_at: merchant.created_at,
        })
        .collect();
    let channel = Channel { id: demo.channel.id, name: "Web".to_owned(), currency: demo.channel.currency };
    let settings = ShopSettings {
        name: "Mercat 集市".to_owned(),
        currency: demo.channel.currency,
        zone,
        default_locale: Locale::zh_cn(),
        locales: vec![Locale::zh_cn(), Locale::en()],
        ..ShopSettings::default()
    };
    let categories = demo.categories.clone();
    shop.store.write_blocking("seed.begin", move |tx| {
        setting::put(tx, UNFINISHED, &true)?;
        load::keep(tx, &settings)?;
        merchant::insert_many(tx, &merchants)?;
        channel::insert(tx, &channel)?;
        category::upsert_many(tx, &categories)
    })?;
    Ok(())
}

/// Saves rows in batches.
fn rows<T: Clone>(
    all: Vec<T>,
    stage: &'static str,
    watch: &mut SeedWatch<'_>,
    save: impl Fn(Vec<T>) -> Result<(), StoreError>,
) -> Result<(), FlowError> {
    let total = all.len() as u64;
    let mut done = 0;
    for chunk in all.chunks(ROWS_A_BATCH) {
        save(chunk.to_vec())?;
        done += chunk.len() as u64;
        if watch(SeedProgress { stage, done, total }) == Continue::No {
            return Err(FlowError::Stopped);
        }
    }
    Ok(())
}

/// Appends the events to the log, in the order of time.
fn events(shop: &Shop, demo: &DemoShop, watch: &mut SeedWatch<'_>) -> Result<(), FlowError> {
    let mut events = demo.events();
    let (total, mut done) = (events.len() as u64, 0);
    loop {
        let batch: Vec<_> = events.by_ref().take(EVENTS_A_BATCH).collect();
        if batch.is_empty() {
            return Ok(());
        }
        shop.log.append_blocking(&batch)?;
        done += batch.len() as u64;
        if watch(SeedProgress { stage: "events", done, total }) == Continue::No {
            return Err(FlowError::Stopped);
        }
    }
}
