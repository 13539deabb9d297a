//! A visit to a page: the shop's settings, the reader's language, what their browser remembers.

use axum::extract::FromRequestParts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header, request::Parts};
use axum::response::{IntoResponse, Response};
use mercat_flow::product::{CategoryRow, CategoryTree, ProductRow, category_tree};
use mercat_flow::recommend::{Answer, RecommendQuery, Slot, Visitor, recommend};
use mercat_flow::setting::{Consent, ConsentPolicy, ShopSettings, view_settings};
use mercat_flow::source::storefront_key;
use mercat_flow::{Call, Entropy, FlowError};
use mercat_model::{CategoryId, Locale, ProductId};
use mercat_storefront::{CategoryLink, ConsentBanner, Layout, ProductCard, TrackerTag, reason_text};

use crate::extract::{cookie, language};
use crate::pages::consent::{ANONYMOUS_ID_COOKIE, CONSENT_VERSION, VisitorConsent};
use crate::pages::failure::PageError;
use crate::pages::page_view::{Asked, Seen};
use crate::pages::tracker;
use crate::security::page_policy;
use crate::state::AppState;
use crate::wire::product::picture;
use crate::wire::recommend::Names;

/// The cookie of goods that this browser looked at; it stays with the browser and is kept nowhere else.
pub(crate) const VIEWED_COOKIE: &str = "__Host-mercat_viewed";

/// Goods that the cookie remembers, and for how long.
const VIEWED_MAX: usize = 12;
pub(crate) const VIEWED_DAYS: u64 = 30;

/// One visit.
pub(crate) struct Visit {
    pub(crate) state: AppState,
    pub(crate) call: Call,
    pub(crate) settings: ShopSettings,
    /// The language of the page.
    pub(crate) locale: Locale,
    pub(crate) nonce: String,
    pub(crate) public_url: String,
    /// Goods that this browser looked at, latest first; empty without consent to personalisation.
    pub(crate) viewed: Vec<ProductId>,
    /// What the visitor agreed to.
    pub(crate) consent: VisitorConsent,
    /// The id of this view of a page.
    pub(crate) page_view_id: String,
    pub(crate) asked: Asked,
    /// The key of the storefront's source, where the tracker runs.
    write_key: Option<String>,
    remembers_goods: bool,
    pub(crate) tree: CategoryTree,
}

impl FromRequestParts<AppState> for Visit {
    type Rejection = crate::error::HttpError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Self::Rejection> {
        let settings = view_settings(&state.shop).await?;
        let first = parts.uri.path().split('/').nth(1).unwrap_or_default();
        let in_path = first.parse::<Locale>().ok().filter(|locale| settings.locales.contains(locale));
        let asked = in_path.or_else(|| language(&parts.headers));
        let locale = settings.languages(asked.as_ref()).wanted;
        let mut entropy = Entropy::new((state.sources.seed)());
        let nonce = entropy.secret();
        let page_view_id = format!("pv_{}", entropy.secret());
        let mut call = Call { now: (state.sources.now)(), entropy, locale: Some(locale.clone()) };
        let consent = VisitorConsent::read(&parts.headers, settings.consent_policy);
        let asked = Asked::read(parts);
        // After a refusal it runs once more, to remove what it kept.
        let tracks = !consent.denies(|to| to.analytics) || asked.is_known();
        // A page comes without its tracker rather than not at all. Its own notes need the source as well.
        let key = if tracks { storefront_key(&state.shop, &mut call).await.ok() } else { None };
        let write_key = key.filter(|_| tracker::is_built_in());
        let tree = category_tree(&state.shop, &call).await?;
        Ok(Visit {
            viewed: if consent.allowed().personalisation { viewed(&parts.headers) } else { Vec::new() },
            remembers_goods: cookie(&parts.headers, VIEWED_COOKIE).is_some(),
            page_view_id,
            asked,
            write_key,
            public_url: public_url(state, &parts.headers),
            state: state.clone(),
            call,
            settings,
            locale,
            nonce,
            consent,
            tree,
        })
    }
}

/// Where the shop is reached: as configured, else as this request reached it.
pub(crate) fn public_url(state: &AppState, headers: &HeaderMap) -> String {
    state.reach.public_url.clone().unwrap_or_else(|| {
        let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
        format!("http://{host}")
    })
}

fn viewed(headers: &HeaderMap) -> Vec<ProductId> {
    let remembered = cookie(headers, VIEWED_COOKIE).unwrap_or_default();
    let ids = remembered.split('.').take(VIEWED_MAX);
    ids.filter_map(|text| format!("{}_{text}", ProductId::PREFIX).parse().ok()).collect()
}

impl Visit {
    /// Refuses an address that names no language of the shop.
    pub(crate) fn require_locale(&self, in_path: &str) -> Result<(), FlowError> {
        if in_path == self.locale.as_str() {
            return Ok(());
        }
        Err(FlowError::not_found("language", in_path))
    }

    /// The frame of a page that is not counted, such as an error's.
    pub(crate) fn layout(&self) -> Layout {
        self.framed(serde_json::json!({"name": "Error"}))
    }

