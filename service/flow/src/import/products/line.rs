//! Reads what a row says of a product.

use std::collections::BTreeMap;

use mercat_model::slug::{SLUG_LENGTH_MAX, slug};
use mercat_model::{Currency, Locale, ProductStatus, UnitPrice};

use crate::import::field::{
    DESCRIPTION_LENGTH_MAX, NAME_LENGTH_MAX, TITLE_LENGTH_MAX, checked, currency, locale, optional, parsed,
    price, required,
};
use crate::import::read::Row;
use crate::import::rejects::Reject;

/// Named properties of a product.
const ATTRIBUTES_MAX: usize = 100;

/// Levels of a category path.
const CATEGORY_LEVELS_MAX: usize = 8;

/// What a row says of a product.
#[derive(Debug)]
pub(super) struct ProductLine {
    pub(super) line: u64,
    pub(super) sku: String,
    pub(super) merchant: Option<String>,
    pub(super) price: UnitPrice,
    /// Names from the top of the tree; empty when the row names no category.
    pub(super) category: Vec<String>,
    pub(super) slug: Option<String>,
    pub(super) status: Option<ProductStatus>,
    /// The language of `title` and `description`; none for the shop's own.
    pub(super) locale: Option<Locale>,
    pub(super) title: String,
    pub(super) description: Option<String>,
    /// Titles and descriptions of further languages.
    pub(super) texts: Vec<(Locale, TextPart, String)>,
    pub(super) attributes: BTreeMap<String, String>,
}

/// Which text of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TextPart {
    Title,
    Description,
}

pub(super) fn read(row: &Row, default_currency: Currency) -> Result<ProductLine, Reject> {
    let currency = currency(row)?.unwrap_or(default_currency);
    let sku = required(row, "sku")?;
    let title = optional(row, "title", TITLE_LENGTH_MAX)?
        .ok_or_else(|| Reject::new(row.line, "title", "", "empty: every row needs one"))?;
    let price = price(row, "price", currency)?
        .ok_or_else(|| Reject::new(row.line, "price", "", "empty: every row needs one"))?;
    let mut line = ProductLine {
        line: row.line,
        sku,
        merchant: optional(row, "merchant", NAME_LENGTH_MAX)?,
        price,
        category: category(row)?,
        slug: parsed(row, "slug", given_slug)?,
        status: parsed(row, "status", status)?,
        locale: locale(row, "locale")?,
        title,
        description: optional(row, "description", DESCRIPTION_LENGTH_MAX)?,
        texts: Vec::new(),
        attributes: attributes(row)?,
    };
    for (column, value) in row.fields() {
        let part = match column.split_once(':') {
            Some(("title", tag)) => Some((TextPart::Title, TITLE_LENGTH_MAX, tag)),
            Some(("description", tag)) => Some((TextPart::Description, DESCRIPTION_LENGTH_MAX, tag)),
            _ => None,
        };
        if let Some((part, length_max, tag)) = part
            && let Some(text) = checked(row, column, value, length_max)?
        {
            let locale = tag.replace('_', "-").parse::<Locale>();
            let locale = locale.map_err(|error| Reject::new(row.line, column, value, error))?;
            line.texts.push((locale, part, text));
        }
    }
    Ok(line)
}

/// `Home > Mugs` as names from the top.
fn category(row: &Row) -> Result<Vec<String>, Reject> {
    let Some(path) = optional(row, "category", NAME_LENGTH_MAX * CATEGORY_LEVELS_MAX)? else {
        return Ok(Vec::new());
    };
    parsed(row, "category", |_| {
        let names: Vec<String> = path.split('>').map(|name| name.trim().to_owned()).collect();
        if names.iter().any(String::is_empty) {
            return Err("a name of the path is empty: write it like `Home > Mugs`".to_owned());
        }
        if names.len() > CATEGORY_LEVELS_MAX {
            return Err(format!("deeper than {CATEGORY_LEVELS_MAX} levels"));
        }
        if names.iter().any(|name| name.chars().count() > NAME_LENGTH_MAX) {
            return Err(format!("a name of the path is longer than {NAME_LENGTH_MAX} characters"));
        }
        Ok(names)
    })
    .map(Option::unwrap_or_default)
}

