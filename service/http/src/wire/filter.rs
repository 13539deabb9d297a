//! Events as people write them in an address: `product_viewed[device=phone;value>=10.00 CNY]`.
//!
//! ```text
//! events     = event { "," event }
//! event      = kinds [ "[" condition { ";" condition } "]" ]
//! kinds      = "*" | word { "|" word }
//! condition  = column                         there is a text
//!            | column "="  word { "|" word }  it is one of these
//!            | column "!=" word               it is another one, or there is none
//!            | column "~"  word               this stands in it
//!            | "value" (">=" | "<=" | "=") amount currency
//! column     = "session" | "source" | "device" | "region" | "channel" | "merchant" | "url" | "product"
//!            | "currency" | "utm." word | "properties." word
//! word       = any characters but those of this grammar, or in double quotes with \" and \\
//! ```
//!
//! Kinds are written as clients write them: `product_viewed` and `Product Viewed` are one.

use mercat_flow::report::behaviour::paths::Node;
use mercat_flow::report::behaviour::{Condition, Filter, TextTest};
use mercat_model::{Currency, EventKind, Money, TextColumn};

use crate::error::HttpError;

/// Characters of one parameter: ten steps of eight conditions, written out.
const LENGTH_MAX: usize = 8_000;

/// An event of a parameter: how it was written, and what it means.
pub(crate) struct Written {
    pub(crate) text: String,
    pub(crate) filter: Filter,
}

/// The events of a parameter, in order.
pub(crate) fn events(field: &'static str, text: &str) -> Result<Vec<Written>, HttpError> {
    let mut reader = Reader::new(field, text)?;
    let mut events = Vec::new();
    loop {
        let start = reader.at;
        let filter = reader.event()?;
        events.push(Written { text: reader.text[start..reader.at].trim().to_owned(), filter });
        if !reader.takes(",") {
            reader.end()?;
            return Ok(events);
        }
    }
}

/// The one event of a parameter; any event where the parameter is not given.
pub(crate) fn event(field: &'static str, text: Option<&str>) -> Result<Written, HttpError> {
    let Some(text) = text else { return Ok(Written { text: "*".to_owned(), filter: Filter::default() }) };
    let mut reader = Reader::new(field, text)?;
    let filter = reader.event()?;
    reader.end()?;
    Ok(Written { text: text.trim().to_owned(), filter })
}

/// A column by its name.
pub(crate) fn column(field: &'static str, name: &str) -> Result<TextColumn, HttpError> {
    let column = match name {
        "session" => TextColumn::Session,
        "source" => TextColumn::Source,
        "device" => TextColumn::Device,
        "region" => TextColumn::Region,
        "channel" => TextColumn::Channel,
        "merchant" => TextColumn::Merchant,
        "url" => TextColumn::Url,
        "product" => TextColumn::Product,
        "currency" => TextColumn::Currency,
        _ => match name.split_once('.') {
            Some(("utm", name)) if !name.is_empty() => TextColumn::Utm(name.to_owned()),
            Some(("properties", name)) if !name.is_empty() => TextColumn::Property(name.to_owned()),
            _ => {
                let known = "session, source, device, region, channel, merchant, url, product, currency, \
                    utm.… or properties.…";
                return Err(HttpError::field(field, format!("`{}` is none of {known}", start_of(name))));
            }
        },
    };
    Ok(column)
}

/// The nodes of a path: `kind` or `kind@page`, with commas between.
pub(crate) fn nodes(field: &'static str, text: &str) -> Result<Vec<Node>, HttpError> {
    let mut reader = Reader::new(field, text)?;
    let mut nodes = Vec::new();
    loop {
        let kind = reader.kind(",@")?.as_str().to_owned();
        let page = if reader.takes("@") { Some(reader.word(",")?) } else { None };
        nodes.push(Node { kind, page });
        if !reader.takes(",") {
            reader.end()?;
            return Ok(nodes);
        }
    }
}

