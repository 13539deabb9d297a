//! What others do to the folder:
//! 1. of two writers of one range one is refused, and nothing is doubled;
//! 2. a damaged manifest or file gives an error with its name, and the check tells what to do; nothing panics;
//! 3. people who were erased are gone, others are not.
#![expect(clippy::unwrap_used, reason = "tests")]

mod support;

use std::fs;
use std::ops::ControlFlow;

use mercat_lake::{Lake, LakeError, People, Scan, TimeRange, Unmerged};
use mercat_model::{Event, TextColumn};
use support::{NOW, events, everything, member, seal, sorted};

#[test]
fn two_writers_seal_every_event_once() {
    let folder = tempfile::tempdir().unwrap();
    let all = events(1, 0, 300, 3);
    let write = || {
        let lake = Lake::open(folder.path()).unwrap();
        let mut refused = 0_usize;
        loop {
            let sealed = usize::try_from(lake.sealed_offset().unwrap()).unwrap();
            if sealed == all.len() {
                return refused;
            }
            match seal(&lake, sealed as u64, &all[sealed..sealed + 30]) {
                Ok(done) => assert_eq!(done.sealed_offset, sealed as u64 + 30),
                Err(LakeError::Offset { given, .. }) => {
                    assert_eq!(given, sealed as u64);
                    refused += 1;
                }
                Err(error) => panic!("{error}"),
            }
        }
    };
    std::thread::scope(|scope| {
        let writers = [scope.spawn(write), scope.spawn(write)];
        writers.into_iter().for_each(|writer| assert!(writer.join().unwrap() < all.len()));
    });
    let lake = Lake::open(folder.path()).unwrap();
    assert_eq!(everything(&lake), sorted(all.clone()));
    assert_eq!(lake.check().unwrap().problems, []);
    let late = seal(&lake, 0, &all[..30]).unwrap_err();
    assert!(matches!(late, LakeError::Offset { sealed: 300, given: 0 }), "{late}");
}

#[test]
fn a_seal_whose_numbers_do_not_add_up_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let lake = Lake::open(folder.path()).unwrap();
    let two = events(1, 0, 2, 3);
    for (first_offset, next_offset) in [(0, 1), (1, 0)] {
        let seal = mercat_lake::Seal { first_offset, next_offset, events: two.clone(), identity_version: 0 };
        let refused = lake.seal(seal, &|event| event.actor()).unwrap_err();
        assert!(matches!(refused, LakeError::Seal { events: 2, .. }), "{refused}");
    }
    let duplicates = mercat_lake::Seal { first_offset: 0, next_offset: 9, events: two, identity_version: 0 };
    assert_eq!(lake.seal(duplicates, &|event| event.actor()).unwrap().sealed_offset, 9);
    let nothing = mercat_lake::Seal { first_offset: 9, next_offset: 11, events: vec![], identity_version: 0 };
    assert_eq!(lake.seal(nothing, &|event| event.actor()).unwrap().sealed_offset, 11);
}

#[test]
fn a_damaged_manifest_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let lake = Lake::open(folder.path()).unwrap();
    seal(&lake, 0, &events(1, 0, 50, 3)).unwrap();
    let path = folder.path().join("manifest.json");
    let whole = fs::read(&path).unwrap();
    let text = String::from_utf8(whole.clone()).unwrap();
    let mut broken: Vec<Vec<u8>> = (0..whole.len()).step_by(97).map(|end| whole[..end].to_vec()).collect();
    broken.push(text.replace("\"format\":1", "\"format\":2").into_bytes());
    broken.push(text.replace("events/month", "../../month").into_bytes());
    broken.push(vec![0xff; 300]);
    for bytes in broken {
        fs::write(&path, bytes).unwrap();
        for error in [Lake::open(folder.path()).err(), seal(&lake, 50, &[]).err()] {
            let Some(error) = error else { panic!("a damaged manifest was accepted") };
            assert!(error.to_string().contains("manifest.json"), "{error}");
            assert!(error.to_string().contains("backup"), "{error}");
        }
    }
    fs::write(&path, whole).unwrap();
    assert_eq!(lake.check().unwrap().problems, []);
}

/// Reads everything in every way; the first error.
fn read(lake: &Lake) -> Result<usize, LakeError> {
    let snapshot = lake.snapshot()?;
    let mut rows = 0;
    snapshot.for_each_event(TimeRange::default(), |_| {
        rows += 1;
        ControlFlow::Continue(())
    })?;
    let texts = vec![TextColumn::Session, TextColumn::Product, TextColumn::Property("colour".to_owned())];
    let spec = Scan { texts, value: true, ..Scan::default() };
    snapshot.scan(&spec, &[], &Unmerged, || (), |(), _| ())?;
    snapshot.count_events_of(&People { anonymous_ids: ["v1".to_owned()].into(), ..People::default() })?;
    Ok(rows)
}

