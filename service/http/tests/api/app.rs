//! A shop of its own with a few goods, and the router over it.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response, StatusCode};
use mercat_eventlog::EventLog;
use mercat_flow::staff::{Role, make_staff};
use mercat_flow::{Call, Entropy, Shop};
use mercat_http::{AppState, Reach, Sources, router};
use mercat_model::*;
use mercat_store::{Store, StoreError, channel, member, merchant, order, product};
use mercat_testbed::Database;
use tower::ServiceExt as _;

pub(crate) const PASSWORD: &str = "correct horse battery";

static DRAWN: AtomicU64 = AtomicU64::new(1);

/// A different seed each time; tests need no secrets.
fn seed() -> [u8; 32] {
    let mut seed = [0; 32];
    seed[..8].copy_from_slice(&DRAWN.fetch_add(1, Ordering::Relaxed).to_le_bytes());
    seed
}

pub(crate) fn now() -> Timestamp {
    "2026-03-01T12:00:00Z".parse().unwrap()
}

pub(crate) fn call() -> Call {
    Call { now: now(), entropy: Entropy::new(seed()), locale: None }
}

/// The program under test; its folder goes with it.
pub(crate) struct App {
    pub(crate) shop: Arc<Shop>,
    router: Router,
    _folder: tempfile::TempDir,
    _database: Option<Borrowed>,
}

/// A database that goes on a thread of its own, because its client blocks.
struct Borrowed(Option<Database>);

impl Drop for Borrowed {
    fn drop(&mut self) {
        let database = self.0.take();
        std::thread::spawn(move || drop(database)).join().unwrap();
    }
}

/// An answer, read whole.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: axum::http::HeaderMap,
    pub(crate) text: String,
}

impl Answer {
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.text).unwrap_or_else(|_| panic!("not JSON: {}", self.text))
    }

    pub(crate) fn code(&self) -> String {
        self.json()["code"].as_str().unwrap_or_default().to_owned()
    }
}

/// Who asks: their cookie and CSRF token.
#[derive(Clone)]
pub(crate) struct Person {
    pub(crate) cookie: String,
    pub(crate) csrf: String,
}

impl App {
    /// A shop that nobody has set up.
    pub(crate) fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open_sqlite(&folder.path().join("shop.sqlite")).unwrap();
        let log = EventLog::open_sqlite(&folder.path().join("events.sqlite")).unwrap();
        App::over(store, log, folder, None)
    }

    fn over(store: Store, log: EventLog, folder: tempfile::TempDir, database: Option<Database>) -> Self {
        let shop = Arc::new(Shop::new(
            store,
            log,
            mercat_lake::Lake::open(&folder.path().join("lake")).unwrap(),
            folder.path().join("models"),
        ));
        let router = router(AppState::new(
            shop.clone(),
            Sources { now, seed },
            Reach { public_url: None, trusted_proxies: Vec::new() },
            Arc::new(String::new),
        ));
        App { shop, router, _folder: folder, _database: database.map(|database| Borrowed(Some(database))) }
    }

    /// A shop with one product, one member and one order.
    pub(crate) fn with_goods() -> Self {
        App::empty().filled()
    }

    /// The same shop on PostgreSQL, where a server answers.
    pub(crate) fn on_postgres() -> Option<Self> {
        // Blocking calls belong on a thread of their own.
        let opened = std::thread::spawn(|| {
            let database = Database::create()?;
            let store = Store::open_postgres(database.url()).unwrap();
            let log = EventLog::open_postgres(database.url()).unwrap();
            Some((store, log, database))
        });
        let (store, log, database) = opened.join().unwrap()?;
        Some(App::over(store, log, tempfile::tempdir().unwrap(), Some(database)).filled())
    }

    /// On every engine that there is.
    pub(crate) fn on_both() -> Vec<Self> {
        std::iter::once(App::with_goods()).chain(App::on_postgres()).collect()
    }

    fn filled(self) -> Self {
        let app = self;
        let shop = app.shop.clone();
        // Blocking calls belong on a thread of their own.
        let filled = std::thread::spawn(move || {
            shop.store.write_blocking("goods", goods).unwrap();
            mercat_flow::recommend::refresh_model(&shop).unwrap();
        });
        filled.join().unwrap();
        app
    }

    /// A person of a role, signed in.
    pub(crate) async fn person(&self, role: Role) -> Person {
        let email = format!("{}@example.com", role.as_str());
        let (shop, made) = (self.shop.clone(), email.clone());
        let make = move || make_staff(&shop, &made, "Somebody", role, PASSWORD, &mut call());
        tokio::task::spawn_blocking(make).await.unwrap().unwrap();
        let body = serde_json::json!({"email": email, "password": PASSWORD}).to_string();
        let answer = self.send(json("POST", "/api/admin/v1/session", &body)).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        let cookie = answer.headers["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
        Person { cookie, csrf: answer.json()["csrf_token"].as_str().unwrap().to_owned() }
    }

    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        let response: Response<Body> = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, 16 << 20).await.unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Answer { status: parts.status, headers: parts.headers, text }
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    pub(crate) async fn get_as(&self, person: &Person, path: &str) -> Answer {
        self.send(Request::get(path).header("cookie", &person.cookie).body(Body::empty()).unwrap()).await
    }
}

