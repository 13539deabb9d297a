//! What shoppers see: one struct a page, rendered on the server in the shopper's language.
//!
//! Pages are plain structs that the caller fills; `render` turns one into HTML that works without any script.
//! Nothing here reads files, clocks or the network: templates, texts and styles are embedded.

pub mod address;
pub mod attribute;
pub mod card;
pub mod category_page;
pub mod consent_banner;
pub mod empty_shop_page;
pub mod error_page;
pub mod favicon;
pub mod home_page;
pub mod json_ld;
pub mod layout;
pub mod picture;
pub mod privacy_page;
pub mod product_page;
pub mod reason;
pub mod robots;
pub mod sitemap;
pub mod stylesheet;
pub mod texts;
pub mod tracker_tag;

pub use card::{CategoryLink, ProductCard};
pub use category_page::{CategoryPage, Page, Sort};
pub use consent_banner::ConsentBanner;
pub use empty_shop_page::EmptyShopPage;
pub use error_page::ErrorPage;
pub use favicon::favicon;
pub use home_page::HomePage;
pub use layout::Layout;
pub use picture::picture;
pub use privacy_page::{Holds, KeptInBrowser, Lifetime, PrivacyPage, Purpose, PurposeChoice};
pub use product_page::ProductPage;
pub use reason::{ReasonNames, reason_text};
pub use stylesheet::stylesheet;
pub use texts::Texts;
pub use tracker_tag::TrackerTag;

/// What goes wrong while a page is written.
#[derive(Debug, thiserror::Error)]
pub enum StorefrontError {
    /// A template failed; the cause names it.
    #[error("the page can't be written: {0}")]
    Template(#[from] askama::Error),
    /// More addresses than one sitemap file may hold.
    #[error(
        "a sitemap file holds at most `{max}` addresses, not `{given}`: split the entries by `entries_max`"
    )]
    SitemapTooLong {
        /// How many were given.
        given: usize,
        /// How many are allowed.
        max: usize,
    },
}
