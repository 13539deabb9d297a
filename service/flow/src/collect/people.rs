//! Which member a source's user id is. An id that nobody knows becomes a member; what a server says of a person
//! becomes their profile.

use std::collections::{BTreeMap, HashMap};

use mercat_cache::Memo;
use mercat_model::{EventKind, Locale, Member, MemberId, Source, SourceKind, Timestamp};
use mercat_store::member::{self, MemberKey};
use mercat_store::{StoreError, Tx, Value, external_id, id};
use serde_json::Map;

use crate::collect::Incoming;
use crate::collect::privacy::holds_email;
use crate::error::FlowError;
use crate::shop::Shop;

/// User ids remembered at once: the active customers of a large shop, about 40 MB.
const USERS_MAX: usize = 300_000;

/// How long a server may take a user id for a member who was erased since.
pub(crate) const MEMBER_HOLD_SECONDS: i64 = 30;

/// Characters of a number that staff read out.
const NUMBER_LENGTH_MAX: usize = 40;

/// Characters of a name or an e-mail address in a profile.
const PROFILE_TEXT_MAX: usize = 200;

/// User ids that were asked for, with their members.
pub struct PeopleMemo(Memo<(String, String), MemberId>);

impl Default for PeopleMemo {
    fn default() -> Self {
        PeopleMemo(Memo::new(USERS_MAX))
    }
}

impl PeopleMemo {
    /// Forgets everybody, after ids were given to other members or people were erased.
    pub fn clear(&self) {
        self.0.clear();
    }
}

/// The members behind the user ids of a batch.
#[derive(Debug, Default)]
pub(super) struct People {
    members: HashMap<String, MemberId>,
    /// Ids of an alias that name a member; others are visitors'.
    pub(super) previous: HashMap<String, MemberId>,
}

impl People {
    pub(super) fn member(&self, user_id: &str) -> Option<MemberId> {
        self.members.get(user_id).copied()
    }
}

/// Finds the members of a batch, and makes those that are new.
pub(super) async fn find(
    shop: &Shop,
    source: &Source,
    events: &[(usize, Incoming)],
    now: Timestamp,
) -> Result<People, FlowError> {
    let mut people = People::default();
    let mut unknown = BTreeMap::new();
    for user_id in events.iter().filter_map(|(_, event)| event.user_id.as_ref()) {
        let key = (source.user_ids.clone(), user_id.clone());
        match shop.people_memo.0.get(&key, now) {
            Some(member) => {
                people.members.insert(user_id.clone(), member);
            }
            None => {
                unknown.insert(user_id.clone(), ());
            }
        }
    }
    if !unknown.is_empty() {
        let wanted: Vec<String> = unknown.into_keys().collect();
        let until = now.plus_seconds(MEMBER_HOLD_SECONDS);
        for (user_id, member) in known_or_new(shop, source, wanted, now).await? {
            shop.people_memo.0.insert((source.user_ids.clone(), user_id.clone()), member, Some(until));
            people.members.insert(user_id, member);
        }
    }
    let previous: Vec<String> = events.iter().filter_map(|(_, event)| event.previous_id.clone()).collect();
    // A browser's key can be read by everybody: only a server may say that two members are one.
    if !previous.is_empty() && source.kind == SourceKind::Server {
        let user_ids = source.user_ids.clone();
        people.previous =
            shop.store.read("collect.previous", move |tx| known(tx, &user_ids, &previous)).await?;
    }
    if source.kind == SourceKind::Server {
        keep_profiles(shop, events, &people).await?;
    }
    Ok(people)
}

/// Members that a source's ids already stand for; an id of ours stands for itself.
fn known(tx: &mut Tx<'_>, user_ids: &str, wanted: &[String]) -> Result<HashMap<String, MemberId>, FlowError> {
    let mut found: HashMap<String, MemberId> = external_id::known(tx, user_ids, "member", wanted)?;
    let ours: Vec<MemberId> = wanted.iter().filter_map(|text| text.parse().ok()).collect();
    if !ours.is_empty() {
        let values: Vec<Value> = ours.into_iter().map(id).collect();
        for member in member::by_keys(tx, MemberKey::Id, &values)? {
            found.insert(member.id.to_string(), member.id);
        }
    }
    Ok(found)
}

async fn known_or_new(
    shop: &Shop,
    source: &Source,
    wanted: Vec<String>,
    now: Timestamp,
) -> Result<HashMap<String, MemberId>, FlowError> {
    let (user_ids, asked) = (source.user_ids.clone(), wanted.clone());
    let found = shop.store.read("collect.people", move |tx| known(tx, &user_ids, &asked)).await?;
    if found.len() == wanted.len() {
        return Ok(found);
    }
    let user_ids = source.user_ids.clone();
    shop.store
        .write("collect.new_people", move |tx| {
            // Another request may have made some of them since.
            let mut found = known(tx, &user_ids, &wanted)?;
            let new: Vec<&String> = wanted.iter().filter(|text| !found.contains_key(*text)).collect();
            let made: Vec<(&str, MemberId)> = new
                .iter()
                .map(|text| (text.as_str(), MemberId::derived(now.id_ms(), &user_ids, text)))
                .collect();
            let members = new_members(tx, &made, now)?;
            member::upsert_many(tx, &members)?;
            external_id::insert_many(tx, &user_ids, "member", made.iter().copied())?;
            found.extend(made.iter().map(|(text, member)| ((*text).to_owned(), *member)));
            Ok(found)
        })
        .await
}

