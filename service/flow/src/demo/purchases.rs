//! A year of orders: who buys when, what goes into the basket, and what comes back.

use std::collections::HashMap;

use mercat_model::time::DAY_US;
use mercat_model::{
    ChannelId, Currency, Locale, Money, Order, OrderId, OrderLine, OrderStatus, Return, ReturnId, ReturnLine,
    Timestamp,
};

use super::calendar::Calendar;
use super::catalogue::Catalogue;
use super::people::{self, Person, TASTES};
use super::random::{Random, Weights};
use super::words::{Cluster, Mood, Season};

/// Orders of guests, per mille.
const GUESTS: u64 = 80;
/// Members who buy at all, per mille.
const BUYERS: u64 = 920;
/// Buyers who may come back, per mille. Not all do, so that the repeat rate of a year is a little lower.
const RETURNERS: u64 = 480;
/// Returners who are still there a month later, per mille; this is what makes retention decay.
const MONTHLY_SURVIVAL: u64 = 855;
/// Months after which everyone has left.
const MONTHS_MAX: i64 = 14;
/// Orders that come back, per mille.
const RETURNS: u64 = 40;
/// Lines of one order.
const LINES_MAX: usize = 5;
/// How often a product that does not suit is drawn again.
const REDRAWS: usize = 12;
/// Purchases of a member that are looked through for what is used up.
const REMEMBERED: usize = 12;

/// Who stands behind an order or a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Visitor {
    /// A member, by position.
    Member(usize),
    /// Somebody unknown, by number.
    Unknown(usize),
}

/// What a visitor likes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Liking {
    pub(super) tastes: [Cluster; 3],
    pub(super) mood: Mood,
    pub(super) tier: i64,
}

/// The orders of a year in time order, with the positions that visits need.
pub(super) struct Purchases {
    pub(super) orders: Vec<Order>,
    /// Who bought, for each order.
    pub(super) visitors: Vec<Visitor>,
    /// The products of each order's lines.
    pub(super) products: Vec<Vec<usize>>,
    pub(super) returns: Vec<Return>,
    /// The order of each return.
    pub(super) returned: Vec<usize>,
}

/// The world in which people buy.
#[derive(Clone, Copy)]
pub(super) struct World<'a> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) people: &'a [Person],
    pub(super) calendar: &'a Calendar,
}

impl World<'_> {
    /// What a visitor likes; somebody unknown likes what their number says.
    pub(super) fn liking(&self, seed: u64, visitor: Visitor) -> Liking {
        match visitor {
            Visitor::Member(position) => {
                let person = &self.people[position];
                Liking { tastes: person.tastes, mood: person.mood, tier: person.tier }
            }
            Visitor::Unknown(number) => {
                let mut random = Random::new(seed, 1_000_000 + number as u64);
                Liking {
                    tastes: people::tastes(None, &mut random),
                    mood: *random.pick(&Mood::ALL),
                    tier: random.between(0, 2),
                }
            }
        }
    }

    /// A product that suits at a time; none when the shop has nothing of the sort.
    pub(super) fn suit(&self, liking: &Liking, at: Timestamp, random: &mut Random) -> Option<usize> {
        let place = Weights::new(TASTES.into_iter()).draw(random);
        let cluster = liking.tastes.get(place).copied().unwrap_or_else(|| *random.pick(&Cluster::ALL));
        let warm = self.calendar.is_warm(at);
        // The first product was there before the first customer.
        let mut found = (!self.catalogue.products.is_empty()).then_some(0);
        for _ in 0..REDRAWS {
            let product = self.catalogue.draw(cluster, random)?;
            if self.catalogue.products[product].created_at > at {
                continue;
            }
            found = Some(product);
            let traits = &self.catalogue.traits[product];
            let off_season = traits.season != Season::Always && warm != (traits.season == Season::Warm);
            let refused = (off_season && random.chance(550))
                || (traits.mood.is_some_and(|mood| mood != liking.mood) && random.chance(550))
                || random.chance(300 * traits.tier.abs_diff(liking.tier));
            if !refused {
                break;
            }
        }
        found
    }
}

