//! Use cases over returns.

mod list;
mod view;

pub use list::{ReturnQuery, list_returns};
pub use mercat_store::returns::{ReturnFilter, ReturnLineRow, ReturnRow};
pub use view::{ReturnView, view_return};
