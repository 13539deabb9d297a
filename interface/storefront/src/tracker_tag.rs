//! The tracker's place in a page: its script with what sets it up, and what the page says of itself.

use serde_json::Value;

use crate::json_ld::script_safe;

/// The script and its attributes.
#[derive(Debug, Clone, PartialEq)]
pub struct TrackerTag {
    /// The path of the script from the root.
    pub script: &'static str,
    /// The write key of the shop's own source.
    pub write_key: String,
    /// `required` or `implied`.
    pub consent_policy: &'static str,
    /// The version of the text that asks for consent.
    pub consent_version: &'static str,
    /// The page view and the event of the page, as the tracker reads them.
    pub page_event: Value,
}

impl TrackerTag {
    pub(crate) fn page_event_json(&self) -> String {
        script_safe(&self.page_event)
    }
}
