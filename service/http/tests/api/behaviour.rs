//! What reports on behaviour promise, on both engines:
//! 1. sealed and unsealed events are one history of each person;
//!    also when a visitor turns out to be a member after their events were sealed;
//! 2. every number has its people, page by page, members by name and visitors by their id;
//! 3. days are those of the shop's time zone;
//! 4. conditions and breakdowns are read from the address, and what can't be read is refused with its field;
//! 5. retention without a start event stays that of first orders.

use mercat_flow::identity::follow_identity;
use mercat_flow::staff::Role;
use mercat_lake::Seal;
use mercat_model::{Currency, Event, EventId, EventKind, Money, Timestamp};
use serde_json::{Value, json};

use crate::app::{App, Person, member_id, now};

/// What was done: minutes after midnight of 20 February in Shanghai, by whom (`m` is the member), what, on which device.
const DEEDS: [(i64, &str, EventKind, &str); 9] = [
    (0, "m", EventKind::ProductViewed, "phone"),
    (5, "v1", EventKind::PageViewed, "desktop"),
    (6, "v1", EventKind::ProductViewed, "desktop"),
    (10, "m", EventKind::ProductAdded, "phone"),
    (20, "v2", EventKind::ProductViewed, ""),
    (26, "v1", EventKind::ProductAdded, "desktop"),
    (70, "m", EventKind::OrderCompleted, "phone"),
    // A week later.
    (7 * 1_440 + 5, "v1", EventKind::ProductViewed, "desktop"),
    (7 * 1_440 + 9, "m", EventKind::ProductViewed, "phone"),
];

fn event(number: usize) -> Event {
    let (minutes, who, kind, device) = &DEEDS[number];
    let midnight: Timestamp = "2026-02-19T16:00:00Z".parse().unwrap();
    let id = EventId::from_parts(1, [number as u8; 10]);
    let mut event = Event::new(id, kind.clone(), midnight.plus_seconds(minutes * 60));
    match *who {
        "m" => event.member_id = Some(member_id()),
        visitor => event.anonymous_id = Some(visitor.to_owned()),
    }
    event.device = Some((*device).to_owned()).filter(|device| !device.is_empty());
    event.url = Some(format!("https://shop.example/{}?visit={number}", kind.as_str()));
    event.value = (*kind == EventKind::OrderCompleted).then(|| Money::new(2_500, Currency::CNY));
    event
}

/// A shop where all this happened, on every engine: the first five events are sealed.
async fn shops() -> Vec<(App, Person)> {
    let mut shops = Vec::new();
    for app in App::on_both() {
        let before = app.shop.log.head().await.unwrap();
        let events: Vec<Event> = (0..DEEDS.len()).map(event).collect();
        app.shop.log.append(&events).await.unwrap();
        let sealed = app.shop.log.read(0, 1_000).await.unwrap();
        let next_offset = sealed[before as usize + 4].0 + 1;
        let first_offset = app.shop.lake.sealed_offset().unwrap();
        let events: Vec<Event> =
            sealed.into_iter().filter(|(at, _)| *at < next_offset).map(|(_, e)| e).collect();
        let seal = Seal { first_offset, next_offset, events, identity_version: 0 };
        app.shop.lake.seal(seal, &Event::actor).unwrap();
        let admin = app.person(Role::Admin).await;
        shops.push((app, admin));
    }
    shops
}

async fn report(app: &App, person: &Person, query: &str) -> Value {
    let answer = app.get_as(person, &format!("/api/admin/v1/reports/{query}")).await;
    assert_eq!(answer.status, 200, "{query}: {}", answer.text);
    answer.json()
}

/// The people of a list, read a page of one at a time.
async fn people(app: &App, person: &Person, query: &str) -> Vec<String> {
    let (mut found, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = report(app, person, &format!("{query}&limit=1{cursor}")).await;
        for item in page["items"].as_array().unwrap() {
            let name = item["name"].as_str().or(item["anonymous_id"].as_str()).unwrap();
            assert_eq!(item["number"].is_string(), item["member_id"].is_string());
            found.push(name.to_owned());
        }
        match page["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={}", next.replace(':', "%3A")),
            None => return found,
        }
    }
}

const FUNNEL: &str = "steps=product_viewed,Product%20Added,order_completed&from=2026-02-20&to=2026-02-20";

