//! Sources of events, their keys, the tracking plan and what arrives, on the wire.

use mercat_flow::collect::Refused as FlowRefused;
use mercat_flow::plan::{
    PlanView, PlannedEvent as FlowPlanned, PlannedProperty as FlowProperty, ViolationRow,
};
use mercat_flow::source::{Arrivals as FlowArrivals, SourceView};
use mercat_model::{Event, SourceKind};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

/// A source of events.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Source {
    #[schema(example = "src_01h455vb4pex5vsknk084sn02q")]
    pub(crate) id: String,
    pub(crate) name: String,
    /// `storefront`, `browser` or `server`.
    #[schema(example = "browser")]
    pub(crate) kind: String,
    /// Whose numbers its user ids are: the source of an import, or `user`.
    #[schema(example = "user")]
    pub(crate) user_ids: String,
    #[schema(format = DateTime)]
    pub(crate) created_at: String,
    /// Oldest first.
    pub(crate) keys: Vec<WriteKey>,
}

/// A write key.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct WriteKey {
    /// The key; of a server only its last four characters, unless you may change the settings.
    pub(crate) key: String,
    #[schema(format = DateTime)]
    pub(crate) created_at: String,
    /// Null while it works.
    #[schema(required, format = DateTime)]
    pub(crate) revoked_at: Option<String>,
}

/// Every source.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct SourcesBody {
    pub(crate) items: Vec<Source>,
}

/// A source to add.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewSource {
    #[schema(min_length = 1, max_length = 60)]
    pub(crate) name: String,
    /// `browser` or `server`.
    #[schema(example = "browser")]
    pub(crate) kind: String,
    /// Whose numbers its user ids are; by default `user`.
    pub(crate) user_ids: Option<String>,
}

/// What to change of a source.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SourceChange {
    #[schema(min_length = 1, max_length = 60)]
    pub(crate) name: String,
}

/// Which key to stop.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct KeyRevocation {
    pub(crate) key: String,
}

impl Source {
    /// A source; `shows_secrets` says whether the reader may see the keys of servers.
    pub(crate) fn of(view: &SourceView, shows_secrets: bool) -> Self {
        let shown = |key: &str| match view.source.kind == SourceKind::Server && !shows_secrets {
            true => format!("…{}", key.get(key.len().saturating_sub(4)..).unwrap_or_default()),
            false => key.to_owned(),
        };
        let keys = view.keys.iter().map(|key| WriteKey {
            key: shown(&key.key),
            created_at: key.created_at.to_string(),
            revoked_at: key.revoked_at.map(|at| at.to_string()),
        });
        Source {
            id: view.source.id.to_string(),
            name: view.source.name.clone(),
            kind: view.source.kind.as_str().to_owned(),
            user_ids: view.source.user_ids.clone(),
            created_at: view.source.created_at.to_string(),
            keys: keys.collect(),
        }
    }
}

/// An event that arrived.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Arrival {
    #[schema(example = "evt_01h455vb4pex5vsknk084sn02q")]
    pub(crate) id: String,
    /// Its place in the log.
    pub(crate) offset: u64,
    #[schema(example = "product_viewed")]
    pub(crate) kind: String,
    #[schema(format = DateTime)]
    pub(crate) occurred_at: String,
    #[schema(format = DateTime)]
    pub(crate) received_at: String,
    #[schema(required)]
    pub(crate) source_id: Option<String>,
    #[schema(required)]
    pub(crate) member_id: Option<String>,
    #[schema(required)]
    pub(crate) anonymous_id: Option<String>,
    /// The whole event as it is kept.
    #[schema(value_type = Object)]
    pub(crate) event: Value,
}

/// Something that was refused.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Refused {
    #[schema(format = DateTime)]
    pub(crate) at: String,
    /// Null when the write key was unknown.
    #[schema(required)]
    pub(crate) source_id: Option<String>,
    /// The position in its batch, from 0.
    pub(crate) index: usize,
    #[schema(required)]
    pub(crate) field: Option<String>,
    pub(crate) reason: String,
}

