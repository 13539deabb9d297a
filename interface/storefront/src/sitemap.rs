//! Sitemaps: every page in every language, with when it last changed (sitemaps.org 0.9, hreflang as `xhtml:link`).

use std::fmt::Write;

use mercat_model::{Locale, Timestamp};

use crate::StorefrontError;
use crate::address;

/// Addresses of one file. The protocol allows 50,000 and 50 MB; with their language links, 20,000 of the longest
/// addresses take about 30 MB.
pub const URLS_MAX: usize = 20_000;

/// A page as a sitemap lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SitemapPage {
    /// The home page.
    Home,
    /// The category with this slug.
    Category(String),
    /// The product with this slug.
    Product(String),
}

/// A page and when its content last changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SitemapEntry {
    /// The page.
    pub page: SitemapPage,
    /// When it last changed; left out where unknown, never guessed.
    pub modified_at: Option<Timestamp>,
}

/// The shop that a sitemap belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SitemapShop {
    /// Where the shop is reached.
    pub public_url: String,
    /// Its languages.
    pub locales: Vec<Locale>,
    /// Its own language.
    pub default_locale: Locale,
}

impl SitemapShop {
    /// How many entries fit one file: each is listed once a language.
    pub fn entries_max(&self) -> usize {
        URLS_MAX / self.locales.len().max(1)
    }

    /// A file of addresses; errors when there are more than [`SitemapShop::entries_max`].
    pub fn url_set(&self, entries: &[SitemapEntry]) -> Result<String, StorefrontError> {
        if entries.len() > self.entries_max() {
            return Err(StorefrontError::SitemapTooLong { given: entries.len(), max: self.entries_max() });
        }
        let mut xml = String::from(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset \
             xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
        );
        for entry in entries {
            let links = self.language_links(&entry.page);
            for locale in &self.locales {
                let _ = write!(xml, "<url><loc>{}</loc>", self.url(&entry.page, locale));
                if let Some(time) = entry.modified_at {
                    let _ = write!(xml, "<lastmod>{time}</lastmod>");
                }
                xml.push_str(&links);
                xml.push_str("</url>\n");
            }
        }
        xml.push_str("</urlset>\n");
        Ok(xml)
    }

    /// The index of `/sitemap.xml`: one line a file, with the latest change in each, from number 1.
    pub fn index(&self, modified_at: &[Option<Timestamp>]) -> String {
        let mut xml = String::from(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex \
             xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
        );
        for (position, time) in modified_at.iter().enumerate() {
            let loc = self.absolute(&address::sitemap_part(position + 1));
            let _ = write!(xml, "<sitemap><loc>{loc}</loc>");
            if let Some(time) = time {
                let _ = write!(xml, "<lastmod>{time}</lastmod>");
            }
            xml.push_str("</sitemap>\n");
        }
        xml.push_str("</sitemapindex>\n");
        xml
    }

    fn language_links(&self, page: &SitemapPage) -> String {
        let mut xml = String::new();
        let named = self.locales.iter().map(|locale| (locale.as_str(), locale));
        for (name, locale) in named.chain([("x-default", &self.default_locale)]) {
            let url = self.url(page, locale);
            let _ = write!(xml, "<xhtml:link rel=\"alternate\" hreflang=\"{name}\" href=\"{url}\"/>");
        }
        xml
    }

    fn url(&self, page: &SitemapPage, locale: &Locale) -> String {
        self.absolute(&match page {
            SitemapPage::Home => address::home(locale),
            SitemapPage::Category(slug) => address::category(locale, slug),
            SitemapPage::Product(slug) => address::product(locale, slug),
        })
    }

    fn absolute(&self, path: &str) -> String {
        xml_escaped(&format!("{}{path}", self.public_url.trim_end_matches('/')))
    }
}

fn xml_escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&apos;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shop() -> SitemapShop {
        SitemapShop {
            public_url: "https://shop.example/a&b".to_owned(),
            locales: vec![Locale::zh_cn(), Locale::en()],
            default_locale: Locale::zh_cn(),
        }
    }

    #[test]
    fn every_page_is_listed_in_every_language_with_its_alternates() {
        let modified_at = Some("2026-01-02T03:04:05Z".parse().unwrap());
        let entry = SitemapEntry { page: SitemapPage::Product("mug".to_owned()), modified_at };
        let xml = shop().url_set(&[entry]).unwrap();
        assert_eq!(xml.matches("<url>").count(), 2);
        assert_eq!(xml.matches("<lastmod>2026-01-02T03:04:05Z</lastmod>").count(), 2);
        assert_eq!(
            xml.matches("hreflang=\"x-default\" href=\"https://shop.example/a&amp;b/zh-CN/p/mug\"").count(),
            2
        );
        assert!(xml.contains("<loc>https://shop.example/a&amp;b/en/p/mug</loc>"));
    }

    #[test]
    fn a_file_never_exceeds_its_limit() {
        let entry = SitemapEntry { page: SitemapPage::Home, modified_at: None };
        let most = vec![entry.clone(); shop().entries_max()];
        let xml = shop().url_set(&most).unwrap();
        assert_eq!(xml.matches("<url>").count(), URLS_MAX);
        assert!(!xml.contains("lastmod"));
        assert!(shop().url_set(&vec![entry; shop().entries_max() + 1]).is_err());
    }

    #[test]
    fn the_index_numbers_its_files_from_one() {
        let xml = shop().index(&[None, Some(Timestamp::from_micros(0))]);
        assert!(xml.contains("/sitemaps/1.xml</loc></sitemap>"));
        assert!(xml.contains("/sitemaps/2.xml</loc><lastmod>1970-01-01T00:00:00Z</lastmod>"));
    }
}
