//! Turns the lines into products, members, orders and returns; the same file gives the same plan.

use std::collections::HashMap;

use mercat_model::{Money, Order, OrderLine, OrderStatus, Return, ReturnLine, Timestamp, UnitPrice};

use super::matching::{Purchase, Purchases};
use super::parse::{Line, LineKind, RetailFile};
use crate::error::FlowError;
use crate::import::order_events::sum;
use crate::import::run::{ImportRequest, ImportSummary};

/// Codes of services and book-keeping, which are no goods to list.
const SERVICE_CODES: &[&str] = &[
    "POST",
    "DOT",
    "M",
    "C2",
    "D",
    "S",
    "BANK CHARGES",
    "AMAZONFEE",
    "CRUK",
    "PADS",
    "B",
    "ADJUST",
    "ADJUST2",
];

/// A product of the file.
pub(super) struct PlannedProduct {
    pub(super) sku: String,
    pub(super) title: String,
    pub(super) first_at: Timestamp,
    /// The latest price of a sale; none for what was never sold.
    pub(super) price_micros: Option<i64>,
    pub(super) is_goods: bool,
}

/// A member of the file.
pub(super) struct PlannedMember {
    pub(super) number: String,
    pub(super) country: String,
    pub(super) first_at: Timestamp,
}

/// An order or return whose ids are filled in when it is saved.
pub(super) struct PlannedInvoice {
    pub(super) number: String,
    pub(super) customer: Option<u32>,
    pub(super) at: Timestamp,
    pub(super) country: String,
    pub(super) lines: Vec<PlannedLine>,
}

/// A line of an order or return.
pub(super) struct PlannedLine {
    pub(super) sku: u32,
    pub(super) quantity: i64,
    pub(super) unit_price: UnitPrice,
    pub(super) total: Money,
    /// For returns: position of the order in the plan and number of its line.
    pub(super) purchase: Option<(usize, i64)>,
}

/// Everything that will be saved.
pub(super) struct Plan {
    pub(super) products: Vec<PlannedProduct>,
    pub(super) members: Vec<PlannedMember>,
    pub(super) orders: Vec<PlannedInvoice>,
    pub(super) returns: Vec<PlannedInvoice>,
    zero: Money,
}

pub(super) fn plan(file: &RetailFile, request: &ImportRequest) -> Result<Plan, FlowError> {
    let (mut orders, mut returns) = (Vec::new(), Vec::new());
    let mut purchases = Purchases::default();
    for invoice in group(file, LineKind::Sale) {
        let mut planned = head(file, &invoice);
        for line in invoice {
            let line_no = planned.lines.len() as i64 + 1;
            if let Some(customer) = line.customer {
                let (order, at) = (orders.len(), planned.at);
                let purchase =
                    Purchase { order, line_no, at, price_micros: line.price_micros, left: line.quantity };
                purchases.add(customer, line.sku, purchase);
            }
            planned.lines.push(planned_line(line, line.quantity, None, request)?);
        }
        orders.push(planned);
    }
    purchases.sort();
    for invoice in group(file, LineKind::Return) {
        let mut planned = head(file, &invoice);
        for line in invoice {
            let parts = match line.customer {
                Some(customer) => {
                    purchases.take(customer, line.sku, planned.at, line.price_micros, line.quantity)
                }
                None => vec![super::matching::Part { quantity: line.quantity, purchase: None }],
            };
            for part in parts {
                planned.lines.push(planned_line(line, part.quantity, part.purchase, request)?);
            }
        }
        returns.push(planned);
    }
    let zero = Money::zero(request.currency);
    Ok(Plan { products: products(file), members: members(file), orders, returns, zero })
}

/// The lines of a kind by invoice, in the order of the invoices' first lines.
fn group(file: &RetailFile, kind: LineKind) -> Vec<Vec<&Line>> {
    let mut groups: Vec<Vec<&Line>> = Vec::new();
    let mut position: Vec<Option<usize>> = vec![None; file.invoices.len()];
    for line in file.lines.iter().filter(|line| line.kind == kind) {
        let at = *position[line.invoice as usize].get_or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[at].push(line);
    }
    groups
}

