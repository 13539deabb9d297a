//! The contract that every recommender keeps, on the checkerboard and on arbitrary shops:
//!
//! 1. at most as many items as asked for, none twice;
//! 2. only published products that the query allows: not excluded, in the category, not the page's own;
//! 3. scores are finite and descend, ties go to the lower position;
//! 4. the same query gets the same answer, and models trained on one and on two threads are equal byte for byte;
//! 5. an empty history, an unknown product, an empty shop and a shop with one product are answered;
//! 6. on the checkerboard (user u buys the items of the parity of u) what is listed for a user, or beside an item,
//!    has the same parity.
//!
//! The matrix is that of implicit's `recommender_base_test.py`.

mod shop;

use mercat_model::Timestamp;
use mercat_recommend::{DatasetInput, Query, Recommendations, Recommender, Scored, Signal, Visit};
use proptest::prelude::*;
use shop::{ITEMS, USERS, any_shop, checkerboard, day, kept_back, product, recommendations, trained};

/// Models that know whom they list for or beside what: property 6 holds for them.
const KNOWING: [&str; 3] = ["also_bought", "similar", "personal"];

fn query(shop: &Recommendations) -> Query<'_> {
    Query {
        catalogue: shop.catalogue(),
        product: None,
        category: None,
        region: None,
        history: &[],
        exclude: &[],
        now: day(200),
    }
}

/// Properties 1 to 3 and half of 4, for one query.
fn check_answer(model: &dyn Recommender, query: &Query<'_>, limit: usize) -> Vec<Scored> {
    let name = model.name();
    let answer = model.recommend(query, limit);
    assert!(answer.len() <= limit, "{name} gave {} items of {limit}", answer.len());
    for scored in &answer {
        assert!(query.allows(scored.product), "{name} listed {scored:?} against the query");
        assert!(scored.score.is_finite(), "{name} gave {scored:?}");
    }
    for pair in answer.windows(2) {
        let descends = pair[0].score > pair[1].score
            || (pair[0].score == pair[1].score && (pair[0].product < pair[1].product || name == "newest"));
        assert!(descends, "{name} put {:?} before {:?}", pair[0], pair[1]);
    }
    let mut products: Vec<u32> = answer.iter().map(|scored| scored.product).collect();
    products.sort_unstable();
    products.dedup();
    assert_eq!(products.len(), answer.len(), "{name} listed a product twice");
    assert_eq!(model.recommend(query, limit), answer, "{name} changed its mind");
    answer
}

/// The contract kit: asks a model everything a page may ask.
fn check(model: &dyn Recommender, shop: &Recommendations) {
    let count = shop.catalogue().len() as u32;
    let all: Vec<u32> = (0..count).collect();
    let odd: Vec<u32> = (0..count).filter(|p| p % 2 == 1).collect();
    let signals = [Signal::View, Signal::Purchase, Signal::Return, Signal::Add, Signal::Review];
    let history: Vec<Visit> = (0..count * 2)
        .map(|n| Visit { product: n % count, signal: signals[n as usize % 5], at: day(i64::from(n)) })
        .rev()
        .collect();
    let categories = (0..shop.catalogue().category_count() as u32).map(Some).chain([None]);
    for category in categories {
        for product in [None, Some(0), count.checked_sub(1)] {
            for history in [&[][..], &history[..history.len().min(3)], &history[..]] {
                for exclude in [&[][..], &odd, &all] {
                    for limit in [0, 1, 3, 100] {
                        let region = shop.catalogue().region_position("Norway");
                        let product = product.filter(|product| *product < count);
                        let wanted = Query { category, product, history, exclude, region, ..query(shop) };
                        check_answer(model, &wanted, limit);
                    }
                }
            }
        }
    }
}

fn check_all(shop: &Recommendations) {
    for model in shop.recommenders().values() {
        check(*model, shop);
    }
}

#[test]
fn every_model_keeps_the_contract_on_the_checkerboard() {
    check_all(&recommendations(checkerboard()));
}

