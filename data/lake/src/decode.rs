//! Columns to rows, for files of every version: a column that is not there reads as empty, an unknown one is not
//! looked at.

use std::str::FromStr;

use arrow_array::cast::AsArray;
use arrow_array::types::{Int32Type, Int64Type, TimestampMicrosecondType};
use arrow_array::{Array, ListArray, PrimitiveArray, RecordBatch, StringArray};
use mercat_model::{Currency, Event, EventId, EventItem, EventKind, Money, Timestamp};

use crate::encode::Row;

/// What is wrong with a column, for the message of `LakeError::Damaged`.
type Wrong = String;

/// The columns of a batch that rows are made of.
struct Columns<'a> {
    batch: &'a RecordBatch,
}

/// The rows of a batch, in its order.
pub(crate) fn rows(batch: &RecordBatch) -> Result<Vec<Row>, Wrong> {
    let columns = Columns { batch };
    let ids = columns.required_texts("id")?;
    let kinds = columns.required_texts("kind")?;
    let occurred_at = columns.times("occurred_at")?.ok_or("the column `occurred_at` is missing")?;
    let mut rows = Vec::with_capacity(batch.num_rows());
    for row in 0..batch.num_rows() {
        let id: EventId = parsed("id", ids.value(row))?;
        let time = Timestamp::from_micros(occurred_at.value(row));
        rows.push(Row { actor: None, event: Event::new(id, EventKind::from(kinds.value(row)), time) });
    }
    columns.fill_people(&mut rows)?;
    columns.fill_place(&mut rows)?;
    columns.fill_goods(&mut rows)?;
    columns.fill_rest(&mut rows)?;
    Ok(rows)
}