#[tokio::test]
async fn a_funnel_counts_sealed_and_unsealed_steps() {
    for (app, admin) in shops().await {
        let funnel = report(&app, &admin, &format!("funnel?{FUNNEL}&by=device&groups=1")).await;
        let steps = funnel["steps"].as_array().unwrap();
        let people: Vec<_> = steps.iter().map(|step| step["people"].as_u64().unwrap()).collect();
        assert_eq!(people, [3, 2, 1]);
        assert_eq!(steps[1]["event"], "Product Added");
        assert_eq!((&steps[0]["dropped"], &steps[0]["median_seconds"]), (&json!(1), &json!(null)));
        assert_eq!((&steps[2]["rate_from_before"], &steps[2]["dropped"]), (&json!(0.5), &json!(0)));
        let median = steps[2]["median_seconds"].as_f64().unwrap();
        assert!((median / 3_600.0 - 1.0).abs() < 1.0 / 256.0, "{median}");
        assert_eq!(funnel["groups"].as_array().unwrap().len(), 1);
        assert_eq!(funnel["rest"].as_array().unwrap().len(), 3);
        assert_eq!(funnel["time_zone"], "Asia/Shanghai");
        assert_eq!(funnel["coverage"]["cut"], false);
        assert!(funnel["coverage"]["unsealed_events"].as_u64().unwrap() >= 4);
    }
}

#[tokio::test]
async fn a_step_of_a_funnel_opens_its_people() {
    for (app, admin) in shops().await {
        let of = async |query: &str| people(&app, &admin, &format!("funnel/people?{FUNNEL}{query}")).await;
        assert_eq!(of("&step=1").await, ["王小明", "v1", "v2"]);
        assert_eq!(of("&step=2&dropped=true").await, ["v1"]);
        assert_eq!(of("&step=3").await, ["王小明"]);
        assert_eq!(of("&step=1&by=device&group=desktop").await, ["v1"]);
        assert_eq!(of("&step=1&by=device&group_missing=true").await, ["v2"]);
    }
}

#[tokio::test]
async fn a_visitor_who_turns_out_to_be_a_member_is_one_person() {
    for (app, admin) in shops().await {
        let mut identified = Event::new(EventId::from_parts(3, [1; 10]), EventKind::Identified, now());
        identified.member_id = Some(member_id());
        identified.anonymous_id = Some("v1".to_owned());
        app.shop.log.append(&[identified]).await.unwrap();
        let shop = app.shop.clone();
        let follow = move || follow_identity(&shop).unwrap();
        assert!(tokio::task::spawn_blocking(follow).await.unwrap() > 0);
        let step =
            async |step: u8| people(&app, &admin, &format!("funnel/people?{FUNNEL}&step={step}")).await;
        assert_eq!(step(1).await, ["王小明", "v2"]);
        assert_eq!(step(3).await, ["王小明"]);
    }
}

#[tokio::test]
async fn conditions_narrow_a_step() {
    for (app, admin) in shops().await {
        let days = "&from=2026-02-20&to=2026-02-28&window_days=1";
        for (steps, expect) in [
            ("*[device%3Ddesktop],*", json!([1, 1])),
            ("product_viewed|page_viewed,order_completed[value%3E=25.00%20CNY]", json!([3, 1])),
            ("product_viewed,order_completed[value%3E=25.01%20CNY]", json!([3, 0])),
            ("product_viewed[device!=phone],product_added", json!([2, 1])),
            ("*[url~added],*[device]", json!([2, 1])),
        ] {
            let funnel = report(&app, &admin, &format!("funnel?steps={steps}{days}")).await;
            let people: Vec<_> =
                funnel["steps"].as_array().unwrap().iter().map(|s| s["people"].clone()).collect();
            assert_eq!(Value::from(people), expect, "{steps}");
        }
    }
}

