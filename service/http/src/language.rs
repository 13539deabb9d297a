//! The language of an answer: the reader's if the shop has it, else the shop's own.

use mercat_flow::{Call, FlowError, Shop, setting};
use mercat_model::Locale;

/// The language in which this call is answered.
pub(crate) async fn locale_of(shop: &Shop, call: &Call) -> Result<Locale, FlowError> {
    let settings = setting::view_settings(shop).await?;
    Ok(settings.languages(call.locale.as_ref()).wanted)
}
