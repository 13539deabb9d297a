//! A page seen: what it says of itself to the tracker, and the server's own note of it, under one id.

use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, header};
use mercat_flow::collect::{PageView, record_page_view};
use mercat_model::UnitPrice;
use serde_json::{Map, Value, json};

use crate::collect::device;
use crate::extract::cookie;
use crate::pages::consent::ANONYMOUS_ID_COOKIE;
use crate::pages::visit::Visit;

/// Longest anonymous id that is believed to be the tracker's.
const ANONYMOUS_ID_LENGTH_MAX: usize = 64;

/// Longest address of the page before.
const REFERRER_LENGTH_MAX: usize = 2_000;

/// What a page is and what it is about.
pub(crate) struct Seen<'a> {
    /// What kind of page, such as `Product`.
    pub(crate) name: &'static str,
    /// The name of what it shows.
    pub(crate) title: &'a str,
    /// Segment's name of its event, with the properties.
    pub(crate) event: Option<(&'static str, Map<String, Value>)>,
}

/// What the request for a page tells of the browser.
pub(crate) struct Asked {
    /// The address behind the host.
    pub(crate) path: String,
    referrer: Option<String>,
    anonymous_id: Option<String>,
    /// None for a program that is no browser, and for a page that nobody looks at yet.
    device: Option<&'static str>,
}

impl Asked {
    pub(crate) fn read(parts: &Parts) -> Self {
        let text = |name: &str| parts.headers.get(name).and_then(|value| value.to_str().ok());
        let is_ahead = text("sec-purpose").is_some_and(|purpose| purpose.contains("prefetch"));
        let is_seen = parts.method == Method::GET && !is_ahead;
        let referrer = text(header::REFERER.as_str()).filter(|text| text.len() <= REFERRER_LENGTH_MAX);
        Asked {
            path: parts.uri.path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string),
            referrer: referrer.map(str::to_owned),
            anonymous_id: anonymous_id(&parts.headers),
            device: text(header::USER_AGENT.as_str()).filter(|_| is_seen).and_then(device),
        }
    }

    /// Whether the tracker was here before.
    pub(crate) fn is_known(&self) -> bool {
        self.anonymous_id.is_some()
    }
}

fn anonymous_id(headers: &HeaderMap) -> Option<String> {
    let is_one = |id: &String| {
        let is_part = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        (1..=ANONYMOUS_ID_LENGTH_MAX).contains(&id.len()) && id.bytes().all(is_part)
    };
    cookie(headers, ANONYMOUS_ID_COOKIE).filter(is_one)
}

impl Seen<'_> {
    /// The page's own words for the tracker.
    pub(crate) fn to_json(&self, page_view_id: &str) -> Value {
        let mut told = json!({"page_view_id": page_view_id, "name": self.name});
        if let Some((event, properties)) = &self.event {
            told["event"] = (*event).into();
            told["properties"] = properties.clone().into();
        }
        told
    }
}

impl Visit {
    /// Notes that the page was shown, with the visitor's consent.
    pub(crate) fn record(&self, seen: &Seen<'_>) {
        let consent = self.consent.allowed();
        let Some(device) = self.asked.device.filter(|_| consent.analytics) else { return };
        let view = PageView {
            id: self.page_view_id.clone(),
            viewed_at: self.call.now,
            anonymous_id: self.asked.anonymous_id.clone(),
            consent,
            device: device.to_owned(),
            url: format!("{}{}", self.public_url, self.asked.path),
            referrer: self.asked.referrer.clone(),
            name: seen.name.to_owned(),
            title: seen.title.to_owned(),
            event: seen.event.clone().map(|(name, properties)| (name.to_owned(), properties)),
        };
        record_page_view(&self.state.shop, view);
    }
}

/// An object's fields.
pub(crate) fn fields(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}

/// A price as a JSON number, which is what Segment's events carry.
pub(crate) fn price(price: UnitPrice) -> Value {
    serde_json::from_str(&price.amount()).unwrap_or(Value::Null)
}
