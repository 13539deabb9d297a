//! Who is who: visitors that turn out to be members, members that turn out to be one, what was said wrongly and is
//! taken back, and people who wish to be forgotten.

mod erase;
mod follow;
mod list;
mod load;
mod undo;
mod view;

pub use erase::{erase_next, list_erasures, request_erasure, view_erasure};
pub(crate) use follow::NAME as FOLLOWER;
pub use follow::follow_identity;
pub use list::list_merges;
pub use load::{People, load_people};
pub use mercat_store::erasure::{Erasure, ErasureReport};
pub use mercat_store::identity::{Merge, MergeFilter, MergeOutcome};
pub use undo::undo_merge;
pub use view::{MemberIdentity, view_identity};
