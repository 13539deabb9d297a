//! Saves a batch of products, with the merchants, channels and categories that they need.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use mercat_model::slug::slug;
use mercat_model::{ChannelId, Currency, MerchantId, Product, ProductId, ProductStatus, ProductText};
use mercat_store::merchant::Merchant;
use mercat_store::{Tx, category, merchant, product};

use super::Context;
use super::category::Tree;
use super::line::{ProductLine, TextPart};
use crate::error::FlowError;
use crate::import::file::Saved;
use crate::import::place::channel_of;
use crate::import::rejects::Reject;

type Key = (MerchantId, String);

/// The products of a batch as they stand after the rows so far.
struct Standing {
    known: HashMap<Key, Product>,
    products: BTreeMap<Key, Product>,
    tree: Tree,
    slugs: BTreeMap<String, ProductId>,
    channels: HashMap<Currency, ChannelId>,
}

pub(super) fn save(context: &Context, tx: &mut Tx<'_>, items: &[ProductLine]) -> Result<Saved, FlowError> {
    let merchants = merchants(context, tx, items)?;
    let merchant_of = |item: &ProductLine| match &item.merchant {
        Some(name) => merchants[name],
        None => context.place.merchant_id,
    };
    let mut standing = load(context, tx, items, merchant_of)?;
    let mut saved = Saved::default();
    let (mut added, mut updated, mut unchanged) = (0, 0, 0);
    for item in items {
        match standing.take(context, item, merchant_of(item)) {
            Ok(Change::Added) => added += 1,
            Ok(Change::Updated) => updated += 1,
            Ok(Change::None) => unchanged += 1,
            Err(reject) => saved.rejects.push(reject),
        }
    }
    category::upsert_many(tx, &standing.tree.fresh)?;
    let Standing { known, products, .. } = standing;
    let changed: Vec<Product> = products
        .into_iter()
        .filter(|(key, product)| known.get(key) != Some(product))
        .map(|(_, product)| product)
        .collect();
    product::upsert_many(tx, &changed, context.now)?;
    saved.counts = vec![("added", added), ("updated", updated), ("unchanged", unchanged)];
    Ok(saved)
}

/// The merchants that rows name; new ones are made.
fn merchants(
    context: &Context,
    tx: &mut Tx<'_>,
    items: &[ProductLine],
) -> Result<HashMap<String, MerchantId>, FlowError> {
    let names: BTreeSet<String> = items.iter().filter_map(|item| item.merchant.clone()).collect();
    let names: Vec<String> = names.into_iter().collect();
    let mut found = merchant::by_names(tx, &names)?;
    let mut fresh = Vec::new();
    for name in names {
        if let Entry::Vacant(vacant) = found.entry(name.clone()) {
            let id = MerchantId::derived(0, &context.source, &name);
            vacant.insert(id);
            fresh.push(Merchant { id, name, created_at: context.begun_at });
        }
    }
    merchant::insert_many(tx, &fresh)?;
    Ok(found)
}

fn load(
    context: &Context,
    tx: &mut Tx<'_>,
    items: &[ProductLine],
    merchant_of: impl Fn(&ProductLine) -> MerchantId,
) -> Result<Standing, FlowError> {
    let mut skus: BTreeMap<MerchantId, Vec<String>> = BTreeMap::new();
    let mut slugs = Vec::with_capacity(2 * items.len());
    let mut channels = HashMap::new();
    for item in items {
        let merchant_id = merchant_of(item);
        skus.entry(merchant_id).or_default().push(item.sku.clone());
        slugs.extend(slug_choices(item, product_id(context, merchant_id, &item.sku)));
        let currency = item.price.currency;
        if let Entry::Vacant(vacant) = channels.entry(currency) {
            let fresh = ChannelId::derived(0, &context.source, currency.code());
            vacant.insert(channel_of(tx, currency, fresh)?);
        }
    }
    let mut known = HashMap::with_capacity(items.len());
    for (merchant_id, skus) in skus {
        let products = product::whole_by_skus(tx, merchant_id, &skus)?;
        known.extend(products.into_iter().map(|product| ((merchant_id, product.sku.clone()), product)));
    }
    let slugs = product::slug_owners(tx, &slugs)?;
    let tree = Tree::load(tx, &context.source)?;
    Ok(Standing { known, products: BTreeMap::new(), tree, slugs, channels })
}

fn product_id(context: &Context, merchant_id: MerchantId, sku: &str) -> ProductId {
    ProductId::derived(context.begun_at.id_ms(), &context.source, &format!("{merchant_id}/{sku}"))
}

