//! Takes back a merge that was wrong: both are themselves again, and saying it once more changes nothing.

use mercat_model::{Actor, MergeId, Timestamp};
use mercat_store::activity;
use mercat_store::identity::{self, Merge, MergeOutcome};

use crate::error::FlowError;
use crate::once::{Once, OnceAnswer, once};
use crate::shop::Shop;

/// Undoes a merge once a request. Only one that counts can be undone.
pub async fn undo_merge(
    shop: &Shop,
    id: MergeId,
    request: Once<Merge>,
    now: Timestamp,
) -> Result<OnceAnswer, FlowError> {
    once(shop, "identity.undo", request, now, move |tx| {
        let not_found = || FlowError::not_found("merge", id);
        let merge = identity::by_id(tx, id)?.ok_or_else(not_found)?;
        if merge.outcome != MergeOutcome::Merged {
            let reason =
                format!("the merge is `{}`: only a merged one can be undone", merge.outcome.as_str());
            return Err(FlowError::invalid("id", reason));
        }
        if let Actor::Visitor(visitor) = &merge.actor {
            let person = identity::root(tx, merge.member_id)?;
            activity::part_visitor(tx, visitor, person)?;
        }
        identity::undo(tx, &merge, now)?;
        identity::by_id(tx, id)?.ok_or_else(not_found)
    })
    .await
}
