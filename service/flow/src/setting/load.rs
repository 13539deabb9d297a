//! Loads the settings that nearly every use case needs. It decides nothing.

use mercat_model::{Currency, Locale, Zone};
use mercat_store::product::Languages;
use mercat_store::{StoreError, Tx, setting};
use serde::{Deserialize, Serialize};

use crate::setting::consent::ConsentPolicy;

/// The key that the settings are kept under.
pub(crate) const KEY: &str = "shop";

/// What a shop says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShopSettings {
    /// The name that shoppers see.
    pub name: String,
    /// The currency that reports open with.
    pub currency: Currency,
    /// The time zone of its days and months.
    pub zone: Zone,
    /// The language that fills gaps.
    pub default_locale: Locale,
    /// The languages of the storefront.
    pub locales: Vec<Locale>,
    /// Whether visitors are asked before their behaviour is recorded.
    pub consent_policy: ConsentPolicy,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    name: String,
    currency: String,
    time_zone: String,
    default_locale: Locale,
    locales: Vec<Locale>,
    // Shops that were set up before there was a choice ask first.
    #[serde(default)]
    consent_policy: ConsentPolicy,
}

impl Default for ShopSettings {
    fn default() -> Self {
        ShopSettings {
            name: "Mercat".to_owned(),
            currency: Currency::CNY,
            zone: Zone::new("Asia/Shanghai").unwrap_or_else(|_| Zone::utc()),
            default_locale: Locale::zh_cn(),
            locales: vec![Locale::zh_cn(), Locale::en()],
            consent_policy: ConsentPolicy::default(),
        }
    }
}

impl ShopSettings {
    /// The language of an answer for a reader who wants `locale`.
    pub fn languages(&self, locale: Option<&Locale>) -> Languages {
        let wanted = locale.filter(|l| self.locales.contains(l)).unwrap_or(&self.default_locale);
        Languages { wanted: wanted.clone(), default: self.default_locale.clone() }
    }
}

/// The settings as they are kept, if they were ever set.
pub(crate) fn kept(tx: &mut Tx<'_>) -> Result<Option<ShopSettings>, StoreError> {
    let Some(kept) = setting::get::<Kept>(tx, KEY)? else { return Ok(None) };
    let zone = Zone::new(&kept.time_zone).map_err(|error| StoreError::Corrupt(error.to_string()))?;
    Ok(Some(ShopSettings {
        name: kept.name,
        currency: kept.currency.parse()?,
        zone,
        default_locale: kept.default_locale,
        locales: kept.locales,
        consent_policy: kept.consent_policy,
    }))
}

/// The settings, or the defaults of a shop that was never set up.
pub(crate) fn settings(tx: &mut Tx<'_>) -> Result<ShopSettings, StoreError> {
    Ok(kept(tx)?.unwrap_or_default())
}

/// Keeps the settings.
pub(crate) fn keep(tx: &mut Tx<'_>, settings: &ShopSettings) -> Result<(), StoreError> {
    let kept = Kept {
        name: settings.name.clone(),
        currency: settings.currency.to_string(),
        time_zone: settings.zone.name().to_owned(),
        default_locale: settings.default_locale.clone(),
        locales: settings.locales.clone(),
        consent_policy: settings.consent_policy,
    };
    setting::put(tx, KEY, &kept)
}
