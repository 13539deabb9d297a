//! Adds and renames sources, and gives them new keys.

use mercat_model::{Source, SourceId, SourceKind, Timestamp};
use mercat_store::source::{self, WriteKey};
use mercat_store::{StoreError, Tx};

use crate::call::Call;
use crate::error::FlowError;
use crate::once::{Once, OnceAnswer, once};
use crate::shop::Shop;
use crate::source::SourceView;

/// Sources of a shop: each site, app and server has one; more would not fit the screen.
const SOURCES_MAX: usize = 100;

/// Keys of a source, revoked ones included.
const KEYS_MAX: usize = 20;

/// Characters of a name.
const NAME_LENGTH_MAX: usize = 60;

/// A source to add.
#[derive(Debug, Clone)]
pub struct NewSource {
    /// What staff call it.
    pub name: String,
    /// `browser` or `server`.
    pub kind: String,
    /// Whose numbers its user ids are; `user` when nothing is said.
    pub user_ids: Option<String>,
}

/// Adds a source with its first key.
pub async fn create_source(
    shop: &Shop,
    new: NewSource,
    request: Once<SourceView>,
    call: &mut Call,
) -> Result<OnceAnswer, FlowError> {
    let kind: SourceKind = new.kind.parse().map_err(|error| FlowError::invalid("kind", error))?;
    if kind == SourceKind::Storefront {
        return Err(FlowError::invalid("kind", "the storefront has its own source: use browser or server"));
    }
    let source = Source {
        id: SourceId::from_parts(call.now.id_ms(), call.entropy.bytes()),
        name: checked("name", &new.name)?,
        kind,
        user_ids: checked("user_ids", new.user_ids.as_deref().unwrap_or("user"))?,
        created_at: call.now,
    };
    let key = new_key(&source.id, call);
    once(shop, "source.create", request, call.now, move |tx| {
        let sources = source::all(tx)?;
        if sources.len() >= SOURCES_MAX {
            return Err(FlowError::invalid("name", format!("the shop has {SOURCES_MAX} sources already")));
        }
        free_name(&sources, None, &source.name)?;
        source::insert(tx, &source)?;
        source::insert_key(tx, &key)?;
        view(tx, source.id)
    })
    .await
}

/// Renames a source.
pub async fn rename_source(
    shop: &Shop,
    id: SourceId,
    name: &str,
    request: Once<SourceView>,
    now: Timestamp,
) -> Result<OnceAnswer, FlowError> {
    let name = checked("name", name)?;
    once(shop, "source.rename", request, now, move |tx| {
        free_name(&source::all(tx)?, Some(id), &name)?;
        source::rename(tx, id, &name)?;
        view(tx, id)
    })
    .await
}

/// Adds a key; the others go on working until they are revoked, so that clients can change over.
pub async fn rotate_key(
    shop: &Shop,
    id: SourceId,
    request: Once<SourceView>,
    call: &mut Call,
) -> Result<OnceAnswer, FlowError> {
    let key = new_key(&id, call);
    once(shop, "source.rotate", request, call.now, move |tx| {
        if view(tx, id)?.keys.len() >= KEYS_MAX {
            return Err(FlowError::invalid("id", format!("the source has {KEYS_MAX} keys already")));
        }
        source::insert_key(tx, &key)?;
        view(tx, id)
    })
    .await
}

/// Stops a key: events that come with it are refused from now on.
pub async fn revoke_key(
    shop: &Shop,
    id: SourceId,
    key: String,
    request: Once<SourceView>,
    now: Timestamp,
) -> Result<OnceAnswer, FlowError> {
    let answer = once(shop, "source.revoke", request, now, move |tx| {
        let seen = view(tx, id)?;
        let works = seen.keys.iter().filter(|key| key.revoked_at.is_none()).count();
        if seen.source.kind == SourceKind::Storefront && works == 1 {
            let reason = "the storefront needs a key: make a new one first";
            return Err(FlowError::invalid("key", reason));
        }
        if !source::revoke_key(tx, id, &key, now)? {
            return Err(FlowError::not_found("write key", &key));
        }
        view(tx, id)
    })
    .await?;
    shop.keys_memo.0.clear();
    Ok(answer)
}

fn new_key(source: &SourceId, call: &mut Call) -> WriteKey {
    WriteKey { key: call.entropy.secret(), source_id: *source, created_at: call.now, revoked_at: None }
}

fn view(tx: &mut Tx<'_>, id: SourceId) -> Result<SourceView, FlowError> {
    let found = source::all(tx)?.into_iter().find(|source| source.id == id);
    let source = found.ok_or_else(|| FlowError::not_found("source", id))?;
    let keys: Result<Vec<WriteKey>, StoreError> = source::keys(tx);
    Ok(SourceView { source, keys: keys?.into_iter().filter(|key| key.source_id == id).collect() })
}

fn free_name(sources: &[Source], own: Option<SourceId>, name: &str) -> Result<(), FlowError> {
    match sources.iter().any(|source| source.name == name && Some(source.id) != own) {
        true => Err(FlowError::invalid("name", format!("another source is called `{name}`"))),
        false => Ok(()),
    }
}

fn checked(field: &'static str, text: &str) -> Result<String, FlowError> {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > NAME_LENGTH_MAX || text.chars().any(char::is_control) {
        return Err(FlowError::invalid(field, format!("1 to {NAME_LENGTH_MAX} printable characters")));
    }
    Ok(text.to_owned())
}