/// So many orders. `channel_id` is where they are placed.
pub(super) fn purchases(seed: u64, count: usize, world: &World<'_>, channel_id: ChannelId) -> Purchases {
    let mut random = Random::new(seed, 3);
    let mut history: HashMap<Visitor, Vec<(usize, Timestamp)>> = HashMap::new();
    let mut purchases = Purchases {
        orders: Vec::with_capacity(count),
        visitors: Vec::with_capacity(count),
        products: Vec::with_capacity(count),
        returns: Vec::new(),
        returned: Vec::new(),
    };
    for (at, visitor) in plan(count, world, &mut random) {
        let liking = world.liking(seed, visitor);
        let past = history.entry(visitor).or_default();
        let basket = basket(world, &liking, past, at, &mut random);
        let Some(first) = basket.first() else { continue };
        past.extend(basket.iter().map(|(product, _)| (*product, at)));
        let (member_id, country) = match visitor {
            Visitor::Member(position) => {
                let member = &world.people[position].member;
                (Some(member.id), member.country.clone())
            }
            Visitor::Unknown(_) => (None, "CN".to_owned()),
        };
        purchases.orders.push(Order {
            id: OrderId::from_parts(at.id_ms(), random.id_bytes()),
            number: format!("D{}", 1_000_001 + purchases.orders.len()),
            merchant_id: world.catalogue.products[first.0].merchant_id,
            channel_id,
            member_id,
            status: OrderStatus::Completed,
            placed_at: at,
            currency: Currency::CNY,
            country,
            lines: basket.iter().enumerate().map(|(n, item)| line(world.catalogue, n, *item)).collect(),
        });
        purchases.visitors.push(visitor);
        purchases.products.push(basket.into_iter().map(|(product, _)| product).collect());
    }
    add_returns(&mut purchases, world.calendar.until(), &mut random);
    purchases
}

/// The orders' moments and visitors in time order.
fn plan(count: usize, world: &World<'_>, random: &mut Random) -> Vec<(Timestamp, Visitor)> {
    let calendar = world.calendar;
    let last = calendar.len() - 1;
    let mut plan = Vec::with_capacity(count);
    let busy = Weights::new((0..=last).map(|day| calendar.weight(day) * (0.7 + day as f64 / last as f64)));
    for guest in 0..count * GUESTS as usize / 1_000 {
        let day = busy.draw(random);
        plan.push((calendar.moment(day, random), Visitor::Unknown(guest)));
    }
    let mut firsts = Vec::new();
    for (position, person) in world.people.iter().enumerate() {
        if plan.len() == count {
            break;
        }
        if random.chance(BUYERS) {
            let at = first_order(person.member.joined_at, calendar, random);
            plan.push((at, Visitor::Member(position)));
            firsts.push((at, position));
        }
    }
    firsts.retain(|(at, _)| random.chance(RETURNERS) && calendar.day_of(*at) + 4 < last);
    let spans: Vec<(usize, usize, usize)> = firsts
        .into_iter()
        .map(|(at, position)| {
            let mut months = 1;
            while months < MONTHS_MAX && random.chance(MONTHLY_SURVIVAL) {
                months += 1;
            }
            let day = calendar.day_of(at);
            (position, day + 1, (day + months as usize * 30).min(last))
        })
        .collect();
    let weights = Weights::new(
        spans
            .iter()
            .map(|(position, first, end)| world.people[*position].activity * ((end - first) as f64).sqrt()),
    );
    let mut round = 0;
    while plan.len() < count && !spans.is_empty() {
        // Everyone who comes back does so once before the busiest take the rest.
        let (position, first, end) = spans[if round < spans.len() { round } else { weights.draw(random) }];
        let day = calendar.day_between(first, end, random);
        plan.push((calendar.moment(day, random), Visitor::Member(position)));
        round += 1;
    }
    for guest in count..count * 2 - plan.len() {
        // A shop with too few members sells the rest to guests.
        plan.push((calendar.moment(busy.draw(random), random), Visitor::Unknown(guest)));
    }
    plan.sort_unstable_by_key(|(at, visitor)| (*at, visitor_order(*visitor)));
    plan
}

fn visitor_order(visitor: Visitor) -> (bool, usize) {
    match visitor {
        Visitor::Member(position) => (false, position),
        Visitor::Unknown(number) => (true, number),
    }
}

/// New members buy within three weeks; those of before come back some time in the year, rather early.
fn first_order(joined_at: Timestamp, calendar: &Calendar, random: &mut Random) -> Timestamp {
    let last = calendar.len() - 1;
    if joined_at < calendar.start() {
        let (one, other) = (calendar.day_between(0, last, random), calendar.day_between(0, last, random));
        return calendar.moment(one.min(other), random);
    }
    let joined = calendar.day_of(joined_at);
    // Those who join last have fewer days left, so that no orders pile up on the final day.
    let day = joined + random.below((last - joined + 1).min(21));
    if day == joined {
        let left = calendar.until().micros_since(joined_at) / 1_000_000;
        return joined_at.plus_seconds(random.between(60, 3_600).min(left - 1).max(0));
    }
    calendar.moment(day, random)
}

