//! What every page of the storefront promises, in both languages:
//!
//! 1. One `h1`, a language, a title, a description, one `main`, a skip link.
//! 2. Canonical and hreflang on pages that search engines keep, `noindex` on the others.
//! 3. Structured data is valid JSON with the fields that search engines ask for.
//! 4. No script without the nonce; no inline styles or handlers; every link and picture has an address; forms are
//!    posted to the shop itself.
//! 5. Hostile texts stay text.
//! 6. HTML and CSS of a page stay within 20 kB compressed.
//! 7. Every text that a template or a page asks for exists in every language, and no other is kept.

#![expect(clippy::unwrap_used, reason = "the functions that tests share may panic as tests do")]

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;
use mercat_model::{Currency, Locale, UnitPrice};
use mercat_storefront::*;
use serde_json::Value;

const NONCE: &str = "bm9uY2U";
const PAGE_BYTES_MAX: usize = 20 * 1024;

/// Goods in English and Chinese, with a category's slug and a price.
const GOODS: [(&str, &str, &str, &str); 16] = [
    ("Stoneware mug, sage green", "鼠尾草绿粗陶马克杯", "mugs", "68.00"),
    ("Purple clay teapot 220 ml", "紫砂茶壶 220 毫升", "teapots", "268.00"),
    ("Soy wax candle, lavender", "薰衣草大豆蜡香薰蜡烛", "candles", "89.90"),
    ("Canvas backpack, navy", "藏青帆布双肩包", "bags", "239.00"),
    ("Beech wood desk lamp", "榉木台灯", "lamps", "199.00"),
    ("Dotted notebook, mustard", "姜黄点阵笔记本", "notebooks", "32.90"),
    ("Cast iron frying pan 26 cm", "铸铁平底锅 26 厘米", "pans", "219.00"),
    ("Two-person tent, forest green", "墨绿双人帐篷", "tents", "899.00"),
    ("Teddy bear, sand", "沙色毛绒玩具小熊", "soft-toys", "79.00"),
    ("Wireless headphones, charcoal", "炭灰无线耳机", "audio", "459.00"),
    ("Organic cotton towel, blush pink", "浅粉有机棉毛巾", "towels", "45.90"),
    ("Wall clock, walnut", "胡桃木挂钟", "clocks", "159.00"),
    ("Longjing green tea 100 g", "龙井绿茶 100 克", "green-tea", "128.00"),
    ("Celadon flower vase", "青瓷花瓶", "vases", "145.00"),
    ("Merino wool sweater, burgundy", "酒红美利奴羊毛毛衣", "knitwear", "389.00"),
    ("Hanging heart ornament, red", "红色心形挂件", "decoration", "19.90"),
];

const CATEGORIES: [(&str, &str, &str); 10] = [
    ("Tea & coffee", "茶与咖啡", "tea-coffee"),
    ("Kitchen", "厨房", "kitchen"),
    ("Home & light", "家居灯饰", "home-light"),
    ("Bed & bath", "床品卫浴", "bed-bath"),
    ("Stationery", "文具手账", "stationery"),
    ("Tech desk", "数码桌面", "tech-desk"),
    ("Camping", "露营户外", "camping"),
    ("Baby", "母婴", "baby"),
    ("Pets", "宠物", "pets"),
    ("Clothing & bags", "服饰箱包", "clothing-bags"),
];

fn is_chinese(locale: &Locale) -> bool {
    locale.as_str().starts_with("zh")
}

fn pick<'a>(locale: &Locale, en: &'a str, zh: &'a str) -> &'a str {
    if is_chinese(locale) { zh } else { en }
}