/// A request with a JSON body and an idempotency key of its own.
pub(crate) fn json(method: &str, path: &str, body: &str) -> Request<Body> {
    Request::builder()
        .method(method)
        .uri(path)
        .header("content-type", "application/json")
        .header("idempotency-key", format!("key-{}", DRAWN.fetch_add(1, Ordering::Relaxed)))
        .body(Body::from(body.to_owned()))
        .unwrap()
}

/// A change by a person.
pub(crate) fn change(person: &Person, method: &str, path: &str, body: &str) -> Request<Body> {
    let mut request = json(method, path, body);
    request.headers_mut().insert("cookie", person.cookie.parse().unwrap());
    request.headers_mut().insert("x-csrf-token", person.csrf.parse().unwrap());
    request
}

pub(crate) fn product_id() -> ProductId {
    ProductId::from_parts(1, [1; 10])
}

pub(crate) fn member_id() -> MemberId {
    MemberId::from_parts(1, [1; 10])
}

pub(crate) fn order_id() -> OrderId {
    OrderId::from_parts(1, [1; 10])
}

fn goods(tx: &mut mercat_store::Tx<'_>) -> Result<(), StoreError> {
    let merchant_id = MerchantId::from_parts(1, [1; 10]);
    let channel_id = ChannelId::from_parts(1, [1; 10]);
    let category_id = CategoryId::from_parts(1, [1; 10]);
    let merchant = merchant::Merchant { id: merchant_id, name: "Tea house".to_owned(), created_at: now() };
    merchant::insert_many(tx, &[merchant])?;
    let channel = channel::Channel { id: channel_id, name: "Web".to_owned(), currency: Currency::CNY };
    channel::insert(tx, &channel)?;
    let name = |name: &str| CategoryText { name: name.to_owned() };
    let texts = [(Locale::en(), name("Tea")), (Locale::zh_cn(), name("茶"))].into();
    let category = Category { id: category_id, parent_id: None, slug: "tea".to_owned(), position: 0, texts };
    mercat_store::category::upsert_many(tx, &[category])?;
    let text =
        |title: &str| ProductText { title: title.to_owned(), description: "<b>\"green\"</b>".to_owned() };
    let price = UnitPrice::parse("12.50", Currency::CNY)?;
    let goods = Product {
        id: product_id(),
        merchant_id,
        channel_id,
        sku: "T-1".to_owned(),
        slug: "green-tea".to_owned(),
        category_id,
        status: ProductStatus::Published,
        price,
        attributes: [("colour".to_owned(), "green".to_owned())].into(),
        texts: [(Locale::en(), text("Green tea </script>")), (Locale::zh_cn(), text("绿茶"))].into(),
        created_at: now(),
    };
    product::upsert_many(tx, &[goods], now())?;
    let buyer = Member {
        id: member_id(),
        number: "M1".to_owned(),
        name: "王小明".to_owned(),
        email: Some("ming@example.com".to_owned()),
        country: "CN".to_owned(),
        locale: None,
        joined_at: now(),
        no_personalisation: false,
    };
    member::upsert_many(tx, &[buyer])?;
    let line = OrderLine {
        line_no: 1,
        product_id: product_id(),
        sku: "T-1".to_owned(),
        title: "Green tea".to_owned(),
        quantity: 2,
        unit_price: price,
        total: price.extend(2)?,
    };
    let bought = Order {
        id: order_id(),
        number: "O1".to_owned(),
        merchant_id,
        channel_id,
        member_id: Some(member_id()),
        status: OrderStatus::Completed,
        placed_at: now(),
        currency: Currency::CNY,
        country: "CN".to_owned(),
        lines: vec![line],
    };
    order::insert_many(tx, &[bought], None)
}
