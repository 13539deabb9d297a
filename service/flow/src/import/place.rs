//! Where imported goods go: the shop's settings if it has none yet, a channel of the currency, a merchant.

use mercat_model::{ChannelId, Locale, MerchantId};
use mercat_store::merchant::Merchant;
use mercat_store::{channel, merchant};

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
}

/// Finds or makes them. A shop that was never set up takes the import's currency, time zone and language; one
/// that was keeps its own.
pub(crate) fn place(
    shop: &Shop,
    source: &'static str,
    merchant_name: &'static str,
    request: &ImportRequest,
    locale: &Locale,
    call: &mut Call,
) -> Result<Place, FlowError> {
    let fresh_channel = channel::Channel {
        id: ChannelId::from_parts(call.now.id_ms(), call.entropy.bytes()),
        name: format!("Web {}", request.currency),
        currency: request.currency,
    };
    let (now, zone, locale) = (call.now, request.zone.clone(), locale.clone());
    shop.store.write_blocking("import.place", move |tx| {
        if load::kept(tx)?.is_none() {
            let defaults = load::ShopSettings::default();
            let (currency, zone, default_locale) = (fresh_channel.currency, zone.clone(), locale.clone());
            load::keep(tx, &load::ShopSettings { currency, zone, default_locale, ..defaults })?;
        }
        let channel_id = match channel::by_currency(tx, fresh_channel.currency)? {
            Some(channel) => channel.id,
            None => {
                channel::insert(tx, &fresh_channel)?;
                fresh_channel.id
            }
        };
        let merchant_id = MerchantId::derived(0, source, merchant_name);
        let merchant = Merchant { id: merchant_id, name: merchant_name.to_owned(), created_at: now };
        merchant::insert_many(tx, &[merchant])?;
        Ok(Place { merchant_id, channel_id, locale: locale.clone() })
    })
}
