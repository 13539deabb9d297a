//! The lines of a backup: sections are JSON objects, what stands in them JSON arrays.

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Read as _, Write as _};
use std::path::Path;

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use mercat_model::Timestamp;
use mercat_store::{StoreError, Value};
use serde::{Deserialize, Serialize};

use crate::error::FlowError;

/// What the first line calls the format.
pub(super) const FORMAT: &str = "mercat-backup";

/// The version of the format that this program writes and the newest that it reads.
pub(super) const VERSION: u32 = 2;

/// Longest line: a row's texts and a piece of a model fit many times.
const LINE_BYTES_MAX: u64 = 32 << 20;

/// Bytes of a model that stand in one line.
pub(super) const PIECE_BYTES: usize = 1 << 20;

/// A line that is an object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Section {
    Header(Header),
    /// Rows of a table follow.
    Table {
        table: String,
        columns: Vec<String>,
    },
    /// So many events follow, from the first of the log.
    Events {
        events: u64,
    },
    /// Numbers of outbox rows follow whose events stand among the events.
    Relayed {
        relayed: u64,
    },
    /// Pieces of a file of a model follow.
    File {
        model: String,
        file: String,
    },
    /// The last line.
    End {
        end: Counts,
        blake3: String,
    },
}

/// The first line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Header {
    pub(super) format: String,
    pub(super) version: u32,
    pub(super) schema_version: i64,
    pub(super) created_at: Timestamp,
    pub(super) engine: String,
}

/// What a backup holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Counts {
    pub(super) rows: u64,
    pub(super) events: u64,
    pub(super) relayed: u64,
    pub(super) files: u64,
}

/// What can't be done with a backup.
pub(super) fn refused(reason: impl Into<String>) -> FlowError {
    FlowError::Store(StoreError::Backup(reason.into()))
}

/// The file can't be worked with.
pub(super) fn failed(path: &Path, error: &dyn std::fmt::Display) -> FlowError {
    refused(format!("`{}`: {error}", path.display()))
}

/// Writes lines and keeps their hash.
pub(super) struct Lines {
    gzip: GzEncoder<BufWriter<File>>,
    hasher: blake3::Hasher,
    buffer: Vec<u8>,
}

impl Lines {
    pub(super) fn new(file: File) -> Self {
        // The rows of a shop shrink to a sixth at the lowest level and hardly further at a higher one.
        let gzip = GzEncoder::new(BufWriter::with_capacity(1 << 18, file), Compression::fast());
        Lines { gzip, hasher: blake3::Hasher::new(), buffer: Vec::new() }
    }

    pub(super) fn section(&mut self, section: &Section) -> std::io::Result<()> {
        self.line(|buffer| serde_json::to_writer(buffer, section).map_err(Into::into))
    }

    pub(super) fn row(&mut self, row: &[Value]) -> std::io::Result<()> {
        self.line(|buffer| encode(row, buffer))
    }

    /// A line with one value in it.
    pub(super) fn one(&mut self, value: &impl Serialize) -> std::io::Result<()> {
        self.line(|buffer| serde_json::to_writer(buffer, &[value]).map_err(Into::into))
    }

    /// A piece of a model.
    pub(super) fn piece(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        self.line(|buffer| encode(&[Value::Bytes(bytes.to_vec())], buffer))
    }

    /// Writes the trailer and makes the file durable; gives the hash and the length of the file.
    pub(super) fn finish(mut self, end: Counts) -> std::io::Result<(String, u64)> {
        let blake3 = self.hasher.finalize().to_hex().to_string();
        self.section(&Section::End { end, blake3: blake3.clone() })?;
        let file = self.gzip.finish()?.into_inner().map_err(std::io::IntoInnerError::into_error)?;
        file.sync_all()?;
        Ok((blake3, file.metadata()?.len()))
    }

    fn line(&mut self, write: impl FnOnce(&mut Vec<u8>) -> std::io::Result<()>) -> std::io::Result<()> {
        self.buffer.clear();
        write(&mut self.buffer)?;
        self.buffer.push(b'\n');
        if self.buffer.len() as u64 > LINE_BYTES_MAX {
            return Err(std::io::Error::other(format!("a row is longer than {LINE_BYTES_MAX} bytes")));
        }
        self.hasher.update(&self.buffer);
        self.gzip.write_all(&self.buffer)
    }
}

/// Reads lines and keeps the hash of those read.
pub(super) struct Reading {
    reader: BufReader<GzDecoder<BufReader<File>>>,
    hasher: blake3::Hasher,
    line: Vec<u8>,
}

/// A line that was read.
pub(super) enum Line<'a> {
    Section(Section),
    /// An array, to be decoded by the section that it stands in.
    Data(&'a [u8]),
}

impl Reading {
    pub(super) fn open(path: &Path) -> Result<Self, FlowError> {
        let file = File::open(path).map_err(|error| failed(path, &error))?;
        let reader =
            BufReader::with_capacity(1 << 18, GzDecoder::new(BufReader::with_capacity(1 << 18, file)));
        Ok(Reading { reader, hasher: blake3::Hasher::new(), line: Vec::new() })
    }

    /// The hash of all lines before the last one that was read.
    pub(super) fn hash_before(&self) -> String {
        self.hasher.finalize().to_hex().to_string()
    }

