//! Who stands behind a cookie, and whether the shop has anybody yet.

use mercat_model::{StaffId, Timestamp};
use mercat_store::staff;

use crate::error::FlowError;
use crate::shop::Shop;
use crate::staff::sign_in::token_hash;
use crate::staff::{Permission, Role};

/// A signed-in person.
#[derive(Debug, Clone)]
pub struct Session {
    /// Who.
    pub staff_id: StaffId,
    /// Their name.
    pub name: String,
    /// Their e-mail.
    pub email: String,
    /// Their role.
    pub role: Role,
    /// What a change must send back.
    pub csrf_token: String,
}

impl Session {
    /// Refuses what the role does not allow.
    pub fn require(&self, permission: Permission) -> Result<(), FlowError> {
        if self.role.allows(permission) {
            return Ok(());
        }
        Err(FlowError::Forbidden { role: self.role.as_str().to_owned(), permission: permission.as_str() })
    }
}

/// The session of a cookie's token.
pub async fn authenticate(shop: &Shop, token: &str, now: Timestamp) -> Result<Session, FlowError> {
    let hash = token_hash(token);
    let found = shop
        .store
        .read("staff.session", move |tx| Ok::<_, FlowError>(staff::session(tx, &hash, now)?))
        .await?
        .ok_or(FlowError::Unauthenticated)?;
    Ok(Session {
        staff_id: found.staff.id,
        name: found.staff.name,
        email: found.staff.email,
        role: found.staff.role.parse().map_err(FlowError::Internal)?,
        csrf_token: found.csrf_token,
    })
}

/// Whether the shop still waits for its first admin.
pub async fn is_first_run(shop: &Shop) -> Result<bool, FlowError> {
    shop.store.read("staff.count", |tx| Ok::<_, FlowError>(staff::count(tx)? == 0)).await
}
