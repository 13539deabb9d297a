//! The calls of the Segment HTTP API: batches and single messages.

use std::borrow::Cow;

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use mercat_flow::collect::{BATCH_EVENTS_MAX, Batch, Receipt, Rejected};
use mercat_model::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::body::Taken;
use super::loose::{Text, time};
use super::message::{self, Call, Shared};
use crate::error::{HttpError, INVALID_MESSAGE};

/// The single calls: their addresses, long and short, and what they are.
pub(super) const CALLS: [(&str, &str, Call); 6] = [
    ("track", "t", Call::Track),
    ("identify", "i", Call::Identify),
    ("page", "p", Call::Page),
    ("screen", "s", Call::Screen),
    ("group", "g", Call::Group),
    ("alias", "a", Call::Alias),
];

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct BatchBody<'a> {
    #[serde(borrow)]
    batch: Vec<&'a RawValue>,
    #[serde(borrow, default)]
    sent_at: Option<Text<'a>>,
    #[serde(borrow, default)]
    write_key: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    context: Option<&'a RawValue>,
}

/// The parts of a single message that are about the request.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Envelope<'a> {
    #[serde(borrow, default)]
    sent_at: Option<Text<'a>>,
    #[serde(borrow, default)]
    write_key: Option<Cow<'a, str>>,
}

/// What became of a request, as sent.
#[derive(Serialize)]
struct Answer {
    success: bool,
    accepted: usize,
    repeated: usize,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rejected: Vec<RejectedEvent>,
}

#[derive(Serialize)]
struct RejectedEvent {
    index: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<String>,
    reason: String,
}

/// A receipt as an answer: 200 when something was taken or there was nothing to take, 400 when all was wrong.
pub(super) fn answer(receipt: Receipt) -> Response {
    let success = receipt.accepted + receipt.repeated > 0 || receipt.rejected.is_empty();
    let rejected = receipt.rejected.into_iter();
    let body = Answer {
        success,
        accepted: receipt.accepted,
        repeated: receipt.repeated,
        rejected: rejected
            .map(|one| RejectedEvent { index: one.index, field: one.field, reason: one.reason })
            .collect(),
    };
    let status = if success { StatusCode::OK } else { StatusCode::BAD_REQUEST };
    (status, Json(body)).into_response()
}

/// When the client sent it; a time that can't be read corrects nothing.
fn sent_at(text: Option<&Text<'_>>) -> Option<Timestamp> {
    time(&text?.0).ok()
}

fn utf8(bytes: &[u8]) -> Result<&str, HttpError> {
    std::str::from_utf8(bytes)
        .map_err(|error| HttpError::new(&INVALID_MESSAGE, format!("not UTF-8: {error}")))
}

fn invalid(error: serde_json::Error) -> HttpError {
    HttpError::new(&INVALID_MESSAGE, error)
}

/// `POST /v1/batch`
pub(super) async fn batch(taken: Taken) -> Result<Response, HttpError> {
    let body: BatchBody<'_> = serde_json::from_str(utf8(&taken.bytes)?).map_err(invalid)?;
    let source = taken.source(body.write_key.as_deref()).await?;
    if body.batch.len() > BATCH_EVENTS_MAX {
        let reason = format!("{} events: at most {BATCH_EVENTS_MAX} at once", body.batch.len());
        return Err(HttpError::new(&INVALID_MESSAGE, reason));
    }
    let shared = Shared {
        call: None,
        context: body.context.map(RawValue::get),
        user_agent: taken.user_agent.as_deref(),
    };
    let mut batch = Batch { sent_at: sent_at(body.sent_at.as_ref()), ..Batch::default() };
    for (index, raw) in body.batch.iter().enumerate() {
        match message::read(index, raw.get(), shared) {
            Ok(event) => batch.events.push((index, event)),
            Err(rejected) => batch.rejected.push(rejected),
        }
    }
    Ok(answer(taken.collect(&source, batch).await?))
}

/// `POST /v1/track` and the other single calls.
pub(super) async fn single(call: Call, taken: Taken) -> Result<Response, HttpError> {
    let json = utf8(&taken.bytes)?;
    let envelope: Envelope<'_> = serde_json::from_str(json).map_err(invalid)?;
    let source = taken.source(envelope.write_key.as_deref()).await?;
    let shared = Shared { call: Some(call), context: None, user_agent: taken.user_agent.as_deref() };
    let mut batch = Batch { sent_at: sent_at(envelope.sent_at.as_ref()), ..Batch::default() };
    match message::read(0, json.trim(), shared) {
        Ok(event) => batch.events.push((0, event)),
        Err(rejected) => batch.rejected.push(rejected),
    }
    let receipt = taken.collect(&source, batch).await?;
    match receipt.rejected.first() {
        Some(Rejected { field, reason, .. }) => {
            let error = HttpError::new(&INVALID_MESSAGE, reason);
            Err(match field {
                Some(field) => error.blaming(field),
                None => error,
            })
        }
        None => Ok(answer(receipt)),
    }
}
