//! The first start: a secret that is printed, never logged, and void once there is an admin.

use std::path::Path;

use crate::http::Person;
use crate::server::Server;

const PASSWORD: &str = "a long enough pass phrase";

/// Serves with every detail in the logs.
fn serve_loudly(folder: &Path) -> Server {
    std::fs::write(folder.join("mercat.toml"), "[log]\nlevel = \"trace\"\n").unwrap();
    Server::start(folder, &["--data", "shop", "serve"])
}

fn secrets(said: &str) -> Vec<String> {
    said.lines().filter_map(|line| line.strip_prefix("first-run secret: ")).map(str::to_owned).collect()
}

#[test]
fn the_secret_is_printed_once_a_start_until_there_is_an_admin() {
    let folder = tempfile::tempdir().unwrap();
    let first = serve_loudly(folder.path());
    let secret = first.line("first-run secret: ");
    let page = first.line("make the first admin at ");
    assert_eq!(page, format!("http://{}/console/setup", first.address));
    let ended = first.stop();
    assert_eq!(secrets(&ended.said), std::slice::from_ref(&secret));
    assert!(!ended.logged.contains(&secret), "the secret stands in the logs");

    let second = serve_loudly(folder.path());
    let fresh = second.line("first-run secret: ");
    let set_up = |secret: &str| {
        let body = format!(
            "{{\"secret\":\"{secret}\",\"shop_name\":\"Tea\",\"name\":\"Ann\",\"email\":\"ann@example.com\",\
             \"password\":\"{PASSWORD}\"}}"
        );
        second.change("POST", "/api/admin/v1/setup", None, &body)
    };
    assert_eq!(set_up(&secret).status, 403, "the secret of an earlier start is void");
    let made = set_up(&fresh);
    assert_eq!(made.status, 201, "{}", made.body);
    let people = [Person::of(&made), second.sign_in("ann@example.com", PASSWORD)];
    let person = Some(&people[1]);
    let renamed = second.change("PATCH", "/api/admin/v1/settings", person, "{\"name\":\"Tea house\"}");
    assert_eq!(renamed.status, 200, "{}", renamed.body);
    assert_eq!(second.change("DELETE", "/api/admin/v1/session", person, "").status, 204);
    let ended = second.stop();
    assert!(ended.logged.contains("answered"), "the logs were on: {}", ended.logged);
    let mut hidden = vec![secret, fresh, PASSWORD.to_owned()];
    for Person { cookie, csrf } in people {
        hidden.extend([cookie.split_once('=').unwrap().1.to_owned(), csrf]);
    }
    for secret in hidden {
        let line = ended.logged.lines().find(|line| line.contains(&secret));
        assert_eq!(line, None, "`{secret}` stands in the logs");
    }

    let third = serve_loudly(folder.path());
    third.sign_in("ann@example.com", PASSWORD);
    assert_eq!(secrets(&third.stop().said), Vec::<String>::new());
}
