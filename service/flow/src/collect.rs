//! Collecting behaviour: what clients send becomes events of the log.
//!
//! An event is answered for when it is durable. What can't be taken is named by its position, and its neighbours are
//! kept; what came in before adds nothing.

mod goods;
mod page_view;
mod people;
pub(crate) mod privacy;
mod receive;
mod refused;
mod translate;

use std::collections::BTreeMap;

use mercat_model::{EventKind, Timestamp};
use serde_json::{Map, Value};

pub use goods::GoodsMemo;
pub use page_view::{Due, HOLD_SECONDS, PageView, PageViewsHeld, record_page_view, write_page_views};
pub(crate) use people::MEMBER_HOLD_SECONDS;
pub use people::PeopleMemo;
pub use receive::collect;
pub use refused::{RefusalsLive, Refused};

/// Bytes of one event as sent, as in Segment's HTTP API.
pub const EVENT_BYTES_MAX: usize = 32 << 10;

/// Bytes of one batch as sent, after unpacking, as in Segment's HTTP API.
pub const BATCH_BYTES_MAX: usize = 500 << 10;

/// Events of one batch: a batch of 500 KB holds some thousand.
pub const BATCH_EVENTS_MAX: usize = mercat_eventlog::APPEND_MAX;

/// One event as a client tells it, whatever the client's protocol.
#[derive(Debug, Clone, PartialEq)]
pub struct Incoming {
    /// What kind of thing.
    pub kind: EventKind,
    /// The client's own id of the message, by which a repetition is recognised.
    pub message_id: Option<String>,
    /// The visitor's id.
    pub anonymous_id: Option<String>,
    /// The source's id of the person.
    pub user_id: Option<String>,
    /// The id that an alias replaces.
    pub previous_id: Option<String>,
    /// When it happened, by the client's clock.
    pub occurred_at: Option<Timestamp>,
    /// The visit.
    pub session: Option<String>,
    /// Desktop, phone, tablet or a name of the client.
    pub device: Option<String>,
    /// Country or region.
    pub region: Option<String>,
    /// The page.
    pub url: Option<String>,
    /// Campaign parameters.
    pub utm: BTreeMap<String, String>,
    /// Purposes that the visitor agreed to.
    pub consent: Vec<String>,
    /// Everything else.
    pub properties: Map<String, Value>,
    /// What is said of the person; contact data in it goes to their profile and never into an event.
    pub traits: Map<String, Value>,
}

impl Incoming {
    /// An event of which only the kind is known.
    pub fn new(kind: EventKind) -> Self {
        Incoming {
            kind,
            message_id: None,
            anonymous_id: None,
            user_id: None,
            previous_id: None,
            occurred_at: None,
            session: None,
            device: None,
            region: None,
            url: None,
            utm: BTreeMap::new(),
            consent: Vec::new(),
            properties: Map::new(),
            traits: Map::new(),
        }
    }
}

/// A batch as read: what could be read, with its position, and what could not.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Batch {
    /// When the client sent it, by its own clock.
    pub sent_at: Option<Timestamp>,
    /// Events by position.
    pub events: Vec<(usize, Incoming)>,
    /// Events that can't be read.
    pub rejected: Vec<Rejected>,
}

/// An event that was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected {
    /// Its position in the batch, from 0.
    pub index: usize,
    /// The field to blame, where one is.
    pub field: Option<String>,
    /// What is wrong and what would be right.
    pub reason: String,
}

/// What became of a batch.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Receipt {
    /// Events that are now in the log.
    pub accepted: usize,
    /// Events that came in before and added nothing.
    pub repeated: usize,
    /// Events that were not taken.
    pub rejected: Vec<Rejected>,
}
