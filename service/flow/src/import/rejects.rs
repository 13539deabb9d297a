//! The rejects file: what was not taken, where it stood, and why.
//!
//! It is exact over interruptions: the run keeps how long the file was when a batch was committed and the lines
//! of that batch, so that a run that goes on cuts off what was never committed and adds what was not written.

use std::fs::{File, OpenOptions};
use std::io::{Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::error::FlowError;
use crate::import::read::unreadable;

/// The first line of every rejects file.
const HEADER: &str = "line,column,value,reason\n";

/// Bytes that are held back before they are written.
const BUFFER_BYTES: usize = 64 << 10;

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

/// Rejects as lines of the file.
pub(crate) fn render(rejects: &[Reject]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for reject in rejects {
        let line = reject.line.to_string();
        let fields = [line.as_str(), &reject.column, &reject.value, &reject.reason];
        writer.write_record(fields).expect("four fields fit a record in memory");
    }
    let bytes = writer.into_inner().expect("memory can be flushed");
    String::from_utf8(bytes).expect("texts stay texts between commas")
}

/// What a run keeps of its rejects, in the transaction of the batch that they belong to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct KeptRejects {
    /// How many there are, those of `tail` included.
    pub(crate) count: u64,
    /// Length of the file before `tail`.
    pub(crate) bytes: u64,
    /// The lines of the last batch.
    pub(crate) tail: String,
}

/// Writes rejects as CSV (`line,column,value,reason`); the file is made with the first of them.
pub struct Rejects {
    path: PathBuf,
    file: Option<File>,
    buffer: String,
    bytes: u64,
    count: u64,
}

impl Rejects {
    /// Rejects of this run; a file of an earlier run is replaced.
    pub fn new(path: &Path) -> Result<Self, FlowError> {
        if path.exists() {
            std::fs::remove_file(path).map_err(|error| unreadable(path, &error))?;
        }
        Ok(Rejects { path: path.to_owned(), file: None, buffer: String::new(), bytes: 0, count: 0 })
    }

    /// Rejects of a run that goes on: the file ends with the last committed batch again. A file that was taken
    /// away is begun anew with what comes.
    pub(crate) fn resumed(path: &Path, kept: &KeptRejects) -> Result<Self, FlowError> {
        let length = path.metadata().map_or(0, |metadata| metadata.len());
        if kept.bytes == 0 || length < kept.bytes {
            let mut rejects = Self::new(path)?;
            rejects.append(&kept.tail, kept.count)?;
            return Ok(rejects);
        }
        let mut rejects =
            Rejects { path: path.to_owned(), file: None, buffer: String::new(), bytes: kept.bytes, count: 0 };
        let file = OpenOptions::new().write(true).open(path);
        let cut = file.and_then(|mut file| {
            file.set_len(kept.bytes)?;
            file.seek(SeekFrom::End(0))?;
            Ok(file)
        });
        rejects.file = Some(cut.map_err(|error| unreadable(path, &error))?);
        rejects.append(&kept.tail, kept.count)?;
        Ok(rejects)
    }

    /// Adds one.
    pub fn add(&mut self, reject: &Reject) -> Result<(), FlowError> {
        self.buffer.push_str(&render(std::slice::from_ref(reject)));
        self.count += 1;
        if self.buffer.len() >= BUFFER_BYTES { self.write_out() } else { Ok(()) }
    }

    /// Adds the lines of a batch and writes them to the disk.
    pub(crate) fn append(&mut self, lines: &str, count: u64) -> Result<(), FlowError> {
        self.count += count;
        if lines.is_empty() {
            return Ok(());
        }
        self.buffer.push_str(lines);
        self.write_out()?;
        match &self.file {
            Some(file) => file.sync_data().map_err(|error| unreadable(&self.path, &error)),
            None => Ok(()),
        }
    }

    /// How long the file is; what [`Rejects::add`] holds back does not count.
    pub(crate) fn bytes(&self) -> u64 {
        self.bytes
    }

    /// How many there are.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// Writes out what is buffered; the path when there is a file.
    pub fn finish(mut self) -> Result<Option<PathBuf>, FlowError> {
        self.write_out()?;
        Ok(self.file.map(|_| self.path))
    }

    fn write_out(&mut self) -> Result<(), FlowError> {
        if self.buffer.is_empty() {
            return Ok(());
        }
        let wrap = |error: std::io::Error| unreadable(&self.path, &error);
        if self.file.is_none() {
            let mut file = File::create(&self.path).map_err(wrap)?;
            file.write_all(HEADER.as_bytes()).map_err(wrap)?;
            self.bytes = HEADER.len() as u64;
            self.file = Some(file);
        }
        if let Some(file) = &mut self.file {
            file.write_all(self.buffer.as_bytes()).map_err(wrap)?;
        }
        self.bytes += self.buffer.len() as u64;
        self.buffer.clear();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reject(line: u64) -> Reject {
        Reject::new(line, "price", "a,b", "not \"a number\"")
    }

    #[test]
    fn a_run_that_goes_on_ends_with_the_same_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rejects.csv");
        let batches: Vec<Vec<Reject>> = vec![vec![], vec![reject(2), reject(3)], vec![reject(9)], vec![]];
        let mut whole = Rejects::new(&path).unwrap();
        for batch in &batches {
            whole.append(&render(batch), batch.len() as u64).unwrap();
        }
        whole.finish().unwrap();
        let expected = std::fs::read_to_string(&path).unwrap();

        for stopped in 0..batches.len() {
            for (written, stray) in [(false, false), (true, false), (true, true)] {
                let mut first = Rejects::new(&path).unwrap();
                let mut kept = KeptRejects::default();
                for (position, batch) in batches[..=stopped].iter().enumerate() {
                    let (count, tail) = (kept.count + batch.len() as u64, render(batch));
                    kept = KeptRejects { count, bytes: first.bytes(), tail };
                    if position < stopped || written {
                        first.append(&kept.tail, batch.len() as u64).unwrap();
                    }
                }
                if stray {
                    first.append("never,committed,,\n", 1).unwrap();
                }
                drop(first);
                let mut second = Rejects::resumed(&path, &kept).unwrap();
                for batch in &batches[stopped + 1..] {
                    second.append(&render(batch), batch.len() as u64).unwrap();
                }
                assert_eq!(second.count(), 3);
                second.finish().unwrap();
                assert_eq!(std::fs::read_to_string(&path).unwrap(), expected, "{stopped} {written} {stray}");
            }
        }
    }
}
