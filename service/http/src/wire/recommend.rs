//! Recommendations on the wire: goods with reasons in words.

use mercat_flow::recommend::{Answer, ModelVersion, Recommended};
use mercat_model::{CategoryId, Locale, ProductId};
use mercat_storefront::{ReasonNames, reason_text};
use serde::Serialize;
use utoipa::ToSchema;

use crate::wire::money::Money;
use crate::wire::product::ProductRef;

/// A recommended product.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Recommendation {
    pub(crate) product: PricedProduct,
    /// How well it suits; compares only within one strategy.
    pub(crate) score: f32,
    /// The strategy that listed it.
    #[schema(example = "also_bought")]
    pub(crate) strategy: String,
    pub(crate) reasons: Vec<ReasonItem>,
}

/// A product with its price.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct PricedProduct {
    #[serde(flatten)]
    pub(crate) product: ProductRef,
    pub(crate) price: Money,
}

/// Why a product is recommended.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ReasonItem {
    /// A stable name.
    #[schema(example = "also_bought")]
    pub(crate) code: String,
    /// The reason in the request's language.
    pub(crate) text: String,
}

/// Recommendations with what they rest on.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Recommendations {
    pub(crate) items: Vec<Recommendation>,
    /// The trained version that answered; null while there is none.
    #[schema(required)]
    pub(crate) model_version: Option<String>,
    /// Whether a history had a say.
    pub(crate) personal: bool,
}

/// The words of an answer's reasons.
pub(crate) struct Names<'a>(pub(crate) &'a Answer);

impl ReasonNames for Names<'_> {
    fn product_title(&self, id: ProductId) -> Option<String> {
        self.0.product_names.get(&id).cloned()
    }

    fn category_name(&self, id: CategoryId) -> Option<String> {
        self.0.category_names.get(&id).cloned()
    }
}

impl Recommendation {
    fn of(item: &Recommended, answer: &Answer, locale: &Locale) -> Self {
        let reason = |reason: &mercat_model::Reason| ReasonItem {
            code: reason.code.clone(),
            text: reason_text(locale, reason, &Names(answer)),
        };
        Recommendation {
            product: PricedProduct { product: (&item.row).into(), price: item.row.price.into() },
            score: item.score,
            strategy: item.strategy.to_owned(),
            reasons: item.reasons.iter().map(reason).collect(),
        }
    }

    /// The items of an answer in a language.
    pub(crate) fn list(answer: &Answer, locale: &Locale) -> Vec<Recommendation> {
        answer.items.iter().map(|item| Recommendation::of(item, answer, locale)).collect()
    }
}

impl Recommendations {
    pub(crate) fn of(answer: &Answer, locale: &Locale) -> Self {
        Recommendations {
            items: Recommendation::list(answer, locale),
            model_version: answer.model.map(|id| id.to_string()),
            personal: answer.personal,
        }
    }
}

/// A trained model.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Model {
    pub(crate) id: String,
    /// What it is for.
    #[schema(example = "recommend")]
    pub(crate) kind: String,
    #[schema(format = DateTime)]
    pub(crate) created_at: String,
    /// Whether it serves.
    pub(crate) active: bool,
    /// Events of the log that it knows.
    pub(crate) events: u64,
    pub(crate) products: u64,
    /// Members, visitors and guests that it learned from.
    pub(crate) members: u64,
    /// Figures on the hold-out.
    pub(crate) metrics: Vec<Metric>,
}

/// A figure of a model.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Metric {
    #[schema(example = "personal_hr_at_10")]
    pub(crate) name: String,
    pub(crate) value: f64,
}

impl From<ModelVersion> for Model {
    fn from(version: ModelVersion) -> Self {
        let facts = version.facts();
        let metrics = facts.metrics.into_iter().map(|(name, value)| Metric { name: name.to_owned(), value });
        Model {
            id: version.row.id.to_string(),
            kind: version.row.kind.clone(),
            created_at: version.row.created_at.to_string(),
            active: version.row.active,
            events: facts.events,
            products: facts.products,
            members: facts.actors,
            metrics: metrics.collect(),
        }
    }
}
