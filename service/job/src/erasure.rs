//! Erases people who wished to be forgotten.

use std::time::Duration;

use mercat_flow::FlowError;
use mercat_flow::identity::erase_next;

use crate::{Context, Step};

/// How long a wish may wait after its time has come.
const PAUSE: Duration = Duration::from_secs(10);

pub(crate) fn step(context: &Context) -> Result<Step, FlowError> {
    if erase_next(&context.shop, (context.now)())? {
        tracing::info!("a person was forgotten");
        return Ok(Step::Busy);
    }
    Ok(Step::Idle(PAUSE))
}