/// Members of whom only an id is known. Their number is that id where staff can read it out and nobody else has it.
fn new_members(
    tx: &mut Tx<'_>,
    made: &[(&str, MemberId)],
    now: Timestamp,
) -> Result<Vec<Member>, StoreError> {
    let is_number = |text: &str| text.chars().count() <= NUMBER_LENGTH_MAX && !holds_email(text);
    let wished: Vec<Value> =
        made.iter().filter(|(text, _)| is_number(text)).map(|(text, _)| Value::from(*text)).collect();
    let taken: Vec<String> = match wished.is_empty() {
        true => Vec::new(),
        false => member::by_keys(tx, MemberKey::Number, &wished)?.into_iter().map(|m| m.number).collect(),
    };
    let number = |text: &str, member: MemberId| match is_number(text) && !taken.iter().any(|t| t == text) {
        true => text.to_owned(),
        false => member.to_string(),
    };
    Ok(made
        .iter()
        .map(|(text, member)| Member {
            id: *member,
            number: number(text, *member),
            name: String::new(),
            email: None,
            country: String::new(),
            locale: None,
            joined_at: now,
            no_personalisation: false,
        })
        .collect())
}

/// What a server's identify says of a person's profile.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Profile {
    name: Option<String>,
    email: Option<String>,
    country: Option<String>,
    locale: Option<Locale>,
}

fn profile(traits: &Map<String, serde_json::Value>) -> Option<Profile> {
    let text = |names: &[&str]| {
        let texts = names.iter().filter_map(|name| traits.get(*name)?.as_str());
        texts
            .map(str::trim)
            .find(|text| !text.is_empty())
            .filter(|text| text.chars().count() <= PROFILE_TEXT_MAX && !text.chars().any(char::is_control))
            .map(str::to_owned)
    };
    let parts = [text(&["firstName", "first_name"]), text(&["lastName", "last_name"])];
    let whole = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let address = traits.get("address").and_then(serde_json::Value::as_object);
    let in_address = address.and_then(|address| Some(address.get("country")?.as_str()?.to_owned()));
    let profile = Profile {
        name: text(&["name"]).or(Some(whole).filter(|name| !name.is_empty())),
        email: text(&["email"]).map(|email| email.to_lowercase()).filter(|email| holds_email(email)),
        country: text(&["country"]).or(in_address),
        locale: text(&["locale", "language"]).and_then(|tag| tag.parse().ok()),
    };
    (profile != Profile::default()).then_some(profile)
}

/// Keeps what servers say; an e-mail address that belongs to somebody else stays theirs.
async fn keep_profiles(shop: &Shop, events: &[(usize, Incoming)], people: &People) -> Result<(), FlowError> {
    let said: Vec<(MemberId, Profile)> = events
        .iter()
        .filter(|(_, event)| event.kind == EventKind::Identified)
        .filter_map(|(_, event)| Some((people.member(event.user_id.as_ref()?)?, profile(&event.traits)?)))
        .collect();
    if said.is_empty() {
        return Ok(());
    }
    shop.store
        .write("collect.profiles", move |tx| {
            for (member, profile) in &said {
                keep_profile(tx, *member, profile)?;
            }
            Ok(())
        })
        .await
}

fn keep_profile(tx: &mut Tx<'_>, member: MemberId, profile: &Profile) -> Result<(), FlowError> {
    let Some(before) = member::by_keys(tx, MemberKey::Id, &[id(member)])?.pop() else { return Ok(()) };
    let email = profile.email.as_deref();
    let owner = match email {
        Some(email) => member::by_keys(tx, MemberKey::Email, &[email.into()])?.pop(),
        None => None,
    };
    if owner.as_ref().is_some_and(|owner| owner.id != member) {
        tracing::info!(%member, "an e-mail address that a server gave belongs to another member and stays theirs");
    }
    let is_free = owner.is_none_or(|owner| owner.id == member);
    let after = Member {
        name: profile.name.clone().unwrap_or_else(|| before.name.clone()),
        email: profile.email.clone().filter(|_| is_free).or_else(|| before.email.clone()),
        country: profile.country.clone().unwrap_or_else(|| before.country.clone()),
        locale: profile.locale.clone().or_else(|| before.locale.clone()),
        ..before.clone()
    };
    if after != before {
        member::upsert_many(tx, &[after])?;
    }
    Ok(())
}
