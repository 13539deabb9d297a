//! Events made of numbers, so that the same seed gives the same events everywhere.
#![expect(dead_code, reason = "each test binary uses a part of it")]

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use mercat_lake::{Lake, Seal, Sealed, TimeRange};
use mercat_model::{
    Actor, ChannelId, Currency, Event, EventId, EventItem, EventKind, MemberId, Money, ProductId, SourceId,
    Timestamp,
};

/// 2026-01-01T00:00:00Z.
pub const START_US: i64 = 1_767_225_600_000_000;
/// A day.
pub const DAY_US: i64 = 86_400_000_000;
/// A time for everything that a test does.
pub const NOW: Timestamp = Timestamp::MAX;

/// Numbers that look random (SplitMix64).
pub struct Numbers(pub u64);

impl Numbers {
    /// The next number below a bound.
    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % bound
    }

    fn one_in(&mut self, chances: u64) -> bool {
        self.below(chances) == 0
    }
}

/// The member of a number.
pub fn member(number: u64) -> MemberId {
    MemberId::derived(0, "test", &number.to_string())
}

/// The id of a number; ids are not in the order of numbers.
pub fn event_id(number: u64) -> EventId {
    EventId::derived(0, "test", &number.to_string())
}

/// An event by one of `people` members or visitors, or nobody, within 90 days and on few distinct times.
pub fn event(numbers: &mut Numbers, number: u64, people: u64) -> Event {
    let days = i64::try_from(numbers.below(90)).unwrap();
    let kinds = ["product_viewed", "product_added", "order_completed", "Video Played"];
    let kind = EventKind::from(kinds[usize::try_from(numbers.below(4)).unwrap()]);
    let hours = i64::try_from(numbers.below(3)).unwrap();
    let at = Timestamp::from_micros(START_US + days * DAY_US + hours * 3_600_000_000);
    let mut event = Event::new(event_id(number), kind, at);
    let person = numbers.below(people);
    match numbers.below(8) {
        0 => {}
        1..=3 => event.member_id = Some(member(person)),
        4 => {
            event.member_id = Some(member(person));
            event.anonymous_id = Some(format!("v{}", numbers.below(people)));
        }
        _ => event.anonymous_id = Some(format!("v{person}")),
    }
    if numbers.one_in(2) {
        event.session = Some(format!("s{}", numbers.below(50)));
        event.device = Some(["phone", "desktop"][usize::try_from(numbers.below(2)).unwrap()].to_owned());
        event.utm = BTreeMap::from([("source".to_owned(), format!("u{}", numbers.below(5)))]);
    }
    if numbers.one_in(2) {
        let product_id = ProductId::derived(0, "test", &numbers.below(9).to_string());
        event.items = vec![EventItem { product_id, quantity: 2 }; usize::try_from(numbers.below(3)).unwrap()];
        let minor = i64::try_from(numbers.below(10_000)).unwrap();
        event.value = Some(Money::new(minor, Currency::CNY));
    }
    if numbers.one_in(3) {
        event.source_id = Some(SourceId::derived(0, "test", "site"));
        event.channel_id = Some(ChannelId::derived(0, "test", "web"));
        let value = if numbers.one_in(2) { serde_json::json!("blue") } else { serde_json::json!([1, null]) };
        event.properties.insert("colour".to_owned(), value);
        event.properties.insert("a \"quoted\" name".to_owned(), serde_json::json!(true));
    }
    event
}

/// Many events, numbered from `first` on.
pub fn events(seed: u64, first: u64, count: u64, people: u64) -> Vec<Event> {
    let mut numbers = Numbers(seed);
    (first..first + count).map(|number| event(&mut numbers, number, people)).collect()
}

/// A seal of events from an offset on.
pub fn seal(lake: &Lake, first_offset: u64, events: &[Event]) -> Result<Sealed, mercat_lake::LakeError> {
    let next_offset = first_offset + events.len() as u64;
    let seal = Seal { first_offset, next_offset, events: events.to_vec(), identity_version: 0 };
    lake.seal(seal, &|event| event.actor())
}

/// Every event of a lake, by id.
pub fn everything(lake: &Lake) -> Vec<Event> {
    let mut all = Vec::new();
    let take = |event| {
        all.push(event);
        ControlFlow::Continue(())
    };
    lake.snapshot().unwrap().for_each_event(TimeRange::default(), take).unwrap();
    sorted(all)
}

/// Events in the order of their ids.
pub fn sorted(mut events: Vec<Event>) -> Vec<Event> {
    events.sort_by_key(|event| event.id);
    events
}

/// An event of a history, with its texts.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub at: i64,
    pub kind: String,
    pub texts: Vec<Option<String>>,
    pub value_minor: i64,
}

/// People with their histories.
pub type Histories = BTreeMap<Actor, Vec<Line>>;
