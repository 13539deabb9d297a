//! The idempotency key of a change.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use mercat_flow::Once;
use mercat_flow::once::KEY_LENGTH_MAX;
use mercat_flow::staff::Session;

use crate::error::HttpError;
use crate::state::AppState;

/// The `Idempotency-Key` header and the target of the request.
pub(crate) struct IdempotencyKey {
    key: String,
    target: String,
}

impl FromRequestParts<AppState> for IdempotencyKey {
    type Rejection = HttpError;

    async fn from_request_parts(parts: &mut Parts, _: &AppState) -> Result<Self, HttpError> {
        let sent = parts.headers.get("idempotency-key").and_then(|value| value.to_str().ok()).unwrap_or("");
        if sent.is_empty() || sent.len() > KEY_LENGTH_MAX {
            let reason =
                format!("every change needs one of 1 to {KEY_LENGTH_MAX} characters, such as a UUID");
            return Err(HttpError::field("Idempotency-Key", reason));
        }
        Ok(IdempotencyKey { key: sent.to_owned(), target: format!("{} {}", parts.method, parts.uri) })
    }
}

impl IdempotencyKey {
    /// The key as a use case takes it, bound to the person, the target and the body.
    pub(crate) fn once<R>(self, session: &Session, body: &[u8], render: fn(&R) -> (u16, String)) -> Once<R> {
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.target.as_bytes());
        hasher.update(&[0]);
        hasher.update(body);
        Once {
            scope: session.staff_id.to_string(),
            key: self.key,
            request_hash: *hasher.finalize().as_bytes(),
            render,
        }
    }
}
