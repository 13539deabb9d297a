//! The live value that answers requests: picks the models of a slot, falls back until the slot is full, and gives
//! a reason for every item.

use std::collections::BTreeMap;

use mercat_model::{CategoryId, ProductId, Reason, ReasonArg, Timestamp};

use crate::also_bought::AlsoBought;
use crate::artefact::Artefact;
use crate::catalogue::Catalogue;
use crate::dataset::{Dataset, DatasetInput, Signal};
use crate::error::RecommendError;
use crate::manifest::Manifest;
use crate::models::Models;
use crate::newest::Newest;
use crate::params::Params;
use crate::personal::{Personal, owned};
use crate::popular::{Popular, PopularInCategory, PopularInRegion};
use crate::progress::Reporter;
use crate::recommender::{Because, Query, Recommender, Scored, Visit};
use crate::similar::Similar;

/// Items of one answer: more than any page shows at once.
pub const LIMIT_MAX: usize = 100;

/// Visits of a request that are read, the latest ones, and products that are excluded: a member with ten thousand
/// purchases is a trader, and what lies further back no longer matters.
pub const REQUEST_PRODUCTS_MAX: usize = 10_000;

/// All models, immutable; a server swaps a new value in for the old one.
#[derive(Debug)]
pub struct Recommendations {
    models: Models,
    popular: Popular,
    in_category: PopularInCategory,
    in_region: PopularInRegion,
    also_bought: AlsoBought,
    similar: Similar,
    personal: Personal,
    newest: Newest,
}

/// Where on the page the answer is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    /// What others like.
    Popular,
    /// What suits the visitor.
    ForYou,
    /// What is like a product.
    SimilarTo(ProductId),
    /// What is bought together with a product.
    BoughtWith(ProductId),
}

/// What is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Where it is shown.
    pub slot: Slot,
    /// Only products of this category or below it, unless there are none at all.
    pub category: Option<CategoryId>,
    /// Where the visitor is: a region name of the training; others are taken as unknown.
    pub region: Option<String>,
    /// What the visitor did, in any order.
    pub history: Vec<HistoryItem>,
    /// Products never to list.
    pub exclude: Vec<ProductId>,
    /// Items wanted, 0 to [`LIMIT_MAX`].
    pub limit: usize,
    /// The time of the request.
    pub now: Timestamp,
    /// False: the visitor wants nothing personal, and the history is not looked at.
    pub personalise: bool,
}

/// One thing that the visitor did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HistoryItem {
    /// With which product.
    pub product: ProductId,
    /// What.
    pub signal: Signal,
    /// When.
    pub at: Timestamp,
}

/// What is answered.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answer {
    /// Different products, the best strategy's first.
    pub items: Vec<Item>,
    /// What filled up where the slot's own strategy gave too little, in order: names of strategies, and
    /// `any_category` or `already_bought` when that restriction was given up.
    pub fallbacks: Vec<&'static str>,
}

/// One product of an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Which product.
    pub product: ProductId,
    /// How well it suits; compares only among items of one strategy.
    pub score: f32,
    /// The model that listed it.
    pub strategy: &'static str,
    /// Why, at least one reason. Codes: `popular`, `popular_in_category` (category), `popular_in_region` (region),
    /// `also_bought` (product), `similar_to` (product), `because_you_viewed` (product), `because_you_bought`
    /// (product), `new_arrival`, `from_catalogue`.
    pub reasons: Vec<Reason>,
}

impl Recommendations {
    /// Takes a trained model into service; refuses arrays that do not fit each other.
    pub fn from_artefact(artefact: Artefact) -> Result<Self, RecommendError> {
        let (Manifest { params, .. }, arrays) = artefact.into_parts();
        Ok(Self::from_models(Models::from_arrays(arrays, params)?))
    }

    /// Answers from the products alone, until a first model is trained: content and the newest.
    pub fn untrained(input: DatasetInput) -> Result<Self, RecommendError> {
        let dataset = Dataset::new(DatasetInput { interactions: Vec::new(), ..input })?;
        let mut never_stops = |_| std::ops::ControlFlow::Continue(());
        let models = Models::fit(&dataset, &Params::default(), 0, &mut Reporter::new(&mut never_stops))?;
        Ok(Self::from_models(models))
    }

    /// Recommenders over tables that were just learned.
    pub(crate) fn from_models(models: Models) -> Self {
        Recommendations {
            popular: Popular(models.popularity.clone()),
            in_category: PopularInCategory(models.popularity.clone()),
            in_region: PopularInRegion(models.popularity.clone()),
            also_bought: AlsoBought(models.also_bought.clone()),
            similar: Similar(models.similar.clone()),
            personal: models.personal(),
            newest: Newest,
            models,
        }
    }

    /// The products that the models know.
    pub fn catalogue(&self) -> &Catalogue {
        &self.models.catalogue
    }

