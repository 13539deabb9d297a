//! What visitors of the demo shop do: looking, searching, adding and buying, as compact traces that become events
//! one at a time.

use mercat_model::{Event, EventId, EventItem, EventKind, Locale, Money, ProductId, Timestamp};

use super::DemoShop;
use super::people;
use super::purchases::{Purchases, Visitor, World};
use super::random::{Random, Weights};

/// Events of visits with an order, in per mille of all, at most; the rest is for visits without one.
const ORDER_EVENTS: usize = 780;
/// What an order's visit has besides the order itself, on average: measured, and used to plan only.
const EVENTS_BEFORE_ORDER: usize = 7;
/// Visits without an order that nobody signed in to, per mille.
const UNKNOWN_VISITS: u64 = 330;
/// Visits of one unknown visitor, on average.
const VISITS_OF_UNKNOWN: usize = 2;
/// Products looked at in a visit without an order, at most.
const LOOKS_MAX: i64 = 6;

/// Campaigns that bring visitors.
const CAMPAIGNS: [(&str, &str); 4] =
    [("newsletter", "weekly"), ("wechat", "article"), ("search", "brand"), ("video", "spring")];

/// One thing that happened.
#[derive(Debug, Clone, Copy)]
pub(super) struct Trace {
    pub(super) at: Timestamp,
    pub(super) visitor: Visitor,
    pub(super) session: u32,
    pub(super) step: Step,
}

/// What happened; numbers are positions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    Home,
    List(u16),
    Search(u16),
    View(u32),
    Add(u32),
    Checkout(u32),
    Completed(u32),
    Refunded(u32),
}

struct Tracer<'a> {
    seed: u64,
    world: &'a World<'a>,
    purchases: &'a Purchases,
    random: Random,
    traces: Vec<Trace>,
    sessions: u32,
}

/// At least so many traces in time order: one for each order and return, and the visits around them.
pub(super) fn traces(seed: u64, count: usize, world: &World<'_>, purchases: &Purchases) -> Vec<Trace> {
    let random = Random::new(seed, 4);
    let traces = Vec::with_capacity(count + 64);
    let mut tracer = Tracer { seed, world, purchases, random, traces, sessions: 0 };
    tracer.orders(count);
    tracer.visits_without_order(count);
    let mut traces = tracer.traces;
    traces.sort_by_key(|trace| (trace.at, trace.session, trace.step));
    traces
}

