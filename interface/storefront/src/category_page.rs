//! A category: its place in the tree, its products in an order, page by page.

use askama::Template;

use crate::StorefrontError;
use crate::address;
use crate::card::{CategoryLink, ProductCard};
use crate::json_ld;
use crate::layout::{Frame, Layout};
use crate::texts::Texts;

/// The order of a list of products.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Sort {
    /// What sold most comes first.
    #[default]
    BestSelling,
    /// What came last comes first.
    Newest,
    /// From cheap to dear.
    PriceAscending,
    /// From dear to cheap.
    PriceDescending,
}

impl Sort {
    /// All orders as they stand on the page.
    pub const ALL: [Sort; 4] = [Sort::BestSelling, Sort::Newest, Sort::PriceAscending, Sort::PriceDescending];

    /// The value of `sort` in an address.
    pub fn as_str(self) -> &'static str {
        match self {
            Sort::BestSelling => "best-selling",
            Sort::Newest => "newest",
            Sort::PriceAscending => "price-asc",
            Sort::PriceDescending => "price-desc",
        }
    }

    /// Reads the value of `sort`; what is not known means the usual order.
    pub fn from_query(value: &str) -> Sort {
        Sort::ALL.into_iter().find(|sort| sort.as_str() == value).unwrap_or_default()
    }

    fn text_id(self) -> &'static str {
        match self {
            Sort::BestSelling => "sort-best-selling",
            Sort::Newest => "sort-newest",
            Sort::PriceAscending => "sort-price-ascending",
            Sort::PriceDescending => "sort-price-descending",
        }
    }
}

/// Which page of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Page {
    /// The first.
    #[default]
    First,
    /// What follows a cursor.
    After(String),
    /// What stands before a cursor.
    Before(String),
}

/// A page of a category.
#[derive(Debug, Clone, PartialEq)]
pub struct CategoryPage {
    /// The frame.
    pub layout: Layout,
    /// Its name in the page's language.
    pub name: String,
    /// The readable part of its address.
    pub slug: String,
    /// The categories above it, from the top, without itself.
    pub ancestors: Vec<CategoryLink>,
    /// The categories right below it.
    pub subcategories: Vec<CategoryLink>,
    /// How many products lie in it and below.
    pub product_count: u64,
    /// The products of this page.
    pub products: Vec<ProductCard>,
    /// Their order.
    pub sort: Sort,
    /// Which page this is.
    pub page: Page,
    /// The page before, if there is one; [`Page::First`] where lists only go forward.
    pub previous: Option<Page>,
    /// The page after, if there is one.
    pub next: Option<Page>,
}

#[derive(Template)]
#[template(path = "category.html")]
struct CategoryView<'a> {
    page: &'a CategoryPage,
    frame: Frame<'a>,
    t: Texts,
}

impl CategoryPage {
    /// Writes the page.
    pub fn render(&self) -> Result<String, StorefrontError> {
        let t = self.layout.texts();
        let names =
            [("category", self.name.as_str().into()), ("shop", self.layout.shop_name.as_str().into())];
        let title = t.text_of("category-page-title", &names);
        let [category, shop] = names;
        let description =
            t.text_of("category-description", &[category, shop, ("count", self.product_count.into())]);
        let mut frame = Frame::new(&self.layout, title, |locale| {
            address::category_listing(locale, &self.slug, self.sort, &self.page)
        })
        .described(&description);
        if self.sort != Sort::default() {
            // Another order of the same goods is no page of its own to a search engine.
            let usual = address::category(&self.layout.locale, &self.slug);
            frame.canonical = Some(self.layout.absolute(&usual));
        }
        let top = self.ancestors.first().map_or(self.slug.as_str(), |top| top.slug.as_str());
        frame.current_category = Some(top);
        let own = CategoryLink::new(&self.name, &self.slug);
        let trail: Vec<&CategoryLink> = self.ancestors.iter().chain([&own]).collect();
        frame.json_ld.push(json_ld::breadcrumbs(&self.layout, &t, &trail, None));
        frame.open_graph_image = self.products.first().map(|card| self.layout.absolute(&card.picture));
        Ok(CategoryView { page: self, frame, t }.render()?)
    }
}

impl CategoryView<'_> {
    // Templates hand loop variables by reference.
    fn sorted(&self, sort: &Sort) -> String {
        address::category_listing(&self.page.layout.locale, &self.page.slug, *sort, &Page::First)
    }

    fn counted(&self, count: &u64) -> String {
        self.t.number(*count)
    }

    fn turned(&self, page: &Page) -> String {
        address::category_listing(&self.page.layout.locale, &self.page.slug, self.page.sort, page)
    }

    fn empty_text(&self) -> &'static str {
        if self.page.page == Page::First { "category-empty" } else { "category-end" }
    }

    /// What the way back is called: to the first page, or one page back.
    fn previous_text(&self, page: &Page) -> String {
        self.t.text(if *page == Page::First { "paging-first" } else { "paging-previous" })
    }
}
