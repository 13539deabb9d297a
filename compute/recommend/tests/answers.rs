//! Answers to requests:
//!
//! 1. never empty while a published product is left that is neither excluded nor the page's own;
//! 2. without personalisation the history makes no difference to a single byte;
//! 3. every item has a reason that names what it is about;
//! 4. what fell back is named, in order;
//! 5. what a visitor bought is not shown again, unless people buy it again;
//! 6. the order of the history and repeated requests make no difference.

mod shop;

use std::ops::ControlFlow;

use mercat_model::{ProductId, Reason, ReasonArg, Timestamp};
use mercat_recommend::{
    Answer, CategoryInput, Dataset, DatasetInput, HistoryItem, Interaction, Params, ProductInput,
    RecommendError, Recommendations, Request, Signal, Slot, train,
};
use proptest::prelude::*;
use shop::{
    any_shop, category_id, checkerboard, context, day, interaction, product, product_id, recommendations,
};

fn request(slot: Slot) -> Request {
    Request {
        slot,
        category: None,
        region: None,
        history: Vec::new(),
        exclude: Vec::new(),
        limit: 5,
        now: day(30),
        personalise: true,
    }
}

fn did(product: u32, signal: Signal, on: i64) -> HistoryItem {
    HistoryItem { product: product_id(product), signal, at: day(on) }
}

fn ids(answer: &Answer) -> Vec<ProductId> {
    answer.items.iter().map(|item| item.product).collect()
}

fn strategies(answer: &Answer) -> Vec<&'static str> {
    answer.items.iter().map(|item| item.strategy).collect()
}

fn about(code: &str, product: u32) -> Vec<Reason> {
    vec![Reason::new(code).with("product", ReasonArg::Product(product_id(product)))]
}

#[test]
fn a_look_and_a_purchase_give_their_own_reasons() {
    let shop = recommendations(checkerboard());
    let viewed = Request { history: vec![did(0, Signal::View, 29)], ..request(Slot::ForYou) };
    assert_eq!(shop.recommend(&viewed).items[0].reasons, about("because_you_viewed", 0));
    let bought = Request { history: vec![did(0, Signal::Purchase, 29)], ..request(Slot::ForYou) };
    let answer = shop.recommend(&bought);
    assert_eq!(answer.items[0].reasons, about("because_you_bought", 0));
    assert!(!ids(&answer).contains(&product_id(0)));
    assert!(answer.fallbacks.is_empty());
}

#[test]
fn product_pages_name_the_product() {
    let shop = recommendations(checkerboard());
    let similar = shop.recommend(&request(Slot::SimilarTo(product_id(3))));
    assert!(similar.items.iter().all(|item| item.reasons == about("similar_to", 3)));
    let together = shop.recommend(&request(Slot::BoughtWith(product_id(3))));
    assert!(together.items.iter().all(|item| item.reasons == about("also_bought", 3)));
    assert!(together.fallbacks.is_empty());
}

#[test]
fn a_slot_that_runs_dry_is_filled_up_and_says_so() {
    let shop = recommendations(checkerboard());
    let answer = shop.recommend(&Request { limit: 19, ..request(Slot::BoughtWith(product_id(3))) });
    assert_eq!(answer.items.len(), 19);
    assert_eq!(
        strategies(&answer)[..10],
        [
            "also_bought",
            "also_bought",
            "also_bought",
            "also_bought",
            "also_bought",
            "also_bought",
            "also_bought",
            "also_bought",
            "also_bought",
            answer.fallbacks[0]
        ]
    );
    assert!(!answer.fallbacks.is_empty());
}

#[test]
fn an_unknown_product_and_an_unknown_region_fall_back_to_what_is_popular() {
    let shop = recommendations(checkerboard());
    let unknown = ProductId::from_parts(1, [9; 10]);
    for slot in [Slot::SimilarTo(unknown), Slot::BoughtWith(unknown)] {
        let answer = shop.recommend(&Request { region: Some("Atlantis".to_owned()), ..request(slot) });
        assert_eq!(strategies(&answer), ["popular"; 5]);
        assert_eq!(answer.fallbacks, ["popular"]);
        assert_eq!(answer.items[0].reasons, [Reason::new("popular")]);
    }
}

