//! Turns what a client told into an event of the log: clock, goods, worth, person, without contact data.

use std::collections::HashMap;

use mercat_model::{Currency, Event, EventId, EventKind, MemberId, Money, Source, Timestamp, UnitPrice};
use serde_json::{Map, Value};

use crate::call::Entropy;
use crate::collect::goods::{Goods, objects};
use crate::collect::people::People;
use crate::collect::privacy::{holds_email, redact, redact_url};
use crate::collect::{Incoming, Rejected};

/// A client's clock that differs by less is believed: the difference may be the time on the way.
const CLOCK_TOLERANCE_US: i64 = 10 * mercat_model::time::SECOND_US;

/// The earliest time of an event in microseconds: 2000-01-01, before any client that sends events.
const OCCURRED_AT_MIN_US: i64 = 946_684_800 * mercat_model::time::SECOND_US;

/// Characters of ids and other short texts of a client.
const TEXT_LENGTH_MAX: usize = 200;

/// Characters of an address.
const URL_LENGTH_MAX: usize = 2_000;

/// Campaign parameters and purposes of one event.
const LIST_LENGTH_MAX: usize = 10;

/// What is the same for all events of a batch.
pub(super) struct Context<'a> {
    pub(super) source: &'a Source,
    /// The source's id as text.
    pub(super) source_text: String,
    pub(super) now: Timestamp,
    pub(super) sent_at: Option<Timestamp>,
    /// The currency of amounts that name none.
    pub(super) currency: Currency,
    pub(super) goods: Goods,
    pub(super) people: People,
}

/// The event of a message, or what is wrong with it.
pub(super) fn event(
    context: &Context<'_>,
    index: usize,
    mut incoming: Incoming,
    entropy: &mut Entropy,
) -> Result<Event, Rejected> {
    check(index, &incoming, &context.people.previous)?;
    let occurred_at = occurred_at(incoming.occurred_at, context.sent_at, context.now);
    if occurred_at.as_micros() < OCCURRED_AT_MIN_US {
        return Err(rejected(index, "timestamp", format!("`{occurred_at}` is before the year 2000")));
    }
    let ms = context.now.id_ms();
    let id = match &incoming.message_id {
        Some(message) => EventId::derived(ms, &context.source_text, message),
        None => EventId::from_parts(ms, entropy.bytes()),
    };
    let mut event = Event::new(id, incoming.kind, occurred_at);
    event.received_at = context.now;
    event.source_id = Some(context.source.id);
    event.member_id = incoming.user_id.as_deref().and_then(|user| context.people.member(user));
    event.anonymous_id = incoming.anonymous_id;
    event.session = incoming.session;
    event.device = incoming.device;
    event.region = incoming.region;
    event.utm = incoming.utm;
    event.utm.retain(|_, value| !holds_email(value));
    event.url = incoming.url.map(|url| redact_url(&url));
    event.consent = incoming.consent;
    event.items = context.goods.items(&incoming.properties);
    event.value = value(&event.kind, &incoming.properties, context.currency);
    if let Some(Value::String(decision)) = incoming.properties.get("decision_id") {
        event.decision_id = Some(decision.clone()).filter(|text| text.len() <= TEXT_LENGTH_MAX);
    }
    redact(&mut incoming.properties);
    redact(&mut incoming.traits);
    event.properties = incoming.properties;
    if event.kind == EventKind::Identified || event.kind == EventKind::Grouped {
        // The person's own name is contact data; a product's is not.
        incoming.traits.remove("name");
        event.properties.extend(incoming.traits);
    }
    if let Some(previous) = incoming.previous_id {
        alias(&mut event, previous, &context.people.previous);
    }
    Ok(event)
}

/// An alias replaces a visitor's id, or a member whom the source knew by another id.
fn alias(event: &mut Event, previous: String, members: &HashMap<String, MemberId>) {
    match members.get(&previous) {
        Some(member) => {
            event.properties.insert("previous_member_id".to_owned(), member.to_string().into());
        }
        None => event.anonymous_id = Some(previous),
    }
}

fn rejected(index: usize, field: &str, reason: impl ToString) -> Rejected {
    Rejected { index, field: Some(field.to_owned()), reason: reason.to_string() }
}

/// Refuses texts that are too long, and people who can't be told apart.
///
/// A visitor's id goes into the event, so it can't be an e-mail address; one that an alias replaces may be, where it
/// names a member.
fn check(index: usize, incoming: &Incoming, members: &HashMap<String, MemberId>) -> Result<(), Rejected> {
    let texts = [
        ("messageId", &incoming.message_id),
        ("anonymousId", &incoming.anonymous_id),
        ("userId", &incoming.user_id),
        ("previousId", &incoming.previous_id),
        ("context.sessionId", &incoming.session),
        ("context.device.type", &incoming.device),
        ("context.location.country", &incoming.region),
    ];
    for (field, text) in texts {
        if let Some(text) = text
            && (text.chars().count() > TEXT_LENGTH_MAX || text.chars().any(char::is_control))
        {
            let reason = format!("longer than {TEXT_LENGTH_MAX} characters or not printable");
            return Err(rejected(index, field, reason));
        }
    }
    for (field, id) in [("anonymousId", &incoming.anonymous_id), ("previousId", &incoming.previous_id)] {
        if id.as_deref().is_some_and(holds_email) && !members.contains_key(id.as_deref().unwrap_or_default())
        {
            return Err(rejected(index, field, "an e-mail address is no visitor's id: send it as `userId`"));
        }
    }
    let name = incoming.kind.as_str();
    if name.is_empty() || name.chars().count() > TEXT_LENGTH_MAX || name.chars().any(char::is_control) {
        let reason = format!("a name of 1 to {TEXT_LENGTH_MAX} printable characters is needed");
        return Err(rejected(index, "event", reason));
    }
    if incoming.url.as_ref().is_some_and(|url| url.chars().count() > URL_LENGTH_MAX) {
        return Err(rejected(index, "context.page.url", format!("longer than {URL_LENGTH_MAX} characters")));
    }
    if incoming.utm.len() > LIST_LENGTH_MAX || incoming.consent.len() > LIST_LENGTH_MAX {
        return Err(rejected(
            index,
            "context",
            format!("more than {LIST_LENGTH_MAX} campaign fields or purposes"),
        ));
    }
    if incoming.user_id.is_none() && incoming.anonymous_id.is_none() {
        return Err(rejected(index, "anonymousId", "an event needs `userId` or `anonymousId`"));
    }
    if incoming.kind == EventKind::Aliased && (incoming.user_id.is_none() || incoming.previous_id.is_none()) {
        return Err(rejected(index, "previousId", "an alias needs `userId` and `previousId`"));
    }
    Ok(())
}

