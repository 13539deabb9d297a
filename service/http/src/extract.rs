//! Extractors: what a handler may ask of a request.

mod body;
mod caller;
mod once;
mod page;
mod query;
mod session;

pub(crate) use body::Body;
pub(crate) use caller::{Address, Caller, language, origin_is_own};
pub(crate) use once::IdempotencyKey;
pub(crate) use page::{PageParams, page_of};
pub(crate) use query::{Params, form_pairs, search_words};
pub(crate) use session::{
    Allow, Change, MembersErase, MembersRead, MembersWrite, ModelsRead, OrdersRead, ProductsRead,
    ReportsRead, SESSION_COOKIE, SettingsRead, SettingsWrite, SignedInChange, Staff, Token, cookie,
};