#[test]
fn a_region_and_a_category_are_preferred_and_named() {
    let mut input = checkerboard();
    input.regions = vec!["Norway".to_owned()];
    for row in &mut input.interactions {
        if row.product == 4 {
            row.region = 0;
        }
    }
    input.products[6].category = category_id(1);
    input.categories = vec![CategoryInput { id: category_id(1), parent: Some(category_id(2)) }];
    let shop = recommendations(input);
    let answer = shop.recommend(&Request { region: Some("Norway".to_owned()), ..request(Slot::Popular) });
    let norway = Reason::new("popular_in_region").with("region", ReasonArg::Text("Norway".to_owned()));
    assert_eq!((answer.items[0].product, &answer.items[0].reasons), (product_id(4), &vec![norway]));
    assert_eq!(answer.fallbacks, ["popular"]);
    for category in [1, 2] {
        let category = category_id(category);
        let answer = shop.recommend(&Request { category: Some(category), ..request(Slot::Popular) });
        let reason = Reason::new("popular_in_category").with("category", ReasonArg::Category(category));
        assert_eq!((ids(&answer), &answer.items[0].reasons), (vec![product_id(6)], &vec![reason]));
    }
}

#[test]
fn a_category_without_goods_gives_way() {
    let shop = recommendations(checkerboard());
    let answer = shop.recommend(&Request { category: Some(category_id(77)), ..request(Slot::Popular) });
    assert_eq!((answer.items.len(), answer.fallbacks.first()), (5, Some(&"any_category")));
}

#[test]
fn who_bought_everything_is_still_shown_something() {
    let shop = recommendations(checkerboard());
    let history = (0..shop::ITEMS).map(|n| did(n, Signal::Purchase, 29)).collect();
    let answer = shop.recommend(&Request { history, ..request(Slot::ForYou) });
    assert_eq!((answer.items.len(), answer.fallbacks.as_slice()), (5, &["already_bought", "popular"][..]));
}

#[test]
fn goods_that_people_buy_again_are_shown_again() {
    let mut input = checkerboard();
    let again: Vec<Interaction> = input
        .interactions
        .iter()
        .filter(|row| row.product == 2)
        .map(|row| interaction(row.actor, 2, Signal::Purchase, 25))
        .collect();
    input.interactions.extend(again);
    let shop = recommendations(input);
    let history = (0..shop::ITEMS).step_by(2).map(|n| did(n, Signal::Purchase, 29)).collect();
    let answer = shop.recommend(&Request { history, ..request(Slot::ForYou) });
    assert_eq!((answer.items[0].product, answer.items[0].strategy), (product_id(2), "personal"));
}

#[test]
fn what_was_sent_back_is_not_shown_again() {
    let shop = recommendations(checkerboard());
    let history = vec![did(0, Signal::Purchase, 28), did(2, Signal::Return, 29)];
    let answer = shop.recommend(&Request { history, limit: 100, ..request(Slot::ForYou) });
    assert!(!ids(&answer).contains(&product_id(2)));
}

#[test]
fn before_the_first_training_the_newest_and_the_similar_are_shown() {
    let shop = Recommendations::untrained(checkerboard()).unwrap();
    let answer = shop.recommend(&request(Slot::ForYou));
    assert_eq!(ids(&answer), [19, 18, 17, 16, 15].map(product_id));
    assert_eq!(answer.items[0].reasons, [Reason::new("new_arrival")]);
    let later = shop.recommend(&Request { now: day(400), ..request(Slot::ForYou) });
    assert_eq!(later.items[0].reasons, [Reason::new("from_catalogue")]);
    assert_eq!(strategies(&shop.recommend(&request(Slot::SimilarTo(product_id(0))))), ["similar"; 5]);
}

#[test]
fn limits_are_kept_and_capped() {
    let products = (0..300).map(|n| product(n, 0, "cup")).collect();
    let shop = recommendations(DatasetInput { products, ..DatasetInput::default() });
    assert_eq!(shop.recommend(&Request { limit: 0, ..request(Slot::Popular) }), Answer::default());
    assert_eq!(shop.recommend(&Request { limit: 9_999, ..request(Slot::Popular) }).items.len(), 100);
}