/// Reads a parameter from left to right.
struct Reader<'a> {
    field: &'static str,
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn new(field: &'static str, text: &'a str) -> Result<Self, HttpError> {
        if text.len() > LENGTH_MAX {
            return Err(HttpError::field(field, format!("longer than {LENGTH_MAX} bytes: ask for less")));
        }
        Ok(Reader { field, text, at: 0 })
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn refused(&self, what: &str) -> HttpError {
        let (field, rest) = (self.field, start_of(self.rest()));
        let example = "write events like `product_viewed[device=phone]`";
        HttpError::field(field, format!("{what} is missing at `{rest}`: {example}"))
    }

    /// Passes over blanks and then a mark, if it stands there.
    fn takes(&mut self, mark: &str) -> bool {
        let blanks = self.rest().len() - self.rest().trim_start().len();
        let found = self.rest()[blanks..].starts_with(mark);
        if found {
            self.at += blanks + mark.len();
        }
        found
    }

    fn end(&self) -> Result<(), HttpError> {
        if self.rest().trim().is_empty() { Ok(()) } else { Err(self.refused("`,` or the end")) }
    }

    /// A word up to one of some marks, or in quotes.
    fn word(&mut self, marks: &str) -> Result<String, HttpError> {
        if self.takes("\"") {
            return self.quoted();
        }
        let length = self.rest().find(|c| marks.contains(c)).unwrap_or(self.rest().len());
        let word = self.rest()[..length].trim().to_owned();
        if word.is_empty() {
            return Err(self.refused("a word"));
        }
        self.at += length;
        Ok(word)
    }

    /// What stands up to the closing quotes.
    fn quoted(&mut self) -> Result<String, HttpError> {
        let mut word = String::new();
        let mut characters = self.rest().char_indices();
        while let Some((position, character)) = characters.next() {
            match character {
                '"' => {
                    self.at += position + 1;
                    return Ok(word);
                }
                '\\' => word.extend(characters.next().map(|(_, escaped)| escaped)),
                character => word.push(character),
            }
        }
        Err(self.refused("a closing `\"`"))
    }

    fn kind(&mut self, marks: &str) -> Result<EventKind, HttpError> {
        Ok(EventKind::named(&self.word(marks)?))
    }

    fn event(&mut self) -> Result<Filter, HttpError> {
        let (mut kinds, mut conditions) = (Vec::new(), Vec::new());
        if !self.takes("*") {
            kinds.push(self.kind(",|[]")?);
            while self.takes("|") {
                kinds.push(self.kind(",|[]")?);
            }
        }
        if self.takes("[") {
            conditions.push(self.condition()?);
            while self.takes(";") {
                conditions.push(self.condition()?);
            }
            if !self.takes("]") {
                return Err(self.refused("`;` or `]`"));
            }
        }
        Filter::new(self.field, kinds, conditions).map_err(|error| mercat_flow::FlowError::from(error).into())
    }

    fn condition(&mut self) -> Result<Condition, HttpError> {
        const MARKS: &str = ";]=!~<>";
        let name = self.word(MARKS)?;
        if name == "value" {
            return self.value();
        }
        let column = column(self.field, &name)?;
        let test = if self.takes("=") {
            let mut texts = vec![self.word("|;]")?];
            while self.takes("|") {
                texts.push(self.word("|;]")?);
            }
            match <[String; 1]>::try_from(texts) {
                Ok([text]) => TextTest::Is(text),
                Err(texts) => TextTest::OneOf(texts),
            }
        } else if self.takes("!=") {
            TextTest::IsNot(self.word(";]")?)
        } else if self.takes("~") {
            TextTest::Contains(self.word(";]")?)
        } else {
            TextTest::Exists
        };
        Ok(Condition::Text { column, test })
    }

    fn value(&mut self) -> Result<Condition, HttpError> {
        let (least, most) = match () {
            () if self.takes(">=") => (true, false),
            () if self.takes("<=") => (false, true),
            () if self.takes("=") => (true, true),
            () => return Err(self.refused("`>=`, `<=` or `=`")),
        };
        let amount = self.word(";]")?;
        let refused = || {
            let reason = format!("`{}` is not an amount like `12.50 CNY`", start_of(&amount));
            HttpError::field(self.field, reason)
        };
        let (number, currency) = amount.rsplit_once(' ').ok_or_else(refused)?;
        let currency: Currency = currency.parse().map_err(|_| refused())?;
        let minor = Money::parse(number.trim(), currency).map_err(|_| refused())?.minor;
        Ok(Condition::Value { currency, minor_min: least.then_some(minor), minor_max: most.then_some(minor) })
    }
}

