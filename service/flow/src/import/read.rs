//! Reads files of other systems row by row: CSV or JSON lines, plain or gzip, with the line of every row.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use flate2::read::MultiGzDecoder;

use crate::error::FlowError;

/// Longest row in bytes: a description of a product fits many times, a file without line ends does not.
pub const ROW_BYTES_MAX: usize = 1 << 20;

/// A row with its fields by column name.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// The line it begins on, from 1; the header of a CSV file is line 1.
    pub line: u64,
    fields: HashMap<String, String>,
}

impl Row {
    /// The trimmed value of a column; empty when the row has none.
    pub fn get(&self, column: &str) -> &str {
        self.fields.get(column).map_or("", |value| value.trim())
    }

    /// The columns of this row with their values.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    #[cfg(test)]
    pub(crate) fn of(line: u64, fields: &[(&str, &str)]) -> Self {
        let fields = fields.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
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

    /// Our name of a header, in lower case where none is known.
    pub fn rename_header(&self, header: &str) -> String {
        let header = header.trim().trim_start_matches('\u{feff}');
        let key = header.to_lowercase();
        self.0.get(&key).cloned().unwrap_or(key)
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

/// Opens a file, unpacking gzip by its first bytes whatever its name.
fn open(path: &Path) -> Result<Box<dyn BufRead + Send>, FlowError> {
    let mut file = BufReader::with_capacity(1 << 18, open_plain(path)?);
    let head = file.fill_buf().map_err(|error| unreadable(path, &error))?;
    if head.starts_with(&[0x1f, 0x8b]) {
        return Ok(Box::new(BufReader::with_capacity(1 << 18, MultiGzDecoder::new(file))));
    }
    Ok(Box::new(file))
}

/// The rows of a file, bad ones in their place.
pub fn rows(
    path: &Path,
    map: &ColumnMap,
) -> Result<Box<dyn Iterator<Item = Result<Row, BadRow>> + Send>, FlowError> {
    let mut reader = open(path)?;
    let head = reader.fill_buf().map_err(|error| unreadable(path, &error))?;
    let first = head.iter().find(|byte| !byte.is_ascii_whitespace());
    if first.is_none() {
        return Err(FlowError::Import(format!("`{}` is empty", path.display())));
    }
    if first == Some(&b'{') {
        return Ok(Box::new(JsonRows { reader, map: map.clone(), line: 0, broken: false }));
    }
    let (columns, records) = csv_records(path, reader)?;
    let columns: Vec<String> = columns.iter().map(|header| map.rename_header(header)).collect();
    Ok(Box::new(records.map(move |record| {
        let record = record?;
        let values = record.fields.iter().map(|field| text(field).into_owned());
        Ok(Row { line: record.line, fields: columns.iter().cloned().zip(values).collect() })
    })))
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
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(reader);
    let header = reader.byte_headers().map_err(|error| unreadable(path, &error))?.clone();
    let columns: Vec<String> =
        header.iter().map(|field| text(field).trim_start_matches('\u{feff}').trim().to_owned()).collect();
    let width = columns.len();
    let records = reader.into_byte_records().map(move |record| {
        let record = record.map_err(|error| BadRow {
            line: error.position().map_or(0, csv::Position::line),
            reason: format!("the file can't be read here: {error}"),
        })?;
        let line = record.position().map_or(0, csv::Position::line);
        if record.len() != width {
            let reason = format!("{} fields, the header has {width}", record.len());
            return Err(BadRow { line, reason });
        }
        if record.as_slice().len() > ROW_BYTES_MAX {
            return Err(BadRow { line, reason: format!("longer than {ROW_BYTES_MAX} bytes") });
        }
        Ok(Record { line, fields: record })
    });
    Ok((columns, Box::new(records)))
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
            let bad = |reason: String| Some(Err(BadRow { line, reason }));
            match read {
                Ok(0) => return None,
                Ok(_) if bytes.len() > ROW_BYTES_MAX => {
                    self.broken = true;
                    return bad(format!(
                        "longer than {ROW_BYTES_MAX} bytes: the rest of the file is not read"
                    ));
                }
                Ok(_) => {}
                Err(error) => {
                    self.broken = true;
                    return bad(format!("the file can't be read here: {error}"));
                }
            }
            let line_text = text(&bytes);
            if line_text.trim().is_empty() {
                continue;
            }
            return match serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(&line_text) {
                Ok(object) => Some(Ok(self.row(line, object))),
                Err(error) => bad(format!("not a JSON object: {error}")),
            };
        }
    }
}

impl JsonRows {
    fn row(&self, line: u64, object: serde_json::Map<String, serde_json::Value>) -> Row {
        let mut fields = HashMap::with_capacity(object.len());
        for (name, value) in object {
            let value = match value {
                serde_json::Value::Null => continue,
                serde_json::Value::String(text) => text,
                other => other.to_string(),
            };
            fields.insert(self.map.rename_header(&name), value);
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
        rows(&path, map).unwrap().collect()
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
}
