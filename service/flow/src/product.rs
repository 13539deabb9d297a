//! Use cases over products, their categories and merchants.

mod categories;
mod list;
mod view;

pub use categories::{CategoryTree, category_tree, merchants};
pub use list::{ProductQuery, list_products, product_addresses};
pub use mercat_store::category::CategoryRow;
pub use mercat_store::merchant::Merchant;
pub use mercat_store::product::{ProductAddress, ProductRow, ProductSales, ProductSort};
pub use view::{ProductView, product_by_slug, products_by_ids, view_product};
