//! The words of the storefront: embedded Fluent files, plurals, and how a language writes numbers, money, dates.
//!
//! A text missing in the page's language comes from the shop's default, then from English.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use mercat_model::{CivilDate, Locale, Money, UnitPrice};
use unic_langid::LanguageIdentifier;

/// Languages and their files. The language of last resort comes first.
const FILES: [(&str, [&str; 2]); 2] = [
    ("en", [include_str!("../../locales/en/storefront.ftl"), include_str!("../../locales/en/reasons.ftl")]),
    (
        "zh-CN",
        [include_str!("../../locales/zh-CN/storefront.ftl"), include_str!("../../locales/zh-CN/reasons.ftl")],
    ),
];

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

type Bundle = FluentBundle<FluentResource>;

/// The words of one language with its fallbacks. Cheap to make and to copy.
#[derive(Clone, Copy)]
pub struct Texts {
    chain: [&'static Bundle; 3],
    is_chinese: bool,
}

impl Texts {
    /// The words of a language; what it lacks comes from `fallback`, then from English.
    pub fn new(locale: &Locale, fallback: &Locale) -> Self {
        let english = &bundles()[0];
        let second = bundle_of(fallback).unwrap_or(english);
        let first = bundle_of(locale).unwrap_or(second);
        Texts { chain: [first, second, english], is_chinese: language(first) == "zh" }
    }

    /// A text without arguments.
    pub fn text(&self, id: &str) -> String {
        self.text_of(id, &[])
    }

    /// A text with one argument.
    pub fn text_with<'v>(&self, id: &str, name: &str, value: impl Into<FluentValue<'v>>) -> String {
        self.text_of(id, &[(name, value.into())])
    }

    /// A text with named arguments. An id that no file has is given back, so that a gap is seen.
    pub fn text_of(&self, id: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        self.find(id, args).unwrap_or_else(|| id.to_owned())
    }

    /// A text that need not exist.
    pub fn find(&self, id: &str, args: &[(&str, FluentValue<'_>)]) -> Option<String> {
        let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.clone())).collect();
        self.chain.iter().find_map(|bundle| {
            let pattern = bundle.get_message(id)?.value()?;
            let mut errors = Vec::new();
            let text = bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
            errors.is_empty().then_some(text)
        })
    }

    /// A whole number with its thousands grouped.
    pub fn number(&self, value: impl Into<i128>) -> String {
        grouped(&value.into().to_string())
    }

    /// A unit price, such as `¥12.34`; every decimal that it has is shown.
    pub fn price(&self, price: UnitPrice) -> String {
        self.currency(price.currency.code(), &price.amount())
    }

    /// An amount of money, such as `-£1,234.50`.
    pub fn money(&self, money: Money) -> String {
        self.currency(money.currency.code(), &money.amount())
    }

    /// A day: `21 November 2026`, `2026年11月21日`.
    pub fn date(&self, date: CivilDate) -> String {
        let text = date.to_string();
        let mut parts = text.splitn(3, '-').map(|part| part.parse::<usize>().unwrap_or(0));
        let (year, month, day) =
            (parts.next().unwrap_or(0), parts.next().unwrap_or(0), parts.next().unwrap_or(0));
        if self.is_chinese {
            return format!("{year}年{month}月{day}日");
        }
        let month = MONTHS.get(month.wrapping_sub(1)).unwrap_or(&"");
        format!("{day} {month} {year}")
    }

    /// Puts the currency's sign before an amount; a code without a sign keeps a no-break space (CLDR 48).
    fn currency(self, code: &str, amount: &str) -> String {
        let sign = match code {
            "CNY" => "¥",
            "GBP" => "£",
            "EUR" => "€",
            "USD" if self.is_chinese => "US$",
            "USD" => "$",
            "JPY" => "JP¥",
            "HKD" => "HK$",
            "TWD" => "NT$",
            _ => "",
        };
        let (minus, digits) = amount.strip_prefix('-').map_or(("", amount), |digits| ("-", digits));
        let digits = grouped(digits);
        if sign.is_empty() {
            format!("{minus}{code}\u{a0}{digits}")
        } else {
            format!("{minus}{sign}{digits}")
        }
    }
}

