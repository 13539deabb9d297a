//! A cursor over one file of a partition: runs of one actor each, in the order of actors. Holds only the batches
//! that the actor at hand needs.

use std::collections::VecDeque;

use arrow_array::cast::AsArray;
use mercat_model::EventId;
use parquet::arrow::arrow_reader::ParquetRecordBatchReader;

use super::Scan;
use super::buffer::Piece;
use super::group::{Group, Maps, source};
use super::names::Coder;
use super::run::{Head, RUNS_AT_ONCE, Run};
use crate::error::LakeError;
use crate::events::TimeRange;
use crate::read::{Opened, Part, next_batch};

/// Rows decoded at once: they fit a core's cache, and hundreds of files fit in memory together.
pub(super) const BATCH_ROWS: usize = 1 << 16;

/// A file, or rows in memory, sorted by actor, time and id.
pub(super) struct Cursor<'a> {
    file: Option<Opened>,
    /// Row groups that are still to be read, last first.
    row_groups: Vec<usize>,
    reader: Option<(usize, ParquetRecordBatchReader)>,
    /// Rows of the reader's row group that were read.
    read: usize,
    maps: Maps,
    /// Batches that pieces point to; the cursor stands in the last one.
    groups: VecDeque<Group>,
    /// How many batches came before `groups`.
    dropped: usize,
    start: usize,
    end: usize,
    /// The next runs of the last batch; it stands at `run`. None at the end.
    runs: Vec<Run>,
    run: usize,
    /// Actors, ascending, whose rows here belong to someone else perhaps; they come by another way.
    stale: &'a [String],
}

/// The columns that a scan reads.
pub(super) fn columns(spec: &Scan) -> Vec<&'static str> {
    let mut columns = vec!["actor", "occurred_at", "kind"];
    columns.extend(spec.texts.iter().map(source));
    if spec.value {
        columns.push("value_minor");
    }
    columns
}

impl<'a> Cursor<'a> {
    /// At the first actor of a file.
    pub(super) fn of_file(
        file: Opened,
        stale: &'a [String],
        spec: &Scan,
        coder: &mut Coder,
    ) -> Result<Self, LakeError> {
        let inside = |group: &usize| match file.footer.times(*group) {
            Some((min, max)) => spec.range.touches(min, max),
            None => true,
        };
        let row_groups = (0..file.footer.groups()).rev().filter(inside).collect();
        let mut cursor = Cursor {
            file: Some(file),
            row_groups,
            reader: None,
            read: 0,
            maps: Maps::default(),
            groups: VecDeque::new(),
            dropped: 0,
            start: 0,
            end: 0,
            runs: Vec::with_capacity(RUNS_AT_ONCE),
            run: 0,
            stale,
        };
        cursor.advance(spec, coder)?;
        Ok(cursor)
    }

    /// At the first actor of rows in memory.
    pub(super) fn of_memory(group: Group) -> Self {
        let mut cursor = Cursor {
            file: None,
            row_groups: Vec::new(),
            reader: None,
            read: 0,
            maps: Maps::default(),
            groups: VecDeque::from([group]),
            dropped: 0,
            start: 0,
            end: 0,
            runs: Vec::with_capacity(RUNS_AT_ONCE),
            run: 0,
            stale: &[],
        };
        cursor.find_runs();
        cursor
    }

    /// The actor it stands at; none at the end.
    #[inline]
    pub(super) fn actor(&self) -> Option<&str> {
        let group = self.groups.back()?;
        (self.start < group.len()).then(|| group.actor_of(self.start))
    }

    /// The actor it stands at, as numbers.
    #[inline]
    pub(super) fn head(&self) -> Head {
        self.runs.get(self.run).map_or(Head::AT_END, |run| run.head)
    }

    /// The rows of its actor within the range, if there are any that count.
    #[inline]
    pub(super) fn piece(&mut self, number: usize, range: TimeRange) -> Option<Piece> {
        let group = self.groups.back()?;
        if !self.stale.is_empty() {
            let actor = group.actor_of(self.start);
            while self.stale.first().is_some_and(|stale| stale.as_str() < actor) {
                self.stale = &self.stale[1..];
            }
            if self.stale.first().is_some_and(|stale| stale == actor) {
                return None;
            }
        }
        let number_of_group = self.dropped + self.groups.len() - 1;
        let piece = |start, end, first_at, last_at| {
            Some(Piece { cursor: number, group: number_of_group, start, end, first_at, last_at })
        };
        let run = self.runs.get(self.run)?;
        if group.whole {
            return piece(self.start, self.end, run.first_at, run.last_at);
        }
        let (from, to) = range.bounds();
        let times = &group.occurred_at.values()[self.start..self.end];
        let until = times.partition_point(|time| *time < to);
        let since = times.partition_point(|time| *time < from);
        if since >= until {
            return None;
        }
        piece(self.start + since, self.start + until, times[since], times[until - 1])
    }