fn layout(locale: &Locale) -> Layout {
    Layout {
        shop_name: pick(locale, "Willow Lane", "柳巷生活").to_owned(),
        public_url: "https://shop.example".to_owned(),
        locale: locale.clone(),
        default_locale: Locale::zh_cn(),
        locales: vec![Locale::zh_cn(), Locale::en()],
        nonce: NONCE.to_owned(),
        categories: categories(locale),
        consent: Some(ConsentBanner { waits: is_chinese(locale), back: "/en/c/cups?sort=newest".to_owned() }),
        tracker: Some(TrackerTag {
            script: "/assets/tracker.js",
            write_key: "wk_0123456789abcdef0123456789abcdef".to_owned(),
            consent_policy: "required",
            consent_version: "1",
            page_event: serde_json::json!({
                "page_view_id": "pv_0123456789abcdef0123456789abcdef", "name": "</script><script>alert(1)",
            }),
        }),
    }
}

fn categories(locale: &Locale) -> Vec<CategoryLink> {
    CATEGORIES
        .iter()
        .enumerate()
        .map(|(position, (en, zh, slug))| CategoryLink {
            product_count: Some(180 + 17 * position as u64),
            picture: Some(format!("/pictures/{position}.svg")),
            ..CategoryLink::new(pick(locale, en, zh), slug)
        })
        .collect()
}

fn cards(locale: &Locale, count: usize, reasons: &[(&str, &str)]) -> Vec<ProductCard> {
    (0..count)
        .map(|i| {
            let (en, zh, _, price) = GOODS[i % GOODS.len()];
            ProductCard {
                title: pick(locale, en, zh).to_owned(),
                slug: format!("goods-{i}"),
                picture: format!("/pictures/{}.svg", i % GOODS.len()),
                price: UnitPrice::parse(price, Currency::CNY).unwrap(),
                merchant: pick(locale, "Hill & Kiln", "山窑工坊").to_owned(),
                reason: reasons.get(i % reasons.len().max(1)).map(|(en, zh)| pick(locale, en, zh).to_owned()),
            }
        })
        .collect()
}

fn home(locale: &Locale) -> HomePage {
    let viewed = [
        ("Because you viewed Purple clay teapot 220 ml", "因为你看过“紫砂茶壶 220 毫升”"),
        ("Popular right now", "近期热销"),
    ];
    HomePage {
        layout: layout(locale),
        product_count: 2_148,
        merchant_count: 6,
        for_you: cards(locale, 5, &viewed),
        popular: cards(locale, 15, &[("Popular right now", "近期热销")]),
        new_arrivals: cards(locale, 5, &[]),
        categories: categories(locale),
    }
}

fn category(locale: &Locale) -> CategoryPage {
    CategoryPage {
        layout: layout(locale),
        name: pick(locale, "Cups & mugs", "杯子").to_owned(),
        slug: "cups".to_owned(),
        ancestors: categories(locale)[..1].to_vec(),
        subcategories: categories(locale)[3..7].to_vec(),
        product_count: 1_204,
        products: cards(locale, 48, &[]),
        sort: Sort::default(),
        page: Page::After("cursor".to_owned()),
        previous: Some(Page::First),
        next: Some(Page::After("next=cursor".to_owned())),
    }
}

fn product(locale: &Locale) -> ProductPage {
    let (en, zh, _, price) = GOODS[0];
    let own = |code: &str, value: &str| (code.to_owned(), value.to_owned());
    ProductPage {
        layout: layout(locale),
        title: pick(locale, en, zh).to_owned(),
        slug: "goods-0".to_owned(),
        description: pick(
            locale,
            "A mug thrown from speckled stoneware, with a handle that fits three fingers.\nIt keeps tea warm for a long breakfast and goes into the dishwasher.",
            "粗陶拉坯成型，釉面带有自然的颗粒感，把手刚好放下三根手指。\n保温，适合慢慢喝完一顿早餐的茶，可放入洗碗机。",
        )
        .to_owned(),
        sku: "HK-MUG-0042".to_owned(),
        picture: "/pictures/0.svg".to_owned(),
        price: UnitPrice::parse(price, Currency::CNY).unwrap(),
        merchant: pick(locale, "Hill & Kiln", "山窑工坊").to_owned(),
        attributes: vec![
            own("brand", "Hill & Kiln"),
            own("capacity", "350 ml"),
            own("colour", "sage green"),
            own("material", "stoneware"),
        ],
        ancestors: categories(locale)[..2].to_vec(),
        similar: cards(locale, 6, &[("Similar to Stoneware mug, sage green", "与“鼠尾草绿粗陶马克杯”相似")]),
        bought_together: cards(locale, 5, &[("Often bought with Stoneware mug, sage green", "常与“鼠尾草绿粗陶马克杯”一起购买")]),
    }
}

