//! Saves the plan in batches: each a transaction of rows, events and progress.

use std::collections::HashMap;
use std::sync::Arc;

use mercat_model::{
    Category, CategoryId, CategoryText, Event, Id, Locale, Member, MemberId, Order, OrderId, Product,
    ProductId, ProductStatus, ProductText, Return, ReturnId, Timestamp, UnitPrice, slug::slug,
};
use mercat_store::{category, external_id, member, order, outbox, product, returns};

use super::SOURCE;
use super::category::{CATEGORIES, category_of};
use super::plan::{Plan, PlannedInvoice, Rows};
use crate::call::Call;
use crate::error::FlowError;
use crate::import::order_events::{order_completed, order_refunded};
use crate::import::place::{Place, PlaceMerchant, place};
use crate::import::run::{Continue, ImportProgress, ImportRequest, Run, Watch};
use crate::shop::Shop;

/// Products or members in one transaction.
const ROWS_A_BATCH: usize = 1_000;

/// Orders or returns in one transaction: some ten thousand lines, a fraction of a second.
const INVOICES_A_BATCH: usize = 500;

pub(super) fn save(
    shop: &Shop,
    run: &Run,
    plan: Plan,
    request: &ImportRequest,
    call: &mut Call,
    watch: &mut Watch<'_>,
) -> Result<(), FlowError> {
    let merchant = PlaceMerchant::Named("Online Retail");
    let place = place(shop, SOURCE, merchant, request, &Locale::en(), call)?;
    let products = save_products(shop, &plan, &place, request, call.now)?;
    let members = save_members(shop, &plan)?;
    let orders = ids(shop, "order", &plan.orders, |invoice| {
        OrderId::derived(invoice.at.id_ms(), SOURCE, &invoice.number)
    })?;
    let returned = ids(shop, "return", &plan.returns, |invoice| {
        ReturnId::derived(invoice.at.id_ms(), SOURCE, &invoice.number)
    })?;
    let order_ids: Vec<OrderId> = orders.iter().map(|(id, _)| *id).collect();
    let rows = Rows {
        products: &products,
        members: &members,
        merchant_id: place.merchant_id,
        channel_id: place.channel_id,
        orders: &order_ids,
    };
    let total = plan.orders.len() + plan.returns.len();
    let mut done = run.kept.position as usize;
    while done < total {
        let batch = batch(&plan, &rows, &orders, &returned, done);
        let next = done + batch.invoices;
        save_batch(shop, batch, run, (done, next), next == total, call.now)?;
        done = next;
        let progress = ImportProgress { stage: "saving", done: done as u64, total: total as u64 };
        if watch(progress) == Continue::No {
            return Err(FlowError::Stopped);
        }
    }
    if total == 0 {
        save_batch(shop, Batch::default(), run, (0, 0), true, call.now)?;
    }
    Ok(())
}

/// The ids of invoices with whether they are saved already: by an earlier run or another file.
fn ids<T: Id + Send + 'static>(
    shop: &Shop,
    kind: &'static str,
    invoices: &[PlannedInvoice],
    derive: impl Fn(&PlannedInvoice) -> T,
) -> Result<Vec<(T, bool)>, FlowError> {
    let numbers: Vec<String> = invoices.iter().map(|invoice| invoice.number.clone()).collect();
    let known: HashMap<String, T> =
        shop.store.read_blocking("import.known", move |tx| external_id::known(tx, SOURCE, kind, &numbers))?;
    let id = |invoice: &PlannedInvoice| match known.get(&invoice.number) {
        Some(id) => (*id, true),
        None => (derive(invoice), false),
    };
    Ok(invoices.iter().map(id).collect())
}

#[derive(Default)]
struct Batch {
    /// Invoices of the plan that this batch covers, saved before or now.
    invoices: usize,
    orders: Vec<Order>,
    returns: Vec<Return>,
    events: Vec<Event>,
}

