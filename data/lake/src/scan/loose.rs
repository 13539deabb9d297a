//! Rows that are not where a file's order would have them: events that are not sealed yet, and sealed ones whose
//! person changed since. Held in memory as numbers, by the bucket they belong to now.

use std::cell::OnceCell;
use std::collections::HashMap;

use arrow_array::{Int32Array, StringArray, TimestampMicrosecondArray};
use mercat_model::history::NO_TEXT;
use mercat_model::{Actor, Event, EventId, TextColumn};

use super::group::{Group, text_of};
use super::names::Coder;
use super::{Identity, Scan};
use crate::place::{BUCKETS, bucket_of};

/// A row's numbers; its texts' codes lie in `Loose::texts`.
struct LooseRow {
    person: u32,
    at: i64,
    id: EventId,
    kind: u32,
    value_minor: i64,
    texts: usize,
}

/// Rows in memory, codes of their own.
pub(super) struct Loose {
    pub(super) coder: Coder,
    people: Vec<(String, u16)>,
    people_numbers: HashMap<String, u32>,
    buckets: Vec<Vec<LooseRow>>,
    /// Codes, one a column asked for, row after row.
    texts: Vec<u32>,
    rows: usize,
}

/// A row to be kept.
pub(super) struct NewRow<'t> {
    pub(super) person: &'t Actor,
    pub(super) at: i64,
    pub(super) id: EventId,
    pub(super) kind: u32,
    pub(super) value_minor: i64,
    pub(super) texts: &'t [u32],
}

impl Loose {
    pub(super) fn new(spec: &Scan) -> Self {
        Loose {
            coder: Coder::new(spec.texts.len()),
            people: Vec::new(),
            people_numbers: HashMap::new(),
            buckets: (0..BUCKETS).map(|_| Vec::new()).collect(),
            texts: Vec::new(),
            rows: 0,
        }
    }

    /// The rows of events that are not sealed.
    pub(super) fn of_tail(spec: &Scan, tail: &[Event], identity: &dyn Identity) -> Self {
        let mut loose = Loose::new(spec);
        let mut codes = Vec::with_capacity(spec.texts.len());
        for event in tail {
            let at = event.occurred_at.as_micros();
            if !spec.range.covers(at, at) {
                continue;
            }
            let Some(person) = identity.person(event.member_id, event.anonymous_id.as_deref()) else {
                continue;
            };
            codes.clear();
            for (position, column) in spec.texts.iter().enumerate() {
                codes.push(loose.coder.text(position, text(event, column).as_deref()));
            }
            let kind = loose.coder.kind(event.kind.as_str());
            let value_minor = event.value.map_or(0, |value| value.minor);
            loose.push(&NewRow { person: &person, at, id: event.id, kind, value_minor, texts: &codes });
        }
        loose
    }

    /// Keeps a row in the bucket of its person.
    pub(super) fn push(&mut self, row: &NewRow<'_>) {
        let text = row.person.to_string();
        let person = match self.people_numbers.get(&text) {
            Some(person) => *person,
            None => {
                let person =
                    u32::try_from(self.people.len()).expect("four billion people do not fit in memory");
                self.people.push((text.clone(), bucket_of(&text)));
                self.people_numbers.insert(text, person);
                person
            }
        };
        let bucket = usize::from(self.people[person as usize].1);
        let texts = self.texts.len();
        self.texts.extend_from_slice(row.texts);
        let NewRow { at, id, kind, value_minor, .. } = *row;
        self.buckets[bucket].push(LooseRow { person, at, id, kind, value_minor, texts });
        self.rows += 1;
    }

    /// Rows held.
    pub(super) fn rows(&self) -> usize {
        self.rows
    }

    /// The rows of a bucket in the order of a file, with a partition's codes; none when there are none.
    pub(super) fn group(&self, bucket: u16, spec: &Scan, coder: &mut Coder) -> Option<Group> {
        let mut rows: Vec<&LooseRow> = self.buckets[usize::from(bucket)].iter().collect();
        if rows.is_empty() {
            return None;
        }
        let name = |row: &LooseRow| self.people[row.person as usize].0.as_str();
        rows.sort_unstable_by(|a, b| (name(a), a.at, a.id).cmp(&(name(b), b.at, b.id)));
        let mut people: Vec<&str> = Vec::new();
        let mut actor = Vec::with_capacity(rows.len());
        for row in &rows {
            if people.last() != Some(&name(row)) {
                people.push(name(row));
            }
            actor.push(i32::try_from(people.len() - 1).expect("people in memory are fewer than 2³¹"));
        }
        let texts = (0..spec.texts.len()).map(|position| {
            let code = |row: &&LooseRow| match self.texts[row.texts + position] {
                NO_TEXT => NO_TEXT,
                code => coder.text(position, Some(&self.coder.names.texts[position][code as usize])),
            };
            rows.iter().map(code).collect()
        });
        let texts = texts.collect();
        let kind = rows.iter().map(|row| coder.kind(&self.coder.names.kinds[row.kind as usize])).collect();
        let ids = OnceCell::from(rows.iter().map(|row| row.id).collect::<Vec<_>>());
        let value_minor =
            if spec.value { rows.iter().map(|row| row.value_minor).collect() } else { Vec::new() };
        let occurred_at = TimestampMicrosecondArray::from_iter_values(rows.iter().map(|row| row.at));
        let actors = StringArray::from(people);
        Some(Group {
            actor: Int32Array::from(actor),
            nobody: 0,
            actors,
            occurred_at,
            kind,
            texts,
            value_minor,
            ids,
            whole: true,
            offset: 0,
            row_group: 0,
        })
    }
}

/// What a file's column would give for an event.
fn text(event: &Event, column: &TextColumn) -> Option<String> {
    match column {
        TextColumn::Session => event.session.clone(),
        TextColumn::Source => event.source_id.map(|id| id.to_string()),
        TextColumn::Device => event.device.clone(),
        TextColumn::Region => event.region.clone(),
        TextColumn::Channel => event.channel_id.map(|id| id.to_string()),
        TextColumn::Merchant => event.merchant_id.map(|id| id.to_string()),
        TextColumn::Url => event.url.clone(),
        TextColumn::Utm(key) => event.utm.get(key).cloned(),
        TextColumn::Product => event.items.first().map(|item| item.product_id.to_string()),
        TextColumn::Currency => event.value.map(|value| value.currency.code().to_owned()),
        TextColumn::Property(key) => event.properties.get(key).map(text_of),
    }
}
