//! First run, sign-in, sign-out:
//! 1. the first admin needs the printed secret, once; there is no default account;
//! 2. known and unknown e-mails are refused alike, and tries are limited;
//! 3. a session ends with sign-out; its cookie is bound to this host.

use crate::app::{App, PASSWORD, call, change, json};
use mercat_flow::staff::{Role, offer_first_run};

fn set_up(secret: &str, password: &str) -> String {
    serde_json::json!({
        "secret": secret, "shop_name": "Tea", "name": "Ann", "email": "Ann@Example.com", "password": password
    })
    .to_string()
}

#[tokio::test]
async fn the_first_admin_needs_the_printed_secret_once() {
    let app = App::empty();
    let state = app.get("/api/admin/v1/session").await.json();
    assert_eq!((&state["first_run"], &state["staff"]), (&true.into(), &serde_json::Value::Null));
    let secret = offer_first_run(&app.shop, &mut call()).await.unwrap().unwrap();
    let send = |body: String| app.send(json("POST", "/api/admin/v1/setup", &body));
    let wrong = send(set_up("guess", PASSWORD)).await;
    assert_eq!((wrong.status.as_u16(), wrong.code().as_str()), (403, "invalid_setup_secret"));
    let short = send(set_up(&secret, "short")).await;
    assert_eq!((short.status.as_u16(), &short.json()["field"]), (422, &"password".into()));
    let made = send(set_up(&secret, PASSWORD)).await;
    assert_eq!(made.status, 201, "{}", made.text);
    let cookie = made.headers["set-cookie"].to_str().unwrap();
    for part in ["__Host-mercat_staff=", "Path=/", "Secure", "HttpOnly", "SameSite=Strict"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert_eq!(made.json()["staff"]["email"], "ann@example.com");
    assert_eq!(made.json()["shop"]["name"], "Tea");
    let again = send(set_up(&secret, PASSWORD)).await;
    assert_eq!((again.status.as_u16(), again.code().as_str()), (409, "already_set_up"));
    assert_eq!(offer_first_run(&app.shop, &mut call()).await.unwrap(), None);
}

#[tokio::test]
async fn tries_are_limited_and_refusals_are_alike() {
    let app = App::empty();
    app.person(Role::Admin).await;
    let send = |email: &str, password: &str| {
        let body = serde_json::json!({"email": email, "password": password}).to_string();
        app.send(json("POST", "/api/admin/v1/session", &body))
    };
    let (known, unknown) = (send("admin@example.com", "wrong").await, send("who@example.com", "wrong").await);
    let mut bodies = [known.json(), unknown.json()];
    for body in &mut bodies {
        body["request_id"] = "".into();
    }
    assert_eq!(bodies[0], bodies[1]);
    for _ in 0..9 {
        assert_eq!(send("admin@example.com", "wrong").await.status, 401);
    }
    let limited = send("admin@example.com", PASSWORD).await;
    assert_eq!((limited.status.as_u16(), limited.code().as_str()), (429, "too_many_attempts"));
    assert!(limited.headers["retry-after"].to_str().unwrap().parse::<u32>().unwrap() > 60);
}

#[tokio::test]
async fn sign_out_ends_the_session() {
    let app = App::empty();
    let admin = app.person(Role::Admin).await;
    assert_eq!(app.get_as(&admin, "/api/admin/v1/settings").await.status, 200);
    assert_eq!(app.send(change(&admin, "DELETE", "/api/admin/v1/session", "")).await.status, 204);
    assert_eq!(app.get_as(&admin, "/api/admin/v1/settings").await.status, 401);
}

#[tokio::test]
async fn bodies_are_refused_with_the_field_to_blame() {
    let app = App::empty();
    let send = |body: &str| app.send(json("POST", "/api/admin/v1/session", body));
    assert_eq!(send("nonsense").await.code(), "invalid_body");
    assert_eq!(send("{\"email\": 5, \"password\": \"x\"}").await.json()["field"], "email");
    assert_eq!(send("{\"email\": \"a@b.cd\", \"pass\": \"x\"}").await.status, 422);
    assert_eq!(
        send(&format!("{{\"email\": \"{}\"}}", "x".repeat(2 << 20))).await.code(),
        "payload_too_large"
    );
    let mut form = json("POST", "/api/admin/v1/session", "{}");
    form.headers_mut().insert("content-type", "text/plain".parse().unwrap());
    assert_eq!(app.send(form).await.code(), "invalid_body");
}
