//! Keeps the lake's files few, and forgets what no file needs any more.

use mercat_lake::Identity as _;
use mercat_model::Timestamp;
use mercat_store::identity;

use crate::error::FlowError;
use crate::identity::load_people;
use crate::lake::holds_lease;
use crate::shop::Shop;

/// One step: whether files were merged and more may have to be. Blocks: call it on a thread of its own.
pub fn compact_lake(shop: &Shop, holder: &str, now: Timestamp) -> Result<bool, FlowError> {
    if !holds_lease(shop, holder, now)? {
        return Ok(false);
    }
    let people = load_people(shop, std::iter::empty())?;
    let compacted = shop.lake.compact(&|event| people.person_of(event), people.version(), now)?;
    people.checked()?;
    if compacted.is_some() {
        return Ok(true);
    }
    shop.lake.clean(now)?;
    let oldest = shop.lake.manifest()?.files.iter().map(|file| file.identity_version).min();
    let known_to_all = oldest.unwrap_or_else(|| people.version());
    shop.store.write_blocking("identity.forget", move |tx| {
        Ok::<_, FlowError>(identity::forget_changes(tx, known_to_all)?)
    })?;
    Ok(false)
}
