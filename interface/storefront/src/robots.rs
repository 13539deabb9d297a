//! The rules for crawlers: shop pages are open, the machine surfaces are not.

use crate::address;

/// What crawlers have no business with.
const CLOSED: [&str; 5] = ["/api/", "/console", "/v1/", "/docs", "/metrics"];

/// The text of `/robots.txt` (RFC 9309).
pub fn robots(public_url: &str) -> String {
    let mut text = String::from("User-agent: *\n");
    for path in CLOSED {
        text.push_str("Disallow: ");
        text.push_str(path);
        text.push('\n');
    }
    text.push_str("Allow: /\n\nSitemap: ");
    text.push_str(public_url.trim_end_matches('/'));
    text.push_str(address::SITEMAP);
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::robots;

    #[test]
    fn robots_names_the_sitemap_by_its_full_address() {
        let text = robots("https://shop.example/");
        assert!(text.starts_with("User-agent: *\n"));
        assert!(text.contains("\nSitemap: https://shop.example/sitemap.xml\n"));
    }
}