fn error(locale: &Locale, status: u16) -> ErrorPage {
    let popular = cards(locale, 5, &[]);
    ErrorPage { layout: layout(locale), status, request_id: Some("req_7f3a".to_owned()), popular }
}

fn privacy(locale: &Locale) -> PrivacyPage {
    let kept = |name, purpose, holds, lifetime| KeptInBrowser {
        name,
        is_cookie: !name.contains('.'),
        purpose,
        holds,
        lifetime,
    };
    let choice = |name, is_agreed| PurposeChoice { name, is_agreed };
    PrivacyPage {
        layout: layout(locale),
        is_private: false,
        is_saved: true,
        waits: true,
        choices: vec![choice("analytics", true), choice("personalisation", true), choice("marketing", false)],
        kept: vec![
            kept("consent", Purpose::Necessary, Holds::Choice, Lifetime::Days(180)),
            kept("staff", Purpose::Necessary, Holds::StaffSession, Lifetime::Hours(14)),
            kept("id", Purpose::Analytics, Holds::AnonymousId, Lifetime::Days(395)),
            kept("tracker.visit", Purpose::Analytics, Holds::Visit, Lifetime::IdleMinutes(30)),
            kept("tracker.event", Purpose::Analytics, Holds::WaitingEvents, Lifetime::UntilSentDays(6)),
            kept("tracker.user", Purpose::Analytics, Holds::UserId, Lifetime::UntilWithdrawn),
            kept("viewed", Purpose::Personalisation, Holds::ViewedProducts, Lifetime::Days(30)),
        ],
    }
}

/// Every page by name, and whether search engines keep it.
fn pages(locale: &Locale) -> Vec<(&'static str, bool, String)> {
    let bare = HomePage {
        for_you: vec![],
        popular: vec![],
        new_arrivals: vec![],
        categories: vec![],
        ..home(locale)
    };
    let empty = CategoryPage {
        products: vec![],
        subcategories: vec![],
        page: Page::First,
        previous: None,
        next: None,
        product_count: 0,
        ..category(locale)
    };
    let plain = ProductPage {
        description: String::new(),
        attributes: vec![],
        similar: vec![],
        bought_together: vec![],
        ancestors: vec![],
        ..product(locale)
    };
    vec![
        ("home", true, home(locale).render().unwrap()),
        ("home-bare", true, bare.render().unwrap()),
        ("category", true, category(locale).render().unwrap()),
        ("category-empty", true, empty.render().unwrap()),
        ("product", true, product(locale).render().unwrap()),
        ("product-plain", true, plain.render().unwrap()),
        ("privacy", true, privacy(locale).render().unwrap()),
        ("privacy-signal", true, PrivacyPage { is_private: true, ..privacy(locale) }.render().unwrap()),
        ("error-404", false, error(locale, 404).render().unwrap()),
        ("error-500", false, error(locale, 500).render().unwrap()),
        ("empty-shop", false, EmptyShopPage { layout: layout(locale) }.render().unwrap()),
    ]
}

fn check(mut expect: impl FnMut(&Locale, &str, bool, &str)) {
    for locale in [Locale::zh_cn(), Locale::en()] {
        for (name, is_kept, html) in pages(&locale) {
            expect(&locale, name, is_kept, &html);
        }
    }
}

/// What stands between two marks, each time.
fn between<'a>(html: &'a str, start: &str, end: &str) -> Vec<&'a str> {
    html.split(start).skip(1).filter_map(|rest| rest.split(end).next()).collect()
}