/// Sets a comma between thousands, as English and Chinese both do; decimals stay.
fn grouped(number: &str) -> String {
    let (minus, digits) = number.strip_prefix('-').map_or(("", number), |digits| ("-", digits));
    let (whole, decimals) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    let mut text = minus.to_owned();
    for (position, digit) in whole.char_indices() {
        if position > 0 && (whole.len() - position) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text + decimals
}

fn language(bundle: &Bundle) -> &str {
    bundle.locales.first().map_or("", |identifier| identifier.language.as_str())
}

/// The bundle of a language: the same tag, else the same language in another region.
fn bundle_of(locale: &Locale) -> Option<&'static Bundle> {
    let tag = locale.as_str();
    let wanted = tag.split('-').next().unwrap_or(tag);
    let position = FILES
        .iter()
        .position(|(name, _)| *name == tag)
        .or_else(|| FILES.iter().position(|(name, _)| name.split('-').next() == Some(wanted)))?;
    bundles().get(position)
}

fn bundles() -> &'static [Bundle] {
    static BUNDLES: OnceLock<Vec<Bundle>> = OnceLock::new();
    BUNDLES.get_or_init(|| FILES.iter().map(|(tag, files)| bundle(tag, files)).collect())
}

fn bundle(tag: &str, files: &[&str]) -> Bundle {
    let identifier: LanguageIdentifier = tag.parse().expect("the embedded tags are valid");
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    // Isolation marks would stand in titles and structured data; both languages run left to right.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(|value, _| match value {
        FluentValue::Number(number) => Some(grouped(&number.as_string())),
        _ => None,
    }));
    for file in files {
        // A broken entry is left out of the bundle and found by a test.
        let resource = FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

#[cfg(test)]
mod tests {
    use mercat_model::Currency;

    use super::*;

    fn texts(tag: &str) -> Texts {
        Texts::new(&tag.parse().unwrap(), &Locale::zh_cn())
    }

    #[test]
    fn the_embedded_files_have_no_errors() {
        for (tag, files) in FILES {
            for file in files {
                if let Err((_, errors)) = FluentResource::try_new(file.to_owned()) {
                    panic!("{tag}: {errors:?}");
                }
            }
        }
    }

    #[test]
    fn numbers_are_grouped() {
        for (number, expect) in [
            ("0", "0"),
            ("999", "999"),
            ("1000", "1,000"),
            ("-1234567.5", "-1,234,567.5"),
            ("12.345", "12.345"),
        ] {
            assert_eq!(grouped(number), expect);
        }
        assert_eq!(texts("en").number(-1000), "-1,000");
    }

    #[test]
    fn money_carries_the_sign_of_its_currency() {
        let money = |tag, minor, code: &str| texts(tag).money(Money::new(minor, code.parse().unwrap()));
        assert_eq!(money("zh-CN", 1234, "CNY"), "¥12.34");
        assert_eq!(money("en", -123_450, "GBP"), "-£1,234.50");
        assert_eq!(money("en", 1, "USD"), "$0.01");
        assert_eq!(money("zh-CN", 1, "USD"), "US$0.01");
        assert_eq!(money("en", 120_000, "JPY"), "JP¥120,000");
        assert_eq!(money("en", 120_000, "SEK"), "SEK\u{a0}1,200.00");
        assert_eq!(texts("en").price(UnitPrice::parse("0.001", Currency::GBP).unwrap()), "£0.001");
    }

    #[test]
    fn days_are_written_as_the_language_writes_them() {
        let day = "2026-01-09".parse().unwrap();
        assert_eq!(texts("en").date(day), "9 January 2026");
        assert_eq!(texts("zh-CN").date(day), "2026年1月9日");
    }

    #[test]
    fn plurals_follow_the_language() {
        let count = |tag, n: u64| texts(tag).text_with("product-count", "count", n);
        assert_eq!(count("en", 1), "1 product");
        assert_eq!(count("en", 1200), "1,200 products");
        assert_eq!(count("zh-CN", 1200), "1,200 件商品");
    }

    #[test]
    fn unknown_languages_fall_back_to_the_shop_and_unknown_ids_show_themselves() {
        assert_eq!(texts("fr").text("home"), texts("zh-CN").text("home"));
        assert_eq!(texts("en-GB").text("home"), texts("en").text("home"));
        assert_eq!(texts("en").text("no-such-text"), "no-such-text");
    }
}
