//! The category tree with its texts.

use mercat_model::{Category, CategoryId};

use crate::error::StoreError;
use crate::product::Languages;
use crate::tx::{Insert, Tx};
use crate::value::{id, opt_id};

/// Categories of one shop; the tree is read whole, so it is bounded.
pub const CATEGORIES_MAX: i64 = 5_000;

const INSERT: Insert = Insert {
    table: "category",
    columns: &["id", "parent_id", "slug", "position"],
    on_conflict: "ON CONFLICT (id) DO UPDATE SET parent_id = excluded.parent_id, slug = excluded.slug, \
                  position = excluded.position",
};

const INSERT_TEXT: Insert = Insert {
    table: "category_text",
    columns: &["category_id", "locale", "name"],
    on_conflict: "ON CONFLICT (category_id, locale) DO UPDATE SET name = excluded.name",
};

/// A category in one language, with the number of its own published products.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CategoryRow {
    /// Its id.
    pub id: CategoryId,
    /// The node above.
    pub parent_id: Option<CategoryId>,
    /// The readable part of its address.
    pub slug: String,
    /// Its name in the wanted or the shop's language.
    pub name: String,
    /// Published products directly in it.
    pub products: i64,
}

/// Adds or replaces categories; parents stand before their children.
pub fn upsert_many(tx: &mut Tx<'_>, categories: &[Category]) -> Result<(), StoreError> {
    let mut rows = Vec::new();
    let mut texts = Vec::new();
    for category in categories {
        let values = [
            id(category.id),
            opt_id(category.parent_id),
            category.slug.as_str().into(),
            category.position.into(),
        ];
        rows.extend(values);
        for (locale, text) in &category.texts {
            texts.extend([id(category.id), locale.as_str().into(), text.name.as_str().into()]);
        }
    }
    tx.insert_many(&INSERT, &rows)?;
    tx.insert_many(&INSERT_TEXT, &texts)?;
    Ok(())
}

/// The whole tree, siblings in order.
pub fn tree(tx: &mut Tx<'_>, languages: &Languages) -> Result<Vec<CategoryRow>, StoreError> {
    let sql = format!(
        "SELECT c.id, c.parent_id, c.slug, COALESCE(a.name, b.name, c.slug), \
           (SELECT COUNT(*) FROM product p WHERE p.category_id = c.id AND p.status = 'published') \
         FROM category c \
         LEFT JOIN category_text a ON a.category_id = c.id AND a.locale = $1 \
         LEFT JOIN category_text b ON b.category_id = c.id AND b.locale = $2 \
         ORDER BY c.position, c.slug LIMIT {CATEGORIES_MAX}"
    );
    let values = [languages.wanted.as_str().into(), languages.default.as_str().into()];
    tx.query(&sql, &values, |row| {
        Ok(CategoryRow {
            id: row.id(0)?,
            parent_id: row.opt_id(1)?,
            slug: row.text(2)?,
            name: row.text(3)?,
            products: row.int(4)?,
        })
    })
}

/// A category with its name in one language; one with several names comes once for each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CategoryName {
    /// Its id.
    pub id: CategoryId,
    /// The node above.
    pub parent_id: Option<CategoryId>,
    /// The readable part of its address.
    pub slug: String,
    /// Its name.
    pub name: String,
}

/// The names of all categories in all languages, in a stable order; bounded like the tree.
pub fn names(tx: &mut Tx<'_>) -> Result<Vec<CategoryName>, StoreError> {
    let sql = "SELECT c.id, c.parent_id, c.slug, COALESCE(t.name, c.slug) FROM category c \
               LEFT JOIN category_text t ON t.category_id = c.id ORDER BY c.position, c.slug, t.locale";
    tx.query(sql, &[], |row| {
        Ok(CategoryName { id: row.id(0)?, parent_id: row.opt_id(1)?, slug: row.text(2)?, name: row.text(3)? })
    })
}
