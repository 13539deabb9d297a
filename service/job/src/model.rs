//! Brings a newly trained model into service, whichever process trained it.

use std::time::Duration;

use mercat_flow::FlowError;
use mercat_flow::recommend::refresh_model;

use crate::{Context, Step};

/// How long a new model may wait to serve.
const PAUSE: Duration = Duration::from_secs(2);

pub(crate) fn step(context: &Context) -> Result<Step, FlowError> {
    if refresh_model(&context.shop)? {
        let live = context.shop.live_model().map(|live| live.id.to_string());
        tracing::info!(model = live, "a model came into service");
    }
    Ok(Step::Idle(PAUSE))
}
