//! Saves a batch of orders with their purchase events.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use mercat_model::{ChannelId, Currency, MemberId, Money, Order, OrderId, OrderLine, OrderStatus, UnitPrice};
use mercat_store::member::{self, MemberKey};
use mercat_store::product::ProductSummary;
use mercat_store::{Tx, Value, external_id, order, outbox};

use super::Context;
use super::line::OrderRow;
use crate::error::FlowError;
use crate::import::file::Saved;
use crate::import::order_events::order_completed;
use crate::import::place::channel_of;
use crate::import::rejects::Reject;
use crate::import::sku::Skus;

/// Largest total of a line in minor units; the sums of a member's thousands of orders fit 64 bits with it.
const LINE_TOTAL_MINOR_MAX: i64 = 10_000_000_000_000;

/// What the rows of a batch point to.
struct Known {
    orders: HashMap<String, OrderId>,
    /// Numbers that orders have, those of this batch included.
    numbers: HashSet<String>,
    members: HashMap<String, MemberId>,
    emails: HashMap<String, MemberId>,
    skus: Skus,
    channels: HashMap<Currency, ChannelId>,
}

pub(super) fn save(context: &Context, tx: &mut Tx<'_>, items: &[OrderRow]) -> Result<Saved, FlowError> {
    let mut known = load(context, tx, items)?;
    let mut saved = Saved::default();
    let mut orders: Vec<Order> = Vec::new();
    let mut externals: Vec<(&str, OrderId)> = Vec::new();
    let (mut lines, mut passed_orders, mut passed_rows) = (0, 0, 0);
    for rows in items.chunk_by(|a, b| a.number == b.number) {
        let external = rows[0].number.as_str();
        if known.orders.contains_key(external) {
            passed_orders += 1;
            passed_rows += rows.len() as i64;
            continue;
        }
        match build(context, &known, rows, &mut saved.rejects) {
            Some(order) => {
                lines += order.lines.len() as i64;
                externals.push((external, order.id));
                known.numbers.insert(order.number.clone());
                orders.push(order);
            }
            None => continue,
        }
    }
    let events = orders.iter().map(|order| order_completed(order, &context.source, context.now));
    outbox::append(tx, &events.collect::<Result<Vec<_>, _>>()?)?;
    order::insert_many(tx, &orders, Some(&context.source))?;
    external_id::insert_many(tx, &context.source, "order", externals)?;
    saved.counts = vec![
        ("orders", orders.len() as i64),
        ("order_lines", lines),
        ("known_orders", passed_orders),
        ("known_order_rows", passed_rows),
    ];
    Ok(saved)
}

fn load(context: &Context, tx: &mut Tx<'_>, items: &[OrderRow]) -> Result<Known, FlowError> {
    let distinct = |values: &mut dyn Iterator<Item = &String>| {
        let mut values: Vec<String> = values.cloned().collect();
        values.sort_unstable();
        values.dedup();
        values
    };
    let externals = distinct(&mut items.iter().map(|item| &item.number));
    let orders = external_id::known(tx, &context.source, "order", &externals)?;
    let choices = externals.iter().flat_map(|external| numbers(context, external)).collect::<Vec<_>>();
    let numbers = order::known_numbers(tx, &choices)?;
    let members = distinct(&mut items.iter().filter_map(|item| item.member.as_ref()));
    let members = external_id::known(tx, &context.source, "member", &members)?;
    let emails = distinct(&mut items.iter().filter_map(|item| item.email.as_ref()));
    let emails: Vec<Value> = emails.into_iter().map(Value::from).collect();
    let emails = member::by_keys(tx, MemberKey::Email, &emails)?;
    let emails = emails.into_iter().filter_map(|member| Some((member.email?, member.id))).collect();
    let skus = Skus::load(tx, &context.place.shop_locale, items.iter().map(|item| item.sku.as_str()))?;
    let mut channels = HashMap::new();
    for item in items {
        let currency = currency(context, item);
        if let Entry::Vacant(vacant) = channels.entry(currency) {
            let fresh = ChannelId::derived(0, &context.source, currency.code());
            vacant.insert(channel_of(tx, currency, fresh)?);
        }
    }
    Ok(Known { orders, numbers, members, emails, skus, channels })
}

/// The currency of an order, by its first row.
fn currency(context: &Context, first: &OrderRow) -> Currency {
    first.currency.unwrap_or(context.currency)
}

/// The numbers that an order may get, the first free of them: its own, or its own with the source.
fn numbers(context: &Context, external: &str) -> [String; 2] {
    [external.to_owned(), format!("{}-{external}", context.source)]
}

