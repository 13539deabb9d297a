//! One bucket of a scan: its files and rows in memory merged by actor.

use mercat_model::{Actor, History};

use super::Scan;
use super::buffer::{Buffer, Piece};
use super::cursor::Cursor;
use super::loose::Loose;
use super::names::Coder;
use super::run::Head;
use super::stale::Changes;
use crate::error::LakeError;
use crate::lake::Snapshot;
use crate::manifest::LakeFile;

/// What a bucket is scanned from.
pub(super) struct Input<'a> {
    pub(super) lake: &'a Snapshot,
    pub(super) spec: &'a Scan,
    pub(super) bucket: u16,
    pub(super) files: Vec<&'a LakeFile>,
    pub(super) changes: &'a Changes,
    pub(super) loose: &'a [Loose],
}

/// Gives each person of the bucket to `observe`, in the order of their texts.
pub(super) fn scan(input: Input<'_>, observe: &mut dyn FnMut(&History<'_>)) -> Result<(), LakeError> {
    let spec = input.spec;
    let mut coder = Coder::new(spec.texts.len());
    let mut cursors = open(input, &mut coder)?;
    let mut buffer = Buffer::new(spec.texts.len());
    let mut pieces: Vec<Piece> = Vec::new();
    let mut actor = String::new();
    let mut person = None;
    let mut heads: Vec<Head> = cursors.iter().map(Cursor::head).collect();
    let mut first = Vec::with_capacity(cursors.len());
    loop {
        let Some(head) = at_first(&cursors, &heads, &mut first) else { return Ok(()) };
        actor.clear();
        actor.push_str(cursors[first[0]].actor().unwrap_or_default());
        pieces.clear();
        for number in &first {
            let cursor = &mut cursors[*number];
            loop {
                pieces.extend(cursor.piece(*number, spec.range));
                cursor.advance(spec, &mut coder)?;
                heads[*number] = cursor.head();
                // The same actor goes on in the next batch, perhaps.
                let same = heads[*number] == head && (head.is_whole() || cursor.actor() == Some(&actor));
                if !same {
                    break;
                }
            }
        }
        if !pieces.is_empty() {
            buffer.fill(
                &pieces,
                |piece| cursors[piece.cursor].group(piece),
                |piece, row| cursors[piece.cursor].id(piece, row),
            )?;
            observe(&History {
                actor: named(&mut person, &actor)?,
                occurred_at: &buffer.occurred_at,
                kind: &buffer.kind,
                texts: &buffer.texts,
                value_minor: &buffer.value_minor,
                names: &coder.names,
            });
        }
        for number in &first {
            cursors[*number].release();
        }
    }
}

/// Fills `first` with the cursors that stand at the least actor; none when all are at the end.
#[inline]
fn at_first(cursors: &[Cursor<'_>], heads: &[Head], first: &mut Vec<usize>) -> Option<Head> {
    let least = heads.iter().map(|head| head.first).min()?;
    if least == Head::AT_END.first {
        return None;
    }
    first.clear();
    first.extend(heads.iter().enumerate().filter(|(_, head)| head.first == least).map(|(number, _)| number));
    let head = heads[first[0]];
    if !head.is_whole() || first.iter().any(|number| heads[*number] != head) {
        // Different texts that begin the same, or long ones.
        let actor = first.iter().filter_map(|number| cursors[*number].actor()).min();
        first.retain(|number| cursors[*number].actor() == actor);
    }
    first.first().map(|number| heads[*number])
}

/// Cursors in the order of time, so that their pieces mostly follow each other.
fn open<'a>(input: Input<'a>, coder: &mut Coder) -> Result<Vec<Cursor<'a>>, LakeError> {
    let Input { lake, spec, bucket, mut files, changes, loose } = input;
    files.sort_by_key(|file| (file.occurred_min, file.occurred_max));
    let mut cursors = Vec::with_capacity(files.len() + loose.len());
    for file in files {
        let opened = lake.footers.open(&lake.root, file)?;
        cursors.push(Cursor::of_file(opened, changes.in_file(file), spec, coder)?);
    }
    for rows in loose {
        cursors.extend(rows.group(bucket, spec, coder).map(Cursor::of_memory));
    }
    Ok(cursors)
}

/// The actor of a text; a visitor's text is kept in the same allocation from person to person.
fn named<'a>(person: &'a mut Option<Actor>, text: &str) -> Result<&'a Actor, LakeError> {
    let wrong = |error| LakeError::Encode(format!("an actor of a file: {error}"));
    Ok(person.insert(text.parse().map_err(wrong)?))
}