fn given_slug(text: &str) -> Result<String, String> {
    if text.len() > SLUG_LENGTH_MAX {
        return Err(format!("longer than {SLUG_LENGTH_MAX} characters"));
    }
    if slug(text, "") != text {
        return Err("not an address like `blue-mug`: lower-case letters, digits and hyphens".to_owned());
    }
    Ok(text.to_owned())
}

fn status(text: &str) -> Result<ProductStatus, &'static str> {
    match text.to_lowercase().as_str() {
        "published" => Ok(ProductStatus::Published),
        "archived" => Ok(ProductStatus::Archived),
        _ => Err("neither `published` nor `archived`"),
    }
}

/// The columns `attribute:…` and the object `attributes`.
fn attributes(row: &Row) -> Result<BTreeMap<String, String>, Reject> {
    let mut found = BTreeMap::new();
    let object = parsed(row, "attributes", |text| {
        serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(text)
            .map_err(|_| "not a JSON object like `{\"colour\": \"teal\"}`")
    })?;
    for (name, value) in object.unwrap_or_default() {
        let value = match value {
            serde_json::Value::Null => continue,
            serde_json::Value::String(text) => text,
            other => other.to_string(),
        };
        add(row, &mut found, "attributes", name.trim(), value.trim())?;
    }
    for (column, value) in row.fields() {
        if let Some(("attribute", name)) = column.split_once(':') {
            add(row, &mut found, column, name, value)?;
        }
    }
    if found.len() > ATTRIBUTES_MAX {
        let reason = format!("more than {ATTRIBUTES_MAX} attributes");
        return Err(Reject::new(row.line, "attributes", "", reason));
    }
    Ok(found)
}

fn add(
    row: &Row,
    found: &mut BTreeMap<String, String>,
    column: &str,
    name: &str,
    value: &str,
) -> Result<(), Reject> {
    let name = checked(row, column, name, NAME_LENGTH_MAX)?;
    let value = checked(row, column, value, TITLE_LENGTH_MAX)?;
    if let (Some(name), Some(value)) = (name, value) {
        found.insert(name, value);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(fields: &[(&str, &str)]) -> Result<ProductLine, Reject> {
        let mut all = vec![("sku", "M1"), ("title", "Mug"), ("price", "12.50")];
        all.retain(|(name, _)| !fields.iter().any(|(given, _)| given == name));
        all.extend_from_slice(fields);
        read(&Row::of(2, &all), Currency::CNY)
    }

    #[test]
    fn a_row_says_what_a_product_is() {
        let line = line(&[
            ("currency", "eur"),
            ("category", "Home>  Mugs "),
            ("title:zh_cn", "杯子"),
            ("attribute:colour", "teal"),
            ("attributes", "{\"size\": 3, \"none\": null}"),
            ("status", "Archived"),
        ])
        .unwrap();
        assert_eq!(line.price, UnitPrice::new(12_500_000, "EUR".parse().unwrap()));
        assert_eq!(line.category, ["Home", "Mugs"]);
        assert_eq!(line.texts, [(Locale::zh_cn(), TextPart::Title, "杯子".to_owned())]);
        let pairs: Vec<_> = line.attributes.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        assert_eq!(pairs, [("colour", "teal"), ("size", "3")]);
        assert_eq!(line.status, Some(ProductStatus::Archived));
    }

    #[test]
    fn what_no_product_can_have_is_rejected_with_its_column() {
        for (column, value) in [
            ("sku", ""),
            ("title", ""),
            ("price", ""),
            ("price", "-1"),
            ("price", "12,5"),
            ("currency", "euro"),
            ("category", "Home > > Mugs"),
            ("category", "a>b>c>d>e>f>g>h>i"),
            ("slug", "Blue Mug"),
            ("status", "sold"),
            ("locale", "english language"),
            ("title:x", "Mug"),
            ("attributes", "[1]"),
        ] {
            assert_eq!(line(&[(column, value)]).unwrap_err().column, column, "{column} {value}");
        }
    }
}
