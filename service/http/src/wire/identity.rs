//! Who is who, and people who wish to be forgotten, on the wire.

use mercat_flow::identity::{Erasure as FlowErasure, MemberIdentity as FlowIdentity, Merge as FlowMerge};
use serde::Serialize;
use utoipa::ToSchema;

/// A statement of who is who.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Merge {
    #[schema(example = "mrg_01h455vb4pex5vsknk084sn02q")]
    pub(crate) id: String,
    /// Who was said to be the member: `anon:…` or another member's id.
    pub(crate) actor: String,
    pub(crate) member_id: String,
    /// `merged`, `conflict` (the visitor is another member's), `cycle` (they are one already) or `undone`.
    #[schema(example = "merged")]
    pub(crate) outcome: String,
    pub(crate) event_id: String,
    #[schema(required)]
    pub(crate) source_id: Option<String>,
    #[schema(format = DateTime)]
    pub(crate) merged_at: String,
    #[schema(required, format = DateTime)]
    pub(crate) undone_at: Option<String>,
}

/// The ids that a member is known by.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct MemberIdentity {
    /// The member that stands for this one: themselves, or the one they were merged into.
    pub(crate) person: String,
    /// Members that were merged into this one.
    pub(crate) merged: Vec<String>,
    /// Ids of their browsers and devices.
    pub(crate) visitors: Vec<String>,
}

/// A person's wish to be forgotten.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Erasure {
    #[schema(example = "ers_01h455vb4pex5vsknk084sn02q")]
    pub(crate) id: String,
    /// Null when it is done: then it names nobody.
    #[schema(required)]
    pub(crate) member_id: Option<String>,
    #[schema(format = DateTime)]
    pub(crate) requested_at: String,
    /// Null until events of log and lake are gone and a scan has looked for what is left.
    #[schema(required, format = DateTime)]
    pub(crate) finished_at: Option<String>,
    /// Rows of the store that went.
    pub(crate) rows: u64,
    /// Orders and returns that stay for the books and name nobody.
    pub(crate) unlinked: u64,
    pub(crate) log_events: u64,
    pub(crate) lake_events: u64,
    /// Where the scan still found them; empty when nothing is left.
    pub(crate) found: Vec<String>,
}

impl From<&FlowMerge> for Merge {
    fn from(merge: &FlowMerge) -> Self {
        Merge {
            id: merge.id.to_string(),
            actor: merge.actor.to_string(),
            member_id: merge.member_id.to_string(),
            outcome: merge.outcome.as_str().to_owned(),
            event_id: merge.event_id.to_string(),
            source_id: merge.source_id.map(|id| id.to_string()),
            merged_at: merge.merged_at.to_string(),
            undone_at: merge.undone_at.map(|at| at.to_string()),
        }
    }
}

impl From<FlowIdentity> for MemberIdentity {
    fn from(identity: FlowIdentity) -> Self {
        MemberIdentity {
            person: identity.person.to_string(),
            merged: identity.merged.iter().map(ToString::to_string).collect(),
            visitors: identity.visitors,
        }
    }
}

impl From<&FlowErasure> for Erasure {
    fn from(erasure: &FlowErasure) -> Self {
        Erasure {
            id: erasure.id.to_string(),
            member_id: erasure.member_id.map(|id| id.to_string()),
            requested_at: erasure.requested_at.to_string(),
            finished_at: erasure.finished_at.map(|at| at.to_string()),
            rows: erasure.report.rows,
            unlinked: erasure.report.unlinked,
            log_events: erasure.report.log_events,
            lake_events: erasure.report.lake_events,
            found: erasure.report.found.clone(),
        }
    }
}