#[tokio::test]
async fn a_start_event_turns_retention_to_behaviour() {
    let weeks = "start=product_viewed&unit=week&from=2026-02-16&to=2026-02-28";
    for (app, admin) in shops().await {
        let matrix = report(&app, &admin, &format!("retention?{weeks}")).await;
        let rows: Vec<_> =
            matrix["cohorts"].as_array().unwrap().iter().map(|row| row["active"].clone()).collect();
        // 20 February 2026 is a Friday.
        assert_eq!(Value::from(rows), json!([[3, 2], [0]]));
        assert_eq!((&matrix["from"], &matrix["to"]), (&json!("2026-02-16"), &json!("2026-03-01")));
        assert_eq!((&matrix["unit"], &matrix["currency"]), (&json!("week"), &json!(null)));
        assert_eq!(matrix["return"], "product_viewed");
        let cell =
            async |query: &str| people(&app, &admin, &format!("retention/people?{weeks}{query}")).await;
        assert_eq!(cell("&cohort=2026-02-16&later=1").await, ["王小明", "v1"]);
        assert_eq!(cell("&cohort=2026-02-18&later=1&returned=false").await, ["v2"]);
        assert_eq!(cell("&cohort=2026-02-16").await.len(), 3);

        let orders = report(&app, &admin, "retention?from=2026-02&to=2026-03").await;
        assert_eq!((&orders["unit"], &orders["currency"]), (&json!("month"), &json!("CNY")));
        assert_eq!((&orders["start"], &orders["coverage"]), (&json!(null), &json!(null)));
        assert_eq!(orders["cohorts"][1]["from"], "2026-03-01");
    }
}

#[tokio::test]
async fn paths_name_what_follows_what() {
    for (app, admin) in shops().await {
        let days = "from=2026-02-20&to=2026-02-20";
        let paths = report(&app, &admin, &format!("paths?{days}&ending=product_added")).await;
        assert_eq!(paths["sessions"], 4);
        let ends = paths["paths"].as_array().unwrap();
        let kinds =
            |row: &Value| row["nodes"].as_array().unwrap().iter().map(|n| n["kind"].clone()).collect();
        let kinds: Vec<Vec<Value>> = ends.iter().map(kinds).collect();
        assert_eq!(
            kinds,
            [
                vec![json!("page_viewed"), json!("product_viewed"), json!("product_added")],
                vec![json!("product_viewed"), json!("product_added")],
            ]
        );
        assert_eq!(paths["transitions"][0]["count"], 2);
        let of = async |query: &str| people(&app, &admin, &format!("paths/people?{days}{query}")).await;
        assert_eq!(of("&transition=product_viewed,product_added").await, ["王小明", "v1"]);
        assert_eq!(of("&path=product_viewed,product_added").await, ["王小明"]);
        let page = "https://shop.example/page_viewed";
        let query = format!(
            "&by_page=true&path=page_viewed@{page},product_viewed@https://shop.example/product_viewed,\
            product_added@https://shop.example/product_added"
        );
        assert_eq!(of(&query).await, ["v1"]);
    }
}

#[tokio::test]
async fn sessions_are_counted_by_day() {
    for (app, admin) in shops().await {
        let days = "from=2026-02-20&to=2026-02-21";
        let sessions = report(&app, &admin, &format!("sessions?{days}")).await;
        let first = &sessions["days"][0];
        assert_eq!(
            (&first["sessions"], &first["people"], &first["bounced"]),
            (&json!(4), &json!(3), &json!(2))
        );
        assert_eq!(
            (&sessions["days"][1]["sessions"], &sessions["days"][1]["bounce_rate"]),
            (&json!(0), &json!(null))
        );
        let of = async |query: &str| people(&app, &admin, &format!("sessions/people?{days}{query}")).await;
        assert_eq!(of("&bounced=true").await, ["王小明", "v2"]);
        assert_eq!(of("&day=2026-02-21").await, [""; 0]);
    }
}

#[tokio::test]
async fn events_are_counted_by_time_kind_and_source() {
    for (app, admin) in shops().await {
        let mut late = event(0);
        late.id = EventId::from_parts(2, [9; 10]);
        late.occurred_at = now().plus_seconds(-90);
        app.shop.log.append(&[late]).await.unwrap();
        let live = report(&app, &admin, "events").await;
        assert_eq!(
            (&live["unit"], &live["events"], &live["people"]),
            (&json!("minute"), &json!(1), &json!(1))
        );
        assert_eq!((&live["total"][58], live["points"].as_array().unwrap().len()), (&json!(0), 60));
        assert_eq!(live["points"][59], "2026-03-01T12:00:00Z");
        assert_eq!(live["total"][57], 1);
        assert_eq!(live["sources"], json!([{"source_id": null, "name": null, "events": 1}]));

        let days = report(&app, &admin, "events?from=2026-02-19&to=2026-02-28&kinds=1").await;
        assert_eq!(
            (&days["unit"], &days["total"][1], &days["total"][8]),
            (&json!("day"), &json!(7), &json!(2))
        );
        assert_eq!(
            (&days["kinds"][0]["kind"], &days["kinds"][0]["events"]),
            (&json!("product_viewed"), &json!(5))
        );
        assert_eq!(days["points"][1], "2026-02-19T16:00:00Z");
    }
}

