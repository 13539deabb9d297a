//! What collection promises to clients of other vendors, on both engines:
//! 1. every call of the Segment HTTP API is taken, at its long and its short address, with the key in either place;
//! 2. JSON is read whatever the content type, gzip whatever the label;
//! 3. a bad event is named by its position and its neighbours are kept;
//! 4. a repeated message adds nothing;
//! 5. limits are kept: 32 KB an event, 500 KB a batch, also for what gzip unpacks to;
//! 6. other sites may send, and nobody without a key;
//! 7. names, clocks, goods, worth and people become Mercat's; contact data enters no event;
//! 8. UBI's queries and events become searches and what was done with their results.

use std::io::Write as _;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use base64::Engine as _;
use mercat_flow::source::{NewSource, create_source, list_sources, revoke_key};
use mercat_flow::{Once, PAGE_LIMIT_MAX};
use mercat_model::{Event, EventKind, Money};
use serde_json::{Value, json};

use crate::app::{Answer, App, call, member_id, now, product_id};

/// A source of a kind with its key.
async fn key(app: &App, kind: &str) -> String {
    let new = NewSource { name: format!("a {kind}"), kind: kind.to_owned(), user_ids: None };
    let once = Once {
        scope: "test".to_owned(),
        key: format!("make {kind}"),
        request_hash: [0; 32],
        render: |view: &mercat_flow::source::SourceView| (200, format!("{:?}", view.keys[0].key)),
    };
    let (_, answer) = create_source(&app.shop, new, once, &mut call()).await.unwrap();
    serde_json::from_str(&answer).unwrap()
}

fn basic(key: &str) -> String {
    format!("Basic {}", base64::prelude::BASE64_STANDARD.encode(format!("{key}:")))
}

async fn post(app: &App, path: &str, key: &str, body: &Value) -> Answer {
    let request = Request::post(path)
        .header("authorization", basic(key))
        .header("content-type", "application/json")
        .body(Body::from(body.to_string()))
        .unwrap();
    app.send(request).await
}

