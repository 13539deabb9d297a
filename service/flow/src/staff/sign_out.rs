//! Ends a session.

use mercat_store::staff;

use crate::error::FlowError;
use crate::shop::Shop;
use crate::staff::sign_in::token_hash;

/// Ends the session of a cookie's token; one that has ended already is no error.
pub async fn sign_out(shop: &Shop, token: &str) -> Result<(), FlowError> {
    let hash = token_hash(token);
    shop.store.write("staff.sign_out", move |tx| Ok::<_, FlowError>(staff::remove_session(tx, &hash)?)).await
}
