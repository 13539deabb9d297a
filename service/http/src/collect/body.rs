//! Reads the body of a request for events: its write key, gzip whatever the label says, and limits on all of it.
//!
//! Requests beyond what is worked on at once wait outside, unread, so that memory stays flat under any load.

use std::io::Read as _;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, StatusCode, header};
use base64::Engine as _;
use base64::prelude::{BASE64_STANDARD, BASE64_STANDARD_NO_PAD};
use mercat_flow::collect::{BATCH_BYTES_MAX, Rejected, collect};
use mercat_flow::source::{KeyOwner, authenticate_source};
use mercat_flow::{Call, Entropy};
use mercat_model::Source;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::error::{BUSY, HttpError, INVALID_MESSAGE, INVALID_WRITE_KEY, PAYLOAD_TOO_LARGE, TIMEOUT};
use crate::state::AppState;

/// Requests worked on at once: their bodies and events take some 300 MB at the very worst, 10 MB in ordinary times.
const WORKED_ON_MAX: usize = 128;

/// Requests that may wait for a place: a quarter of a second of work. The next ones are told to come back.
const WAITING_MAX: usize = 256;

/// How long a request may wait for a place.
const WAIT_MAX: Duration = Duration::from_secs(2);

/// How long a client may take to send its body.
const SENDING_MAX: Duration = Duration::from_secs(15);

/// The first bytes of gzip (RFC 1952, section 2.3.1).
const GZIP: [u8; 2] = [0x1f, 0x8b];

/// Bytes of a body as sent. A compressed one may not be larger than what it unpacks to may be.
const SENT_BYTES_MAX: usize = BATCH_BYTES_MAX;

/// Who may come in: a bounded number at once and a bounded number waiting.
#[derive(Clone)]
pub(crate) struct Gate {
    working: Arc<Semaphore>,
    waiting: Arc<Semaphore>,
}

impl Default for Gate {
    fn default() -> Self {
        Gate {
            working: Arc::new(Semaphore::new(WORKED_ON_MAX)),
            waiting: Arc::new(Semaphore::new(WAITING_MAX)),
        }
    }
}

impl Gate {
    async fn enter(&self) -> Result<OwnedSemaphorePermit, HttpError> {
        if let Ok(place) = self.working.clone().try_acquire_owned() {
            return Ok(place);
        }
        let busy = || HttpError::new(&BUSY, "more events come in than can be kept").retry_after(1);
        let _waiting = self.waiting.try_acquire().map_err(|_| busy())?;
        match tokio::time::timeout(WAIT_MAX, self.working.clone().acquire_owned()).await {
            Ok(Ok(place)) => Ok(place),
            Ok(Err(_)) | Err(_) => Err(busy()),
        }
    }
}

/// A request for events, read and unpacked.
pub(crate) struct Taken {
    pub(crate) state: AppState,
    pub(crate) bytes: Vec<u8>,
    /// The write key of the `Authorization` header or the address.
    pub(crate) key: Option<String>,
    pub(crate) user_agent: Option<String>,
    _place: OwnedSemaphorePermit,
}

impl FromRequest<AppState> for Taken {
    type Rejection = HttpError;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, HttpError> {
        let place = state.gate.enter().await?;
        let key = basic_user(request.headers()).or_else(|| key_of_query(request.uri().query()));
        let user_agent = header_text(request.headers(), header::USER_AGENT).map(str::to_owned);
        let coding = header_text(request.headers(), header::CONTENT_ENCODING);
        let says_gzip = coding.is_some_and(|coding| coding.contains("gzip"));
        let sent = tokio::time::timeout(SENDING_MAX, Bytes::from_request(request, state))
            .await
            .map_err(|_| HttpError::new(&TIMEOUT, "the body did not come in time"))?
            .map_err(|rejection| match rejection.status() {
                StatusCode::PAYLOAD_TOO_LARGE => too_large(),
                _ => HttpError::new(&INVALID_MESSAGE, rejection.body_text()),
            })?;
        if sent.len() > SENT_BYTES_MAX {
            return Err(too_large());
        }
        let bytes = if sent.starts_with(&GZIP) { unpack(&sent)? } else { sent.to_vec() };
        if says_gzip
            && !sent.starts_with(&GZIP)
            && !sent.first().is_some_and(|byte| b"{[ \n\r\t".contains(byte))
        {
            return Err(HttpError::new(&INVALID_MESSAGE, "the body says that it is gzip and is not"));
        }
        Ok(Taken { state: state.clone(), bytes, key, user_agent, _place: place })
    }
}

