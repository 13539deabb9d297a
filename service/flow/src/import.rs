//! Imports: files of other systems become products, members, orders, returns and events.

mod columns;
pub mod events;
mod field;
mod file;
pub mod members;
pub mod online_retail;
mod order_events;
pub mod orders;
mod place;
pub mod products;
mod read;
mod rejects;
mod run;
mod sku;

pub use events::import_events;
pub use members::import_members;
pub use online_retail::import_online_retail;
pub use orders::import_orders;
pub use products::import_products;
pub use read::ColumnMap;
pub use run::{Continue, ImportProgress, ImportReport, ImportRequest, ImportSummary, Watch};
