//! A page of the people behind a number of a report on behaviour.

use mercat_model::Actor;

use crate::error::HttpError;

pub(crate) use mercat_flow::report::behaviour::Page;

/// People of a page unless asked otherwise: a screenful.
const LIMIT_DEFAULT: usize = 50;

/// Reads the cursor (the last person of the page before) and the limit.
pub(crate) fn page_of(cursor: Option<&str>, limit: Option<usize>) -> Result<Page, HttpError> {
    let refused =
        |_| HttpError::field("cursor", "not a cursor of this list: use next_cursor of a page as it came");
    let after = cursor.map(str::parse::<Actor>).transpose().map_err(refused)?;
    let page = Page::new(after, limit.unwrap_or(LIMIT_DEFAULT));
    page.map_err(|error| mercat_flow::FlowError::from(error).into())
}
