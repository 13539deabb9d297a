//! Reads single values of rows: what can't be taken comes back as a reject that says what would be right.

use mercat_model::{Currency, Locale, Timestamp, UnitPrice, Zone};

use crate::import::read::Row;
use crate::import::rejects::Reject;

/// Characters of a code or a name: SKUs, numbers, countries, e-mails.
pub(crate) const NAME_LENGTH_MAX: usize = 255;

/// Characters of a title.
pub(crate) const TITLE_LENGTH_MAX: usize = 500;

/// Characters of a description.
pub(crate) const DESCRIPTION_LENGTH_MAX: usize = 20_000;

/// Pieces of one line.
pub(crate) const QUANTITY_MAX: i64 = 1_000_000;

/// How far behind now a time may lie: clocks differ, and a day holds every time zone.
const AHEAD_SECONDS_MAX: i64 = 86_400;

/// The value of a column that a row must have, at most [`NAME_LENGTH_MAX`] characters.
pub(crate) fn required(row: &Row, column: &str) -> Result<String, Reject> {
    optional(row, column, NAME_LENGTH_MAX)?
        .ok_or_else(|| Reject::new(row.line, column, "", "empty: every row needs one"))
}

/// The value of a column, if the row has one.
pub(crate) fn optional(row: &Row, column: &str, length_max: usize) -> Result<Option<String>, Reject> {
    checked(row, column, row.get(column), length_max)
}

/// A value that stands in `column`, if it is not empty.
pub(crate) fn checked(
    row: &Row,
    column: &str,
    value: &str,
    length_max: usize,
) -> Result<Option<String>, Reject> {
    if value.is_empty() {
        return Ok(None);
    }
    // Bytes are at least as many as characters, so most values need no count.
    if value.len() > length_max && value.chars().count() > length_max {
        return Err(Reject::new(row.line, column, value, format!("longer than {length_max} characters")));
    }
    if value.contains('\0') {
        return Err(Reject::new(row.line, column, value, "holds a zero character, which no text can hold"));
    }
    Ok(Some(value.to_owned()))
}

/// What a column parses to, if the row has a value there.
pub(crate) fn parsed<T, E: ToString>(
    row: &Row,
    column: &str,
    parse: impl FnOnce(&str) -> Result<T, E>,
) -> Result<Option<T>, Reject> {
    match row.get(column) {
        "" => Ok(None),
        value => match parse(value) {
            Ok(parsed) => Ok(Some(parsed)),
            Err(error) => Err(Reject::new(row.line, column, value, error.to_string())),
        },
    }
}

/// A currency in either case of letters.
pub(crate) fn currency(row: &Row) -> Result<Option<Currency>, Reject> {
    parsed(row, "currency", |text| text.to_ascii_uppercase().parse::<Currency>())
}

/// A language tag.
pub(crate) fn locale(row: &Row, column: &str) -> Result<Option<Locale>, Reject> {
    parsed(row, column, |text| text.replace('_', "-").parse::<Locale>())
}

/// A price that is not negative.
pub(crate) fn price(row: &Row, column: &str, currency: Currency) -> Result<Option<UnitPrice>, Reject> {
    parsed(row, column, |text| match UnitPrice::parse(text, currency) {
        Ok(price) if price.micros < 0 => Err("a negative price: goods are not sold below zero".to_owned()),
        Ok(price) => Ok(price),
        Err(error) => Err(error.to_string()),
    })
}

/// How to read times: those without an offset are local to `zone`, none lies more than a day behind `now`.
#[derive(Debug, Clone)]
pub(crate) struct Times {
    pub(crate) zone: Zone,
    pub(crate) now: Timestamp,
}

impl Times {
    /// RFC 3339 with an offset, or a local time or day.
    pub(crate) fn read(&self, row: &Row, column: &str) -> Result<Option<Timestamp>, Reject> {
        parsed(row, column, |text| {
            let time = match text.parse::<Timestamp>() {
                Ok(time) => time,
                Err(_) => self.zone.parse_local(text).map_err(|_| {
                    "not a time like `2026-01-31T09:30:00Z` or, in the shop's time zone, `2026-01-31 09:30:00`"
                })?,
            };
            if time > self.now.plus_seconds(AHEAD_SECONDS_MAX) { Err("lies in the future") } else { Ok(time) }
        })
    }
}

/// Pieces, 1 to [`QUANTITY_MAX`].
pub(crate) fn quantity(row: &Row, text: &str) -> Result<i64, Reject> {
    // Spreadsheets write whole numbers as decimals.
    let whole = text.strip_suffix(".0").unwrap_or(text);
    let reason = match whole.parse::<i64>() {
        Ok(1..=QUANTITY_MAX) => return Ok(whole.parse().unwrap_or(1)),
        Ok(..=0) => "not more than 0: what came back is not imported here".to_owned(),
        Ok(_) => format!("more than {QUANTITY_MAX} pieces"),
        Err(_) => "not a whole number of pieces".to_owned(),
    };
    Err(Reject::new(row.line, "quantity", text, reason))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn times() -> Times {
        let now = "2026-01-01T00:00:00Z".parse().unwrap();
        Times { zone: Zone::new("Asia/Shanghai").unwrap(), now }
    }

    #[test]
    fn times_have_an_offset_or_are_local() {
        for (text, expect) in [
            ("2025-03-01T08:00:00+01:00", Some("2025-03-01T07:00:00Z")),
            ("2025-03-01T07:00:00Z", Some("2025-03-01T07:00:00Z")),
            ("2025-03-01 15:00", Some("2025-03-01T07:00:00Z")),
            ("2025-03-01", Some("2025-02-28T16:00:00Z")),
            ("", None),
        ] {
            let row = Row::of(2, &[("placed_at", text)]);
            let time = times().read(&row, "placed_at").unwrap();
            assert_eq!(time.map(|t| t.to_string()).as_deref(), expect, "{text}");
        }
        for text in ["yesterday", "01/03/2025", "2026-01-03T00:00:00Z"] {
            assert!(times().read(&Row::of(2, &[("placed_at", text)]), "placed_at").is_err(), "{text}");
        }
    }

    #[test]
    fn quantities_are_whole_and_positive() {
        let row = Row::of(2, &[]);
        assert_eq!(quantity(&row, "12").unwrap(), 12);
        assert_eq!(quantity(&row, "12.0").unwrap(), 12);
        for text in ["0", "-3", "1.5", "", "1000001", "99999999999999999999", "many"] {
            assert!(quantity(&row, text).is_err(), "{text}");
        }
    }

    #[test]
    fn values_that_no_row_can_hold_are_rejected() {
        let row = Row::of(2, &[("sku", "A\0B"), ("title", "很长很长"), ("email", "  ")]);
        assert!(required(&row, "sku").unwrap_err().reason.contains("zero character"));
        assert!(optional(&row, "title", 3).unwrap_err().reason.contains("longer than 3"));
        assert_eq!(optional(&row, "title", 4).unwrap().as_deref(), Some("很长很长"));
        assert!(required(&row, "email").unwrap_err().reason.contains("empty"));
        assert!(price(&Row::of(2, &[("price", "-1")]), "price", Currency::CNY).is_err());
        assert!(price(&Row::of(2, &[("price", "1,50")]), "price", Currency::CNY).is_err());
    }
}
