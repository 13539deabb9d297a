//! Which products the SKUs of orders and events mean. A SKU is a merchant's own code, so that two merchants may
//! have the same one; the merchant of the import comes first then.

use std::collections::HashMap;

use mercat_model::{Locale, MerchantId};
use mercat_store::product::{self, ProductSummary};
use mercat_store::{StoreError, Tx};

/// The products of a batch by SKU.
pub(crate) struct Skus(HashMap<String, Vec<ProductSummary>>);

impl Skus {
    pub(crate) fn load<'a>(
        tx: &mut Tx<'_>,
        locale: &Locale,
        skus: impl Iterator<Item = &'a str>,
    ) -> Result<Self, StoreError> {
        let mut skus: Vec<String> = skus.map(str::to_owned).collect();
        skus.sort_unstable();
        skus.dedup();
        let mut found: HashMap<String, Vec<ProductSummary>> = HashMap::with_capacity(skus.len());
        for summary in product::by_skus(tx, locale, &skus)? {
            found.entry(summary.sku.clone()).or_default().push(summary);
        }
        Ok(Skus(found))
    }

    /// The product of a SKU: of `merchant` if they have one, otherwise of the only merchant that does.
    pub(crate) fn get(
        &self,
        sku: &str,
        merchant: Option<MerchantId>,
    ) -> Result<&ProductSummary, &'static str> {
        let all = self.0.get(sku).map(Vec::as_slice).unwrap_or_default();
        let preferred = all.iter().find(|product| Some(product.merchant_id) == merchant);
        match (preferred, all) {
            (Some(product), _) | (None, [product]) => Ok(product),
            (None, []) => Err("no product has this SKU: import the products first"),
            (None, _) => Err("several merchants have a product with this SKU"),
        }
    }
}
