//! The steps of a change to the folder, where tests let the program die. Outside tests this is nothing.

use crate::error::LakeError;

/// A moment between two effects on the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// A Parquet file lies in staging, perhaps not synced.
    FileStaged,
    /// The new manifest lies beside the old one.
    ManifestWritten,
    /// The new manifest is in force.
    Committed,
    /// A staged file came to its place.
    FilePlaced,
    /// A replaced file left its place.
    FileRetired,
    /// An erased file is gone.
    FileErased,
}

#[cfg(not(test))]
#[expect(clippy::unnecessary_wraps, reason = "in tests a step can be the last")]
pub(crate) fn at(_step: Step) -> Result<(), LakeError> {
    Ok(())
}

#[cfg(test)]
thread_local! {
    /// Steps that still pass on this thread before one fails; none: all pass.
    pub(crate) static STEPS_LEFT: std::cell::Cell<Option<usize>> = const { std::cell::Cell::new(None) };
}

#[cfg(test)]
pub(crate) fn at(step: Step) -> Result<(), LakeError> {
    STEPS_LEFT.with(|left| match left.get() {
        None => Ok(()),
        Some(0) => Err(LakeError::Encode(format!("the test ends at {step:?}"))),
        Some(steps) => {
            left.set(Some(steps - 1));
            Ok(())
        }
    })
}

#[cfg(test)]
mod tests {
    //! A change that ends at any step is there as a whole or not at all, for those who read at once and for those
    //! who open the folder afterwards; doing it again, from the offset that the lake then tells, completes it.

    use std::ops::ControlFlow;
    use std::path::Path;

    use mercat_model::{Event, EventId, EventKind, Timestamp};

    use super::STEPS_LEFT;
    use crate::{Lake, LakeError, People, SMALL_FILES_MAX, Seal, TimeRange};

    /// 2026-01-31T23:59:59Z; events of a test lie in two months.
    const END_OF_JANUARY_US: i64 = 1_769_903_999_000_000;
    const NOW: Timestamp = Timestamp::MIN;

    fn events(count: usize) -> Vec<Event> {
        let event = |number: usize| {
            let time = END_OF_JANUARY_US + i64::try_from(number % 3).unwrap() * 1_000_000;
            let id = EventId::derived(0, "test", &number.to_string());
            let mut event = Event::new(id, EventKind::PageViewed, Timestamp::from_micros(time));
            event.anonymous_id = Some(format!("v{}", number % 2));
            event
        };
        (0..count).map(event).collect()
    }

    fn seal(lake: &Lake, all: &[Event], first: usize, next: usize) -> Result<(), LakeError> {
        let events = all[first..next].to_vec();
        let seal = Seal { first_offset: first as u64, next_offset: next as u64, events, identity_version: 0 };
        lake.seal(seal, &|event| event.actor()).map(|_| ())
    }

    fn ids(lake: &Lake) -> Vec<EventId> {
        let mut ids = Vec::new();
        let take = |event: Event| {
            ids.push(event.id);
            ControlFlow::Continue(())
        };
        lake.snapshot().unwrap().for_each_event(TimeRange::default(), take).unwrap();
        ids.sort_unstable();
        ids
    }

