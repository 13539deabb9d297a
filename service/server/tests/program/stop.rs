//! How the server ends: in order at a signal, and without loss when it is killed.

use std::fmt::Write as _;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::Stdio;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use crate::demo::small_demo;
use crate::http::{Person, connect, read_answer, request, try_send};
use crate::server::{Server, mercat, run_well, wait_for};

/// A start after a kill: two seconds are promised, a build without optimisation on a busy machine is given more.
const START_TIME_MAX: Duration = Duration::from_secs(10);

#[test]
fn a_signal_lets_a_request_end() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path(), &["--data", "shop", "serve"]);
    let body = "{\"email\":\"nobody@example.com\",\"password\":\"wrong\"}";
    let whole = request("POST", "/api/admin/v1/session", None, "key", body);
    let head = whole.replace("connection: close\r\n", "connection: close\r\nexpect: 100-continue\r\n");
    let mut stream = connect(server.address).unwrap();
    stream.write_all(head.strip_suffix(body).unwrap().as_bytes()).unwrap();
    // The server asks for the body when the handler reads it: from here on the request is in flight.
    let mut asked = [0; 25];
    stream.read_exact(&mut asked).unwrap();
    assert_eq!(&asked, b"HTTP/1.1 100 Continue\r\n\r\n");
    server.terminate();
    wait_for("the port to close", || TcpStream::connect(server.address).err());
    stream.write_all(body.as_bytes()).unwrap();
    let answer = read_answer(&mut stream).unwrap();
    assert_eq!(answer.status, 401, "{}", answer.body);
    let ended = server.ended();
    assert_eq!(ended.status.code(), Some(0), "{}", ended.logged);
    assert!(!ended.logged.contains("cut off"), "{}", ended.logged);
}

#[test]
fn an_idle_connection_does_not_hold_the_end_up() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path(), &["--data", "shop", "serve"]);
    let mut idle = connect(server.address).unwrap();
    let kept_open = request("GET", "/healthz", None, "", "").replace("connection: close\r\n", "");
    idle.write_all(kept_open.as_bytes()).unwrap();
    idle.read_exact(&mut [0; 15]).unwrap();
    let ended = server.stop();
    assert!(!ended.logged.contains("cut off"), "{}", ended.logged);
}

/// Orders of guests that the import brings: several batches.
const IMPORTED: usize = 4_000;

const IMPORT: [&str; 5] = ["--data", "shop", "import", "orders", "orders.csv"];

fn write_orders(path: &Path, sku: &str) {
    let mut text = "order,placed_at,sku,quantity\n".to_owned();
    for number in 0..IMPORTED {
        writeln!(text, "K-{number},2025-01-03 20:11,{sku},1").unwrap();
    }
    std::fs::write(path, text).unwrap();
}

/// A member whose wish changes with every number.
struct Changes {
    path: String,
    person: Person,
    round: usize,
}

impl Changes {
    fn request(&self, number: usize) -> String {
        let key = format!("round-{}-{number}", self.round);
        let body = format!("{{{}}}", Self::wish(number));
        request("PATCH", &self.path, Some(&self.person), &key, &body)
    }

    fn wish(number: usize) -> String {
        format!("\"no_personalisation\":{}", number % 2 == 1)
    }

    /// Changes and imports until the server is killed behind `many` acknowledged changes; how many there were.
    fn until_killed(&self, server: Server, folder: &Path, many: usize) -> usize {
        let mut import = mercat(folder, &IMPORT);
        let mut importing = import.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let acknowledged = AtomicUsize::new(0);
        let address = server.address;
        std::thread::scope(|scope| {
            scope.spawn(|| {
                for number in 1.. {
                    match try_send(address, &self.request(number)) {
                        Ok(answer) => assert_eq!(answer.status, 200, "{}", answer.body),
                        Err(_) => break,
                    }
                    acknowledged.store(number, Ordering::SeqCst);
                }
            });
            wait_for("changes", || (acknowledged.load(Ordering::SeqCst) >= many).then_some(()));
            server.kill();
        });
        importing.kill().unwrap();
        importing.wait().unwrap();
        acknowledged.into_inner()
    }
}

#[test]
fn a_killed_server_keeps_what_it_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let demo = small_demo(folder.path());
    let person = demo.demo_admin();
    let orders = |server: &Server| server.get_as(&person, "/api/admin/v1/orders?limit=1").number("total");
    let before = orders(&demo);
    let sku = demo.get_as(&person, "/api/admin/v1/products?limit=1").text("sku");
    let member = demo.get_as(&person, "/api/admin/v1/members?limit=1").text("id");
    demo.stop();
    write_orders(&folder.path().join("orders.csv"), &sku);
    let serve = || Server::start(folder.path(), &["--data", "shop", "serve"]);
    for (round, many) in [3, 17, 40].into_iter().enumerate() {
        let changes =
            Changes { path: format!("/api/admin/v1/members/{member}"), person: person.clone(), round };
        let last = changes.until_killed(serve(), folder.path(), many);
        let server = serve();
        eprintln!("serves {:?} after a kill", server.start_time);
        assert!(server.start_time < START_TIME_MAX, "{:?}", server.start_time);
        // The key of the last acknowledged change still has its answer; the change behind it may have been made
        // without a word, or not: either way it is made once.
        let kept = server.send(&changes.request(last));
        assert!(kept.body.contains(&Changes::wish(last)), "{}", kept.body);
        let unheard = server.send(&changes.request(last + 1));
        assert_eq!(unheard.status, 200, "{}", unheard.body);
        let now = server.get_as(&person, &changes.path).body;
        assert!(now.contains(&Changes::wish(last + 1)), "{now}");
        let between = orders(&server);
        assert!((before..=before + IMPORTED as i64).contains(&between), "{between}");
        server.stop();
    }
    run_well(folder.path(), &IMPORT);
    run_well(folder.path(), &IMPORT);
    let server = serve();
    assert_eq!(orders(&server), before + IMPORTED as i64, "nothing is lost, nothing is there twice");
    server.stop();
}
