//! The columns of a lake's file, and how each is stored. Columns are only ever added: a file that lacks one reads
//! as empty there, and a column that a program does not know is passed over.

use std::sync::Arc;

use arrow_schema::{DataType, Field, Fields, Schema, SchemaRef, TimeUnit};
use parquet::basic::{Compression, Encoding, ZstdLevel};
use parquet::file::metadata::SortingColumn;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::schema::types::ColumnPath;

/// The version of the columns, written into the manifest for each file. Raised when a column is added.
pub const SCHEMA_VERSION: u32 = 1;

/// Rows of a row group: what a scan holds decoded of one file. About five megabytes with four columns asked for,
/// and large enough that DuckDB and Spark read in parallel with little overhead.
pub(crate) const GROUP_ROWS: usize = 1 << 18;

/// Bytes of a row group before it is closed early: events of 32 kB each would fill gigabytes otherwise.
const GROUP_BYTES: usize = 256 << 20;

/// Bytes of a dictionary before its column falls back to plain texts: above the bytes of a row group, so never.
/// A scan reads codes instead of texts, and that only works with dictionaries.
const DICTIONARY_BYTES: usize = 1 << 30;

/// Bytes of a page of times: a whole row group, so that reading it is one copy.
const TIME_PAGE_BYTES: usize = GROUP_ROWS * 8;

/// Columns of texts that a scan reads as codes.
pub(crate) const CODED: [&str; 14] = [
    "kind",
    "actor",
    "member_id",
    "anonymous_id",
    "session",
    "merchant_id",
    "channel_id",
    "source_id",
    "device",
    "region",
    "utm",
    "url",
    "currency",
    "decision_id",
];

/// The type of times: microseconds, UTC.
pub(crate) fn time_type() -> DataType {
    DataType::Timestamp(TimeUnit::Microsecond, Some("UTC".into()))
}

/// The fields of one item.
pub(crate) fn item_fields() -> Fields {
    Fields::from(vec![
        Field::new("product_id", DataType::Utf8, false),
        Field::new("quantity", DataType::Int64, false),
    ])
}

/// A list's element, named as the Parquet format wants it.
pub(crate) fn element(of: DataType) -> Arc<Field> {
    Arc::new(Field::new("element", of, false))
}

/// All columns, in the order in which they are written.
///
/// `utm` is the JSON text of its map rather than a map: few texts repeat, so a dictionary stores each once and a
/// reader parses each once, and every reader of Parquet can take JSON apart. `properties` is JSON for the same
/// reason, with values of any type.
pub(crate) fn schema() -> SchemaRef {
    let text = |name: &str| Field::new(name, DataType::Utf8, true);
    Arc::new(Schema::new(vec![
        Field::new("id", DataType::Utf8, false),
        Field::new("kind", DataType::Utf8, false),
        Field::new("occurred_at", time_type(), false),
        Field::new("received_at", time_type(), false),
        text("actor"),
        text("member_id"),
        text("anonymous_id"),
        text("session"),
        text("merchant_id"),
        text("channel_id"),
        text("source_id"),
        text("device"),
        text("region"),
        text("utm"),
        text("url"),
        Field::new("items", DataType::List(element(DataType::Struct(item_fields()))), false),
        Field::new("value_minor", DataType::Int64, true),
        text("currency"),
        Field::new("consent", DataType::List(element(DataType::Utf8)), false),
        text("decision_id"),
        text("cause"),
        Field::new("hops", DataType::Int32, false),
        text("properties"),
    ]))
}

/// How the columns are stored: the three that every scan reads without compression, the others with zstd.
pub(crate) fn writer_properties() -> WriterProperties {
    let path = |name: &str| ColumnPath::from(name);
    let zstd = Compression::ZSTD(ZstdLevel::try_new(1).expect("zstd has a level 1"));
    let mut properties = WriterProperties::builder()
        .set_created_by(concat!("mercat-lake ", env!("CARGO_PKG_VERSION")).to_owned())
        .set_compression(zstd)
        .set_max_row_group_row_count(Some(GROUP_ROWS))
        .set_max_row_group_bytes(Some(GROUP_BYTES))
        .set_data_page_row_count_limit(GROUP_ROWS)
        .set_statistics_enabled(EnabledStatistics::Chunk)
        .set_offset_index_disabled(true)
        .set_dictionary_page_size_limit(DICTIONARY_BYTES)
        .set_sorting_columns(Some(sorting()));
    for plain in ["kind", "actor", "occurred_at"] {
        properties = properties.set_column_compression(path(plain), Compression::UNCOMPRESSED);
    }
    for distinct in ["id", "properties", "cause", "occurred_at", "received_at", "value_minor"] {
        properties = properties.set_column_dictionary_enabled(path(distinct), false);
    }
    properties
        .set_column_encoding(path("received_at"), Encoding::DELTA_BINARY_PACKED)
        .set_column_data_page_size_limit(path("occurred_at"), TIME_PAGE_BYTES)
        .build()
}

/// Actor (nobody first), time, id.
fn sorting() -> Vec<SortingColumn> {
    let schema = schema();
    let column = |name: &str| {
        let position = schema.index_of(name).expect("the columns that sort are in the schema");
        let column_idx = i32::try_from(position).expect("a schema has few columns");
        SortingColumn { column_idx, descending: false, nulls_first: true }
    };
    // Up to `id`, `occurred_at` and `actor` no column is nested, so leaves count as columns do.
    ["actor", "occurred_at", "id"].map(column).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Columns of version 1. Never edit this list; a new column goes into a list of its own.
    const VERSION_1: &str = "id:Utf8 kind:Utf8 occurred_at:Timestamp(µs, \"UTC\") \
        received_at:Timestamp(µs, \"UTC\") actor:Utf8? member_id:Utf8? anonymous_id:Utf8? session:Utf8? \
        merchant_id:Utf8? channel_id:Utf8? source_id:Utf8? device:Utf8? region:Utf8? utm:Utf8? url:Utf8? \
        value_minor:Int64? currency:Utf8? decision_id:Utf8? cause:Utf8? hops:Int32 properties:Utf8?";

    #[test]
    fn every_column_of_version_1_is_still_there() {
        let schema = schema();
        let now: Vec<_> = schema
            .fields()
            .iter()
            .map(|field| {
                format!(
                    "{}:{}{}",
                    field.name(),
                    field.data_type(),
                    if field.is_nullable() { "?" } else { "" }
                )
            })
            .collect();
        let words = VERSION_1.replace("µs, ", "µs,\u{a0}");
        for column in words.split(' ').filter(|word| !word.is_empty()) {
            let column = column.replace('\u{a0}', " ");
            assert!(now.contains(&column), "`{column}` is not in {now:?}");
        }
        for nested in ["items", "consent"] {
            assert!(schema.index_of(nested).is_ok(), "`{nested}` is gone");
        }
    }
}
