//! The people of a scan: who each event belongs to now. It decides nothing.

use std::collections::{HashMap, HashSet};
use std::sync::{PoisonError, RwLock};

use mercat_lake::Identity;
use mercat_model::{Actor, Event, MemberId};
use mercat_store::identity;

use crate::error::FlowError;
use crate::shop::Shop;

/// Steps along merged members; the store's chains are shorter.
const CHAIN_MAX: usize = 64;

/// Who is who, as it was when this was loaded. Visitors are asked for as they come and remembered.
pub struct People<'a> {
    shop: &'a Shop,
    version: u64,
    aliases: HashMap<MemberId, MemberId>,
    visitors: RwLock<HashMap<String, Option<MemberId>>>,
    /// The first thing that went wrong while a visitor was asked for: a scan's answer is then no answer.
    failed: RwLock<Option<FlowError>>,
}

/// Loads who is who, with the visitors of some events at once. Blocks.
pub fn load_people<'a, 'e>(
    shop: &'a Shop,
    events: impl Iterator<Item = &'e Event>,
) -> Result<People<'a>, FlowError> {
    let unknown = events.filter(|event| event.member_id.is_none());
    let visitors: HashSet<&String> = unknown.filter_map(|event| event.anonymous_id.as_ref()).collect();
    let visitors: Vec<String> = visitors.into_iter().cloned().collect();
    let (version, aliases, links) = {
        let visitors = visitors.clone();
        shop.store.read_blocking("identity.load", move |tx| {
            let links = identity::links(tx, &visitors)?;
            Ok::<_, FlowError>((identity::version(tx)?, identity::aliases(tx)?, links))
        })?
    };
    let known = visitors.into_iter().map(|visitor| {
        let member = links.get(&visitor).copied();
        (visitor, member)
    });
    let visitors = RwLock::new(known.collect());
    Ok(People { shop, version, aliases, visitors, failed: RwLock::new(None) })
}

impl People<'_> {
    /// What went wrong on the way, if anything.
    pub fn checked(&self) -> Result<(), FlowError> {
        match self.failed.read().unwrap_or_else(PoisonError::into_inner).as_ref() {
            Some(error) => Err(error.clone()),
            None => Ok(()),
        }
    }

    /// The member that stands for a member.
    pub fn root(&self, member: MemberId) -> MemberId {
        let mut at = member;
        for _ in 0..CHAIN_MAX {
            match self.aliases.get(&at) {
                Some(next) => at = *next,
                None => break,
            }
        }
        at
    }

    /// Whose an event is.
    pub fn person_of(&self, event: &Event) -> Option<Actor> {
        self.person(event.member_id, event.anonymous_id.as_deref())
    }

    fn linked(&self, visitor: &str) -> Option<MemberId> {
        if let Some(known) = self.visitors.read().unwrap_or_else(PoisonError::into_inner).get(visitor) {
            return *known;
        }
        let asked = vec![visitor.to_owned()];
        let found = self
            .shop
            .store
            .read_blocking("identity.link", move |tx| Ok::<_, FlowError>(identity::links(tx, &asked)?));
        let found = found.unwrap_or_else(|error| {
            self.fail(error);
            HashMap::new()
        });
        let member = found.get(visitor).copied();
        let mut visitors = self.visitors.write().unwrap_or_else(PoisonError::into_inner);
        visitors.insert(visitor.to_owned(), member);
        member
    }

    fn fail(&self, error: FlowError) {
        self.failed.write().unwrap_or_else(PoisonError::into_inner).get_or_insert(error);
    }
}

impl Identity for People<'_> {
    fn version(&self) -> u64 {
        self.version
    }

    fn changed_after(&self, version: u64) -> HashSet<Actor> {
        if version >= self.version {
            return HashSet::new();
        }
        let changed = self.shop.store.read_blocking("identity.changed", move |tx| {
            Ok::<_, FlowError>(identity::changed_after(tx, version)?)
        });
        changed.map_or_else(
            |error| {
                self.fail(error);
                HashSet::new()
            },
            |actors| actors.into_iter().collect(),
        )
    }

    fn person(&self, member_id: Option<MemberId>, anonymous_id: Option<&str>) -> Option<Actor> {
        if let Some(member) = member_id {
            return Some(Actor::Member(self.root(member)));
        }
        let visitor = anonymous_id?;
        Some(match self.linked(visitor) {
            Some(member) => Actor::Member(self.root(member)),
            None => Actor::Visitor(visitor.to_owned()),
        })
    }
}
