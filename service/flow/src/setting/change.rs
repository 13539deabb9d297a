//! Changes the settings of the shop.

use mercat_model::{Currency, Locale, Timestamp, Zone};

use crate::error::FlowError;
use crate::once::{Once, OnceAnswer, once};
use crate::setting::consent::ConsentPolicy;
use crate::setting::load::{self, ShopSettings};
use crate::shop::Shop;

/// Longest name of a shop, in characters.
const NAME_LENGTH_MAX: usize = 100;

/// What to change; what is not given stays.
#[derive(Debug, Clone, Default)]
pub struct SettingsChange {
    /// The shop's name.
    pub name: Option<String>,
    /// The currency that reports open with.
    pub currency: Option<String>,
    /// The time zone of its days.
    pub time_zone: Option<String>,
    /// The language that fills gaps.
    pub default_locale: Option<String>,
    /// Whether visitors are asked first: `required` or `implied`.
    pub consent_policy: Option<String>,
}

/// Applies a change once.
pub async fn change_settings(
    shop: &Shop,
    change: SettingsChange,
    request: Once<ShopSettings>,
    now: Timestamp,
) -> Result<OnceAnswer, FlowError> {
    once(shop, "setting.change", request, now, move |tx| {
        let settings = changed(load::settings(tx)?, &change)?;
        load::keep(tx, &settings)?;
        Ok(settings)
    })
    .await
}

fn changed(mut settings: ShopSettings, change: &SettingsChange) -> Result<ShopSettings, FlowError> {
    if let Some(name) = &change.name {
        let name = name.trim();
        if name.is_empty() || name.chars().count() > NAME_LENGTH_MAX || name.chars().any(char::is_control) {
            return Err(FlowError::invalid("name", format!("1 to {NAME_LENGTH_MAX} printable characters")));
        }
        settings.name = name.to_owned();
    }
    if let Some(currency) = &change.currency {
        settings.currency =
            currency.parse::<Currency>().map_err(|error| FlowError::invalid("currency", error))?;
    }
    if let Some(zone) = &change.time_zone {
        settings.zone = Zone::new(zone).map_err(|error| FlowError::invalid("time_zone", error))?;
    }
    if let Some(locale) = &change.default_locale {
        let locale: Locale = locale.parse().map_err(|error| FlowError::invalid("default_locale", error))?;
        if !settings.locales.contains(&locale) {
            let known: Vec<&str> = settings.locales.iter().map(Locale::as_str).collect();
            let reason = format!("`{locale}` is not one of the shop's languages `{}`", known.join("`, `"));
            return Err(FlowError::invalid("default_locale", reason));
        }
        settings.default_locale = locale;
    }
    if let Some(policy) = &change.consent_policy {
        let unknown =
            || FlowError::invalid("consent_policy", format!("`{policy}` is not `required` or `implied`"));
        settings.consent_policy = ConsentPolicy::named(policy).ok_or_else(unknown)?;
    }
    Ok(settings)
}
