//! The columns of one person, put together from pieces of files and used again for the next person.

use mercat_model::EventId;

use super::group::Group;
use crate::error::LakeError;

/// A piece of a person's history: rows of one group, in the order of time.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    /// Which cursor.
    pub(super) cursor: usize,
    /// Which of its groups, counted from its first.
    pub(super) group: usize,
    /// The first row.
    pub(super) start: usize,
    /// The row after the last.
    pub(super) end: usize,
    /// The time of the first row.
    pub(super) first_at: i64,
    /// The time of the last row.
    pub(super) last_at: i64,
}

/// A row of a piece, for pieces whose times overlap.
#[derive(Debug, Clone, Copy)]
struct Place {
    at: i64,
    piece: u32,
    row: u32,
}

/// The columns of one person.
#[derive(Default)]
pub(super) struct Buffer {
    pub(super) occurred_at: Vec<i64>,
    pub(super) kind: Vec<u32>,
    pub(super) texts: Vec<Vec<u32>>,
    pub(super) value_minor: Vec<i64>,
    order: Vec<Place>,
}

impl Buffer {
    pub(super) fn new(texts: usize) -> Self {
        Buffer { texts: vec![Vec::new(); texts], ..Buffer::default() }
    }

    /// Fills the columns from pieces. Most pieces follow each other in time and are copied as they are; only where
    /// they overlap is anything sorted, and ids are read only where two pieces share a microsecond.
    pub(super) fn fill<'g>(
        &mut self,
        pieces: &[Piece],
        group_of: impl Fn(&Piece) -> &'g Group,
        id_of: impl Fn(&Piece, usize) -> Result<EventId, LakeError>,
    ) -> Result<(), LakeError> {
        self.clear();
        let follows = |pair: &[Piece]| {
            let (a, b) = (&pair[0], &pair[1]);
            a.last_at < b.first_at || a.cursor == b.cursor && a.group < b.group
        };
        if pieces.windows(2).all(follows) {
            for piece in pieces {
                self.append(group_of(piece), piece.start, piece.end);
            }
            return Ok(());
        }
        self.sort(pieces, &group_of, &id_of)?;
        for place in std::mem::take(&mut self.order) {
            let piece = &pieces[place.piece as usize];
            let row = place.row as usize;
            self.append(group_of(piece), row, row + 1);
        }
        Ok(())
    }

    fn clear(&mut self) {
        self.occurred_at.clear();
        self.kind.clear();
        self.texts.iter_mut().for_each(Vec::clear);
        self.value_minor.clear();
    }

    #[inline]
    fn append(&mut self, group: &Group, start: usize, end: usize) {
        copy(&mut self.occurred_at, group.occurred_at.values(), start, end);
        copy(&mut self.kind, &group.kind, start, end);
        for (mine, codes) in self.texts.iter_mut().zip(&group.texts) {
            copy(mine, codes, start, end);
        }
        if !group.value_minor.is_empty() {
            copy(&mut self.value_minor, &group.value_minor, start, end);
        }
    }

    fn sort<'g>(
        &mut self,
        pieces: &[Piece],
        group_of: &impl Fn(&Piece) -> &'g Group,
        id_of: &impl Fn(&Piece, usize) -> Result<EventId, LakeError>,
    ) -> Result<(), LakeError> {
        let order = &mut self.order;
        order.clear();
        for (number, piece) in (0_u32..).zip(pieces) {
            let times = &group_of(piece).occurred_at.values()[piece.start..piece.end];
            let rows = u32::try_from(piece.start).expect("a group has fewer rows than 2³²")..;
            order.extend(times.iter().zip(rows).map(|(at, row)| Place { at: *at, piece: number, row }));
        }
        // Stable and quick on runs that are sorted already, as pieces are.
        order.sort_by_key(|place| place.at);
        for together in order.chunk_by_mut(|a, b| a.at == b.at) {
            if together.iter().all(|place| place.piece == together[0].piece) {
                continue;
            }
            let mut ids = Vec::with_capacity(together.len());
            for place in together.iter() {
                ids.push((id_of(&pieces[place.piece as usize], place.row as usize)?, *place));
            }
            ids.sort_by_key(|(id, _)| *id);
            for (place, (_, sorted)) in together.iter_mut().zip(ids) {
                *place = sorted;
            }
        }
        Ok(())
    }
}

/// Appends some rows of a column. A piece has few: eight are copied at once, which is two moves instead of a call,
/// and those too many are let go.
#[inline]
fn copy<T: Copy>(column: &mut Vec<T>, from: &[T], start: usize, end: usize) {
    match from[start..].first_chunk::<8>() {
        Some(eight) if end - start <= 8 => {
            let length = column.len() + end - start;
            column.extend_from_slice(eight);
            column.truncate(length);
        }
        _ => column.extend_from_slice(&from[start..end]),
    }
}
