//! What a message says of its circumstances. Nothing in here is needed, so nothing in here refuses an event.

use std::borrow::Cow;
use std::collections::BTreeMap;

use mercat_flow::collect::Incoming;
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::loose::Text;

/// Characters of a campaign field.
const CAMPAIGN_LENGTH_MAX: usize = 200;

/// Purposes that are kept.
const PURPOSES_MAX: usize = 10;

/// Characters of a purpose.
const PURPOSE_LENGTH_MAX: usize = 60;

/// The parts that are read; everything else in a context costs no more than being passed over.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Context<'a> {
    #[serde(borrow, deserialize_with = "lenient")]
    page: Option<Page<'a>>,
    #[serde(borrow, deserialize_with = "lenient")]
    campaign: Option<Campaign<'a>>,
    #[serde(borrow, deserialize_with = "lenient")]
    device: Option<Device<'a>>,
    #[serde(borrow, deserialize_with = "lenient")]
    location: Option<Location<'a>>,
    #[serde(borrow, deserialize_with = "lenient")]
    library: Option<Library<'a>>,
    #[serde(borrow, deserialize_with = "lenient")]
    consent: Option<Consent<'a>>,
    #[serde(borrow, deserialize_with = "lenient")]
    user_agent: Option<Text<'a>>,
    #[serde(borrow, deserialize_with = "lenient")]
    session_id: Option<Text<'a>>,
}

macro_rules! parts {
    ($($name:ident { $($field:ident)* })*) => {$(
        #[derive(Debug, Default, Deserialize)]
        #[serde(default)]
        struct $name<'a> {
            $(#[serde(borrow, deserialize_with = "lenient")]
            $field: Option<Text<'a>>,)*
        }
    )*};
}

parts! {
    Page { url referrer title }
    Campaign { source medium name term content id }
    Location { country }
    Library { name }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Device<'a> {
    #[serde(borrow, deserialize_with = "lenient", rename = "type")]
    kind: Option<Text<'a>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Consent<'a> {
    #[serde(borrow, deserialize_with = "lenient")]
    category_preferences: Option<BTreeMap<Cow<'a, str>, Value>>,
}

/// Reads a part, or nothing where it is not as expected.
fn lenient<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    let raw = <&RawValue>::deserialize(deserializer)?;
    Ok(serde_json::from_str(raw.get()).ok())
}

/// A property that is a text or a number.
fn property(properties: &Map<String, Value>, name: &str) -> Option<String> {
    match properties.get(name)? {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

impl<'a> Context<'a> {
    /// Reads what can be read.
    pub(super) fn read(json: Option<&'a str>) -> Self {
        json.and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default()
    }

    /// Tells an event about it. What the event says itself stays.
    pub(super) fn tell(self, event: &mut Incoming, user_agent: Option<&str>) {
        let page = self.page.unwrap_or_default();
        event.url = Text::given(page.url).or_else(|| property(&event.properties, "url"));
        for (name, text) in [("referrer", page.referrer), ("title", page.title)] {
            if let Some(value) = Text::given(text)
                && !event.properties.contains_key(name)
            {
                event.properties.insert(name.to_owned(), value.into());
            }
        }
        event.utm = self.campaign.map(utm).unwrap_or_default();
        event.consent = self.consent.map(purposes).unwrap_or_default();
        event.region = Text::given(self.location.and_then(|location| location.country));
        event.session = Text::given(self.session_id).or_else(|| property(&event.properties, "session_id"));
        let agent = self.user_agent.as_ref().map(|text| text.0.as_ref()).or(user_agent);
        event.device = Text::given(self.device.and_then(|device| device.kind))
            .or_else(|| agent.and_then(device).map(str::to_owned))
            .or_else(|| Text::given(self.library.and_then(|library| library.name)));
    }
}

/// Campaign fields under our names.
fn utm(campaign: Campaign<'_>) -> BTreeMap<String, String> {
    let fields = [
        ("source", campaign.source),
        ("medium", campaign.medium),
        ("campaign", campaign.name),
        ("term", campaign.term),
        ("content", campaign.content),
        ("id", campaign.id),
    ];
    let given = fields.into_iter().filter_map(|(name, text)| Some((name, Text::given(text)?)));
    given.map(|(name, text)| (name.to_owned(), text.chars().take(CAMPAIGN_LENGTH_MAX).collect())).collect()
}

/// The purposes that were agreed to.
fn purposes(consent: Consent<'_>) -> Vec<String> {
    let agreed = consent.category_preferences.unwrap_or_default().into_iter();
    agreed
        .filter(|(name, value)| *value == Value::Bool(true) && name.chars().count() <= PURPOSE_LENGTH_MAX)
        .map(|(name, _)| name.into_owned())
        .take(PURPOSES_MAX)
        .collect()
}

/// What kind of device a browser's name of itself tells of; none for a program that is no browser.
pub(crate) fn device(user_agent: &str) -> Option<&'static str> {
    let says = |words: &[&str]| words.iter().any(|word| user_agent.contains(word));
    if says(&["bot", "Bot", "crawl", "spider", "Spider", "Slurp", "Headless"]) {
        Some("bot")
    } else if says(&["iPad", "Tablet", "tablet"]) || (says(&["Android"]) && !says(&["Mobi"])) {
        Some("tablet")
    } else if says(&["Mobi", "iPhone", "Android"]) {
        Some("phone")
    } else if says(&["Mozilla/"]) {
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
