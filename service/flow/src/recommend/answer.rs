//! Answers a slot: which goods, with reasons, for a member, a visitor with a history, or nobody in particular.

use std::collections::{BTreeMap, BTreeSet};

use mercat_model::{CategoryId, EventKind, MemberId, ModelVersionId, ProductId, Reason, ReasonArg};
use mercat_recommend::{HistoryItem, Request, Signal, Slot};
use mercat_store::page::{PAGE_LIMIT_MAX, Page};
use mercat_store::product::{self, ProductRow};
use mercat_store::{Tx, activity, member};

use crate::call::Call;
use crate::error::FlowError;
use crate::recommend::train::signal;
use crate::setting::load;
use crate::shop::Shop;

/// Goods asked for beyond the limit, since some may have been archived since the training.
const SPARE: usize = 8;

/// Who looks.
#[derive(Debug, Clone, Default)]
pub enum Visitor {
    /// Somebody without a history, or who wants nothing personal.
    #[default]
    Unknown,
    /// Somebody whose browser remembers what they looked at, latest first.
    Browser(Vec<ProductId>),
    /// A member; their wish for nothing personal is honoured.
    Member(MemberId),
}

/// What is asked.
#[derive(Debug, Clone)]
pub struct RecommendQuery {
    /// Where it is shown.
    pub slot: Slot,
    /// Only of this category or below it.
    pub category: Option<CategoryId>,
    /// Who looks.
    pub visitor: Visitor,
    /// How many, at most 100.
    pub limit: usize,
}

/// A product with the reasons for it.
#[derive(Debug, Clone)]
pub struct Recommended {
    /// The product in the reader's language.
    pub row: ProductRow,
    /// How well it suits; compares only within one strategy.
    pub score: f32,
    /// The strategy that listed it.
    pub strategy: &'static str,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// The answer.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    /// The goods, best first.
    pub items: Vec<Recommended>,
    /// Whether a history had a say.
    pub personal: bool,
    /// The trained version that answered; none while there is none.
    pub model: Option<ModelVersionId>,
    /// Titles of the products that reasons name.
    pub product_names: BTreeMap<ProductId, String>,
    /// Names of the categories that reasons name.
    pub category_names: BTreeMap<CategoryId, String>,
}

/// Answers a slot. A shop without any model yet answers with nothing.
pub async fn recommend(shop: &Shop, query: RecommendQuery, call: &Call) -> Result<Answer, FlowError> {
    let Some(live) = shop.live_model() else { return Ok(Answer::default()) };
    let (now, locale) = (call.now, call.locale.clone());
    shop.store
        .read("recommend", move |tx| {
            let (history, region, personalise) = history(tx, &query.visitor, now)?;
            let personal = personalise && !history.is_empty() && query.slot == Slot::ForYou;
            let answer = live.recommendations.recommend(&Request {
                slot: query.slot,
                category: query.category,
                region,
                history,
                exclude: Vec::new(),
                limit: query.limit + SPARE,
                now,
                personalise,
            });
            let languages = load::settings(tx)?.languages(locale.as_ref());
            let ids: Vec<ProductId> = answer.items.iter().map(|item| item.product).collect();
            let rows: BTreeMap<ProductId, ProductRow> =
                product::by_ids(tx, &languages, &ids)?.into_iter().map(|row| (row.id, row)).collect();
            let items: Vec<Recommended> = answer
                .items
                .into_iter()
                .filter_map(|item| {
                    let row = rows.get(&item.product).filter(|row| row.status == "published")?.clone();
                    Some(Recommended {
                        row,
                        score: item.score,
                        strategy: item.strategy,
                        reasons: item.reasons,
                    })
                })
                .take(query.limit)
                .collect();
            let (product_names, category_names) = names(tx, &languages, &items)?;
            let trained = mercat_model::Id::to_bytes(live.id) != [0; 16];
            Ok::<_, FlowError>(Answer {
                items,
                personal,
                model: trained.then_some(live.id),
                product_names,
                category_names,
            })
        })
        .await
}

/// What the visitor did, where they are, and whether that may be used.
fn history(
    tx: &mut Tx<'_>,
    visitor: &Visitor,
    now: mercat_model::Timestamp,
) -> Result<(Vec<HistoryItem>, Option<String>, bool), FlowError> {
    match visitor {
        Visitor::Unknown => Ok((Vec::new(), None, false)),
        Visitor::Browser(viewed) => {
            // The browser keeps the order but no times: a minute apart keeps the order.
            let item = |(position, product): (usize, &ProductId)| HistoryItem {
                product: *product,
                signal: Signal::View,
                at: now.plus_seconds(-60 * (position as i64 + 1)),
            };
            Ok((viewed.iter().enumerate().map(item).collect(), None, true))
        }
        Visitor::Member(id) => {
            let currency = load::settings(tx)?.currency;
            let row = member::by_id(tx, *id, currency)?.ok_or_else(|| FlowError::not_found("member", id))?;
            if row.member.no_personalisation {
                return Ok((Vec::new(), None, false));
            }
            let mut items = Vec::new();
            for entry in activity::page(tx, *id, &Page::first(PAGE_LIMIT_MAX))?.items {
                if let Some(signal) = signal(&EventKind::from(entry.kind.as_str())) {
                    let item = |product: &ProductId| HistoryItem {
                        product: *product,
                        signal,
                        at: entry.occurred_at,
                    };
                    items.extend(entry.body.products.iter().map(item));
                }
            }
            let region = Some(row.member.country).filter(|country| !country.is_empty());
            Ok((items, region, true))
        }
    }
}

/// Words for the products and categories that reasons name.
#[expect(clippy::type_complexity, reason = "two maps that only this file passes on")]
fn names(
    tx: &mut Tx<'_>,
    languages: &product::Languages,
    items: &[Recommended],
) -> Result<(BTreeMap<ProductId, String>, BTreeMap<CategoryId, String>), FlowError> {
    let (mut products, mut categories) = (BTreeSet::new(), BTreeSet::new());
    for (_, argument) in items.iter().flat_map(|item| &item.reasons).flat_map(|reason| &reason.args) {
        match argument {
            ReasonArg::Product(id) => {
                products.insert(*id);
            }
            ReasonArg::Category(id) => {
                categories.insert(*id);
            }
            ReasonArg::Count(_) | ReasonArg::Money(_) | ReasonArg::Text(_) => {}
        }
    }
    let rows = product::by_ids(tx, languages, &products.into_iter().collect::<Vec<_>>())?;
    let product_names = rows.into_iter().map(|row| (row.id, row.title)).collect();
    let category_names = match categories.is_empty() {
        true => BTreeMap::new(),
        false => mercat_store::category::tree(tx, languages)?
            .into_iter()
            .filter(|category| categories.contains(&category.id))
            .map(|category| (category.id, category.name))
            .collect(),
    };
    Ok((product_names, category_names))
}
