//! Changes a member's choices on their behalf.

use mercat_model::{MemberId, Timestamp};
use mercat_store::member;

use crate::error::FlowError;
use crate::member::view::{MemberProfile, profile};
use crate::once::{Once, OnceAnswer, once};
use crate::setting::load;
use crate::shop::Shop;

/// Sets a member's wish to be shown nothing personal, once a request.
pub async fn change_member(
    shop: &Shop,
    id: MemberId,
    no_personalisation: bool,
    request: Once<MemberProfile>,
    now: Timestamp,
) -> Result<OnceAnswer, FlowError> {
    once(shop, "member.change", request, now, move |tx| {
        let not_found = || FlowError::not_found("member", id);
        if !member::set_no_personalisation(tx, id, no_personalisation)? {
            return Err(not_found());
        }
        let currency = load::settings(tx)?.currency;
        let row = member::by_id(tx, id, currency)?.ok_or_else(not_found)?;
        profile(tx, row, currency)
    })
    .await
}
