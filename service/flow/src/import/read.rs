//! Reads files of other systems row by row: CSV or JSON lines, plain or gzip, with the line of every row.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use flate2::read::MultiGzDecoder;

use crate::error::FlowError;

/// Longest row in bytes: a description of a product fits many times, a file without line ends does not.
pub const ROW_BYTES_MAX: usize = 1 << 20;

/// A row with its fields by column name.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// The line it begins on, from 1; the header of a CSV file is line 1.
    pub line: u64,
    /// Names and values; a file has some ten columns, which are found faster in a row than in a map.
    fields: Vec<(Arc<str>, String)>,
}

impl Row {
    /// The trimmed value of a column; empty when the row has none.
    pub fn get(&self, column: &str) -> &str {
        self.fields.iter().find(|(name, _)| **name == *column).map_or("", |(_, value)| value.trim())
    }

    /// The columns of this row with their trimmed values.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields.iter().map(|(name, value)| (&**name, value.trim()))
    }

    #[cfg(test)]
    pub(crate) fn of(line: u64, fields: &[(&str, &str)]) -> Self {
        let fields = fields.iter().map(|(k, v)| ((*k).into(), (*v).to_owned())).collect();
        Row { line, fields }
    }
}

/// A row that could not be read as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadRow {
    /// The line it begins on.
    pub line: u64,
    /// What was wrong.
    pub reason: String,
    /// Whether nothing behind it can be read either: the file is damaged or cut off.
    pub ends_file: bool,
}

impl BadRow {
    fn new(line: u64, reason: String) -> Self {
        BadRow { line, reason, ends_file: false }
    }
}

/// The rows of a file, bad ones in their place.
pub struct Rows {
    /// Our names of the columns of a CSV file; none for JSON lines, where each row names its own.
    pub columns: Option<Vec<String>>,
    /// The rows.
    pub rows: Box<dyn Iterator<Item = Result<Row, BadRow>> + Send>,
}

/// Renamings of columns: other people's header → ours.
#[derive(Debug, Clone, Default)]
pub struct ColumnMap(HashMap<String, String>);

impl ColumnMap {
    /// Reads entries like `Item Code=sku`.
    pub fn parse(entries: &[String]) -> Result<Self, FlowError> {
        let mut map = HashMap::new();
        for entry in entries {
            let (theirs, ours) = entry.rsplit_once('=').ok_or_else(|| {
                FlowError::Import(format!("`--map {entry}` is not like `their column=our column`"))
            })?;
            map.insert(theirs.trim().to_lowercase(), ours.trim().to_owned());
        }
        Ok(ColumnMap(map))
    }

    /// Adds a renaming unless the user gave one for that column.
    pub fn or(mut self, theirs: &str, ours: &str) -> Self {
        self.0.entry(theirs.to_lowercase()).or_insert_with(|| ours.to_owned());
        self
    }

    /// Our name of a header, in lower case where none is known; what follows a colon keeps its case.
    pub fn rename_header(&self, header: &str) -> String {
        let header = header.trim().trim_start_matches('\u{feff}');
        if let Some(ours) = self.0.get(&header.to_lowercase()) {
            return ours.clone();
        }
        match header.split_once(':') {
            Some((kind, name)) => format!("{}:{}", kind.trim().to_lowercase(), name.trim()),
            None => header.to_lowercase(),
        }
    }

    /// A text that changes when the meaning of the columns does.
    pub fn fingerprint(&self) -> String {
        let mut entries: Vec<String> = self.0.iter().map(|(k, v)| format!("{k}={v}")).collect();
        entries.sort();
        entries.join("\n")
    }
}

/// The BLAKE3 hash of a file, and of the options that change what it means.
pub fn fingerprint(path: &Path, options: &str) -> Result<String, FlowError> {
    let mut hasher = blake3::Hasher::new();
    hasher.update(options.as_bytes());
    hasher.update(&[0]);
    let mut file = open_plain(path)?;
    let mut buffer = vec![0; 1 << 16];
    loop {
        let read = file.read(&mut buffer).map_err(|error| unreadable(path, &error))?;
        if read == 0 {
            return Ok(hasher.finalize().to_hex().to_string());
        }
        hasher.update(&buffer[..read]);
    }
}

fn open_plain(path: &Path) -> Result<File, FlowError> {
    File::open(path).map_err(|error| unreadable(path, &error))
}

pub(crate) fn unreadable(path: &Path, error: &dyn std::fmt::Display) -> FlowError {
    FlowError::Import(format!("`{}` can't be read: {error}", path.display()))
}

/// What an import says when a file can't be read to its end.
pub(crate) fn ends(path: &Path, bad: &BadRow) -> FlowError {
    FlowError::Import(format!("`{}`, line {}: {}", path.display(), bad.line, bad.reason))
}