    /// The next line; none at the end of the file. `Err` says what is wrong with the file.
    pub(super) fn next(&mut self) -> Result<Option<Line<'_>>, String> {
        self.hasher.update(&self.line);
        self.line.clear();
        let read = (&mut self.reader).take(LINE_BYTES_MAX + 1).read_until(b'\n', &mut self.line);
        match read {
            Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => {
                return Err("is cut off".to_owned());
            }
            Err(error) => return Err(format!("can't be read: {error}")),
            Ok(0) => return Ok(None),
            Ok(_) if self.line.last() != Some(&b'\n') => {
                return Err("has a line that does not end: it is cut off or no backup".to_owned());
            }
            Ok(_) => {}
        }
        match self.line.first() {
            Some(b'[') => Ok(Some(Line::Data(&self.line))),
            Some(b'{') => match serde_json::from_slice(&self.line) {
                Ok(section) => Ok(Some(Line::Section(section))),
                Err(_) => Err("has a line that this program does not know".to_owned()),
            },
            _ => Err("has a line that is no JSON: it is no backup".to_owned()),
        }
    }
}

/// Writes a row as an array: numbers, texts, null, bytes as `{"x":"…"}` in hexadecimal.
fn encode(row: &[Value], buffer: &mut Vec<u8>) -> std::io::Result<()> {
    for (position, value) in row.iter().enumerate() {
        buffer.push(if position == 0 { b'[' } else { b',' });
        match value {
            Value::Null => buffer.extend_from_slice(b"null"),
            Value::Int(number) => write!(buffer, "{number}")?,
            Value::Text(text) => serde_json::to_writer(&mut *buffer, text)?,
            Value::Bytes(bytes) => encode_bytes(bytes, buffer),
            Value::Id(bytes) => encode_bytes(bytes, buffer),
        }
    }
    buffer.push(b']');
    Ok(())
}

fn encode_bytes(bytes: &[u8], buffer: &mut Vec<u8>) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    buffer.extend_from_slice(b"{\"x\":\"");
    for byte in bytes {
        buffer.push(DIGITS[usize::from(byte >> 4)]);
        buffer.push(DIGITS[usize::from(byte & 15)]);
    }
    buffer.extend_from_slice(b"\"}");
}

/// A value of a row as it is written.
#[derive(Deserialize)]
#[serde(untagged)]
enum Cell {
    Int(i64),
    Text(String),
    Bytes { x: String },
    Null(()),
}

/// Reads what [`encode`] wrote.
pub(super) fn decode(line: &[u8]) -> Result<Vec<Value>, String> {
    let unknown = || "has a row that can't be read".to_owned();
    let cells: Vec<Cell> = serde_json::from_slice(line).map_err(|_| unknown())?;
    let value = |cell| match cell {
        Cell::Null(()) => Ok(Value::Null),
        Cell::Int(number) => Ok(Value::Int(number)),
        Cell::Text(text) => Ok(Value::Text(text)),
        Cell::Bytes { x } => decode_bytes(&x).map(Value::Bytes).ok_or_else(unknown),
    };
    cells.into_iter().map(value).collect()
}

fn decode_bytes(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| char::from(byte).to_digit(16).map(|digit| digit as u8);
    let pairs = text.as_bytes().chunks(2);
    pairs.map(|pair| Some(digit(*pair.first()?)? << 4 | digit(*pair.get(1)?)?)).collect()
}

/// Reads a line with one value in it.
pub(super) fn decode_one<T: serde::de::DeserializeOwned>(line: &[u8]) -> Result<T, String> {
    let [value]: [T; 1] =
        serde_json::from_slice(line).map_err(|error| format!("has a line that can't be read: {error}"))?;
    Ok(value)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn value() -> impl Strategy<Value = Value> {
        prop_oneof![
            Just(Value::Null),
            any::<i64>().prop_map(Value::Int),
            any::<String>().prop_map(Value::Text),
            prop::collection::vec(any::<u8>(), 0..40).prop_map(Value::Bytes),
        ]
    }

    proptest! {
        #[test]
        fn rows_survive_their_lines(row in prop::collection::vec(value(), 1..8)) {
            let mut line = Vec::new();
            encode(&row, &mut line).unwrap();
            prop_assert!(!line.contains(&b'\n'));
            prop_assert_eq!(decode(&line).unwrap(), row);
        }
    }

    #[test]
    fn sections_survive_their_lines() {
        let header = Header {
            format: FORMAT.to_owned(),
            version: VERSION,
            schema_version: 1,
            created_at: "2026-01-01T00:00:00Z".parse().unwrap(),
            engine: "sqlite".to_owned(),
        };
        for section in [
            Section::Header(header),
            Section::Table { table: "member".to_owned(), columns: vec!["id".to_owned()] },
            Section::Events { events: 7 },
            Section::Relayed { relayed: 7 },
            Section::File { model: "mdl_1".to_owned(), file: "manifest.json".to_owned() },
            Section::End {
                end: Counts { rows: 1, events: 2, relayed: 3, files: 4 },
                blake3: "00".to_owned(),
            },
        ] {
            let text = serde_json::to_string(&section).unwrap();
            assert_eq!(serde_json::from_str::<Section>(&text).unwrap(), section);
        }
    }

    #[test]
    fn bytes_that_are_no_pairs_are_refused() {
        for line in ["[{\"x\":\"0\"}]", "[{\"x\":\"zz\"}]", "[1.5]", "[true]", "{}"] {
            assert!(decode(line.as_bytes()).is_err(), "{line}");
        }
    }
}
