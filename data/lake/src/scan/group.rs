//! Decoded rows of a file: a batch of a row group as columns of numbers, texts as the partition's codes.

use std::borrow::Cow;
use std::cell::OnceCell;

use arrow_array::cast::AsArray;
use arrow_array::types::{Int32Type, Int64Type, TimestampMicrosecondType};
use arrow_array::{
    Array, ArrayRef, DictionaryArray, Int32Array, RecordBatch, StringArray, TimestampMicrosecondArray,
};
use mercat_model::history::NO_TEXT;
use mercat_model::{EventId, TextColumn};
use serde::Deserializer as _;
use serde::de::{IgnoredAny, MapAccess, Visitor};
use serde_json::Value;

use super::names::Coder;
use super::run::{Head, RUNS_AT_ONCE, Run};

/// What is wrong with a column, for the message of `LakeError::Damaged`.
pub(super) type Wrong = String;

/// Codes of a file's dictionary in the partition's names.
pub(super) type CodeMap = Vec<u32>;

/// A batch of rows, sorted by actor, time and id. Actors and times stay as they were decoded: no copy.
pub(super) struct Group {
    /// Each row's actor as a number of `actors`; rows of nobody come first and have none.
    pub(super) actor: Int32Array,
    /// Rows of nobody.
    pub(super) nobody: usize,
    /// The people of the file's dictionary.
    pub(super) actors: StringArray,
    pub(super) occurred_at: TimestampMicrosecondArray,
    pub(super) kind: Vec<u32>,
    pub(super) texts: Vec<Vec<u32>>,
    /// Empty when amounts were not asked for.
    pub(super) value_minor: Vec<i64>,
    /// Ids by row, read when two rows of one time must be put in order.
    pub(super) ids: OnceCell<Vec<EventId>>,
    /// Whether every row lies in the range that was asked for.
    pub(super) whole: bool,
    /// Where it begins in its row group.
    pub(super) offset: usize,
    /// Which row group.
    pub(super) row_group: usize,
}

/// The translations of a row group's dictionaries, made at its first batch.
#[derive(Default)]
pub(super) struct Maps {
    kind: Option<CodeMap>,
    texts: Vec<Option<CodeMap>>,
}

/// The column of a file that a text is taken from.
pub(super) fn source(column: &TextColumn) -> &'static str {
    match column {
        TextColumn::Session => "session",
        TextColumn::Source => "source_id",
        TextColumn::Device => "device",
        TextColumn::Region => "region",
        TextColumn::Channel => "channel_id",
        TextColumn::Merchant => "merchant_id",
        TextColumn::Url => "url",
        TextColumn::Utm(_) => "utm",
        TextColumn::Product => "items.list.element.product_id",
        TextColumn::Currency => "currency",
        TextColumn::Property(_) => "properties",
    }
}

/// The text of a JSON value: texts as they are, anything else as JSON.
pub(super) fn text_of(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

impl Maps {
    pub(super) fn new(texts: usize) -> Self {
        Maps { kind: None, texts: vec![None; texts] }
    }
}

impl Group {
    /// Decodes a batch that was read with coded texts.
    pub(super) fn decode(
        batch: &RecordBatch,
        columns: &[TextColumn],
        value: bool,
        coder: &mut Coder,
        maps: &mut Maps,
    ) -> Result<Self, Wrong> {
        let (actor, nobody, actors) = people(batch)?;
        let occurred_at = required(batch, "occurred_at")?.as_primitive_opt::<TimestampMicrosecondType>();
        let occurred_at = occurred_at.ok_or("the column `occurred_at` does not hold times")?.clone();
        let kinds = dictionary(required(batch, "kind")?, "kind")?;
        let map = maps.kind.get_or_insert_with(|| translate(kinds, &mut |name| coder.kind(name)));
        let kind = codes(kinds, map);
        let mut texts = Vec::with_capacity(columns.len());
        for (position, column) in columns.iter().enumerate() {
            texts.push(text_codes(batch, column, position, coder, &mut maps.texts[position])?);
        }
        let value_minor = if value { minor(batch)? } else { Vec::new() };
        Ok(Group {
            actor,
            nobody,
            actors,
            occurred_at,
            kind,
            texts,
            value_minor,
            ids: OnceCell::new(),
            whole: false,
            offset: 0,
            row_group: 0,
        })
    }

    pub(super) fn len(&self) -> usize {
        self.actor.len()
    }

    /// Adds runs from row `start` on, until there are [`RUNS_AT_ONCE`].
    pub(super) fn runs(&self, mut start: usize, runs: &mut Vec<Run>) {
        let (keys, times) = (self.actor.values(), self.occurred_at.values());
        while start < keys.len() && runs.len() < RUNS_AT_ONCE {
            let key = keys[start];
            let more = keys[start + 1..].iter().position(|other| *other != key);
            let end = more.map_or(keys.len(), |more| start + 1 + more);
            let head = Head::of(self.actors.value(key as usize));
            runs.push(Run { head, end, first_at: times[start], last_at: times[end - 1] });
            start = end;
        }
    }

    /// The actor of a row that has one.
    #[inline]
    pub(super) fn actor_of(&self, row: usize) -> &str {
        self.actors.value(self.actor.values()[row] as usize)
    }
}

fn required<'a>(batch: &'a RecordBatch, name: &str) -> Result<&'a ArrayRef, Wrong> {
    batch.column_by_name(name).ok_or_else(|| format!("the column `{name}` is missing"))
}

