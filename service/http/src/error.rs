//! Errors as RFC 9457 problems: one table from error to code, status and advice. Causes are logged, never sent.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use mercat_flow::FlowError;
use serde::Serialize;
use utoipa::ToSchema;

/// The media type of problems (RFC 9457, section 3).
pub(crate) const PROBLEM_TYPE: &str = "application/problem+json";

/// A problem as sent.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Problem {
    /// Where the code is explained.
    #[serde(rename = "type")]
    #[schema(example = "/docs#invalid_field")]
    pub kind: String,
    /// The problem in a few words.
    pub title: String,
    /// The HTTP status.
    #[schema(example = 422)]
    pub status: u16,
    /// What exactly was wrong.
    pub detail: String,
    /// A stable name to branch on.
    #[schema(example = "invalid_field")]
    pub code: String,
    /// The field of the request, where one is to blame.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// What to do next.
    pub next: String,
    /// The id of the request in the server's logs.
    pub request_id: String,
}

/// A row of the table.
pub struct Kind {
    /// The stable name.
    pub code: &'static str,
    /// The HTTP status.
    pub status: StatusCode,
    /// The problem in a few words.
    pub title: &'static str,
    /// What to do next.
    pub next: &'static str,
}

macro_rules! kinds {
    ($($name:ident = $code:literal $status:ident $title:literal $next:literal;)*) => {
        $(pub(crate) const $name: Kind =
            Kind { code: $code, status: StatusCode::$status, title: $title, next: $next };)*
        /// The whole table, for the docs.
        pub const KINDS: &[&Kind] = &[$(&$name),*];
    };
}

kinds! {
    UNAUTHENTICATED = "unauthenticated" UNAUTHORIZED "Nobody is signed in" "Sign in and try again.";
    WRONG_CREDENTIALS = "wrong_credentials" UNAUTHORIZED "E-mail or password are wrong" "Check both and try again.";
    FORBIDDEN = "forbidden" FORBIDDEN "Not allowed" "Ask an admin of the shop for the permission.";
    CSRF_TOKEN_INVALID = "csrf_token_invalid" FORBIDDEN "The request did not come from this session"
        "Send the csrf_token of GET /api/admin/v1/session as X-CSRF-Token, from the shop's own address.";
    INVALID_SETUP_SECRET = "invalid_setup_secret" FORBIDDEN "The first-run secret is wrong"
        "Use the secret that the server printed at its last start.";
    NOT_FOUND = "not_found" NOT_FOUND "Not found" "Check the address.";
    METHOD_NOT_ALLOWED = "method_not_allowed" METHOD_NOT_ALLOWED "The address takes other methods"
        "See /docs for the methods of this address.";
    TIMEOUT = "timeout" SERVICE_UNAVAILABLE "The answer took too long" "Try again, or ask for less.";
    ALREADY_SET_UP = "already_set_up" CONFLICT "The shop is set up already" "Sign in.";
    PAYLOAD_TOO_LARGE = "payload_too_large" PAYLOAD_TOO_LARGE "The request is too large" "Send less at once.";
    INVALID_BODY = "invalid_body" UNPROCESSABLE_ENTITY "The body can't be read"
        "Send JSON as /docs describes it, with Content-Type: application/json.";
    INVALID_MESSAGE = "invalid_message" BAD_REQUEST "The events can't be taken"
        "Send JSON as the Segment HTTP API describes it.";
    INVALID_WRITE_KEY = "invalid_write_key" UNAUTHORIZED "The write key is unknown"
        "Use a key of Settings, Sources in the console.";
    INVALID_FIELD = "invalid_field" UNPROCESSABLE_ENTITY "A field can't be taken" "Correct the field and try again.";
    IDEMPOTENCY_KEY_REUSED = "idempotency_key_reused" UNPROCESSABLE_ENTITY "The key belongs to another request"
        "Use a new Idempotency-Key for a new request.";
    TOO_MANY_ATTEMPTS = "too_many_attempts" TOO_MANY_REQUESTS "Too many tries" "Wait as long as Retry-After says.";
    BUSY = "busy" SERVICE_UNAVAILABLE "Too much to do" "Try again in a second.";
    UNAVAILABLE = "unavailable" SERVICE_UNAVAILABLE "The store is not available" "Try again in a moment.";
    INTERNAL = "internal" INTERNAL_SERVER_ERROR "Something went wrong here"
        "Try again; if it stays, tell the people who run the shop the request id.";
}

/// An error on its way to the client.
pub struct HttpError {
    pub(crate) kind: &'static Kind,
    pub(crate) detail: String,
    pub(crate) field: Option<String>,
    retry_after_seconds: Option<i64>,
}

impl HttpError {
    pub(crate) fn new(kind: &'static Kind, detail: impl ToString) -> Self {
        HttpError { kind, detail: detail.to_string(), field: None, retry_after_seconds: None }
    }

    pub(crate) fn field(field: impl ToString, reason: impl ToString) -> Self {
        HttpError { field: Some(field.to_string()), ..Self::new(&INVALID_FIELD, reason) }
    }
}

impl HttpError {
    /// The field that is to blame.
    pub(crate) fn blaming(self, field: impl ToString) -> Self {
        HttpError { field: Some(field.to_string()), ..self }
    }

    /// When to come back.
    pub(crate) fn retry_after(self, seconds: i64) -> Self {
        HttpError { retry_after_seconds: Some(seconds), ..self }
    }
}

impl From<FlowError> for HttpError {
    fn from(error: FlowError) -> Self {
        use FlowError as E;
        let kind = match &error {
            E::NotFound { .. } => &NOT_FOUND,
            E::Invalid { field, reason } => return HttpError::field(field, reason),
            E::Unauthenticated => &UNAUTHENTICATED,
            E::Forbidden { .. } => &FORBIDDEN,
            E::CsrfToken => &CSRF_TOKEN_INVALID,
            E::WrongCredentials => &WRONG_CREDENTIALS,
            E::TooManyAttempts { retry_after_seconds } => {
                let retry_after_seconds = Some(*retry_after_seconds);
                return HttpError { retry_after_seconds, ..HttpError::new(&TOO_MANY_ATTEMPTS, &error) };
            }
            E::SetupSecret => &INVALID_SETUP_SECRET,
            E::AlreadySetUp => &ALREADY_SET_UP,
            E::IdempotencyKeyReused => &IDEMPOTENCY_KEY_REUSED,
            other => {
                let kind = unavailable(other).unwrap_or(&INTERNAL);
                tracing::error!(%error, code = kind.code, "a request failed");
                let retry_after_seconds = (kind.code != INTERNAL.code).then_some(1);
                return HttpError { retry_after_seconds, ..HttpError::new(kind, kind.title) };
            }
        };
        HttpError::new(kind, error)
    }
}

/// Whether an error passes by itself.
fn unavailable(error: &FlowError) -> Option<&'static Kind> {
    if error.is_busy() {
        Some(&BUSY)
    } else if error.is_unavailable() {
        Some(&UNAVAILABLE)
    } else {
        None
    }
}

impl IntoResponse for HttpError {
    fn into_response(self) -> Response {
        let problem = Problem {
            kind: format!("/docs#{}", self.kind.code),
            title: self.kind.title.to_owned(),
            status: self.kind.status.as_u16(),
            detail: self.detail,
            code: self.kind.code.to_owned(),
            field: self.field,
            next: self.kind.next.to_owned(),
            request_id: crate::request_id::current(),
        };
        let mut response = (self.kind.status, Json(problem)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(PROBLEM_TYPE));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(seconds) = self.retry_after_seconds {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds.max(1)));
        }
        response
    }
}
