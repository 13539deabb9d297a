//! Products with their texts: written set-wise, read as rows in one language.

use std::collections::{BTreeMap, HashMap};

use mercat_model::locale::LocaleError;
use mercat_model::{
    CategoryId, Currency, Id, Locale, MerchantId, Product, ProductId, ProductStatus, ProductText, Timestamp,
    UnitPrice,
};

use crate::error::StoreError;
use crate::page::{Conditions, List, ListParts, Page, Sort, list};
use crate::tx::{Insert, Tx};
use crate::value::{Row, Value, id};

/// The language of an answer and the shop's own, which fills its gaps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Languages {
    /// What the reader wants.
    pub wanted: Locale,
    /// What every text of the shop has.
    pub default: Locale,
}

/// A product in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductRow {
    /// Its id.
    pub id: ProductId,
    /// The merchant's code.
    pub sku: String,
    /// The readable part of its address.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// A few sentences; may be empty.
    pub description: String,
    /// `published` or `archived`.
    pub status: String,
    /// The price of one piece.
    pub price: UnitPrice,
    /// Where it hangs in the tree.
    pub category_id: CategoryId,
    /// The category's name.
    pub category_name: String,
    /// The category's address.
    pub category_slug: String,
    /// Who sells it.
    pub merchant_id: MerchantId,
    /// The merchant's name.
    pub merchant_name: String,
    /// Pieces in all orders.
    pub units_sold: i64,
    /// Named properties.
    pub attributes: BTreeMap<String, String>,
    /// When it was first known.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
}

/// Which products a list shows; nothing set means all.
#[derive(Debug, Clone, Default)]
pub struct ProductFilter {
    /// Words that stand in title, SKU or description, in any language.
    pub search: Option<String>,
    /// In one of these categories.
    pub categories: Option<Vec<CategoryId>>,
    /// Of this merchant.
    pub merchant: Option<MerchantId>,
    /// `published` or `archived`.
    pub status: Option<String>,
}

/// What a list of products is ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ProductSort {
    /// Latest first.
    #[default]
    Newest,
    /// By title, A first.
    Title,
    /// Cheapest first.
    PriceAscending,
    /// Dearest first.
    PriceDescending,
    /// Most pieces sold first.
    BestSelling,
}

const INSERT: Insert = Insert {
    table: "product",
    columns: &[
        "id",
        "merchant_id",
        "channel_id",
        "category_id",
        "sku",
        "slug",
        "status",
        "price_micros",
        "currency",
        "attributes",
        "search_text",
        "sort_title",
        "created_at",
        "updated_at",
    ],
    on_conflict: "ON CONFLICT (id) DO UPDATE SET category_id = excluded.category_id, slug = excluded.slug, \
                  status = excluded.status, price_micros = excluded.price_micros, \
                  currency = excluded.currency, attributes = excluded.attributes, \
                  search_text = excluded.search_text, sort_title = excluded.sort_title, \
                  updated_at = excluded.updated_at",
};

const INSERT_TEXT: Insert = Insert {
    table: "product_text",
    columns: &["product_id", "locale", "title", "description"],
    on_conflict: "ON CONFLICT (product_id, locale) DO UPDATE SET title = excluded.title, \
                  description = excluded.description",
};

/// Characters of all texts that a search looks at.
const SEARCH_TEXT_MAX: usize = 4_000;

/// Adds or replaces products and their texts.
pub fn upsert_many(tx: &mut Tx<'_>, products: &[Product], now: Timestamp) -> Result<(), StoreError> {
    let mut rows = Vec::with_capacity(products.len() * INSERT.columns.len());
    let mut texts = Vec::new();
    for product in products {
        rows.extend([
            id(product.id),
            id(product.merchant_id),
            id(product.channel_id),
            id(product.category_id),
            product.sku.as_str().into(),
            product.slug.as_str().into(),
            product.status.as_str().into(),
            product.price.micros.into(),
            product.price.currency.code().into(),
            Value::Text(serde_json::to_string(&product.attributes)?),
            Value::Text(search_text(product)),
            Value::Text(product.texts.values().next().map(|t| t.title.to_lowercase()).unwrap_or_default()),
            product.created_at.into(),
            now.into(),
        ]);
        for (locale, text) in &product.texts {
            let words = [text.title.as_str().into(), text.description.as_str().into()];
            texts.extend([id(product.id), locale.as_str().into()].into_iter().chain(words));
        }
    }
    tx.insert_many(&INSERT, &rows)?;
    tx.insert_many(&INSERT_TEXT, &texts)?;
    Ok(())
}

