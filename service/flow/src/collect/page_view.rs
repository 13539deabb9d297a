//! Pages that the server showed, for browsers whose tracker stays silent: blocked, or without scripts.
//!
//! A page carries the id of its view, and the tracker sends that id. The server holds its own note of the view back
//! for a while and then appends it under the same id: when the tracker was heard, the log has the id already and the
//! note adds nothing; otherwise the view counts, marked `tracker: none`. Notes live in the process; those of a
//! server that is killed are lost, because nobody was promised them.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use mercat_model::{Event, EventId, EventItem, EventKind, ProductId, Source, SourceKind, Timestamp};
use mercat_store::source;
use serde_json::{Map, Value};

use crate::collect::goods::objects;
use crate::collect::privacy::redact_url;
use crate::collect::translate;
use crate::error::FlowError;
use crate::setting::Consent;
use crate::setting::load;
use crate::shop::Shop;

/// How long the tracker has: a slow phone has loaded the page and its script by then.
pub const HOLD_SECONDS: i64 = 30;

/// Views held back at once, some 15 MB: 300 pages a second. What comes beyond is not counted by the server.
const HELD_MAX: usize = 10_000;

/// Views appended at once; each is up to two events.
const VIEWS_A_BATCH: usize = 500;

/// One page shown to one browser, recorded only with the visitor's consent to analytics.
#[derive(Debug, Clone, PartialEq)]
pub struct PageView {
    /// The id that the page carries; the tracker sends its page event as this message.
    pub id: String,
    /// When it was shown.
    pub viewed_at: Timestamp,
    /// The visitor's anonymous id, where their browser has one.
    pub anonymous_id: Option<String>,
    /// What the visitor agreed to.
    pub consent: Consent,
    /// Desktop, phone or tablet.
    pub device: String,
    /// The full address.
    pub url: String,
    /// Where the browser came from.
    pub referrer: Option<String>,
    /// What kind of page, such as `Product`.
    pub name: String,
    /// What it was about.
    pub title: String,
    /// The event of the page with its properties, such as `Product Viewed`.
    pub event: Option<(String, Map<String, Value>)>,
}

/// Views that wait for their tracker.
#[derive(Debug, Default)]
pub struct PageViewsHeld {
    views: Mutex<VecDeque<PageView>>,
    dropped: AtomicU64,
}

/// Which views are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// Those whose tracker had its time, by this clock.
    At(Timestamp),
    /// All: the server stops. A tracker that is heard later adds nothing.
    Now(Timestamp),
}

/// Holds a view back. It is dropped, and counted as dropped, when too many wait.
pub fn record_page_view(shop: &Shop, view: PageView) {
    let mut views = shop.page_views.views.lock().unwrap_or_else(PoisonError::into_inner);
    if views.len() < HELD_MAX {
        views.push_back(view);
    } else {
        shop.page_views.dropped.fetch_add(1, Ordering::Relaxed);
    }
}

/// Appends a batch of the views that are due; how many it looked at.
pub fn write_page_views(shop: &Shop, due: Due) -> Result<usize, FlowError> {
    let dropped = shop.page_views.dropped.swap(0, Ordering::Relaxed);
    if dropped > 0 {
        tracing::warn!(dropped, "more pages were shown than the server can hold back; they are not counted");
    }
    let (now, until) = match due {
        Due::At(now) => (now, now.plus_seconds(-HOLD_SECONDS)),
        Due::Now(now) => (now, now),
    };
    let views: Vec<PageView> = {
        let held = shop.page_views.views.lock().unwrap_or_else(PoisonError::into_inner);
        held.iter().take(VIEWS_A_BATCH).take_while(|view| view.viewed_at <= until).cloned().collect()
    };
    if views.is_empty() {
        return Ok(0);
    }
    let found = shop.store.read_blocking("page_view.source", |tx| {
        let own = source::all(tx)?.into_iter().find(|source| source.kind == SourceKind::Storefront);
        Ok::<_, FlowError>((own, load::settings(tx)?.currency))
    })?;
    if let (Some(own), currency) = found {
        let events: Vec<Event> = views.iter().flat_map(|view| events(view, &own, currency, now)).collect();
        shop.log.append_collected_blocking(&events)?;
    }
    // Only here are views taken out, and only one job runs here, so the first ones are still the same.
    let mut held = shop.page_views.views.lock().unwrap_or_else(PoisonError::into_inner);
    let written = views.len().min(held.len());
    held.drain(..written);
    Ok(views.len())
}

/// The events of a view as the tracker would have sent them, under its message ids.
fn events(view: &PageView, own: &Source, currency: mercat_model::Currency, now: Timestamp) -> Vec<Event> {
    let purposes = view.consent.purposes().into_iter().filter(|(_, agreed)| *agreed);
    let consent: Vec<String> = purposes.map(|(name, _)| name.to_owned()).collect();
    let url = redact_url(&view.url);
    let event = |message: &str, kind: EventKind, mut properties: Map<String, Value>| {
        let id = EventId::derived(now.id_ms(), &own.id.to_string(), message);
        let mut event = Event::new(id, kind, view.viewed_at);
        event.received_at = now;
        event.source_id = Some(own.id);
        event.anonymous_id = view.anonymous_id.clone();
        event.device = Some(view.device.clone());
        event.url = Some(url.clone());
        event.consent = consent.clone();
        event.items = items(&properties);
        event.value = translate::value(&event.kind, &properties, currency);
        properties.insert("tracker".to_owned(), "none".into());
        event.properties = properties.into_iter().collect();
        event
    };
    let mut page = Map::new();
    page.insert("name".to_owned(), view.name.clone().into());
    page.insert("title".to_owned(), view.title.clone().into());
    page.insert("url".to_owned(), url.clone().into());
    if let Some(referrer) = &view.referrer {
        page.insert("referrer".to_owned(), redact_url(referrer).into());
    }
    let own_event = view
        .event
        .clone()
        .map(|(name, properties)| event(&format!("{}.event", view.id), EventKind::named(&name), properties));
    std::iter::once(event(&view.id, EventKind::PageViewed, page)).chain(own_event).collect()
}

/// The goods of a page's event; the storefront names them by our own ids.
fn items(properties: &Map<String, Value>) -> Vec<EventItem> {
    objects(properties)
        .filter_map(|object| object.get("product_id")?.as_str()?.parse::<ProductId>().ok())
        .map(|product_id| EventItem { product_id, quantity: 1 })
        .collect()
}
