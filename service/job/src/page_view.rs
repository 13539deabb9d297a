//! Writes the page views whose tracker stayed silent.

use std::time::Duration;

use mercat_flow::FlowError;
use mercat_flow::collect::{Due, write_page_views};

use crate::{Context, Step};

/// How long a view that is due may wait; nobody looks at the last seconds only.
const PAUSE: Duration = Duration::from_secs(2);

pub(crate) fn step(context: &Context) -> Result<Step, FlowError> {
    match write_page_views(&context.shop, Due::At((context.now)()))? {
        0 => Ok(Step::Idle(PAUSE)),
        _ => Ok(Step::Busy),
    }
}

/// Writes all that is left, when the server stops.
pub(crate) fn finish(context: &Context) -> Result<(), FlowError> {
    while write_page_views(&context.shop, Due::Now((context.now)()))? > 0 {}
    Ok(())
}
