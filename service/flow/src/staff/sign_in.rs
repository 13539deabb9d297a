//! Signs a person in: bounded tries by e-mail and by address, equal time for known and unknown e-mails.

use mercat_cache::Quota;
use mercat_model::{SessionId, StaffId};
use mercat_store::staff;
use mercat_store::staff::NewSession;

use crate::call::Call;
use crate::error::FlowError;
use crate::shop::Shop;
use crate::staff::password;

/// How long a session lasts: a working day and the evening.
pub const SESSION_SECONDS: i64 = 14 * 3_600;

/// Tries for one e-mail: a forgetful person needs a few, a guesser millions.
const BY_EMAIL: Quota = Quota { tries: 10, window_seconds: 15 * 60 };

/// Tries from one address: an office may share one.
const BY_ADDRESS: Quota = Quota { tries: 60, window_seconds: 15 * 60 };

/// Longest e-mail (RFC 5321 §4.5.3.1.3).
const EMAIL_LENGTH_MAX: usize = 254;

/// What a person fills in.
#[derive(Debug, Clone)]
pub struct SignIn {
    /// Their e-mail.
    pub email: String,
    /// Their password.
    pub password: String,
    /// The address they come from.
    pub address: String,
}

/// A fresh session.
#[derive(Clone)]
pub struct SignedIn {
    /// The token for the cookie; only its hash is kept.
    pub token: String,
}

/// Signs in.
pub async fn sign_in(shop: &Shop, request: SignIn, call: &mut Call) -> Result<SignedIn, FlowError> {
    let email = check_email(&request.email).map_err(|_| FlowError::WrongCredentials)?;
    let (by_email, by_address) = (format!("sign_in/{email}"), format!("sign_in@{}", request.address));
    for (key, quota) in [(&by_email, BY_EMAIL), (&by_address, BY_ADDRESS)] {
        shop.counters
            .hit(key, quota, call.now)
            .map_err(|retry_after_seconds| FlowError::TooManyAttempts { retry_after_seconds })?;
    }
    let person =
        shop.store.read("staff.by_email", move |tx| Ok::<_, FlowError>(staff::by_email(tx, &email)?)).await?;
    // A longer password than any account has is not worth hashing, but costs the same time.
    let plain: String = request.password.chars().take(password::PASSWORD_LENGTH_MAX + 1).collect();
    let hash = person.as_ref().map(|person| person.password_hash.clone());
    let fits = password::verify(shop, plain, hash).await?;
    let Some(person) = person.filter(|_| fits) else {
        tracing::info!(address = %request.address, "a sign-in was refused");
        return Err(FlowError::WrongCredentials);
    };
    shop.counters.clear(&by_email);
    let (token, session) = new_session(person.id, call);
    tracing::info!(staff = %person.id, session = %session.id, "signed in");
    shop.store
        .write("staff.sign_in", move |tx| Ok::<_, FlowError>(staff::insert_session(tx, &session)?))
        .await?;
    Ok(SignedIn { token })
}

/// A session and the token of its cookie.
pub(crate) fn new_session(staff_id: StaffId, call: &mut Call) -> (String, NewSession) {
    let token = call.entropy.secret();
    let session = NewSession {
        token_hash: token_hash(&token),
        id: SessionId::from_parts(call.now.id_ms(), call.entropy.bytes()),
        staff_id,
        csrf_token: call.entropy.secret(),
        created_at: call.now,
        expires_at: call.now.plus_seconds(SESSION_SECONDS),
    };
    (token, session)
}

pub(crate) fn token_hash(token: &str) -> [u8; 32] {
    *blake3::hash(token.as_bytes()).as_bytes()
}

/// The e-mail in lower case; refuses what can't be one.
pub(crate) fn check_email(email: &str) -> Result<String, FlowError> {
    let email = email.trim().to_lowercase();
    let whole = email.len() <= EMAIL_LENGTH_MAX
        && email.split_once('@').is_some_and(|(local, domain)| {
            !local.is_empty() && domain.len() >= 3 && domain.contains('.') && !domain.contains('@')
        })
        && !email.chars().any(|c| c.is_whitespace() || c.is_control());
    if whole { Ok(email) } else { Err(FlowError::invalid("email", "an address like `name@example.com`")) }
}
