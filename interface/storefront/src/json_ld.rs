//! Structured data for search engines (schema.org as JSON-LD), safe to stand within a script element.

use mercat_model::Locale;
use serde_json::{Value, json};

use crate::address;
use crate::card::CategoryLink;
use crate::layout::Layout;
use crate::product_page::ProductPage;
use crate::texts::Texts;

const CONTEXT: &str = "https://schema.org";

/// JSON text in which nothing can close a script element or open a comment.
pub(crate) fn script_safe(value: &Value) -> String {
    value
        .to_string()
        .replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

/// The shop itself (schema.org `WebSite`).
pub(crate) fn web_site(layout: &Layout) -> String {
    script_safe(&json!({
        "@context": CONTEXT,
        "@type": "WebSite",
        "name": layout.shop_name,
        "url": layout.absolute(&address::home(&layout.locale)),
        "inLanguage": layout.locales.iter().map(Locale::as_str).collect::<Vec<_>>(),
    }))
}

/// The way from home to a page (schema.org `BreadcrumbList`). `own` is the name and path of a page below the trail.
pub(crate) fn breadcrumbs(
    layout: &Layout,
    texts: &Texts,
    trail: &[&CategoryLink],
    own: Option<(&str, String)>,
) -> String {
    let home = (texts.text("home"), address::home(&layout.locale));
    let categories =
        trail.iter().map(|link| (link.name.clone(), address::category(&layout.locale, &link.slug)));
    let own = own.map(|(name, path)| (name.to_owned(), path));
    let items: Vec<Value> = std::iter::once(home)
        .chain(categories)
        .chain(own)
        .enumerate()
        .map(|(position, (name, path))| {
            json!({
                "@type": "ListItem",
                "position": position + 1,
                "name": name,
                "item": layout.absolute(&path),
            })
        })
        .collect();
    script_safe(&json!({ "@context": CONTEXT, "@type": "BreadcrumbList", "itemListElement": items }))
}

/// A product and its offer (schema.org `Product`, `Offer`).
pub(crate) fn product(page: &ProductPage, description: &str) -> String {
    let url = page.layout.absolute(&address::product(&page.layout.locale, &page.slug));
    let mut product = json!({
        "@context": CONTEXT,
        "@type": "Product",
        "name": page.title,
        "image": page.layout.absolute(&page.picture),
        "description": description,
        "sku": page.sku,
        "url": url,
        "offers": {
            "@type": "Offer",
            "url": url,
            "price": page.price.amount(),
            "priceCurrency": page.price.currency.code(),
            "availability": "https://schema.org/InStock",
            "itemCondition": "https://schema.org/NewCondition",
            "seller": { "@type": "Organization", "name": page.merchant },
        },
    });
    if let Some(category) = page.ancestors.last() {
        product["category"] = json!(category.name);
    }
    if let Some((_, brand)) = page.attributes.iter().find(|(name, _)| name == "brand") {
        product["brand"] = json!({ "@type": "Brand", "name": brand });
    }
    script_safe(&product)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_closes_the_script_and_the_value_stays() {
        let value = json!({ "name": "</script><!-- & \u{2028}" });
        let text = script_safe(&value);
        assert!(!text.contains(['<', '>', '&', '\u{2028}']));
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
    }
}
