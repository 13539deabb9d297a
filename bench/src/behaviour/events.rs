//! Generated behaviour: members who come back, look, add and sometimes order; sealed through the lake's own API.

use mercat_analytics::behaviour::Span;
use mercat_lake::{Lake, SEAL_EVENTS_MAX, Seal};
use mercat_model::time::DAY_US;
use mercat_model::{Currency, Event, EventId, EventKind, MemberId, Money, Timestamp};

/// When the first event happens: a Monday.
const START: &str = "2026-01-05T00:00:00Z";

/// The same in milliseconds since 1970, and the time within which members joined before.
const START_MS: u64 = 1_767_571_200_000;
const JOINED_WITHIN_MS: u64 = 2 * 365 * 86_400_000;

/// Days after the last event at which the questions are asked: the lake merges what is at rest.
const RESTED_DAYS: i64 = 7;

/// Kinds with their share of a hundred events.
const KINDS: [(EventKind, u64); 8] = [
    (EventKind::PageViewed, 35),
    (EventKind::ProductViewed, 30),
    (EventKind::ProductListViewed, 12),
    (EventKind::ProductsSearched, 8),
    (EventKind::ProductAdded, 7),
    (EventKind::CartViewed, 4),
    (EventKind::CheckoutStarted, 2),
    (EventKind::OrderCompleted, 2),
];

const DEVICES: [&str; 3] = ["phone", "desktop", "tablet"];
const REGIONS: [&str; 6] = ["CN", "DE", "GB", "JP", "US", "FR"];

/// The time that so many days cover.
pub(super) fn span(days: i64) -> anyhow::Result<Span> {
    let from: Timestamp = START.parse()?;
    Ok(Span::new(from, from.plus_micros(days * DAY_US))?)
}

/// Numbers that look random and are the same every time (splitmix64, S. Vigna, 2015).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }
}

/// Fills a lake: seals in the order of time, and compacts as the sealing job does.
pub(super) fn seal(lake: &Lake, events: u64, members: u64, span: Span) -> anyhow::Result<()> {
    let mut random = Random(1);
    let apart_us = (span.until().micros_since(span.from()) / i64::try_from(events)?).max(1);
    let mut number = 0;
    while number < events {
        let next = events.min(number + SEAL_EVENTS_MAX as u64);
        // Times never meet, so that no answer hangs on the order of equal times.
        let batch = (number..next).map(|number| {
            let at = span.from().plus_micros(number as i64 * apart_us + random.below(apart_us as u64) as i64);
            event(number, at, members, &mut random)
        });
        let seal =
            Seal { first_offset: number, next_offset: next, events: batch.collect(), identity_version: 0 };
        lake.seal(seal, &Event::actor)?;
        let now = span.from().plus_micros(next as i64 * apart_us);
        while lake.compact(&Event::actor, 0, now)?.is_some() {}
        lake.clean(now.plus_micros(DAY_US))?;
        number = next;
    }
    Ok(())
}

/// Brings a lake to what it is some days after its last event.
pub(super) fn rest(lake: &Lake, span: Span) -> anyhow::Result<()> {
    let now = span.until().plus_micros(RESTED_DAYS * DAY_US);
    while lake.compact(&Event::actor, 0, now)?.is_some() {}
    lake.clean(now.plus_micros(DAY_US))?;
    Ok(())
}

fn event(number: u64, at: Timestamp, members: u64, random: &mut Random) -> Event {
    let mut share = random.below(100);
    let kind = KINDS.iter().find(|(_, part)| match share.checked_sub(*part) {
        Some(left) => {
            share = left;
            false
        }
        None => true,
    });
    let kind = kind.map_or(EventKind::PageViewed, |(kind, _)| kind.clone());
    let bytes = |number: u64| {
        let mut bytes = [0; 10];
        bytes[2..].copy_from_slice(&number.to_be_bytes());
        bytes
    };
    // The square of a share: a tenth of the members does a third of everything.
    let share = random.below(1 << 20);
    let member = share * share / (1 << 20) * members / (1 << 20);
    let mut event = Event::new(EventId::from_parts(at.id_ms(), bytes(number)), kind, at);
    // Members joined within the two years before, so their ids differ as those of a real shop do.
    let mixed = Random(member).next();
    let joined_ms = START_MS - mixed % JOINED_WITHIN_MS;
    event.member_id = Some(MemberId::from_parts(joined_ms, bytes(mixed)));
    event.session = Some(format!("{member}-{}", at.as_micros() / DAY_US));
    event.device = Some(DEVICES[(member % 3) as usize].to_owned());
    event.region = Some(REGIONS[(member % 6) as usize].to_owned());
    event.url = Some(format!("/p/{}", random.below(20_000)));
    if event.kind == EventKind::OrderCompleted {
        event.value = Some(Money::new(random.below(50_000) as i64, Currency::CNY));
    }
    event
}
