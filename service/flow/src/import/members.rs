//! Imports members: `id`, name, e-mail, country, language, date of joining, number.
//!
//! A member who is known by their id takes over what a row says; what it leaves empty stays as it was.

use std::collections::{BTreeMap, HashMap, HashSet};

use mercat_model::{Locale, Member, MemberId, Timestamp};
use mercat_store::member::{self, MemberKey};
use mercat_store::{Tx, Value, external_id, id};

use crate::call::Call;
use crate::error::FlowError;
use crate::import::columns::Columns;
use crate::import::field::{NAME_LENGTH_MAX, Times, locale, optional, parsed, required};
use crate::import::file::{FileKind, Saved, already_done, import_file};
use crate::import::read::Row;
use crate::import::rejects::Reject;
use crate::import::run::{ImportReport, ImportRequest, Run, Watch};
use crate::shop::Shop;

/// Imports a file of members. Blocks: call it on a thread of its own.
pub fn import_members(
    shop: &Shop,
    request: &ImportRequest,
    call: &mut Call,
    watch: &mut Watch<'_>,
) -> Result<ImportReport, FlowError> {
    let run = Run::begin(shop, &format!("{}/members", request.source), request, call)?;
    if run.kept.finished {
        return already_done(run, request);
    }
    let context = Context { source: request.source.clone(), begun_at: run.kept.started_at };
    let mut kind = Members { times: Times { zone: request.zone.clone(), now: call.now } };
    import_file(shop, &mut kind, context, run, request, watch)
}

struct Members {
    times: Times,
}

struct Context {
    source: String,
    begun_at: Timestamp,
}

/// What a row says of a member.
struct MemberLine {
    line: u64,
    external: String,
    number: Option<String>,
    name: Option<String>,
    email: Option<String>,
    country: Option<String>,
    locale: Option<Locale>,
    joined_at: Option<Timestamp>,
}

impl FileKind for Members {
    type Item = MemberLine;
    type Context = Context;
    const COLUMNS: Columns = Columns {
        required: &["id"],
        optional: &["number", "name", "email", "country", "locale", "joined_at"],
        prefixes: &[],
    };

    fn read(&mut self, row: &Row) -> Result<MemberLine, Reject> {
        Ok(MemberLine {
            line: row.line,
            external: required(row, "id")?,
            number: optional(row, "number", NAME_LENGTH_MAX)?,
            name: optional(row, "name", NAME_LENGTH_MAX)?,
            email: email(row)?,
            country: optional(row, "country", NAME_LENGTH_MAX)?,
            locale: locale(row, "locale")?,
            joined_at: self.times.read(row, "joined_at")?,
        })
    }

    fn save(context: &Context, tx: &mut Tx<'_>, items: &[MemberLine]) -> Result<Saved, FlowError> {
        let mut members = load(context, tx, items)?;
        let mut saved = Saved::default();
        let (mut added, mut updated, mut unchanged) = (0, 0, 0);
        for item in items {
            match members.take(context, item) {
                Ok(Change::Added) => added += 1,
                Ok(Change::Updated) => updated += 1,
                Ok(Change::None) => unchanged += 1,
                Err(reject) => saved.rejects.push(reject),
            }
        }
        let changed: Vec<Member> =
            members.by_id.values().filter(|m| members.changed.contains(&m.id)).cloned().collect();
        member::upsert_many(tx, &changed)?;
        let fresh = members.added.iter().map(|(external, id)| (external.as_str(), *id));
        external_id::insert_many(tx, &context.source, "member", fresh)?;
        saved.counts = vec![("added", added), ("updated", updated), ("unchanged", unchanged)];
        Ok(saved)
    }
}

/// An e-mail in lower case: one `@` with something on both sides and nothing that no address holds.
pub(super) fn email(row: &Row) -> Result<Option<String>, Reject> {
    let Some(given) = optional(row, "email", NAME_LENGTH_MAX)? else { return Ok(None) };
    parsed(row, "email", |_| {
        let address = given.to_lowercase();
        let parts: Vec<&str> = address.split('@').collect();
        let whole = parts.len() == 2 && parts.iter().all(|part| !part.is_empty());
        if !whole || address.chars().any(|c| c.is_whitespace() || c.is_control() || c == ',') {
            return Err("not an e-mail like `name@example.com`");
        }
        Ok(address)
    })
}

/// The members of a batch, and those who own what its rows ask for, as they stand after the rows so far.
struct Standing {
    ids: HashMap<String, MemberId>,
    by_id: BTreeMap<MemberId, Member>,
    changed: HashSet<MemberId>,
    added: Vec<(String, MemberId)>,
    emails: HashMap<String, MemberId>,
    numbers: HashMap<String, MemberId>,
}

enum Change {
    Added,
    Updated,
    None,
}