/// An invoice without its lines; its time is that of its first line (some run over a minute).
fn head(file: &RetailFile, lines: &[&Line]) -> PlannedInvoice {
    let first = lines[0];
    PlannedInvoice {
        number: file.invoices.get(first.invoice).to_owned(),
        customer: lines.iter().find_map(|line| line.customer),
        at: first.at,
        country: file.countries.get(first.country).to_owned(),
        lines: Vec::with_capacity(lines.len()),
    }
}

fn planned_line(
    line: &Line,
    quantity: i64,
    purchase: Option<(usize, i64)>,
    request: &ImportRequest,
) -> Result<PlannedLine, FlowError> {
    let unit_price = UnitPrice::new(line.price_micros, request.currency);
    let total = unit_price.extend(quantity)?;
    Ok(PlannedLine { sku: line.sku, quantity, unit_price, total, purchase })
}

/// A product a SKU: titled by the words most sales used, priced as last sold.
fn products(file: &RetailFile) -> Vec<PlannedProduct> {
    let mut titles: Vec<HashMap<u32, (u64, usize)>> = vec![HashMap::new(); file.skus.len()];
    let mut facts: Vec<(Timestamp, Option<(Timestamp, i64)>)> = vec![(Timestamp::MAX, None); file.skus.len()];
    for (position, line) in file.lines.iter().enumerate() {
        let sku = line.sku as usize;
        let sold = line.kind == LineKind::Sale;
        if !file.descriptions.get(line.description).is_empty() {
            // A sale says more about the name than a note of the warehouse.
            let weight = if sold { 1_000_000 } else { 1 };
            let count = titles[sku].entry(line.description).or_insert((0, position));
            count.0 += weight;
        }
        facts[sku].0 = facts[sku].0.min(line.at);
        if sold && facts[sku].1.is_none_or(|(at, _)| at <= line.at) {
            facts[sku].1 = Some((line.at, line.price_micros));
        }
    }
    let mut products = Vec::with_capacity(facts.len());
    for ((sku, titles), (first_at, price)) in file.skus.iter().zip(&titles).zip(facts) {
        let title = titles
            .iter()
            .max_by_key(|(_, (count, first))| (*count, std::cmp::Reverse(*first)))
            .map_or(sku, |(title, _)| file.descriptions.get(*title));
        products.push(PlannedProduct {
            sku: sku.to_owned(),
            title: title.to_owned(),
            first_at,
            price_micros: price.map(|(_, micros)| micros),
            is_goods: !SERVICE_CODES.contains(&sku.to_uppercase().as_str()),
        });
    }
    products
}

/// A member a customer number, living where their first line went.
fn members(file: &RetailFile) -> Vec<PlannedMember> {
    let mut facts: Vec<Option<(Timestamp, u32)>> = vec![None; file.customers.len()];
    for line in &file.lines {
        if let Some(customer) = line.customer {
            let fact = &mut facts[customer as usize];
            if fact.is_none_or(|(first, _)| line.at < first) {
                *fact = Some((line.at, line.country));
            }
        }
    }
    let describe = |(number, fact): (&str, Option<(Timestamp, u32)>)| {
        let (first_at, country) = fact.expect("a customer is interned with a line");
        PlannedMember { number: number.to_owned(), country: file.countries.get(country).to_owned(), first_at }
    };
    file.customers.iter().zip(facts).map(describe).collect()
}

