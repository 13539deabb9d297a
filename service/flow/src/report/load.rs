//! What reports on behaviour load alike: the days asked about, and the members behind people. It decides nothing.

use std::collections::HashMap;

use mercat_analytics::Period;
use mercat_analytics::behaviour::{PeoplePage, Span};
use mercat_model::{Actor, CivilDate, Member, MemberId, Timestamp, Zone};
use mercat_store::member::{self, MemberKey};
use mercat_store::{Value, id};

use crate::error::FlowError;
use crate::report::scan::Coverage;
use crate::setting::load::{self, ShopSettings};
use crate::shop::Shop;

/// Days that a report on behaviour shows unless asked otherwise, up to today.
const DEFAULT_DAYS: i32 = 30;

/// Whole days of the shop's time zone; open sides end today, and begin 30 days before the end.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DaysQuery {
    /// The first day.
    pub from: Option<CivilDate>,
    /// The last day.
    pub to: Option<CivilDate>,
}

/// Somebody behind a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonBehind {
    /// The member or visitor.
    pub actor: Actor,
    /// The member's row; none for visitors, and for members whose row is gone.
    pub member: Option<Member>,
}

/// A page of the people behind a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeopleBehind {
    /// In the order of their ids: members, then visitors.
    pub people: Vec<PersonBehind>,
    /// After whom the next page starts; none on the last.
    pub next: Option<Actor>,
    /// What the answer is based on.
    pub coverage: Coverage,
}

/// The settings of the shop.
pub(super) async fn settings(shop: &Shop) -> Result<ShopSettings, FlowError> {
    shop.store.read("report.settings", |tx| Ok::<_, FlowError>(load::settings(tx)?)).await
}

impl DaysQuery {
    /// The days asked about.
    pub(super) fn period(self, zone: &Zone, now: Timestamp) -> Result<Period, FlowError> {
        let to = self.to.unwrap_or_else(|| {
            let today = zone.date_of(now);
            today.max(self.from.unwrap_or(today))
        });
        Ok(Period::new(self.from.unwrap_or(to.plus_days(1 - DEFAULT_DAYS)), to)?)
    }
}

/// The time that days cover.
pub(super) fn span_of(period: &Period, zone: &Zone) -> Result<Span, FlowError> {
    let (from, until) = period.bounds(zone);
    Ok(Span::new(from, until)?)
}

/// The members behind a page of people.
pub(super) async fn people(
    shop: &Shop,
    page: Option<PeoplePage>,
    coverage: Coverage,
) -> Result<PeopleBehind, FlowError> {
    let PeoplePage { people, next } = page.unwrap_or(PeoplePage { people: Vec::new(), next: None });
    let ids: Vec<MemberId> = people.iter().filter_map(|(actor, ())| member_of(actor)).collect();
    let members = shop.store.read("report.people", move |tx| {
        let values: Vec<Value> = ids.iter().map(|member| id(*member)).collect();
        Ok::<_, FlowError>(member::by_keys(tx, MemberKey::Id, &values)?)
    });
    let mut members: HashMap<MemberId, Member> =
        members.await?.into_iter().map(|member| (member.id, member)).collect();
    let named = |(actor, ()): (Actor, ())| {
        let member = member_of(&actor).and_then(|id| members.remove(&id));
        PersonBehind { actor, member }
    };
    Ok(PeopleBehind { people: people.into_iter().map(named).collect(), next, coverage })
}

fn member_of(actor: &Actor) -> Option<MemberId> {
    match actor {
        Actor::Member(id) => Some(*id),
        Actor::Visitor(_) => None,
    }
}