    /// Every model, by its name.
    pub fn recommenders(&self) -> BTreeMap<&'static str, &dyn Recommender> {
        let all: [&dyn Recommender; 7] = [
            &self.popular,
            &self.in_category,
            &self.in_region,
            &self.also_bought,
            &self.similar,
            &self.personal,
            &self.newest,
        ];
        all.into_iter().map(|model| (model.name(), model)).collect()
    }

    /// Answers a request.
    ///
    /// Not empty while a published product is left that is neither excluded nor the slot's own product. Equal
    /// requests get equal answers; without `personalise` the history makes no difference. Cost: linear in history
    /// and exclusions, plus the models of the slot.
    pub fn recommend(&self, request: &Request) -> Answer {
        let limit = request.limit.min(LIMIT_MAX);
        let history = match request.slot {
            Slot::ForYou if request.personalise => self.visits(&request.history),
            _ => Vec::new(),
        };
        let (product, own) = match request.slot {
            Slot::Popular => (None, None),
            Slot::ForYou => (None, Some(&self.personal as &dyn Recommender)),
            Slot::SimilarTo(id) => (self.catalogue().position(id), Some(&self.similar as &dyn Recommender)),
            Slot::BoughtWith(id) => {
                (self.catalogue().position(id), Some(&self.also_bought as &dyn Recommender))
            }
        };
        let query = Query {
            catalogue: self.catalogue(),
            product,
            category: request.category.and_then(|id| self.catalogue().category_position(id)),
            region: request.region.as_deref().and_then(|name| self.catalogue().region_position(name)),
            history: &history,
            exclude: &[],
            now: request.now,
        };
        let excluded = request.exclude.iter().take(REQUEST_PRODUCTS_MAX);
        let excluded: Vec<u32> = excluded.filter_map(|id| self.catalogue().position(*id)).collect();
        let unknown_category = request.category.is_some() && query.category.is_none();
        let mut answer = Answer::default();
        if !unknown_category {
            self.fill(&query, own, [excluded.as_slice(), &owned(&query)].concat(), limit, &mut answer);
        }
        if answer.items.is_empty() && limit > 0 && request.category.is_some() {
            answer.fallbacks.push("any_category");
            let anywhere = Query { category: None, ..query };
            self.fill(&anywhere, own, [excluded.as_slice(), &owned(&query)].concat(), limit, &mut answer);
        }
        if answer.items.is_empty() && limit > 0 && !history.is_empty() {
            answer.fallbacks.push("already_bought");
            self.fill(&Query { category: None, ..query }, own, excluded, limit, &mut answer);
        }
        answer
    }

    /// The known products of a history, latest first.
    fn visits(&self, history: &[HistoryItem]) -> Vec<Visit> {
        let visit = |item: &HistoryItem| {
            let product = self.catalogue().position(item.product)?;
            Some(Visit { product, signal: item.signal, at: item.at })
        };
        let mut visits: Vec<Visit> = history.iter().filter_map(visit).collect();
        visits.sort_unstable_by_key(|visit| (std::cmp::Reverse(visit.at), visit.product, visit.signal));
        visits.truncate(REQUEST_PRODUCTS_MAX);
        visits
    }

    /// The models to ask, one after another, until the answer is full.
    fn chain<'a>(&'a self, query: &Query<'_>, own: Option<&'a dyn Recommender>) -> Vec<&'a dyn Recommender> {
        let mut chain: Vec<&dyn Recommender> = own.into_iter().collect();
        if query.product.is_some() && own.is_none_or(|own| own.name() != self.similar.name()) {
            chain.push(&self.similar);
        }
        if query.product.is_some() || query.category.is_some() {
            chain.push(&self.in_category);
        }
        if query.category.is_none() && query.region.is_some() {
            chain.push(&self.in_region);
        }
        chain.push(&self.popular);
        chain.push(&self.newest);
        chain
    }

    fn fill(
        &self,
        query: &Query<'_>,
        own: Option<&dyn Recommender>,
        mut exclude: Vec<u32>,
        limit: usize,
        answer: &mut Answer,
    ) {
        for (rank, model) in self.chain(query, own).into_iter().enumerate() {
            let wanted = limit.saturating_sub(answer.items.len());
            if wanted == 0 {
                break;
            }
            exclude.sort_unstable();
            let found = model.recommend(&Query { exclude: &exclude, ..*query }, wanted);
            if !found.is_empty() && rank > 0 {
                answer.fallbacks.push(model.name());
            }
            exclude.extend(found.iter().map(|scored| scored.product));
            answer.items.extend(found.iter().map(|scored| self.item(model.name(), scored)));
        }
    }

    fn item(&self, strategy: &'static str, scored: &Scored) -> Item {
        Item {
            product: self.catalogue().id(scored.product),
            score: scored.score,
            strategy,
            reasons: vec![self.reason(scored.because)],
        }
    }

    fn reason(&self, because: Because) -> Reason {
        let about = |code, product| {
            Reason::new(code).with("product", ReasonArg::Product(self.catalogue().id(product)))
        };
        match because {
            Because::Popular => Reason::new("popular"),
            Because::PopularInCategory(category) => Reason::new("popular_in_category")
                .with("category", ReasonArg::Category(self.catalogue().category_id(category))),
            Because::PopularInRegion(region) => Reason::new("popular_in_region")
                .with("region", ReasonArg::Text(self.catalogue().region_name(region).to_owned())),
            Because::AlsoBought(product) => about("also_bought", product),
            Because::SimilarTo(product) => about("similar_to", product),
            Because::Viewed(product) => about("because_you_viewed", product),
            Because::Bought(product) => about("because_you_bought", product),
            Because::NewArrival => Reason::new("new_arrival"),
            Because::Catalogue => Reason::new("from_catalogue"),
        }
    }
}
