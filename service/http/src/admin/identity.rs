//! Who is who: what was said, undoing what was said wrongly, and people who wish to be forgotten.

use axum::Json;
use axum::extract::{Path, State};
use axum::response::Response;
use mercat_flow::identity::{
    Erasure as FlowErasure, Merge as FlowMerge, MergeFilter, MergeOutcome, list_erasures, list_merges,
    request_erasure, undo_merge, view_erasure, view_identity,
};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use crate::admin::{parsed, path_id};
use crate::answer::{once_json, to_json};
use crate::error::{HttpError, Problem};
use crate::extract::{
    Allow, Caller, Change, IdempotencyKey, MembersErase, MembersRead, MembersWrite, PageParams, Params,
    page_of,
};
use crate::state::AppState;
use crate::wire::ListBody;
use crate::wire::identity::{Erasure, MemberIdentity, Merge};

/// What became of statements.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum OutcomeParam {
    Merged,
    Conflict,
    Cycle,
    Undone,
}

/// Which statements.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct MergeParams {
    /// The id of a member.
    member: Option<String>,
    #[param(inline)]
    outcome: Option<OutcomeParam>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// 1 to 200, by default 50.
    limit: Option<i64>,
}

/// List what was said of who is who
#[utoipa::path(get, path = "/identity/merges", tag = "members", params(MergeParams),
    security(("staff_session" = ["members:read"])),
    responses((status = 200, body = ListBody<Merge>), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn merges(
    State(state): State<AppState>,
    _: Allow<MembersRead>,
    Params(params): Params<MergeParams>,
) -> Result<Json<ListBody<Merge>>, HttpError> {
    let outcome = params.outcome.map(|outcome| match outcome {
        OutcomeParam::Merged => MergeOutcome::Merged,
        OutcomeParam::Conflict => MergeOutcome::Conflict,
        OutcomeParam::Cycle => MergeOutcome::Cycle,
        OutcomeParam::Undone => MergeOutcome::Undone,
    });
    let filter = MergeFilter { member_id: parsed("member", params.member.as_deref())?, outcome };
    let page = page_of(params.cursor.as_deref(), params.limit)?;
    Ok(Json(ListBody::of(list_merges(&state.shop, filter, page).await?, |merge| (&merge).into())))
}

/// Undo a merge
///
/// Both are themselves again from the next report on; saying it once more changes nothing.
#[utoipa::path(post, path = "/identity/merges/{id}/undo", tag = "members",
    params(("id" = String, Path), ("Idempotency-Key" = String, Header, description = "A unique key of this change"),
        ("X-CSRF-Token" = String, Header, description = "csrf_token of GET /session")),
    security(("staff_session" = ["members:write"])),
    responses((status = 200, body = Merge), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn undo(
    State(state): State<AppState>,
    change: Change<MembersWrite>,
    key: IdempotencyKey,
    Caller(call): Caller,
    Path(id): Path<String>,
) -> Result<Response, HttpError> {
    let once = key.once(&change.session, &[], |merge: &FlowMerge| (200, to_json(&Merge::from(merge))));
    Ok(once_json(undo_merge(&state.shop, path_id("merge", &id)?, once, call.now).await?))
}

/// The ids that a member is known by
#[utoipa::path(get, path = "/members/{id}/identity", tag = "members", params(("id" = String, Path)),
    security(("staff_session" = ["members:read"])),
    responses((status = 200, body = MemberIdentity), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem)))]
pub(crate) async fn identity(
    State(state): State<AppState>,
    _: Allow<MembersRead>,
    Path(id): Path<String>,
) -> Result<Json<MemberIdentity>, HttpError> {
    Ok(Json(view_identity(&state.shop, path_id("member", &id)?).await?.into()))
}

/// Forget a member for good
///
/// The profile goes at once, events of log and lake within minutes; orders stay for the books and name nobody.
#[utoipa::path(post, path = "/members/{id}/erasure", tag = "members",
    params(("id" = String, Path), ("Idempotency-Key" = String, Header, description = "A unique key of this change"),
        ("X-CSRF-Token" = String, Header, description = "csrf_token of GET /session")),
    security(("staff_session" = ["members:erase"])),
    responses((status = 202, body = Erasure), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn erase(
    State(state): State<AppState>,
    change: Change<MembersErase>,
    key: IdempotencyKey,
    Caller(mut call): Caller,
    Path(id): Path<String>,
) -> Result<Response, HttpError> {
    // The kept answer names nobody: it outlives the person.
    let once = key.once(&change.session, &[], |wish: &FlowErasure| {
        (202, to_json(&Erasure { member_id: None, ..Erasure::from(wish) }))
    });
    Ok(once_json(request_erasure(&state.shop, path_id("member", &id)?, once, &mut call).await?))
}

/// List erasures
#[utoipa::path(get, path = "/erasures", tag = "members", params(PageParams),
    security(("staff_session" = ["members:read"])),
    responses((status = 200, body = ListBody<Erasure>), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn erasures(
    State(state): State<AppState>,
    _: Allow<MembersRead>,
    Params(params): Params<PageParams>,
) -> Result<Json<ListBody<Erasure>>, HttpError> {
    let page = page_of(params.cursor.as_deref(), params.limit)?;
    Ok(Json(ListBody::of(list_erasures(&state.shop, page).await?, |wish| (&wish).into())))
}

/// View an erasure
#[utoipa::path(get, path = "/erasures/{id}", tag = "members", params(("id" = String, Path)),
    security(("staff_session" = ["members:read"])),
    responses((status = 200, body = Erasure), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem)))]
pub(crate) async fn erasure(
    State(state): State<AppState>,
    _: Allow<MembersRead>,
    Path(id): Path<String>,
) -> Result<Json<Erasure>, HttpError> {
    Ok(Json((&view_erasure(&state.shop, path_id("erasure", &id)?).await?).into()))
}
