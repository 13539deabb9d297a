//! Products, categories and merchants on the wire.

use mercat_flow::product::{CategoryRow, CategoryTree, Merchant, ProductRow, ProductSales, ProductView};
use mercat_model::{Currency, Money as ModelMoney};
use serde::Serialize;
use utoipa::ToSchema;

use crate::wire::money::Money;
use crate::wire::recommend::Recommendation;

/// A product as other things name it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ProductRef {
    #[schema(example = "prd_01h455vb4pex5vsknk084sn02q")]
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) slug: String,
    /// The address of its picture.
    pub(crate) picture: String,
}

/// A category as other things name it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct CategoryRef {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) slug: String,
}

/// A merchant as other things name it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct MerchantRef {
    pub(crate) id: String,
    pub(crate) name: String,
}

/// A product of a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ProductItem {
    #[serde(flatten)]
    pub(crate) product: ProductRef,
    pub(crate) sku: String,
    /// `published` or `archived`.
    #[schema(example = "published")]
    pub(crate) status: String,
    pub(crate) price: Money,
    pub(crate) category: CategoryRef,
    pub(crate) merchant: MerchantRef,
    /// Pieces in all orders.
    pub(crate) units_sold: i64,
}

/// A named property.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Property {
    pub(crate) name: String,
    pub(crate) value: String,
}

/// What a product brought in.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ProductFigures {
    pub(crate) units: i64,
    pub(crate) orders: i64,
    pub(crate) revenue: Money,
    pub(crate) returned_units: i64,
    pub(crate) returned: Money,
    #[schema(required, format = DateTime)]
    pub(crate) last_ordered_at: Option<String>,
}

/// A product with everything staff sees of it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ProductDetail {
    #[serde(flatten)]
    pub(crate) item: ProductItem,
    pub(crate) description: String,
    pub(crate) attributes: Vec<Property>,
    #[schema(format = DateTime)]
    pub(crate) created_at: String,
    pub(crate) figures: ProductFigures,
    /// Alike by content.
    pub(crate) similar: Vec<Recommendation>,
    /// Bought together.
    pub(crate) bought_together: Vec<Recommendation>,
}

/// A category of the tree.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct CategoryItem {
    pub(crate) id: String,
    #[schema(required)]
    pub(crate) parent_id: Option<String>,
    pub(crate) name: String,
    pub(crate) slug: String,
    /// Published products in it and below it.
    pub(crate) products: i64,
}

/// The address of a product's picture.
pub(crate) fn picture(row: &ProductRow) -> String {
    format!("/pictures/{}.svg", row.id)
}

impl From<&ProductRow> for ProductRef {
    fn from(row: &ProductRow) -> Self {
        ProductRef {
            id: row.id.to_string(),
            title: row.title.clone(),
            slug: row.slug.clone(),
            picture: picture(row),
        }
    }
}

impl From<&ProductRow> for ProductItem {
    fn from(row: &ProductRow) -> Self {
        ProductItem {
            product: row.into(),
            sku: row.sku.clone(),
            status: row.status.clone(),
            price: row.price.into(),
            category: CategoryRef {
                id: row.category_id.to_string(),
                name: row.category_name.clone(),
                slug: row.category_slug.clone(),
            },
            merchant: MerchantRef { id: row.merchant_id.to_string(), name: row.merchant_name.clone() },
            units_sold: row.units_sold,
        }
    }
}

/// A product's attributes as a list.
pub(crate) fn attributes(row: &ProductRow) -> Vec<Property> {
    let pairs = row.attributes.iter();
    pairs.map(|(name, value)| Property { name: name.clone(), value: value.clone() }).collect()
}

fn figures(sales: &ProductSales, currency: Currency) -> ProductFigures {
    ProductFigures {
        units: sales.units,
        orders: sales.orders,
        revenue: ModelMoney::new(sales.revenue_minor, currency).into(),
        returned_units: sales.returned_units,
        returned: ModelMoney::new(sales.returned_minor, currency).into(),
        last_ordered_at: sales.last_ordered_at.map(|time| time.to_string()),
    }
}

impl ProductDetail {
    pub(crate) fn of(
        view: &ProductView,
        similar: Vec<Recommendation>,
        bought_together: Vec<Recommendation>,
    ) -> Self {
        ProductDetail {
            item: (&view.row).into(),
            description: view.row.description.clone(),
            attributes: attributes(&view.row),
            created_at: view.row.created_at.to_string(),
            figures: figures(&view.sales, view.row.price.currency),
            similar,
            bought_together,
        }
    }
}

impl CategoryItem {
    pub(crate) fn of(row: &CategoryRow, tree: &CategoryTree) -> Self {
        CategoryItem {
            id: row.id.to_string(),
            parent_id: row.parent_id.map(|id| id.to_string()),
            name: row.name.clone(),
            slug: row.slug.clone(),
            products: tree.products_below(row.id),
        }
    }
}

impl From<Merchant> for MerchantRef {
    fn from(merchant: Merchant) -> Self {
        MerchantRef { id: merchant.id.to_string(), name: merchant.name }
    }
}