#[test]
fn a_shop_with_one_product_is_answered() {
    let input = DatasetInput { products: vec![product(0, 0, "cup")], ..DatasetInput::default() };
    check_all(&recommendations(input));
}

#[test]
fn an_empty_shop_is_answered() {
    check_all(&recommendations(DatasetInput::default()));
}

#[test]
fn what_is_listed_beside_an_item_has_its_parity() {
    let shop = recommendations(checkerboard());
    for name in ["also_bought", "similar"] {
        let model = shop.recommenders()[name];
        for item in 0..ITEMS {
            let answer = check_answer(model, &Query { product: Some(item), ..query(&shop) }, 9);
            assert_eq!(answer.len(), 9, "{name} beside {item}");
            let strangers = answer.iter().filter(|scored| scored.product % 2 != item % 2);
            if name == "also_bought" {
                assert_eq!(strangers.count(), 0, "{answer:?}");
            } else {
                // Colours are shared by both kinds, so some likeness between them is true; kinds come first.
                assert!(answer[..5].iter().all(|scored| scored.product % 2 == item % 2), "{answer:?}");
            }
        }
    }
}

#[test]
fn every_user_is_shown_the_item_that_was_kept_back() {
    let shop = recommendations(checkerboard());
    let personal = shop.recommenders()["personal"];
    for user in 0..USERS {
        let bought = (0..ITEMS).rev().filter(|item| item % 2 == user % 2 && *item != kept_back(user));
        let history: Vec<Visit> = bought
            .map(|item| Visit { product: item, signal: Signal::Purchase, at: day(i64::from(item)) })
            .collect();
        let answer = check_answer(personal, &Query { history: &history, now: day(30), ..query(&shop) }, 10);
        assert_eq!(answer[0].product, kept_back(user), "user {user}: {answer:?}");
    }
}

#[test]
fn a_single_look_lists_items_of_its_parity_first() {
    let shop = recommendations(checkerboard());
    for item in 0..ITEMS {
        let history = [Visit { product: item, signal: Signal::View, at: day(20) }];
        let wanted = Query { history: &history, now: day(21), ..query(&shop) };
        let answer = check_answer(shop.recommenders()["personal"], &wanted, 9);
        assert!(answer.iter().take(5).all(|scored| scored.product % 2 == item % 2), "{answer:?}");
    }
}

#[test]
fn every_knowing_model_is_tested_for_its_right_answer() {
    let shop = recommendations(checkerboard());
    for name in KNOWING {
        assert!(shop.recommenders().contains_key(name), "{name}");
    }
    let impersonal = shop.recommenders().keys().filter(|name| !KNOWING.contains(name)).count();
    assert_eq!(impersonal, 4, "a new model needs its case here");
}

#[test]
fn one_and_two_threads_train_the_same_bytes() {
    let train_on = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| trained(checkerboard())).files()
    };
    assert_eq!(train_on(1), train_on(2));
}

#[test]
fn times_far_away_are_answered() {
    let shop = recommendations(checkerboard());
    let history = [
        Visit { product: 1, signal: Signal::Purchase, at: Timestamp::MAX },
        Visit { product: 2, signal: Signal::View, at: Timestamp::MIN },
    ];
    for now in [Timestamp::MIN, Timestamp::MAX] {
        for model in shop.recommenders().values() {
            check_answer(*model, &Query { history: &history, now, ..query(&shop) }, 9);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn every_model_keeps_the_contract_on_any_shop(input in any_shop()) {
        check_all(&recommendations(input));
    }

    #[test]
    fn the_order_of_the_input_does_not_show(input in any_shop(), turn in 0_usize..90) {
        let mut turned = input.clone();
        turned.interactions.reverse();
        let middle = turn.min(turned.interactions.len());
        turned.interactions.rotate_left(middle);
        prop_assert_eq!(trained(input).files(), trained(turned).files());
    }
}