#[tokio::test]
async fn what_can_not_be_asked_is_refused_with_its_field() {
    let (app, admin) = shops().await.remove(0);
    let two = "steps=product_viewed,product_added";
    for (query, field) in [
        ("funnel".to_owned(), "steps"),
        ("funnel?steps=product_viewed".to_owned(), "steps"),
        ("funnel?steps=product_viewed,x[shoe=41]".to_owned(), "steps"),
        (format!("funnel?{two}&window_days=0"), "window_days"),
        (format!("funnel?{two}&window_days=99999999999"), "window_days"),
        (format!("funnel?{two}&by=shoe"), "by"),
        (format!("funnel?{two}&by=device&groups=21"), "groups"),
        (format!("funnel?{two}&from=2026-02-20&to=2026-02-19"), "from"),
        (format!("funnel/people?{two}&step=3"), "step"),
        (format!("funnel/people?{two}&step=1&group=x"), "group"),
        (format!("funnel/people?{two}&step=1&by=device&group=x&group_missing=true"), "group"),
        (format!("funnel/people?{two}&step=1&limit=201"), "limit"),
        (format!("funnel/people?{two}&step=1&cursor=nobody"), "cursor"),
        ("retention?unit=week".to_owned(), "unit"),
        ("retention?return=product_viewed".to_owned(), "return"),
        ("retention?start=product_viewed&currency=CNY".to_owned(), "currency"),
        ("retention?start=product_viewed&unit=week&from=2016-01-01".to_owned(), "from"),
        ("retention?start=x[".to_owned(), "start"),
        ("retention?start=x&return=x[".to_owned(), "return"),
        ("retention/people?start=x&cohort=2026-02-16&from=2026-02-17&unit=day".to_owned(), "cohort"),
        ("retention/people?start=x&cohort=2026-02-16&later=50".to_owned(), "later"),
        ("paths?starting=a&ending=b".to_owned(), "ending"),
        ("paths?limit=101".to_owned(), "limit"),
        ("paths/people?limit=1".to_owned(), "transition"),
        ("paths/people?transition=a".to_owned(), "transition"),
        ("paths/people?path=a,b,c,d,e,f".to_owned(), "path"),
        ("sessions?from=2024-01-01".to_owned(), "from"),
        ("sessions/people?day=2026-01-01&from=2026-02-01".to_owned(), "day"),
        ("events?minutes=1441".to_owned(), "minutes"),
        ("events?minutes=5&from=2026-02-01".to_owned(), "minutes"),
        ("events?from=2026-02-01&unit=minute".to_owned(), "unit"),
        ("events?kinds=0".to_owned(), "kinds"),
        ("events?from=0001-01-01&to=0001-01-01&events=[".to_owned(), "events"),
    ] {
        let answer = app.get_as(&admin, &format!("/api/admin/v1/reports/{query}")).await;
        assert_eq!(answer.status, 422, "{query}: {}", answer.text);
        assert_eq!(answer.json()["field"], field, "{query}: {}", answer.text);
    }
}

#[tokio::test]
async fn times_at_the_ends_of_the_calendar_find_nothing() {
    let (app, admin) = shops().await.remove(0);
    for days in ["from=0001-01-01&to=0001-01-02", "from=9998-12-30&to=9998-12-31"] {
        for query in [
            "funnel?steps=a,b&window_days=366&",
            "retention?start=a&unit=month&",
            "retention?start=a&unit=week&",
            "paths?",
            "sessions?",
            "events?",
            "events?unit=hour&",
        ] {
            report(&app, &admin, &format!("{query}{days}")).await;
        }
    }
}
