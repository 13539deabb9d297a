//! Opening files of the lake: footers, kept because files never change, and rows streamed batch by batch.

use std::collections::HashMap;
use std::fs::File;
use std::ops::Range;
use std::panic::AssertUnwindSafe;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use arrow_array::RecordBatch;
use arrow_schema::{DataType, Field, FieldRef, Schema};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{
    ArrowReaderMetadata, ArrowReaderOptions, ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder,
    RowSelection,
};
use parquet::file::statistics::Statistics;

use crate::decode;
use crate::encode::Row;
use crate::error::LakeError;
use crate::folder;
use crate::manifest::LakeFile;
use crate::schema::CODED;

/// Footers kept, about 20 kB each: the files of a lake of some years. At the limit all are let go.
const FOOTERS_MAX: usize = 4_096;

/// Rows decoded at once as whole events: a few megabytes, at most 256 at 32 kB an event.
const ROWS_AT_ONCE: usize = 8_192;

/// What is known of a file without reading its columns.
#[derive(Clone)]
pub(crate) struct Footer {
    /// Columns as they are.
    pub(crate) plain: ArrowReaderMetadata,
    /// The same with texts as codes into the file's dictionaries.
    pub(crate) coded: ArrowReaderMetadata,
}

/// Footers by name of file.
#[derive(Default)]
pub(crate) struct Footers {
    known: Mutex<HashMap<String, Footer>>,
}

/// An open file with its footer.
pub(crate) struct Opened {
    pub(crate) path: PathBuf,
    pub(crate) file: File,
    pub(crate) footer: Footer,
}

impl Footers {
    /// Opens a file; its footer is parsed the first time.
    pub(crate) fn open(&self, root: &Path, entry: &LakeFile) -> Result<Opened, LakeError> {
        let file = folder::open(root, entry)?;
        let path = root.join(&entry.path);
        let known = self.lock().get(entry.name()).cloned();
        let footer = match known {
            Some(footer) => footer,
            None => {
                let footer = guarded(|| Footer::read(&file)).map_err(LakeError::damaged(&path))?;
                let mut known = self.lock();
                if known.len() >= FOOTERS_MAX {
                    known.clear();
                }
                known.insert(entry.name().to_owned(), footer.clone());
                footer
            }
        };
        Ok(Opened { path, file, footer })
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<String, Footer>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Footer {
    fn read(file: &File) -> parquet::errors::Result<Self> {
        let options = || ArrowReaderOptions::new().with_skip_arrow_metadata(true);
        let plain = ArrowReaderMetadata::load(file, options())?;
        let coded = options().with_schema(Arc::new(coded(plain.schema())));
        let coded = ArrowReaderMetadata::try_new(Arc::clone(plain.metadata()), coded)?;
        Ok(Footer { plain, coded })
    }

    pub(crate) fn groups(&self) -> usize {
        self.plain.metadata().num_row_groups()
    }

    /// The earliest and the latest time of a row group; none when its writer left no statistics.
    pub(crate) fn times(&self, group: usize) -> Option<(i64, i64)> {
        match self.statistics(group, "occurred_at")? {
            Statistics::Int64(times) => Some((*times.min_opt()?, *times.max_opt()?)),
            _ => None,
        }
    }

    /// Whether a text may stand in a column of a row group, by its bounds.
    pub(crate) fn may_hold(&self, group: usize, column: &str, text: &str) -> bool {
        match self.statistics(group, column) {
            Some(Statistics::ByteArray(texts)) => match (texts.min_opt(), texts.max_opt()) {
                (Some(min), Some(max)) => min.data() <= text.as_bytes() && text.as_bytes() <= max.data(),
                _ => true,
            },
            _ => true,
        }
    }

    fn statistics(&self, group: usize, column: &str) -> Option<&Statistics> {
        let columns = self.plain.metadata().row_group(group).columns();
        columns.iter().find(|chunk| chunk.column_path().string() == column)?.statistics()
    }

    /// The leaves of some columns; a column that the file lacks is left out.
    fn mask(&self, columns: &[&str]) -> ProjectionMask {
        ProjectionMask::columns(self.plain.parquet_schema(), columns.iter().copied())
    }
}

/// A schema with the texts that scans ask for as dictionaries.
fn coded(schema: &Schema) -> Schema {
    let fields: Vec<FieldRef> = schema
        .fields()
        .iter()
        .map(|field| match field.data_type() {
            DataType::Utf8 if CODED.contains(&field.name().as_str()) => coded_text(field),
            DataType::List(element) if field.name() == "items" => {
                let element = coded_product(element);
                Arc::new(Field::new(field.name(), DataType::List(element), field.is_nullable()))
            }
            _ => Arc::clone(field),
        })
        .collect();
    Schema::new(fields)
}

fn coded_text(field: &Field) -> FieldRef {
    let dictionary = DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8));
    Arc::new(Field::new(field.name(), dictionary, field.is_nullable()))
}

