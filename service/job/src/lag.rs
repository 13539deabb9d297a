//! Tells the metrics how far each follower of the event log is behind.

use std::time::Duration;

use mercat_flow::FlowError;
use mercat_flow::lake::follower_lags;

use crate::{Context, Step};

/// How often.
const PAUSE: Duration = Duration::from_secs(5);

pub(crate) fn step(context: &Context) -> Result<Step, FlowError> {
    for lag in follower_lags(&context.shop)? {
        metrics::gauge!("event_log_follower_lag_events", "follower" => lag.follower).set(lag.events as f64);
    }
    Ok(Step::Idle(PAUSE))
}
