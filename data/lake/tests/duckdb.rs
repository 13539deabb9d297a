//! Others read the files: DuckDB's answers over the folder equal ours, by the manifest's list and by a pattern of
//! paths, before and after a compaction.
#![expect(clippy::unwrap_used, reason = "tests")]

mod support;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use mercat_lake::{Lake, Scan, Unmerged};
use mercat_model::{Event, History};
use serde_json::{Value, json};
use support::{NOW, events, seal};

/// How many people got how far: seen, then put into the basket, then bought.
fn funnel(lake: &Lake) -> [u64; 3] {
    let observe = |reached: &mut [u64; 3], history: &History<'_>| {
        let code = |name: &str| history.names.kinds.iter().position(|kind| kind == name);
        let mut after = i64::MIN;
        for (step, name) in ["product_viewed", "product_added", "order_completed"].into_iter().enumerate() {
            let hit = |(at, kind): &(&i64, &u32)| **at > after && code(name) == Some(**kind as usize);
            let Some((at, _)) = history.occurred_at.iter().zip(history.kind).find(hit) else { return };
            after = *at;
            reached[step] += 1;
        }
    };
    let states = lake.snapshot().unwrap().scan(&Scan::default(), &[], &Unmerged, || [0; 3], observe).unwrap();
    states.into_iter().fold([0; 3], |all, one| [all[0] + one[0], all[1] + one[1], all[2] + one[2]])
}

fn counts(texts: impl Iterator<Item = String>) -> BTreeMap<String, u64> {
    let mut counts = BTreeMap::new();
    texts.for_each(|text| *counts.entry(text).or_default() += 1);
    counts
}

fn ours(lake: &Lake, all: &[Event]) -> Value {
    let people: std::collections::BTreeSet<_> = all.iter().filter_map(Event::actor).collect();
    json!({
        "rows": all.len(),
        "people": people.len(),
        "value_minor": all.iter().filter_map(|event| event.value).map(|value| value.minor).sum::<i64>(),
        "pieces": all.iter().flat_map(|event| &event.items).map(|item| item.quantity).sum::<i64>(),
        "consents": all.iter().map(|event| event.consent.len()).sum::<usize>(),
        "kinds": counts(all.iter().map(|event| event.kind.as_str().to_owned())),
        "months": counts(all.iter().map(|event| event.occurred_at.to_string()[..7].to_owned())),
        "misplaced": 0,
        "sources": counts(all.iter().filter_map(|event| event.utm.get("source").cloned())),
        "funnel": funnel(lake),
    })
}

fn duckdb(python: &Path, root: &Path) -> Value {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join("answers.py");
    let output = Command::new(python).arg(script).arg(root).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn duckdb_reads_the_folder_as_we_do() {
    let Some(python) = mercat_testbed::python() else { return };
    let folder = tempfile::tempdir().unwrap();
    let lake = Lake::open(folder.path()).unwrap();
    let mut all = events(7, 0, 6_000, 150);
    for (number, event) in all.iter_mut().enumerate() {
        event.consent = ["analytics", "marketing"][..number % 3].iter().map(ToString::to_string).collect();
    }
    for (number, part) in all.chunks(600).enumerate() {
        seal(&lake, number as u64 * 600, part).unwrap();
    }
    let expect = ours(&lake, &all);
    assert_eq!(duckdb(&python, folder.path()), json!({ "list": expect, "glob": expect }));
    let before = lake.manifest().unwrap().files.len();
    while lake.compact(&|event| event.actor(), 0, NOW).unwrap().is_some() {}
    assert!(lake.manifest().unwrap().files.len() * 5 < before);
    assert_eq!(ours(&lake, &all), expect);
    assert_eq!(duckdb(&python, folder.path()), json!({ "list": expect, "glob": expect }));
}
