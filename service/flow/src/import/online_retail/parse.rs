//! Reads the lines of the file into compact rows, interning what repeats, and rejects what is no sale.

use std::collections::HashMap;

use mercat_model::{Timestamp, UnitPrice};

use crate::error::FlowError;
use crate::import::read::{BadRow, Record, ends, records, text};
use crate::import::rejects::{Reject, Rejects};
use crate::import::run::{Continue, ImportProgress, ImportRequest, Watch};

/// Lines of one file: 20 million take about 1.5 GB of memory.
const LINES_MAX: usize = 20_000_000;

/// Progress is told every so many lines.
const WATCH_EVERY: usize = 20_000;

/// Our names of the columns, with the headers of both editions.
const COLUMNS: [(&str, &[&str]); 8] = [
    ("invoice", &["invoiceno", "invoice"]),
    ("sku", &["stockcode"]),
    ("description", &["description"]),
    ("quantity", &["quantity"]),
    ("date", &["invoicedate"]),
    ("price", &["unitprice", "price"]),
    ("customer", &["customerid", "customer id"]),
    ("country", &["country"]),
];

/// Texts that repeat, each kept once; the number is the position.
#[derive(Default)]
pub(super) struct Names {
    by_text: HashMap<String, u32>,
    texts: Vec<String>,
}

impl Names {
    fn intern(&mut self, text: &str) -> u32 {
        if let Some(number) = self.by_text.get(text) {
            return *number;
        }
        let number = self.texts.len() as u32;
        self.by_text.insert(text.to_owned(), number);
        self.texts.push(text.to_owned());
        number
    }

    pub(super) fn get(&self, number: u32) -> &str {
        &self.texts[number as usize]
    }

