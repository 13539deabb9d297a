//! A believable shop from a seed: goods, members with tastes, and a year of orders and visits.
//!
//! The same seed, size, end and zone give the same shop, byte for byte. Members buy mostly within a few clusters of
//! goods that they like, complements go into one basket, and what is used up is bought again; so recommendations
//! have something to find. Nothing here does IO; the caller writes the rows and appends the events.

mod calendar;
mod catalogue;
mod goods_desk;
mod goods_family;
mod goods_home;
mod goods_outdoors;
mod goods_table;
mod people;
mod purchases;
mod random;
mod visits;
mod words;

#[cfg(test)]
mod tests;

use std::collections::HashMap;

use mercat_model::{
    Category, ChannelId, Currency, Event, Member, MemberId, Order, Product, Return, Timestamp, Zone,
};

use calendar::Calendar;
use catalogue::{Catalogue, Listing};
use people::Person;
use purchases::World;
use random::Random;
use visits::Trace;
use words::Word;

pub use catalogue::DemoMerchant;
pub use words::Cluster;

/// How large a demo shop is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DemoSize {
    /// Products, at most about 5,000: as many as the word banks give.
    pub products: usize,
    /// Members.
    pub members: usize,
    /// Orders of the year. At three to five a member, 30 to 50 % of the customers buy again.
    pub orders: usize,
    /// Events of the year, at least. Orders and returns have one each; ten an order tell the visits too.
    pub events: usize,
}

impl Default for DemoSize {
    fn default() -> Self {
        DemoSize { products: 2_100, members: 5_200, orders: 20_500, events: 206_000 }
    }
}

/// Where the demo shop sells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DemoChannel {
    /// Its id.
    pub id: ChannelId,
    /// Its currency.
    pub currency: Currency,
}

/// A shop with a year behind it.
#[derive(Debug, Clone)]
pub struct DemoShop {
    /// The one channel.
    pub channel: DemoChannel,
    /// Who sells.
    pub merchants: Vec<DemoMerchant>,
    /// The tree: each category comes after the one above it.
    pub categories: Vec<Category>,
    /// Products in the order in which they were listed.
    pub products: Vec<Product>,
    /// Orders by time.
    pub orders: Vec<Order>,
    /// Returns by time.
    pub returns: Vec<Return>,
    seed: u64,
    people: Vec<Person>,
    traces: Vec<Trace>,
    /// Slug and name of the categories that hold goods.
    leaves: Vec<(&'static str, Word)>,
}

impl DemoShop {
    /// The members in the order in which they joined.
    pub fn members(&self) -> impl ExactSizeIterator<Item = &Member> {
        self.people.iter().map(|person| &person.member)
    }

    /// The events by time. Each is made when it is asked for, so that a year of them needs little memory.
    pub fn events(&self) -> impl ExactSizeIterator<Item = Event> + '_ {
        self.traces.iter().enumerate().map(|(position, trace)| visits::event(self, position, trace))
    }

    /// The clusters that each member likes most, second and third: the truth that a model should find.
    pub fn tastes(&self) -> HashMap<MemberId, [Cluster; 3]> {
        people::tastes_by_member(&self.people)
    }
}

/// Makes the shop of a seed, with the 365 days before `until` as days of `zone`.
pub fn generate(seed: u64, size: &DemoSize, until: Timestamp, zone: &Zone) -> DemoShop {
    let calendar = Calendar::new(until, zone);
    let channel_id = ChannelId::from_parts(calendar.start().id_ms(), Random::new(seed, 0).id_bytes());
    let listing = Listing { channel_id, start: calendar.start(), until };
    let catalogue: Catalogue = catalogue::catalogue(seed, size.products, &listing);
    let people = people::people(seed, size.members, &calendar);
    let world = World { catalogue: &catalogue, people: &people, calendar: &calendar };
    let purchases = purchases::purchases(seed, size.orders, &world, channel_id);
    let traces = visits::traces(seed, size.events, &world, &purchases);
    let (orders, returns) = (purchases.orders, purchases.returns);
    let Catalogue { merchants, categories, products, leaves, .. } = catalogue;
    DemoShop {
        channel: DemoChannel { id: channel_id, currency: Currency::CNY },
        merchants,
        categories,
        products,
        orders,
        returns,
        seed,
        people,
        traces,
        leaves,
    }
}
