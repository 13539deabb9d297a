//! What a member did lately, latest first.

use std::collections::BTreeSet;

use mercat_model::MemberId;
use mercat_store::activity::{self, Activity};
use mercat_store::page::{List, Page};
use mercat_store::product::{self, ProductRow};

use crate::call::Call;
use crate::error::FlowError;
use crate::setting::load;
use crate::shop::Shop;

/// A page of a member's timeline.
#[derive(Debug, Clone)]
pub struct Timeline {
    /// The entries.
    pub list: List<Activity>,
    /// The products they name, each once.
    pub products: Vec<ProductRow>,
}

/// A page of what a member did.
pub async fn member_timeline(
    shop: &Shop,
    id: MemberId,
    page: Page,
    call: &Call,
) -> Result<Timeline, FlowError> {
    let locale = call.locale.clone();
    shop.store
        .read("member.timeline", move |tx| {
            let settings = load::settings(tx)?;
            if mercat_store::member::by_id(tx, id, settings.currency)?.is_none() {
                return Err(FlowError::not_found("member", id));
            }
            let list = activity::page(tx, id, &page)?;
            let ids: BTreeSet<_> = list.items.iter().flat_map(|a| a.body.products.iter().copied()).collect();
            let languages = settings.languages(locale.as_ref());
            let mut products = Vec::with_capacity(ids.len());
            for chunk in ids.into_iter().collect::<Vec<_>>().chunks(500) {
                products.extend(product::by_ids(tx, &languages, chunk)?);
            }
            Ok(Timeline { list, products })
        })
        .await
}