impl Tracer<'_> {
    /// The orders with the visits that led to them; in a shop of few events only some of those.
    fn orders(&mut self, count: usize) {
        let orders = self.purchases.orders.len();
        let facts = orders + self.purchases.returns.len();
        let room = (count * ORDER_EVENTS / 1_000).saturating_sub(facts);
        let told = (room * 1_000 / (orders * EVENTS_BEFORE_ORDER).max(1)) as u64;
        for order in 0..orders {
            let visitor = self.purchases.visitors[order];
            let at = self.purchases.orders[order].placed_at;
            let session = self.session();
            if self.random.chance(told) {
                self.visit_with_order(order, visitor, session);
            }
            self.traces.push(Trace { at, visitor, session, step: Step::Completed(order as u32) });
        }
        for (position, order) in self.purchases.returned.iter().enumerate() {
            let (at, visitor) =
                (self.purchases.returns[position].returned_at, self.purchases.visitors[*order]);
            self.sessions += 1;
            let step = Step::Refunded(position as u32);
            self.traces.push(Trace { at, visitor, session: self.sessions, step });
        }
    }

    fn session(&mut self) -> u32 {
        self.sessions += 1;
        self.sessions
    }

    fn visit_with_order(&mut self, order: usize, visitor: Visitor, session: u32) {
        let bought = self.purchases.products[order].clone();
        let placed_at = self.purchases.orders[order].placed_at;
        let liking = self.world.liking(self.seed, visitor);
        let mut steps = vec![self.entry(bought[0])];
        for product in bought {
            if self.random.chance(450) {
                let other = self.world.suit(&liking, placed_at, &mut self.random);
                steps.extend(other.map(|other| Step::View(other as u32)));
            }
            steps.extend([Step::View(product as u32), Step::Add(product as u32)]);
        }
        steps.push(Step::Checkout(order as u32));
        // Told backwards from the order, a step every minute or two.
        let mut at = placed_at;
        let start = self.world.calendar.start();
        for step in steps.into_iter().rev() {
            at = at.plus_micros(-self.random.between(12_000, 110_000) * 1_000).max(start);
            self.traces.push(Trace { at, visitor, session, step });
        }
    }

    /// How a visit begins: at home, in a category, or with a search.
    fn entry(&mut self, product: usize) -> Step {
        let leaf = self.world.catalogue.traits[product].leaf as u16;
        match self.random.below(10) {
            0..=3 => Step::Home,
            4..=7 => Step::List(leaf),
            _ => Step::Search(leaf),
        }
    }

    /// Fills up with visits that end without an order.
    fn visits_without_order(&mut self, count: usize) {
        let calendar = self.world.calendar;
        let last = calendar.len() - 1;
        let busy =
            Weights::new((0..=last).map(|day| calendar.weight(day) * (0.7 + day as f64 / last as f64)));
        let active = Weights::new(self.world.people.iter().map(|person| person.activity));
        // Guests who bought hold the first numbers.
        let guests = self.purchases.orders.len();
        let unknown = (count / 40 / VISITS_OF_UNKNOWN).max(1);
        while self.traces.len() < count {
            let day = busy.draw(&mut self.random);
            let at = calendar.moment(day, &mut self.random);
            let visitor = if self.world.people.is_empty() || self.random.chance(UNKNOWN_VISITS) {
                Visitor::Unknown(guests + self.random.below(unknown))
            } else {
                Visitor::Member(active.draw(&mut self.random))
            };
            let early = matches!(visitor, Visitor::Member(p) if self.world.people[p].member.joined_at > at);
            if !early {
                self.visit(at, visitor);
            }
        }
    }

    fn visit(&mut self, start: Timestamp, visitor: Visitor) {
        let session = self.session();
        let liking = self.world.liking(self.seed, visitor);
        let mut at = start;
        for look in 0..self.random.between(1, LOOKS_MAX) {
            let Some(product) = self.world.suit(&liking, start, &mut self.random) else { break };
            let entry = (look == 0 || self.random.chance(250)).then(|| self.entry(product));
            let added = self.random.chance(90).then_some(Step::Add(product as u32));
            for step in entry.into_iter().chain([Step::View(product as u32)]).chain(added) {
                self.traces.push(Trace { at, visitor, session, step });
                at = at.plus_micros(self.random.between(8_000, 140_000) * 1_000);
                if at >= self.world.calendar.until() {
                    return;
                }
            }
        }
    }
}

