//! The session of the console: first run, sign-in, sign-out.

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use mercat_flow::staff::{
    self, SetUp, SignIn, SignedIn, authenticate, is_first_run, sign_out as end_session,
};
use mercat_flow::{FlowError, setting};

use crate::error::{HttpError, Problem};
use crate::extract::{
    Address, Body, Caller, IdempotencyKey, SESSION_COOKIE, SignedInChange, Token, origin_is_own,
};
use crate::state::AppState;
use crate::wire::session::{SessionState, SetUpBody, SignInBody};

/// Who is signed in
///
/// Open to everybody: tells the console which screen to show first.
#[utoipa::path(get, path = "/session", tag = "session", security(()), responses((status = 200, body = SessionState)))]
pub(crate) async fn view(
    State(state): State<AppState>,
    Token(token): Token,
    Caller(call): Caller,
) -> Result<Json<SessionState>, HttpError> {
    let session = match &token {
        None => None,
        Some(token) => match authenticate(&state.shop, token, call.now).await {
            Err(FlowError::Unauthenticated) => None,
            found => Some(found?),
        },
    };
    Ok(Json(SessionState {
        first_run: is_first_run(&state.shop).await?,
        csrf_token: session.as_ref().map(|session| session.csrf_token.clone()),
        staff: session.as_ref().map(Into::into),
        shop: (&setting::view_settings(&state.shop).await?).into(),
    }))
}

/// Make the first admin
///
/// Needs the secret that the server printed at its first start, and works once. The answer sets the session's
/// cookie, so it is not kept for repetition: a repeated request gets `already_set_up`.
#[utoipa::path(post, path = "/setup", tag = "session", security(()), request_body = SetUpBody,
    params(("Idempotency-Key" = String, Header, description = "A unique key of this change")),
    responses((status = 201, body = SessionState), (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn set_up(
    State(state): State<AppState>,
    Caller(mut call): Caller,
    headers: HeaderMap,
    _: IdempotencyKey,
    Body { value, .. }: Body<SetUpBody>,
) -> Result<Response, HttpError> {
    require_own_origin(&headers, &state)?;
    let SetUpBody { secret, shop_name, name, email, password } = value;
    let request = SetUp { secret, shop_name, name, email, password };
    let signed_in = staff::set_up(&state.shop, request, &mut call).await?;
    answer(&state, StatusCode::CREATED, signed_in, call).await
}

/// Sign in
///
/// Tries are limited by e-mail and by address. The answer sets the session's cookie and is not kept for
/// repetition: a repeated request begins another session.
#[utoipa::path(post, path = "/session", tag = "session", security(()), request_body = SignInBody,
    params(("Idempotency-Key" = String, Header, description = "A unique key of this change")),
    responses((status = 200, body = SessionState), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem), (status = 429, body = Problem)))]
pub(crate) async fn sign_in(
    State(state): State<AppState>,
    Caller(mut call): Caller,
    Address(address): Address,
    headers: HeaderMap,
    _: IdempotencyKey,
    Body { value, .. }: Body<SignInBody>,
) -> Result<Response, HttpError> {
    require_own_origin(&headers, &state)?;
    let request = SignIn { email: value.email, password: value.password, address };
    let signed_in = staff::sign_in(&state.shop, request, &mut call).await?;
    answer(&state, StatusCode::OK, signed_in, call).await
}

/// Sign out
#[utoipa::path(delete, path = "/session", tag = "session", security(("staff_session" = [])),
    params(("X-CSRF-Token" = String, Header, description = "csrf_token of GET /session")),
    responses((status = 204), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(crate) async fn sign_out(
    State(state): State<AppState>,
    _: SignedInChange,
    Token(token): Token,
) -> Result<Response, HttpError> {
    if let Some(token) = token {
        end_session(&state.shop, &token).await?;
    }
    let expired = format!("{SESSION_COOKIE}=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Strict");
    Ok((StatusCode::NO_CONTENT, [(header::SET_COOKIE, expired)]).into_response())
}

/// A page of another site must not sign anybody in or set anything up.
fn require_own_origin(headers: &HeaderMap, state: &AppState) -> Result<(), HttpError> {
    if origin_is_own(headers, state.reach.public_url.as_deref()) {
        return Ok(());
    }
    Err(FlowError::CsrfToken.into())
}

/// The state of the fresh session, with its cookie.
async fn answer(
    state: &AppState,
    status: StatusCode,
    signed_in: SignedIn,
    call: mercat_flow::Call,
) -> Result<Response, HttpError> {
    let token = signed_in.token;
    let body = view(State(state.clone()), Token(Some(token.clone())), Caller(call)).await?;
    let cookie = format!(
        "{SESSION_COOKIE}={token}; Path=/; Max-Age={}; Secure; HttpOnly; SameSite=Strict",
        staff::SESSION_SECONDS
    );
    let mut response = (status, body).into_response();
    let cookie = HeaderValue::from_str(&cookie).map_err(|_| FlowError::Internal("a cookie".to_owned()))?;
    response.headers_mut().insert(header::SET_COOKIE, cookie);
    Ok(response)
}
