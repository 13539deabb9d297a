//! What other processes do beside a running server shows up in it, on both engines.

use std::path::Path;

use mercat_testbed::Database;

use crate::demo::{SMALL, small_demo};
use crate::http::Person;
use crate::server::{Server, run_well, wait_for};

/// The trained model that serves, as shoppers' programs see it.
fn model(server: &Server) -> Option<String> {
    let answer = server.get("/api/shop/v1/recommendations?slot=popular");
    assert_eq!(answer.status, 200, "{}", answer.body);
    (!answer.body.contains("\"model_version\":null")).then(|| answer.text("model_version"))
}

/// The models that staff see as active.
fn active_models(server: &Server, person: &Person) -> Vec<String> {
    let list = server.get_as(person, "/api/admin/v1/models").body;
    let rows = list.split("\"id\":\"").skip(1);
    let active = rows.filter(|row| row.contains("\"active\":true"));
    active.map(|row| row.split('"').next().unwrap().to_owned()).collect()
}

/// Imports goods, a member and an order beside the server, then trains: all of it shows up.
fn imports_and_a_training_show_up(folder: &Path, server: &Server, store: &[&str]) {
    let person = server.demo_admin();
    let before = model(server).unwrap();
    assert_eq!(active_models(server, &person), std::slice::from_ref(&before));
    let mercat = |rest: &[&str]| run_well(folder, &[&["--data", "shop"], store, rest].concat());
    let files = [
        ("products", "sku,title,price,category\nNEW-1,Celadon gaiwan,68.00,Tea ware\n"),
        ("members", "id,name\nm-1,Ann Live\n"),
        ("orders", "order,placed_at,member,sku,quantity\nLIVE-1,2025-01-03 20:11,m-1,NEW-1,2\n"),
    ];
    for (kind, text) in files {
        std::fs::write(folder.join("file.csv"), text).unwrap();
        mercat(&["import", kind, "file.csv"]);
    }
    let found = server.get("/api/shop/v1/products?search=new-1");
    assert_eq!(
        (found.number("total"), found.text("title")),
        (1, "Celadon gaiwan".to_owned()),
        "{}",
        found.body
    );
    let orders = server.get_as(&person, "/api/admin/v1/orders?search=LIVE-1");
    assert_eq!(orders.number("total"), 1, "{}", orders.body);
    let member = server.get_as(&person, "/api/admin/v1/members?search=live").text("id");
    wait_for("the order in the member's timeline", || {
        let timeline = server.get_as(&person, &format!("/api/admin/v1/members/{member}/timeline"));
        timeline.body.contains("order_completed").then_some(())
    });
    let trained = mercat(&["train"]);
    let id = trained.strip_prefix("model ").unwrap().split(':').next().unwrap().to_owned();
    assert_ne!(id, before);
    wait_for("the new model to serve", || (model(server).as_ref() == Some(&id)).then_some(()));
    assert_eq!(active_models(server, &person), [id]);
}

#[test]
fn imports_and_trainings_beside_the_server_show_up() {
    let folder = tempfile::tempdir().unwrap();
    let server = small_demo(folder.path());
    imports_and_a_training_show_up(folder.path(), &server, &[]);
    server.stop();
}

#[test]
fn postgresql_serves_a_demo_and_a_shop() {
    let Some(database) = Database::create() else { return };
    let folder = tempfile::tempdir().unwrap();
    let store = ["--store-url", database.url()];
    let demo = Server::start(folder.path(), &[&["--data", "shop"], &store[..], &["demo"], &SMALL].concat());
    imports_and_a_training_show_up(folder.path(), &demo, &store);
    let goods = demo.get("/api/shop/v1/products?limit=200&sort=title").body;
    demo.stop();
    assert!(!folder.path().join("shop/shop.sqlite").exists(), "the rows are in PostgreSQL");
    let shop = Server::start(folder.path(), &[&["--data", "shop"], &store[..], &["serve"]].concat());
    assert_eq!(shop.get("/api/shop/v1/products?limit=200&sort=title").body, goods);
    shop.stop();
}

#[test]
fn a_model_whose_files_are_gone_does_not_keep_the_shop_closed() {
    let folder = tempfile::tempdir().unwrap();
    small_demo(folder.path()).stop();
    std::fs::remove_dir_all(folder.path().join("shop/models")).unwrap();
    let server = small_demo(folder.path());
    assert_eq!(model(&server), None);
    let popular = server.get("/api/shop/v1/recommendations?slot=popular");
    assert!(popular.body.contains("\"score\""), "the catalogue answers: {}", popular.body);
    assert_eq!(server.get("/zh-CN").status, 200);
    run_well(folder.path(), &["--data", "shop", "train"]);
    wait_for("a model to serve", || model(&server));
    server.stop();
}
