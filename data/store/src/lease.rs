//! Leases: who may do a job that only one server does at a time.

use mercat_model::Timestamp;

use crate::error::StoreError;
use crate::tx::Tx;

/// A lease that is held; `epoch` grows with each change of holder and fences out one that slept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lease {
    /// The number of this holding.
    pub epoch: i64,
}

/// Takes or renews a lease for `seconds`; none when somebody else holds it.
pub fn take(
    tx: &mut Tx<'_>,
    name: &str,
    holder: &str,
    now: Timestamp,
    seconds: i64,
) -> Result<Option<Lease>, StoreError> {
    let values = [name.into(), holder.into(), now.plus_seconds(seconds).into(), now.into()];
    tx.query_opt(
        "INSERT INTO lease (name, holder, epoch, expires_at) VALUES ($1, $2, 1, $3) \
         ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, expires_at = excluded.expires_at, \
           epoch = CASE WHEN lease.holder = excluded.holder THEN lease.epoch ELSE lease.epoch + 1 END \
         WHERE lease.holder = excluded.holder OR lease.expires_at <= $4 \
         RETURNING epoch",
        &values,
        |row| Ok(Lease { epoch: row.int(0)? }),
    )
}

/// Gives a lease back, if it is still held by `holder`.
pub fn release(tx: &mut Tx<'_>, name: &str, holder: &str) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE lease SET expires_at = 0 WHERE name = $1 AND holder = $2",
        &[name.into(), holder.into()],
    )?;
    Ok(())
}