    /// Goes on to the next run; a run that goes on in the next batch is a run of its own.
    #[inline]
    pub(super) fn advance(&mut self, spec: &Scan, coder: &mut Coder) -> Result<(), LakeError> {
        self.start = self.end;
        self.run += 1;
        if let Some(run) = self.runs.get(self.run) {
            self.end = run.end;
            return Ok(());
        }
        while !self.find_runs() {
            let Some(group) = self.load(spec, coder)? else { return Ok(()) };
            self.start = group.nobody;
            self.groups.push_back(group);
        }
        Ok(())
    }

    /// Finds the next runs of the last batch; whether there are any.
    fn find_runs(&mut self) -> bool {
        self.run = 0;
        self.runs.clear();
        let Some(group) = self.groups.back() else { return false };
        group.runs(self.start, &mut self.runs);
        self.end = self.runs.first().map_or(self.start, |run| run.end);
        !self.runs.is_empty()
    }

    /// Lets go of batches that only earlier actors needed.
    #[inline]
    pub(super) fn release(&mut self) {
        while self.groups.len() > 1 {
            self.groups.pop_front();
            self.dropped += 1;
        }
    }

    /// The batch of a piece.
    #[inline]
    pub(super) fn group(&self, piece: &Piece) -> &Group {
        &self.groups[piece.group - self.dropped]
    }

    /// The id of a row of a piece. Reads the ids of the whole batch the first time.
    pub(super) fn id(&self, piece: &Piece, row: usize) -> Result<EventId, LakeError> {
        let group = self.group(piece);
        let ids = match (group.ids.get(), &self.file) {
            (Some(ids), _) => ids,
            (None, Some(file)) => {
                let ids = ids_of(file, group)?;
                group.ids.get_or_init(|| ids)
            }
            (None, None) => return Err(LakeError::Encode("rows in memory have no ids".to_owned())),
        };
        Ok(ids[row])
    }

    fn load(&mut self, spec: &Scan, coder: &mut Coder) -> Result<Option<Group>, LakeError> {
        let Some(file) = &self.file else { return Ok(None) };
        loop {
            if let Some((row_group, reader)) = &mut self.reader {
                if let Some(batch) = next_batch(reader, file) {
                    let batch = batch?;
                    let group = Group::decode(&batch, &spec.texts, spec.value, coder, &mut self.maps);
                    let mut group = group.map_err(|error| file.damaged(error))?;
                    let times = file.footer.times(*row_group);
                    group.whole = times.is_some_and(|(min, max)| spec.range.covers(min, max));
                    group.row_group = *row_group;
                    group.offset = self.read;
                    self.read += group.len();
                    return Ok(Some(group));
                }
                self.reader = None;
            }
            let Some(row_group) = self.row_groups.pop() else { return Ok(None) };
            let columns = columns(spec);
            let part = Part {
                group: row_group,
                coded: true,
                columns: Some(&columns),
                batch_rows: BATCH_ROWS,
                ..Part::default()
            };
            self.reader = Some((row_group, file.batches(part)?.into_reader()));
            self.read = 0;
            self.maps = Maps::new(spec.texts.len());
        }
    }
}

/// The ids of a batch.
fn ids_of(file: &Opened, group: &Group) -> Result<Vec<EventId>, LakeError> {
    let part = Part {
        group: group.row_group,
        columns: Some(&["id"]),
        batch_rows: BATCH_ROWS,
        span: Some(group.offset..group.offset + group.len()),
        ..Part::default()
    };
    let mut ids = Vec::with_capacity(group.len());
    for batch in file.batches(part)? {
        let batch = batch?;
        let texts = batch.column_by_name("id").and_then(|array| array.as_string_opt::<i32>());
        for text in texts.ok_or_else(|| file.damaged("the column `id` is missing"))? {
            ids.push(text.unwrap_or_default().parse().map_err(|error| file.damaged(error))?);
        }
    }
    if ids.len() != group.len() {
        return Err(file.damaged("there are fewer ids than rows"));
    }
    Ok(ids)
}
