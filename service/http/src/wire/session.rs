//! Sessions on the wire.

use mercat_flow::staff::{Permission, Session};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::wire::setting::Settings;

/// Who is signed in, and what the console needs to open.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct SessionState {
    /// Whether the shop still waits for its first admin.
    pub(crate) first_run: bool,
    /// What a change must send back as `X-CSRF-Token`; null when nobody is signed in.
    #[schema(required)]
    pub(crate) csrf_token: Option<String>,
    /// Null when nobody is signed in.
    #[schema(required)]
    pub(crate) staff: Option<StaffItem>,
    pub(crate) shop: Settings,
}

/// A person of the staff.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct StaffItem {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) email: String,
    /// `admin`, `operator` or `support`.
    #[schema(example = "admin")]
    pub(crate) role: String,
    #[schema(example = json!(["reports:read"]))]
    pub(crate) permissions: Vec<String>,
}

/// What a person signs in with.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignInBody {
    pub(crate) email: String,
    pub(crate) password: String,
}

/// What the first admin fills in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SetUpBody {
    /// The first-run secret that the server printed.
    pub(crate) secret: String,
    pub(crate) shop_name: String,
    pub(crate) name: String,
    pub(crate) email: String,
    /// 8 to 128 characters.
    #[schema(min_length = 8, max_length = 128)]
    pub(crate) password: String,
}

impl From<&Session> for StaffItem {
    fn from(session: &Session) -> Self {
        StaffItem {
            id: session.staff_id.to_string(),
            name: session.name.clone(),
            email: session.email.clone(),
            role: session.role.as_str().to_owned(),
            permissions: session.role.permissions().map(Permission::as_str).map(str::to_owned).collect(),
        }
    }
}
