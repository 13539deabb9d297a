//! Who sends: the source of a write key.

use std::sync::Arc;

use mercat_model::{Source, SourceId, SourceKind, Timestamp};
use mercat_store::source::{self, WriteKey};
use mercat_store::{StoreError, Tx};

use crate::call::Call;
use crate::error::FlowError;
use crate::shop::Shop;
use crate::source::KeyOwner;

/// Longest write key that is looked up.
pub const WRITE_KEY_LENGTH_MAX: usize = 64;

/// How long a new or revoked key of another server may take to count here; this server's own count at once.
const HOLD_SECONDS: i64 = 2;

/// The name of the storefront's own source.
const STOREFRONT: &str = "storefront";

/// Who a key belongs to.
pub async fn authenticate_source(shop: &Shop, key: &str, now: Timestamp) -> Result<KeyOwner, FlowError> {
    let can_be_one = (1..=WRITE_KEY_LENGTH_MAX).contains(&key.len()) && key.is_ascii() && !key.contains('\0');
    if !can_be_one {
        return Ok(KeyOwner::Nobody);
    }
    if let Some(known) = shop.keys_memo.0.get(key, now) {
        return Ok(known);
    }
    let wanted = key.to_owned();
    let found =
        shop.store.read("source.by_key", move |tx| Ok::<_, FlowError>(source::by_key(tx, &wanted)?)).await?;
    let owner = match found {
        Some((source, true)) => KeyOwner::Source(Arc::new(source)),
        Some((source, false)) => KeyOwner::Revoked(source.id),
        None => KeyOwner::Nobody,
    };
    shop.keys_memo.0.insert(key.to_owned(), owner.clone(), Some(now.plus_seconds(HOLD_SECONDS)));
    Ok(owner)
}

/// The write key of the shop's own storefront; made with its source when it is first asked for.
pub async fn storefront_key(shop: &Shop, call: &mut Call) -> Result<String, FlowError> {
    if let Some(key) = shop.storefront_key.get(STOREFRONT, call.now) {
        return Ok(key);
    }
    let found = shop.store.read("source.storefront", |tx| Ok::<_, FlowError>(own(tx)?)).await?;
    let key = match found {
        Some((_, Some(key))) => key,
        _ => make_storefront(shop, call).await?,
    };
    let until = call.now.plus_seconds(HOLD_SECONDS);
    shop.storefront_key.insert(STOREFRONT, key.clone(), Some(until));
    Ok(key)
}

/// The storefront's source with its newest key that works.
fn own(tx: &mut Tx<'_>) -> Result<Option<(Source, Option<String>)>, StoreError> {
    let own = source::all(tx)?.into_iter().find(|source| source.kind == SourceKind::Storefront);
    let Some(own) = own else { return Ok(None) };
    let works = |key: &WriteKey| key.source_id == own.id && key.revoked_at.is_none();
    let key = source::keys(tx)?.into_iter().rfind(works).map(|key| key.key);
    Ok(Some((own, key)))
}

async fn make_storefront(shop: &Shop, call: &mut Call) -> Result<String, FlowError> {
    let now = call.now;
    let made = Source {
        id: SourceId::from_parts(now.id_ms(), call.entropy.bytes()),
        name: STOREFRONT.to_owned(),
        kind: SourceKind::Storefront,
        user_ids: "user".to_owned(),
        created_at: now,
    };
    let secret = call.entropy.secret();
    shop.store
        .write("source.storefront", move |tx| {
            let source_id = match own(tx)? {
                Some((_, Some(key))) => return Ok(key),
                Some((own, None)) => own.id,
                None => {
                    source::insert(tx, &made)?;
                    made.id
                }
            };
            let key = WriteKey { key: secret.clone(), source_id, created_at: now, revoked_at: None };
            source::insert_key(tx, &key)?;
            Ok::<_, FlowError>(key.key)
        })
        .await
}
