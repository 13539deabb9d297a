//! Use cases over the settings of the shop.

mod change;
mod consent;
pub(crate) mod load;
mod view;

pub use change::{SettingsChange, change_settings};
pub use consent::{Consent, ConsentPolicy};
pub use load::ShopSettings;
pub use view::{view_settings, view_settings_blocking};
