//! Which page of a list.

use mercat_flow::{Cursor, PAGE_LIMIT_MAX, Page};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::error::HttpError;

/// Rows of a page unless asked otherwise: a screenful.
const PAGE_LIMIT_DEFAULT: i64 = 50;

/// Cursor pagination, for lists whose parameters have these two fields.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct PageParams {
    /// Where to go on: `next_cursor` of the page before.
    pub(crate) cursor: Option<String>,
    /// Rows, 1 to 200.
    #[param(minimum = 1, maximum = 200, default = 50)]
    pub(crate) limit: Option<i64>,
}

/// Reads the two fields.
pub(crate) fn page_of(cursor: Option<&str>, limit: Option<i64>) -> Result<Page, HttpError> {
    let limit = limit.unwrap_or(PAGE_LIMIT_DEFAULT);
    if !(1..=PAGE_LIMIT_MAX).contains(&limit) {
        return Err(HttpError::field("limit", format!("`{limit}` is not 1 to {PAGE_LIMIT_MAX}")));
    }
    let after = match cursor {
        None => None,
        Some(text) => Some(Cursor::parse(text).ok_or_else(|| {
            HttpError::field("cursor", "not a cursor of this list: use next_cursor of a page as it came")
        })?),
    };
    Ok(Page { limit, after })
}
