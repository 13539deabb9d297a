//! The parameters of an address, refused with the one that is to blame.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

use crate::error::HttpError;
use crate::state::AppState;

/// Parameters behind the question mark; empty ones count as not given.
pub(crate) struct Params<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequestParts<AppState> for Params<T> {
    type Rejection = HttpError;

    async fn from_request_parts(parts: &mut Parts, _: &AppState) -> Result<Self, HttpError> {
        let query = parts.uri.query().unwrap_or_default();
        let given: Vec<&str> =
            query.split('&').filter(|pair| !pair.ends_with('=') && !pair.is_empty()).collect();
        let given = given.join("&");
        let pairs = serde_urlencoded::Deserializer::new(form_pairs(given.as_bytes()));
        let value = serde_path_to_error::deserialize(pairs)
            .map_err(|error| HttpError::field(error.path(), error.inner()))?;
        Ok(Params(value))
    }
}

fn form_pairs(query: &[u8]) -> form_urlencoded::Parse<'_> {
    form_urlencoded::parse(query)
}
