//! Use cases over orders.

mod list;
mod view;

pub use list::{OrderQuery, list_orders};
pub use mercat_store::order::{Customers, MemberRef, OrderFilter, OrderLineRow, OrderRow, OrderSort};
pub use view::{OrderView, view_order};
