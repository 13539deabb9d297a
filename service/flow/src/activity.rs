//! Use cases over what members did lately.

mod follow;

pub(crate) use follow::NAME as FOLLOWER;
pub use follow::follow_activity;
