//! The frame of every page: head, header, navigation, footer; and the addresses of the page in all languages.

use mercat_model::Locale;

use crate::address;
use crate::card::CategoryLink;
use crate::consent_banner::ConsentBanner;
use crate::favicon::favicon;
use crate::stylesheet::stylesheet;
use crate::texts::Texts;
use crate::tracker_tag::TrackerTag;

/// Categories in the header: more would push the page down on a phone; the home page shows them all.
pub const NAVIGATION_MAX: usize = 12;

/// Characters of a description in search results before they are cut.
const DESCRIPTION_LENGTH_MAX: usize = 155;

/// What every page of a shop has in common.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// The shop's name.
    pub shop_name: String,
    /// Where the shop is reached, such as `https://shop.example`, without a slash at its end.
    pub public_url: String,
    /// The language of this page.
    pub locale: Locale,
    /// The shop's own language, where texts and visitors fall back to.
    pub default_locale: Locale,
    /// All languages of the storefront, in the order of the language switch.
    pub locales: Vec<Locale>,
    /// The nonce of this answer's Content-Security-Policy.
    pub nonce: String,
    /// The top of the category tree.
    pub categories: Vec<CategoryLink>,
    /// The banner that asks for consent; none once there is an answer.
    pub consent: Option<ConsentBanner>,
    /// The tracker; none where it is not built in or must not run.
    pub tracker: Option<TrackerTag>,
}

impl Layout {
    /// The texts of this page's language.
    pub fn texts(&self) -> Texts {
        Texts::new(&self.locale, &self.default_locale)
    }

    /// A path as a full address.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.public_url.trim_end_matches('/'))
    }
}

/// The same page in a language.
pub(crate) struct Alternate {
    pub(crate) locale: Locale,
    pub(crate) path: String,
    pub(crate) url: String,
    /// The language's name in itself.
    pub(crate) language: String,
    pub(crate) is_current: bool,
}

/// What stands in a page's head and frame, worked out from its layout.
pub(crate) struct Frame<'a> {
    pub(crate) layout: &'a Layout,
    pub(crate) title: String,
    pub(crate) description: String,
    /// The address that search engines should keep; none for pages that they should not.
    pub(crate) canonical: Option<String>,
    pub(crate) alternates: Vec<Alternate>,
    /// The address for visitors whose language the shop does not speak.
    pub(crate) default_url: String,
    pub(crate) open_graph_type: &'static str,
    pub(crate) open_graph_image: Option<String>,
    /// Structured data, already safe within a script element.
    pub(crate) json_ld: Vec<String>,
    /// The slug of the category of the navigation that this page lies in.
    pub(crate) current_category: Option<&'a str>,
    pub(crate) stylesheet: &'static str,
    pub(crate) favicon: &'static str,
}

impl<'a> Frame<'a> {
    /// A page that search engines keep; `path` gives its address in a language.
    pub(crate) fn new(layout: &'a Layout, title: String, path: impl Fn(&Locale) -> String) -> Self {
        let alternates = layout.locales.iter().map(|locale| {
            let path = path(locale);
            Alternate {
                url: layout.absolute(&path),
                path,
                language: language_name(locale),
                is_current: *locale == layout.locale,
                locale: locale.clone(),
            }
        });
        Frame {
            title,
            description: String::new(),
            canonical: Some(layout.absolute(&path(&layout.locale))),
            alternates: alternates.collect(),
            default_url: layout.absolute(&path(&layout.default_locale)),
            open_graph_type: "website",
            open_graph_image: None,
            json_ld: Vec::new(),
            current_category: None,
            stylesheet: stylesheet().0,
            favicon: favicon().0,
            layout,
        }
    }

    /// A page that search engines forget; the language switch leads home.
    pub(crate) fn unlisted(layout: &'a Layout, title: String) -> Self {
        Frame { canonical: None, ..Frame::new(layout, title, address::home) }
    }

    pub(crate) fn described(mut self, description: &str) -> Self {
        self.description = shortened(description, DESCRIPTION_LENGTH_MAX);
        self
    }

    pub(crate) fn navigation(&self) -> &[CategoryLink] {
        &self.layout.categories[..self.layout.categories.len().min(NAVIGATION_MAX)]
    }

    pub(crate) fn is_current(&self, category: &CategoryLink) -> bool {
        self.current_category == Some(category.slug.as_str())
    }

    pub(crate) fn home(&self) -> String {
        address::home(&self.layout.locale)
    }

    pub(crate) fn privacy(&self) -> String {
        address::privacy(&self.layout.locale)
    }

    pub(crate) fn consent(&self) -> String {
        address::consent(&self.layout.locale)
    }

    pub(crate) fn category(&self, link: &CategoryLink) -> String {
        address::category(&self.layout.locale, &link.slug)
    }

    pub(crate) fn product(&self, slug: &str) -> String {
        address::product(&self.layout.locale, slug)
    }

    /// OpenGraph writes `zh_CN` where BCP 47 writes `zh-CN`.
    pub(crate) fn open_graph_locale(&self) -> String {
        self.layout.locale.as_str().replace('-', "_")
    }
}

/// A language's name in itself; the tag where we have none.
fn language_name(locale: &Locale) -> String {
    match locale.as_str() {
        "zh-CN" => "简体中文".to_owned(),
        "en" => "English".to_owned(),
        tag => tag.to_owned(),
    }
}

/// A text on one line, cut at a word or letter with an ellipsis.
fn shortened(text: &str, length_max: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= length_max {
        return line;
    }
    let cut: String = line.chars().take(length_max - 1).collect();
    let end = cut.rfind(' ').filter(|at| *at > cut.len() / 2).unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end_matches([',', ';', ' ', '，', '、']))
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn long_descriptions_are_cut_between_words() {
        assert_eq!(shortened(" two\n lines ", 20), "two lines");
        assert_eq!(shortened("a handmade stoneware mug", 16), "a handmade…");
        assert_eq!(shortened("一二三四五六", 4), "一二三…");
    }
}