fn dictionary<'a>(array: &'a dyn Array, name: &str) -> Result<&'a DictionaryArray<Int32Type>, Wrong> {
    array.as_dictionary_opt().ok_or_else(|| format!("the column `{name}` does not hold texts"))
}

fn values(array: &DictionaryArray<Int32Type>) -> &StringArray {
    array.values().as_string::<i32>()
}

/// Actors by row, the number of rows without one, and the people.
pub(super) fn people(batch: &RecordBatch) -> Result<(Int32Array, usize, StringArray), Wrong> {
    let actors = dictionary(required(batch, "actor")?, "actor")?;
    let nobody = actors.null_count();
    if nobody > 0 && !actors.is_null(nobody - 1) {
        return Err("rows of nobody do not come first".to_owned());
    }
    Ok((actors.keys().clone(), nobody, values(actors).clone()))
}

/// The code of each text of a dictionary.
fn translate(array: &DictionaryArray<Int32Type>, code: &mut dyn FnMut(&str) -> u32) -> CodeMap {
    values(array).iter().map(|text| text.map_or(NO_TEXT, &mut *code)).collect()
}

/// The code of each row.
fn codes(array: &DictionaryArray<Int32Type>, map: &CodeMap) -> Vec<u32> {
    let translated = |key: &i32| map.get(*key as usize).copied().unwrap_or(NO_TEXT);
    let mut codes: Vec<u32> = array.keys().values().iter().map(translated).collect();
    if let Some(nulls) = array.nulls() {
        let absent = codes.iter_mut().zip(nulls).filter(|(_, there)| !there);
        absent.for_each(|(code, _)| *code = NO_TEXT);
    }
    codes
}

fn text_codes(
    batch: &RecordBatch,
    column: &TextColumn,
    position: usize,
    coder: &mut Coder,
    map: &mut Option<CodeMap>,
) -> Result<Vec<u32>, Wrong> {
    let name = source(column).split_once('.').map_or(source(column), |(root, _)| root);
    let Some(array) = batch.column_by_name(name) else {
        return Ok(vec![NO_TEXT; batch.num_rows()]);
    };
    match column {
        TextColumn::Property(key) => {
            let texts = array.as_string_opt::<i32>().ok_or("the column `properties` does not hold texts")?;
            texts
                .iter()
                .map(|json| {
                    let value = json.map(|json| property(json, key)).transpose()?.flatten();
                    Ok(coder.text(position, value.as_deref()))
                })
                .collect()
        }
        TextColumn::Product => first_products(array, position, coder, map),
        TextColumn::Utm(key) => {
            let maps = dictionary(array, name)?;
            if map.is_none() {
                let mut wrong = None;
                *map = Some(translate(maps, &mut |json| match property(json, key) {
                    Ok(value) => coder.text(position, value.as_deref()),
                    Err(error) => {
                        wrong = Some(error);
                        NO_TEXT
                    }
                }));
                wrong.map_or(Ok(()), Err)?;
            }
            Ok(codes(maps, map.as_ref().expect("it was just made")))
        }
        _ => {
            let texts = dictionary(array, name)?;
            let map =
                map.get_or_insert_with(|| translate(texts, &mut |text| coder.text(position, Some(text))));
            Ok(codes(texts, map))
        }
    }
}

/// The first product of each row's items.
fn first_products(
    array: &ArrayRef,
    position: usize,
    coder: &mut Coder,
    map: &mut Option<CodeMap>,
) -> Result<Vec<u32>, Wrong> {
    let wrong = || "the column `items` does not hold products".to_owned();
    let lists = array.as_list_opt::<i32>().ok_or_else(wrong)?;
    let items = lists.values().as_struct_opt().ok_or_else(wrong)?;
    let products = dictionary(items.column_by_name("product_id").ok_or_else(wrong)?, "product_id")?;
    let map = map.get_or_insert_with(|| translate(products, &mut |text| coder.text(position, Some(text))));
    let all = codes(products, map);
    let first = |span: &[i32]| if span[0] < span[1] { all[span[0] as usize] } else { NO_TEXT };
    Ok(lists.value_offsets().windows(2).map(first).collect())
}

/// Minor units by row, 0 where there are none.
fn minor(batch: &RecordBatch) -> Result<Vec<i64>, Wrong> {
    let Some(array) = batch.column_by_name("value_minor") else {
        return Ok(vec![0; batch.num_rows()]);
    };
    let array =
        array.as_primitive_opt::<Int64Type>().ok_or("the column `value_minor` does not hold integers")?;
    Ok(if array.null_count() == 0 {
        array.values().to_vec()
    } else {
        array.iter().map(|minor| minor.unwrap_or(0)).collect()
    })
}

/// The text of a key of a JSON object; the other values are passed over without being kept.
fn property(json: &str, key: &str) -> Result<Option<String>, Wrong> {
    let mut reader = serde_json::Deserializer::from_str(json);
    let found = reader.deserialize_map(OneKey(key));
    found.map_err(|error| format!("a column does not hold JSON: {error}"))
}

/// Looks for one key of an object.
struct OneKey<'k>(&'k str);

impl<'de> Visitor<'de> for OneKey<'_> {
    type Value = Option<String>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut found = None;
        while let Some(key) = map.next_key::<Cow<'de, str>>()? {
            if key == self.0 {
                found = Some(text_of(&map.next_value()?));
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(found)
    }
}