/// The event of a trace; `position` is its place among all traces and makes its id.
pub(super) fn event(shop: &DemoShop, position: usize, trace: &Trace) -> Event {
    let mut random = Random::new(shop.seed ^ 0x6576_656e_7473, position as u64);
    let id = EventId::from_parts(trace.at.id_ms(), random.id_bytes());
    let mut event = Event::new(id, kind(trace.step), trace.at);
    event.session = Some(format!("s{:08x}{:08x}", trace.session, stamp(shop.seed, trace.session)));
    event.channel_id = Some(shop.channel.id);
    let locale = describe(shop, trace, &mut event);
    let list = |leaf: u16| shop.leaves[leaf as usize];
    match trace.step {
        Step::Home => event.url = Some(format!("/{locale}")),
        Step::List(leaf) => event.url = Some(format!("/{locale}/c/{}", list(leaf).0)),
        Step::Search(leaf) => {
            let name = list(leaf).1;
            let query = if locale == Locale::en() { name.en } else { name.zh };
            event.properties.insert("query".to_owned(), query.into());
        }
        Step::View(product) | Step::Add(product) => {
            let product = &shop.products[product as usize];
            event.merchant_id = Some(product.merchant_id);
            event.url = Some(format!("/{locale}/p/{}", product.slug));
            event.items = vec![EventItem { product_id: product.id, quantity: 1 }];
            event.value = product.price.extend(1).ok().filter(|_| matches!(trace.step, Step::Add(_)));
        }
        Step::Checkout(order) | Step::Completed(order) => {
            let order = &shop.orders[order as usize];
            event.merchant_id = Some(order.merchant_id);
            event.value = order.total().ok();
            event.items = items(order.lines.iter().map(|line| (line.product_id, line.quantity)));
            if matches!(trace.step, Step::Completed(_)) {
                event.properties.insert("order".to_owned(), order.number.as_str().into());
            }
        }
        Step::Refunded(position) => {
            let back = &shop.returns[position as usize];
            event.merchant_id = Some(back.merchant_id);
            let zero = Money::zero(back.currency);
            event.value = back.lines.iter().try_fold(zero, |sum, line| sum.add(line.total)).ok();
            event.items = items(back.lines.iter().map(|line| (line.product_id, line.quantity)));
            event.properties.insert("return".to_owned(), back.number.as_str().into());
        }
    }
    event
}

/// Who it was and from where; gives the language in which they read.
fn describe(shop: &DemoShop, trace: &Trace, event: &mut Event) -> Locale {
    // The same visitor has the same device and region every time.
    let stream = match trace.visitor {
        Visitor::Member(position) => position as u64,
        Visitor::Unknown(number) => (1 << 40) + number as u64,
    };
    let mut own = Random::new(shop.seed ^ 0x7669_7369_746f_7273, stream);
    event.anonymous_id = Some(format!("a{:016x}", own.next()));
    event.device = Some((*own.pick(&["phone", "phone", "phone", "desktop", "tablet"])).to_owned());
    let campaign = *own.pick(&CAMPAIGNS);
    let entered = matches!(trace.step, Step::Home | Step::List(_) | Step::View(_));
    if entered && stamp(shop.seed, trace.session).is_multiple_of(12) {
        event.utm.insert("source".to_owned(), campaign.0.to_owned());
        event.utm.insert("campaign".to_owned(), campaign.1.to_owned());
    }
    event.consent = vec!["analytics".to_owned()];
    match trace.visitor {
        Visitor::Member(position) => {
            let person = &shop.people[position];
            event.member_id = Some(person.member.id);
            event.region = Some(person.region.to_owned());
            if !person.member.no_personalisation {
                event.consent.push("personalisation".to_owned());
            }
            person.member.locale.clone().unwrap_or_else(Locale::zh_cn)
        }
        Visitor::Unknown(_) => {
            event.region = Some(people::region(&mut own).to_owned());
            event.consent.push("personalisation".to_owned());
            Locale::zh_cn()
        }
    }
}

fn kind(step: Step) -> EventKind {
    match step {
        Step::Home => EventKind::PageViewed,
        Step::List(_) => EventKind::ProductListViewed,
        Step::Search(_) => EventKind::ProductsSearched,
        Step::View(_) => EventKind::ProductViewed,
        Step::Add(_) => EventKind::ProductAdded,
        Step::Checkout(_) => EventKind::CheckoutStarted,
        Step::Completed(_) => EventKind::OrderCompleted,
        Step::Refunded(_) => EventKind::OrderRefunded,
    }
}

fn items(lines: impl Iterator<Item = (ProductId, i64)>) -> Vec<EventItem> {
    lines.map(|(product_id, quantity)| EventItem { product_id, quantity }).collect()
}

/// A number that belongs to a session.
fn stamp(seed: u64, session: u32) -> u32 {
    (Random::new(seed, u64::from(session)).next() >> 32) as u32
}