fn structured_data(html: &str) -> Vec<Value> {
    let start = format!("<script type=\"application/ld+json\" nonce=\"{NONCE}\">");
    between(html, &start, "</script>").into_iter().map(|json| serde_json::from_str(json).unwrap()).collect()
}

#[test]
fn pages_have_one_heading_and_the_frame_that_readers_rely_on() {
    check(|locale, name, _, html| {
        assert_eq!(html.matches("<h1").count(), 1, "{name}");
        assert_eq!(html.matches("<main").count(), 1, "{name}");
        assert!(html.contains(&format!("<html lang=\"{locale}\">")), "{name}");
        assert!(html.contains("href=\"#content\"") && html.contains("id=\"content\""), "{name}");
        for (start, end) in [("<title>", "</title>"), ("name=\"description\" content=\"", "\"")] {
            assert!(between(html, start, end)[0].chars().count() >= 4, "{name}: {start}");
        }
        let levels: Vec<usize> =
            between(html, "<h", ">").iter().filter_map(|h| h[..1].parse().ok()).collect();
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{name}: {levels:?}");
    });
}

#[test]
fn listed_pages_name_their_address_in_every_language() {
    check(|locale, name, is_kept, html| {
        assert_eq!(html.contains("rel=\"canonical\""), is_kept, "{name}");
        assert_eq!(html.contains("content=\"noindex\""), !is_kept, "{name}");
        if !is_kept {
            return;
        }
        let canonical = between(html, "rel=\"canonical\" href=\"", "\"");
        assert!(canonical[0].starts_with(&format!("https://shop.example/{locale}")), "{name}");
        let languages = between(html, "rel=\"alternate\" hreflang=\"", "\"");
        assert_eq!(languages, ["zh-CN", "en", "x-default"], "{name}");
    });
}

#[test]
fn another_order_of_a_category_is_not_a_page_of_its_own() {
    let page = CategoryPage { sort: Sort::Newest, ..category(&Locale::en()) };
    let html = page.render().unwrap();
    assert!(html.contains("rel=\"canonical\" href=\"https://shop.example/en/c/cups\""));
    assert!(html.contains("hreflang=\"zh-CN\" lang=\"zh-CN\""));
    assert!(
        html.contains("href=\"/zh-CN/c/cups?sort=newest&#38;after=cursor\""),
        "the language switch keeps the place"
    );
    assert!(html.contains("rel=\"prev\" href=\"/en/c/cups?sort=newest\""));
    assert!(html.contains("rel=\"next\" href=\"/en/c/cups?sort=newest&#38;after=next%3Dcursor\""));
}

#[test]
fn a_product_carries_the_data_that_search_engines_ask_for() {
    for locale in [Locale::zh_cn(), Locale::en()] {
        let data = structured_data(&product(&locale).render().unwrap());
        let of = |kind: &str| data.iter().find(|value| value["@type"] == kind).unwrap();
        let product = of("Product");
        for key in ["name", "image", "description", "sku", "url"] {
            assert!(product[key].as_str().is_some_and(|text| !text.is_empty()), "{key}");
        }
        assert_eq!(product["image"], "https://shop.example/pictures/0.svg");
        assert_eq!(product["brand"]["name"], "Hill & Kiln");
        let offer = &product["offers"];
        assert_eq!(offer["@type"], "Offer");
        assert_eq!(offer["price"], "68.00");
        assert_eq!(offer["priceCurrency"], "CNY");
        assert_eq!(offer["availability"], "https://schema.org/InStock");
        assert_eq!(offer["seller"]["@type"], "Organization");
        let trail = of("BreadcrumbList")["itemListElement"].as_array().unwrap();
        let positions: Vec<_> = trail.iter().map(|item| item["position"].as_u64().unwrap()).collect();
        assert_eq!(positions, [1, 2, 3, 4]);
        assert!(trail.iter().all(|item| item["item"].as_str().unwrap().starts_with("https://shop.example/")));
    }
}

