//! Looks at every file of the lake.

use mercat_lake::CheckReport;

use crate::error::FlowError;
use crate::shop::Shop;

/// Reads the whole lake and reports what is wrong with it. Blocks, and takes as long as reading every file does.
pub fn check_lake(shop: &Shop) -> Result<CheckReport, FlowError> {
    Ok(shop.lake.check()?)
}
