//! The ids that a member is known by.

use mercat_model::MemberId;
use mercat_store::{identity, member};

use crate::error::FlowError;
use crate::setting::load;
use crate::shop::Shop;

/// Everything that leads to one member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberIdentity {
    /// The member that stands for this one: themselves, or the one they were merged into.
    pub person: MemberId,
    /// Members that were merged into this one, directly.
    pub merged: Vec<MemberId>,
    /// Their visitors' ids: browsers and devices.
    pub visitors: Vec<String>,
}

/// The ids of a member.
pub async fn view_identity(shop: &Shop, id: MemberId) -> Result<MemberIdentity, FlowError> {
    shop.store
        .read("identity.view", move |tx| {
            let currency = load::settings(tx)?.currency;
            member::by_id(tx, id, currency)?.ok_or_else(|| FlowError::not_found("member", id))?;
            Ok(MemberIdentity {
                person: identity::root(tx, id)?,
                merged: identity::merged_into(tx, id)?,
                visitors: identity::visitors_of(tx, id)?,
            })
        })
        .await
}
