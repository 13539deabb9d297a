//! Use cases over the settings of the shop.

pub(crate) mod load;

pub use load::ShopSettings;
