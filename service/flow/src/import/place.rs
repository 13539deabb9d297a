//! Where imported goods go: the shop's settings if it has none yet, a channel of the currency, a merchant.

use mercat_model::{ChannelId, Currency, Locale, MerchantId, Timestamp};
use mercat_store::merchant::Merchant;
use mercat_store::{StoreError, Tx, channel, merchant};

use crate::call::Call;
use crate::error::FlowError;
use crate::import::run::ImportRequest;
use crate::setting::load;
use crate::shop::Shop;

/// The rows that imported goods and orders point to.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    pub(crate) merchant_id: MerchantId,
    pub(crate) channel_id: ChannelId,
    /// The language of texts that name none.
    pub(crate) locale: Locale,
    /// The language of the shop itself.
    pub(crate) shop_locale: Locale,
}

/// Whose goods they are when the file does not say.
#[derive(Debug, Clone, Copy)]
pub(crate) enum PlaceMerchant {
    /// A merchant of this name, made by this import.
    Named(&'static str),
    /// The first merchant of the shop; one named like the shop when it has none.
    First,
}

/// Finds or makes them. A shop that was never set up takes the import's currency, time zone and language; one
/// that was keeps its own.
pub(crate) fn place(
    shop: &Shop,
    source: &str,
    merchant: PlaceMerchant,
    request: &ImportRequest,
    locale: &Locale,
    call: &mut Call,
) -> Result<Place, FlowError> {
    let fresh_channel = ChannelId::from_parts(call.now.id_ms(), call.entropy.bytes());
    let (now, currency, zone) = (call.now, request.currency, request.zone.clone());
    let (locale, source) = (locale.clone(), source.to_owned());
    shop.store.write_blocking("import.place", move |tx| {
        let settings = match load::kept(tx)? {
            Some(settings) => settings,
            None => {
                let defaults = load::ShopSettings::default();
                let (zone, default_locale) = (zone.clone(), locale.clone());
                let settings = load::ShopSettings { currency, zone, default_locale, ..defaults };
                load::keep(tx, &settings)?;
                settings
            }
        };
        let channel_id = channel_of(tx, currency, fresh_channel)?;
        let merchant_id = match merchant {
            PlaceMerchant::Named(name) => merchant_of(tx, &source, name, now)?,
            PlaceMerchant::First => first_merchant(tx, &source, &settings.name, now)?,
        };
        let shop_locale = settings.default_locale;
        Ok(Place { merchant_id, channel_id, locale: locale.clone(), shop_locale })
    })
}

/// The channel that sells in a currency; `fresh` is its id when there is none yet.
pub(crate) fn channel_of(
    tx: &mut Tx<'_>,
    currency: Currency,
    fresh: ChannelId,
) -> Result<ChannelId, StoreError> {
    if let Some(known) = channel::by_currency(tx, currency)? {
        return Ok(known.id);
    }
    channel::insert(tx, &channel::Channel { id: fresh, name: format!("Web {currency}"), currency })?;
    Ok(fresh)
}

fn merchant_of(
    tx: &mut Tx<'_>,
    source: &str,
    name: &str,
    created_at: Timestamp,
) -> Result<MerchantId, StoreError> {
    let id = MerchantId::derived(0, source, name);
    merchant::insert_many(tx, &[Merchant { id, name: name.to_owned(), created_at }])?;
    Ok(id)
}

/// The merchant that this source once made for itself comes before those that joined earlier or later, so that
/// every import of a source has the same.
fn first_merchant(
    tx: &mut Tx<'_>,
    source: &str,
    shop_name: &str,
    now: Timestamp,
) -> Result<MerchantId, StoreError> {
    let own = MerchantId::derived(0, source, "");
    match merchant::first(tx, own)? {
        Some(known) => Ok(known.id),
        None => {
            merchant::insert_many(tx, &[Merchant { id: own, name: shop_name.to_owned(), created_at: now }])?;
            Ok(own)
        }
    }
}
