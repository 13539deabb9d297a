//! Finds products, members and orders by a few words, for the console's palette.

use mercat_store::member::{self, MemberFilter, MemberRow, MemberSort};
use mercat_store::order::{self, Customers, OrderFilter, OrderRow, OrderSort};
use mercat_store::page::Page;
use mercat_store::product::{self, ProductFilter, ProductRow, ProductSort};

use crate::call::Call;
use crate::error::FlowError;
use crate::setting::load;
use crate::shop::Shop;
use crate::staff::{Permission, Session};

/// Rows of each noun.
const FOUND_MAX: i64 = 5;

/// Longest words that are searched for, in characters.
pub const SEARCH_LENGTH_MAX: usize = 100;

/// What was found; empty where the person may not look.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// Products.
    pub products: Vec<ProductRow>,
    /// Members.
    pub members: Vec<MemberRow>,
    /// Orders.
    pub orders: Vec<OrderRow>,
}

/// Searches what the signed-in person may see.
pub async fn search(shop: &Shop, session: &Session, words: &str, call: &Call) -> Result<Found, FlowError> {
    let (role, words, locale) = (session.role, words.to_owned(), call.locale.clone());
    shop.store
        .read("search", move |tx| {
            let settings = load::settings(tx)?;
            let (words, page) = (Some(words.clone()), Page::first(FOUND_MAX));
            let mut found = Found::default();
            if role.allows(Permission::ProductsRead) {
                let languages = settings.languages(locale.as_ref());
                let filter = ProductFilter { search: words.clone(), ..ProductFilter::default() };
                found.products =
                    product::page(tx, &languages, &filter, ProductSort::BestSelling, &page)?.items;
            }
            if role.allows(Permission::MembersRead) {
                let filter = MemberFilter { search: words.clone(), ..MemberFilter::default() };
                found.members =
                    member::page(tx, settings.currency, &filter, MemberSort::Revenue, &page)?.items;
            }
            if role.allows(Permission::OrdersRead) {
                let filter =
                    OrderFilter { search: words, customers: Customers::All, ..OrderFilter::default() };
                found.orders = order::page(tx, &filter, OrderSort::Newest, &page)?.items;
            }
            Ok::<_, FlowError>(found)
        })
        .await
}