fn search_text(product: &Product) -> String {
    let mut all = product.sku.to_lowercase();
    for text in product.texts.values() {
        for part in [&text.title, &text.description] {
            all.push(' ');
            all.extend(part.chars().flat_map(char::to_lowercase));
        }
    }
    all.chars().take(SEARCH_TEXT_MAX).collect()
}

const COLUMNS: &str = "p.id, p.sku, p.slug, COALESCE(ta.title, tb.title, p.sku), \
     COALESCE(ta.description, tb.description, ''), p.status, p.price_micros, p.currency, p.category_id, \
     COALESCE(ca.name, cb.name, c.slug), c.slug, p.merchant_id, m.name, p.units_sold, p.attributes, \
     p.created_at, p.updated_at";

/// The joins of a product row; the marks are those of the wanted and the default language.
fn from(wanted: &str, default: &str) -> String {
    format!(
        "product p JOIN category c ON c.id = p.category_id JOIN merchant m ON m.id = p.merchant_id \
         LEFT JOIN product_text ta ON ta.product_id = p.id AND ta.locale = {wanted} \
         LEFT JOIN product_text tb ON tb.product_id = p.id AND tb.locale = {default} \
         LEFT JOIN category_text ca ON ca.category_id = c.id AND ca.locale = {wanted} \
         LEFT JOIN category_text cb ON cb.category_id = c.id AND cb.locale = {default}"
    )
}

fn read(row: &Row<'_>, first: usize) -> Result<ProductRow, StoreError> {
    let currency = row.currency(first + 7)?;
    Ok(ProductRow {
        id: row.id(first)?,
        sku: row.text(first + 1)?,
        slug: row.text(first + 2)?,
        title: row.text(first + 3)?,
        description: row.text(first + 4)?,
        status: row.text(first + 5)?,
        price: row.unit_price(first + 6, currency)?,
        category_id: row.id(first + 8)?,
        category_name: row.text(first + 9)?,
        category_slug: row.text(first + 10)?,
        merchant_id: row.id(first + 11)?,
        merchant_name: row.text(first + 12)?,
        units_sold: row.int(first + 13)?,
        attributes: row.json(first + 14)?,
        created_at: row.time(first + 15)?,
        updated_at: row.time(first + 16)?,
    })
}

/// A page of products.
pub fn page(
    tx: &mut Tx<'_>,
    languages: &Languages,
    filter: &ProductFilter,
    sort: ProductSort,
    page: &Page,
) -> Result<List<ProductRow>, StoreError> {
    let mut conditions = Conditions::default();
    let wanted = conditions.bind(languages.wanted.as_str());
    let default = conditions.bind(languages.default.as_str());
    if let Some(search) = &filter.search {
        conditions.add_search("p.search_text", search);
    }
    if let Some(categories) = &filter.categories {
        let marks = vec!["?"; categories.len().max(1)].join(", ");
        let ids = categories.iter().map(|c| id(*c)).chain(categories.is_empty().then_some(Value::Null));
        conditions.add(&format!("p.category_id IN ({marks})"), ids.collect::<Vec<_>>());
    }
    if let Some(merchant) = filter.merchant {
        conditions.add("p.merchant_id = ?", [id(merchant)]);
    }
    if let Some(status) = &filter.status {
        conditions.add("p.status = ?", [status.as_str().into()]);
    }
    let (key, descending) = match sort {
        ProductSort::Newest => ("p.created_at", true),
        ProductSort::Title => ("p.sort_title", false),
        ProductSort::PriceAscending => ("p.price_micros", false),
        ProductSort::PriceDescending => ("p.price_micros", true),
        ProductSort::BestSelling => ("p.units_sold", true),
    };
    let sort = Sort { key, is_text: sort == ProductSort::Title, id: "p.id", descending };
    let from = from(&wanted, &default);
    let parts = ListParts { columns: COLUMNS, from: &from, sort: &sort, page };
    list(tx, &parts, conditions, |row| read(row, 2))
}

