//! What a message says of its circumstances. Nothing in here is needed, so nothing in here refuses an event.

use std::collections::BTreeMap;

use mercat_flow::collect::Incoming;
use serde::Deserialize;
use serde_json::{Map, Value};

/// Campaign fields that are kept, with our names for them.
const CAMPAIGN: [(&str, &str); 6] = [
    ("source", "source"),
    ("medium", "medium"),
    ("name", "campaign"),
    ("term", "term"),
    ("content", "content"),
    ("id", "id"),
];

/// Characters of a campaign field.
const CAMPAIGN_LENGTH_MAX: usize = 200;

/// Purposes that are kept.
const PURPOSES_MAX: usize = 10;

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Context {
    page: Map<String, Value>,
    campaign: Map<String, Value>,
    device: Map<String, Value>,
    location: Map<String, Value>,
    library: Map<String, Value>,
    consent: Map<String, Value>,
    user_agent: Value,
    session_id: Value,
}

fn text(map: &Map<String, Value>, name: &str) -> Option<String> {
    match map.get(name)? {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

impl Context {
    /// Reads what can be read.
    pub(super) fn read(json: Option<&str>) -> Self {
        json.and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default()
    }

    /// Tells an event about it. What the event says itself stays.
    pub(super) fn tell(self, event: &mut Incoming, user_agent: Option<&str>) {
        event.url = text(&self.page, "url").or_else(|| text(&event.properties, "url"));
        for name in ["referrer", "title"] {
            if let Some(value) = text(&self.page, name)
                && !event.properties.contains_key(name)
            {
                event.properties.insert(name.to_owned(), value.into());
            }
        }
        event.utm = self.utm();
        event.consent = self.purposes();
        event.region = text(&self.location, "country");
        let session = match &self.session_id {
            Value::String(text) if !text.is_empty() => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        };
        event.session = session.or_else(|| text(&event.properties, "session_id"));
        event.device = text(&self.device, "type")
            .or_else(|| self.user_agent.as_str().or(user_agent).and_then(device).map(str::to_owned))
            .or_else(|| text(&self.library, "name"));
    }

    fn utm(&self) -> BTreeMap<String, String> {
        let fields = CAMPAIGN.iter().filter_map(|(theirs, ours)| {
            let value = text(&self.campaign, theirs)?.chars().take(CAMPAIGN_LENGTH_MAX).collect();
            Some(((*ours).to_owned(), value))
        });
        fields.collect()
    }

    fn purposes(&self) -> Vec<String> {
        let preferences = self.consent.get("categoryPreferences").and_then(Value::as_object);
        let agreed = preferences.into_iter().flatten().filter(|(_, value)| **value == Value::Bool(true));
        agreed
            .map(|(name, _)| name.clone())
            .filter(|name| name.chars().count() <= 60)
            .take(PURPOSES_MAX)
            .collect()
    }
}

/// What kind of device a browser's name of itself tells of; none for a program that is no browser.
pub(crate) fn device(user_agent: &str) -> Option<&'static str> {
    let lower = user_agent.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    if says(&["bot", "crawl", "spider", "slurp", "headless"]) {
        Some("bot")
    } else if says(&["ipad", "tablet"]) || (lower.contains("android") && !lower.contains("mobi")) {
        Some("tablet")
    } else if says(&["mobi", "iphone", "android"]) {
        Some("phone")
    } else if lower.contains("mozilla/") {
        Some("desktop")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn devices_are_told_by_their_browsers() {
        for (agent, expect) in [
            ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0", Some("desktop")),
            ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148", Some("phone")),
            ("Mozilla/5.0 (Linux; Android 15; Pixel 9) Chrome/140.0 Mobile Safari/537.36", Some("phone")),
            ("Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X)", Some("tablet")),
            ("Mozilla/5.0 (compatible; Examplebot/2.1)", Some("bot")),
            ("analytics-python/2.4.0", None),
        ] {
            assert_eq!(device(agent), expect, "{agent}");
        }
    }
}