/// The next invoices from position `done` on: first all orders, then all returns.
fn batch(
    plan: &Plan,
    rows: &Rows<'_>,
    orders: &[(OrderId, bool)],
    returned: &[(ReturnId, bool)],
    done: usize,
) -> Batch {
    let mut batch = Batch::default();
    if done < plan.orders.len() {
        let until = (done + INVOICES_A_BATCH).min(plan.orders.len());
        batch.invoices = until - done;
        for (invoice, (id, known)) in plan.orders[done..until].iter().zip(&orders[done..until]) {
            if !known {
                batch.orders.push(invoice.order(*id, plan, rows));
            }
        }
    } else {
        let first = done - plan.orders.len();
        let until = (first + INVOICES_A_BATCH).min(plan.returns.len());
        batch.invoices = until - first;
        for (invoice, (id, known)) in plan.returns[first..until].iter().zip(&returned[first..until]) {
            if !known {
                batch.returns.push(invoice.returned(*id, plan, rows));
            }
        }
    }
    batch
}

fn save_batch(
    shop: &Shop,
    mut batch: Batch,
    run: &Run,
    (from, to): (usize, usize),
    finished: bool,
    now: Timestamp,
) -> Result<(), FlowError> {
    batch.events = events(&batch, now)?;
    let (batch, progress, begun) = (Arc::new(batch), run.at(to as i64, finished), run.kept.clone());
    shop.store.write_blocking("import.invoices", move |tx| {
        Run::stands_at(tx, &begun, from as i64)?;
        order::insert_many(tx, &batch.orders, Some(SOURCE))?;
        returns::insert_many(tx, &batch.returns, Some(SOURCE))?;
        let orders = batch.orders.iter().map(|order| (order.number.as_str(), order.id));
        external_id::insert_many(tx, SOURCE, "order", orders)?;
        let returned = batch.returns.iter().map(|item| (item.number.as_str(), item.id));
        external_id::insert_many(tx, SOURCE, "return", returned)?;
        outbox::append(tx, &batch.events)?;
        Run::put(tx, &progress)
    })
}

/// An event an order and one a return.
fn events(batch: &Batch, now: Timestamp) -> Result<Vec<Event>, FlowError> {
    let orders = batch.orders.iter().map(|order| order_completed(order, SOURCE, now));
    let returns = batch.returns.iter().map(|item| order_refunded(item, SOURCE, now));
    orders.chain(returns).collect()
}

/// Saves categories and the products that are new; gives the id of each SKU.
fn save_products(
    shop: &Shop,
    plan: &Plan,
    place: &Place,
    request: &ImportRequest,
    now: Timestamp,
) -> Result<Vec<ProductId>, FlowError> {
    let categories = categories();
    let category_ids: Vec<CategoryId> = categories.iter().map(|category| category.id).collect();
    let skus: Vec<String> = plan.products.iter().map(|product| product.sku.clone()).collect();
    let asked = skus.clone();
    let known: HashMap<String, ProductId> = shop.store.write_blocking("import.categories", move |tx| {
        category::upsert_many(tx, &categories)?;
        external_id::known(tx, SOURCE, "product", &asked)
    })?;
    let mut ids = Vec::with_capacity(plan.products.len());
    let mut fresh = Vec::new();
    for planned in &plan.products {
        if let Some(id) = known.get(&planned.sku) {
            ids.push(*id);
            continue;
        }
        let id = ProductId::derived(planned.first_at.id_ms(), SOURCE, &planned.sku);
        ids.push(id);
        let title = readable(&planned.title);
        let listed = planned.is_goods && planned.price_micros.is_some();
        let text = ProductText { title, description: String::new() };
        fresh.push(Product {
            id,
            merchant_id: place.merchant_id,
            channel_id: place.channel_id,
            sku: planned.sku.clone(),
            slug: slug(&planned.title, &unique_suffix(&planned.sku)),
            category_id: category_ids[category_of(&planned.title)],
            status: if listed { ProductStatus::Published } else { ProductStatus::Archived },
            price: UnitPrice::new(planned.price_micros.unwrap_or(0), request.currency),
            attributes: std::collections::BTreeMap::new(),
            texts: [(place.locale.clone(), text)].into(),
            created_at: planned.first_at,
        });
    }
    for chunk in fresh.chunks(ROWS_A_BATCH) {
        let chunk = chunk.to_vec();
        shop.store.write_blocking("import.products", move |tx| {
            product::upsert_many(tx, &chunk, now)?;
            let pairs = chunk.iter().map(|product| (product.sku.as_str(), product.id));
            external_id::insert_many(tx, SOURCE, "product", pairs)
        })?;
    }
    Ok(ids)
}