#[test]
fn a_monstrous_basket_trains_in_bounded_time() {
    let products: Vec<ProductInput> = (0..3_000).map(|n| product(n, 0, &format!("thing{n}"))).collect();
    let basket = (0..3).flat_map(|actor| (0..3_000).map(move |n| interaction(actor, n, Signal::Purchase, 1)));
    let shop =
        recommendations(DatasetInput { products, interactions: basket.collect(), ..DatasetInput::default() });
    assert_eq!(shop.recommend(&request(Slot::BoughtWith(product_id(5)))).items.len(), 5);
}

#[test]
fn a_training_can_be_stopped_at_every_report() {
    let dataset = Dataset::new(checkerboard()).unwrap();
    let mut reports = 0;
    train(&dataset, &Params::default(), context(), &mut |_| {
        reports += 1;
        ControlFlow::Continue(())
    })
    .unwrap();
    for stop_at in 1..=reports {
        let mut seen = 0;
        let stopped = train(&dataset, &Params::default(), context(), &mut |_| {
            seen += 1;
            if seen == stop_at { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert!(matches!(stopped, Err(RecommendError::Stopped(_))), "at report {stop_at}");
    }
}

fn any_request() -> impl Strategy<Value = Request> {
    let signals = vec![Signal::View, Signal::Add, Signal::Purchase, Signal::Review, Signal::Return];
    let visit = (0_u32..14, prop::sample::select(signals), 0_i64..99).prop_map(|(p, s, on)| did(p, s, on));
    let slot = (0_u8..4, 0_u32..14).prop_map(|(kind, n)| match kind {
        0 => Slot::Popular,
        1 => Slot::ForYou,
        2 => Slot::SimilarTo(product_id(n)),
        _ => Slot::BoughtWith(product_id(n)),
    });
    let region = prop::option::of(prop::sample::select(vec!["Norway", "中国", "Atlantis"]));
    let exclude = prop::collection::vec(0_u32..14, 0..14);
    let place = (slot, prop::option::of(0_u32..6), region);
    (place, prop::collection::vec(visit, 0..30), exclude, 1_usize..20, any::<bool>()).prop_map(
        |((slot, category, region), history, exclude, limit, personalise)| Request {
            slot,
            category: category.map(category_id),
            region: region.map(str::to_owned),
            history,
            exclude: exclude.into_iter().map(product_id).collect(),
            limit,
            now: Timestamp::from_micros(day(99).as_micros()),
            personalise,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn an_answer_is_never_empty_while_a_product_is_left(input in any_shop(), request in any_request()) {
        let own = match request.slot {
            Slot::SimilarTo(id) | Slot::BoughtWith(id) => Some(id),
            Slot::Popular | Slot::ForYou => None,
        };
        let published: Vec<ProductId> = input.products.iter().filter(|p| p.published).map(|p| p.id).collect();
        let answer = recommendations(input).recommend(&request);
        let left = published.iter().filter(|id| !request.exclude.contains(id) && Some(**id) != own).count();
        prop_assert_eq!(answer.items.is_empty(), left == 0);
        prop_assert!(answer.items.len() <= request.limit);
        for item in &answer.items {
            prop_assert!(published.contains(&item.product) && !request.exclude.contains(&item.product));
            prop_assert!(Some(item.product) != own && item.score.is_finite() && !item.reasons.is_empty());
        }
        let mut different = ids(&answer);
        different.sort_unstable();
        different.dedup();
        prop_assert_eq!(different.len(), answer.items.len());
    }

    #[test]
    fn without_personalisation_the_history_makes_no_difference(
        input in any_shop(),
        request in any_request(),
        other in any_request(),
    ) {
        let shop = recommendations(input);
        let request = Request { personalise: false, ..request };
        let stranger = Request { history: other.history, ..request.clone() };
        let bytes = |request: &Request| format!("{:?}", shop.recommend(request)).into_bytes();
        prop_assert_eq!(bytes(&request), bytes(&stranger));
    }

    #[test]
    fn the_order_of_the_history_makes_no_difference(input in any_shop(), request in any_request()) {
        let shop = recommendations(input);
        let mut turned = request.clone();
        turned.history.reverse();
        prop_assert_eq!(shop.recommend(&request), shop.recommend(&turned));
    }
}
