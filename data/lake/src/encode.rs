//! Rows to columns. The inverse is `decode`; together they give every event back as it was.

use std::sync::Arc;

use arrow_array::builder::{
    ArrayBuilder, Int32Builder, Int64Builder, ListBuilder, StringBuilder, StructBuilder,
    TimestampMicrosecondBuilder,
};
use arrow_array::{ArrayRef, RecordBatch};
use mercat_model::Event;

use crate::error::LakeError;
use crate::schema::{element, item_fields, schema, time_type};

/// An event and the text of its person as known when it is written.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Row {
    pub(crate) actor: Option<String>,
    pub(crate) event: Event,
}

impl Row {
    /// The order of rows in a file: nobody first, then by person, time and id.
    pub(crate) fn key(&self) -> (Option<&str>, i64, mercat_model::EventId) {
        (self.actor.as_deref(), self.event.occurred_at.as_micros(), self.event.id)
    }
}

/// The columns of rows. Cost: a copy of every text.
pub(crate) fn batch(rows: &[Row]) -> Result<RecordBatch, LakeError> {
    let columns =
        schema().fields().iter().map(|field| column(field.name(), rows)).collect::<Result<_, _>>()?;
    RecordBatch::try_new(schema(), columns).map_err(|error| LakeError::Encode(error.to_string()))
}

fn column(name: &str, rows: &[Row]) -> Result<ArrayRef, LakeError> {
    let optional = |text: fn(&Row) -> Option<String>| texts(rows.iter().map(text));
    let borrowed = |text: fn(&Row) -> Option<&str>| texts(rows.iter().map(text));
    Ok(match name {
        "id" => optional(|row| Some(row.event.id.to_string())),
        "kind" => borrowed(|row| Some(row.event.kind.as_str())),
        "occurred_at" => times(rows.iter().map(|row| row.event.occurred_at.as_micros())),
        "received_at" => times(rows.iter().map(|row| row.event.received_at.as_micros())),
        "actor" => borrowed(|row| row.actor.as_deref()),
        "member_id" => optional(|row| row.event.member_id.map(|id| id.to_string())),
        "anonymous_id" => borrowed(|row| row.event.anonymous_id.as_deref()),
        "session" => borrowed(|row| row.event.session.as_deref()),
        "merchant_id" => optional(|row| row.event.merchant_id.map(|id| id.to_string())),
        "channel_id" => optional(|row| row.event.channel_id.map(|id| id.to_string())),
        "source_id" => optional(|row| row.event.source_id.map(|id| id.to_string())),
        "device" => borrowed(|row| row.event.device.as_deref()),
        "region" => borrowed(|row| row.event.region.as_deref()),
        "utm" => json(rows.iter().map(|row| (!row.event.utm.is_empty()).then_some(&row.event.utm)))?,
        "url" => borrowed(|row| row.event.url.as_deref()),
        "items" => items(rows),
        "value_minor" => minor(rows),
        "currency" => optional(|row| row.event.value.map(|value| value.currency.code().to_owned())),
        "consent" => consent(rows),
        "decision_id" => borrowed(|row| row.event.decision_id.as_deref()),
        "cause" => optional(|row| row.event.cause.map(|id| id.to_string())),
        "hops" => hops(rows),
        "properties" => {
            json(rows.iter().map(|row| (!row.event.properties.is_empty()).then_some(&row.event.properties)))?
        }
        other => return Err(LakeError::Encode(format!("column `{other}` has no values"))),
    })
}

fn texts<T: AsRef<str>>(values: impl Iterator<Item = Option<T>>) -> ArrayRef {
    let mut builder = StringBuilder::new();
    for value in values {
        builder.append_option(value);
    }
    Arc::new(builder.finish())
}

fn json<T: serde::Serialize>(values: impl Iterator<Item = Option<T>>) -> Result<ArrayRef, LakeError> {
    let mut builder = StringBuilder::new();
    for value in values {
        let text = value.map(|value| serde_json::to_string(&value)).transpose();
        builder.append_option(text.map_err(|error| LakeError::Encode(error.to_string()))?);
    }
    Ok(Arc::new(builder.finish()))
}

fn times(values: impl Iterator<Item = i64>) -> ArrayRef {
    let mut builder = TimestampMicrosecondBuilder::new().with_data_type(time_type());
    values.for_each(|value| builder.append_value(value));
    Arc::new(builder.finish())
}

fn minor(rows: &[Row]) -> ArrayRef {
    let mut builder = Int64Builder::new();
    rows.iter().for_each(|row| builder.append_option(row.event.value.map(|value| value.minor)));
    Arc::new(builder.finish())
}

fn hops(rows: &[Row]) -> ArrayRef {
    let mut builder = Int32Builder::new();
    rows.iter().for_each(|row| builder.append_value(i32::from(row.event.hops)));
    Arc::new(builder.finish())
}

fn consent(rows: &[Row]) -> ArrayRef {
    let list = arrow_schema::DataType::Utf8;
    let mut builder = ListBuilder::new(StringBuilder::new()).with_field(element(list));
    for row in rows {
        for purpose in &row.event.consent {
            builder.values().append_value(purpose);
        }
        builder.append(true);
    }
    Arc::new(builder.finish())
}

fn items(rows: &[Row]) -> ArrayRef {
    let values: Vec<Box<dyn ArrayBuilder>> =
        vec![Box::new(StringBuilder::new()), Box::new(Int64Builder::new())];
    let fields = item_fields();
    let list = arrow_schema::DataType::Struct(fields.clone());
    let mut builder = ListBuilder::new(StructBuilder::new(fields, values)).with_field(element(list));
    const SAME: &str = "the builders were made of these types";
    for row in rows {
        for item in &row.event.items {
            let one = builder.values();
            one.field_builder::<StringBuilder>(0).expect(SAME).append_value(item.product_id.to_string());
            one.field_builder::<Int64Builder>(1).expect(SAME).append_value(item.quantity);
            one.append(true);
        }
        builder.append(true);
    }
    Arc::new(builder.finish())
}