/// The products with these ids, in the order of the ids; unknown ones are left out.
pub fn by_ids(
    tx: &mut Tx<'_>,
    languages: &Languages,
    ids: &[ProductId],
) -> Result<Vec<ProductRow>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut conditions = Conditions::default();
    let (wanted, default) =
        (conditions.bind(languages.wanted.as_str()), conditions.bind(languages.default.as_str()));
    let marks = vec!["?"; ids.len()].join(", ");
    conditions.add(&format!("p.id IN ({marks})"), ids.iter().map(|i| id(*i)).collect::<Vec<_>>());
    let sql = format!("SELECT {COLUMNS} FROM {}{}", from(&wanted, &default), conditions.sql());
    let mut found: BTreeMap<ProductId, ProductRow> =
        tx.query(&sql, &conditions.values, |row| read(row, 0))?.into_iter().map(|p| (p.id, p)).collect();
    Ok(ids.iter().filter_map(|i| found.remove(i)).collect())
}

/// The product at an address.
pub fn by_slug(tx: &mut Tx<'_>, languages: &Languages, slug: &str) -> Result<Option<ProductRow>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM {} WHERE p.slug = $3", from("$1", "$2"));
    let values = [languages.wanted.as_str().into(), languages.default.as_str().into(), slug.into()];
    tx.query_opt(&sql, &values, |row| read(row, 0))
}

/// What a product brought in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ProductSales {
    /// Pieces ordered.
    pub units: i64,
    /// Orders with the product.
    pub orders: i64,
    /// Sum of the lines in minor units.
    pub revenue_minor: i64,
    /// Pieces that came back.
    pub returned_units: i64,
    /// Sum of the returned lines in minor units.
    pub returned_minor: i64,
    /// When it was last ordered.
    pub last_ordered_at: Option<Timestamp>,
}

/// What a product brought in, in one currency.
pub fn sales(tx: &mut Tx<'_>, product: ProductId, currency: Currency) -> Result<ProductSales, StoreError> {
    let values = [id(product), currency.code().into()];
    let mut sales = tx.query_one(
        "SELECT CAST(COALESCE(SUM(l.quantity), 0) AS BIGINT), COUNT(DISTINCT l.order_id), \
           CAST(COALESCE(SUM(l.total_minor), 0) AS BIGINT), MAX(o.placed_at) \
         FROM order_line l JOIN orders o ON o.id = l.order_id WHERE l.product_id = $1 AND o.currency = $2",
        &values,
        |row| {
            let (units, orders, revenue_minor) = (row.int(0)?, row.int(1)?, row.int(2)?);
            Ok(ProductSales {
                units,
                orders,
                revenue_minor,
                last_ordered_at: row.opt_time(3)?,
                ..ProductSales::default()
            })
        },
    )?;
    (sales.returned_units, sales.returned_minor) = tx.query_one(
        "SELECT CAST(COALESCE(SUM(l.quantity), 0) AS BIGINT), CAST(COALESCE(SUM(l.total_minor), 0) AS BIGINT) \
         FROM return_line l JOIN returns r ON r.id = l.return_id WHERE l.product_id = $1 AND r.currency = $2",
        &values,
        |row| Ok((row.int(0)?, row.int(1)?)),
    )?;
    Ok(sales)
}

/// What training needs of a product: all its words, and facts.
#[derive(Debug, Clone)]
pub struct ProductContent {
    /// Its id.
    pub id: ProductId,
    /// Its category.
    pub category_id: CategoryId,
    /// Titles and descriptions of all languages, joined.
    pub text: String,
    /// Named properties.
    pub attributes: BTreeMap<String, String>,
    /// Millionths of the major unit.
    pub price_micros: i64,
    /// Whether shoppers see it.
    pub published: bool,
}

