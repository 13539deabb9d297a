//! Imports the invoices of a retailer in the form of UCI's Online Retail files, both editions.
//!
//! An invoice is an order, one that begins with `C` a return, matched to the purchases that it cancels. The file
//! is read whole (returns may stand far behind their purchases), planned, and saved in batches; ids follow from
//! the file, so that a repeated or resumed run adds nothing twice. History posts no stock.

mod category;
mod matching;
mod parse;
mod plan;
mod save;

use crate::call::Call;
use crate::error::FlowError;
use crate::import::rejects::Rejects;
use crate::import::run::{ImportReport, ImportRequest, Run, Watch};
use crate::shop::Shop;

/// The name that imported rows carry, whatever source the request names.
pub const SOURCE: &str = "online-retail";

/// Imports a file; see the module. Blocks: call it on a thread of its own.
pub fn import_online_retail(
    shop: &Shop,
    request: &ImportRequest,
    call: &mut Call,
    watch: &mut Watch<'_>,
) -> Result<ImportReport, FlowError> {
    let mut run = Run::begin(shop, SOURCE, request, call)?;
    if run.kept.finished {
        return Ok(ImportReport {
            summary: run.summary,
            already_done: true,
            resumed_at: run.kept.position,
            rejected: 0,
            rejects_file: None,
            unused_columns: Vec::new(),
        });
    }
    let mut rejects = Rejects::new(&request.rejects)?;
    let file = parse::parse(request, &mut rejects, watch)?;
    let plan = plan::plan(&file, request)?;
    let resumed_at = run.kept.position;
    run.summary = plan.summary(&file, rejects.count())?;
    save::save(shop, &run, plan, request, call, watch)?;
    let rejected = rejects.count();
    Ok(ImportReport {
        summary: run.summary,
        already_done: false,
        resumed_at,
        rejected,
        rejects_file: rejects.finish()?,
        unused_columns: Vec::new(),
    })
}