/// The order of some rows; none when each of them was rejected.
fn build(context: &Context, known: &Known, rows: &[OrderRow], rejects: &mut Vec<Reject>) -> Option<Order> {
    let first = &rows[0];
    let currency = currency(context, first);
    let (number, member_id) = match head(context, known, first) {
        Ok(head) => head,
        Err((column, value, reason)) => {
            rejects.extend(rows.iter().map(|row| Reject::new(row.line, column, &value, &reason)));
            return None;
        }
    };
    let mut order: Option<Order> = None;
    for row in rows {
        let merchant_id = order.as_ref().map_or(context.place.merchant_id, |order| order.merchant_id);
        let line_no = order.as_ref().map_or(1, |order| order.lines.len() as i64 + 1);
        let taken = agree(first, row, currency).and_then(|()| {
            let product = known
                .skus
                .get(&row.sku, Some(merchant_id))
                .map_err(|reason| Reject::new(row.line, "sku", &row.sku, reason))?;
            if order.is_some() && product.merchant_id != merchant_id {
                let reason = "another merchant's product than the rows above: an order has one merchant";
                return Err(Reject::new(row.line, "sku", &row.sku, reason));
            }
            Ok((product, line(row, product, line_no, currency)?))
        });
        let (product, line) = match taken {
            Ok(taken) => taken,
            Err(reject) => {
                rejects.push(reject);
                continue;
            }
        };
        let order = order.get_or_insert_with(|| Order {
            id: OrderId::derived(first.placed_at.id_ms(), &context.source, &first.number),
            number: number.clone(),
            merchant_id: product.merchant_id,
            channel_id: known.channels[&currency],
            member_id,
            status: OrderStatus::Completed,
            placed_at: first.placed_at,
            currency,
            country: rows.iter().find_map(|row| row.country.clone()).unwrap_or_default(),
            lines: Vec::new(),
        });
        order.lines.push(line);
    }
    order
}

type Refused = (&'static str, String, String);

/// The number of an order and who placed it.
fn head(context: &Context, known: &Known, first: &OrderRow) -> Result<(String, Option<MemberId>), Refused> {
    let member_id = match &first.member {
        Some(external) => Some(*known.members.get(external).ok_or_else(|| {
            let reason = "no member has this id: import the members first (no row of the order is taken)";
            ("member", external.clone(), reason.to_owned())
        })?),
        None => first.email.as_ref().and_then(|email| known.emails.get(email).copied()),
    };
    let mut choices = numbers(context, &first.number).into_iter();
    let number = choices.find(|number| !known.numbers.contains(number)).ok_or_else(|| {
        let reason = "is the number of another order (no row of the order is taken)";
        ("order", first.number.clone(), reason.to_owned())
    })?;
    Ok((number, member_id))
}

/// A row must say of its order what the first one does, or nothing.
fn agree(first: &OrderRow, row: &OrderRow, currency: Currency) -> Result<(), Reject> {
    let differs = |column: &str, first: &str, here: &str| {
        let reason = format!("the first row of the order says `{first}`");
        Err(Reject::new(row.line, column, here, reason))
    };
    if let Some(here) = row.currency
        && here != currency
    {
        return differs("currency", currency.code(), here.code());
    }
    for (column, first, here) in [("member", &first.member, &row.member), ("email", &first.email, &row.email)]
    {
        if let Some(here) = here
            && first.as_ref() != Some(here)
        {
            return differs(column, first.as_deref().unwrap_or_default(), here);
        }
    }
    Ok(())
}

fn line(
    row: &OrderRow,
    product: &ProductSummary,
    line_no: i64,
    currency: Currency,
) -> Result<OrderLine, Reject> {
    let unit_price = match row.unit_price_micros {
        Some(micros) => UnitPrice::new(micros, currency),
        None if product.price.currency == currency => product.price,
        None => {
            let reason = format!("empty, and the product's own price is in {}", product.price.currency);
            return Err(Reject::new(row.line, "unit_price", "", reason));
        }
    };
    Ok(OrderLine {
        line_no,
        product_id: product.id,
        sku: product.sku.clone(),
        title: row.title.clone().unwrap_or_else(|| product.title.clone()),
        quantity: row.quantity,
        unit_price,
        total: total(row, unit_price)?,
    })
}

fn total(row: &OrderRow, unit_price: UnitPrice) -> Result<Money, Reject> {
    match unit_price.extend(row.quantity) {
        Ok(total) if total.minor <= LINE_TOTAL_MINOR_MAX => Ok(total),
        _ => {
            let value = format!("{} × {}", row.quantity, unit_price.amount());
            Err(Reject::new(row.line, "unit_price", &value, "the line is worth more than an order can hold"))
        }
    }
}
