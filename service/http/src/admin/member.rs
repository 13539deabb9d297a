//! Members for staff.

use axum::Json;
use axum::extract::{Path, State};
use axum::response::Response;
use mercat_flow::member::{
    MemberProfile, MemberQuery, MemberSort, change_member, list_members, member_timeline, view_member,
};
use mercat_flow::recommend::{RecommendQuery, Slot, Visitor, recommend};
use mercat_model::{CivilDate, Month};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use crate::admin::{parsed, path_id};
use crate::answer::{once_json, to_json};
use crate::error::{HttpError, Problem};
use crate::extract::{
    Allow, Body, Caller, Change, IdempotencyKey, MembersRead, MembersWrite, PageParams, Params, page_of,
    search_words,
};
use crate::language::locale_of;
use crate::state::AppState;
use crate::wire::ListBody;
use crate::wire::member::{MemberChange, MemberDetail, MemberItem, TimelineEntry};
use crate::wire::recommend::Recommendations;

/// Recommendations of one answer.
const RECOMMENDATIONS_MAX: usize = 100;

/// What a list of members is ordered by.
#[derive(Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum SortParam {
    /// Latest first.
    #[default]
    Newest,
    /// By name.
    Name,
    /// Largest sum of orders first.
    Revenue,
    /// Most orders first.
    Orders,
    /// Latest order first.
    LastOrder,
}

impl From<SortParam> for MemberSort {
    fn from(sort: SortParam) -> Self {
        match sort {
            SortParam::Newest => MemberSort::Newest,
            SortParam::Name => MemberSort::Name,
            SortParam::Revenue => MemberSort::Revenue,
            SortParam::Orders => MemberSort::Orders,
            SortParam::LastOrder => MemberSort::LastOrder,
        }
    }
}

/// Which members.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ListParams {
    /// Words that stand in name, number or e-mail.
    #[param(max_length = 100)]
    #[serde(default, deserialize_with = "search_words")]
    search: Option<String>,
    country: Option<String>,
    /// Ordered from this day on, in the shop's time zone.
    #[param(value_type = Option<String>, format = Date)]
    ordered_from: Option<CivilDate>,
    /// Ordered up to this day, included.
    #[param(value_type = Option<String>, format = Date)]
    ordered_to: Option<CivilDate>,
    /// At least so many orders between these days (or ever).
    #[param(minimum = 1)]
    orders_min: Option<i64>,
    /// The month of their first order.
    #[param(value_type = Option<String>, example = "2010-12")]
    cohort: Option<Month>,
    /// A month in which they ordered.
    #[param(value_type = Option<String>, example = "2011-01")]
    active_in: Option<Month>,
    /// ISO 4217: the currency that orders are counted in; by default the shop's own.
    currency: Option<String>,
    #[param(inline)]
    sort: Option<SortParam>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// 1 to 200, by default 50.
    limit: Option<i64>,
}

/// List members
#[utoipa::path(get, path = "/members", tag = "members", params(ListParams),
    security(("staff_session" = ["members:read"])),
    responses((status = 200, body = ListBody<MemberItem>), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn list(
    State(state): State<AppState>,
    _: Allow<MembersRead>,
    Params(params): Params<ListParams>,
) -> Result<Json<ListBody<MemberItem>>, HttpError> {
    if let Some(orders_min) = params.orders_min.filter(|orders_min| *orders_min < 1) {
        return Err(HttpError::field("orders_min", format!("`{orders_min}` is not 1 or more")));
    }
    let query = MemberQuery {
        search: params.search,
        country: params.country,
        ordered_from: params.ordered_from,
        ordered_to: params.ordered_to,
        orders_min: params.orders_min,
        cohort: params.cohort,
        active_in: params.active_in,
        currency: parsed("currency", params.currency.as_deref())?,
        sort: params.sort.unwrap_or_default().into(),
    };
    let page = page_of(params.cursor.as_deref(), params.limit)?;
    Ok(Json(ListBody::of(list_members(&state.shop, query, page).await?, |row| (&row).into())))
}

/// The currency of a profile's sums.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ViewParams {
    /// ISO 4217; by default the shop's own.
    currency: Option<String>,
}

