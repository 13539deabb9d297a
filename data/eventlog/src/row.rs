//! A row of the log: events that lie together, as JSON lines, compressed.
//!
//! An erased event leaves an empty line, so that offsets never move.

use mercat_model::{Event, EventId, Timestamp};

use crate::LogError;

/// How the body of a row is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// Plain JSON lines: rows of the first version, and those too small to gain.
    Plain = 0,
    /// LZ4 with the length before it: a third to a tenth of the size for a tenth of the cost of the JSON itself.
    Lz4 = 1,
}

/// Bodies below this gain nothing.
const COMPRESSED_FROM_BYTES: usize = 400;

/// One row as the engines keep it.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) first_offset: u64,
    pub(crate) events: u64,
    /// When Mercat heard of the newest event in it.
    pub(crate) newest_at: Timestamp,
    pub(crate) encoding: i64,
    pub(crate) body: Vec<u8>,
}

impl Row {
    /// A row of JSON lines, parted by line ends.
    pub(crate) fn new(first_offset: u64, events: u64, newest_at: Timestamp, text: &str) -> Self {
        let (encoding, body) = if text.len() < COMPRESSED_FROM_BYTES {
            (Encoding::Plain, text.as_bytes().to_vec())
        } else {
            (Encoding::Lz4, lz4_flex::compress_prepend_size(text.as_bytes()))
        };
        Row { first_offset, events, newest_at, encoding: encoding as i64, body }
    }

    /// The offset after the row.
    pub(crate) fn end(&self) -> u64 {
        self.first_offset + self.events
    }

    /// The JSON lines.
    pub(crate) fn text(&self) -> Result<String, LogError> {
        let corrupt = |reason: String| LogError::Corrupt(format!("row {}: {reason}", self.first_offset));
        let bytes = match self.encoding {
            0 => self.body.clone(),
            1 => {
                lz4_flex::decompress_size_prepended(&self.body).map_err(|error| corrupt(error.to_string()))?
            }
            other => return Err(corrupt(format!("encoding `{other}` is unknown: a newer Mercat wrote it"))),
        };
        String::from_utf8(bytes).map_err(|error| corrupt(error.to_string()))
    }

    /// The ids of the events, without parsing the rest where a line begins as we write it.
    pub(crate) fn ids(&self, into: &mut Vec<EventId>) -> Result<(), LogError> {
        #[derive(serde::Deserialize)]
        struct OnlyId {
            id: EventId,
        }
        let text = self.text()?;
        for (at, line) in (self.first_offset..).zip(text.split('\n')).filter(|(_, line)| !line.is_empty()) {
            let quoted = line.strip_prefix("{\"id\":\"").and_then(|rest| rest.split_once('"'));
            match quoted.and_then(|(id, _)| id.parse().ok()) {
                Some(id) => into.push(id),
                None => {
                    let read: OnlyId = serde_json::from_str(line)
                        .map_err(|error| LogError::Corrupt(format!("event {at}: {error}")))?;
                    into.push(read.id);
                }
            }
        }
        Ok(())
    }

    /// The events from `offset` on, without erased ones.
    pub(crate) fn events_from(&self, offset: u64, into: &mut Vec<(u64, Event)>) -> Result<(), LogError> {
        let text = self.text()?;
        for (at, line) in (self.first_offset..).zip(text.split('\n')) {
            if at >= offset && !line.is_empty() {
                let event = serde_json::from_str(line)
                    .map_err(|error| LogError::Corrupt(format!("event {at}: {error}")))?;
                into.push((at, event));
            }
        }
        Ok(())
    }
}
