//! Requests that must count once: the same key and request get the first answer again.

use mercat_model::Timestamp;
use mercat_store::idempotency::{self, ANSWER_MAX, KeptAnswer};
use mercat_store::{StoreError, Tx};

use crate::error::FlowError;
use crate::shop::Shop;

/// Longest key.
pub const KEY_LENGTH_MAX: usize = 255;

/// How a mutating request is told apart from its own repetition.
pub struct Once<R> {
    /// Whose key and which operation: keys of two people never meet.
    pub scope: String,
    /// The client's key.
    pub key: String,
    /// The BLAKE3 hash of the request's target and body.
    pub request_hash: [u8; 32],
    /// Turns the result into the answer that is kept: status and JSON.
    pub render: fn(&R) -> (u16, String),
}

/// What a request that counts once is answered with: the first time's status and JSON, or the same kept ones.
pub type OnceAnswer = (u16, String);

/// Runs a command at most once a key, in one transaction with keeping its answer.
pub(crate) async fn once<R, F>(
    shop: &Shop,
    name: &'static str,
    once: Once<R>,
    now: Timestamp,
    command: F,
) -> Result<OnceAnswer, FlowError>
where
    R: 'static,
    F: Fn(&mut Tx<'_>) -> Result<R, FlowError> + Send + 'static,
{
    let Once { scope, key, request_hash, render } = once;
    shop.store
        .write(name, move |tx| {
            if let Some(kept) = idempotency::find(tx, &scope, &key)? {
                if kept.request_hash != request_hash {
                    return Err(FlowError::IdempotencyKeyReused);
                }
                return Ok((kept.status, kept.answer));
            }
            let (status, answer) = render(&command(tx)?);
            if answer.len() > ANSWER_MAX {
                let reason = format!("an answer of {} bytes can't be kept", answer.len());
                return Err(FlowError::Store(StoreError::Corrupt(reason)));
            }
            let kept = KeptAnswer { request_hash, status, answer };
            idempotency::keep(tx, &scope, &key, &kept, now)?;
            Ok((kept.status, kept.answer))
        })
        .await
}
