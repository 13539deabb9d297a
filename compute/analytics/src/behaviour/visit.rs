//! Where one session ends and the next begins.
//!
//! Events with a session id belong to the session of that id, wherever they stand in the history. Events without one
//! belong together as long as no more than [`IDLE_MINUTES`] pass from one to the next.

use mercat_model::{History, TextColumn};

use crate::behaviour::filter::position_of;
use crate::error::AnalyticsError;

/// Minutes without an event after which a visit is over: what web analytics have meant by a session since the first
/// log analysers.
pub const IDLE_MINUTES: i64 = 30;

const IDLE_US: i64 = IDLE_MINUTES * 60 * 1_000_000;

/// Splits one history after the other.
#[derive(Debug, Clone)]
pub(crate) struct Visits {
    position: usize,
    /// By code of the session: the person who bore it last, and the number of that visit of theirs.
    by_code: Vec<(u64, usize)>,
    person: u64,
    count: usize,
    /// The visit of events without an id, and its latest event.
    idle: Option<(usize, i64)>,
}

impl Visits {
    pub(crate) fn new(asked: &[TextColumn]) -> Result<Self, AnalyticsError> {
        let position = position_of(&TextColumn::Session, asked)?;
        Ok(Visits { position, by_code: Vec::new(), person: 0, count: 0, idle: None })
    }

    /// Begins with the next person.
    pub(crate) fn begin(&mut self, history: &History<'_>) {
        self.person += 1;
        self.count = 0;
        self.idle = None;
        let codes = history.names.texts[self.position].len();
        if self.by_code.len() < codes {
            self.by_code.resize(codes, (0, 0));
        }
    }

    /// The number of the visit of an event; a new visit gets the next number, from 0.
    pub(crate) fn of(&mut self, history: &History<'_>, event: usize) -> usize {
        let code = history.texts[self.position][event] as usize;
        let Some(latest) = self.by_code.get_mut(code) else {
            return self.of_idle(history.occurred_at[event]);
        };
        if latest.0 != self.person {
            *latest = (self.person, self.count);
            self.count += 1;
        }
        latest.1
    }

    fn of_idle(&mut self, at: i64) -> usize {
        let visit = match self.idle {
            Some((visit, latest)) if at - latest <= IDLE_US => visit,
            _ => {
                self.count += 1;
                self.count - 1
            }
        };
        self.idle = Some((visit, at));
        visit
    }
}
