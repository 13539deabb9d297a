//! User Behavior Insights, version 1.3.0: what people searched for and what they did with the results.
//!
//! A query becomes a search; an event becomes what its `action_name` says, with the object as its product. The format
//! has no message id: equal messages of one client are one message.

use axum::response::Response;
use mercat_flow::collect::{BATCH_EVENTS_MAX, Batch, EVENT_BYTES_MAX, Incoming, Rejected};
use mercat_model::EventKind;
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::body::Taken;
use super::context::device;
use super::loose::{Text, time};
use super::segment::answer;
use crate::error::{HttpError, INVALID_MESSAGE};

/// Actions that are spelled unlike our kinds.
const ACTIONS: [(&str, EventKind); 13] = [
    ("click", EventKind::ProductClicked),
    ("item_click", EventKind::ProductClicked),
    ("product_click", EventKind::ProductClicked),
    ("view", EventKind::ProductViewed),
    ("product_view", EventKind::ProductViewed),
    ("impression", EventKind::ProductListViewed),
    ("add_to_cart", EventKind::ProductAdded),
    ("remove_from_cart", EventKind::ProductRemoved),
    ("wishlist", EventKind::ProductWished),
    ("purchase", EventKind::OrderCompleted),
    ("buy", EventKind::OrderCompleted),
    ("search", EventKind::ProductsSearched),
    ("page_view", EventKind::PageViewed),
];

#[derive(Deserialize)]
struct Query<'a> {
    #[serde(borrow, default)]
    application: Option<Text<'a>>,
    #[serde(borrow)]
    query_id: Text<'a>,
    #[serde(borrow)]
    client_id: Text<'a>,
    #[serde(borrow, default)]
    session_id: Option<Text<'a>>,
    #[serde(borrow)]
    user_query: Text<'a>,
    #[serde(borrow, default)]
    timestamp: Option<Text<'a>>,
    #[serde(borrow, default)]
    object_id_field: Option<Text<'a>>,
    #[serde(borrow, default)]
    query_response_id: Option<Text<'a>>,
    #[serde(default)]
    query_response_hit_ids: Option<Vec<Value>>,
    #[serde(default)]
    query_attributes: Option<Map<String, Value>>,
}

#[derive(Deserialize)]
struct Event<'a> {
    #[serde(borrow, default)]
    application: Option<Text<'a>>,
    #[serde(borrow)]
    action_name: Text<'a>,
    #[serde(borrow, default)]
    query_id: Option<Text<'a>>,
    #[serde(borrow)]
    client_id: Text<'a>,
    #[serde(borrow, default)]
    session_id: Option<Text<'a>>,
    #[serde(borrow, default)]
    user_id: Option<Text<'a>>,
    #[serde(borrow, default)]
    timestamp: Option<Text<'a>>,
    #[serde(borrow, default)]
    message_type: Option<Text<'a>>,
    #[serde(borrow, default)]
    message: Option<Text<'a>>,
    #[serde(borrow, default)]
    user_query: Option<Text<'a>>,
    #[serde(default)]
    event_attributes: Option<Map<String, Value>>,
}

type Read = fn(&str) -> Result<Incoming, Rejected>;

/// `POST /ubi/queries`: one query or a list of them.
pub(super) async fn queries(taken: Taken) -> Result<Response, HttpError> {
    receive(taken, query).await
}

/// `POST /ubi/events`: one event or a list of them.
pub(super) async fn events(taken: Taken) -> Result<Response, HttpError> {
    receive(taken, event).await
}

async fn receive(taken: Taken, read: Read) -> Result<Response, HttpError> {
    let source = taken.source(None).await?;
    let invalid = |error: serde_json::Error| HttpError::new(&INVALID_MESSAGE, error);
    let is_list = taken.bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'[');
    let messages: Vec<&RawValue> = match is_list {
        true => serde_json::from_slice(&taken.bytes).map_err(invalid)?,
        false => vec![serde_json::from_slice(&taken.bytes).map_err(invalid)?],
    };
    if messages.len() > BATCH_EVENTS_MAX {
        let reason = format!("{} messages: at most {BATCH_EVENTS_MAX} at once", messages.len());
        return Err(HttpError::new(&INVALID_MESSAGE, reason));
    }
    let mut batch = Batch::default();
    for (index, raw) in messages.into_iter().enumerate() {
        match read(raw.get()) {
            Ok(mut event) => {
                event.device = taken.user_agent.as_deref().and_then(device).map(str::to_owned);
                batch.events.push((index, event));
            }
            Err(rejected) => batch.rejected.push(Rejected { index, ..rejected }),
        }
    }
    Ok(answer(taken.collect(&source, batch).await?))
}