/// The addresses that a row may get, the first free of them.
fn slug_choices(item: &ProductLine, id: ProductId) -> Vec<String> {
    if let Some(slug) = &item.slug {
        return vec![slug.clone()];
    }
    let text = id.to_string();
    // The last characters of an id are its random ones; they are ASCII, as neither title nor SKU need be.
    let choices = [slug(&item.title, &item.sku), slug(&item.title, &text[text.len() - 12..])];
    choices.into_iter().filter(|slug| !slug.is_empty()).collect()
}

enum Change {
    Added,
    Updated,
    None,
}

impl Standing {
    fn take(
        &mut self,
        context: &Context,
        item: &ProductLine,
        merchant_id: MerchantId,
    ) -> Result<Change, Reject> {
        let key = (merchant_id, item.sku.clone());
        let before = self.products.get(&key).or_else(|| self.known.get(&key)).cloned();
        if let Some(product) = &before
            && product.price.currency != item.price.currency
        {
            let reason = format!(
                "the product sells in {}; its price is not changed to {}",
                product.price.currency, item.price.currency
            );
            return Err(Reject::new(item.line, "price", &item.price.amount(), reason));
        }
        let mut after = match &before {
            Some(product) => product.clone(),
            None => self.fresh(context, item, merchant_id)?,
        };
        if let (Some(slug), Some(_)) = (&item.slug, &before) {
            after.slug = self.claim(item, after.id, vec![slug.clone()])?;
        }
        if !item.category.is_empty() && before.is_some() {
            after.category_id = self.category(context, item)?;
        }
        after.price = item.price;
        after.status = item.status.unwrap_or(after.status);
        after.attributes.extend(item.attributes.clone());
        write_texts(context, item, &mut after);
        let change = match &before {
            None => Change::Added,
            Some(before) if *before == after => Change::None,
            Some(_) => Change::Updated,
        };
        self.products.insert(key, after);
        Ok(change)
    }

    fn fresh(
        &mut self,
        context: &Context,
        item: &ProductLine,
        merchant_id: MerchantId,
    ) -> Result<Product, Reject> {
        let id = product_id(context, merchant_id, &item.sku);
        let slug = self.claim(item, id, slug_choices(item, id))?;
        Ok(Product {
            id,
            merchant_id,
            channel_id: self.channels[&item.price.currency],
            sku: item.sku.clone(),
            slug,
            category_id: self.category(context, item)?,
            status: ProductStatus::Published,
            price: item.price,
            attributes: BTreeMap::new(),
            texts: BTreeMap::new(),
            created_at: context.begun_at,
        })
    }

    fn category(
        &mut self,
        context: &Context,
        item: &ProductLine,
    ) -> Result<mercat_model::CategoryId, Reject> {
        let locale = item.locale.as_ref().unwrap_or(&context.place.shop_locale);
        let path = item.category.join(" > ");
        self.tree
            .at(&item.category, locale)
            .map_err(|reason| Reject::new(item.line, "category", &path, reason))
    }

    /// Takes the first address that nobody else has. One that a product gives up stays taken within the batch:
    /// the rows of a statement are written one by one, and a swap would violate the constraint halfway.
    fn claim(&mut self, item: &ProductLine, id: ProductId, choices: Vec<String>) -> Result<String, Reject> {
        let free = choices.iter().find(|slug| self.slugs.get(*slug).is_none_or(|owner| *owner == id));
        let Some(slug) = free else {
            let value = choices.first().map_or("", String::as_str);
            return Err(Reject::new(item.line, "slug", value, "is the address of another product"));
        };
        self.slugs.insert(slug.clone(), id);
        Ok(slug.clone())
    }
}

fn write_texts(context: &Context, item: &ProductLine, product: &mut Product) {
    let locale = item.locale.as_ref().unwrap_or(&context.place.shop_locale);
    let own = product.texts.entry(locale.clone()).or_default();
    own.title.clone_from(&item.title);
    if let Some(description) = &item.description {
        own.description.clone_from(description);
    }
    for (locale, part, text) in &item.texts {
        let texts: &mut ProductText = product.texts.entry(locale.clone()).or_default();
        match part {
            TextPart::Title => texts.title.clone_from(text),
            TextPart::Description => texts.description.clone_from(text),
        }
    }
    // A description alone would leave its language without a title.
    for texts in product.texts.values_mut().filter(|texts| texts.title.is_empty()) {
        texts.title.clone_from(&item.title);
    }
}
