//! Authority: every route names the permission it needs, and changes prove that they come from the session.

use std::marker::PhantomData;

use axum::extract::FromRequestParts;
use axum::http::{HeaderMap, header, request::Parts};
use mercat_flow::FlowError;
use mercat_flow::staff::{Permission, Session, authenticate};

use crate::error::HttpError;
use crate::extract::origin_is_own;
use crate::state::AppState;

/// The cookie of a staff session. `__Host-` binds it to this host, path `/` and a secure connection.
pub(crate) const SESSION_COOKIE: &str = "__Host-mercat_staff";

/// A permission as a type, so that a handler's signature says what it needs.
pub(crate) trait Policy {
    const PERMISSION: Permission;
}

macro_rules! policies {
    ($($name:ident)*) => {$(
        pub(crate) enum $name {}
        impl Policy for $name {
            const PERMISSION: Permission = Permission::$name;
        }
    )*};
}

policies! { ReportsRead ProductsRead OrdersRead MembersRead MembersWrite MembersErase ModelsRead SettingsRead SettingsWrite }

/// The token of the session cookie, if one was sent.
pub(crate) struct Token(pub(crate) Option<String>);

impl FromRequestParts<AppState> for Token {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &AppState) -> Result<Self, Self::Rejection> {
        Ok(Token(cookie(&parts.headers, SESSION_COOKIE)))
    }
}

/// The value of a cookie.
pub(crate) fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let all = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    all.flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(found, _)| *found == name)
        .map(|(_, value)| value.to_owned())
}

/// A signed-in person, whatever their role.
pub(crate) struct Staff(pub(crate) Session);

impl FromRequestParts<AppState> for Staff {
    type Rejection = HttpError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, HttpError> {
        let token = cookie(&parts.headers, SESSION_COOKIE).ok_or(FlowError::Unauthenticated)?;
        Ok(Staff(authenticate(&state.shop, &token, (state.sources.now)()).await?))
    }
}

/// A signed-in person who may read what the policy names.
pub(crate) struct Allow<P>(PhantomData<P>);

impl<P: Policy> FromRequestParts<AppState> for Allow<P> {
    type Rejection = HttpError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, HttpError> {
        let Staff(session) = Staff::from_request_parts(parts, state).await?;
        session.require(P::PERMISSION)?;
        Ok(Allow(PhantomData))
    }
}

/// A signed-in person whose request carries the CSRF token of their session.
pub(crate) struct SignedInChange(pub(crate) Session);

impl FromRequestParts<AppState> for SignedInChange {
    type Rejection = HttpError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, HttpError> {
        let Staff(session) = Staff::from_request_parts(parts, state).await?;
        let sent = parts.headers.get("x-csrf-token").map(|value| value.as_bytes());
        let hashes = |bytes: &[u8]| *blake3::hash(bytes).as_bytes();
        let fits = sent.is_some_and(|sent| hashes(sent) == hashes(session.csrf_token.as_bytes()));
        if !fits || !origin_is_own(&parts.headers, state.reach.public_url.as_deref()) {
            return Err(FlowError::CsrfToken.into());
        }
        Ok(SignedInChange(session))
    }
}

/// A signed-in person who may change what the policy names.
pub(crate) struct Change<P> {
    pub(crate) session: Session,
    policy: PhantomData<P>,
}

impl<P: Policy> FromRequestParts<AppState> for Change<P> {
    type Rejection = HttpError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, HttpError> {
        let SignedInChange(session) = SignedInChange::from_request_parts(parts, state).await?;
        session.require(P::PERMISSION)?;
        Ok(Change { session, policy: PhantomData })
    }
}
