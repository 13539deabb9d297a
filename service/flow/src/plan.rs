//! The tracking plan: events that the shop expects, and what came otherwise.

mod change;
mod follow;
mod view;

pub use change::{PlanChange, change_plan, remove_from_plan};
pub(crate) use follow::NAME as FOLLOWER;
pub use follow::follow_plan;
pub use mercat_store::plan::{PlannedEvent, PlannedProperty};
pub use view::{PlanView, ViolationRow, view_plan};

/// Kinds of values that a plan can ask for.
pub const PROPERTY_KINDS: [&str; 5] = ["string", "number", "boolean", "object", "array"];
