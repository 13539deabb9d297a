//! The first start: a one-time secret on the console makes the first admin. There is no default account.

use mercat_model::{SessionId, StaffId};
use mercat_store::staff::{NewSession, StaffRow};
use mercat_store::{StoreError, setting, staff};
use subtle::ConstantTimeEq as _;

use crate::call::Call;
use crate::error::FlowError;
use crate::setting::load;
use crate::shop::Shop;
use crate::staff::sign_in::{SignedIn, check_email, new_session};
use crate::staff::{Role, password};

/// The key that the secret's hash is kept under until the first admin is made.
const KEY: &str = "first_run_secret";

/// Longest name of a person or a shop, in characters.
pub const NAME_LENGTH_MAX: usize = 100;

/// What the first admin fills in.
#[derive(Debug, Clone)]
pub struct SetUp {
    /// The secret that the server printed.
    pub secret: String,
    /// The shop's name.
    pub shop_name: String,
    /// Their name.
    pub name: String,
    /// Their e-mail.
    pub email: String,
    /// Their password.
    pub password: String,
}

/// Makes a new secret when the shop has no staff yet; the caller prints it, only its hash is kept.
pub async fn offer_first_run(shop: &Shop, call: &mut Call) -> Result<Option<String>, FlowError> {
    let secret = call.entropy.secret();
    let hash = blake3::hash(secret.as_bytes()).to_hex().to_string();
    shop.store
        .write("staff.offer_first_run", move |tx| {
            if staff::count(tx)? > 0 {
                return Ok(None);
            }
            setting::put(tx, KEY, &hash)?;
            Ok(Some(secret.clone()))
        })
        .await
}

/// Makes the first admin and signs them in; works once.
pub async fn set_up(shop: &Shop, request: SetUp, call: &mut Call) -> Result<SignedIn, FlowError> {
    let email = check_email(&request.email)?;
    let name = check_name("name", &request.name)?;
    let shop_name = check_name("shop_name", &request.shop_name)?;
    password::check(&request.password)?;
    let secret_hash = blake3::hash(request.secret.trim().as_bytes()).to_hex().to_string();
    let check = move |tx: &mut mercat_store::Tx<'_>| {
        if staff::count(tx)? > 0 {
            return Err(FlowError::AlreadySetUp);
        }
        let kept: Option<String> = setting::get(tx, KEY)?;
        let fits = kept.is_some_and(|kept| bool::from(kept.as_bytes().ct_eq(secret_hash.as_bytes())));
        if fits { Ok(()) } else { Err(FlowError::SetupSecret) }
    };
    // Checked before the costly hash, and again with the change.
    shop.store.read("staff.check_first_run", check.clone()).await?;
    let password_hash = password::hash(shop, request.password, call.entropy.bytes()).await?;
    let person = StaffRow {
        id: StaffId::from_parts(call.now.id_ms(), call.entropy.bytes()),
        email,
        name,
        role: Role::Admin.as_str().to_owned(),
        password_hash,
        created_at: call.now,
    };
    let (token, session): (String, NewSession) = new_session(person.id, call);
    let session_id: SessionId = session.id;
    let staff_id = person.id;
    shop.store
        .write("staff.set_up", move |tx| {
            check(tx)?;
            staff::insert(tx, &person)?;
            staff::insert_session(tx, &session)?;
            setting::remove(tx, KEY)?;
            let settings = load::settings(tx)?;
            load::keep(tx, &load::ShopSettings { name: shop_name.clone(), ..settings })?;
            Ok::<_, FlowError>(())
        })
        .await?;
    tracing::info!(staff = %staff_id, session = %session_id, "the first admin was made");
    Ok(SignedIn { token })
}

fn check_name(field: &'static str, name: &str) -> Result<String, FlowError> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > NAME_LENGTH_MAX || name.chars().any(char::is_control) {
        return Err(FlowError::invalid(field, format!("1 to {NAME_LENGTH_MAX} printable characters")));
    }
    Ok(name.to_owned())
}

/// Makes a person without a secret unless their e-mail is known; whether they were made. For the demo shop and for recovery on the server's own command line.
pub fn make_staff(
    shop: &Shop,
    email: &str,
    name: &str,
    role: Role,
    plain_password: &str,
    call: &mut Call,
) -> Result<bool, FlowError> {
    let email = check_email(email)?;
    password::check(plain_password)?;
    let asked = email.clone();
    let known = shop.store.read_blocking("staff.by_email", move |tx| {
        Ok::<_, StoreError>(staff::by_email(tx, &asked)?.is_some())
    })?;
    // The costly hash is spared when there is nothing to make.
    if known {
        return Ok(false);
    }
    let person = StaffRow {
        id: StaffId::from_parts(call.now.id_ms(), call.entropy.bytes()),
        email,
        name: check_name("name", name)?,
        role: role.as_str().to_owned(),
        password_hash: password::hash_now(plain_password, call.entropy.bytes())?,
        created_at: call.now,
    };
    shop.store
        .write_blocking("staff.make", move |tx| {
            if staff::by_email(tx, &person.email)?.is_some() {
                return Ok(false);
            }
            staff::insert(tx, &person)?;
            Ok::<_, StoreError>(true)
        })
        .map_err(FlowError::from)
}
