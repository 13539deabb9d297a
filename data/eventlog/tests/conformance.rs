//! What the event log promises, proved on both engines:
//! 1. offsets count from 0 without gaps, in the order of the answers;
//! 2. a reader from any offset sees every later event once, in order;
//! 3. a batch that a relay repeats after dying adds nothing;
//! 4. a relay whose lease is over is refused;
//! 5. appends from many threads lose and double nothing;
//! 6. what was acknowledged is there after the log is opened again;
//! 7. what clients send again is left out, also by another server and after a restart, within one batch and across;
//! 8. a trim removes only the oldest rows that are before the offset and old enough; reading them is refused;
//! 9. erased events are gone and all other offsets stay;
//! 10. a log of the first version opens with everything in it.
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

/// Events as clients send them: the same number is the same message, whenever it comes in.
fn messages(at_ms: u64, numbers: impl IntoIterator<Item = u64>) -> Vec<Event> {
    let message = |n: u64| {
        let id = EventId::derived(at_ms, "source", &n.to_string());
        Event::new(id, EventKind::PageViewed, Timestamp::from_micros(at_ms as i64 * 1_000))
    };
    numbers.into_iter().map(message).collect()
}

fn collect(log: &EventLog, events: &[Event]) -> Vec<usize> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(log.append_collected(events)).unwrap().repeated
}

fn leaves_repeated_messages_out(open: &dyn Fn() -> EventLog) {
    let (one, other) = (open(), open());
    assert_eq!(collect(&one, &messages(1_000, 0..10)), [] as [usize; 0]);
    assert_eq!(collect(&other, &messages(2_000, 5..15)), [0, 1, 2, 3, 4], "another server knows them");
    assert_eq!(collect(&one, &messages(3_000, [14, 15, 15, 16])), [0, 2], "also within a batch");
    assert_eq!(one.append_blocking(&messages(4_000, [15])).unwrap(), 18, "our own events are never left out");
    std::thread::scope(|scope| {
        for log in [&one, &other, &one, &other] {
            scope.spawn(|| {
                for step in 0..25 {
                    collect(log, &messages(5_000, 100 + step * 4..100 + step * 4 + 4));
                }
            });
        }
    });
    assert_eq!(read_all(&other).len(), 18 + 100, "four racing clients with the same messages");
    one.close();
    other.close();
    let later = open();
    assert_eq!(collect(&later, &messages(6_000, [0, 7, 199, 200])), [0, 1, 2], "after a restart");
    later.close();
}

fn trims_and_erases(open: &dyn Fn() -> EventLog) {
    let log = open();
    for n in 0..10 {
        log.append_blocking(&messages(n * 1_000, n * 10..n * 10 + 10)).unwrap();
    }
    let seconds = |n: i64| Timestamp::from_micros(n * 1_000_000);
    assert_eq!(log.trim_blocking(35, seconds(100)).unwrap(), 30, "whole rows only");
    assert_eq!(log.trim_blocking(90, seconds(5)).unwrap(), 20, "what came in since then stays");
    assert!(matches!(log.read_blocking(10, 5), Err(LogError::Trimmed { first: 50 })));
    assert_eq!(log.read_blocking(50, 100).unwrap().len(), 50);

    let wanted = EventId::derived(7_000, "source", "73");
    let (mut from, mut erased) = (0, 0);
    while let Some(next) = {
        let step = log.erase_blocking(from, std::sync::Arc::new(move |event: &Event| event.id == wanted));
        erased += step.as_ref().unwrap().events;
        step.unwrap().next
    } {
        from = next;
    }
    assert_eq!(erased, 1);
    let left = log.read_blocking(50, 100).unwrap();
    let offsets: Vec<u64> = left.iter().map(|(offset, _)| *offset).collect();
    assert_eq!(offsets, (50..73).chain(74..100).collect::<Vec<_>>());
    assert!(left.iter().all(|(_, event)| event.id != wanted));
    log.close();
}

#[test]
fn sqlite_recognises_trims_and_erases() {
    let folder = tempfile::tempdir().unwrap();
    leaves_repeated_messages_out(&|| EventLog::open_sqlite(&folder.path().join("a.sqlite")).unwrap());
    trims_and_erases(&|| EventLog::open_sqlite(&folder.path().join("b.sqlite")).unwrap());
}

#[test]
fn postgres_recognises_trims_and_erases() {
    let Some(database) = mercat_testbed::Database::create() else { return };
    leaves_repeated_messages_out(&|| EventLog::open_postgres(database.url()).unwrap());
    let Some(database) = mercat_testbed::Database::create() else { return };
    trims_and_erases(&|| EventLog::open_postgres(database.url()).unwrap());
}

const FIRST_VERSION: &str =
    "CREATE TABLE event_log (first_offset BIGINT NOT NULL PRIMARY KEY, events BIGINT NOT NULL, body TEXT NOT NULL);
     CREATE TABLE log_head (one BIGINT NOT NULL PRIMARY KEY, next_offset BIGINT NOT NULL);
     INSERT INTO log_head VALUES (1, 3);";

fn old_rows() -> Vec<(i64, i64, String)> {
    let lines: Vec<String> = events(0, 3).iter().map(|event| serde_json::to_string(event).unwrap()).collect();
    vec![(0, 2, lines[..2].join("\n")), (2, 1, lines[2].clone())]
}

#[test]
fn sqlite_opens_a_log_of_the_first_version() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("events.sqlite");
    let old = rusqlite::Connection::open(&path).unwrap();
    old.execute_batch(FIRST_VERSION).unwrap();
    for row in old_rows() {
        old.execute("INSERT INTO event_log VALUES (?1, ?2, ?3)", row).unwrap();
    }
    drop(old);
    assert_eq!(numbers(&read_all(&EventLog::open_sqlite(&path).unwrap())), [0, 1, 2]);
}

#[test]
fn postgres_opens_a_log_of_the_first_version() {
    let Some(database) = mercat_testbed::Database::create() else { return };
    let mut old = postgres::Client::connect(database.url(), postgres::NoTls).unwrap();
    old.batch_execute(FIRST_VERSION).unwrap();
    for (first, events, body) in old_rows() {
        old.execute("INSERT INTO event_log VALUES ($1, $2, $3)", &[&first, &events, &body]).unwrap();
    }
    assert_eq!(numbers(&read_all(&EventLog::open_postgres(database.url()).unwrap())), [0, 1, 2]);
}