/// Every product's content, by id.
pub fn contents(tx: &mut Tx<'_>) -> Result<Vec<ProductContent>, StoreError> {
    let mut contents = tx.query(
        "SELECT id, category_id, attributes, price_micros, status FROM product ORDER BY id",
        &[],
        |row| {
            Ok(ProductContent {
                id: row.id(0)?,
                category_id: row.id(1)?,
                text: String::new(),
                attributes: row.json(2)?,
                price_micros: row.int(3)?,
                published: row.text(4)? == "published",
            })
        },
    )?;
    let mut next = 0;
    tx.for_each(
        "SELECT product_id, title, description FROM product_text ORDER BY product_id, locale",
        &[],
        |row| {
            let product: ProductId = row.id(0)?;
            while contents.get(next).is_some_and(|c| c.id < product) {
                next += 1;
            }
            if let Some(content) = contents.get_mut(next).filter(|c| c.id == product) {
                content.text.push_str(&row.text(1)?);
                content.text.push(' ');
                content.text.push_str(&row.text(2)?);
                content.text.push(' ');
            }
            Ok(())
        },
    )?;
    Ok(contents)
}

/// An address for the sitemap.
#[derive(Debug, Clone)]
pub struct ProductAddress {
    /// The readable part.
    pub slug: String,
    /// When the page last changed.
    pub updated_at: Timestamp,
}

/// The addresses of published products, so many after `offset`, in a stable order.
pub fn addresses(tx: &mut Tx<'_>, offset: i64, limit: i64) -> Result<Vec<ProductAddress>, StoreError> {
    tx.query(
        "SELECT slug, updated_at FROM product WHERE status = 'published' ORDER BY id LIMIT $1 OFFSET $2",
        &[limit.into(), offset.into()],
        |row| Ok(ProductAddress { slug: row.text(0)?, updated_at: row.time(1)? }),
    )
}

/// How many products there are: all, published.
pub fn count(tx: &mut Tx<'_>) -> Result<(i64, i64), StoreError> {
    let sql = "SELECT COUNT(*), COUNT(CASE WHEN status = 'published' THEN 1 END) FROM product";
    tx.query_one(sql, &[], |row| Ok((row.int(0)?, row.int(1)?)))
}

/// Rows asked for in one statement.
const CHUNK: usize = 500;

/// The products that have one of these SKUs, whichever merchant's; the oldest where several have it.
pub fn ids_by_skus(tx: &mut Tx<'_>, skus: &[String]) -> Result<HashMap<String, ProductId>, StoreError> {
    let mut found = HashMap::with_capacity(skus.len());
    for chunk in skus.chunks(CHUNK) {
        let mut conditions = Conditions::default();
        conditions.add_any("sku", chunk.iter().map(|sku| sku.as_str().into()));
        let sql = format!("SELECT sku, id FROM product{} ORDER BY id DESC", conditions.sql());
        tx.for_each(&sql, &conditions.values, |row| {
            found.insert(row.text(0)?, row.id(1)?);
            Ok(())
        })?;
    }
    Ok(found)
}

/// A merchant's products with these SKUs, whole: with every text and property.
pub fn whole_by_skus(
    tx: &mut Tx<'_>,
    merchant: MerchantId,
    skus: &[String],
) -> Result<Vec<Product>, StoreError> {
    let mut found = Vec::with_capacity(skus.len());
    for chunk in skus.chunks(CHUNK) {
        let mut conditions = Conditions::default();
        conditions.add("merchant_id = ?", [id(merchant)]);
        conditions.add_any("sku", chunk.iter().map(|sku| sku.as_str().into()));
        let sql = format!(
            "SELECT id, merchant_id, channel_id, category_id, sku, slug, status, price_micros, currency, \
               attributes, created_at FROM product{}",
            conditions.sql()
        );
        let mut products = tx.query(&sql, &conditions.values, read_whole)?;
        let mut texts: BTreeMap<ProductId, BTreeMap<Locale, ProductText>> = BTreeMap::new();
        if !products.is_empty() {
            let mut conditions = Conditions::default();
            conditions.add_any("product_id", products.iter().map(|product| id(product.id)));
            let sql = format!(
                "SELECT product_id, locale, title, description FROM product_text{}",
                conditions.sql()
            );
            tx.for_each(&sql, &conditions.values, |row| {
                let locale: Locale =
                    row.text(1)?.parse().map_err(|e: LocaleError| StoreError::Corrupt(e.to_string()))?;
                let text = ProductText { title: row.text(2)?, description: row.text(3)? };
                texts.entry(row.id(0)?).or_default().insert(locale, text);
                Ok(())
            })?;
        }
        for product in &mut products {
            product.texts = texts.remove(&product.id).unwrap_or_default();
        }
        found.append(&mut products);
    }
    Ok(found)
}