impl<'a> Columns<'a> {
    fn required_texts(&self, name: &str) -> Result<&'a StringArray, Wrong> {
        self.texts(name)?.ok_or_else(|| format!("the column `{name}` is missing"))
    }

    fn texts(&self, name: &str) -> Result<Option<&'a StringArray>, Wrong> {
        let wrong = || format!("the column `{name}` does not hold texts");
        self.batch.column_by_name(name).map(|array| array.as_string_opt().ok_or_else(wrong)).transpose()
    }

    fn times(&self, name: &str) -> Result<Option<&'a PrimitiveArray<TimestampMicrosecondType>>, Wrong> {
        let wrong = || format!("the column `{name}` does not hold times in microseconds");
        self.batch.column_by_name(name).map(|array| array.as_primitive_opt().ok_or_else(wrong)).transpose()
    }

    fn integers(&self, name: &str) -> Result<Option<&'a PrimitiveArray<Int64Type>>, Wrong> {
        let wrong = || format!("the column `{name}` does not hold integers");
        self.batch.column_by_name(name).map(|array| array.as_primitive_opt().ok_or_else(wrong)).transpose()
    }

    fn lists(&self, name: &str) -> Result<Option<&'a ListArray>, Wrong> {
        let wrong = || format!("the column `{name}` does not hold lists");
        self.batch.column_by_name(name).map(|array| array.as_list_opt().ok_or_else(wrong)).transpose()
    }

    /// Hands each text that is there to its row.
    fn each_text(
        &self,
        name: &str,
        rows: &mut [Row],
        mut take: impl FnMut(&mut Row, &str) -> Result<(), Wrong>,
    ) -> Result<(), Wrong> {
        let Some(texts) = self.texts(name)? else { return Ok(()) };
        for (row, text) in rows.iter_mut().zip(texts) {
            if let Some(text) = text {
                take(row, text)?;
            }
        }
        Ok(())
    }

    /// [`Columns::each_text`] for texts that are kept as they are.
    fn keep(
        &self,
        name: &str,
        rows: &mut [Row],
        field: fn(&mut Row) -> &mut Option<String>,
    ) -> Result<(), Wrong> {
        self.each_text(name, rows, |row, text| {
            *field(row) = Some(text.to_owned());
            Ok(())
        })
    }

    /// [`Columns::each_text`] for texts that are parsed.
    fn parse<T: FromStr<Err: std::fmt::Display>>(
        &self,
        name: &str,
        rows: &mut [Row],
        field: fn(&mut Event) -> &mut Option<T>,
    ) -> Result<(), Wrong> {
        self.each_text(name, rows, |row, text| {
            *field(&mut row.event) = Some(parsed(name, text)?);
            Ok(())
        })
    }

    fn fill_people(&self, rows: &mut [Row]) -> Result<(), Wrong> {
        self.keep("actor", rows, |row| &mut row.actor)?;
        self.parse("member_id", rows, |event| &mut event.member_id)?;
        self.keep("anonymous_id", rows, |row| &mut row.event.anonymous_id)?;
        self.keep("session", rows, |row| &mut row.event.session)
    }

    fn fill_place(&self, rows: &mut [Row]) -> Result<(), Wrong> {
        self.parse("merchant_id", rows, |event| &mut event.merchant_id)?;
        self.parse("channel_id", rows, |event| &mut event.channel_id)?;
        self.parse("source_id", rows, |event| &mut event.source_id)?;
        self.keep("device", rows, |row| &mut row.event.device)?;
        self.keep("region", rows, |row| &mut row.event.region)?;
        self.keep("url", rows, |row| &mut row.event.url)?;
        self.each_text("utm", rows, |row, text| {
            row.event.utm = serde_json::from_str(text).map_err(|error| unreadable("utm", &error))?;
            Ok(())
        })
    }

    fn fill_goods(&self, rows: &mut [Row]) -> Result<(), Wrong> {
        if let Some(lists) = self.lists("items")? {
            let products = nested(lists, "product_id").and_then(|array| array.as_string_opt::<i32>());
            let quantities =
                nested(lists, "quantity").and_then(|array| array.as_primitive_opt::<Int64Type>());
            let (Some(products), Some(quantities)) = (products, quantities) else {
                return Err("the column `items` does not hold products and quantities".to_owned());
            };
            for (row, span) in rows.iter_mut().zip(lists.value_offsets().windows(2)) {
                for at in span[0] as usize..span[1] as usize {
                    let product_id = parsed("items", products.value(at))?;
                    row.event.items.push(EventItem { product_id, quantity: quantities.value(at) });
                }
            }
        }
        let (Some(minor), Some(currency)) = (self.integers("value_minor")?, self.texts("currency")?) else {
            return Ok(());
        };
        for ((row, minor), code) in rows.iter_mut().zip(minor).zip(currency) {
            if let (Some(minor), Some(code)) = (minor, code) {
                row.event.value = Some(Money::new(minor, parsed::<Currency>("currency", code)?));
            }
        }
        Ok(())
    }

    fn fill_rest(&self, rows: &mut [Row]) -> Result<(), Wrong> {
        if let Some(times) = self.times("received_at")? {
            for (row, time) in rows.iter_mut().zip(times.values()) {
                row.event.received_at = Timestamp::from_micros(*time);
            }
        }
        if let Some(lists) = self.lists("consent")? {
            let purposes = lists.values().as_string_opt::<i32>();
            let purposes = purposes.ok_or("the column `consent` does not hold texts")?;
            for (row, span) in rows.iter_mut().zip(lists.value_offsets().windows(2)) {
                let purposes = (span[0] as usize..span[1] as usize).map(|at| purposes.value(at).to_owned());
                row.event.consent.extend(purposes);
            }
        }
        self.keep("decision_id", rows, |row| &mut row.event.decision_id)?;
        self.parse("cause", rows, |event| &mut event.cause)?;
        if let Some(array) = self.batch.column_by_name("hops") {
            let hops =
                array.as_primitive_opt::<Int32Type>().ok_or("the column `hops` does not hold integers")?;
            for (row, hops) in rows.iter_mut().zip(hops) {
                row.event.hops = u8::try_from(hops.unwrap_or(0)).unwrap_or(u8::MAX);
            }
        }
        self.each_text("properties", rows, |row, text| {
            let properties: serde_json::Map<_, _> =
                serde_json::from_str(text).map_err(|error| unreadable("properties", &error))?;
            row.event.properties = properties;
            Ok(())
        })
    }
}

/// A field of a list's structs.
fn nested<'a>(lists: &'a ListArray, name: &str) -> Option<&'a dyn Array> {
    lists.values().as_struct_opt()?.column_by_name(name).map(|array| array.as_ref())
}

fn parsed<T: FromStr<Err: std::fmt::Display>>(column: &str, text: &str) -> Result<T, Wrong> {
    text.parse().map_err(|error| format!("the column `{column}` holds something else: {error}"))
}

fn unreadable(column: &str, error: &serde_json::Error) -> Wrong {
    format!("the column `{column}` does not hold JSON: {error}")
}