/// What one buyer puts into one basket: products of one merchant, with their pieces.
fn basket(
    world: &World<'_>,
    liking: &Liking,
    past: &[(usize, Timestamp)],
    at: Timestamp,
    random: &mut Random,
) -> Vec<(usize, i64)> {
    let traits = &world.catalogue.traits;
    let used_up = |merchant: Option<usize>| {
        past.iter().rev().take(REMEMBERED).find(|(product, bought)| {
            let (own, days) = (&traits[*product], at.micros_since(*bought) / DAY_US);
            own.lasts > 0
                && days * 10 >= i64::from(own.lasts) * 6
                && merchant.is_none_or(|wanted| wanted == own.merchant)
        })
    };
    let again = used_up(None).filter(|_| random.chance(520)).map(|(product, _)| *product);
    let Some(first) = again.or_else(|| world.suit(liking, at, random)) else {
        return Vec::new();
    };
    let merchant = traits[first].merchant;
    let mut products = vec![first];
    while products.len() < LINES_MAX {
        let next = if random.chance(430) {
            let partners = &traits[*random.pick(&products)].partners;
            (!partners.is_empty()).then(|| *random.pick(partners))
        } else if random.chance(120) {
            used_up(Some(merchant)).map(|(product, _)| *product)
        } else if random.chance(240) {
            world.suit(liking, at, random).filter(|product| traits[*product].merchant == merchant)
        } else {
            break;
        };
        let listed = |product: &usize| world.catalogue.products[*product].created_at <= at;
        products.extend(next.filter(listed).filter(|product| !products.contains(product)));
        if next.is_none() {
            break;
        }
    }
    products.into_iter().map(|product| (product, pieces(traits[product].lasts, random))).collect()
}

/// One piece mostly; of what is used up rather more.
fn pieces(lasts: u32, random: &mut Random) -> i64 {
    let more = if lasts > 0 { 380 } else { 110 };
    let mut pieces = 1;
    while pieces < 6 && random.chance(more) {
        pieces += 1;
    }
    pieces
}

fn line(catalogue: &Catalogue, position: usize, (product, quantity): (usize, i64)) -> OrderLine {
    let product = &catalogue.products[product];
    let title = product.texts.get(&Locale::zh_cn()).map(|text| text.title.clone()).unwrap_or_default();
    OrderLine {
        line_no: position as i64 + 1,
        product_id: product.id,
        sku: product.sku.clone(),
        title,
        quantity,
        unit_price: product.price,
        total: total(product.price.extend(quantity)),
    }
}

fn total(total: Result<Money, mercat_model::MoneyError>) -> Money {
    total.expect("a few pieces at the prices of the word banks fit 64 bits")
}

/// Sends a few orders back, whole or in part, within three weeks.
fn add_returns(purchases: &mut Purchases, until: Timestamp, random: &mut Random) {
    let mut returned: Vec<(Timestamp, usize)> = Vec::new();
    for (position, order) in purchases.orders.iter().enumerate() {
        if random.chance(RETURNS) {
            let at = order.placed_at.plus_seconds(random.between(3 * 86_400, 21 * 86_400));
            if at < until {
                returned.push((at, position));
            }
        }
    }
    returned.sort_unstable();
    for (number, (at, position)) in returned.into_iter().enumerate() {
        let order = &purchases.orders[position];
        let kept = random.below(order.lines.len());
        let mut lines: Vec<ReturnLine> = Vec::new();
        for (n, line) in order.lines.iter().enumerate() {
            if n == kept || random.chance(500) {
                let quantity = random.between(1, line.quantity);
                lines.push(return_line(lines.len(), line, quantity, order.id));
            }
        }
        purchases.returns.push(Return {
            id: ReturnId::from_parts(at.id_ms(), random.id_bytes()),
            number: format!("R{}", 1_000_001 + number),
            merchant_id: order.merchant_id,
            channel_id: order.channel_id,
            member_id: order.member_id,
            returned_at: at,
            currency: order.currency,
            country: order.country.clone(),
            lines,
        });
        purchases.returned.push(position);
    }
}

fn return_line(position: usize, line: &OrderLine, quantity: i64, order: OrderId) -> ReturnLine {
    ReturnLine {
        line_no: position as i64 + 1,
        product_id: line.product_id,
        sku: line.sku.clone(),
        title: line.title.clone(),
        quantity,
        unit_price: line.unit_price,
        total: total(line.unit_price.extend(quantity)),
        purchase: Some((order, line.line_no)),
    }
}
