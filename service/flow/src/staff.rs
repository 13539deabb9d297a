//! Use cases of the people who work in the consoles: the first admin, sign-in, who may do what.

mod authenticate;
pub(crate) mod password;
mod permission;
mod set_up;
mod sign_in;
mod sign_out;

pub use authenticate::{Session, authenticate, is_first_run};
pub use permission::{Permission, Role};
pub use set_up::{SetUp, make_staff, offer_first_run, set_up};
pub use sign_in::{SESSION_SECONDS, SignIn, SignedIn, sign_in};
pub use sign_out::sign_out;