#[test]
fn a_damaged_file_is_named_and_nothing_panics() {
    let folder = tempfile::tempdir().unwrap();
    let lake = Lake::open(folder.path()).unwrap();
    let mut all = events(1, 0, 120, 1);
    all.iter_mut().for_each(|event| {
        event.occurred_at = NOW;
        event.member_id = Some(member(0));
    });
    seal(&lake, 0, &all).unwrap();
    let entry = lake.manifest().unwrap().files[0].clone();
    let path = folder.path().join(&entry.path);
    let whole = fs::read(&path).unwrap();
    let mut broken: Vec<Vec<u8>> = (0..whole.len()).step_by(331).map(|end| whole[..end].to_vec()).collect();
    for at in (0..whole.len()).step_by(23) {
        let mut flipped = whole.clone();
        flipped[at] ^= 0x55;
        broken.push(flipped);
    }
    for bytes in broken {
        fs::write(&path, bytes).unwrap();
        let lake = Lake::open(folder.path()).unwrap();
        if let Err(error) = read(&lake) {
            assert!(error.to_string().contains(&entry.path), "{error}");
        }
        let problems = lake.check().unwrap().problems;
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].path, entry.path);
        assert!(problems[0].advice.contains("backup"), "{problems:?}");
    }
    fs::remove_file(&path).unwrap();
    let lake = Lake::open(folder.path()).unwrap();
    assert!(matches!(read(&lake), Err(LakeError::Gone { .. })));
    assert_eq!(lake.check().unwrap().problems.len(), 1);
}

#[test]
fn files_that_nobody_named_are_reported() {
    let folder = tempfile::tempdir().unwrap();
    let lake = Lake::open(folder.path()).unwrap();
    seal(&lake, 0, &events(1, 0, 50, 3)).unwrap();
    let entry = lake.manifest().unwrap().files[0].clone();
    let copy = folder.path().join(&entry.path).with_file_name("copy.parquet");
    fs::copy(folder.path().join(&entry.path), copy).unwrap();
    fs::write(folder.path().join("_retired/old.parquet"), "x").unwrap();
    let problems = lake.check().unwrap().problems;
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert!(problems.iter().all(|problem| problem.advice.contains("delete")));
    assert_eq!(everything(&lake).len(), 50);
}

#[test]
fn an_event_that_stands_twice_is_reported() {
    let folder = tempfile::tempdir().unwrap();
    let lake = Lake::open(folder.path()).unwrap();
    let all = events(1, 0, 50, 3);
    seal(&lake, 0, &all).unwrap();
    seal(&lake, 50, &all[..1]).unwrap();
    let problems = lake.check().unwrap().problems;
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].message.contains(&all[0].id.to_string()));
}

#[test]
fn erased_people_are_gone_and_others_are_not() {
    let folder = tempfile::tempdir().unwrap();
    let lake = Lake::open(folder.path()).unwrap();
    let all = events(1, 0, 2_000, 20);
    seal(&lake, 0, &all[..1_000]).unwrap();
    seal(&lake, 1_000, &all[1_000..]).unwrap();
    let people = People {
        member_ids: [member(3), member(999)].into(),
        anonymous_ids: ["v5".to_owned(), "nobody".to_owned()].into(),
    };
    let theirs = |event: &&Event| match event.member_id {
        Some(id) => people.member_ids.contains(&id),
        None => event.anonymous_id.as_ref().is_some_and(|id| people.anonymous_ids.contains(id)),
    };
    let count = all.iter().filter(theirs).count() as u64;
    assert_eq!(lake.snapshot().unwrap().count_events_of(&people).unwrap(), count);
    let old = lake.snapshot().unwrap();
    let erased = lake.erase(&people, NOW).unwrap();
    assert_eq!(erased.rows, count);
    assert!(erased.files > 0 && erased.files < old.manifest().files.len());
    let left = all.iter().filter(|event| !theirs(event)).cloned().collect();
    assert_eq!(everything(&lake), sorted(left));
    assert_eq!(lake.snapshot().unwrap().count_events_of(&people).unwrap(), 0);
    assert_eq!(lake.erase(&people, NOW).unwrap().rows, 0);
    assert_eq!(lake.check().unwrap().problems, []);
    let gone = old.for_each_event(TimeRange::default(), |_| ControlFlow::Continue(())).unwrap_err();
    assert!(matches!(gone, LakeError::Gone { .. }), "{gone}");
    assert_eq!(lake.sealed_offset().unwrap(), 2_000);
}
