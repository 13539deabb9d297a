//! A change with a key counts once:
//! 1. the same key and body get the first answer, even after the world has moved on;
//! 2. the same key with another body is refused;
//! 3. two at once change once; keys of two people never meet.

use crate::app::{App, Person, change, member_id};
use axum::body::Body;
use axum::http::Request;
use mercat_flow::staff::Role;

fn switch(person: &Person, key: &str, on: bool) -> Request<Body> {
    let path = format!("/api/admin/v1/members/{}", member_id());
    let mut request = change(person, "PATCH", &path, &format!("{{\"no_personalisation\":{on}}}"));
    request.headers_mut().insert("idempotency-key", key.parse().unwrap());
    request
}

#[tokio::test]
async fn the_same_key_gets_the_first_answer() {
    let app = App::with_goods();
    let admin = app.person(Role::Admin).await;
    let first = app.send(switch(&admin, "a", true)).await;
    assert_eq!(first.status, 200, "{}", first.text);
    assert_eq!(first.json()["no_personalisation"], true);
    assert_eq!(app.send(switch(&admin, "b", false)).await.json()["no_personalisation"], false);
    let repeated = app.send(switch(&admin, "a", true)).await;
    assert_eq!((repeated.status, &repeated.text), (first.status, &first.text));
    let path = format!("/api/admin/v1/members/{}", member_id());
    assert_eq!(app.get_as(&admin, &path).await.json()["no_personalisation"], false, "and changes nothing");
    let other = app.send(switch(&admin, "a", false)).await;
    assert_eq!((other.status.as_u16(), other.code().as_str()), (422, "idempotency_key_reused"));
    let support = app.person(Role::Support).await;
    assert_eq!(app.send(switch(&support, "a", false)).await.status, 200, "a key of somebody else");
}

#[tokio::test]
async fn many_at_once_change_once() {
    let app = App::with_goods();
    let admin = app.person(Role::Admin).await;
    let mut tasks = tokio::task::JoinSet::new();
    let app = std::sync::Arc::new(app);
    for _ in 0..16 {
        let (app, admin) = (app.clone(), admin.clone());
        tasks.spawn(async move { app.send(switch(&admin, "same", true)).await });
    }
    let mut texts = std::collections::BTreeSet::new();
    while let Some(answer) = tasks.join_next().await {
        let answer = answer.unwrap();
        assert_eq!(answer.status, 200);
        texts.insert(answer.text);
    }
    assert_eq!(texts.len(), 1);
}
