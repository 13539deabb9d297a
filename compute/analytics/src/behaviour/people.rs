//! The people behind a number, a page at a time, in the order of their ids.

use std::collections::BTreeMap;

use mercat_model::Actor;

use crate::error::AnalyticsError;

/// People of one page: as many as other lists give.
pub const PEOPLE_MAX: usize = 200;

/// Which page of people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    after: Option<Actor>,
    limit: usize,
}

impl Page {
    /// At most `limit` people (1 to [`PEOPLE_MAX`]) that come after one.
    pub fn new(after: Option<Actor>, limit: usize) -> Result<Self, AnalyticsError> {
        if !(1..=PEOPLE_MAX).contains(&limit) {
            let reason = format!("`{limit}` is not 1 to {PEOPLE_MAX}");
            return Err(AnalyticsError::Spec { field: "limit", reason });
        }
        Ok(Page { after, limit })
    }
}

/// A page of people, each with what the operator says of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeoplePage<T = ()> {
    /// In the order of their ids: members, then visitors.
    pub people: Vec<(Actor, T)>,
    /// After whom the next page starts; none on the last.
    pub next: Option<Actor>,
}

/// The page as far as it is known: its first people, and one more to tell whether there is another page.
#[derive(Debug, Clone)]
pub(crate) struct People<T = ()> {
    page: Page,
    kept: BTreeMap<Actor, T>,
}

impl<T> People<T> {
    pub(crate) fn new(page: Page) -> Self {
        People { page, kept: BTreeMap::new() }
    }

    /// Takes a person who belongs to the list, if they belong on this page.
    pub(crate) fn offer(&mut self, actor: &Actor, say: impl FnOnce() -> T) {
        if self.page.after.as_ref().is_some_and(|after| actor <= after) {
            return;
        }
        let full = self.kept.len() > self.page.limit;
        if full && self.kept.last_key_value().is_some_and(|(last, _)| actor >= last) {
            return;
        }
        self.kept.insert(actor.clone(), say());
        self.cut();
    }

    pub(crate) fn merge(mut self, other: Self) -> Self {
        for (actor, said) in other.kept {
            self.kept.insert(actor, said);
            self.cut();
        }
        self
    }

    fn cut(&mut self) {
        if self.kept.len() > self.page.limit + 1 {
            self.kept.pop_last();
        }
    }

    pub(crate) fn finish(self) -> PeoplePage<T> {
        let more = self.kept.len() > self.page.limit;
        let people: Vec<(Actor, T)> = self.kept.into_iter().take(self.page.limit).collect();
        let next = if more { people.last().map(|(actor, _)| actor.clone()) } else { None };
        PeoplePage { people, next }
    }
}

/// Both pages, where both states keep one.
pub(crate) fn merged<T>(one: Option<People<T>>, other: Option<People<T>>) -> Option<People<T>> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.merge(other)),
        (one, other) => one.or(other),
    }
}
