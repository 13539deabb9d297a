//! What files promise:
//! 1. every event comes back as it was, whatever is in it;
//! 2. rows lie where their folder says, in order, and the check agrees;
//! 3. a file of an older schema reads as empty where it has no column;
//! 4. a column of a newer schema is passed over.
#![expect(clippy::unwrap_used, reason = "tests")]

mod support;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch, StringArray, TimestampMicrosecondArray};
use mercat_lake::{Lake, LakeFile, Scan, Unmerged};
use mercat_model::{
    ChannelId, Currency, Event, EventId, EventItem, EventKind, History, MemberId, MerchantId, Money,
    ProductId, SourceId, TextColumn, Timestamp,
};
use parquet::arrow::ArrowWriter;
use proptest::prelude::*;
use serde_json::Value;
use support::{event_id, events, everything, seal, sorted};

fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[a-c]{0,3}", any::<String>(), Just("anon:\u{0}商品".to_owned())]
}

fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        prop::num::f64::NORMAL.prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 20, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(text(), inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

prop_compose! {
    fn known()(
        id in any::<[u8; 10]>(), kind in text(), at in any::<i64>(), heard in any::<i64>(),
        member in any::<Option<[u8; 10]>>(), visitor in prop::option::of(text()),
        session in prop::option::of(text()), places in any::<(bool, bool, bool)>(),
    ) -> Event {
        let at = Timestamp::from_micros(at / 4 * 3);
        let mut event = Event::new(EventId::from_parts(at.id_ms(), id), EventKind::from(kind.as_str()), at);
        event.received_at = Timestamp::from_micros(heard);
        event.member_id = member.map(|random| MemberId::from_parts(1, random));
        event.anonymous_id = visitor;
        event.session = session;
        event.merchant_id = places.0.then(|| MerchantId::from_parts(1, id));
        event.channel_id = places.1.then(|| ChannelId::from_parts(2, id));
        event.source_id = places.2.then(|| SourceId::from_parts(3, id));
        event
    }
}

prop_compose! {
    fn whole()(
        mut event in known(), device in prop::option::of(text()), region in prop::option::of(text()),
        utm in prop::collection::btree_map(text(), text(), 0..3), url in prop::option::of(text()),
        items in prop::collection::vec(any::<(u8, i64)>(), 0..4), value in any::<Option<(i64, bool)>>(),
        consent in prop::collection::vec(text(), 0..3), decision in prop::option::of(text()),
        cause in any::<Option<[u8; 10]>>(), hops in any::<u8>(),
        properties in prop::collection::btree_map(text(), json(), 0..4),
    ) -> Event {
        event.device = device;
        event.region = region;
        event.utm = utm;
        event.url = url;
        let item = |(product, quantity): (u8, i64)| EventItem {
            product_id: ProductId::from_parts(0, [product; 10]),
            quantity,
        };
        event.items = items.into_iter().map(item).collect();
        let currency = |yen| if yen { "JPY".parse().unwrap() } else { Currency::CNY };
        event.value = value.map(|(minor, yen)| Money::new(minor, currency(yen)));
        event.consent = consent;
        event.decision_id = decision;
        event.cause = cause.map(|random| EventId::from_parts(4, random));
        event.hops = hops;
        event.properties = properties.into_iter().collect();
        event
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_event_comes_back_as_it_was(events in prop::collection::vec(whole(), 0..40)) {
        let folder = tempfile::tempdir().unwrap();
        let lake = Lake::open(folder.path()).unwrap();
        let events: BTreeMap<_, _> = events.into_iter().map(|event| (event.id, event)).collect();
        let events: Vec<_> = events.into_values().collect();
        seal(&lake, 0, &events).unwrap();
        prop_assert_eq!(everything(&lake), events);
        prop_assert_eq!(lake.check().unwrap().problems, []);
    }
}

/// Writes a file of a foreign schema in place of a lake's only file, and tells the manifest.
fn replace_file(root: &Path, columns: Vec<(&str, ArrayRef)>) {
    let batch = RecordBatch::try_from_iter(columns).unwrap();
    let manifest = root.join("manifest.json");
    let mut json: Value = serde_json::from_slice(&std::fs::read(&manifest).unwrap()).unwrap();
    let entry: LakeFile = serde_json::from_value(json["files"][0].clone()).unwrap();
    let path = root.join(&entry.path);
    let mut writer =
        ArrowWriter::try_new(std::fs::File::create(&path).unwrap(), batch.schema(), None).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
    let bytes = std::fs::read(&path).unwrap();
    json["files"][0]["bytes"] = bytes.len().into();
    json["files"][0]["blake3"] = blake3::hash(&bytes).to_hex().to_string().into();
    std::fs::write(manifest, serde_json::to_vec(&json).unwrap()).unwrap();
}

fn texts<const N: usize>(values: [&str; N]) -> ArrayRef {
    Arc::new(StringArray::from(values.to_vec()))
}

#[test]
fn files_of_other_schemas_stay_readable() {
    let folder = tempfile::tempdir().unwrap();
    let lake = Lake::open(folder.path()).unwrap();
    let mut event = Event::new(event_id(1), EventKind::PageViewed, Timestamp::from_micros(support::START_US));
    event.anonymous_id = Some("v1".to_owned());
    seal(&lake, 0, std::slice::from_ref(&event)).unwrap();
    drop(lake);
    let times = TimestampMicrosecondArray::from(vec![support::START_US]).with_timezone("UTC");
    replace_file(
        folder.path(),
        vec![
            ("occurred_at", Arc::new(times)),
            ("weather", texts(["rain"])),
            ("id", texts([event_id(1).to_string().as_str()])),
            ("actor", texts(["anon:v1"])),
            ("kind", texts(["page_viewed"])),
            ("anonymous_id", texts(["v1"])),
        ],
    );
    let lake = Lake::open(folder.path()).unwrap();
    assert_eq!(lake.check().unwrap().problems, []);
    assert_eq!(everything(&lake), [event]);
    let columns = vec![TextColumn::Device, TextColumn::Product, TextColumn::Property("colour".to_owned())];
    let spec = Scan { texts: columns, value: true, ..Scan::default() };
    let observe = |rows: &mut usize, history: &History<'_>| {
        assert_eq!(history.texts, [[u32::MAX], [u32::MAX], [u32::MAX]]);
        assert_eq!(history.value_minor, [0]);
        *rows += history.kind.len();
    };
    let rows = lake.snapshot().unwrap().scan(&spec, &[], &Unmerged, || 0, observe).unwrap();
    assert_eq!(rows.iter().sum::<usize>(), 1);
}

#[test]
fn columns_of_texts_stay_coded_however_many_there_are() {
    let folder = tempfile::tempdir().unwrap();
    let lake = Lake::open(folder.path()).unwrap();
    let mut events = events(3, 0, 20_000, 20_000);
    for (number, event) in events.iter_mut().enumerate() {
        event.url = Some(format!("https://shop.example/{}/{number}", "long/".repeat(30)));
        event.occurred_at = Timestamp::from_micros(support::START_US);
        event.anonymous_id = Some("v0".to_owned());
        event.member_id = None;
    }
    seal(&lake, 0, &events).unwrap();
    let entry = lake.manifest().unwrap().files[0].clone();
    let file = std::fs::File::open(folder.path().join(entry.path)).unwrap();
    let footer = parquet::file::serialized_reader::SerializedFileReader::new(file).unwrap();
    let footer = parquet::file::reader::FileReader::metadata(&footer).clone();
    let url =
        footer.row_group(0).columns().iter().find(|column| column.column_path().string() == "url").unwrap();
    let encodings: Vec<_> = url.encodings().collect();
    assert!(url.dictionary_page_offset().is_some());
    assert!(url.uncompressed_size() > 2 << 20, "the dictionary is larger than a writer keeps by default");
    let pages = url.page_encoding_stats_mask().unwrap();
    assert!(pages.is_only(parquet::basic::Encoding::RLE_DICTIONARY), "{encodings:?}");
    assert_eq!(everything(&lake), sorted(events));
}
