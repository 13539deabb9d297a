//! Values as clients of many vendors send them: texts that may be numbers, times in several spellings.

use std::borrow::Cow;
use std::fmt;

use mercat_model::Timestamp;
use serde::de::{Deserialize, Deserializer, Visitor};

/// Numbers above this are milliseconds since 1970, those below are seconds.
const MILLISECONDS_FROM: f64 = 1e11;

/// A text, or a number or truth value that stands for one.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Text<'a>(pub(super) Cow<'a, str>);

impl Text<'_> {
    /// The text without spaces around it; none when nothing is left.
    pub(super) fn given(text: Option<Text<'_>>) -> Option<String> {
        text.map(|text| text.0.trim().to_owned()).filter(|text| !text.is_empty())
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Texts;

        impl<'de> Visitor<'de> for Texts {
            type Value = Text<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text or a number")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Owned(text.to_owned())))
            }

            fn visit_bool<E>(self, value: bool) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Owned(value.to_string())))
            }

            fn visit_i64<E>(self, number: i64) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Owned(number.to_string())))
            }

            fn visit_u64<E>(self, number: u64) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Owned(number.to_string())))
            }

            fn visit_f64<E>(self, number: f64) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Owned(number.to_string())))
            }
        }
        deserializer.deserialize_any(Texts)
    }
}

/// A time: RFC 3339, the same without a zone (UTC) or with a space, seconds or milliseconds since 1970.
pub(super) fn time(text: &str) -> Result<Timestamp, String> {
    let text = text.trim();
    if let Ok(time) = text.parse() {
        return Ok(time);
    }
    if let Ok(number) = text.parse::<f64>()
        && number.is_finite()
    {
        let micros = if number.abs() >= MILLISECONDS_FROM { number * 1e3 } else { number * 1e6 };
        return Ok(Timestamp::from_micros(micros as i64));
    }
    let joined = text.replacen(' ', "T", 1);
    let zoned = if joined.contains('T') { format!("{joined}Z") } else { format!("{joined}T00:00:00Z") };
    joined
        .parse()
        .or_else(|_| zoned.parse())
        .map_err(|_| format!("`{}` is not a time like `2026-01-31T09:30:00Z`", shortened(text)))
}

/// The beginning of a text, for messages.
pub(super) fn shortened(text: &str) -> String {
    text.chars().take(64).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_come_in_several_spellings() {
        let expect: Timestamp = "2026-01-31T09:30:00Z".parse().unwrap();
        for text in [
            "2026-01-31T09:30:00Z",
            "2026-01-31T17:30:00+08:00",
            "2026-01-31T09:30:00.000",
            "2026-01-31 09:30:00",
            "1769851800",
            "1769851800000",
            " 2026-01-31T09:30:00+00:00 ",
        ] {
            assert_eq!(time(text), Ok(expect), "{text}");
        }
        for text in ["yesterday", "", "2026-13-01", "NaN", "{}"] {
            assert!(time(text).is_err(), "{text}");
        }
    }

    #[test]
    fn ids_may_be_numbers() {
        for (json, expect) in
            [("\"a\"", "a"), ("7", "7"), ("-7", "-7"), ("1.5", "1.5"), ("\"\\u4e2d\"", "中")]
        {
            assert_eq!(serde_json::from_str::<Text<'_>>(json).unwrap().0, expect);
        }
        assert!(serde_json::from_str::<Text<'_>>("[1]").is_err());
    }
}