    /// The frame of a page with what it says of itself.
    pub(crate) fn layout_of(&self, seen: &Seen<'_>) -> Layout {
        self.framed(seen.to_json(&self.page_view_id))
    }

    fn framed(&self, page_event: serde_json::Value) -> Layout {
        let policy = self.settings.consent_policy;
        let asks = self.consent.asks();
        Layout {
            shop_name: self.settings.name.clone(),
            public_url: self.public_url.clone(),
            locale: self.locale.clone(),
            default_locale: self.settings.default_locale.clone(),
            locales: self.settings.locales.clone(),
            nonce: self.nonce.clone(),
            categories: self.links(None),
            consent: asks.then(|| ConsentBanner {
                waits: policy == ConsentPolicy::Required,
                back: self.asked.path.clone(),
            }),
            tracker: self.write_key.clone().map(|write_key| TrackerTag {
                script: tracker::PATH,
                write_key,
                consent_policy: policy.as_str(),
                consent_version: CONSENT_VERSION,
                page_event,
            }),
        }
    }

    /// Links to the categories right below one, or at the top, that hold goods.
    pub(crate) fn links(&self, parent: Option<CategoryId>) -> Vec<CategoryLink> {
        self.tree
            .children(parent)
            .map(|category| self.link(category))
            .filter(|link| !is_empty(link))
            .collect()
    }

    /// A link with the number of products.
    pub(crate) fn link(&self, category: &CategoryRow) -> CategoryLink {
        let mut link = CategoryLink::new(&category.name, &category.slug);
        link.product_count = u64::try_from(self.tree.products_below(category.id)).ok();
        link
    }

    /// Cards of an answer, each with its reason in words.
    pub(crate) async fn recommended(
        &self,
        slot: Slot,
        category: Option<CategoryId>,
        limit: usize,
    ) -> Result<(Vec<ProductCard>, bool), FlowError> {
        let visitor = match self.viewed.is_empty() {
            true => Visitor::Unknown,
            false => Visitor::Browser(self.viewed.clone()),
        };
        let query = RecommendQuery { slot, category, visitor, limit };
        let answer: Answer = recommend(&self.state.shop, query, &self.call).await?;
        let names = Names(&answer);
        let card_of = |item: &mercat_flow::recommend::Recommended| ProductCard {
            reason: item.reasons.first().map(|reason| reason_text(&self.locale, reason, &names)),
            ..card(&item.row)
        };
        Ok((answer.items.iter().map(card_of).collect(), answer.personal))
    }

    /// A page that was seen, as a response.
    pub(crate) fn page(
        &self,
        seen: &Seen<'_>,
        status: StatusCode,
        html: String,
    ) -> Result<Response, PageError> {
        self.record(seen);
        Ok(self.html(status, html))
    }

    /// Lets the browser forget what the visitor does not agree to.
    fn forget(&self, consent: Consent, response: &mut Response) {
        let mut expired = Vec::new();
        if !consent.analytics && self.asked.is_known() {
            expired.push(format!("{ANONYMOUS_ID_COOKIE}=; Path=/; Max-Age=0; SameSite=Lax"));
        }
        if !consent.personalisation && self.remembers_goods {
            expired.push(format!("{VIEWED_COOKIE}=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax"));
        }
        for cookie in expired {
            if let Ok(value) = HeaderValue::from_str(&cookie) {
                response.headers_mut().append(header::SET_COOKIE, value);
            }
        }
    }

    /// A page as a response.
    pub(crate) fn html(&self, status: StatusCode, html: String) -> Response {
        let mut response = (status, html).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
        headers.insert(header::CONTENT_SECURITY_POLICY, page_policy(&self.nonce));
        if let Ok(language) = HeaderValue::from_str(self.locale.as_str()) {
            headers.insert(header::CONTENT_LANGUAGE, language);
        }
        if let Some(consent) = self.consent.holds() {
            self.forget(consent, &mut response);
        }
        response
    }

    /// Lets the browser remember that it looked at a product, with consent to personalisation.
    pub(crate) fn remember(&self, product: ProductId, response: &mut Response) {
        if !self.consent.allowed().personalisation {
            return;
        }
        let others = self.viewed.iter().filter(|id| **id != product).copied();
        let ids: Vec<String> = std::iter::once(product)
            .chain(others)
            .take(VIEWED_MAX)
            .map(|id| id.to_string().split_off(ProductId::PREFIX.len() + 1))
            .collect();
        let seconds = VIEWED_DAYS * 86_400;
        let cookie = format!(
            "{VIEWED_COOKIE}={}; Path=/; Max-Age={seconds}; Secure; HttpOnly; SameSite=Lax",
            ids.join(".")
        );
        if let Ok(value) = HeaderValue::from_str(&cookie) {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
    }
}

fn is_empty(link: &CategoryLink) -> bool {
    link.product_count == Some(0)
}

/// A card without a reason.
pub(crate) fn card(row: &ProductRow) -> ProductCard {
    ProductCard {
        title: row.title.clone(),
        slug: row.slug.clone(),
        picture: picture(row),
        price: row.price,
        merchant: row.merchant_name.clone(),
        reason: None,
    }
}