fn rejected(field: Option<&str>, reason: impl ToString) -> Rejected {
    Rejected { index: 0, field: field.map(str::to_owned), reason: reason.to_string() }
}

fn parsed<'a, T: Deserialize<'a>>(json: &'a str) -> Result<T, Rejected> {
    if json.len() > EVENT_BYTES_MAX {
        return Err(rejected(None, format!("{} bytes: at most {EVENT_BYTES_MAX}", json.len())));
    }
    let mut deserializer = serde_json::Deserializer::from_str(json);
    serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let path = error.path().to_string();
        rejected(Some(path.as_str()).filter(|path| *path != "."), error.inner())
    })
}

/// Adds the texts that are there.
fn add<const N: usize>(properties: &mut Map<String, Value>, texts: [(&str, Option<Text<'_>>); N]) {
    for (name, text) in texts {
        if let Some(text) = Text::given(text) {
            properties.insert(name.to_owned(), text.into());
        }
    }
}

fn when(timestamp: Option<&Text<'_>>) -> Result<Option<mercat_model::Timestamp>, Rejected> {
    timestamp.map(|text| time(&text.0)).transpose().map_err(|reason| rejected(Some("timestamp"), reason))
}

fn query(json: &str) -> Result<Incoming, Rejected> {
    let query: Query<'_> = parsed(json)?;
    let mut incoming = Incoming::new(EventKind::ProductsSearched);
    incoming.occurred_at = when(query.timestamp.as_ref())?;
    incoming.message_id = Some(format!("ubi-query/{}/{}", query.client_id.0, query.query_id.0))
        .filter(|id| id.chars().count() <= 200)
        .or_else(|| Some(content_id(json)));
    incoming.anonymous_id = Text::given(Some(query.client_id));
    incoming.session = Text::given(query.session_id);
    incoming.properties = query.query_attributes.unwrap_or_default();
    if let Some(hits) = query.query_response_hit_ids {
        incoming.properties.insert("hits".to_owned(), hits.len().into());
        incoming.properties.insert("hit_ids".to_owned(), hits.into());
    }
    add(
        &mut incoming.properties,
        [
            ("query", Some(query.user_query)),
            ("query_id", Some(query.query_id)),
            ("application", query.application),
            ("object_id_field", query.object_id_field),
            ("query_response_id", query.query_response_id),
        ],
    );
    Ok(incoming)
}

fn event(json: &str) -> Result<Incoming, Rejected> {
    let event: Event<'_> = parsed(json)?;
    let action = event.action_name.0.trim().to_lowercase();
    let known = ACTIONS.iter().find(|(name, _)| *name == action).map(|(_, kind)| kind.clone());
    let mut incoming = Incoming::new(known.unwrap_or_else(|| EventKind::named(event.action_name.0.trim())));
    incoming.occurred_at = when(event.timestamp.as_ref())?;
    incoming.message_id = Some(content_id(json));
    incoming.anonymous_id = Text::given(Some(event.client_id));
    incoming.user_id = Text::given(event.user_id);
    incoming.session = Text::given(event.session_id);
    let attributes = event.event_attributes.unwrap_or_default();
    if let Some(object) = attributes.get("object").and_then(Value::as_object) {
        let reference = ["object_id", "internal_id"].iter().find_map(|name| match object.get(*name)? {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        });
        if let Some(reference) = reference {
            incoming.properties.insert("product_id".to_owned(), reference.into());
        }
    }
    let ordinal = attributes.get("position").and_then(|position| position.get("ordinal")).cloned();
    incoming.properties.extend(attributes);
    if let Some(ordinal) = ordinal {
        incoming.properties.insert("position".to_owned(), ordinal);
    }
    add(
        &mut incoming.properties,
        [
            ("action_name", Some(event.action_name)),
            ("query_id", event.query_id),
            ("query", event.user_query),
            ("application", event.application),
            ("message_type", event.message_type),
            ("message", event.message),
        ],
    );
    Ok(incoming)
}

/// An id of what a message says, whatever its spaces.
fn content_id(json: &str) -> String {
    let compact = serde_json::from_str::<Value>(json).map_or_else(|_| json.to_owned(), |v| v.to_string());
    format!("ubi/{}", blake3::hash(compact.as_bytes()).to_hex())
}