fn coded_product(element: &FieldRef) -> FieldRef {
    let DataType::Struct(fields) = element.data_type() else { return Arc::clone(element) };
    let coded = |field: &FieldRef| match field.data_type() {
        DataType::Utf8 => coded_text(field),
        _ => Arc::clone(field),
    };
    let fields = fields.iter().map(coded).collect();
    Arc::new(Field::new(element.name(), DataType::Struct(fields), element.is_nullable()))
}

impl Opened {
    /// An error of this file.
    pub(crate) fn damaged<E: std::fmt::Display>(&self, message: E) -> LakeError {
        LakeError::damaged(&self.path)(message)
    }

    /// Some columns of one row group; all of them with none named.
    pub(crate) fn batches(&self, part: Part<'_>) -> Result<Batches<'_>, LakeError> {
        let file = self.file.try_clone().map_err(LakeError::io(&self.path))?;
        let metadata = if part.coded { &self.footer.coded } else { &self.footer.plain };
        let mut builder = ParquetRecordBatchReaderBuilder::new_with_metadata(file, metadata.clone());
        if let Some(columns) = part.columns {
            builder = builder.with_projection(self.footer.mask(columns));
        }
        if let Some(selection) = part.selection {
            builder = builder.with_row_selection(selection);
        }
        if let Some(span) = part.span {
            builder = builder.with_offset(span.start).with_limit(span.len());
        }
        let builder = builder.with_row_groups(vec![part.group]).with_batch_size(part.batch_rows);
        let reader = guarded(|| builder.build()).map_err(|error| self.damaged(error))?;
        Ok(Batches { opened: self, reader })
    }

    /// Whole rows of one row group, some thousand at a time.
    pub(crate) fn rows(
        &self,
        group: usize,
    ) -> Result<impl Iterator<Item = Result<Vec<Row>, LakeError>>, LakeError> {
        let batches = self.batches(Part { group, batch_rows: ROWS_AT_ONCE, ..Part::default() })?;
        Ok(batches.map(|batch| decode::rows(&batch?).map_err(|error| self.damaged(error))))
    }
}

/// What is read of a row group.
#[derive(Default)]
pub(crate) struct Part<'a> {
    pub(crate) group: usize,
    /// Texts as codes.
    pub(crate) coded: bool,
    /// These columns, if the file has them; none: all.
    pub(crate) columns: Option<&'a [&'a str]>,
    /// Rows a batch.
    pub(crate) batch_rows: usize,
    /// Only these rows.
    pub(crate) selection: Option<RowSelection>,
    /// Only these rows.
    pub(crate) span: Option<Range<usize>>,
}

/// Batches of a row group.
pub(crate) struct Batches<'a> {
    opened: &'a Opened,
    reader: ParquetRecordBatchReader,
}

impl Batches<'_> {
    /// The reader alone, for who holds the file elsewhere and goes on with [`next_batch`].
    pub(crate) fn into_reader(self) -> ParquetRecordBatchReader {
        self.reader
    }
}

impl Iterator for Batches<'_> {
    type Item = Result<RecordBatch, LakeError>;

    fn next(&mut self) -> Option<Self::Item> {
        next_batch(&mut self.reader, self.opened)
    }
}

/// The next batch of a reader of a file.
pub(crate) fn next_batch(
    reader: &mut ParquetRecordBatchReader,
    opened: &Opened,
) -> Option<Result<RecordBatch, LakeError>> {
    let batch = guarded(|| reader.next().transpose());
    batch.map_err(|error| opened.damaged(error)).transpose()
}

/// Runs a part of the Parquet library, which panics on some damaged files where it should give an error.
fn guarded<T, E: std::fmt::Display>(work: impl FnOnce() -> Result<T, E>) -> Result<T, String> {
    match std::panic::catch_unwind(AssertUnwindSafe(work)) {
        Ok(result) => result.map_err(|error| error.to_string()),
        Err(_) => Err("the Parquet library can't make sense of it".to_owned()),
    }
}
