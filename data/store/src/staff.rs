//! Staff of the consoles and their signed-in sessions. Passwords and tokens are kept only as hashes.

use mercat_model::{SessionId, StaffId, Timestamp};

use crate::error::StoreError;
use crate::tx::Tx;
use crate::value::{Row, Value, id};

/// A person of the staff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffRow {
    /// Their id.
    pub id: StaffId,
    /// Their e-mail in lower case, which signs them in.
    pub email: String,
    /// Their name.
    pub name: String,
    /// Their role.
    pub role: String,
    /// The argon2id hash of their password, in PHC form.
    pub password_hash: String,
    /// When they joined.
    pub created_at: Timestamp,
}

/// A session with the person it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRow {
    /// Its id, for logs and lists.
    pub id: SessionId,
    /// What a form or script must send back with a change.
    pub csrf_token: String,
    /// When it ends.
    pub expires_at: Timestamp,
    /// Whose it is.
    pub staff: StaffRow,
}

const COLUMNS: &str = "s.id, s.email, s.name, s.role, s.password_hash, s.created_at";

fn read(row: &Row<'_>, first: usize) -> Result<StaffRow, StoreError> {
    Ok(StaffRow {
        id: row.id(first)?,
        email: row.text(first + 1)?,
        name: row.text(first + 2)?,
        role: row.text(first + 3)?,
        password_hash: row.text(first + 4)?,
        created_at: row.time(first + 5)?,
    })
}

/// Adds a person; an e-mail already there violates `staff.email`.
pub fn insert(tx: &mut Tx<'_>, staff: &StaffRow) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO staff (id, email, name, role, password_hash, created_at) VALUES ($1, $2, $3, $4, $5, $6)",
        &[
            id(staff.id),
            staff.email.as_str().into(),
            staff.name.as_str().into(),
            staff.role.as_str().into(),
            staff.password_hash.as_str().into(),
            staff.created_at.into(),
        ],
    )?;
    Ok(())
}

/// How many people there are.
pub fn count(tx: &mut Tx<'_>) -> Result<i64, StoreError> {
    tx.query_one("SELECT COUNT(*) FROM staff", &[], |row| row.int(0))
}

/// The person with an e-mail.
pub fn by_email(tx: &mut Tx<'_>, email: &str) -> Result<Option<StaffRow>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM staff s WHERE s.email = $1");
    tx.query_opt(&sql, &[email.into()], |row| read(row, 0))
}

/// What a new session is kept as.
#[derive(Debug, Clone)]
pub struct NewSession {
    /// The hash of the cookie's token.
    pub token_hash: [u8; 32],
    /// Its id.
    pub id: SessionId,
    /// Whose it is.
    pub staff_id: StaffId,
    /// What a change must send back.
    pub csrf_token: String,
    /// When it began.
    pub created_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
}

/// Adds a session and forgets those that have ended.
pub fn insert_session(tx: &mut Tx<'_>, session: &NewSession) -> Result<(), StoreError> {
    tx.execute("DELETE FROM staff_session WHERE expires_at <= $1", &[session.created_at.into()])?;
    tx.execute(
        "INSERT INTO staff_session (token_hash, id, staff_id, csrf_token, created_at, expires_at) \
         VALUES ($1, $2, $3, $4, $5, $6)",
        &[
            Value::Bytes(session.token_hash.to_vec()),
            id(session.id),
            id(session.staff_id),
            session.csrf_token.as_str().into(),
            session.created_at.into(),
            session.expires_at.into(),
        ],
    )?;
    Ok(())
}

/// The session of a token that has not ended.
pub fn session(
    tx: &mut Tx<'_>,
    token_hash: &[u8; 32],
    now: Timestamp,
) -> Result<Option<SessionRow>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS}, t.id, t.csrf_token, t.expires_at FROM staff_session t \
         JOIN staff s ON s.id = t.staff_id WHERE t.token_hash = $1 AND t.expires_at > $2"
    );
    tx.query_opt(&sql, &[Value::Bytes(token_hash.to_vec()), now.into()], |row| {
        Ok(SessionRow {
            staff: read(row, 0)?,
            id: row.id(6)?,
            csrf_token: row.text(7)?,
            expires_at: row.time(8)?,
        })
    })
}

/// Ends the session of a token.
pub fn remove_session(tx: &mut Tx<'_>, token_hash: &[u8; 32]) -> Result<(), StoreError> {
    tx.execute("DELETE FROM staff_session WHERE token_hash = $1", &[Value::Bytes(token_hash.to_vec())])?;
    Ok(())
}
