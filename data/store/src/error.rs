//! What goes wrong with the store, in words that a caller can act on.

use mercat_model::MoneyError;

/// Every error of the store.
#[derive(Debug, Clone, thiserror::Error)]
pub enum StoreError {
    /// A row breaks a named constraint; the domain turns the name into its own error.
    #[error("constraint `{constraint}` is violated")]
    Constraint {
        /// `table.column` of SQLite or the name of PostgreSQL's constraint.
        constraint: String,
    },
    /// The cursor was made by another list, or by this one in another order.
    #[error("the cursor belongs to another list: use `next_cursor` of a page in the same order")]
    ForeignCursor,
    /// The queue of writes is full; nothing was written.
    #[error("the store has too many writes waiting: try again in a second")]
    Busy,
    /// The transaction met others too often and was given up; nothing was written.
    #[error("the transaction `{0}` met others {1} times: try again")]
    Contended(&'static str, u32),
    /// The store is shutting down.
    #[error("the store is closed")]
    Closed,
    /// The engine can't be reached or refused to work.
    #[error("the store is not available: {0}")]
    Unavailable(String),
    /// A row holds something that this version can't read.
    #[error("a stored value can't be read: {0}")]
    Corrupt(String),
    /// The statement itself is wrong: a defect of this program.
    #[error("a statement failed: {0}")]
    Statement(String),
    /// The closure of a command panicked; its changes were undone.
    #[error("the command `{0}` stopped unexpectedly; nothing of it was kept")]
    Panicked(&'static str),
    /// The database was written by a newer Mercat.
    #[error("the database has schema version {found}, this program knows {known}: install a newer Mercat")]
    TooNew {
        /// The version in the database.
        found: i64,
        /// The newest version that this program has.
        known: i64,
    },
    /// Files of the data folder can't be read or written.
    #[error("`{path}`: {reason}")]
    File {
        /// Which file.
        path: String,
        /// What the system said.
        reason: String,
    },
    /// The backup can't be made or taken back.
    #[error("{0}")]
    Backup(String),
}

impl StoreError {
    pub(crate) fn file(path: &std::path::Path, error: &std::io::Error) -> Self {
        StoreError::File { path: path.display().to_string(), reason: error.to_string() }
    }

    /// Whether the error is the violation of a constraint whose name holds `part`.
    pub fn violates(&self, part: &str) -> bool {
        matches!(self, StoreError::Constraint { constraint } if constraint.contains(part))
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        let rusqlite::Error::SqliteFailure(failure, message) = &error else {
            return StoreError::Statement(error.to_string());
        };
        let message = message.clone().unwrap_or_else(|| failure.to_string());
        match failure.code {
            ErrorCode::ConstraintViolation => StoreError::Constraint {
                constraint: message.rsplit(": ").next().unwrap_or_default().to_owned(),
            },
            ErrorCode::DatabaseBusy
            | ErrorCode::DatabaseLocked
            | ErrorCode::DiskFull
            | ErrorCode::CannotOpen
            | ErrorCode::ReadOnly
            | ErrorCode::SystemIoFailure => StoreError::Unavailable(message),
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => StoreError::Corrupt(message),
            _ => StoreError::Statement(message),
        }
    }
}

impl From<postgres::Error> for StoreError {
    fn from(error: postgres::Error) -> Self {
        let Some(db) = error.as_db_error() else {
            return StoreError::Unavailable(error.to_string());
        };
        let code = db.code().code();
        match &code[..2] {
            "23" => StoreError::Constraint { constraint: db.constraint().unwrap_or(db.message()).to_owned() },
            "08" | "53" | "57" | "40" | "28" | "3D" => StoreError::Unavailable(db.message().to_owned()),
            _ => StoreError::Statement(format!("{code}: {}", db.message())),
        }
    }
}

impl From<MoneyError> for StoreError {
    fn from(error: MoneyError) -> Self {
        StoreError::Corrupt(error.to_string())
    }
}

impl From<serde_json::Error> for StoreError {
    fn from(error: serde_json::Error) -> Self {
        StoreError::Corrupt(error.to_string())
    }
}
