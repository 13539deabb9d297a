//! Imports orders, a row a line: `order`, `placed_at`, `sku`, `quantity` and what else a row says.
//!
//! Rows of one order stand together; the first of them says when and by whom it was placed. An order that is
//! known from an earlier file is passed over; one that comes again later in the same file is rejected, because
//! by then it was saved. Every order's purchase event goes out in the order's own transaction.

mod line;
mod save;

use std::collections::HashSet;

use mercat_store::Tx;

use crate::call::Call;
use crate::error::FlowError;
use crate::import::columns::Columns;
use crate::import::field::Times;
use crate::import::file::{FileKind, Saved, already_done, import_file};
use crate::import::place::{Place, PlaceMerchant, place};
use crate::import::read::Row;
use crate::import::rejects::Reject;
use crate::import::run::{ImportReport, ImportRequest, Run, Watch};
use crate::setting::load::ShopSettings;
use crate::shop::Shop;

/// Rows of one order: the largest known to us has 1,114.
const ORDER_ROWS_MAX: u64 = 10_000;

/// Orders of one file: 16 bytes of memory each tell that one comes again.
const ORDERS_MAX: usize = 10_000_000;

/// Imports a file of orders. Blocks: call it on a thread of its own.
pub fn import_orders(
    shop: &Shop,
    request: &ImportRequest,
    call: &mut Call,
    watch: &mut Watch<'_>,
) -> Result<ImportReport, FlowError> {
    let run = Run::begin(shop, &format!("{}/orders", request.source), request, call)?;
    if run.kept.finished {
        return already_done(run, request);
    }
    let locale = call.locale.clone().unwrap_or_else(|| ShopSettings::default().default_locale);
    let place = place(shop, &request.source, PlaceMerchant::First, request, &locale, call)?;
    let times = Times { zone: request.zone.clone(), now: call.now };
    let mut kind = Orders { times, currency: request.currency, seen: Seen::default() };
    let (source, currency) = (request.source.clone(), request.currency);
    let context = Context { source, place, currency, now: call.now };
    import_file(shop, &mut kind, context, run, request, watch)
}

struct Orders {
    times: Times,
    currency: mercat_model::Currency,
    seen: Seen,
}

struct Context {
    source: String,
    place: Place,
    /// Of orders whose rows name none.
    currency: mercat_model::Currency,
    now: mercat_model::Timestamp,
}

impl FileKind for Orders {
    type Item = line::OrderRow;
    type Context = Context;
    const COLUMNS: Columns = Columns {
        required: &["order", "placed_at", "sku", "quantity"],
        optional: &["unit_price", "member", "email", "currency", "country", "title"],
        prefixes: &[],
    };

    fn read(&mut self, row: &Row) -> Result<line::OrderRow, Reject> {
        let number = crate::import::field::required(row, "order")?;
        self.seen.row(&number).map_err(|reason| Reject::new(row.line, "order", &number, reason))?;
        line::read(row, number, &self.times, self.currency)
    }

    fn pass(&mut self, row: &Row) {
        // What it answers was told by the run that took the row.
        let number = row.get("order");
        if !number.is_empty() {
            let _ = self.seen.row(number);
        }
    }

    fn group(item: &line::OrderRow) -> Option<&str> {
        Some(&item.number)
    }

    fn save(context: &Context, tx: &mut Tx<'_>, items: &[line::OrderRow]) -> Result<Saved, FlowError> {
        save::save(context, tx, items)
    }
}

/// The orders of the file so far.
#[derive(Default)]
struct Seen {
    /// Half of the BLAKE3 hash of each number: even among ten million no two are alike by chance.
    orders: HashSet<[u8; 16]>,
    /// The order of the last row, its rows so far, and whether it had stood further up.
    current: Option<(String, u64, bool)>,
}

impl Seen {
    /// Takes note of a row's order; says why the row can't be taken.
    fn row(&mut self, number: &str) -> Result<(), String> {
        if self.current.as_ref().is_none_or(|(current, ..)| current != number) {
            let mut half = [0; 16];
            half.copy_from_slice(&blake3::hash(number.as_bytes()).as_bytes()[..16]);
            let again = self.orders.contains(&half);
            if !again && self.orders.len() >= ORDERS_MAX {
                return Err(format!("more than {ORDERS_MAX} orders in one file: split it"));
            }
            self.orders.insert(half);
            self.current = Some((number.to_owned(), 0, again));
        }
        let Some((_, rows, again)) = &mut self.current else { return Ok(()) };
        *rows += 1;
        if *again {
            return Err("the order stands further up already: its rows must stand together".to_owned());
        }
        if *rows > ORDER_ROWS_MAX {
            return Err(format!("more than {ORDER_ROWS_MAX} rows of one order"));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_that_comes_again_is_told() {
        let mut seen = Seen::default();
        let answers: Vec<bool> =
            ["1", "1", "2", "1", "1", "3", "2", "3"].iter().map(|number| seen.row(number).is_ok()).collect();
        assert_eq!(answers, [true, true, true, false, false, true, false, false]);
    }

    #[test]
    fn an_order_has_bounded_rows() {
        let mut seen = Seen::default();
        let taken = (0..ORDER_ROWS_MAX + 5).filter(|_| seen.row("1").is_ok()).count();
        assert_eq!(taken as u64, ORDER_ROWS_MAX);
    }
}
