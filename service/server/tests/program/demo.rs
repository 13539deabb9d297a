//! The demo shop: the same goods everywhere, the same admin at every start.

use std::path::Path;
use std::time::Duration;

use crate::http::texts;
use crate::server::Server;

/// A demo that a build without optimisation makes in seconds.
pub(crate) const SMALL: [&str; 8] =
    ["--products", "120", "--members", "200", "--orders", "600", "--events", "2400"];

/// Two seconds are promised; a build without optimisation on a busy machine is given more.
const SECOND_START_TIME_MAX: Duration = Duration::from_secs(10);

/// The small demo in `shop` of a folder.
pub(crate) fn small_demo(folder: &Path) -> Server {
    Server::start(folder, &[&["--data", "shop", "demo"], &SMALL[..]].concat())
}

#[test]
fn a_second_start_serves_the_same_shop_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let first = small_demo(folder.path());
    let admin = first.line("admin: ");
    let person = first.demo_admin();
    let goods = first.get("/api/shop/v1/products?limit=200&sort=title").body;
    assert_eq!(texts(&goods, "sku").len(), 120);
    let orders = |server: &Server| server.get_as(&person, "/api/admin/v1/orders?limit=1").number("total");
    assert_eq!(orders(&first), 600);
    let console = first.line("console: ");
    assert_eq!(console, format!("http://{}/console/", first.address), "the address that answers is printed");
    assert!(!first.stop().said.contains("first-run secret"), "the demo has its admin");

    let second = small_demo(folder.path());
    eprintln!("a second start of the demo took {:?}", second.start_time);
    assert!(second.start_time < SECOND_START_TIME_MAX, "{:?}", second.start_time);
    assert_eq!(second.line("admin: "), admin);
    second.demo_admin();
    assert_eq!(orders(&second), 600, "a session outlives the server");
    assert_eq!(second.get("/api/shop/v1/products?limit=200&sort=title").body, goods);
    second.stop();
}

#[test]
fn a_demo_whose_first_start_was_cut_off_at_the_password_still_gets_its_admin() {
    let folder = tempfile::tempdir().unwrap();
    let goods = "sku,title,price\nA,Cup,1\n";
    std::fs::write(folder.path().join("goods.csv"), goods).unwrap();
    crate::server::run_well(folder.path(), &["--data", "shop", "import", "products", "goods.csv"]);
    for left_over in ["", "a password that was kept\n"] {
        let shop = tempfile::tempdir().unwrap();
        for name in ["shop.sqlite", "events.sqlite"] {
            std::fs::copy(folder.path().join("shop").join(name), shop.path().join(name)).unwrap();
        }
        std::fs::write(shop.path().join("demo-password.txt"), left_over).unwrap();
        let server = Server::start(shop.path(), &["--data", ".", "demo"]);
        server.demo_admin();
        server.stop();
    }
}

#[test]
fn one_seed_makes_one_shop() {
    let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let [first, second] = folders.each_ref().map(|folder| {
        let server = small_demo(folder.path());
        let goods = server.get("/api/shop/v1/products?limit=200&sort=title").body;
        let person = server.demo_admin();
        let members = server.get_as(&person, "/api/admin/v1/members?limit=200&sort=name").body;
        let admin = server.line("admin: ");
        server.stop();
        let goods = ["sku", "title", "amount", "description"].map(|name| texts(&goods, name));
        let members = ["number", "name"].map(|name| texts(&members, name));
        (goods, members, admin)
    });
    assert_eq!((first.0[0].len(), first.1[0].len()), (120, 200));
    assert_eq!((first.0, first.1), (second.0, second.1));
    assert_ne!(first.2, second.2, "the password is drawn for each shop");
}
