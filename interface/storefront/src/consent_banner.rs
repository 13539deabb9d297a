//! The banner that asks for consent. It stands in the page's flow above the header, so that it covers nothing and
//! moves nothing after the page is there, and its form works without any script.

/// What the banner needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsentBanner {
    /// Whether the shop waits for a yes; otherwise it goes on until a no.
    pub waits: bool,
    /// The path to come back to.
    pub back: String,
}

impl ConsentBanner {
    pub(crate) fn text_id(&self) -> &'static str {
        if self.waits { "consent-required" } else { "consent-implied" }
    }
}