    fn sorted<'e>(events: impl IntoIterator<Item = &'e Event>) -> Vec<EventId> {
        let mut ids: Vec<_> = events.into_iter().map(|event| event.id).collect();
        ids.sort_unstable();
        ids
    }

    /// Lets `change` die at each of its steps in a folder of its own, and the opening after it at its first one;
    /// `judge` gets a reader who was there before and a lake that was opened after.
    fn dies_at_every_step(
        prepare: &dyn Fn(&Lake),
        change: &dyn Fn(&Lake) -> Result<(), LakeError>,
        judge: &dyn Fn(&Lake),
        complete: &dyn Fn(&Lake, &Path),
    ) {
        for steps in 0.. {
            assert!(steps < 200, "a change has fewer steps");
            let folder = tempfile::tempdir().unwrap();
            let lake = Lake::open(folder.path()).unwrap();
            let reader = Lake::open(folder.path()).unwrap();
            prepare(&lake);
            STEPS_LEFT.set(Some(steps));
            let outcome = change(&lake);
            STEPS_LEFT.set(None);
            judge(&reader);
            drop(lake);
            STEPS_LEFT.set(Some(0));
            let _ = Lake::open(folder.path());
            STEPS_LEFT.set(None);
            let lake = Lake::open(folder.path()).unwrap();
            judge(&lake);
            assert_eq!(lake.check().unwrap().problems, [], "after {steps} steps");
            complete(&lake, folder.path());
            assert_eq!(lake.check().unwrap().problems, [], "after {steps} steps and once more");
            if outcome.is_ok() {
                assert!(steps > 3, "the steps were counted");
                return;
            }
        }
    }

    #[test]
    fn a_seal_that_dies_is_all_or_nothing() {
        let all = events(60);
        let judge = |lake: &Lake| {
            let sealed = usize::try_from(lake.sealed_offset().unwrap()).unwrap();
            assert!(sealed == 30 || sealed == 60);
            assert_eq!(ids(lake), sorted(&all[..sealed]));
        };
        let complete = |lake: &Lake, _: &Path| {
            let sealed = usize::try_from(lake.sealed_offset().unwrap()).unwrap();
            if sealed < 60 {
                seal(lake, &all, sealed, 60).unwrap();
            }
            assert_eq!(ids(lake), sorted(&all));
        };
        dies_at_every_step(
            &|lake| seal(lake, &all, 0, 30).unwrap(),
            &|lake| seal(lake, &all, 30, 60),
            &judge,
            &complete,
        );
    }

    fn prepare_many_files(lake: &Lake, all: &[Event]) {
        let part = all.len() / (SMALL_FILES_MAX + 1);
        for number in 0..=SMALL_FILES_MAX {
            seal(lake, all, number * part, (number + 1) * part).unwrap();
        }
    }

    #[test]
    fn a_compaction_that_dies_loses_and_doubles_nothing() {
        let all = events((SMALL_FILES_MAX + 1) * 6);
        let compact = |lake: &Lake| lake.compact(&|event| event.actor(), 0, NOW).map(|done| done.is_some());
        let complete = |lake: &Lake, _: &Path| {
            while compact(lake).unwrap() {}
            assert_eq!(lake.manifest().unwrap().files.len(), 4, "two people in two months");
            assert_eq!(ids(lake), sorted(&all));
            lake.clean(Timestamp::MAX).unwrap();
            assert_eq!(ids(lake), sorted(&all));
        };
        dies_at_every_step(
            &|lake| prepare_many_files(lake, &all),
            &|lake| compact(lake).map(|_| ()),
            &|lake| assert_eq!(ids(lake), sorted(&all)),
            &complete,
        );
    }

    #[test]
    fn an_erasure_that_dies_can_be_done_again_and_leaves_no_trace() {
        let all = events((SMALL_FILES_MAX + 1) * 6);
        let people = People { anonymous_ids: ["v1".to_owned()].into(), ..People::default() };
        let others = || all.iter().filter(|event| event.anonymous_id.as_deref() == Some("v0"));
        let judge = |lake: &Lake| {
            let ids = ids(lake);
            assert!(ids == sorted(&all) || ids == sorted(others()));
        };
        let complete = |lake: &Lake, folder: &Path| {
            lake.erase(&people, NOW).unwrap();
            assert_eq!(lake.snapshot().unwrap().count_events_of(&people).unwrap(), 0);
            assert_eq!(ids(lake), sorted(others()));
            assert!(!holds(folder, b"anon:v1"), "the text is still in a file");
        };
        let prepare = |lake: &Lake| {
            prepare_many_files(lake, &all);
            lake.compact(&|event| event.actor(), 0, NOW).unwrap();
        };
        dies_at_every_step(&prepare, &|lake| lake.erase(&people, NOW).map(|_| ()), &judge, &complete);
    }

    /// Whether a text stands in any file of a folder. Actors are not compressed.
    fn holds(folder: &Path, text: &[u8]) -> bool {
        std::fs::read_dir(folder).unwrap().any(|entry| {
            let path = entry.unwrap().path();
            if path.is_dir() {
                return holds(&path, text);
            }
            std::fs::read(path).unwrap().windows(text.len()).any(|window| window == text)
        })
    }
}