#[test]
fn nothing_on_a_page_needs_more_than_the_policy_allows() {
    check(|_, name, _, html| {
        for script in between(html, "<script", ">") {
            assert!(script.contains(&format!("nonce=\"{NONCE}\"")), "{name}: {script}");
        }
        for banned in [" style=", "<style", " onclick", " onload", "javascript:", "{{", "{%", "alert(1)<"] {
            assert!(!html.contains(banned), "{name}: {banned}");
        }
        for form in between(html, "<form", ">") {
            assert!(form.contains(" method=\"post\"") && form.contains(" action=\"/"), "{name}: {form}");
        }
        for address in between(html, "href=\"", "\"").into_iter().chain(between(html, "src=\"", "\"")) {
            assert!(!address.is_empty() && address != "#", "{name}");
            assert!(!address.starts_with("//"), "{name}: {address}");
        }
        for image in between(html, "<img", ">") {
            for needed in [" alt=\"", " width=\"", " height=\"", " src=\"/pictures/"] {
                assert!(image.contains(needed), "{name}: {image}");
            }
        }
        assert!(html.matches("<img").count() < 12 || html.contains("loading=\"lazy\""), "{name}");
    });
}

#[test]
fn hostile_texts_stay_text() {
    let hostile = "\"><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}";
    let locale = Locale::en();
    let mut page = product(&locale);
    let card = ProductCard {
        title: hostile.to_owned(),
        slug: hostile.to_owned(),
        picture: hostile.to_owned(),
        merchant: hostile.to_owned(),
        reason: Some(hostile.to_owned()),
        ..page.similar[0].clone()
    };
    page.layout.consent = Some(ConsentBanner { waits: true, back: hostile.to_owned() });
    page.layout.shop_name = hostile.to_owned();
    page.layout.categories = vec![CategoryLink::new(hostile, hostile)];
    page.ancestors = page.layout.categories.clone();
    (page.title, page.slug, page.description) = (hostile.to_owned(), hostile.to_owned(), hostile.to_owned());
    (page.sku, page.merchant, page.picture) = (hostile.to_owned(), hostile.to_owned(), hostile.to_owned());
    page.attributes =
        vec![(hostile.to_owned(), hostile.to_owned()), ("brand".to_owned(), hostile.to_owned())];
    page.similar = vec![card];
    let html = page.render().unwrap();
    assert_eq!(html.matches("<script").count(), 4, "only the structured data and the tracker");
    assert!(!html.contains("<img src=x"), "{html}");
    let data = structured_data(&html);
    assert_eq!(data[0]["name"], hostile);
}

#[test]
fn refusing_is_as_easy_as_accepting() {
    check(|_, name, _, html| {
        let banner =
            between(html, "<section class=\"consent\" aria-labelledby=\"consent-title\"", "</section>")[0];
        let buttons = between(banner, "<button ", " value=");
        assert_eq!(buttons.len(), 2, "{name}");
        assert_eq!(buttons[0], buttons[1], "{name}: both look and work alike");
        assert!(banner.contains("value=\"refuse\"") && banner.contains("value=\"accept\""), "{name}");
        assert!(html.find("class=\"consent\"") < html.find("<header"), "{name}: it is met first");
    });
}

#[test]
fn pages_and_their_styles_are_light() {
    let compressed = |text: &str| {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(text.as_bytes()).unwrap();
        encoder.finish().unwrap().len()
    };
    let css = compressed(stylesheet().1);
    check(|_, name, _, html| {
        let bytes = compressed(html) + css;
        assert!(bytes <= PAGE_BYTES_MAX, "{name}: {bytes}");
        assert!(html.contains(stylesheet().0), "{name}");
    });
}

