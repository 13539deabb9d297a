//! Imports: files of other systems become products, members, orders, returns and events.

pub mod online_retail;
mod place;
mod read;
mod rejects;
mod run;

pub use online_retail::import_online_retail;
pub use read::ColumnMap;
pub use run::{Continue, ImportProgress, ImportReport, ImportRequest, ImportSummary, Watch};