/// What comes in right now, latest first.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Arrivals {
    /// At most 100.
    pub(crate) events: Vec<Arrival>,
    /// What this server refused, at most 200.
    pub(crate) refused: Vec<Refused>,
}

impl From<FlowArrivals> for Arrivals {
    fn from(arrivals: FlowArrivals) -> Self {
        let event = |(offset, event): (u64, Event)| Arrival {
            id: event.id.to_string(),
            offset,
            kind: event.kind.as_str().to_owned(),
            occurred_at: event.occurred_at.to_string(),
            received_at: event.received_at.to_string(),
            source_id: event.source_id.map(|id| id.to_string()),
            member_id: event.member_id.map(|id| id.to_string()),
            anonymous_id: event.anonymous_id.clone(),
            event: serde_json::to_value(&event).unwrap_or_default(),
        };
        let refused = |one: FlowRefused| Refused {
            at: one.at.to_string(),
            source_id: one.source_id.map(|id| id.to_string()),
            index: one.index,
            field: one.field,
            reason: one.reason,
        };
        Arrivals {
            events: arrivals.events.into_iter().map(event).collect(),
            refused: arrivals.refused.into_iter().map(refused).collect(),
        }
    }
}

/// A property that the plan knows.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PlannedProperty {
    pub(crate) name: String,
    /// `string`, `number`, `boolean`, `object` or `array`; empty for any.
    #[serde(default)]
    pub(crate) kind: String,
    #[serde(default)]
    pub(crate) required: bool,
}

/// An event that the shop expects.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct PlannedEvent {
    #[schema(example = "product_viewed")]
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) properties: Vec<PlannedProperty>,
    #[schema(format = DateTime)]
    pub(crate) updated_at: String,
}

/// What the plan is to expect; an event that it knows is replaced.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PlanChange {
    /// `Product Viewed` and `product_viewed` are one.
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) description: String,
    #[serde(default)]
    pub(crate) properties: Vec<PlannedProperty>,
}

/// What came otherwise than planned, in the last seven days.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Violation {
    pub(crate) source_id: String,
    pub(crate) event: String,
    /// Empty for the event itself.
    pub(crate) property: String,
    /// `unplanned`, `missing` or `type`.
    pub(crate) problem: String,
    pub(crate) events: i64,
    pub(crate) last_event_id: String,
    #[schema(format = DateTime)]
    pub(crate) last_at: String,
}

/// The tracking plan with its violations.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Plan {
    pub(crate) events: Vec<PlannedEvent>,
    /// Most frequent first.
    pub(crate) violations: Vec<Violation>,
}

impl From<&FlowPlanned> for PlannedEvent {
    fn from(event: &FlowPlanned) -> Self {
        let property = |property: &FlowProperty| PlannedProperty {
            name: property.name.clone(),
            kind: property.kind.clone(),
            required: property.required,
        };
        PlannedEvent {
            name: event.name.clone(),
            description: event.description.clone(),
            properties: event.properties.iter().map(property).collect(),
            updated_at: event.updated_at.to_string(),
        }
    }
}

impl From<PlanChange> for mercat_flow::plan::PlanChange {
    fn from(change: PlanChange) -> Self {
        let property = |property: PlannedProperty| FlowProperty {
            name: property.name,
            kind: property.kind,
            required: property.required,
        };
        mercat_flow::plan::PlanChange {
            name: change.name,
            description: change.description,
            properties: change.properties.into_iter().map(property).collect(),
        }
    }
}

impl From<PlanView> for Plan {
    fn from(view: PlanView) -> Self {
        let violation = |row: ViolationRow| Violation {
            source_id: row.source_id.to_string(),
            event: row.event,
            property: row.property,
            problem: row.problem,
            events: row.events,
            last_event_id: row.last_event_id.to_string(),
            last_at: row.last_at.to_string(),
        };
        Plan {
            events: view.events.iter().map(Into::into).collect(),
            violations: view.violations.into_iter().map(violation).collect(),
        }
    }
}