    pub(super) fn len(&self) -> usize {
        self.texts.len()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().map(String::as_str)
    }
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LineKind {
    Sale,
    Return,
    /// Kept only for the facts of its product and customer.
    Rejected,
}

/// A line of the file.
pub(super) struct Line {
    pub(super) invoice: u32,
    pub(super) sku: u32,
    pub(super) description: u32,
    /// Pieces, positive for sales and returns alike.
    pub(super) quantity: i64,
    pub(super) at: Timestamp,
    pub(super) price_micros: i64,
    /// Position in `customers`.
    pub(super) customer: Option<u32>,
    pub(super) country: u32,
    pub(super) kind: LineKind,
}

/// The whole file.
#[derive(Default)]
pub(super) struct RetailFile {
    pub(super) lines: Vec<Line>,
    pub(super) read: u64,
    pub(super) invoices: Names,
    pub(super) skus: Names,
    pub(super) descriptions: Names,
    pub(super) customers: Names,
    pub(super) countries: Names,
}

/// Positions of our columns in the header.
struct Positions([usize; 8]);

impl Positions {
    fn find(header: &[String], request: &ImportRequest) -> Result<Self, FlowError> {
        let mut map = request.map.clone();
        for (ours, theirs) in COLUMNS {
            for name in theirs {
                map = map.or(name, ours);
            }
        }
        let renamed: Vec<String> = header.iter().map(|name| map.rename_header(name)).collect();
        let mut positions = [0; 8];
        for (slot, (ours, theirs)) in positions.iter_mut().zip(COLUMNS) {
            *slot = renamed.iter().position(|name| name == ours).ok_or_else(|| {
                FlowError::Import(format!(
                    "the header has no column `{}`: it has `{}`; name it with `--map \"their column={ours}\"`",
                    theirs[0],
                    header.join("`, `")
                ))
            })?;
        }
        Ok(Positions(positions))
    }
}

/// Reads the file; what is no sale and no return goes to the rejects.
pub(super) fn parse(
    request: &ImportRequest,
    rejects: &mut Rejects,
    watch: &mut Watch<'_>,
) -> Result<RetailFile, FlowError> {
    let (header, records) = records(&request.file)?;
    let positions = Positions::find(&header, request)?;
    let mut file = RetailFile::default();
    let mut times = HashMap::new();
    for record in records {
        file.read += 1;
        if file.lines.len() >= LINES_MAX {
            return Err(FlowError::Import(format!("more than {LINES_MAX} lines: split the file by date")));
        }
        if let Err(bad) = &record
            && bad.ends_file
        {
            return Err(ends(&request.file, bad));
        }
        let taken = record
            .map_err(|BadRow { line, reason, .. }| Reject::new(line, "", "", reason))
            .and_then(|record| take(&record, &positions, &mut file, &mut times, request));
        match taken {
            Ok(None) => {}
            Ok(Some(reject)) | Err(reject) => rejects.add(&reject)?,
        }
        if (file.read as usize).is_multiple_of(WATCH_EVERY) {
            let progress = ImportProgress { stage: "reading", done: file.read, total: 0 };
            if watch(progress) == Continue::No {
                return Err(FlowError::Stopped);
            }
        }
    }
    Ok(file)
}

/// Takes one line in; a readable line that is no sale is kept as such and rejected.
fn take(
    record: &Record,
    positions: &Positions,
    file: &mut RetailFile,
    times: &mut HashMap<String, Timestamp>,
    request: &ImportRequest,
) -> Result<Option<Reject>, Reject> {
    let field = |column: usize| text(&record.fields[positions.0[column]]);
    let line = record.line;
    let reject =
        |column: usize, value: &str, reason: &str| Reject::new(line, COLUMNS[column].1[0], value, reason);
    let required = |column: usize| {
        let value = field(column);
        match value.trim() {
            "" => Err(reject(column, "", "empty: every line needs one")),
            value => Ok(value.to_owned()),
        }
    };
    let (invoice, sku, date) = (required(0)?, required(1)?, required(4)?);
    let quantity = field(3);
    let pieces: i64 =
        quantity.trim().parse().map_err(|_| reject(3, &quantity, "not a whole number of pieces"))?;
    let price = field(5);
    let unit_price =
        UnitPrice::parse(&price, request.currency).map_err(|e| reject(5, &price, &e.to_string()))?;
    let at = match times.get(&date) {
        Some(at) => *at,
        None => {
            let at = request.zone.parse_local(&date).map_err(|e| reject(4, &date, &e.to_string()))?;
            times.clear();
            times.insert(date, at);
            at
        }
    };
    if unit_price.extend(pieces).is_err() {
        return Err(reject(3, &quantity, "quantity × price is larger than an order can hold"));
    }
    let (kind, why) = classify(&invoice, pieces, unit_price.micros);
    // Spreadsheets write customer numbers as decimals.
    let customer = field(6);
    let customer = customer.trim().trim_end_matches(".0");
    file.lines.push(Line {
        invoice: file.invoices.intern(&invoice),
        sku: file.skus.intern(&sku),
        description: file.descriptions.intern(field(2).trim()),
        quantity: pieces.abs(),
        at,
        price_micros: unit_price.micros,
        customer: (!customer.is_empty()).then(|| file.customers.intern(customer)),
        country: file.countries.intern(field(7).trim()),
        kind,
    });
    Ok(why.map(|(column, reason)| reject(column, &field(column), reason)))
}

/// What a line is, and for a rejected one the column and the reason.
fn classify(invoice: &str, quantity: i64, price_micros: i64) -> (LineKind, Option<(usize, &'static str)>) {
    let cancels = invoice.starts_with(['C', 'c']);
    let rejected = |column, reason| (LineKind::Rejected, Some((column, reason)));
    if !cancels && invoice.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return rejected(0, "a book-keeping adjustment, not a sale");
    }
    if price_micros < 0 {
        return rejected(5, "a negative price: goods are not sold below zero");
    }
    if price_micros == 0 {
        return rejected(5, "a price of zero: a gift, sample or stock note, not a sale");
    }
    match (cancels, quantity) {
        (_, 0) => rejected(3, "no pieces"),
        (true, ..0) => (LineKind::Return, None),
        (false, 1..) => (LineKind::Sale, None),
        (true, _) => rejected(3, "a cancellation needs a negative quantity"),
        (false, _) => {
            rejected(3, "a negative quantity without a cancellation: a stock adjustment, not a sale")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_sorted_into_sales_returns_and_rejects() {
        assert_eq!(classify("536365", 6, 2_550_000), (LineKind::Sale, None));
        assert_eq!(classify("C536379", -1, 27_500_000), (LineKind::Return, None));
        for (invoice, quantity, price) in [
            ("A563185", 1, 11_062_060_000),
            ("536414", 56, 0),
            ("536589", -10, 0),
            ("581213", -30, 1_000_000),
            ("C1", 3, 1_000_000),
            ("536365", 0, 1_000_000),
            ("A563186", 1, -11_062_060_000),
        ] {
            assert_eq!(classify(invoice, quantity, price).0, LineKind::Rejected, "{invoice}");
        }
    }
}