/// Opens a file, unpacking gzip by its first bytes whatever its name.
fn open(path: &Path) -> Result<Box<dyn BufRead + Send>, FlowError> {
    let mut file = BufReader::with_capacity(1 << 18, open_plain(path)?);
    let head = file.fill_buf().map_err(|error| unreadable(path, &error))?;
    if head.starts_with(&[0x1f, 0x8b]) {
        return Ok(Box::new(BufReader::with_capacity(1 << 18, MultiGzDecoder::new(file))));
    }
    Ok(Box::new(file))
}

/// Opens the rows of a file, CSV or JSON lines by its first character.
pub fn rows(path: &Path, map: &ColumnMap) -> Result<Rows, FlowError> {
    let mut reader = open(path)?;
    let head = reader.fill_buf().map_err(|error| unreadable(path, &error))?;
    let first = head.iter().find(|byte| !byte.is_ascii_whitespace());
    if first.is_none() {
        return Err(FlowError::Import(format!("`{}` is empty", path.display())));
    }
    if first == Some(&b'{') {
        let rows = JsonRows { reader, map: map.clone(), line: 0, broken: false };
        return Ok(Rows { columns: None, rows: Box::new(rows) });
    }
    let (columns, records) = csv_records(path, reader)?;
    let columns: Vec<String> = columns.iter().map(|header| map.rename_header(header)).collect();
    let names: Vec<Arc<str>> = columns.iter().map(|name| name.as_str().into()).collect();
    let rows = records.map(move |record| {
        let record = record?;
        let values = record.fields.iter().map(|field| text(field).into_owned());
        Ok(Row { line: record.line, fields: names.iter().cloned().zip(values).collect() })
    });
    Ok(Rows { columns: Some(columns), rows: Box::new(rows) })
}

/// A record of a CSV file as bytes.
pub struct Record {
    /// The line it begins on.
    pub line: u64,
    /// Its fields.
    pub fields: csv::ByteRecord,
}

/// Records of a CSV file, bad ones in their place.
pub type Records = Box<dyn Iterator<Item = Result<Record, BadRow>> + Send>;

/// The header and the records of a CSV file, for formats that read many lines a second.
pub fn records(path: &Path) -> Result<(Vec<String>, Records), FlowError> {
    csv_records(path, open(path)?)
}

fn csv_records(
    path: &Path,
    mut reader: Box<dyn BufRead + Send>,
) -> Result<(Vec<String>, Records), FlowError> {
    let delimiter = delimiter(reader.fill_buf().map_err(|error| unreadable(path, &error))?);
    let budget = Arc::new(AtomicU64::new(0));
    let guarded = Guarded { reader, handed_out: Arc::clone(&budget) };
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(guarded);
    let header = reader.byte_headers().map_err(|error| unreadable(path, &error))?.clone();
    let columns: Vec<String> =
        header.iter().map(|field| text(field).trim_start_matches('\u{feff}').trim().to_owned()).collect();
    let width = columns.len();
    let mut last_line = 1;
    let records = reader.into_byte_records().map(move |record| {
        budget.store(0, Ordering::Relaxed);
        let record = record.map_err(|error| BadRow {
            line: last_line + 1,
            reason: format!("the file can't be read from here on: {error}"),
            ends_file: true,
        })?;
        let line = record.position().map_or(0, csv::Position::line);
        last_line = line;
        if record.len() != width {
            let reason = format!("{} fields, the header has {width}", record.len());
            return Err(BadRow::new(line, reason));
        }
        if record.as_slice().len() > ROW_BYTES_MAX {
            return Err(BadRow::new(line, format!("longer than {ROW_BYTES_MAX} bytes")));
        }
        Ok(Record { line, fields: record })
    });
    Ok((columns, Box::new(records)))
}

/// Bytes that one record may take from the file: the longest row and what the reader buffers ahead.
const RECORD_BYTES_MAX: u64 = 4 * ROW_BYTES_MAX as u64;

/// Ends a file whose record never ends: a quotation mark without its other half would take in all the rest.
struct Guarded {
    reader: Box<dyn BufRead + Send>,
    handed_out: Arc<AtomicU64>,
}

impl Read for Guarded {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.handed_out.load(Ordering::Relaxed) > RECORD_BYTES_MAX {
            let reason = "a row without end: is a quotation mark missing its other half?";
            return Err(std::io::Error::new(std::io::ErrorKind::InvalidData, reason));
        }
        let read = self.reader.read(buffer)?;
        self.handed_out.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

/// The most frequent of comma, semicolon and tab in the first line.
fn delimiter(head: &[u8]) -> u8 {
    let line = head.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let count = |delimiter: u8| line.iter().filter(|byte| **byte == delimiter).count();
    [b',', b';', b'\t'].into_iter().rev().max_by_key(|d| count(*d)).unwrap_or(b',')
}

/// Bytes as text; what is not UTF-8 is taken as Latin-1, which old exports of spreadsheets are.
pub fn text(bytes: &[u8]) -> std::borrow::Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.into(),
        Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect::<String>().into(),
    }
}

struct JsonRows {
    reader: Box<dyn BufRead + Send>,
    map: ColumnMap,
    line: u64,
    broken: bool,
}

