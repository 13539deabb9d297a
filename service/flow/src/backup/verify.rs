//! Reads a backup through before any of it is used: its version, its order, its counts, its hash.

use std::collections::BTreeSet;
use std::path::Path;

use mercat_store::backup::{TABLES, Table};

use super::BackupWatch;
use super::back_up::tell;
use super::format::{Counts, FORMAT, Header, Line, Reading, Section, VERSION, decode, decode_one, failed};
use crate::error::FlowError;

/// Progress is told every so many lines.
const WATCH_EVERY: u64 = 50_000;

/// What a whole backup says of itself.
pub(super) struct Verified {
    pub(super) counts: Counts,
    /// The hash of every line before the last.
    pub(super) blake3: String,
    /// Outbox rows whose events stand in the log already.
    pub(super) relayed: BTreeSet<i64>,
}

/// Reads a backup through; an error says why it can't be used.
pub(super) fn verify(
    path: &Path,
    schema_version: i64,
    watch: &mut BackupWatch<'_>,
) -> Result<Verified, FlowError> {
    let wrap = |reason: String| failed(path, &reason);
    let mut reading = Reading::open(path)?;
    match reading.next().map_err(wrap)? {
        Some(Line::Section(Section::Header(header))) => check(&header, schema_version).map_err(wrap)?,
        _ => return Err(wrap("does not begin like a backup of Mercat".to_owned())),
    }
    let mut seen = Seen::default();
    let mut lines = 0;
    loop {
        let ended = match reading.next().map_err(wrap)? {
            None => return Err(wrap("is cut off: its last line is missing".to_owned())),
            Some(Line::Section(Section::End { end, blake3 })) => Some((end, blake3)),
            Some(line) => {
                seen.take(line).map_err(wrap)?;
                None
            }
        };
        lines += 1;
        if lines % WATCH_EVERY == 0 {
            tell(watch, "checking", lines, 0)?;
        }
        if let Some((end, blake3)) = ended {
            if blake3 != reading.hash_before() || end != seen.counts || seen.events_left > 0 {
                return Err(wrap("is damaged: it does not hold what its last line says".to_owned()));
            }
            if reading.next().map_err(wrap)?.is_some() {
                return Err(wrap("goes on after its last line".to_owned()));
            }
            return Ok(Verified { counts: end, blake3, relayed: seen.relayed });
        }
    }
}

fn check(header: &Header, schema_version: i64) -> Result<(), String> {
    if header.format != FORMAT {
        return Err("does not begin like a backup of Mercat".to_owned());
    }
    if header.version > VERSION || header.schema_version > schema_version {
        return Err(format!(
            "was written by a newer Mercat (format {}, schema {}); this program knows {VERSION} and {schema_version}: \
             install a newer one",
            header.version, header.schema_version
        ));
    }
    Ok(())
}

/// The table and the columns of a section, if this program has them.
pub(super) fn known_columns(
    name: &str,
    columns: &[String],
) -> Result<(&'static Table, Vec<&'static str>), String> {
    let table = TABLES.iter().find(|table| table.name == name);
    let table = table.ok_or_else(|| format!("holds a table `{name}` that this program does not know"))?;
    let known = |column: &String| {
        let found = table.columns.iter().find(|known| *known == column).copied();
        found.ok_or_else(|| format!("holds a column `{name}.{column}` that this program does not know"))
    };
    Ok((table, columns.iter().map(known).collect::<Result<_, _>>()?))
}

/// Where in the file a line stands.
#[derive(Default)]
enum At {
    #[default]
    Header,
    Table {
        position: usize,
        columns: usize,
    },
    Events,
    Relayed,
    File,
}

#[derive(Default)]
struct Seen {
    at: At,
    counts: Counts,
    events_left: u64,
    relayed: BTreeSet<i64>,
}

impl Seen {
    fn take(&mut self, line: Line<'_>) -> Result<(), String> {
        match line {
            Line::Section(section) => self.section(&section),
            Line::Data(line) => self.data(line),
        }
    }

    fn section(&mut self, section: &Section) -> Result<(), String> {
        let disorder = || "has its sections in another order than a backup".to_owned();
        self.at = match (&self.at, section) {
            (At::Header | At::Table { .. }, Section::Table { table, columns }) => {
                let (known, names) = known_columns(table, columns)?;
                let position = TABLES.iter().position(|t| t.name == known.name).unwrap_or_default();
                // What others refer to stands before them.
                if matches!(self.at, At::Table { position: last, .. } if last >= position) {
                    return Err(disorder());
                }
                At::Table { position, columns: names.len() }
            }
            (At::Table { .. }, Section::Events { events }) => {
                self.events_left = *events;
                At::Events
            }
            (At::Events, Section::Relayed { .. }) => At::Relayed,
            (At::Relayed | At::File, Section::File { .. }) => {
                self.counts.files += 1;
                At::File
            }
            _ => return Err(disorder()),
        };
        Ok(())
    }

    fn data(&mut self, line: &[u8]) -> Result<(), String> {
        match self.at {
            At::Header => return Err("has a row before its first table".to_owned()),
            At::Table { columns, .. } => {
                if decode(line)?.len() != columns {
                    return Err("has a row of another width than its table".to_owned());
                }
                self.counts.rows += 1;
            }
            At::Events => {
                let _: Option<mercat_model::Event> = decode_one(line)?;
                self.counts.events += 1;
                self.events_left = self.events_left.checked_sub(1).ok_or("has more events than it says")?;
            }
            At::Relayed => {
                self.relayed.insert(decode_one(line)?);
                self.counts.relayed += 1;
            }
            At::File => {
                decode(line)?;
            }
        }
        Ok(())
    }
}
