//! The settings of the shop.

use crate::error::FlowError;
use crate::setting::load::{self, ShopSettings};
use crate::shop::Shop;

/// The settings, or the defaults of a shop that was never set up.
pub async fn view_settings(shop: &Shop) -> Result<ShopSettings, FlowError> {
    shop.store.read("setting.view", |tx| Ok::<_, FlowError>(load::settings(tx)?)).await
}

/// [`view_settings`] for the command line and batch flows.
pub fn view_settings_blocking(shop: &Shop) -> Result<ShopSettings, FlowError> {
    shop.store.read_blocking("setting.view", |tx| Ok::<_, FlowError>(load::settings(tx)?))
}
