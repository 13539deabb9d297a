//! Imports products: `sku`, `title`, `price` and what else a row says of them.
//!
//! A product that is known (same merchant, same SKU) takes over what a row says and keeps its id, its address
//! (unless the row gives one) and its pieces sold; what a row leaves empty stays as it was.

mod category;
mod line;
mod save;

use mercat_model::Timestamp;
use mercat_store::Tx;

use crate::call::Call;
use crate::error::FlowError;
use crate::import::columns::Columns;
use crate::import::file::{FileKind, Saved, already_done, import_file};
use crate::import::place::{Place, PlaceMerchant, place};
use crate::import::read::Row;
use crate::import::rejects::Reject;
use crate::import::run::{ImportReport, ImportRequest, Run, Watch};
use crate::setting::load::ShopSettings;
use crate::shop::Shop;

/// Imports a file of products. Blocks: call it on a thread of its own.
pub fn import_products(
    shop: &Shop,
    request: &ImportRequest,
    call: &mut Call,
    watch: &mut Watch<'_>,
) -> Result<ImportReport, FlowError> {
    let run = Run::begin(shop, &format!("{}/products", request.source), request, call)?;
    if run.kept.finished {
        return already_done(run, request);
    }
    let locale = call.locale.clone().unwrap_or_else(|| ShopSettings::default().default_locale);
    let place = place(shop, &request.source, PlaceMerchant::First, request, &locale, call)?;
    let mut kind = Products { currency: request.currency };
    let begun_at = run.kept.started_at;
    let context = Context { source: request.source.clone(), place, begun_at, now: call.now };
    import_file(shop, &mut kind, context, run, request, watch)
}

struct Products {
    currency: mercat_model::Currency,
}

struct Context {
    source: String,
    place: Place,
    /// When the run was first started: what a resumed run makes is as old as what it had made.
    begun_at: Timestamp,
    now: Timestamp,
}

impl FileKind for Products {
    type Item = line::ProductLine;
    type Context = Context;
    const COLUMNS: Columns = Columns {
        required: &["sku", "title", "price"],
        optional: &[
            "currency",
            "category",
            "description",
            "slug",
            "merchant",
            "status",
            "locale",
            "attributes",
        ],
        prefixes: &["title", "description", "attribute"],
    };

    fn read(&mut self, row: &Row) -> Result<line::ProductLine, Reject> {
        line::read(row, self.currency)
    }

    fn save(context: &Context, tx: &mut Tx<'_>, items: &[line::ProductLine]) -> Result<Saved, FlowError> {
        save::save(context, tx, items)
    }
}