/// View a member
#[utoipa::path(get, path = "/members/{id}", tag = "members", params(("id" = String, Path), ViewParams),
    security(("staff_session" = ["members:read"])),
    responses((status = 200, body = MemberDetail), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn view(
    State(state): State<AppState>,
    _: Allow<MembersRead>,
    Path(id): Path<String>,
    Params(params): Params<ViewParams>,
) -> Result<Json<MemberDetail>, HttpError> {
    let currency = parsed("currency", params.currency.as_deref())?;
    Ok(Json((&view_member(&state.shop, path_id("member", &id)?, currency).await?).into()))
}

/// Change a member's choices
#[utoipa::path(patch, path = "/members/{id}", tag = "members", request_body = MemberChange,
    params(("id" = String, Path), ("Idempotency-Key" = String, Header, description = "A unique key of this change"),
        ("X-CSRF-Token" = String, Header, description = "csrf_token of GET /session")),
    security(("staff_session" = ["members:write"])),
    responses((status = 200, body = MemberDetail), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn change(
    State(state): State<AppState>,
    change: Change<MembersWrite>,
    key: IdempotencyKey,
    Caller(call): Caller,
    Path(id): Path<String>,
    Body { value, bytes }: Body<MemberChange>,
) -> Result<Response, HttpError> {
    let id = path_id("member", &id)?;
    let once = key.once(&change.session, &bytes, |profile: &MemberProfile| {
        (200, to_json(&MemberDetail::from(profile)))
    });
    Ok(once_json(change_member(&state.shop, id, value.no_personalisation, once, call.now).await?))
}

/// What a member did lately
#[utoipa::path(get, path = "/members/{id}/timeline", tag = "members", params(("id" = String, Path), PageParams),
    security(("staff_session" = ["members:read"])),
    responses((status = 200, body = ListBody<TimelineEntry>), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn timeline(
    State(state): State<AppState>,
    _: Allow<MembersRead>,
    Caller(call): Caller,
    Path(id): Path<String>,
    Params(params): Params<PageParams>,
) -> Result<Json<ListBody<TimelineEntry>>, HttpError> {
    let page = page_of(params.cursor.as_deref(), params.limit)?;
    let timeline = member_timeline(&state.shop, path_id("member", &id)?, page, &call).await?;
    let products = timeline.products;
    Ok(Json(ListBody::of(timeline.list, |entry| TimelineEntry::of(entry, &products))))
}

/// How many recommendations.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct LimitParams {
    /// 1 to 100, by default 12.
    #[param(minimum = 1, maximum = 100, default = 12)]
    limit: Option<usize>,
}

/// What a member would be shown now
///
/// Their wish for nothing personal is honoured: then `personal` is false.
#[utoipa::path(get, path = "/members/{id}/recommendations", tag = "members",
    params(("id" = String, Path), LimitParams), security(("staff_session" = ["members:read"])),
    responses((status = 200, body = Recommendations), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn recommendations(
    State(state): State<AppState>,
    _: Allow<MembersRead>,
    Caller(call): Caller,
    Path(id): Path<String>,
    Params(params): Params<LimitParams>,
) -> Result<Json<Recommendations>, HttpError> {
    let visitor = Visitor::Member(path_id("member", &id)?);
    let limit = params.limit.unwrap_or(12);
    if !(1..=RECOMMENDATIONS_MAX).contains(&limit) {
        return Err(HttpError::field("limit", format!("`{limit}` is not 1 to {RECOMMENDATIONS_MAX}")));
    }
    let query = RecommendQuery { slot: Slot::ForYou, category: None, visitor, limit };
    let answer = recommend(&state.shop, query, &call).await?;
    Ok(Json(Recommendations::of(&answer, &locale_of(&state.shop, &call).await?)))
}