async fn events(app: &App) -> Vec<Event> {
    let read = app.shop.log.read(0, PAGE_LIMIT_MAX as usize * 100).await.unwrap();
    read.into_iter().map(|(_, event)| event).collect()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[tokio::test]
async fn every_call_is_taken_at_both_addresses() {
    for app in App::on_both() {
        let key = key(&app, "browser").await;
        let calls = [
            ("track", "t", json!({"event": "Product Viewed"}), EventKind::ProductViewed),
            ("identify", "i", json!({"userId": "u1", "traits": {"plan": "gold"}}), EventKind::Identified),
            ("page", "p", json!({"name": "Home"}), EventKind::PageViewed),
            ("screen", "s", json!({"name": "Start"}), EventKind::ScreenViewed),
            ("group", "g", json!({"groupId": 7}), EventKind::Grouped),
            ("alias", "a", json!({"userId": "u1", "previousId": "anon-1"}), EventKind::Aliased),
        ];
        for (long, short, fields, kind) in calls {
            for (n, path) in [long, short].into_iter().enumerate() {
                let mut body = fields.clone();
                body["anonymousId"] = json!("anon-1");
                body["messageId"] = json!(format!("{path}-{n}"));
                body["writeKey"] = json!(key);
                let request = Request::post(format!("/v1/{path}"))
                    .header("content-type", "text/plain")
                    .body(Body::from(body.to_string()))
                    .unwrap();
                let answer = app.send(request).await;
                assert_eq!(answer.status, 200, "{path}: {}", answer.text);
                assert_eq!(answer.json()["accepted"], 1);
                assert_eq!(events(&app).await.last().unwrap().kind, kind);
            }
        }
        let batch = json!({"batch": [
            {"type": "track", "event": "Video Played", "userId": "u1", "messageId": "m1", "properties": {"at": 3}},
            {"type": "page", "anonymousId": 12, "messageId": "m2"}
        ]});
        for path in ["/v1/batch", "/v1/b", "/v1/import"] {
            assert_eq!(post(&app, path, &key, &batch).await.status, 200);
        }
        let all = events(&app).await;
        assert_eq!(all.len(), 14, "the repeated batches added nothing");
        assert_eq!(all[12].kind, EventKind::Other("Video Played".to_owned()));
        assert_eq!(all[12].properties["at"], 3, "unknown names are kept with their properties");
        assert_eq!(all[13].anonymous_id.as_deref(), Some("12"));
    }
}

#[tokio::test]
async fn gzip_is_read_whatever_the_label() {
    let app = App::with_goods();
    let key = key(&app, "server").await;
    let body = |n: u8| {
        gzip(json!({"batch": [{"type": "page", "anonymousId": "a", "messageId": n}]}).to_string().as_bytes())
    };
    let labels = [
        "application/x-www-form-urlencoded",
        "application/json",
        "text/plain; charset=utf-8",
        "application/gzip",
    ];
    for (n, label) in (0_u8..).zip(labels) {
        let request = Request::post("/v1/batch")
            .header("authorization", basic(&key))
            .header("content-type", label)
            .body(Body::from(body(n)))
            .unwrap();
        assert_eq!(app.send(request).await.json()["accepted"], 1, "{label}");
    }
    let labelled = |bytes: Vec<u8>| {
        Request::post("/v1/batch")
            .header("authorization", basic(&key))
            .header("content-encoding", "gzip")
            .body(Body::from(bytes))
            .unwrap()
    };
    assert_eq!(app.send(labelled(body(9))).await.status, 200);
    assert_eq!(app.send(labelled(vec![0x1f, 0x8b, 8, 0, 1])).await.code(), "invalid_message");
    assert_eq!(app.send(labelled(gzip(&vec![b' '; 5 << 20]))).await.status, 413, "a bomb");
}

#[tokio::test]
async fn a_bad_event_is_named_and_its_neighbours_are_kept() {
    for app in App::on_both() {
        let key = key(&app, "server").await;
        let large = "x".repeat(33 << 10);
        let batch = json!({"batch": [
            {"type": "track", "event": "A", "userId": "u", "messageId": "1"},
            {"type": "track", "userId": "u"},
            {"type": "fly", "userId": "u"},
            {"type": "track", "event": "B", "userId": "u", "messageId": "1"},
            {"type": "page"},
            {"type": "track", "event": "C", "userId": "u", "timestamp": "yesterday"},
            {"type": "track", "event": "D", "userId": "u", "properties": "none"},
            {"type": "track", "event": "E", "userId": "u", "properties": {"text": large}},
            {"type": "track", "event": "F", "userId": ["u"]},
            "nonsense", null, 7,
            {"type": "track", "event": "G", "userId": "u", "properties": null, "context": "odd"},
            {"type": "alias", "userId": "u"},
            {"type": "track", "event": "H", "userId": "u".repeat(201)},
            {"type": "track", "event": "I", "userId": "u", "timestamp": "1971-01-01T00:00:00Z"},
            {"type": "page", "anonymousId": "ada@example.com"},
            {"type": "track", "event": "zero\u{0}", "userId": "u"}
        ]});
        let answer = post(&app, "/v1/batch", &key, &batch).await;
        assert_eq!(answer.status, 200);
        let answer = answer.json();
        assert_eq!((&answer["accepted"], &answer["repeated"]), (&json!(2), &json!(1)));
        let rejected: Vec<(u64, &str)> = answer["rejected"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| (one["index"].as_u64().unwrap(), one["field"].as_str().unwrap_or("")))
            .collect();
        let expect = [
            (1, "event"),
            (2, "type"),
            (4, "anonymousId"),
            (5, "timestamp"),
            (6, "properties"),
            (7, ""),
            (8, "userId"),
            (9, ""),
            (10, ""),
            (11, ""),
            (13, "previousId"),
            (14, "userId"),
            (15, "timestamp"),
            (16, "anonymousId"),
            (17, "event"),
        ];
        assert_eq!(rejected, expect);
        assert_eq!(events(&app).await.len(), 2);
        let only_bad = post(&app, "/v1/batch", &key, &json!({"batch": [{"type": "page"}]})).await;
        assert_eq!(only_bad.status, 400);
        let single = post(&app, "/v1/track", &key, &json!({"userId": "u"})).await;
        assert_eq!((single.status, single.code()), (StatusCode::BAD_REQUEST, "invalid_message".to_owned()));
        assert_eq!(single.json()["field"], "event");
        assert_eq!(app.shop.refusals.latest(None).len(), 12, "ten of the batch, and the two others");
    }
}

#[tokio::test]
async fn limits_are_kept_and_strangers_stay_out() {
    let app = App::with_goods();
    let key = key(&app, "server").await;
    let event = |n: usize| json!({"type": "page", "anonymousId": "a", "messageId": n, "properties": {"text": "x".repeat(30_000)}});
    let batch = |count| json!({"batch": (0..count).map(event).collect::<Vec<_>>()});
    assert_eq!(post(&app, "/v1/batch", &key, &batch(16)).await.status, 200);
    let answer = post(&app, "/v1/batch", &key, &batch(18)).await;
    assert_eq!((answer.status.as_u16(), answer.code().as_str()), (413, "payload_too_large"));
    let many = json!({"batch": vec![json!(1); 5_001]});
    assert_eq!(post(&app, "/v1/batch", &key, &many).await.code(), "invalid_message");
    for (body, code) in
        [("", "invalid_message"), ("[]", "invalid_message"), ("{\"batch\": 7}", "invalid_message")]
    {
        let request =
            Request::post("/v1/batch").header("authorization", basic(&key)).body(Body::from(body)).unwrap();
        let answer = app.send(request).await;
        assert_eq!((answer.status.as_u16(), answer.code().as_str()), (400, code), "{body:?}");
    }
    assert_eq!(post(&app, "/v1/batch", &key, &json!({"batch": []})).await.status, 200);
    let stranger = "wrong\u{7f}key";
    for key in ["", "unknown", stranger, &"x".repeat(1_000)] {
        assert_eq!(
            post(&app, "/v1/track", key, &json!({"event": "A", "userId": "u"})).await.code(),
            "invalid_write_key"
        );
    }
    let asked = Request::builder()
        .method("OPTIONS")
        .uri("/v1/t")
        .header("origin", "https://elsewhere.example")
        .header("access-control-request-method", "POST")
        .header("access-control-request-headers", "authorization,content-type")
        .body(Body::empty())
        .unwrap();
    let allowed = app.send(asked).await;
    assert_eq!(allowed.status, 200);
    assert_eq!(allowed.headers["access-control-allow-origin"], "*");
    assert_eq!(allowed.headers["access-control-allow-headers"], "authorization,content-type");
    let settings = app.get(&format!("/v1/projects/{key}/settings")).await.json();
    assert_eq!(settings["integrations"]["Segment.io"]["apiKey"], key);
    assert_eq!(app.get("/v1/projects/unknown/settings").await.status, 401);
}

#[tokio::test]
async fn clocks_goods_worth_and_people_become_ours() {
    for app in App::on_both() {
        let key = key(&app, "server").await;
        let sent = |message: Value| {
            let mut message = message;
            message["type"] = json!("track");
            message["userId"] = json!("ada@example.com");
            message
        };
        let order = sent(json!({
            "event": "Order Completed", "messageId": "o1", "timestamp": "2026-03-01T15:00:00Z",
            "context": {
                "page": {"url": "https://shop.example/done?email=ada%40example.com&x=1", "referrer": "https://a.example"},
                "campaign": {"source": "mail", "name": "spring"}, "sessionId": 1_700_000_000_000_u64,
                "consent": {"categoryPreferences": {"analytics": true, "ads": false}},
                "userAgent": "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148"
            },
            "properties": {
                "order_id": "A7", "total": 25, "currency": "CNY", "email": "ada@example.com",
                "products": [{"sku": "T-1", "quantity": 2, "price": 12.5}, {"sku": "unknown", "price": 1}]
            }
        }));
        let batch = json!({"sentAt": "2026-03-01T15:05:00Z", "batch": [order,
            sent(json!({"event": "Product Added", "messageId": "a1", "properties": {"product_id": product_id().to_string(), "price": "12.5"}})),
            {"type": "track", "event": "Promotion Clicked", "userId": member_id().to_string(), "messageId": "p1"},
            {"type": "identify", "userId": "ada@example.com", "messageId": "i1", "traits":
                {"name": "Ada", "email": "Ada@Example.com", "plan": "gold", "address": {"country": "GB"}}},
            {"type": "identify", "userId": "other", "messageId": "i2", "traits": {"email": "ming@example.com"}}
        ]});
        let answer = post(&app, "/v1/batch", &key, &batch).await;
        assert_eq!(answer.json()["accepted"], 5, "{}", answer.text);
        let all = events(&app).await;
        let order = &all[0];
        assert_eq!(order.kind, EventKind::OrderCompleted);
        // The client's clock is three hours and five minutes fast.
        assert_eq!(order.occurred_at, "2026-03-01T11:55:00Z".parse().unwrap());
        assert_eq!(order.received_at, now());
        assert_eq!(order.value, Some(Money::new(2_500, "CNY".parse().unwrap())));
        let items: Vec<_> = order.items.iter().map(|item| (item.product_id, item.quantity)).collect();
        assert_eq!(items, [(product_id(), 2)]);
        assert_eq!(order.device.as_deref(), Some("phone"));
        assert_eq!(order.session.as_deref(), Some("1700000000000"));
        assert_eq!(order.utm["campaign"], "spring");
        assert_eq!(order.consent, ["analytics"]);
        assert_eq!(order.url.as_deref(), Some("https://shop.example/done?x=1"));
        assert_eq!(all[1].items[0].product_id, product_id());
        assert_eq!(all[1].member_id, order.member_id);
        assert_eq!(all[2].member_id, Some(member_id()), "an id of ours stands for itself");
        assert_eq!(all[3].properties["plan"], "gold");
        let text = serde_json::to_string(&all).unwrap().to_lowercase();
        assert!(!text.contains("example.com") && !text.contains("ada"), "{text}");
        let ids = [order.member_id.unwrap(), all[4].member_id.unwrap()];
        let members = app
            .shop
            .store
            .read("members", move |tx| {
                let values: Vec<_> = ids.iter().map(|id| mercat_store::id(*id)).collect();
                mercat_store::member::by_keys(tx, mercat_store::member::MemberKey::Id, &values)
            })
            .await
            .unwrap();
        let find = |id| members.iter().find(|member| member.id == id).unwrap();
        assert_eq!((find(ids[0]).name.as_str(), find(ids[0]).country.as_str()), ("Ada", "GB"));
        assert_eq!(find(ids[0]).email.as_deref(), Some("ada@example.com"));
        assert!(!find(ids[0]).number.contains('@'), "a number that staff read out is no address");
        assert_eq!(find(ids[1]).email, None, "an address of somebody else stays theirs");
        assert_eq!(find(ids[1]).number, "other");
    }
}

#[tokio::test]
async fn a_browser_changes_no_contact_data() {
    let app = App::with_goods();
    let key = key(&app, "browser").await;
    let body =
        json!({"userId": member_id().to_string(), "traits": {"name": "Mallory", "email": "m@evil.example"}});
    assert_eq!(post(&app, "/v1/identify", &key, &body).await.status, 200);
    let member = app
        .shop
        .store
        .read("member", |tx| {
            mercat_store::member::by_keys(
                tx,
                mercat_store::member::MemberKey::Id,
                &[mercat_store::id(member_id())],
            )
        })
        .await
        .unwrap()
        .remove(0);
    assert_eq!((member.name.as_str(), member.email.as_deref()), ("王小明", Some("ming@example.com")));
    let alias = json!({"userId": "mallory", "previousId": member_id().to_string()});
    assert_eq!(post(&app, "/v1/alias", &key, &alias).await.status, 200);
    let said = events(&app).await.pop().unwrap();
    assert!(
        !said.properties.contains_key("previous_member_id"),
        "only a server says that two members are one"
    );
}

#[tokio::test]
async fn ubi_becomes_searches_and_what_was_done_with_them() {
    for app in App::on_both() {
        let key = key(&app, "browser").await;
        let query = json!({
            "application": "shop", "query_id": "q1", "client_id": "c1", "user_query": "green tea",
            "query_response_hit_ids": ["T-1", "T-2"], "timestamp": "2026-03-01T11:00:00Z"
        });
        assert_eq!(post(&app, "/ubi/queries", &key, &query).await.json()["accepted"], 1);
        assert_eq!(post(&app, "/ubi/queries", &key, &query).await.json()["repeated"], 1);
        let events_sent = json!([
            {"application": "shop", "action_name": "click", "query_id": "q1", "client_id": "c1", "session_id": "s1",
             "timestamp": "2026-03-01T11:00:05Z", "event_attributes":
                {"object": {"object_id": "T-1", "object_id_field": "sku"}, "position": {"ordinal": 1}}},
            {"action_name": "watch", "client_id": "c1"},
            {"action_name": "click"}
        ]);
        let answer = post(&app, "/ubi/events", &key, &events_sent).await.json();
        assert_eq!((&answer["accepted"], &answer["rejected"][0]["index"]), (&json!(2), &json!(2)));
        let all = events(&app).await;
        assert_eq!((&all[0].kind, &all[1].kind), (&EventKind::ProductsSearched, &EventKind::ProductClicked));
        assert_eq!(
            (all[0].properties["query"].as_str(), &all[0].properties["hits"]),
            (Some("green tea"), &json!(2))
        );
        assert_eq!(all[1].items[0].product_id, product_id());
        assert_eq!(
            (&all[1].properties["position"], &all[1].properties["query_id"]),
            (&json!(1), &json!("q1"))
        );
        assert_eq!(all[2].kind, EventKind::Other("watch".to_owned()));
    }
}

#[tokio::test]
async fn a_revoked_key_is_refused_in_the_name_of_its_source() {
    for app in App::on_both() {
        let key = key(&app, "server").await;
        let event = json!({"event": "A", "userId": "u"});
        assert_eq!(post(&app, "/v1/track", &key, &event).await.status, 200);
        let source = list_sources(&app.shop).await.unwrap().remove(0).source.id;
        let once = Once {
            scope: "test".to_owned(),
            key: "revoke".to_owned(),
            request_hash: [0; 32],
            render: |_: &mercat_flow::source::SourceView| (200, String::new()),
        };
        revoke_key(&app.shop, source, key.clone(), once, now()).await.unwrap();
        assert_eq!(post(&app, "/v1/track", &key, &event).await.code(), "invalid_write_key");
        let refused = app.shop.refusals.latest(Some(source));
        assert_eq!(refused.len(), 1);
        assert!(refused[0].reason.contains("revoked"), "{}", refused[0].reason);
    }
}