/// The first characters of what can't be read.
fn start_of(text: &str) -> String {
    text.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(column: TextColumn, test: TextTest) -> Condition {
        Condition::Text { column, test }
    }

    fn filter(kinds: &[EventKind], conditions: &[Condition]) -> Filter {
        Filter::new("steps", kinds.to_vec(), conditions.to_vec()).unwrap()
    }

    #[test]
    fn events_are_read_as_they_are_written() {
        let is = |word: &str| TextTest::Is(word.to_owned());
        let (viewed, added) = (EventKind::ProductViewed, EventKind::ProductAdded);
        let value = |minor_min, minor_max| Condition::Value { currency: Currency::CNY, minor_min, minor_max };
        for (written, expect) in [
            ("product_viewed", filter(std::slice::from_ref(&viewed), &[])),
            (" Product Viewed | product_added ", filter(&[viewed.clone(), added], &[])),
            ("*", filter(&[], &[])),
            ("Video Played", filter(&[EventKind::Other("Video Played".to_owned())], &[])),
            ("*[device=phone]", filter(&[], &[text(TextColumn::Device, is("phone"))])),
            (
                "product_viewed[device != phone ; utm.source]",
                filter(
                    &[viewed],
                    &[
                        text(TextColumn::Device, TextTest::IsNot("phone".to_owned())),
                        text(TextColumn::Utm("source".to_owned()), TextTest::Exists),
                    ],
                ),
            ),
            (
                r#"*[url~"a,b;]\"\\";region=CN|DE]"#,
                filter(
                    &[],
                    &[
                        text(TextColumn::Url, TextTest::Contains("a,b;]\"\\".to_owned())),
                        text(TextColumn::Region, TextTest::OneOf(vec!["CN".to_owned(), "DE".to_owned()])),
                    ],
                ),
            ),
            (
                "*[properties.size=XL]",
                filter(&[], &[text(TextColumn::Property("size".to_owned()), is("XL"))]),
            ),
            (
                "*[value>=12.50 CNY;value<=20 CNY]",
                filter(&[], &[value(Some(1_250), None), value(None, Some(2_000))]),
            ),
        ] {
            let read = events("steps", written).unwrap_or_else(|error| panic!("{written}: {}", error.detail));
            assert_eq!(read.len(), 1, "{written}");
            assert_eq!(read[0].filter, expect, "{written}");
            assert_eq!(read[0].text, written.trim());
        }
    }

    #[test]
    fn steps_are_parted_by_commas_outside_of_quotes() {
        let read = events("steps", r#"page_viewed[url="/a,b"] , order_completed"#).ok().unwrap();
        let texts: Vec<&str> = read.iter().map(|event| event.text.as_str()).collect();
        assert_eq!(texts, [r#"page_viewed[url="/a,b"]"#, "order_completed"]);
    }

    #[test]
    fn nodes_name_kind_and_page() {
        let node =
            |kind: &str, page: Option<&str>| Node { kind: kind.to_owned(), page: page.map(str::to_owned) };
        assert_eq!(
            nodes("path", r#"page_viewed@"/a,b@c",Product Viewed@/p"#).ok().unwrap(),
            [node("page_viewed", Some("/a,b@c")), node("product_viewed", Some("/p"))]
        );
        assert!(nodes("path", "a,").is_err());
    }

    #[test]
    fn what_can_not_be_read_is_named_with_its_field() {
        for (written, reason) in [
            ("", "a word is missing"),
            ("product_viewed,", "a word is missing"),
            ("product_viewed[", "a word is missing"),
            ("product_viewed[device=phone", "`;` or `]` is missing"),
            ("product_viewed[device=phone]x", "`,` or the end is missing at `x`"),
            ("product_viewed[shoe=41]", "`shoe` is none of"),
            ("product_viewed[device=\"phone]", "a closing `\"` is missing"),
            ("*[value>=12.50]", "`12.50` is not an amount"),
            ("*[value>=12.505 CNY]", "is not an amount"),
            ("*[value~1 CNY]", "`>=`, `<=` or `=` is missing"),
            ("*[properties.]", "is none of"),
        ] {
            let error = events("steps", written).err().unwrap();
            assert_eq!(error.field.as_deref(), Some("steps"), "{written}");
            assert!(error.detail.contains(reason), "{written}: {}", error.detail);
        }
        assert!(events("steps", &"a".repeat(8_001)).err().unwrap().detail.contains("longer than"));
    }
}
