//! Settings on the wire.

use mercat_flow::setting::{SettingsChange as FlowChange, ShopSettings};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The settings of the shop.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Settings {
    pub(crate) name: String,
    /// The currency that reports open with.
    #[schema(example = "CNY")]
    pub(crate) currency: String,
    /// IANA name.
    #[schema(example = "Asia/Shanghai")]
    pub(crate) time_zone: String,
    /// The language that fills gaps.
    #[schema(example = "zh-CN")]
    pub(crate) default_locale: String,
    /// The languages of the storefront.
    pub(crate) locales: Vec<String>,
    /// `required`: nothing is recorded before the visitor agrees. `implied`: until the visitor refuses.
    #[schema(example = "required")]
    pub(crate) consent_policy: String,
}

/// What to change; what is not given stays.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SettingsChange {
    pub(crate) name: Option<String>,
    pub(crate) currency: Option<String>,
    pub(crate) time_zone: Option<String>,
    pub(crate) default_locale: Option<String>,
    /// `required` or `implied`.
    pub(crate) consent_policy: Option<String>,
}

impl From<&ShopSettings> for Settings {
    fn from(settings: &ShopSettings) -> Self {
        Settings {
            name: settings.name.clone(),
            currency: settings.currency.to_string(),
            time_zone: settings.zone.name().to_owned(),
            default_locale: settings.default_locale.to_string(),
            locales: settings.locales.iter().map(ToString::to_string).collect(),
            consent_policy: settings.consent_policy.as_str().to_owned(),
        }
    }
}

impl From<SettingsChange> for FlowChange {
    fn from(change: SettingsChange) -> Self {
        FlowChange {
            name: change.name,
            currency: change.currency,
            time_zone: change.time_zone,
            default_locale: change.default_locale,
            consent_policy: change.consent_policy,
        }
    }
}