/// SKUs that differ only in case (`85123A`, `85123a`) need addresses that differ in more.
fn unique_suffix(sku: &str) -> String {
    if sku.chars().any(|c| c.is_ascii_lowercase()) { format!("{sku}x{}", sku.len()) } else { sku.to_owned() }
}

/// `WHITE HANGING HEART` as people read it: `White hanging heart`.
fn readable(title: &str) -> String {
    let words = title.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().any(char::is_lowercase) {
        return words;
    }
    let mut lower = words.to_lowercase();
    if let Some(first) = lower.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    lower
}

fn categories() -> Vec<Category> {
    let make = |(position, (slug, en, zh, _)): (usize, &(&str, &str, &str, &[&str]))| Category {
        id: CategoryId::derived(0, SOURCE, slug),
        parent_id: None,
        slug: (*slug).to_owned(),
        position: position as i64,
        texts: [(Locale::en(), *en), (Locale::zh_cn(), *zh)]
            .into_iter()
            .map(|(locale, name)| (locale, CategoryText { name: name.to_owned() }))
            .collect(),
    };
    CATEGORIES.iter().enumerate().map(make).collect()
}

/// Saves the members that are new; gives the id of each customer.
fn save_members(shop: &Shop, plan: &Plan) -> Result<Vec<MemberId>, FlowError> {
    let numbers: Vec<String> = plan.members.iter().map(|member| member.number.clone()).collect();
    let known: HashMap<String, MemberId> = shop
        .store
        .read_blocking("import.known", move |tx| external_id::known(tx, SOURCE, "member", &numbers))?;
    let mut ids = Vec::with_capacity(plan.members.len());
    let mut fresh = Vec::new();
    for planned in &plan.members {
        if let Some(id) = known.get(&planned.number) {
            ids.push(*id);
            continue;
        }
        let id = MemberId::derived(planned.first_at.id_ms(), SOURCE, &planned.number);
        ids.push(id);
        fresh.push(Member {
            id,
            number: planned.number.clone(),
            name: String::new(),
            email: None,
            country: planned.country.clone(),
            locale: None,
            joined_at: planned.first_at,
            no_personalisation: false,
        });
    }
    for chunk in fresh.chunks(ROWS_A_BATCH) {
        let chunk = chunk.to_vec();
        shop.store.write_blocking("import.members", move |tx| {
            member::upsert_many(tx, &chunk)?;
            let pairs = chunk.iter().map(|member| (member.number.as_str(), member.id));
            external_id::insert_many(tx, SOURCE, "member", pairs)
        })?;
    }
    Ok(ids)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shouted_titles_become_readable() {
        assert_eq!(readable("SET OF 3 COLOURED  FLYING DUCKS"), "Set of 3 coloured flying ducks");
        assert_eq!(readable("Discount"), "Discount");
        assert_eq!(readable("£5 GIFT"), "£5 gift");
    }

    #[test]
    fn skus_that_differ_in_case_have_different_suffixes() {
        assert_ne!(unique_suffix("85123A").to_lowercase(), unique_suffix("85123a").to_lowercase());
    }
}
