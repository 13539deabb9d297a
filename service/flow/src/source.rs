//! Sources of events, their write keys, and who a key belongs to.

mod arrivals;
mod authenticate;
mod change;
mod list;

use std::sync::Arc;

use mercat_cache::Memo;
use mercat_model::{Source, SourceId};

pub use arrivals::{ARRIVALS_MAX, Arrivals, latest_arrivals};
pub use authenticate::{WRITE_KEY_LENGTH_MAX, authenticate_source, storefront_key};
pub use change::{NewSource, create_source, rename_source, revoke_key, rotate_key};
pub use list::{SourceView, list_sources};

/// Keys remembered at once, unknown ones among them.
const KEYS_MAX: usize = 10_000;

/// Who keys belong to; an unknown key is remembered too, so that nobody can wear the store out with it.
pub struct KeyMemo(pub(crate) Memo<String, KeyOwner>);

/// Who a write key belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyOwner {
    /// A source, and the key works.
    Source(Arc<Source>),
    /// A source, but the key was revoked.
    Revoked(SourceId),
    /// Nobody.
    Nobody,
}

impl Default for KeyMemo {
    fn default() -> Self {
        KeyMemo(Memo::new(KEYS_MAX))
    }
}
