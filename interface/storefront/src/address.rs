//! Where pages and files of the storefront live: paths from the root, with every part percent-encoded.

use std::fmt::Write;

use mercat_model::{Locale, ProductId};

use crate::category_page::{Page, Sort};

/// The index of all sitemap files.
pub const SITEMAP: &str = "/sitemap.xml";

/// The rules for crawlers.
pub const ROBOTS: &str = "/robots.txt";

/// The home page.
pub fn home(locale: &Locale) -> String {
    format!("/{locale}")
}

/// A category's page in its usual order.
pub fn category(locale: &Locale, slug: &str) -> String {
    format!("/{locale}/c/{}", encoded(slug))
}

/// A page of a category's products in an order.
pub fn category_listing(locale: &Locale, slug: &str, sort: Sort, page: &Page) -> String {
    let mut address = category(locale, slug);
    let mut separator = '?';
    if sort != Sort::default() {
        let _ = write!(address, "{separator}sort={}", sort.as_str());
        separator = '&';
    }
    match page {
        Page::First => {}
        Page::After(cursor) => _ = write!(address, "{separator}after={}", encoded(cursor)),
        Page::Before(cursor) => _ = write!(address, "{separator}before={}", encoded(cursor)),
    }
    address
}

/// What the shop keeps in a browser, and the visitor's choice.
pub fn privacy(locale: &Locale) -> String {
    format!("/{locale}/privacy")
}

/// Where the choice is sent.
pub fn consent(locale: &Locale) -> String {
    format!("/{locale}/consent")
}

/// A product's page.
pub fn product(locale: &Locale, slug: &str) -> String {
    format!("/{locale}/p/{}", encoded(slug))
}

/// A product's generated picture.
pub fn picture(product: ProductId) -> String {
    format!("/pictures/{product}.svg")
}

/// The sitemap file with this number, from 1.
pub fn sitemap_part(number: usize) -> String {
    format!("/sitemaps/{number}.xml")
}

/// Percent-encodes what is not unreserved (RFC 3986 §2.3), so that a part cannot leave its place.
fn encoded(part: &str) -> String {
    let mut text = String::with_capacity(part.len());
    for byte in part.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            text.push(char::from(byte));
        } else {
            let _ = write!(text, "%{byte:02X}");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_encode_what_could_leave_its_place() {
        let locale = Locale::en();
        assert_eq!(product(&locale, "blue-mug-1"), "/en/p/blue-mug-1");
        assert_eq!(product(&locale, "../x?y"), "/en/p/..%2Fx%3Fy");
        assert_eq!(category(&Locale::zh_cn(), "茶"), "/zh-CN/c/%E8%8C%B6");
    }

    #[test]
    fn listings_name_only_what_differs_from_the_first_page() {
        let listing = |sort, page: &Page| category_listing(&Locale::en(), "tea", sort, page);
        assert_eq!(listing(Sort::default(), &Page::First), "/en/c/tea");
        assert_eq!(listing(Sort::Newest, &Page::First), "/en/c/tea?sort=newest");
        assert_eq!(listing(Sort::default(), &Page::After("a=b".to_owned())), "/en/c/tea?after=a%3Db");
        assert_eq!(
            listing(Sort::PriceAscending, &Page::Before("c".to_owned())),
            "/en/c/tea?sort=price-asc&before=c"
        );
    }
}