#[test]
fn pages_say_nothing_by_its_id() {
    check(|_, name, _, html| {
        for id in ids_of("storefront.ftl") {
            for (before, after) in [(">", "<"), ("\"", "\"")] {
                let bare = format!("{before}{id}{after}");
                // Anchors are named like the sections they lead to.
                let is_anchor =
                    html.contains(&format!("id=\"{id}\"")) || html.contains(&format!("class=\"{id}\""));
                assert!(!html.contains(&bare) || is_anchor, "{name}: {id}");
            }
        }
    });
}

#[test]
fn every_text_exists_in_every_language_and_is_used() {
    let used = used_ids();
    for tag in ["en", "zh-CN"] {
        let known: BTreeSet<String> = ["storefront.ftl", "reasons.ftl"]
            .iter()
            .flat_map(|file| ids(&folder("../locales").join(tag).join(file)))
            .collect();
        let missing: Vec<_> = used.iter().filter(|id| !known.contains(*id)).collect();
        assert!(missing.is_empty(), "{tag} lacks {missing:?}");
        // Reasons, attributes and their values are looked up by codes of the data.
        let is_data = |id: &str| ["reason-", "attribute-", "value-"].iter().any(|kind| id.starts_with(kind));
        let unused: Vec<_> = known.iter().filter(|id| !used.contains(*id) && !is_data(id)).collect();
        assert!(unused.is_empty(), "{tag} keeps {unused:?} for nothing");
    }
}

fn folder(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn ids_of(file: &str) -> Vec<String> {
    ids(&folder("../locales/en").join(file))
}

fn ids(path: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(path).unwrap();
    let entry = |line: &str| line.split_once(" =").map(|(id, _)| id.to_owned());
    text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase())).filter_map(entry).collect()
}

/// The ids that templates and page structs name, as `text("…`, `text_with("…`, `text_of("…` or a match's arms.
fn used_ids() -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for folder in [folder("templates"), folder("src")] {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let Ok(text) = std::fs::read_to_string(&path) else { continue };
            let text = text.split("#[cfg(test)]").next().unwrap().to_owned();
            let calls = ["text(\"", "text_with(\"", "text_of(\"", "text_of(\n            \""];
            for call in calls {
                used.extend(between(&text, call, "\"").into_iter().map(str::to_owned));
            }
            for prefix in [
                "\"sort-",
                "\"paging-",
                "\"category-empty",
                "\"category-end",
                "\"privacy-",
                "\"purpose-",
                "\"consent-",
            ] {
                let named = between(&text, prefix, "\"").into_iter();
                used.extend(named.map(|rest| format!("{}{rest}", &prefix[1..])));
            }
        }
    }
    used.remove("sort-");
    used
}

/// Writes the sample pages with their pictures below the target folder, to look at them in a browser.
#[test]
#[ignore = "for people who change templates or styles: cargo test -p mercat-storefront -- --ignored samples"]
fn samples_are_written_to_look_at() {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("storefront-samples");
    std::fs::create_dir_all(root.join("pictures")).unwrap();
    std::fs::create_dir_all(root.join("assets")).unwrap();
    std::fs::write(root.join(&stylesheet().0[1..]), stylesheet().1).unwrap();
    std::fs::write(root.join(&favicon().0[1..]), favicon().1).unwrap();
    let mut sheet = String::new();
    for (position, (en, _, slug, _)) in GOODS.iter().enumerate() {
        let svg = picture(&format!("seed {position}"), slug, en);
        std::fs::write(root.join(format!("pictures/{position}.svg")), svg).unwrap();
    }
    for word in std::fs::read_to_string(folder("tests/words.txt")).unwrap().lines() {
        sheet.push_str(&picture(word, "", word).replace("<svg ", "<svg width=150 "));
    }
    std::fs::write(root.join("sheet.html"), sheet).unwrap();
    check(|locale, name, _, html| {
        let local = html.replace("\"/pictures/", "\"pictures/").replace("\"/assets/", "\"assets/");
        std::fs::write(root.join(format!("{name}.{locale}.html")), local).unwrap();
    });
}
