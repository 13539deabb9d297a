//! Use cases over what members did lately.

mod follow;

pub use follow::follow_activity;
