//! Takes a batch: people and goods are found with one question each, then all events go into the log at once.

use mercat_model::Source;

use crate::call::Call;
use crate::collect::translate::{self, Context};
use crate::collect::{Batch, Receipt, goods, people};
use crate::error::FlowError;
use crate::setting::load;
use crate::shop::Shop;

/// Appends what a source sent; answers when it is durable. Events that can't be taken are named by position, those
/// that came in before are counted, the others are kept.
pub async fn collect(
    shop: &Shop,
    source: &Source,
    batch: Batch,
    call: &mut Call,
) -> Result<Receipt, FlowError> {
    let mut receipt = Receipt { rejected: batch.rejected, ..Receipt::default() };
    if !batch.events.is_empty() {
        let context = Context {
            source,
            source_text: source.id.to_string(),
            now: call.now,
            sent_at: batch.sent_at,
            currency: currency(shop, call).await?,
            goods: goods::find(shop, &batch.events, call.now).await?,
            people: people::find(shop, source, &batch.events, call.now).await?,
        };
        let mut events = Vec::with_capacity(batch.events.len());
        for (index, incoming) in batch.events {
            match translate::event(&context, index, incoming, &mut call.entropy) {
                Ok(event) => events.push(event),
                Err(rejected) => receipt.rejected.push(rejected),
            }
        }
        if !events.is_empty() {
            let appended = shop.log.append_collected(&events).await?;
            receipt.repeated = appended.repeated.len();
            receipt.accepted = events.len() - receipt.repeated;
        }
    }
    receipt.rejected.sort_by_key(|rejected| rejected.index);
    shop.refusals.add(call.now, Some(source.id), &receipt.rejected);
    Ok(receipt)
}

/// The currency of amounts that name none.
async fn currency(shop: &Shop, call: &Call) -> Result<mercat_model::Currency, FlowError> {
    if let Some(currency) = shop.currency_memo.get("shop", call.now) {
        return Ok(currency);
    }
    let settings = shop.store.read("collect.settings", |tx| Ok::<_, FlowError>(load::settings(tx)?)).await?;
    let until = call.now.plus_seconds(SETTINGS_HOLD_SECONDS);
    shop.currency_memo.insert("shop", settings.currency, Some(until));
    Ok(settings.currency)
}

/// How long a change of the shop's currency may take to count.
const SETTINGS_HOLD_SECONDS: i64 = 5;
