//! The rejects file: what was not taken, where it stood, and why.

use std::fs::File;
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use crate::error::FlowError;
use crate::import::read::unreadable;

/// A value that was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reject {
    /// The line of the file, from 1.
    pub line: u64,
    /// The column; empty when the whole row is meant.
    pub column: String,
    /// The value as it stood.
    pub value: String,
    /// Why, and what would be right.
    pub reason: String,
}

impl Reject {
    /// A value of a column.
    pub fn new(line: u64, column: &str, value: &str, reason: impl ToString) -> Self {
        Reject {
            line,
            column: column.to_owned(),
            value: value.chars().take(200).collect(),
            reason: reason.to_string(),
        }
    }
}

/// Writes rejects as CSV (`line,column,value,reason`); the file is made with the first of them.
pub struct Rejects {
    path: PathBuf,
    writer: Option<csv::Writer<BufWriter<File>>>,
    count: u64,
}

impl Rejects {
    /// Rejects of this run; a file of an earlier run is replaced.
    pub fn new(path: &Path) -> Result<Self, FlowError> {
        if path.exists() {
            std::fs::remove_file(path).map_err(|error| unreadable(path, &error))?;
        }
        Ok(Rejects { path: path.to_owned(), writer: None, count: 0 })
    }

    /// Adds one.
    pub fn add(&mut self, reject: &Reject) -> Result<(), FlowError> {
        if self.writer.is_none() {
            let file = File::create(&self.path).map_err(|error| unreadable(&self.path, &error))?;
            let mut writer = csv::Writer::from_writer(BufWriter::new(file));
            let header = ["line", "column", "value", "reason"];
            writer.write_record(header).map_err(|error| unreadable(&self.path, &error))?;
            self.writer = Some(writer);
        }
        if let Some(writer) = &mut self.writer {
            let line = reject.line.to_string();
            writer
                .write_record([&line, &reject.column, &reject.value, &reject.reason])
                .map_err(|error| unreadable(&self.path, &error))?;
        }
        self.count += 1;
        Ok(())
    }

    /// How many there are.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// Writes out what is buffered; the path when there is a file.
    pub fn finish(mut self) -> Result<Option<PathBuf>, FlowError> {
        let Some(writer) = &mut self.writer else { return Ok(None) };
        writer.flush().map_err(|error| unreadable(&self.path, &error))?;
        Ok(Some(self.path))
    }
}
