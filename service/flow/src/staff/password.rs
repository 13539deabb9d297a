//! Passwords: argon2id with the parameters of OWASP (19 MiB, two passes), on threads that may block.

use std::sync::LazyLock;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use argon2::{Algorithm, Argon2, Params, Version};

use crate::error::FlowError;
use crate::shop::Shop;

/// Shortest password.
pub const PASSWORD_LENGTH_MIN: usize = 8;

/// Longest password; longer ones only cost time to hash.
pub const PASSWORD_LENGTH_MAX: usize = 128;

/// The hash that a sign-in with an unknown e-mail is checked against, so that it takes as long.
static NOBODY: LazyLock<String> =
    LazyLock::new(|| hash_now("nobody has this password", [0x6d; 16]).unwrap_or_else(|_| String::new()));

fn argon2() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::default())
}

pub(crate) fn hash_now(password: &str, salt: [u8; 16]) -> Result<String, FlowError> {
    let hash: PasswordHash = argon2()
        .hash_password_with_salt(password.as_bytes(), &salt)
        .map_err(|error| FlowError::Internal(format!("a password can't be hashed: {error}")))?;
    Ok(hash.to_string())
}

fn verify_now(password: &str, hash: &str) -> bool {
    PasswordHash::new(hash).is_ok_and(|hash| argon2().verify_password(password.as_bytes(), &hash).is_ok())
}

/// Refuses a password that is too short or too long, in characters.
pub(crate) fn check(password: &str) -> Result<(), FlowError> {
    let length = password.chars().count();
    if (PASSWORD_LENGTH_MIN..=PASSWORD_LENGTH_MAX).contains(&length) {
        return Ok(());
    }
    let reason = format!("{PASSWORD_LENGTH_MIN} to {PASSWORD_LENGTH_MAX} characters, this one has {length}");
    Err(FlowError::invalid("password", reason))
}

/// The hash of a password.
pub(crate) async fn hash(shop: &Shop, password: String, salt: [u8; 16]) -> Result<String, FlowError> {
    blocking(shop, move || hash_now(&password, salt)).await?
}

/// Whether a password has this hash; without one it takes as long and is false.
pub(crate) async fn verify(shop: &Shop, password: String, hash: Option<String>) -> Result<bool, FlowError> {
    let known = hash.is_some();
    let hash = hash.unwrap_or_else(|| NOBODY.clone());
    Ok(blocking(shop, move || verify_now(&password, &hash)).await? && known)
}

/// Runs work that keeps a core busy; a few at a time, so that sign-ins can't starve the shop.
async fn blocking<T: Send + 'static>(
    shop: &Shop,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, FlowError> {
    let closed = |_| FlowError::Internal("password hashing is closed".to_owned());
    let _turn = shop.password_hashes.acquire().await.map_err(closed)?;
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|error| FlowError::Internal(format!("password hashing stopped: {error}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_fits_only_its_own_hash() {
        let hash = hash_now("correct horse", [1; 16]).unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(verify_now("correct horse", &hash));
        assert!(!verify_now("correct horsf", &hash));
        assert!(!verify_now("correct horse", "nonsense"));
    }
}
