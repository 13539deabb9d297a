//! What the event log promises, proved on both engines:
//! 1. offsets count from 0 without gaps, in the order of the answers;
//! 2. a reader from any offset sees every later event once, in order;
//! 3. a batch that a relay repeats after dying adds nothing;
//! 4. a relay whose lease is over is refused;
//! 5. appends from many threads lose and double nothing;
//! 6. what was acknowledged is there after the log is opened again.
#![expect(clippy::unwrap_used, reason = "tests")]

use mercat_eventlog::{APPEND_MAX, EventLog, LogError, Relayed};
use mercat_model::{Event, EventId, EventKind, Timestamp};

fn events(from: u64, count: u64) -> Vec<Event> {
    (from..from + count)
        .map(|n| {
            let mut random = [0; 10];
            random[2..].copy_from_slice(&n.to_be_bytes());
            Event::new(
                EventId::from_parts(1, random),
                EventKind::PageViewed,
                Timestamp::from_micros(n as i64),
            )
        })
        .collect()
}

fn numbers(read: &[(u64, Event)]) -> Vec<i64> {
    read.iter().map(|(_, event)| event.occurred_at.as_micros()).collect()
}

fn read_all(log: &EventLog) -> Vec<(u64, Event)> {
    let mut all = Vec::new();
    loop {
        let next = all.last().map_or(0, |(offset, _)| offset + 1);
        let more = log.read_blocking(next, 7).unwrap();
        if more.is_empty() {
            return all;
        }
        all.extend(more);
    }
}

fn promises(open: &dyn Fn() -> EventLog) {
    let log = open();
    assert_eq!(log.append_blocking(&events(0, 3)).unwrap(), 3);
    assert_eq!(log.append_blocking(&events(3, 5)).unwrap(), 8);
    assert_eq!(numbers(&log.read_blocking(4, 100).unwrap()), [4, 5, 6, 7]);
    assert_eq!(log.read_blocking(8, 100).unwrap(), []);
    assert_eq!(log.append_blocking(&[]).unwrap(), 8);

    let relay = |epoch, seqs: std::ops::Range<i64>| Relayed { epoch, seqs: seqs.collect() };
    assert_eq!(log.append_relayed_blocking(&events(8, 4), relay(1, 100..104)).unwrap(), 12);
    assert_eq!(log.append_relayed_blocking(&events(8, 6), relay(2, 100..106)).unwrap(), 14, "repeated");
    let late = log.append_relayed_blocking(&events(90, 1), relay(1, 300..301));
    assert!(matches!(late, Err(LogError::Fenced(1))));
    assert_eq!(numbers(&read_all(&log)), (0..14).collect::<Vec<_>>());

    std::thread::scope(|scope| {
        for thread in 0..8 {
            let log = &log;
            scope.spawn(move || {
                for step in 0..20 {
                    log.append_blocking(&events(1000 + thread * 100 + step * 5, 5)).unwrap();
                }
            });
        }
    });
    let too_many = log.append_blocking(&events(0, APPEND_MAX as u64 + 1));
    assert!(matches!(too_many, Err(LogError::TooLarge { .. })));
    log.close();

    let all = read_all(&open());
    assert_eq!(all.iter().map(|(offset, _)| *offset).collect::<Vec<_>>(), (0..814).collect::<Vec<_>>());
    let mut later = numbers(&all)[14..].to_vec();
    later.sort_unstable();
    assert_eq!(later, (1000..1800).collect::<Vec<_>>());
}

#[test]
fn sqlite_keeps_its_promises() {
    let folder = tempfile::tempdir().unwrap();
    promises(&|| EventLog::open_sqlite(&folder.path().join("events.sqlite")).unwrap());
}

#[test]
fn postgres_keeps_its_promises() {
    let Some(database) = mercat_testbed::Database::create() else { return };
    promises(&|| EventLog::open_postgres(database.url()).unwrap());
}