fn load(context: &Context, tx: &mut Tx<'_>, items: &[MemberLine]) -> Result<Standing, FlowError> {
    let externals: Vec<String> = items.iter().map(|item| item.external.clone()).collect();
    let ids: HashMap<String, MemberId> = external_id::known(tx, &context.source, "member", &externals)?;
    let keys: Vec<Value> = ids.values().map(|member| id(*member)).collect();
    let known = member::by_keys(tx, MemberKey::Id, &keys)?;
    let keys: Vec<Value> = items.iter().filter_map(|item| item.email.as_deref()).map(Value::from).collect();
    let emails = member::by_keys(tx, MemberKey::Email, &keys)?;
    let numbers = items.iter().flat_map(|item| numbers(context, item));
    let numbers = member::by_keys(tx, MemberKey::Number, &numbers.map(Value::from).collect::<Vec<_>>())?;
    Ok(Standing {
        ids,
        emails: emails.iter().filter_map(|m| Some((m.email.clone()?, m.id))).collect(),
        numbers: numbers.iter().map(|m| (m.number.clone(), m.id)).collect(),
        by_id: [known, emails, numbers].into_iter().flatten().map(|m| (m.id, m)).collect(),
        changed: HashSet::new(),
        added: Vec::new(),
    })
}

/// The numbers that a row may get, the first free of them: its own, or its id, or its id with the source.
fn numbers(context: &Context, item: &MemberLine) -> Vec<String> {
    match &item.number {
        Some(number) => vec![number.clone()],
        None => vec![item.external.clone(), format!("{}-{}", context.source, item.external)],
    }
}

impl Standing {
    fn take(&mut self, context: &Context, item: &MemberLine) -> Result<Change, Reject> {
        let joined_at = item.joined_at.unwrap_or(context.begun_at);
        let known_id = self.ids.get(&item.external).copied();
        let known = known_id.and_then(|id| self.by_id.get(&id)).cloned();
        let mut member = known.clone().unwrap_or_else(|| Member {
            id: known_id
                .unwrap_or_else(|| MemberId::derived(joined_at.id_ms(), &context.source, &item.external)),
            number: String::new(),
            name: String::new(),
            email: None,
            country: String::new(),
            locale: None,
            joined_at,
            no_personalisation: false,
        });
        if let Some(email) = &item.email {
            self.check(&self.emails, email, member.id, item, "email")?;
        }
        if item.number.is_some() || known.is_none() {
            member.number = self.number(context, item, member.id)?;
        }
        let keep = |old: &mut String, new: &Option<String>| {
            if let Some(new) = new {
                old.clone_from(new);
            }
        };
        keep(&mut member.name, &item.name);
        keep(&mut member.country, &item.country);
        member.email = item.email.clone().or(member.email);
        member.locale = item.locale.clone().or(member.locale);
        member.joined_at = item.joined_at.unwrap_or(member.joined_at);
        let change = match &known {
            None => Change::Added,
            Some(known) if *known == member => Change::None,
            Some(_) => Change::Updated,
        };
        if !matches!(change, Change::None) {
            self.changed.insert(member.id);
        }
        // An address or number that a member gives up stays theirs within the batch: the rows of a statement
        // are written one by one, and a swap would violate the constraint halfway.
        self.emails.extend(member.email.clone().map(|email| (email, member.id)));
        self.numbers.insert(member.number.clone(), member.id);
        if self.ids.insert(item.external.clone(), member.id).is_none() {
            self.added.push((item.external.clone(), member.id));
        }
        self.by_id.insert(member.id, member);
        Ok(change)
    }

    /// The number of a row that gives one, or the first free one of a new member.
    fn number(&self, context: &Context, item: &MemberLine, id: MemberId) -> Result<String, Reject> {
        let mut taken = Ok(());
        for number in numbers(context, item) {
            taken = self.check(&self.numbers, &number, id, item, "number");
            if taken.is_ok() {
                return Ok(number);
            }
        }
        taken.map(|()| item.external.clone())
    }

    /// Rejects a value that belongs to somebody else.
    fn check(
        &self,
        owners: &HashMap<String, MemberId>,
        value: &str,
        id: MemberId,
        item: &MemberLine,
        column: &str,
    ) -> Result<(), Reject> {
        match owners.get(value) {
            Some(owner) if *owner != id => {
                let other = self.by_id.get(owner).map_or("", |member| member.number.as_str());
                let reason = format!("belongs to member `{other}` already");
                Err(Reject::new(item.line, column, value, reason))
            }
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_email_has_one_at_and_no_spaces() {
        for (text, expect) in [
            ("Mei.Chen@Example.com", Some("mei.chen@example.com")),
            ("", None),
            ("李@例子.中国", Some("李@例子.中国")),
        ] {
            assert_eq!(email(&Row::of(2, &[("email", text)])).unwrap().as_deref(), expect, "{text}");
        }
        for text in ["mei", "@example.com", "mei@", "a@b@c", "a b@c.d", "a@b.c, d@e.f"] {
            assert!(email(&Row::of(2, &[("email", text)])).is_err(), "{text}");
        }
    }
}
