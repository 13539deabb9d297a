//! Goods and the tree they hang in.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::id::{CategoryId, ChannelId, MerchantId, ProductId};
use crate::locale::Locale;
use crate::money::UnitPrice;
use crate::time::Timestamp;

/// Whether shoppers see a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProductStatus {
    /// Listed in the shop.
    Published,
    /// Kept for its history, not listed.
    Archived,
}

impl ProductStatus {
    /// The name as stored and sent.
    pub fn as_str(self) -> &'static str {
        match self {
            ProductStatus::Published => "published",
            ProductStatus::Archived => "archived",
        }
    }
}

/// A product as a merchant lists it in one channel.
#[derive(Debug, Clone, PartialEq)]
pub struct Product {
    /// Its id.
    pub id: ProductId,
    /// Who sells it.
    pub merchant_id: MerchantId,
    /// Where its price holds.
    pub channel_id: ChannelId,
    /// The merchant's own code.
    pub sku: String,
    /// The readable part of its address, unique in the shop.
    pub slug: String,
    /// Where it hangs in the tree.
    pub category_id: CategoryId,
    /// Whether shoppers see it.
    pub status: ProductStatus,
    /// The price of one piece.
    pub price: UnitPrice,
    /// Named properties, such as `colour` → `teal`.
    pub attributes: BTreeMap<String, String>,
    /// Texts by language.
    pub texts: BTreeMap<Locale, ProductText>,
    /// When it was first known.
    pub created_at: Timestamp,
}

/// The words of a product in one language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProductText {
    /// The name of the goods.
    pub title: String,
    /// A few sentences; may be empty.
    pub description: String,
}

/// A node of the category tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// Its id.
    pub id: CategoryId,
    /// The node above; none at the top.
    pub parent_id: Option<CategoryId>,
    /// The readable part of its address, unique in the shop.
    pub slug: String,
    /// Order among its siblings, ascending.
    pub position: i64,
    /// Texts by language.
    pub texts: BTreeMap<Locale, CategoryText>,
}

/// The words of a category in one language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CategoryText {
    /// The name.
    pub name: String,
}
