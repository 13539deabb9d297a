//! The parameters of an address, refused with the one that is to blame.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use mercat_flow::search::SEARCH_LENGTH_MAX;
use serde::Deserialize as _;
use serde::de::{DeserializeOwned, Deserializer, Error as _};

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
        // No text of a shop holds a zero character, and PostgreSQL refuses to be asked for one.
        if let Some((name, _)) = form_pairs(given.as_bytes()).find(|(_, value)| value.contains('\0')) {
            return Err(HttpError::field(name, "holds a zero character, which no text can hold"));
        }
        let pairs = serde_urlencoded::Deserializer::new(form_pairs(given.as_bytes()));
        let value = serde_path_to_error::deserialize(pairs)
            .map_err(|error| HttpError::field(blamed(&error), error.inner()))?;
        Ok(Params(value))
    }
}

/// The parameter to blame; one that is missing or there twice is named in the words only.
fn blamed(error: &serde_path_to_error::Error<serde::de::value::Error>) -> String {
    let path = error.path().to_string();
    if path != "." {
        return path;
    }
    error.inner().to_string().split('`').nth(1).unwrap_or(".").to_owned()
}

/// Words to search for; more than a person types would only slow the scan.
pub(crate) fn search_words<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let words = Option::<String>::deserialize(deserializer)?;
    if words.as_ref().is_some_and(|words| words.chars().count() > SEARCH_LENGTH_MAX) {
        return Err(D::Error::custom(format!("longer than {SEARCH_LENGTH_MAX} characters")));
    }
    Ok(words)
}

/// Names and values, percent signs decoded.
pub(crate) fn form_pairs(query: &[u8]) -> form_urlencoded::Parse<'_> {
    form_urlencoded::parse(query)
}
