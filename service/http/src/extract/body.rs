//! A JSON body, refused with the field that is to blame.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{StatusCode, header};
use serde::de::DeserializeOwned;

use crate::error::{HttpError, INVALID_BODY, PAYLOAD_TOO_LARGE};
use crate::state::AppState;

/// A JSON body with its bytes, which tell a repeated request from another one.
pub(crate) struct Body<T> {
    pub(crate) value: T,
    pub(crate) bytes: Bytes,
}

impl<T: DeserializeOwned> FromRequest<AppState> for Body<T> {
    type Rejection = HttpError;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, HttpError> {
        // A form of another site can't send this type without asking first.
        let content_type = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let is_json = content_type
            .and_then(|value| value.split(';').next())
            .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"));
        if !is_json {
            return Err(HttpError::new(&INVALID_BODY, "the Content-Type is not application/json"));
        }
        let bytes = Bytes::from_request(request, state).await.map_err(|rejection| {
            let too_large = rejection.status() == StatusCode::PAYLOAD_TOO_LARGE;
            let kind = if too_large { &PAYLOAD_TOO_LARGE } else { &INVALID_BODY };
            HttpError::new(kind, rejection.body_text())
        })?;
        let mut json = serde_json::Deserializer::from_slice(&bytes);
        let value = serde_path_to_error::deserialize(&mut json).map_err(|error| {
            let (path, reason) = (error.path().to_string(), error.inner().to_string());
            if path == "." { HttpError::new(&INVALID_BODY, reason) } else { HttpError::field(path, reason) }
        })?;
        Ok(Body { value, bytes })
    }
}
