//! First answers of mutating requests: the same key and body get the first answer again.

use mercat_model::Timestamp;

use crate::error::StoreError;
use crate::tx::Tx;
use crate::value::Value;

/// How long an answer is kept: a week, as long as any client may retry.
pub const KEPT_SECONDS: i64 = 7 * 86_400;

/// Longest answer that is kept, in bytes.
pub const ANSWER_MAX: usize = 64 * 1024;

/// Rows that one write clears away: the table stays bounded without a long transaction.
const CLEARED_MAX: i64 = 20;

/// A kept answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptAnswer {
    /// The hash of the request that it answered.
    pub request_hash: [u8; 32],
    /// The HTTP status.
    pub status: u16,
    /// The body.
    pub answer: String,
}

/// The first answer to a key, if one is kept.
pub fn find(tx: &mut Tx<'_>, scope: &str, key: &str) -> Result<Option<KeptAnswer>, StoreError> {
    let sql = "SELECT request_hash, status, answer FROM idempotency_key WHERE scope = $1 AND key = $2";
    tx.query_opt(sql, &[scope.into(), key.into()], |row| {
        let hash = <[u8; 32]>::try_from(row.bytes(0)?)
            .map_err(|_| StoreError::Corrupt("a request hash has not 32 bytes".to_owned()))?;
        Ok(KeptAnswer { request_hash: hash, status: row.int(1)? as u16, answer: row.text(2)? })
    })
}

/// Keeps an answer, and clears some that are older than [`KEPT_SECONDS`].
pub fn keep(
    tx: &mut Tx<'_>,
    scope: &str,
    key: &str,
    answer: &KeptAnswer,
    now: Timestamp,
) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO idempotency_key (scope, key, request_hash, status, answer, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6)",
        &[
            scope.into(),
            key.into(),
            Value::Bytes(answer.request_hash.to_vec()),
            i64::from(answer.status).into(),
            answer.answer.as_str().into(),
            now.into(),
        ],
    )?;
    tx.execute(
        "DELETE FROM idempotency_key WHERE (scope, key) IN (SELECT scope, key FROM idempotency_key \
         WHERE created_at < $1 ORDER BY created_at LIMIT $2)",
        &[now.plus_seconds(-KEPT_SECONDS).into(), CLEARED_MAX.into()],
    )?;
    Ok(())
}
