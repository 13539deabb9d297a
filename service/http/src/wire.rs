//! Wire types: what goes over HTTP, and how use cases' results become it. No decision is taken here.

pub(crate) mod behaviour;
pub(crate) mod filter;
pub(crate) mod identity;
pub(crate) mod member;
pub(crate) mod money;
pub(crate) mod order;
pub(crate) mod product;
pub(crate) mod recommend;
pub(crate) mod report;
pub(crate) mod returns;
pub(crate) mod session;
pub(crate) mod setting;
pub(crate) mod source;

use mercat_flow::List;
use serde::Serialize;
use utoipa::ToSchema;

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ListBody<T> {
    /// The rows.
    pub(crate) items: Vec<T>,
    /// How many rows the whole list has.
    pub(crate) total: i64,
    /// Where the next page goes on; null on the last.
    #[schema(required)]
    pub(crate) next_cursor: Option<String>,
}

impl<T> ListBody<T> {
    pub(crate) fn of<R>(list: List<R>, map: impl FnMut(R) -> T) -> Self {
        let next_cursor = list.next.as_ref().map(mercat_flow::Cursor::to_text);
        ListBody { total: list.total, next_cursor, items: list.items.into_iter().map(map).collect() }
    }
}

/// All rows of a short list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Items<T> {
    /// The rows.
    pub(crate) items: Vec<T>,
}
