//! Small shops for the tests: the checkerboard, whose right answers are known, and arbitrary ones.

use std::ops::ControlFlow;

use mercat_model::time::DAY_US;
use mercat_model::{CategoryId, ProductId, Timestamp};
use mercat_recommend::{
    Artefact, CategoryInput, Dataset, DatasetInput, Interaction, NO_REGION, Params, ProductInput,
    Recommendations, Signal, TrainContext, train,
};
use proptest::prelude::*;

/// Items of the checkerboard, half of each colour.
pub const ITEMS: u32 = 20;
/// Users of the checkerboard, half of each taste.
pub const USERS: u32 = 60;
/// Milliseconds since 1970 in the id of the first product.
pub const FIRST_PRODUCT_MS: u64 = 1_600_000_000_000;

pub fn product_id(n: u32) -> ProductId {
    ProductId::from_parts(FIRST_PRODUCT_MS + u64::from(n), [0; 10])
}

pub fn category_id(n: u32) -> CategoryId {
    CategoryId::from_parts(u64::from(n) + 1, [0; 10])
}

/// Noon of a day after the first product came.
pub fn day(n: i64) -> Timestamp {
    Timestamp::from_micros(FIRST_PRODUCT_MS as i64 * 1_000 + n * DAY_US)
}

pub fn product(n: u32, category: u32, text: &str) -> ProductInput {
    ProductInput {
        id: product_id(n),
        category: category_id(category),
        text: text.to_owned(),
        attributes: Vec::new(),
        price_micros: 5_000_000,
        published: true,
    }
}

pub fn interaction(actor: u32, product: u32, kind: Signal, on: i64) -> Interaction {
    Interaction { actor, at: day(on), product, kind, region: NO_REGION }
}

/// The item that a user of the checkerboard would like and has not bought: each item is kept back from some.
pub fn kept_back(user: u32) -> u32 {
    (user / 2 % (ITEMS / 2)) * 2 + user % 2
}

/// User u buys the items of the same parity as u but [`kept_back`], one a day. Even items are cups, odd ones
/// lamps; both hang in the same category.
pub fn checkerboard() -> DatasetInput {
    let products = (0..ITEMS).map(|n| {
        let colour = ["red", "blue", "white", "green", "grey"][n as usize / 2 % 5];
        product(
            n,
            0,
            &format!("{} {colour} model{n}", if n % 2 == 0 { "tea cup 茶杯" } else { "desk lamp 台灯" }),
        )
    });
    let buys = |user: u32| {
        let liked = (0..ITEMS).filter(move |item| item % 2 == user % 2 && *item != kept_back(user));
        liked.map(move |item| interaction(user, item, Signal::Purchase, i64::from(item)))
    };
    DatasetInput {
        products: products.collect(),
        interactions: (0..USERS).flat_map(buys).collect(),
        ..DatasetInput::default()
    }
}

pub fn context() -> TrainContext {
    TrainContext { seed: 7, created_at: day(100), log_offset: 42 }
}

pub fn trained(input: DatasetInput) -> Artefact {
    let dataset = Dataset::new(input).expect("the shops here are within the bounds");
    train(&dataset, &Params::default(), context(), &mut |_| ControlFlow::Continue(()))
        .expect("nobody stops it")
}

pub fn recommendations(input: DatasetInput) -> Recommendations {
    Recommendations::from_artefact(trained(input)).expect("it was just trained")
}

fn signal() -> impl Strategy<Value = Signal> {
    prop::sample::select(vec![Signal::View, Signal::Add, Signal::Purchase, Signal::Review, Signal::Return])
}

/// Shops with 1 to 12 products in a tree of four categories (which may be a circle), and any behaviour.
pub fn any_shop() -> impl Strategy<Value = DatasetInput> {
    let row = (
        0_u32..4,
        prop::sample::select(vec!["", "red cup", "red lamp", "茶杯", "cup 茶杯 42"]),
        any::<bool>(),
    );
    let products = prop::collection::vec(row, 1..12);
    let parents = prop::collection::vec(prop::option::of(0_u32..4), 4);
    let events =
        prop::collection::vec((0_u32..6, any::<prop::sample::Index>(), signal(), 0_i64..90, 0_u16..3), 0..90);
    (products, parents, events).prop_map(|(rows, parents, events)| DatasetInput {
        products: (0..)
            .zip(&rows)
            .map(|(n, (category, text, published))| ProductInput {
                published: *published,
                attributes: vec![("material".to_owned(), text.to_string())],
                ..product(n, *category, text)
            })
            .collect(),
        categories: (0..)
            .zip(parents)
            .map(|(n, parent)| CategoryInput { id: category_id(n), parent: parent.map(category_id) })
            .collect(),
        regions: vec!["Norway".to_owned(), "中国".to_owned()],
        interactions: events
            .into_iter()
            .map(|(actor, at, kind, on, region)| Interaction {
                region: if region == 2 { NO_REGION } else { region },
                ..interaction(actor, at.index(rows.len()) as u32, kind, on)
            })
            .collect(),
    })
}