/// A product without its texts.
fn read_whole(row: &Row<'_>) -> Result<Product, StoreError> {
    let currency = row.currency(8)?;
    let status = row.text(6)?;
    Ok(Product {
        id: row.id(0)?,
        merchant_id: row.id(1)?,
        channel_id: row.id(2)?,
        category_id: row.id(3)?,
        sku: row.text(4)?,
        slug: row.text(5)?,
        status: [ProductStatus::Published, ProductStatus::Archived]
            .into_iter()
            .find(|known| known.as_str() == status)
            .ok_or_else(|| StoreError::Corrupt(format!("`{status}` is not a status of a product")))?,
        price: row.unit_price(7, currency)?,
        attributes: row.json(9)?,
        texts: BTreeMap::new(),
        created_at: row.time(10)?,
    })
}

/// The facts of a product that an order or an event needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductSummary {
    /// Its id.
    pub id: ProductId,
    /// Who sells it.
    pub merchant_id: MerchantId,
    /// The merchant's code.
    pub sku: String,
    /// The price of one piece.
    pub price: UnitPrice,
    /// Its title.
    pub title: String,
}

/// The products with these SKUs, of every merchant, titled in `locale` or in any language they have.
pub fn by_skus(tx: &mut Tx<'_>, locale: &Locale, skus: &[String]) -> Result<Vec<ProductSummary>, StoreError> {
    let mut found = Vec::with_capacity(skus.len());
    for chunk in skus.chunks(CHUNK) {
        let mut conditions = Conditions::default();
        let mark = conditions.bind(locale.as_str());
        conditions.add_any("p.sku", chunk.iter().map(|sku| sku.as_str().into()));
        let sql = format!(
            "SELECT p.id, p.merchant_id, p.sku, p.price_micros, p.currency, COALESCE( \
               (SELECT t.title FROM product_text t WHERE t.product_id = p.id AND t.locale = {mark}), \
               (SELECT t.title FROM product_text t WHERE t.product_id = p.id ORDER BY t.locale LIMIT 1), \
               p.sku) FROM product p{} ORDER BY p.id",
            conditions.sql()
        );
        found.append(&mut tx.query(&sql, &conditions.values, |row| {
            let currency = row.currency(4)?;
            Ok(ProductSummary {
                id: row.id(0)?,
                merchant_id: row.id(1)?,
                sku: row.text(2)?,
                price: row.unit_price(3, currency)?,
                title: row.text(5)?,
            })
        })?);
    }
    Ok(found)
}

/// Which of these addresses are taken, and by which product.
pub fn slug_owners(tx: &mut Tx<'_>, slugs: &[String]) -> Result<BTreeMap<String, ProductId>, StoreError> {
    let mut found = BTreeMap::new();
    for chunk in slugs.chunks(CHUNK) {
        let mut conditions = Conditions::default();
        conditions.add_any("slug", chunk.iter().map(|slug| slug.as_str().into()));
        let sql = format!("SELECT slug, id FROM product{}", conditions.sql());
        tx.for_each(&sql, &conditions.values, |row| {
            found.insert(row.text(0)?, row.id(1)?);
            Ok(())
        })?;
    }
    Ok(found)
}

/// Adds to the pieces sold of products; several entries of one product are summed.
pub fn add_units_sold(
    tx: &mut Tx<'_>,
    units: impl IntoIterator<Item = (ProductId, i64)>,
) -> Result<(), StoreError> {
    let mut sums: BTreeMap<ProductId, i64> = BTreeMap::new();
    for (product, quantity) in units {
        *sums.entry(product).or_default() += quantity;
    }
    for (product, quantity) in sums {
        tx.execute(
            "UPDATE product SET units_sold = units_sold + $1 WHERE id = $2",
            &[quantity.into(), Value::Id(product.to_bytes())],
        )?;
    }
    Ok(())
}