/// When it happened by our clock: a client's clock that is wrong by more than the way takes is corrected by what it
/// said when it sent (`received - (sent - timestamp)`, as Segment does); nothing happens in the future.
fn occurred_at(said: Option<Timestamp>, sent_at: Option<Timestamp>, now: Timestamp) -> Timestamp {
    let Some(said) = said else { return now };
    let skew = sent_at.map_or(0, |sent| now.micros_since(sent));
    let corrected = if skew.abs() > CLOCK_TOLERANCE_US { said.plus_micros(skew) } else { said };
    corrected.min(now)
}

/// What it was worth: what the client says, or the sum of prices and pieces.
pub(super) fn value(kind: &EventKind, properties: &Map<String, Value>, default: Currency) -> Option<Money> {
    let named = properties.get("currency").and_then(Value::as_str);
    let currency = match named {
        Some(code) => code.to_uppercase().parse().ok()?,
        None => default,
    };
    let names: &[&str] = match kind {
        EventKind::OrderCompleted | EventKind::OrderUpdated | EventKind::OrderCancelled => {
            &["total", "revenue", "value"]
        }
        EventKind::OrderRefunded => &["total", "value", "revenue"],
        _ => &["value", "revenue", "total"],
    };
    if let Some(amount) = names.iter().find_map(|name| price(properties.get(*name)?, currency)) {
        return amount.extend(1).ok();
    }
    let mut sum: Option<Money> = None;
    for object in objects(properties) {
        let Some(price) = object.get("price").and_then(|value| price(value, currency)) else { continue };
        let pieces = object.get("quantity").and_then(Value::as_i64).unwrap_or(1);
        let line = price.extend(pieces).ok()?;
        sum = Some(sum.map_or(Some(line), |sum| sum.add(line).ok())?);
    }
    sum
}

/// A price as clients send it: a number, also with the noise of binary fractions, or a text.
fn price(value: &Value, currency: Currency) -> Option<UnitPrice> {
    let number = match value {
        Value::Number(number) => number.as_f64()?,
        Value::String(text) => text.trim().parse().ok()?,
        _ => return None,
    };
    UnitPrice::parse(&format!("{number:.6}"), currency).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_wrong_clock_is_corrected_and_a_right_one_believed() {
        let now = at("2026-11-22T12:00:00Z");
        for (said, sent, expect) in [
            (Some("2026-11-22T11:00:00Z"), Some("2026-11-22T11:59:58Z"), "2026-11-22T11:00:00Z"),
            (Some("2026-11-22T14:00:00Z"), Some("2026-11-22T14:05:00Z"), "2026-11-22T11:55:00Z"),
            (Some("2020-01-01T00:00:00Z"), Some("2020-01-01T00:00:10Z"), "2026-11-22T11:59:50Z"),
            (Some("2026-11-23T00:00:00Z"), None, "2026-11-22T12:00:00Z"),
            (Some("2025-02-03T00:00:00Z"), None, "2025-02-03T00:00:00Z"),
            (None, Some("2020-01-01T00:00:00Z"), "2026-11-22T12:00:00Z"),
        ] {
            assert_eq!(occurred_at(said.map(at), sent.map(at), now), at(expect), "{said:?} {sent:?}");
        }
    }

    #[test]
    fn worth_is_what_is_said_or_the_sum_of_the_goods() {
        use EventKind as K;
        for (kind, properties, expect) in [
            (K::OrderCompleted, r#"{"revenue": 25, "total": 27.5, "currency": "usd"}"#, Some((2750, "USD"))),
            (
                K::OrderCompleted,
                r#"{"products": [{"price": 19.99, "quantity": 2}, {"price": "1.5"}]}"#,
                Some((4148, "CNY")),
            ),
            (K::ProductAdded, r#"{"price": 0.1, "quantity": 3}"#, Some((30, "CNY"))),
            (K::ProductAdded, r#"{"price": 5, "currency": "nonsense"}"#, None),
            (K::ProductViewed, r#"{"value": 12.340000000000001}"#, Some((1234, "CNY"))),
            (K::ProductViewed, r#"{"price": 1e300}"#, None),
            (K::PageViewed, "{}", None),
        ] {
            let properties: Value = serde_json::from_str(properties).unwrap();
            let found = value(&kind, properties.as_object().unwrap(), Currency::CNY);
            let expect = expect.map(|(minor, code)| Money::new(minor, code.parse().unwrap()));
            assert_eq!(found, expect, "{properties}");
        }
    }
}