fn header_text(headers: &HeaderMap, name: header::HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok()
}

fn too_large() -> HttpError {
    let detail = format!("more than {BATCH_BYTES_MAX} bytes: send fewer events at once");
    HttpError::new(&PAYLOAD_TOO_LARGE, detail)
}

/// Unpacks gzip, never more than a batch may hold.
fn unpack(sent: &[u8]) -> Result<Vec<u8>, HttpError> {
    let mut bytes = Vec::with_capacity((sent.len() * 4).min(BATCH_BYTES_MAX));
    flate2::read::MultiGzDecoder::new(sent)
        .take(BATCH_BYTES_MAX as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| HttpError::new(&INVALID_MESSAGE, format!("the gzip can't be unpacked: {error}")))?;
    if bytes.len() > BATCH_BYTES_MAX { Err(too_large()) } else { Ok(bytes) }
}

/// The user of Basic authorisation (RFC 7617), which is where Segment's clients put the write key.
fn basic_user(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, encoded) = value.trim().split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let encoded = encoded.trim();
    let decoded = BASE64_STANDARD.decode(encoded).or_else(|_| BASE64_STANDARD_NO_PAD.decode(encoded)).ok()?;
    let text = String::from_utf8(decoded).ok()?;
    Some(text.split(':').next().unwrap_or_default().to_owned()).filter(|user| !user.is_empty())
}

fn key_of_query(query: Option<&str>) -> Option<String> {
    let mut pairs = form_urlencoded::parse(query?.as_bytes());
    let is_key = |name: &str| matches!(name, "writeKey" | "write_key");
    pairs.find(|(name, _)| is_key(name)).map(|(_, key)| key.into_owned())
}

impl Taken {
    /// The source of the write key in the header, else of the one in the body.
    pub(crate) async fn source(&self, in_body: Option<&str>) -> Result<Arc<Source>, HttpError> {
        let key = self.key.as_deref().or(in_body).unwrap_or_default();
        let now = (self.state.sources.now)();
        let (source_id, reason) = match authenticate_source(&self.state.shop, key, now).await? {
            KeyOwner::Source(source) => return Ok(source),
            KeyOwner::Revoked(source) => (Some(source), "the write key was revoked"),
            KeyOwner::Nobody if key.is_empty() => {
                (None, "no write key came: send it as the user of Basic authorisation or as writeKey")
            }
            KeyOwner::Nobody => (None, "the write key is unknown"),
        };
        let refused = Rejected { index: 0, field: Some("writeKey".to_owned()), reason: reason.to_owned() };
        self.state.shop.refusals.add(now, source_id, &[refused]);
        Err(HttpError::new(&INVALID_WRITE_KEY, reason))
    }

    /// Hands a batch over.
    pub(crate) async fn collect(
        &self,
        source: &Source,
        batch: mercat_flow::collect::Batch,
    ) -> Result<mercat_flow::collect::Receipt, HttpError> {
        let sources = self.state.sources;
        let mut call = Call { now: (sources.now)(), entropy: Entropy::new((sources.seed)()), locale: None };
        let receipt = collect(&self.state.shop, source, batch, &mut call).await?;
        let outcomes = [
            ("accepted", receipt.accepted),
            ("repeated", receipt.repeated),
            ("rejected", receipt.rejected.len()),
        ];
        for (outcome, events) in outcomes {
            metrics::counter!("events_collected_total", "outcome" => outcome).increment(events as u64);
        }
        Ok(receipt)
    }
}
