//! Changes what the tracking plan expects.

use mercat_model::{EventKind, Timestamp};
use mercat_store::plan::{self, PlannedEvent, PlannedProperty};

use crate::error::FlowError;
use crate::once::{Once, OnceAnswer, once};
use crate::plan::PROPERTY_KINDS;
use crate::shop::Shop;

/// Events of a plan: more than any shop names.
const EVENTS_MAX: usize = 200;

/// Properties of one expected event.
const PROPERTIES_MAX: usize = 50;

/// Characters of a name.
const NAME_LENGTH_MAX: usize = 200;

/// Characters of a description.
const DESCRIPTION_LENGTH_MAX: usize = 1_000;

/// An event that is to be expected.
#[derive(Debug, Clone)]
pub struct PlanChange {
    /// Its name as clients send it: `Product Viewed` and `product_viewed` are one.
    pub name: String,
    /// What it means.
    pub description: String,
    /// The properties it has.
    pub properties: Vec<PlannedProperty>,
}

/// Adds an event to the plan or changes what it expects of it.
pub async fn change_plan(
    shop: &Shop,
    change: PlanChange,
    request: Once<PlannedEvent>,
    now: Timestamp,
) -> Result<OnceAnswer, FlowError> {
    let event = checked(change, now)?;
    once(shop, "plan.change", request, now, move |tx| {
        let all = plan::all(tx)?;
        if all.len() >= EVENTS_MAX && all.iter().all(|known| known.name != event.name) {
            return Err(FlowError::invalid("name", format!("the plan has {EVENTS_MAX} events already")));
        }
        plan::put(tx, &event)?;
        Ok(event.clone())
    })
    .await
}

/// Takes an event out of the plan.
pub async fn remove_from_plan(
    shop: &Shop,
    name: String,
    request: Once<()>,
    now: Timestamp,
) -> Result<OnceAnswer, FlowError> {
    once(shop, "plan.remove", request, now, move |tx| {
        if !plan::remove(tx, &name)? {
            return Err(FlowError::not_found("planned event", &name));
        }
        Ok(())
    })
    .await
}

fn checked(change: PlanChange, now: Timestamp) -> Result<PlannedEvent, FlowError> {
    let fits = |text: &str, max: usize| text.chars().count() <= max && !text.chars().any(char::is_control);
    let name = EventKind::named(change.name.trim()).as_str().to_owned();
    if name.is_empty() || !fits(&name, NAME_LENGTH_MAX) {
        return Err(FlowError::invalid("name", format!("1 to {NAME_LENGTH_MAX} printable characters")));
    }
    if !fits(&change.description, DESCRIPTION_LENGTH_MAX) {
        let reason = format!("at most {DESCRIPTION_LENGTH_MAX} printable characters");
        return Err(FlowError::invalid("description", reason));
    }
    if change.properties.len() > PROPERTIES_MAX {
        return Err(FlowError::invalid("properties", format!("at most {PROPERTIES_MAX}")));
    }
    for property in &change.properties {
        if property.name.is_empty() || !fits(&property.name, NAME_LENGTH_MAX) {
            return Err(FlowError::invalid("properties", "every property needs a name"));
        }
        if !property.kind.is_empty() && !PROPERTY_KINDS.contains(&property.kind.as_str()) {
            let reason = format!("`{}` is not one of {}", property.kind, PROPERTY_KINDS.join(", "));
            return Err(FlowError::invalid("properties", reason));
        }
    }
    let description = change.description.trim().to_owned();
    Ok(PlannedEvent { name, description, properties: change.properties, updated_at: now })
}
