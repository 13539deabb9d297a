//! What a use case can answer instead of a result. The edge turns each into a code, a status and advice.

use mercat_analytics::AnalyticsError;
use mercat_eventlog::LogError;
use mercat_lake::LakeError;
use mercat_model::MoneyError;
use mercat_store::StoreError;

/// Every error of the use cases.
#[derive(Debug, Clone, thiserror::Error)]
pub enum FlowError {
    /// There is no such thing, or it belongs to somebody else.
    #[error("no {noun} `{name}`")]
    NotFound {
        /// The noun of the glossary.
        noun: &'static str,
        /// What was asked for.
        name: String,
    },
    /// A field of the request can't be taken.
    #[error("`{field}`: {reason}")]
    Invalid {
        /// The field.
        field: &'static str,
        /// What is wrong with it and what would be right.
        reason: String,
    },
    /// Nobody is signed in.
    #[error("nobody is signed in")]
    Unauthenticated,
    /// The signed-in person may not do this.
    #[error("the role `{role}` does not have the permission `{permission}`")]
    Forbidden {
        /// Their role.
        role: String,
        /// What it lacks.
        permission: &'static str,
    },
    /// The CSRF token is missing or of another session.
    #[error("the CSRF token is missing or does not belong to this session")]
    CsrfToken,
    /// E-mail or password are wrong; which of them is not said.
    #[error("e-mail or password are wrong")]
    WrongCredentials,
    /// Too many tries.
    #[error("too many tries: wait {retry_after_seconds} seconds")]
    TooManyAttempts {
        /// When the next one is allowed.
        retry_after_seconds: i64,
    },
    /// The secret of the first start is wrong.
    #[error("the first-run secret is wrong")]
    SetupSecret,
    /// The shop has its first admin.
    #[error("the shop is set up already")]
    AlreadySetUp,
    /// The same idempotency key came with another request.
    #[error("the idempotency key was used for another request")]
    IdempotencyKeyReused,
    /// The store failed.
    #[error(transparent)]
    Store(StoreError),
    /// The event log failed.
    #[error(transparent)]
    Log(#[from] LogError),
    /// The lake failed.
    #[error("{0}")]
    Lake(String),
    /// An import can't go on.
    #[error("{0}")]
    Import(String),
    /// A model can't be trained or loaded.
    #[error("{0}")]
    Model(String),
    /// A batch was stopped by its caller.
    #[error("stopped: what was committed stays, run it again to go on")]
    Stopped,
    /// A defect of this program.
    #[error("{0}")]
    Internal(String),
}

impl FlowError {
    /// No such `noun`.
    pub fn not_found(noun: &'static str, name: impl ToString) -> Self {
        FlowError::NotFound { noun, name: name.to_string() }
    }

    /// A field that can't be taken.
    pub fn invalid(field: &'static str, reason: impl ToString) -> Self {
        FlowError::Invalid { field, reason: reason.to_string() }
    }
}

impl From<StoreError> for FlowError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::ForeignCursor => FlowError::invalid("cursor", error),
            error => FlowError::Store(error),
        }
    }
}

impl From<LakeError> for FlowError {
    fn from(error: LakeError) -> Self {
        FlowError::Lake(error.to_string())
    }
}

impl From<MoneyError> for FlowError {
    fn from(error: MoneyError) -> Self {
        FlowError::Store(StoreError::Corrupt(error.to_string()))
    }
}

impl From<AnalyticsError> for FlowError {
    fn from(error: AnalyticsError) -> Self {
        match error {
            AnalyticsError::Spec { field, reason } => FlowError::Invalid { field, reason },
            AnalyticsError::ColumnNotAsked(_) => FlowError::Internal(error.to_string()),
            error => FlowError::invalid("from", error),
        }
    }
}

impl FlowError {
    /// Whether too much waits and the same request may go through in a second.
    pub fn is_busy(&self) -> bool {
        matches!(
            self,
            FlowError::Store(StoreError::Busy | StoreError::Contended(..)) | FlowError::Log(LogError::Busy)
        )
    }

    /// Whether an engine can't be reached or is being closed.
    pub fn is_unavailable(&self) -> bool {
        matches!(
            self,
            FlowError::Store(StoreError::Unavailable(_) | StoreError::Closed)
                | FlowError::Log(LogError::Unavailable(_) | LogError::Closed)
        )
    }
}
