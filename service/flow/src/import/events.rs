//! Imports events: views, searches, baskets and whatever else another system recorded.
//!
//! An event with an `id` is taken once, whatever files it stands in; one without is told apart by its file and
//! line. Events go into the outbox with the run's progress; the relay moves them into the log.

mod line;

use std::collections::{HashMap, HashSet};

use mercat_model::{Event, EventId, MemberId, Money, Timestamp};
use mercat_store::{Tx, external_id, outbox};

use crate::call::Call;
use crate::error::FlowError;
use crate::import::columns::Columns;
use crate::import::field::Times;
use crate::import::file::{FileKind, Saved, already_done, import_file};
use crate::import::order_events::items;
use crate::import::place::{Place, PlaceMerchant, place};
use crate::import::read::Row;
use crate::import::rejects::Reject;
use crate::import::run::{ImportReport, ImportRequest, Run, Watch};
use crate::import::sku::Skus;
use crate::setting::load::ShopSettings;
use crate::shop::Shop;

/// Bytes of one event in the log: followers read thousands at once.
const EVENT_BYTES_MAX: usize = 16 << 10;

/// Imports a file of events. Blocks: call it on a thread of its own.
pub fn import_events(
    shop: &Shop,
    request: &ImportRequest,
    call: &mut Call,
    watch: &mut Watch<'_>,
) -> Result<ImportReport, FlowError> {
    let run = Run::begin(shop, &format!("{}/events", request.source), request, call)?;
    if run.kept.finished {
        return already_done(run, request);
    }
    let locale = call.locale.clone().unwrap_or_else(|| ShopSettings::default().default_locale);
    let place = place(shop, &request.source, PlaceMerchant::First, request, &locale, call)?;
    let times = Times { zone: request.zone.clone(), now: call.now };
    let mut kind = Events { times, currency: request.currency };
    let (source, fingerprint) = (request.source.clone(), run.kept.fingerprint.clone());
    let context = Context { source, fingerprint, place, now: call.now };
    import_file(shop, &mut kind, context, run, request, watch)
}

struct Events {
    times: Times,
    currency: mercat_model::Currency,
}

struct Context {
    source: String,
    /// The run's, which tells events without an id apart.
    fingerprint: String,
    place: Place,
    now: Timestamp,
}

impl FileKind for Events {
    type Item = line::EventLine;
    type Context = Context;
    const COLUMNS: Columns = Columns {
        required: &["kind", "occurred_at"],
        optional: &[
            "id",
            "member",
            "anonymous_id",
            "sku",
            "quantity",
            "session",
            "url",
            "region",
            "device",
            "value",
            "currency",
            "properties",
        ],
        prefixes: &["property"],
    };

    fn read(&mut self, row: &Row) -> Result<line::EventLine, Reject> {
        line::read(row, &self.times, self.currency)
    }

    fn save(context: &Context, tx: &mut Tx<'_>, items: &[line::EventLine]) -> Result<Saved, FlowError> {
        let known = load(context, tx, items)?;
        let mut saved = Saved::default();
        let mut seen: HashSet<&str> = HashSet::new();
        let (mut events, mut ids, mut repeated) = (Vec::new(), Vec::new(), 0);
        for item in items {
            if let Some(id) = &item.id
                && (known.events.contains_key(id) || seen.contains(id.as_str()))
            {
                repeated += 1;
                continue;
            }
            match event(context, &known, item) {
                Ok(event) => {
                    if let Some(id) = &item.id {
                        seen.insert(id);
                        ids.push((id.as_str(), event.id));
                    }
                    events.push(event);
                }
                Err(reject) => saved.rejects.push(reject),
            }
        }
        outbox::append(tx, &events)?;
        external_id::insert_many(tx, &context.source, "event", ids)?;
        saved.counts = vec![("events", events.len() as i64), ("repeated", repeated)];
        Ok(saved)
    }
}

/// What the rows of a batch point to.
struct Known {
    events: HashMap<String, EventId>,
    members: HashMap<String, MemberId>,
    skus: Skus,
}

fn load(context: &Context, tx: &mut Tx<'_>, items: &[line::EventLine]) -> Result<Known, FlowError> {
    let ids: Vec<String> = items.iter().filter_map(|item| item.id.clone()).collect();
    let mut members: Vec<String> = items.iter().filter_map(|item| item.member.clone()).collect();
    members.sort_unstable();
    members.dedup();
    let skus = items.iter().flat_map(|item| item.items.iter().map(|(sku, _)| sku.as_str()));
    Ok(Known {
        events: external_id::known(tx, &context.source, "event", &ids)?,
        members: external_id::known(tx, &context.source, "member", &members)?,
        skus: Skus::load(tx, &context.place.shop_locale, skus)?,
    })
}

fn event(context: &Context, known: &Known, item: &line::EventLine) -> Result<Event, Reject> {
    let at = item.occurred_at.id_ms();
    let id = match &item.id {
        Some(id) => EventId::derived(at, &context.source, &format!("event/{id}")),
        None => EventId::derived(at, &context.fingerprint, &item.line.to_string()),
    };
    let mut event = Event::new(id, item.kind.clone(), item.occurred_at);
    event.received_at = context.now;
    event.member_id = match &item.member {
        Some(external) => Some(*known.members.get(external).ok_or_else(|| {
            Reject::new(item.line, "member", external, "no member has this id: import the members first")
        })?),
        None => None,
    };
    let mut goods = Vec::with_capacity(item.items.len());
    for (sku, quantity) in &item.items {
        let product = known.skus.get(sku, Some(context.place.merchant_id));
        goods.push((product.map_err(|reason| Reject::new(item.line, "sku", sku, reason))?.id, *quantity));
    }
    event.items = items(goods.into_iter());
    event.anonymous_id.clone_from(&item.anonymous_id);
    event.session.clone_from(&item.session);
    event.url.clone_from(&item.url);
    event.region.clone_from(&item.region);
    event.device.clone_from(&item.device);
    event.value = item.value.map(|(minor, currency)| Money::new(minor, currency));
    event.properties.clone_from(&item.properties);
    event.properties.insert("source".to_owned(), context.source.as_str().into());
    let bytes = serde_json::to_string(&event).map_or(0, |text| text.len());
    if bytes > EVENT_BYTES_MAX {
        let reason = format!("an event of {bytes} bytes: at most {EVENT_BYTES_MAX} are kept");
        return Err(Reject::new(item.line, "", "", reason));
    }
    Ok(event)
}
