//! Reads what a row says of an event.

use mercat_model::{Currency, EventKind, Money, Timestamp};
use serde_json::{Map, Value};

use crate::import::columns::is_contact;
use crate::import::field::{
    NAME_LENGTH_MAX, TITLE_LENGTH_MAX, Times, checked, currency, optional, parsed, quantity, required,
};
use crate::import::read::Row;
use crate::import::rejects::Reject;

/// Characters of an address.
const URL_LENGTH_MAX: usize = 2_000;

/// Products of one event.
const ITEMS_MAX: usize = 200;

/// Properties of one event.
const PROPERTIES_MAX: usize = 50;

/// What a row says of an event.
#[derive(Debug)]
pub(super) struct EventLine {
    pub(super) line: u64,
    pub(super) id: Option<String>,
    pub(super) kind: EventKind,
    pub(super) occurred_at: Timestamp,
    /// The member's external id.
    pub(super) member: Option<String>,
    pub(super) anonymous_id: Option<String>,
    /// SKUs with their pieces.
    pub(super) items: Vec<(String, i64)>,
    pub(super) session: Option<String>,
    pub(super) url: Option<String>,
    pub(super) region: Option<String>,
    pub(super) device: Option<String>,
    pub(super) value: Option<(i64, Currency)>,
    pub(super) properties: Map<String, Value>,
}

pub(super) fn read(row: &Row, times: &Times, default_currency: Currency) -> Result<EventLine, Reject> {
    let currency = currency(row)?.unwrap_or(default_currency);
    Ok(EventLine {
        line: row.line,
        id: optional(row, "id", NAME_LENGTH_MAX)?,
        kind: EventKind::named(&required(row, "kind")?),
        occurred_at: times
            .read(row, "occurred_at")?
            .ok_or_else(|| Reject::new(row.line, "occurred_at", "", "empty: every row needs one"))?,
        member: optional(row, "member", NAME_LENGTH_MAX)?,
        anonymous_id: optional(row, "anonymous_id", NAME_LENGTH_MAX)?,
        items: items(row)?,
        session: optional(row, "session", NAME_LENGTH_MAX)?,
        url: optional(row, "url", URL_LENGTH_MAX)?,
        region: optional(row, "region", NAME_LENGTH_MAX)?,
        device: optional(row, "device", NAME_LENGTH_MAX)?,
        value: parsed(row, "value", |text| Money::parse(text, currency))?
            .map(|value| (value.minor, value.currency)),
        properties: properties(row)?,
    })
}

/// SKUs parted by `|`, with as many quantities, or one for all.
fn items(row: &Row) -> Result<Vec<(String, i64)>, Reject> {
    let Some(skus) = optional(row, "sku", (NAME_LENGTH_MAX + 1) * ITEMS_MAX)? else { return Ok(Vec::new()) };
    let skus: Vec<&str> = skus.split('|').map(str::trim).collect();
    if skus.len() > ITEMS_MAX || skus.iter().any(|sku| sku.is_empty() || sku.len() > 4 * NAME_LENGTH_MAX) {
        let reason = format!("not 1 to {ITEMS_MAX} SKUs like `M1|M2`");
        return Err(Reject::new(row.line, "sku", row.get("sku"), reason));
    }
    let pieces = match row.get("quantity") {
        "" => vec![1],
        text => text.split('|').map(|part| quantity(row, part.trim())).collect::<Result<Vec<i64>, _>>()?,
    };
    if pieces.len() != 1 && pieces.len() != skus.len() {
        let reason = format!("{} quantities for {} SKUs", pieces.len(), skus.len());
        return Err(Reject::new(row.line, "quantity", row.get("quantity"), reason));
    }
    let pieces = pieces.iter().cycle();
    Ok(skus.into_iter().zip(pieces).map(|(sku, pieces)| (sku.to_owned(), *pieces)).collect())
}

/// The columns `property:…` and the object `properties`; contact data never enters an event.
fn properties(row: &Row) -> Result<Map<String, Value>, Reject> {
    let mut found = Map::new();
    let object = parsed(row, "properties", |text| {
        serde_json::from_str::<Map<String, Value>>(text)
            .map_err(|_| "not a JSON object like `{\"coupon\": \"SPRING\"}`")
    })?;
    let mut add = |column: &str, name: &str, value: Value| {
        let text = value.as_str().map_or_else(|| value.to_string(), |text| text.trim().to_owned());
        let name = checked(row, column, name.trim(), NAME_LENGTH_MAX)?;
        let text = checked(row, column, &text, TITLE_LENGTH_MAX)?;
        if let (Some(name), Some(text)) = (name, text)
            && !is_contact("property", &name)
        {
            found.insert(name, if value.is_string() { Value::String(text) } else { value });
        }
        Ok::<_, Reject>(())
    };
    for (name, value) in object.unwrap_or_default() {
        if !value.is_null() {
            add("properties", &name, value)?;
        }
    }
    for (column, value) in row.fields() {
        if let Some(("property", name)) = column.split_once(':') {
            add(column, name, value.into())?;
        }
    }
    if found.len() > PROPERTIES_MAX {
        let reason = format!("more than {PROPERTIES_MAX} properties");
        return Err(Reject::new(row.line, "properties", "", reason));
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use mercat_model::Zone;

    use super::*;

    fn line(fields: &[(&str, &str)]) -> Result<EventLine, Reject> {
        let mut all = vec![("kind", "product_viewed"), ("occurred_at", "2025-05-01T08:00:00Z")];
        all.retain(|(name, _)| !fields.iter().any(|(given, _)| given == name));
        all.extend_from_slice(fields);
        let times = Times { zone: Zone::utc(), now: "2026-01-01T00:00:00Z".parse().unwrap() };
        read(&Row::of(2, &all), &times, Currency::CNY)
    }

    #[test]
    fn kinds_have_our_names_or_their_own() {
        for (text, expect) in [
            ("product_viewed", EventKind::ProductViewed),
            ("Product Viewed", EventKind::ProductViewed),
            ("Products Searched", EventKind::ProductsSearched),
            ("Order Completed", EventKind::OrderCompleted),
            ("page", EventKind::PageViewed),
            ("Video Played", EventKind::Other("Video Played".to_owned())),
        ] {
            assert_eq!(EventKind::named(text), expect, "{text}");
        }
    }

    #[test]
    fn skus_have_their_own_pieces_or_one_number_for_all() {
        let items = |sku, quantity| line(&[("sku", sku), ("quantity", quantity)]).map(|line| line.items);
        let pairs = |a, b| vec![("M1".to_owned(), a), ("M2".to_owned(), b)];
        assert_eq!(items("M1|M2", "").unwrap(), pairs(1, 1));
        assert_eq!(items("M1 | M2", "3").unwrap(), pairs(3, 3));
        assert_eq!(items("M1|M2", "3|4").unwrap(), pairs(3, 4));
        assert_eq!(items("", "").unwrap(), []);
        assert_eq!(items("M1|M2", "1|2|3").unwrap_err().column, "quantity");
        assert_eq!(items("M1||M2", "").unwrap_err().column, "sku");
        assert_eq!(items("M1", "none").unwrap_err().column, "quantity");
    }

    #[test]
    fn contact_data_is_left_out_of_properties() {
        let line = line(&[
            ("property:coupon", "SPRING"),
            ("property:email", "mei@example.com"),
            ("properties", "{\"First Name\": \"Mei\", \"orderId\": 7}"),
        ])
        .unwrap();
        let names: Vec<&str> = line.properties.keys().map(String::as_str).collect();
        assert_eq!(names, ["coupon", "orderId"]);
    }
}