impl Iterator for JsonRows {
    type Item = Result<Row, BadRow>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if self.broken {
                return None;
            }
            let mut bytes = Vec::new();
            let limit = ROW_BYTES_MAX as u64 + 1;
            let read = (&mut self.reader).take(limit).read_until(b'\n', &mut bytes);
            self.line += 1;
            let line = self.line;
            let ends = |reason: String| Some(Err(BadRow { line, reason, ends_file: true }));
            match read {
                Ok(0) => return None,
                Ok(_) if bytes.len() > ROW_BYTES_MAX => {
                    self.broken = true;
                    return ends(format!("longer than {ROW_BYTES_MAX} bytes"));
                }
                Ok(_) => {}
                Err(error) => {
                    self.broken = true;
                    return ends(format!("the file can't be read from here on: {error}"));
                }
            }
            let line_text = text(&bytes);
            if line_text.trim().is_empty() {
                continue;
            }
            return match serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(&line_text) {
                Ok(object) => Some(Ok(self.row(line, object))),
                Err(error) => Some(Err(BadRow::new(line, format!("not a JSON object: {error}")))),
            };
        }
    }
}

impl JsonRows {
    fn row(&self, line: u64, object: serde_json::Map<String, serde_json::Value>) -> Row {
        let mut fields = Vec::with_capacity(object.len());
        for (name, value) in object {
            let value = match value {
                serde_json::Value::Null => continue,
                serde_json::Value::String(text) => text,
                other => other.to_string(),
            };
            fields.push((self.map.rename_header(&name).into(), value));
        }
        Row { line, fields }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    fn read(name: &str, bytes: &[u8], map: &ColumnMap) -> Vec<Result<Row, BadRow>> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        rows(&path, map).unwrap().rows.collect()
    }

    #[test]
    fn csv_json_and_gzip_give_the_same_rows() {
        let map = ColumnMap::parse(&["Item Code=sku".to_owned()]).unwrap();
        let csv = "\u{feff}Item Code;Title\nA1;\"Mug; blue\"\nA2;茶杯\n".as_bytes();
        let json = "{\"item code\":\"A1\",\"title\":\"Mug; blue\"}\n\n{\"sku\":\"A2\",\"title\":\"茶杯\"}\n";
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        gzip.write_all(csv).unwrap();
        for bytes in [csv.to_vec(), json.as_bytes().to_vec(), gzip.finish().unwrap()] {
            let rows = read("file", &bytes, &map);
            let seen: Vec<_> = rows
                .iter()
                .map(|row| row.as_ref().unwrap())
                .map(|row| (row.get("sku").to_owned(), row.get("title").to_owned()))
                .collect();
            assert_eq!(
                seen,
                [("A1".to_owned(), "Mug; blue".to_owned()), ("A2".to_owned(), "茶杯".to_owned())]
            );
        }
    }

    #[test]
    fn bad_rows_are_told_with_their_line() {
        let rows = read("file", b"a,b\n1,2\n3\n4,5\n", &ColumnMap::default());
        assert_eq!(rows[1].as_ref().unwrap_err().line, 3);
        assert!(rows[2].is_ok());
        let rows = read("file", b"{\"a\":1}\nnonsense\n{\"a\":2}\n", &ColumnMap::default());
        assert_eq!(rows[1].as_ref().unwrap_err().line, 2);
        assert_eq!(rows[2].as_ref().unwrap().get("a"), "2");
    }

    #[test]
    fn latin_1_is_read() {
        let rows = read("file", b"a\nna\xefve \xa35\n", &ColumnMap::default());
        assert_eq!(rows[0].as_ref().unwrap().get("a"), "naïve £5");
    }

    #[test]
    fn a_quotation_mark_without_its_other_half_ends_the_file() {
        let mut bytes = b"a,b\n1,2\n3,\"".to_vec();
        bytes.resize(8 << 20, b'x');
        let rows = read("file", &bytes, &ColumnMap::default());
        assert!(rows[0].is_ok());
        let end = rows[1].as_ref().unwrap_err();
        assert!(end.ends_file && end.line == 3, "{end:?}");
        assert_eq!(rows.len(), 2);
    }

    #[test]
    fn a_gzip_file_that_is_cut_off_says_so() {
        for text in ["a,b\n1,2\n".repeat(20_000), "{\"a\":1}\n".repeat(20_000)] {
            let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::none());
            gzip.write_all(text.as_bytes()).unwrap();
            let bytes = gzip.finish().unwrap();
            let rows = read("file", &bytes[..bytes.len() / 2], &ColumnMap::default());
            assert!(rows.last().unwrap().as_ref().unwrap_err().ends_file);
        }
    }

    #[test]
    fn headers_are_lower_case_but_for_what_follows_a_colon() {
        let map = ColumnMap::parse(&["Farbe=attribute:Colour".to_owned()]).unwrap();
        assert_eq!(map.rename_header(" Unit_Price "), "unit_price");
        assert_eq!(map.rename_header("Property: orderId"), "property:orderId");
        assert_eq!(map.rename_header("farbe"), "attribute:Colour");
    }
}
