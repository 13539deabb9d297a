//! One message of the Segment HTTP API, read into an event.

use mercat_flow::collect::{EVENT_BYTES_MAX, Incoming, Rejected};
use mercat_model::EventKind;
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::context::Context;
use super::loose::{Text, shortened, time};

/// The calls of the API.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Call {
    Track,
    Identify,
    Page,
    Screen,
    Group,
    Alias,
}

impl Call {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "track" => Call::Track,
            "identify" => Call::Identify,
            "page" => Call::Page,
            "screen" => Call::Screen,
            "group" => Call::Group,
            "alias" => Call::Alias,
            _ => return None,
        })
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Message<'a> {
    #[serde(borrow, default, rename = "type")]
    call: Option<Text<'a>>,
    #[serde(borrow, default)]
    event: Option<Text<'a>>,
    #[serde(borrow, default)]
    name: Option<Text<'a>>,
    #[serde(borrow, default)]
    category: Option<Text<'a>>,
    #[serde(borrow, default)]
    message_id: Option<Text<'a>>,
    #[serde(borrow, default)]
    anonymous_id: Option<Text<'a>>,
    #[serde(borrow, default)]
    user_id: Option<Text<'a>>,
    #[serde(borrow, default)]
    previous_id: Option<Text<'a>>,
    #[serde(borrow, default)]
    group_id: Option<Text<'a>>,
    #[serde(borrow, default)]
    timestamp: Option<Text<'a>>,
    #[serde(borrow, default)]
    original_timestamp: Option<Text<'a>>,
    #[serde(default)]
    properties: Option<Map<String, Value>>,
    #[serde(default)]
    traits: Option<Map<String, Value>>,
    #[serde(borrow, default)]
    context: Option<&'a RawValue>,
}

/// What the messages of a request share.
#[derive(Clone, Copy)]
pub(super) struct Shared<'a> {
    /// What the request is for, where the address says so.
    pub(super) call: Option<Call>,
    /// The circumstances of a batch, for messages that tell none.
    pub(super) context: Option<&'a str>,
    pub(super) user_agent: Option<&'a str>,
}

/// Reads a message.
pub(super) fn read(index: usize, json: &str, shared: Shared<'_>) -> Result<Incoming, Rejected> {
    let rejected = |field: &str, reason: String| Rejected { index, field: Some(field.to_owned()), reason };
    if json.len() > EVENT_BYTES_MAX {
        let reason = format!("the event has {} bytes: at most {EVENT_BYTES_MAX}", json.len());
        return Err(Rejected { index, field: None, reason });
    }
    let message: Message<'_> = serde_json::from_str(json).map_err(|_| blamed(index, json))?;
    let call = match (shared.call, message.call.as_ref()) {
        (Some(call), _) => call,
        (None, Some(name)) => Call::named(&name.0).ok_or_else(|| {
            let reason = "is not one of track, identify, page, screen, group, alias";
            rejected("type", format!("`{}` {reason}", shortened(&name.0)))
        })?,
        (None, None) => return Err(rejected("type", "missing: say track, identify, page …".to_owned())),
    };
    let said = message.timestamp.as_ref().or(message.original_timestamp.as_ref());
    let said = said.filter(|text| !text.0.trim().is_empty());
    let occurred_at =
        said.map(|text| time(&text.0)).transpose().map_err(|reason| rejected("timestamp", reason))?;
    let kind = match call {
        Call::Track => match message.event.as_ref().map(|name| name.0.trim()).filter(|name| !name.is_empty())
        {
            Some(name) => EventKind::named(name),
            None => return Err(rejected("event", "missing: a track needs the name of its event".to_owned())),
        },
        Call::Identify => EventKind::Identified,
        Call::Page => EventKind::PageViewed,
        Call::Screen => EventKind::ScreenViewed,
        Call::Group => EventKind::Grouped,
        Call::Alias => EventKind::Aliased,
    };
    let mut event = Incoming::new(kind);
    event.occurred_at = occurred_at;
    event.message_id = Text::given(message.message_id);
    event.anonymous_id = Text::given(message.anonymous_id);
    event.user_id = Text::given(message.user_id);
    event.previous_id = Text::given(message.previous_id);
    event.properties = message.properties.unwrap_or_default();
    event.traits = message.traits.unwrap_or_default();
    let own = [("name", message.name), ("category", message.category), ("group_id", message.group_id)];
    for (name, text) in own {
        if let Some(text) = Text::given(text)
            && call != Call::Track
        {
            event.properties.entry(name).or_insert(text.into());
        }
    }
    let context = message.context.map(RawValue::get).or(shared.context);
    Context::read(context).tell(&mut event, shared.user_agent);
    Ok(event)
}

/// Reads a message once more to find the field that is to blame.
fn blamed(index: usize, json: &str) -> Rejected {
    let mut deserializer = serde_json::Deserializer::from_str(json);
    match serde_path_to_error::deserialize::<_, Message<'_>>(&mut deserializer) {
        Ok(_) => Rejected { index, field: None, reason: "not an object".to_owned() },
        Err(error) => {
            let field = Some(error.path().to_string()).filter(|path| path != ".");
            Rejected { index, field, reason: error.inner().to_string() }
        }
    }
}