impl Plan {
    /// The figures of the file, among them those of known customers' positive lines before returns.
    pub(super) fn summary(&self, file: &RetailFile, rejected: u64) -> Result<ImportSummary, FlowError> {
        let mut summary = ImportSummary::default();
        let of_members = || self.orders.iter().filter(|order| order.customer.is_some());
        let totals = |orders: &mut dyn Iterator<Item = &PlannedInvoice>| {
            sum(orders.flat_map(|o| o.lines.iter().map(|l| l.total)), self.zero)
        };
        let lines = |invoices: &mut dyn Iterator<Item = &PlannedInvoice>| {
            invoices.map(|invoice| invoice.lines.len() as i64).sum::<i64>()
        };
        let buyers: std::collections::BTreeSet<_> = of_members().map(|order| order.customer).collect();
        let matched = self.returns.iter().flat_map(|r| &r.lines).filter(|l| l.purchase.is_some()).count();
        summary.counts = [
            ("lines", file.read as i64),
            ("invoices", file.invoices.len() as i64),
            ("products", file.skus.len() as i64),
            ("customers", file.customers.len() as i64),
            ("rejected_lines", rejected as i64),
            ("orders", self.orders.len() as i64),
            ("order_lines", lines(&mut self.orders.iter())),
            ("returns", self.returns.len() as i64),
            ("return_lines", lines(&mut self.returns.iter())),
            ("return_lines_matched", matched as i64),
            ("known_customer_lines", lines(&mut of_members())),
            ("known_customers", buyers.len() as i64),
            ("known_customer_orders", of_members().count() as i64),
        ]
        .map(|(name, count)| (name.to_owned(), count))
        .to_vec();
        summary.amounts = vec![
            ("known_customer_revenue".to_owned(), totals(&mut of_members())?.to_string()),
            ("revenue".to_owned(), totals(&mut self.orders.iter())?.to_string()),
            ("returned".to_owned(), totals(&mut self.returns.iter())?.to_string()),
        ];
        Ok(summary)
    }
}

/// What saving knows of the rows that orders point to.
pub(super) struct Rows<'a> {
    pub(super) products: &'a [mercat_model::ProductId],
    pub(super) members: &'a [mercat_model::MemberId],
    pub(super) merchant_id: mercat_model::MerchantId,
    pub(super) channel_id: mercat_model::ChannelId,
    pub(super) orders: &'a [mercat_model::OrderId],
}

impl PlannedInvoice {
    /// The order of this invoice.
    pub(super) fn order(&self, id: mercat_model::OrderId, plan: &Plan, rows: &Rows<'_>) -> Order {
        let line = |(position, line): (usize, &PlannedLine)| OrderLine {
            line_no: position as i64 + 1,
            product_id: rows.products[line.sku as usize],
            sku: plan.products[line.sku as usize].sku.clone(),
            title: plan.products[line.sku as usize].title.clone(),
            quantity: line.quantity,
            unit_price: line.unit_price,
            total: line.total,
        };
        Order {
            id,
            number: self.number.clone(),
            merchant_id: rows.merchant_id,
            channel_id: rows.channel_id,
            member_id: self.customer.map(|customer| rows.members[customer as usize]),
            status: OrderStatus::Completed,
            placed_at: self.at,
            currency: plan.zero.currency,
            country: self.country.clone(),
            lines: self.lines.iter().enumerate().map(line).collect(),
        }
    }

    /// The return of this invoice.
    pub(super) fn returned(&self, id: mercat_model::ReturnId, plan: &Plan, rows: &Rows<'_>) -> Return {
        let line = |(position, line): (usize, &PlannedLine)| ReturnLine {
            line_no: position as i64 + 1,
            product_id: rows.products[line.sku as usize],
            sku: plan.products[line.sku as usize].sku.clone(),
            title: plan.products[line.sku as usize].title.clone(),
            quantity: line.quantity,
            unit_price: line.unit_price,
            total: line.total,
            purchase: line.purchase.map(|(order, line_no)| (rows.orders[order], line_no)),
        };
        Return {
            id,
            number: self.number.clone(),
            merchant_id: rows.merchant_id,
            channel_id: rows.channel_id,
            member_id: self.customer.map(|customer| rows.members[customer as usize]),
            returned_at: self.at,
            currency: plan.zero.currency,
            country: self.country.clone(),
            lines: self.lines.iter().enumerate().map(line).collect(),
        }
    }
}
